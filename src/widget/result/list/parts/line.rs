//! One line of the checklist: what to do, why, what an auditor asks for, and where it stands.

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::record::status_select;
use super::{range, record_form};
use crate::catalog::{Applicability, Catalog, Item, ItemKind, WordingKey};
use crate::engine::{Line, Reason, Work};
use crate::export::{depth_part, emphasis_words, finding_words, notes};
use crate::widget::View;

/// Properties of [`LineDetails`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct LineProps {
    pub(crate) view: View,
    pub(crate) item: ItemRef,
    pub(crate) line: Line,
    /// Why it is here, in words.
    pub(crate) reason: AttrValue,
    pub(crate) work: Work,
    /// Kinds of organisation, and whether it is small: what the notes speak to.
    pub(crate) kinds: ([bool; 3], bool),
}

/// An item of a catalogue, compared by place.
#[derive(Clone, Copy)]
pub(crate) struct ItemRef(pub(crate) &'static Item, pub(crate) &'static Catalog);

impl PartialEq for ItemRef {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self.0, other.0)
    }
}

/// One line of the checklist. What is inside is made only once it is opened.
#[component]
pub(crate) fn LineDetails(props: &LineProps) -> Html {
    let LineProps {
        view,
        item,
        line,
        work,
        ..
    } = props;
    let item = item.0;
    let open = use_state(|| false);
    let ontoggle = {
        let open = open.clone();
        // Browsers merge toggle events, so the element says how it stands.
        Callback::from(move |event: Event| {
            let element = event
                .target()
                .and_then(|target| target.dyn_into::<Element>().ok());
            open.set(element.is_some_and(|element| element.has_attribute("open")));
        })
    };
    html! {
        <li class="line" part="line" data-status={line.counted(work.status).id()}>
            <details {ontoggle}>
                <summary>
                    <span class="line-ref">{ view.reference(item) }</span>
                    <span class="line-title">{ view.title(item) }</span>
                    <span class="line-marks">
                        if line.applicability != Applicability::Applicable {
                            <span class="mark">{ view.text(&WordingKey::part("ui", "applicability", line.applicability.id())) }</span>
                        }
                        if line.priority == 1 {
                            <span class="mark mark-first">{ view.t("line.first") }</span>
                        }
                        if let Some(due) = line.due {
                            <span class="mark">{ view.date(due) }</span>
                        }
                    </span>
                </summary>
                if *open {
                    { body(props) }
                }
            </details>
            { status_select(view, line, &label(view, item), work) }
        </li>
    }
}

/// The number of the line, with the title where several lines have the same number, as steps to stop do.
fn label(view: &View, item: &Item) -> String {
    if item.kind == ItemKind::Act {
        return [&view.reference(item), ", ", &view.title(item)].concat();
    }
    item.reference.to_owned()
}

fn body(props: &LineProps) -> Html {
    let LineProps {
        view,
        item,
        line,
        reason,
        work,
        kinds,
    } = props;
    let ItemRef(item, catalog) = *item;
    let text = |part: &str| view.optional(&WordingKey::part("item", item.id, part));
    let excluded = match line.reason {
        Reason::Conditional | Reason::Excludable => text("excluded"),
        _ => None,
    };
    let tasks: Vec<AttrValue> = ["task1", "task2", "task3", "task4"]
        .into_iter()
        .filter_map(text)
        .collect();
    let told = [
        ("line.depth", text(depth_part(line.wording))),
        ("line.where", text("where")),
        ("line.driver", text("driver")),
        ("line.excluded", excluded),
        ("line.evidence", text("evidence")),
        ("line.pitfall", text("pitfall")),
        ("line.new", text("new").filter(|_| line.reuse > 0)),
    ];
    let why = emphasis_words(catalog, line, &*view.wording);
    let findings = finding_words(catalog, line.item, &*view.wording);
    html! {
        <div class="line-body">
            <p>{ text("do") }</p>
            if let Some(good) = text("why") {
                <p class="quiet">{ good }</p>
            }
            if !tasks.is_empty() {
                <ol class="tasks">
                    for task in tasks {
                        <li>{ task }</li>
                    }
                </ol>
            }
            { row(view, "line.why", reason.clone()) }
            for words in why {
                { row(view, "line.earlier", words.into()) }
            }
            for words in notes(item, kinds.0, kinds.1, &*view.wording) {
                { row(view, "line.yours", words.into()) }
            }
            for (key, words) in told {
                if let Some(words) = words {
                    { row(view, key, words) }
                }
            }
            for words in findings {
                { row(view, "line.finding", words.into()) }
            }
            if !item.confirmed {
                <p class="quiet">{ view.t("line.unconfirmed") }</p>
            }
            { additions(view, item, catalog) }
            { places(view, item, catalog, line) }
            { facts(view, item, line) }
            { record_form(view, line, work) }
        </div>
    }
}

