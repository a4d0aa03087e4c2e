//! One reason of a result: the sentence, the answers it rests on, the references.

use yew::prelude::*;

use super::references;
use crate::catalog::{Basis, Condition, Reference, WordingKey};
use crate::export::carrying_answers;
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
    let answers = carrying_answers(&session.evaluation(), &session.result, when, &*view.wording);
    html! {
        <li class="reason" key={id}>
            <p class="reason-sentence">{ view.text(&WordingKey::part("rule", id, part)) }</p>
            { references(view, session, places, basis) }
            if !answers.is_empty() {
                <ul class="answers">
                    for answer in answers {
                        <li>
                            <span class="answer-question">{ &answer.question }</span>
                            <b>{ answer.words.join("; ") }</b>
                            <button
                                type="button"
                                class="link"
                                onclick={view.tell(Notice::Step(Step::named_question(answer.fact)))}
                            >
                                { view.t("result.change") }
                                <span class="visually-hidden">{ ": " }{ &answer.question }</span>
                            </button>
                        </li>
                    }
                </ul>
            }
        </li>
    }
}
