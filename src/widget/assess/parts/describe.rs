//! A description in free words, and what it suggests. It suggests only: each answer is given by hand.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::catalog::{Catalog, WordingKey};
use crate::export::value_words;
use crate::session::{Action, Session};
use crate::suggest::{Scored, Suggestion, suggest};
use crate::widget::assess::Suggester;
use crate::widget::{Notice, View};

/// Properties of [`Describe`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct DescribeProps {
    /// Texts and actions.
    pub(crate) view: View,
    /// The state, for what is suggested already.
    pub(crate) session: Session,
    /// The model.
    pub(crate) suggester: Suggester,
}

/// The field for the description, and below it what it suggests. A component, because it keeps the words
/// until the model has come.
#[component]
pub(crate) fn Describe(props: &DescribeProps) -> Html {
    let (view, session) = (&props.view, &props.session);
    let field = use_node_ref();
    let asked = use_state(|| None::<String>);
    let (act, catalog) = (view.act.clone(), session.catalog);
    use_effect_with(
        ((*asked).clone(), props.suggester.clone()),
        move |(asked, suggester)| {
            if let (Some(words), Suggester::Ready(model)) = (asked, suggester) {
                act.emit(Action::Suggest(masks(catalog, &suggest(model, words))));
            }
        },
    );
    let ask = {
        let (field, asked, notify) = (field.clone(), asked.clone(), view.notify.clone());
        let absent = !matches!(props.suggester, Suggester::Ready(_));
        Callback::from(move |_: MouseEvent| {
            let words = field.cast::<HtmlTextAreaElement>().map(|field| field.value());
            asked.set(words.filter(|words| !words.trim().is_empty()));
            if absent {
                notify.emit(Notice::ModelNeeded);
            }
        })
    };
    let found = match (&*asked, &props.suggester) {
        (None, _) => Html::default(),
        (_, Suggester::Absent) => html! { <p class="quiet">{ view.t("describe.loading") }</p> },
        (_, Suggester::Failed) => html! { <p class="error">{ view.t("describe.failed") }</p> },
        (_, Suggester::Ready(_)) => suggested(view, session),
    };
    html! {
        <details class="fold describe">
            <summary>{ view.t("describe.title") }</summary>
            <label for="describe">{ view.t("describe.lead") }</label>
            <textarea id="describe" rows="4" maxlength="4000" ref={field} autocomplete="off" />
            <div class="actions">
                <button type="button" class="button" onclick={ask}>{ view.t("describe.ask") }</button>
            </div>
            <div aria-live="polite">{ found }</div>
        </details>
    }
}

/// What is suggested, by question.
fn suggested(view: &View, session: &Session) -> Html {
    if session.suggestions.is_empty() {
        return html! { <p>{ view.t("describe.nothing") }</p> };
    }
    html! {
        <>
            <p>{ view.t("describe.found") }</p>
            <dl class="suggested">
                for (index, mask) in session.suggestions.iter().copied() {
                    if let Some(fact) = session.catalog.facts.get(usize::from(index)) {
                        <div key={fact.id}>
                            <dt>{ view.text(&WordingKey::fact(fact.id, "question")) }</dt>
                            for id in fact.value_ids(mask) {
                                <dd>{ value_words(fact, id, &*view.wording) }</dd>
                            }
                        </div>
                    }
                }
            </dl>
        </>
    }
}

/// A suggestion as facts of the catalogue with bit masks; what the catalogue does not know is left out.
fn masks(catalog: &'static Catalog, suggestion: &Suggestion) -> Vec<(u16, u32)> {
    let ids = |scored: &[Scored]| scored.iter().map(|class| class.id.clone()).collect();
    let id_of = |fact: u16| catalog.facts.get(usize::from(fact)).map_or("", |fact| fact.id);
    let special = &catalog.special;
    let mut found: Vec<(&str, Vec<String>)> = vec![
        (id_of(special.sectors), ids(&suggestion.sectors)),
        (id_of(special.areas), ids(&suggestion.areas)),
    ];
    found.extend(
        suggestion
            .answers
            .iter()
            .map(|(fact, values)| (fact.as_str(), values.clone())),
    );
    (0..)
        .zip(catalog.facts)
        .filter_map(|(index, fact)| {
            let wanted = found.iter().filter(|(id, _)| *id == fact.id);
            let mask = wanted.flat_map(|(_, values)| values).fold(0, |mask, value| {
                let bit = fact.values.iter().position(|known| known == value);
                bit.map_or(mask, |bit| mask | 1 << bit)
            });
            (mask != 0).then_some((index, mask))
        })
        .collect()
}
