//! Dates that apply, in order, with what starts on each.

use yew::prelude::*;

use crate::catalog::{Date, WordingKey};
use crate::session::Session;
use crate::widget::View;

/// A time line of the dates named by the rules that hold; nothing where they name none.
pub(crate) fn dates(view: &View, session: &Session) -> Html {
    let dates = dates_of(session);
    if dates.is_empty() {
        return Html::default();
    }
    html! {
        <section class="card" aria-labelledby="dates">
            <h3 id="dates">{ view.t("result.dates") }</h3>
            <ol class="dates">
                for (date, ids) in dates {
                    <li class={classes!("date", (date <= session.as_of).then_some("date-past"))}>
                        <time datetime={date.to_string()}>{ view.date(date) }</time>
                        <span class="date-state">
                            { view.t(if date <= session.as_of { "dates.applies" } else { "dates.ahead" }) }
                        </span>
                        <span>
                            for id in ids {
                                <span class="date-what">{ view.text(&WordingKey::name("milestone", id)) }</span>
                            }
                        </span>
                    </li>
                }
            </ol>
        </section>
    }
}

/// Each date with the milestones that fall on it, in order.
fn dates_of(session: &Session) -> Vec<(Date, Vec<&'static str>)> {
    let catalog = session.catalog;
    let mut dates: Vec<(Date, Vec<&'static str>)> = Vec::new();
    for (_, rule, verdict) in session.result.fired(catalog) {
        let known = verdict.milestone(catalog, rule);
        let Some((id, date)) = known.and_then(|known| Some((known.id, known.as_of(session.as_of)?))) else {
            continue;
        };
        match dates.iter_mut().find(|(known, _)| *known == date) {
            Some((_, ids)) if ids.contains(&id) => {}
            Some((_, ids)) => ids.push(id),
            None => dates.push((date, vec![id])),
        }
    }
    dates.sort_by_key(|(date, _)| *date);
    dates
}
