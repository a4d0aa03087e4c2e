//! One question: the decision, help, an example, and what is still possible.

use yew::prelude::*;

use crate::catalog::{Fact, WordingKey};
use crate::session::{Action, Session};
use crate::widget::View;
use crate::widget::assess::parts::{range_words, step_progress};
use crate::widget::parts::{choices, ladder};

/// The page of the question of a fact.
pub(crate) fn question_page(view: &View, session: &Session, heading: NodeRef, index: u16) -> Html {
    let Some(fact) = session.catalog.facts.get(usize::from(index)) else {
        return Html::default();
    };
    let text = |part: &str| view.text(&WordingKey::fact(fact.id, part));
    // Later questions load apart from the first ones.
    if view.optional(&WordingKey::fact(fact.id, "question")).is_none() {
        return html! {
            <section class="page">
                <h2 ref={heading} tabindex="-1" class="loading">{ view.t("loading") }</h2>
            </section>
        };
    }
    // On the button and not on the form: a sandbox that allows no forms sends none, and the Enter key clicks
    // the button anyway.
    let onclick = {
        let act = view.act.clone();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            act.emit(Action::Continue);
        })
    };
    html! {
        <section class="page question" key={index}>
            <form class="question-main" part="question" novalidate={true}>
                { step_progress(view, session.progress(), fact.topic) }
                <fieldset aria-describedby="help">
                    <legend>
                        <h2 ref={heading} tabindex="-1" part="heading">{ text("question") }</h2>
                    </legend>
                    <p class="help" id="help" part="help">{ text("help") }</p>
                    { error(view, session.missing_answer) }
                    { choices(view, session, index, fact, session.missing_answer) }
                </fieldset>
                <div class="actions" part="actions">
                    <button type="submit" class="button primary" part="button button-primary" {onclick}>
                        { view.t("continue") }
                    </button>
                    <button type="button" class="button" part="button" onclick={view.on(Action::Back)}>{ view.t("back") }</button>
                </div>
            </form>
            <aside class="question-side" aria-label={view.t("side.label")}>
                <div class="note">
                    <h3>{ view.t("help.example") }</h3>
                    <p>{ example(view, session, fact) }</p>
                </div>
                <div class="note possible">
                    <h3>{ view.t("side.title") }</h3>
                    { ladder(view, session.result.lowest, session.result.highest) }
                    <p class="possible-words">{ range_words(view, &session.result) }</p>
                </div>
            </aside>
        </section>
    }
}

/// The example from the sector of the use case, where there is one; else the general one.
fn example(view: &View, session: &Session, fact: &Fact) -> AttrValue {
    let catalog = session.catalog;
    let of_sector = catalog
        .facts
        .get(usize::from(catalog.special.sectors))
        .and_then(|sectors| sectors.value_ids(session.result.sectors).next())
        .and_then(|sector| {
            view.optional(&WordingKey::part(
                "sector",
                sector,
                &["example", fact.id].join("."),
            ))
        });
    of_sector.unwrap_or_else(|| view.text(&WordingKey::fact(fact.id, "example")))
}

fn error(view: &View, missing: bool) -> Html {
    if !missing {
        return Html::default();
    }
    html! { <p class="error" id="answer-error" role="alert">{ view.t("answer-missing") }</p> }
}
