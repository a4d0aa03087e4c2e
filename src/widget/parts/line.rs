//! One line of the checklist: what to do, why, what an auditor asks for, and where it stands.

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::catalog::{Applicability, Item, WordingKey};
use crate::engine::{Line, Reason, Status};
use crate::export::depth_part;
use crate::session::Action;
use crate::widget::View;

/// Properties of [`LineDetails`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct LineProps {
    pub(crate) view: View,
    pub(crate) item: ItemRef,
    pub(crate) line: Line,
    /// Why it is here, in words.
    pub(crate) reason: AttrValue,
    pub(crate) status: Status,
}

/// An item of the catalogue, compared by place.
#[derive(Clone, Copy)]
pub(crate) struct ItemRef(pub(crate) &'static Item);

impl PartialEq for ItemRef {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self.0, other.0)
    }
}

/// One line of the checklist.
#[component]
pub(crate) fn LineDetails(props: &LineProps) -> Html {
    let LineProps {
        view,
        item,
        line,
        reason,
        status,
    } = props;
    let item = item.0;
    let text = |part: &str| view.optional(&WordingKey::part("item", item.id, part));
    let excluded = match line.reason {
        Reason::Conditional | Reason::Excludable => text("excluded"),
        _ => None,
    };
    let owner = view.text(&WordingKey::name("owner", item.owner));
    let days = line
        .half_days
        .map(|[low, high]| view.t_with("line.days", &[("low", &days(low)), ("high", &days(high))]));
    let reuse = (line.reuse > 0).then(|| view.t_with("line.reuse", &[("percent", &line.reuse.to_string())]));
    html! {
        <li class="line" data-status={status.id()}>
            <details>
                <summary>
                    <span class="line-ref">{ item.reference }</span>
                    <span class="line-title">{ item.title }</span>
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
                <div class="line-body">
                    <p>{ text("do") }</p>
                    if let Some(depth) = text(depth_part(line.wording)) {
                        { row(view.t("line.depth"), depth) }
                    }
                    { row(view.t("line.why"), reason.clone()) }
                    if let Some(excluded) = excluded {
                        { row(view.t("line.excluded"), excluded) }
                    }
                    { row(view.t("line.evidence"), text("evidence").unwrap_or_default()) }
                    if let Some(pitfall) = text("pitfall") {
                        { row(view.t("line.pitfall"), pitfall) }
                    }
                    <p class="line-facts">
                        <span>{ owner }</span>
                        <span>{ view.text(&WordingKey::part("ui", "phase", item.phase.id())) }</span>
                        if item.documented {
                            <span>{ view.t("line.documented") }</span>
                        }
                        for fact in days.into_iter().chain(reuse) {
                            <span key={fact.to_string()}>{ fact }</span>
                        }
                    </p>
                </div>
            </details>
            { status_select(view, item, line, *status) }
        </li>
    }
}

fn row(title: AttrValue, words: AttrValue) -> Html {
    html! { <p class="line-row"><b>{ title }</b>{ " " }{ words }</p> }
}

/// Half days as days: `1.5`. Integers only, because formatting floats costs five kilobytes.
fn days(half_days: u16) -> String {
    let whole = (half_days / 2).to_string();
    if half_days % 2 == 1 { whole + ".5" } else { whole }
}

fn status_select(view: &View, item: &'static Item, line: &Line, status: Status) -> Html {
    let (act, index) = (view.act.clone(), line.item);
    let onchange = Callback::from(move |event: Event| {
        let chosen = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        let status =
            chosen.and_then(|select| Status::ALL.into_iter().find(|known| known.id() == select.value()));
        if let Some(status) = status {
            act.emit(Action::SetStatus { item: index, status });
        }
    });
    let offered = Status::ALL
        .into_iter()
        .filter(|known| *known != Status::Excluded || line.applicability != Applicability::Applicable);
    html! {
        <select
            class="line-status"
            aria-label={view.t_with("line.status", &[("ref", item.reference)])}
            {onchange}
        >
            for known in offered {
                <option key={known.id()} value={known.id()} selected={known == status}>
                    { view.text(&WordingKey::part("ui", "status", known.id())) }
                </option>
            }
        </select>
    }
}
