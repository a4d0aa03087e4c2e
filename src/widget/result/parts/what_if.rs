//! What would change the tier: other answers to one or two questions, and where they lead.

use yew::prelude::*;

use crate::catalog::{FactKind, Tier, WordingKey};
use crate::engine::{Alternative, Edit, alternatives};
use crate::export::value_words;
use crate::session::Session;
use crate::widget::{Notice, Step, View};

/// More than these in a direction would bury the nearest.
const SHOWN: usize = 3;

/// The smallest changes upwards and downwards; nothing where there are none.
pub(crate) fn what_if(view: &View, session: &Session) -> Html {
    let [up, down] = alternatives(session.catalog, &session.answers, session.as_of);
    if up.is_empty() && down.is_empty() {
        return Html::default();
    }
    html! {
        <details class="card fold" part="card">
            <summary><h3>{ view.t("what-if.title") }</h3></summary>
            { direction(view, session, "what-if.up", &up) }
            { direction(view, session, "what-if.down", &down) }
        </details>
    }
}

fn direction(view: &View, session: &Session, title: &str, found: &[Alternative]) -> Html {
    if found.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h4>{ view.t(title) }</h4>
            <ul class="what-if">
                for alternative in special(found).into_iter().take(SHOWN) {
                    <li>
                        <p class="what-if-tier" data-tier={alternative.highest.id()}>{ view.range(alternative.lowest, alternative.highest) }</p>
                        <ul class="answers">
                            for edit in alternative.edits.iter() {
                                { changed(view, session, *edit) }
                            }
                        </ul>
                    </li>
                }
            </ul>
        </>
    }
}

/// Alternatives without those that only take the use out of scope, which anyone can think of; unless there
/// are no others.
fn special(found: &[Alternative]) -> Vec<&Alternative> {
    let inside: Vec<&Alternative> = found
        .iter()
        .filter(|alternative| alternative.highest > Tier::OutOfScope)
        .collect();
    if inside.is_empty() {
        found.iter().collect()
    } else {
        inside
    }
}

fn changed(view: &View, session: &Session, edit: Edit) -> Html {
    let Some(fact) = session.catalog.facts.get(usize::from(edit.fact)) else {
        return Html::default();
    };
    let question = view.text(&WordingKey::fact(fact.id, "question"));
    let words = |mask: u32| -> Vec<AttrValue> {
        fact.value_ids(mask)
            .map(|id| value_words(fact, id, &*view.wording).into())
            .collect()
    };
    let added = if fact.kind == FactKind::Many {
        "what-if.also"
    } else {
        "what-if.instead"
    };
    html! {
        <li>
            <span class="answer-question">{ question.clone() }</span>
            if (edit.add, edit.remove) == (0, 0) {
                <span class="quiet">{ view.t("what-if.instead") }</span>
                <b class="what-if-answer">{ value_words(fact, "none", &*view.wording) }</b>
            }
            for (title, mask) in [(added, edit.add), ("what-if.without", edit.remove)] {
                if mask != 0 {
                    <span class="quiet">{ view.t(title) }</span>
                    for answer in words(mask).into_iter().take(SHOWN) {
                        <b class="what-if-answer">{ answer }</b>
                    }
                    if let Some(more) = (mask.count_ones() as usize).checked_sub(SHOWN).filter(|more| *more > 0) {
                        <span class="quiet">{ view.t_with("what-if.more", &[("count", &more.to_string())]) }</span>
                    }
                }
            }
            <button type="button" class="link" onclick={view.tell(Notice::Step(Step::question(session, edit.fact)))}>
                { view.t("what-if.go") }
                <span class="visually-hidden">{ ": " }{ question }</span>
            </button>
        </li>
    }
}
