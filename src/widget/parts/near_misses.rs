//! Points that the use looks like and is outside of, each with the reason.

use yew::prelude::*;

use super::because;
use crate::catalog::WordingKey;
use crate::session::Session;
use crate::widget::View;

/// The near misses; nothing where there are none.
pub(crate) fn near_misses(view: &View, session: &Session) -> Html {
    let found = session.result.near_misses(session.catalog);
    if found.is_empty() {
        return Html::default();
    }
    html! {
        <section class="card" aria-labelledby="near">
            <h3 id="near">{ view.t("near.title") }</h3>
            <ul class="reasons">
                for (rule, target) in found {
                    <li key={rule.id}>
                        <p class="near-target">{ view.text(&WordingKey::part("rule", target.id, "name")) }</p>
                        <ul class="reasons">
                            { because(view, session, (rule.id, "because"), &rule.when, (rule.legal.references, rule.legal.basis)) }
                        </ul>
                    </li>
                }
            </ul>
        </section>
    }
}
