//! Dates that apply: since when, and what changes on the way.

use yew::prelude::*;

use crate::catalog::{Date, Milestone, Tier, WordingKey};
use crate::engine::upcoming;
use crate::session::Session;
use crate::widget::View;

/// A day on the time line: the tiers possible from then on, where they change, and the milestones reached.
struct Day {
    date: Date,
    range: Option<[Tier; 2]>,
    milestones: Vec<&'static str>,
}

/// A time line of the dates named by the rules that hold, and of the changes ahead.
pub(crate) fn dates(view: &View, session: &Session) -> Html {
    let days = days(session);
    if days.is_empty() {
        return Html::default();
    }
    html! {
        <section class="card" part="card" aria-labelledby="dates">
            <h3 id="dates">{ view.t("result.dates") }</h3>
            <ol class="dates">
                for day in days {
                    <li class={classes!("date", (day.date <= session.as_of).then_some("date-past"))}>
                        <time datetime={day.date.to_string()}>{ view.date(day.date) }</time>
                        <span class="date-state">
                            { view.t(if day.date <= session.as_of { "dates.applies" } else { "dates.ahead" }) }
                        </span>
                        <span>
                            if let Some(range) = day.range {
                                <b class="date-what">{ becomes(view, range) }</b>
                            }
                            for id in day.milestones {
                                <span class="date-what">{ view.text(&WordingKey::name("milestone", id)) }</span>
                            }
                        </span>
                    </li>
                }
            </ol>
        </section>
    }
}

fn becomes(view: &View, [lowest, highest]: [Tier; 2]) -> AttrValue {
    view.tiers("dates.becomes", "dates.becomes-range", lowest, highest)
}

/// The days behind and ahead, in order.
fn days(session: &Session) -> Vec<Day> {
    let catalog = session.catalog;
    let mut days: Vec<Day> = Vec::new();
    let mut reached =
        |date: Date, milestone: &'static Milestone| match days.iter_mut().find(|day| day.date == date) {
            Some(day) if day.milestones.contains(&milestone.id) => {}
            Some(day) => day.milestones.push(milestone.id),
            None => days.push(Day {
                date,
                range: None,
                milestones: vec![milestone.id],
            }),
        };
    for (_, rule, verdict) in session.result.fired(catalog) {
        if let Some(milestone) = verdict.milestone(catalog, rule)
            && let Some(date) = milestone.as_of(session.as_of)
            && date <= session.as_of
        {
            reached(date, milestone);
        }
    }
    for change in upcoming(catalog, &session.answers, &session.result) {
        days.push(Day {
            date: change.date,
            range: change.range,
            milestones: change.milestone_ids(catalog),
        });
    }
    days.sort_by_key(|day| day.date);
    days
}
