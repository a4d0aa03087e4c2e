//! What is recorded about a line: status, document, use and proof, owner, day, evidence, reason, note.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::catalog::{Applicability, WordingKey};
use crate::engine::{Line, Status, Work};
use crate::session::Action;
use crate::widget::View;

/// A change of what is recorded.
type Change = Box<dyn Fn(&mut Work, &web_sys::EventTarget)>;

/// The status, which is always in view.
pub(crate) fn status_select(view: &View, line: &Line, reference: &str, work: &Work) -> Html {
    let offered = Status::ALL
        .into_iter()
        .filter(|known| *known != Status::NotApplicable || line.applicability != Applicability::Applicable);
    let onchange = change(
        view,
        line.item,
        work,
        Box::new(|work, target| {
            let chosen = target
                .dyn_ref::<HtmlSelectElement>()
                .map(HtmlSelectElement::value);
            work.status = chosen.and_then(|id| Status::from_id(&id)).unwrap_or(work.status);
        }),
    );
    html! {
        <select class="line-status" aria-label={view.t_with("line.status", &[("ref", reference)])} {onchange}>
            for known in offered {
                <option key={known.id()} value={known.id()} selected={known == work.status}>
                    { view.text(&WordingKey::part("ui", "status", known.id())) }
                </option>
            }
        </select>
    }
}

/// The rest, inside the opened line.
pub(crate) fn record_form(view: &View, line: &Line, work: &Work) -> Html {
    let tick = |key: &str, checked: bool, set: fn(&mut Work, bool)| {
        let onchange = change(
            view,
            line.item,
            work,
            Box::new(move |work, target| {
                if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
                    set(work, input.checked());
                }
            }),
        );
        html! { <label class="record-tick"><input type="checkbox" {checked} {onchange} />{ view.t(key) }</label> }
    };
    let field = |key: &str, value: &str, set: fn(&mut Work, String)| {
        let onchange = change(
            view,
            line.item,
            work,
            Box::new(move |work, target| set(work, typed(target))),
        );
        html! {
            <label class="record-field">
                <span>{ view.t(key) }</span>
                <input type="text" value={value.to_owned()} maxlength="300" autocomplete="off" {onchange} />
            </label>
        }
    };
    let due = change(
        view,
        line.item,
        work,
        Box::new(|work, target| work.due = typed(target).parse().ok()),
    );
    let note = change(
        view,
        line.item,
        work,
        Box::new(|work, target| work.note = typed(target)),
    );
    html! {
        <fieldset class="record">
            <legend>{ view.t("record.title") }</legend>
            <div class="record-ticks">
                { tick("record.documented", work.documented, |work, is| work.documented = is) }
                { tick("record.working", work.working, |work, is| work.working = is) }
                { tick("record.proven", work.proven, |work, is| work.proven = is) }
            </div>
            if work.status == Status::NotApplicable {
                { field("record.reason", &work.reason, |work, text| work.reason = text) }
            }
            { field("record.owner", &work.owner, |work, text| work.owner = text) }
            <label class="record-field">
                <span>{ view.t("record.due") }</span>
                <input type="date" value={work.due.map(|due| due.to_string())} onchange={due} />
            </label>
            { field("record.evidence", &work.evidence, |work, text| work.evidence = text) }
            <label class="record-field">
                <span>{ view.t("record.note") }</span>
                <textarea rows="2" maxlength="2000" value={work.note.clone()} onchange={note} />
            </label>
        </fieldset>
    }
}

/// A callback that records a change. What is not changed stays as it is.
fn change(view: &View, item: u16, work: &Work, set: Change) -> Callback<Event> {
    let (act, work) = (view.act.clone(), work.clone());
    Callback::from(move |event: Event| {
        let mut work = work.clone();
        if let Some(target) = event.target() {
            set(&mut work, &target);
        }
        act.emit(Action::Record {
            item,
            work: Box::new(work),
        });
    })
}

fn typed(target: &web_sys::EventTarget) -> String {
    let input = target.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
    let area = || {
        target
            .dyn_ref::<HtmlTextAreaElement>()
            .map(HtmlTextAreaElement::value)
    };
    input.or_else(area).unwrap_or_default()
}
