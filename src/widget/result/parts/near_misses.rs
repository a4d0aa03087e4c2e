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
        <section class="card" part="card" aria-labelledby="near">
            <h3 id="near">{ view.t("near.title") }</h3>
            <ul class="reasons">
                for (rule, target) in found {
                    <li key={rule.id}>
                        // A rule without a tier has no name of its own: there the sentence says enough.
                        if let Some(name) = view.optional(&WordingKey::part("rule", target.id, "name")) {
                            <p class="near-target">{ name }</p>
                        }
                        <ul class="reasons">
                            { because(view, session, (rule.id, "because"), &rule.when, (rule.legal.references, rule.legal.basis)) }
                        </ul>
                    </li>
                }
            </ul>
        </section>
    }
}
