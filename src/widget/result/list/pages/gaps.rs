//! What is missing: the gate before the audit, a map of the open lines, and the lines by urgency.

use yew::prelude::*;

use crate::catalog::WordingKey;
use crate::engine::{Checklist, Gap, gaps, gate};
use crate::session::Session;
use crate::widget::View;
use crate::widget::result::list::parts::range;

/// Lines shown before the rest is folded.
const SHOWN: usize = 12;

/// Effort bands of the map, in half person-days: up to two days, up to five, more.
const BANDS: [(&str, u16); 3] = [("gaps.small", 4), ("gaps.medium", 10), ("gaps.large", u16::MAX)];

/// The page of the gaps.
pub(crate) fn gaps_page(view: &View, session: &Session, list: &Checklist) -> Html {
    let found = gaps(session.catalog, list, |item| session.status(item));
    let (first, rest) = found.split_at(found.len().min(SHOWN));
    html! {
        <>
            <p class="lead">{ view.t("gaps.lead") }</p>
            { gate_card(view, session, list) }
            { map(view, list, &found) }
            <section class="card" part="card" aria-labelledby="gaps-list">
                <h3 id="gaps-list">{ view.t("gaps.title") }</h3>
                <ol class="gaps">{ for first.iter().map(|gap| line(view, session, list, gap)) }</ol>
                if !rest.is_empty() {
                    <details class="fold">
                        <summary>{ view.t_with("gaps.more", &[("count", &rest.len().to_string())]) }</summary>
                        <ol class="gaps" start={(SHOWN + 1).to_string()}>
                            { for rest.iter().map(|gap| line(view, session, list, gap)) }
                        </ol>
                    </details>
                }
            </section>
        </>
    }
}

fn gate_card(view: &View, session: &Session, list: &Checklist) -> Html {
    let found = gate(session.catalog, list, |item| session.status(item));
    let met = found
        .iter()
        .filter(|prerequisite| prerequisite.missing.is_empty())
        .count();
    let (met, all) = (met.to_string(), found.len().to_string());
    let id = |item: &u16| {
        session
            .catalog
            .items
            .get(usize::from(*item))
            .map_or("", |item| item.reference)
    };
    html! {
        <section class="card" part="card" aria-labelledby="gate">
            <h3 id="gate">{ view.t("gate.title") }</h3>
            <p>{ view.t_with("gate.count", &[("met", &met), ("all", &all)]) }</p>
            <ul class="gate">
                for prerequisite in found {
                    <li key={prerequisite.id} data-met={prerequisite.missing.is_empty().to_string()}>
                        <span>{ view.text(&WordingKey::name("prerequisite", prerequisite.id)) }</span>
                        <span class="quiet">
                            if prerequisite.missing.is_empty() {
                                { view.t("gate.met") }
                            } else {
                                { view.t_with("gate.missing", &[("items", &prerequisite.missing.iter().map(id).collect::<Vec<_>>().join(", "))]) }
                            }
                        </span>
                    </li>
                }
            </ul>
        </section>
    }
}

/// Open lines by priority and effort: where a little work helps much. A table is its own text.
fn map(view: &View, list: &Checklist, found: &[Gap]) -> Html {
    let count = |priority: u8, band: usize| {
        let within = |gap: &&Gap| {
            let Some(line) = list.lines.get(gap.line) else {
                return false;
            };
            let place = gap
                .half_days
                .map(|[_, high]| BANDS.iter().position(|(_, most)| high <= *most));
            line.priority == priority && place.flatten() == Some(band)
        };
        found.iter().filter(within).count()
    };
    if found.iter().all(|gap| gap.half_days.is_none()) {
        return html! { <p class="quiet">{ view.t("gaps.no-size") }</p> };
    }
    html! {
        <section class="card" part="card" aria-labelledby="gaps-map">
            <h3 id="gaps-map">{ view.t("gaps.map") }</h3>
            <table class="heat">
                <thead>
                    <tr>
                        <td></td>
                        for (name, _) in BANDS {
                            <th scope="col">{ view.t(name) }</th>
                        }
                    </tr>
                </thead>
                <tbody>
                    for (priority, name) in [(1, "gaps.first"), (2, "gaps.next"), (3, "gaps.later")] {
                        <tr key={name}>
                            <th scope="row">{ view.t(name) }</th>
                            for band in 0..BANDS.len() {
                                <td data-heat={heat(count(priority, band))}>{ count(priority, band) }</td>
                            }
                        </tr>
                    }
                </tbody>
            </table>
        </section>
    }
}

const fn heat(count: usize) -> &'static str {
    match count {
        0 => "none",
        1..=4 => "some",
        5..=11 => "more",
        _ => "most",
    }
}

fn line(view: &View, session: &Session, list: &Checklist, gap: &Gap) -> Html {
    let Some((line, item)) = list
        .lines
        .get(gap.line)
        .and_then(|line| Some((line, session.catalog.items.get(usize::from(line.item))?)))
    else {
        return Html::default();
    };
    html! {
        <li key={item.id}>
            <b>{ view.reference(item) }</b>{ " " }{ view.title(item) }
            <span class="line-facts">
                if gap.blocks {
                    <span class="mark mark-first">{ view.t("gaps.blocks") }</span>
                }
                if let Some(due) = gap.due {
                    <span class="mark">{ view.date(due) }</span>
                }
                <span>{ view.text(&WordingKey::part("ui", "status", line.counted(session.status(line.item)).id())) }</span>
                if let Some(days) = gap.half_days {
                    <span>{ range(view, days.map(u32::from)) }</span>
                }
            </span>
        </li>
    }
}
