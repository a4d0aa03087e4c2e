//! Documents begun from the answers, to read, save and go on with.

use std::rc::Rc;

use yew::prelude::*;

use crate::catalog::FOREIGN;
use crate::engine::Checklist;
use crate::export::{RiskRecord, SectionRecord, StarterRecord, starter_records};
use crate::session::Session;
use crate::widget::{Notice, View};

/// The page of the documents.
pub(crate) fn starters_page(view: &View, session: &Session, list: &Checklist) -> Html {
    let found = starter_records(&session.evaluation(), &session.result, list, &*view.wording);
    html! {
        <>
            <p class="lead">{ view.t("starter.lead") }</p>
            { for found.iter().map(|starter| document(view, starter)) }
        </>
    }
}

fn document(view: &View, starter: &StarterRecord) -> Html {
    let notice = Notice::Document {
        name: starter.id,
        text: Rc::from(plain(view, starter)),
    };
    html! {
        <details class="card fold" part="card" key={starter.id}>
            <summary><h3>{ starter.name.clone() }</h3></summary>
            <p class="quiet">{ starter.lead.clone() }</p>
            <div class="actions">
                <button type="button" class="button" onclick={view.tell(notice)}>
                    { view.t("starter.save") }
                    <span class="visually-hidden">{ ": " }{ starter.name.clone() }</span>
                </button>
            </div>
            { for starter.sections.iter().map(|found| section(view, found)) }
        </details>
    }
}

fn section(view: &View, found: &SectionRecord) -> Html {
    html! {
        <section class="starter" key={found.id}>
            <h4>{ found.title.clone() }</h4>
            <ul class="plain">
                for words in found.fields.iter().chain(&found.lines) {
                    <li>{ words.clone() }</li>
                }
            </ul>
            for risk in found.risks.iter() {
                <p key={risk.id}>
                    <b>{ risk.name.clone() }</b>{ " " }<span>{ risk.event.clone() }</span>{ " " }
                    <span>{ view.t("starter.treatment") }</span>{ " " }<span>{ risk.treatment.clone() }</span>
                    <span class="quiet">{ " " }{ annex(view, risk) }</span>
                </p>
            }
        </section>
    }
}

fn annex(view: &View, risk: &RiskRecord) -> AttrValue {
    let items = risk.items.join(", ");
    let values = [
        ("source", risk.source),
        ("objective", risk.objective),
        ("items", items.as_str()),
    ];
    view.t_with("starter.annex", &values)
}

/// The document as plain text with light marks, which every editor takes.
fn plain(view: &View, starter: &StarterRecord) -> String {
    let mut text = ["# ", &starter.name, "\n\n", &starter.lead, "\n"].concat();
    for found in &starter.sections {
        text.push_str(&["\n## ", &found.title, "\n\n"].concat());
        for words in found.fields.iter().chain(&found.lines) {
            text.push_str(&["- ", words, "\n"].concat());
        }
        for risk in &found.risks {
            let treatment = view.t("starter.treatment");
            let parts = [
                "- **",
                &risk.name,
                "**: ",
                &risk.event,
                " ",
                &treatment,
                " ",
                &risk.treatment,
            ];
            text.push_str(&parts.concat());
            text.push_str(&[" (", &annex(view, risk), ")\n"].concat());
        }
    }
    text.push_str(&["\n", &view.t("no-legal-advice"), "\n"].concat());
    // Such a file cannot say of what language a text in it is.
    text.replace(FOREIGN, "")
}
