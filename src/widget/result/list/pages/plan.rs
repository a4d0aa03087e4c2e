//! The way to a certificate: months, person-days, steps, and the dates of the law on the same axis.

use yew::prelude::*;

use crate::catalog::WordingKey;
use crate::engine::{Checklist, Schedule, StepSpan, schedule, upcoming, weeks};
use crate::export::months_between;
use crate::session::Session;
use crate::widget::View;
use crate::widget::result::list::parts::range;

/// The page of the plan.
pub(crate) fn plan_page(view: &View, session: &Session, list: &Checklist) -> Html {
    let Some(found) = schedule(&session.evaluation(), list) else {
        return Html::default();
    };
    let [low, high] = found.months.map(|months| months.to_string());
    html! {
        <>
            <p class="lead">{ view.t_with("plan.months", &[("low", &low), ("high", &high)]) }</p>
            <ul class="plain">
                { for basis(view, session, &found) }
            </ul>
            <p>{ view.text(&WordingKey::name("inventory", "first")) }</p>
            { axis(view, session, &found) }
            <p class="quiet">{ view.text(&WordingKey::name("duration", "basis")) }</p>
            <p class="quiet">{ view.text(&WordingKey::name("dates", "moved")) }</p>
        </>
    }
}

fn basis(view: &View, session: &Session, found: &Schedule) -> Vec<Html> {
    let plan = &session.catalog.plan;
    let mut words: Vec<AttrValue> = Vec::new();
    words.extend(
        plan.bases
            .get(found.base)
            .map(|base| view.text(&WordingKey::name("base", base.id))),
    );
    if found.saved != [0, 0] {
        let [low, high] = found.saved.map(|months| months.to_string());
        words.push(view.t_with("plan.saved", &[("low", &low), ("high", &high)]));
    }
    let modifiers = found
        .modifiers
        .iter()
        .filter_map(|index| plan.modifiers.get(*index));
    words.extend(modifiers.map(|modifier| view.text(&WordingKey::name("modifier", modifier.id))));
    words.push(
        found
            .half_days
            .map_or_else(|| view.t("plan.no-size"), |days| range(view, days)),
    );
    words
        .into_iter()
        .map(|words| html! { <li>{ words }</li> })
        .collect()
}

/// Steps and law from the first day to the certificate and beyond, each with a bar and its words.
fn axis(view: &View, session: &Session, found: &Schedule) -> Html {
    let plan = &session.catalog.plan;
    let certificate = weeks(found.months[1]);
    let before = |span: &&StepSpan| plan.steps.get(span.step).is_some_and(|step| step.weeks.is_some());
    let law = upcoming(session.catalog, &session.answers, &session.result);
    html! {
        <>
            <p class="quiet">{ view.t("plan.slower") }</p>
            <ol class="steps">
                for span in found.steps.iter().filter(before) {
                    { step(view, session, span, certificate) }
                }
            </ol>
            <h3>{ view.t("plan.law") }</h3>
            if law.is_empty() {
                <p>{ view.t("plan.no-law") }</p>
            }
            <ul class="steps">
                for change in law {
                    <li key={change.date.to_string()}>
                        <p>
                            <b>{ view.date(change.date) }</b>
                            { " " }
                            { view.months_ahead(months_between(session.as_of, change.date).into()) }
                        </p>
                        { bar("bar-law", 0, weeks(months_between(session.as_of, change.date)), certificate) }
                        for id in change.milestone_ids(session.catalog) {
                            <p>{ view.text(&WordingKey::name("milestone", id)) }</p>
                        }
                    </li>
                }
            </ul>
            <h3>{ view.t("plan.after") }</h3>
            <ol class="steps">
                for span in found.steps.iter().filter(|span| !before(span)) {
                    { step(view, session, span, certificate) }
                }
            </ol>
        </>
    }
}

fn step(view: &View, session: &Session, span: &StepSpan, certificate: u16) -> Html {
    let Some(step) = session.catalog.plan.steps.get(span.step) else {
        return Html::default();
    };
    let text = |part: &str| view.text(&WordingKey::part("step", step.id, part));
    let ([_, slow_start], [_, slow_end]) = (span.start, span.end);
    let when = match step.months {
        Some([low, high]) => {
            let [low, high] = [low, high].map(|months| months.to_string());
            view.t_with("plan.after-months", &[("low", &low), ("high", &high)])
        }
        None => {
            let [from, to] = [slow_start + 1, slow_end.max(slow_start + 1)].map(|week| week.to_string());
            view.t_with("plan.weeks", &[("from", &from), ("to", &to)])
        }
    };
    html! {
        <li key={step.id}>
            <p><b>{ text("name") }</b>{ " " }<span class="quiet">{ when }</span></p>
            if step.weeks.is_some() {
                { bar("bar-part", slow_start, slow_end, certificate) }
            }
            <details class="fold">
                <summary>{ text("output") }</summary>
                <p>{ text("do") }</p>
            </details>
        </li>
    }
}

/// A bar from one week to another, on an axis that ends with the certificate. Its words stand beside it.
fn bar(class: &'static str, from: u16, to: u16, end: u16) -> Html {
    let permille = |week: u16| {
        (u32::from(week.min(end)) * 1000)
            .checked_div(u32::from(end))
            .unwrap_or(0)
    };
    let (start, width) = (
        permille(from),
        (permille(to).saturating_sub(permille(from))).max(8),
    );
    html! {
        <svg class="bar" viewBox="0 0 1008 6" preserveAspectRatio="none" aria-hidden="true">
            <rect class="bar-all" width="1008" height="6" />
            <rect {class} x={start.to_string()} width={width.to_string()} height="6" />
        </svg>
    }
}
