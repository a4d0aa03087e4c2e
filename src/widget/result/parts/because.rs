//! One reason of a result: the sentence, the answers it rests on, the references.

use yew::prelude::*;

use super::references;
use crate::catalog::{Basis, Condition, Reference, Tier, WordingKey};
use crate::engine::{Answer, support};
use crate::export::value_words;
use crate::session::Session;
use crate::widget::{Notice, Step, View};

/// The reason that a rule or derogation is; `part` of its wording is the sentence.
pub(crate) fn because(
    view: &View,
    session: &Session,
    (id, part): (&'static str, &str),
    when: &Condition,
    (places, basis): (&[Reference], Basis),
) -> Html {
    let answers = answers(view, session, when);
    html! {
        <li class="reason" key={id}>
            <p class="reason-sentence">{ view.text(&WordingKey::part("rule", id, part)) }</p>
            { references(view, session, places, basis) }
            if !answers.is_empty() {
                <ul class="answers">
                    for (question, words, fact) in answers {
                        <li>
                            <span class="answer-question">{ question.clone() }</span>
                            <b>{ words }</b>
                            <button
                                type="button"
                                class="link"
                                onclick={view.tell(Notice::Step(Step::question(session, fact)))}
                            >
                                { view.t("result.change") }
                                <span class="visually-hidden">{ ": " }{ question }</span>
                            </button>
                        </li>
                    }
                </ul>
            }
        </li>
    }
}

/// The answers that carry a condition, but for those that only say that the Act applies: they carry
/// every rule and would hide what is special about this one.
fn answers(view: &View, session: &Session, when: &Condition) -> Vec<(AttrValue, AttrValue, u16)> {
    let evaluation = session.evaluation();
    let scope = support(&evaluation, &Condition::Term(session.catalog.special.in_scope));
    let about_scope = session.result.highest == Tier::OutOfScope;
    support(&evaluation, when)
        .into_iter()
        .filter(|carrier| about_scope || !scope.iter().any(|known| known.fact == carrier.fact))
        .filter_map(|carrier| {
            let fact = session.catalog.facts.get(usize::from(carrier.fact))?;
            let words = match session.answers.get(carrier.fact) {
                Answer::Values(0) => value_words(fact, "none", &*view.wording),
                Answer::Values(_) => session
                    .answers
                    .ids(session.catalog, carrier.fact)?
                    .into_iter()
                    .map(|id| value_words(fact, id, &*view.wording))
                    .collect::<Vec<_>>()
                    .join("; "),
                Answer::NotAsked | Answer::DontKnow => return None,
            };
            let question = view.text(&WordingKey::fact(fact.id, "question"));
            Some((question, words.into(), carrier.fact))
        })
        .collect()
}
