//! The answers to a question: radio buttons for one, boxes for many, and always "I don't know".

use yew::prelude::*;

use crate::catalog::{Fact, FactKind, WordingKey};
use crate::engine::Answer;
use crate::export::value_words;
use crate::session::{Action, Edit, Mark, Session};
use crate::widget::View;

/// The answers to the question of a fact; `invalid` says that it was left without an answer.
pub(crate) fn choices(
    view: &View,
    session: &Session,
    index: u16,
    fact: &'static Fact,
    invalid: bool,
) -> Html {
    let answer = session.answers.get(index);
    let many = fact.kind == FactKind::Many;
    let option = |id: &'static str, edit: Edit, checked: bool, words: AttrValue, mark: Option<Mark>| {
        let hint = view.optional(&WordingKey::hint(fact.id, id));
        let hint_id = hint.as_ref().map(|_| ["hint-", id].concat());
        html! {
            <label key={id} part="option" class={classes!("choice", (id == "unknown" || id == "none").then_some("choice-apart"))}>
                <input
                    type={if many { "checkbox" } else { "radio" }}
                    name={fact.id}
                    value={id}
                    {checked}
                    disabled={view.readonly}
                    aria-invalid={invalid.then_some("true")}
                    aria-describedby={if invalid { Some("answer-error".to_owned()) } else { hint_id.clone() }}
                    onchange={view.on::<Event>(Action::Edit { fact: index, edit })}
                />
                <span class="choice-words">
                    { words }
                    if let Some(mark) = mark {
                        <span class="mark">{ view.t(mark_key(mark)) }</span>
                    }
                    if let Some(hint) = hint {
                        <small id={hint_id}>{ hint }</small>
                    }
                </span>
            </label>
        }
    };
    let holds = |bit: u8| matches!(answer, Answer::Values(mask) if mask >> bit & 1 == 1);
    let values: Vec<(u8, &'static str)> = match fact.kind {
        // People look for "yes" first.
        FactKind::YesNo => (0..)
            .zip(fact.values.iter().copied())
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
            .collect(),
        FactKind::One | FactKind::Many => (0..).zip(fact.values.iter().copied()).collect(),
    };
    html! {
        <div class={classes!("choices", (fact.values.len() > 11).then_some("choices-columns"))}>
            for (bit, id) in values {
                { option(
                    id,
                    if many { Edit::Toggle(bit) } else { Edit::Choose(bit) },
                    holds(bit),
                    value_words(fact, id, &*view.wording).into(),
                    session.mark(index, bit),
                ) }
            }
            if many {
                { option("none", Edit::ToggleNone, answer == Answer::Values(0), value_words(fact, "none", &*view.wording).into(), None) }
            }
            { option("unknown", Edit::ToggleUnknown, answer == Answer::DontKnow, view.t("unknown"), None) }
        </div>
    }
}

const fn mark_key(mark: Mark) -> &'static str {
    match mark {
        Mark::Suggested => "mark.suggested",
        Mark::Sector => "mark.sector",
    }
}
