//! Questions behind the result, for who wants to look further: one folded group for each topic.

use yew::prelude::*;

use crate::catalog::{Fact, Part, WordingKey};
use crate::engine::Tri;
use crate::session::Session;
use crate::widget::View;
use crate::widget::parts::fact_field;

/// The groups of extra questions that arise.
pub(crate) fn further(view: &View, session: &Session) -> Html {
    let evaluation = session.evaluation();
    let mut groups: Vec<(&'static str, Vec<(u16, &'static Fact)>)> = Vec::new();
    for (index, fact) in (0_u16..).zip(session.catalog.facts) {
        if fact.part != Part::Extra || evaluation.arises(index) != Tri::Yes {
            continue;
        }
        match groups.iter_mut().find(|(topic, _)| *topic == fact.topic) {
            Some((_, facts)) => facts.push((index, fact)),
            None => groups.push((fact.topic, vec![(index, fact)])),
        }
    }
    if groups.is_empty() {
        return Html::default();
    }
    html! {
        <section class="card" part="card" aria-labelledby="further">
            <h3 id="further">{ view.t("further.title") }</h3>
            <p class="quiet">{ view.t("further.lead") }</p>
            for (topic, facts) in groups {
                <details class="fold" key={topic}>
                    <summary>{ view.text(&WordingKey::name("topic", topic)) }</summary>
                    <div class="profile-facts">
                        for (index, fact) in facts {
                            { fact_field(view, session, index, fact) }
                        }
                    </div>
                </details>
            }
        </section>
    }
}
