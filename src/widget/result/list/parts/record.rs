//! What is recorded about a line: status, document, use and proof, owner, day, evidence, reason, note.

use wasm_bindgen::JsCast;
use web_sys::{EventTarget, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::catalog::{Applicability, WordingKey};
use crate::engine::{Line, Status, Work};
use crate::session::{Action, Change};
use crate::widget::View;

/// The status, which is always in view.
pub(crate) fn status_select(view: &View, line: &Line, label: &str, work: &Work) -> Html {
    let offered =
        |status: &Status| *status != Status::NotApplicable || line.applicability != Applicability::Applicable;
    let shown = line.counted(work.status);
    let onchange = change(view, line.item, |target| {
        let select: &HtmlSelectElement = target.dyn_ref()?;
        Status::from_id(&select.value()).map(Change::Status)
    });
    html! {
        <select class="line-status" disabled={view.readonly} aria-label={view.t_with("line.status", &[("ref", label)])} {onchange}>
            for known in Status::ALL.into_iter().filter(offered) {
                <option key={known.id()} value={known.id()} selected={known == shown}>
                    { view.text(&WordingKey::part("ui", "status", known.id())) }
                </option>
            }
        </select>
    }
}

/// The rest, inside the opened line.
pub(crate) fn record_form(view: &View, line: &Line, work: &Work) -> Html {
    let tick = |key: &str, checked: bool, make: fn(bool) -> Change| {
        let onchange = change(view, line.item, move |target| {
            let input: &HtmlInputElement = target.dyn_ref()?;
            Some(make(input.checked()))
        });
        html! { <label class="record-tick"><input type="checkbox" {checked} {onchange} />{ view.t(key) }</label> }
    };
    let field = |key: &str, value: &str, make: fn(String) -> Change| {
        let onchange = change(view, line.item, move |target| Some(make(typed(target))));
        html! {
            <label class="record-field">
                <span>{ view.t(key) }</span>
                <input type="text" value={value.to_owned()} maxlength="300" autocomplete="off" {onchange} />
            </label>
        }
    };
    let due = change(view, line.item, |target| {
        Some(Change::Due(typed(target).parse().ok()))
    });
    let note = change(view, line.item, |target| Some(Change::Note(typed(target))));
    html! {
        <fieldset class="record" disabled={view.readonly}>
            <legend>{ view.t("record.title") }</legend>
            <div class="record-ticks">
                { tick("record.documented", work.documented, Change::Documented) }
                { tick("record.working", work.working, Change::Working) }
                { tick("record.proven", work.proven, Change::Proven) }
            </div>
            if work.status == Status::NotApplicable && line.applicability != Applicability::Applicable {
                { field("record.reason", &work.reason, Change::Reason) }
            }
            { field("record.owner", &work.owner, Change::Owner) }
            <label class="record-field">
                <span>{ view.t("record.due") }</span>
                <input type="date" value={work.due.map(|due| due.to_string())} onchange={due} />
            </label>
            { field("record.evidence", &work.evidence, Change::Evidence) }
            <label class="record-field">
                <span>{ view.t("record.note") }</span>
                <textarea rows="2" maxlength="2000" value={work.note.clone()} onchange={note} />
            </label>
        </fieldset>
    }
}

/// A callback that records what `read` finds in the field.
fn change(
    view: &View,
    item: u16,
    read: impl Fn(&EventTarget) -> Option<Change> + 'static,
) -> Callback<Event> {
    let act = view.act.clone();
    Callback::from(move |event: Event| {
        if let Some(change) = event.target().and_then(|target| read(&target)) {
            act.emit(Action::Record { item, change });
        }
    })
}

fn typed(target: &EventTarget) -> String {
    let input = target.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
    let area = || {
        target
            .dyn_ref::<HtmlTextAreaElement>()
            .map(HtmlTextAreaElement::value)
    };
    input.or_else(area).unwrap_or_default()
}