fn row(view: &View, key: &str, words: AttrValue) -> Html {
    html! { <p class="line-row"><b>{ view.t(key) }</b>{ " " }{ words }</p> }
}

/// What overlays add to the item: controls and evidence of theirs, and ways into their pages.
fn additions(view: &View, item: &Item, catalog: &'static Catalog) -> Html {
    let mut found = catalog.additions(item.id).peekable();
    if found.peek().is_none() {
        return Html::default();
    }
    html! {
        for (overlay, addition) in found {
            <section class="addition" part="addition" key={overlay.id} lang={overlay.language}>
                <h4>{ overlay.name }</h4>
                if !addition.controls.is_empty() {
                    <p>{ view.t("line.own-controls") }{ " " }{ addition.controls.join(", ") }</p>
                }
                <ul class="plain">
                    for words in addition.evidence.iter() {
                        <li>{ *words }</li>
                    }
                    for link in addition.links.iter() {
                        <li><a href={link.url} target="_blank" rel="noopener noreferrer">{ link.title }</a></li>
                    }
                </ul>
            </section>
        }
    }
}

/// Where the item stands in other standards and laws.
fn places(view: &View, item: &Item, catalog: &'static Catalog, line: &Line) -> Html {
    let frameworks = catalog.plan.crosswalk.iter();
    let found: Vec<(&'static str, String)> = frameworks
        .filter_map(|framework| {
            let link = framework.links.iter().find(|link| link.item == line.item)?;
            Some((framework.id, link.at.join(", ")))
        })
        .collect();
    if found.is_empty() && item.links.is_empty() {
        return Html::default();
    }
    html! {
        <details class="fold">
            <summary>{ view.t("line.links") }</summary>
            <dl class="places">
                if !item.links.is_empty() {
                    <div><dt>{ view.t("line.makes-concrete") }</dt><dd>{ item.links.join(", ") }</dd></div>
                }
                for (id, at) in found {
                    <div key={id}>
                        <dt title={view.text(&WordingKey::part("framework", id, "note"))}>
                            { view.text(&WordingKey::part("framework", id, "name")) }
                        </dt>
                        <dd>{ at }</dd>
                    </div>
                }
            </dl>
        </details>
    }
}

fn facts(view: &View, item: &Item, line: &Line) -> Html {
    let effort = line.half_days.map(|days| range(view, days.map(u32::from)));
    let reuse = (line.reuse > 0).then(|| view.t_with("line.reuse", &[("percent", &line.reuse.to_string())]));
    html! {
        <p class="line-facts">
            <span>{ view.text(&WordingKey::name("owner", item.owner)) }</span>
            <span>{ view.text(&WordingKey::part("ui", "phase", item.phase.id())) }</span>
            if item.per_system {
                <span>{ view.t("line.per-system") }</span>
            }
            if item.documented {
                <span>{ view.t("line.documented") }</span>
            }
            for fact in effort.into_iter().chain(reuse) {
                <span key={fact.to_string()}>{ fact }</span>
            }
        </p>
    }
}
