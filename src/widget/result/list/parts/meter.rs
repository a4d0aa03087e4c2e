//! Readiness as figures and bars, with the formula behind them.

use yew::prelude::*;

use crate::catalog::{Catalog, WordingKey};
use crate::engine::{Readiness, ReadinessReport, Status};
use crate::widget::View;

/// The readiness figure, the groups behind it, and the formula.
pub(crate) fn meter(view: &View, catalog: &Catalog, report: &ReadinessReport) -> Html {
    let overall = report.overall;
    let counts = [
        ("done", overall.done.to_string()),
        ("counted", overall.counted.to_string()),
        ("excluded", overall.left_out.to_string()),
    ];
    let counts: Vec<(&str, &str)> = counts
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    html! {
        <div class="meter">
            { figure(view, overall.percent()) }
            <div class="meter-words">
                <meter min="0" max="100" value={overall.percent().to_string()} aria-label={view.t("meter.label")} />
                <p>{ view.t_with("meter.counts", &counts) }</p>
                <details class="fold">
                    <summary>{ view.t("meter.more") }</summary>
                    <p class="quiet">{ formula(view, catalog) }</p>
                    <table class="bars">
                        <caption class="visually-hidden">{ view.t("meter.groups") }</caption>
                        <tbody>
                            for (group, own) in report.groups.iter() {
                                { bar(view, group, *own) }
                            }
                        </tbody>
                    </table>
                </details>
            </div>
        </div>
    }
}

/// Unicode's sign for something in a text that is no text.
const OBJECT: &str = "\u{fffc}";

/// The figure in its sentence, wherever the language has it.
fn figure(view: &View, percent: u32) -> Html {
    let text = view.t_with("meter.ready", &[("percent", OBJECT)]);
    let (before, after) = text.split_once(OBJECT).unwrap_or((&text, ""));
    html! { <p class="meter-figure">{ before.to_owned() }<b>{ view.percent(percent) }</b>{ after.to_owned() }</p> }
}

fn bar(view: &View, group: &'static str, readiness: Readiness) -> Html {
    let percent = readiness.percent().to_string();
    html! {
        <tr key={group}>
            <th scope="row">{ view.text(&WordingKey::name("group", group)) }</th>
            <td aria-hidden="true">
                <svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none">
                    <rect class="bar-all" width="100" height="6" />
                    <rect class="bar-part" width={percent.clone()} height="6" />
                </svg>
            </td>
            <td class="bar-figure">{ view.percent(readiness.percent()) }</td>
        </tr>
    }
}

fn formula(view: &View, catalog: &Catalog) -> AttrValue {
    let plan = &catalog.plan;
    let weight = |place: usize| {
        plan.priority_weights
            .get(place)
            .map(u16::to_string)
            .unwrap_or_default()
    };
    let worth = |status: Status| {
        let place = Status::ALL.iter().position(|known| *known == status);
        place
            .and_then(|place| plan.status_weights.get(place))
            .map(u16::to_string)
            .unwrap_or_default()
    };
    view.t_with(
        "meter.formula",
        &[
            ("first", &weight(0)),
            ("next", &weight(1)),
            ("later", &weight(2)),
            ("planned", &worth(Status::Planned)),
            ("partial", &worth(Status::Partial)),
            ("implemented", &worth(Status::Implemented)),
            ("verified", &worth(Status::Verified)),
        ],
    )
}
