//! What the law asks for: duties with article and date, and the ceilings of fines.

use yew::prelude::*;

use crate::catalog::{Item, Tier, WordingKey};
use crate::engine::{Line, ceilings};
use crate::session::Session;
use crate::widget::View;
use crate::widget::result::parts::references;

/// The duties of the Act for the tier and the roles. A prohibited use has the stop list instead.
pub(crate) fn duties(view: &View, session: &Session) -> Html {
    let list = session.checklist();
    let duties: Vec<(&Line, &'static Item)> = list.duties(session.catalog).collect();
    if duties.is_empty() || list.tier == Tier::Prohibited {
        return Html::default();
    }
    html! {
        <section class="card" part="card" aria-labelledby="duties">
            <h3 id="duties">{ view.t("duties.title") }</h3>
            <p class="quiet">{ view.t("duties.lead") }</p>
            <ul class="duties">
                for (line, item) in duties {
                    <li key={item.id}>
                        <b>{ view.reference(item) }</b>
                        <span>{ view.title(item) }</span>
                        if let Some(due) = line.due {
                            <time class="quiet" datetime={due.to_string()}>{ view.date(due) }</time>
                        }
                    </li>
                }
            </ul>
        </section>
    }
}

/// The ceilings of fines that belong to the result.
pub(crate) fn penalties(view: &View, session: &Session) -> Html {
    let found = ceilings(&session.evaluation(), &session.result);
    if found.is_empty() {
        return Html::default();
    }
    html! {
        <details class="card fold" part="card">
            <summary><h3>{ view.t("penalties.title") }</h3></summary>
            <dl class="flags">
                for ceiling in found {
                    <div key={ceiling.penalty.id}>
                        <dt>{ view.text(&WordingKey::part("penalty", ceiling.penalty.id, "name")) }</dt>
                        <dd>
                            { view.text(&WordingKey::part("penalty", ceiling.penalty.id, "meaning")) }
                            if let Some(lower) = ceiling.lower.filter(|_| ceiling.penalty.percent.is_some()) {
                                { " " }
                                <b>{ view.t(if lower { "penalties.lower" } else { "penalties.higher" }) }</b>
                            }
                            { references(view, session, ceiling.penalty.legal.references, ceiling.penalty.legal.basis) }
                        </dd>
                    </div>
                }
            </dl>
        </details>
    }
}
