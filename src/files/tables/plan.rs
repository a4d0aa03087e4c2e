//! The plan: steps with days, and the dates of the law.

use super::columns;
use crate::catalog::Date;
use crate::files::days::weeks_later;
use crate::files::{Cell, Setting, Table};
use crate::record::Record;

/// The steps of the plan; no rows for a prohibited use.
pub fn steps_table(record: &Record, setting: &Setting<'_>) -> Table {
    let schedule = record.plan.plan.schedule.as_ref();
    let start = record.plan_start();
    let day = |week: u16| match start.and_then(|start| weeks_later(start, week)) {
        Some(day) => Cell::Day(day),
        None => Cell::Empty,
    };
    let weeks = |week: u16| Cell::Number(f64::from(week));
    let steps = schedule.into_iter().flat_map(|schedule| &schedule.steps);
    let rows = steps.map(|step| {
        let ([fast_from, fast_to], [slow_from, slow_to]) = (step.fast, step.slow);
        vec![
            Cell::text(step.id),
            Cell::text(step.name.as_str()),
            Cell::text(step.task.as_str()),
            Cell::text(step.output.as_str()),
            weeks(fast_from),
            weeks(fast_to),
            weeks(slow_from),
            weeks(slow_to),
            day(fast_from),
            day(slow_to),
            Cell::many(&step.items),
        ]
    });
    Table {
        id: "plan",
        title: setting.ui("tab.plan"),
        columns: columns(
            setting,
            &[
                ("id", 14),
                ("step", 30),
                ("description", 50),
                ("output", 40),
                ("fast_from_week", 10),
                ("fast_to_week", 10),
                ("slow_from_week", 10),
                ("slow_to_week", 10),
                ("earliest_start", 12),
                ("latest_end", 12),
                ("items", 30),
            ],
        ),
        rows: rows.collect(),
    }
}

/// The days that the law names: milestones ahead, and the start of each duty.
pub fn dates_table(record: &Record, setting: &Setting<'_>) -> Table {
    let mut days: Vec<(Option<Date>, Vec<Cell>)> = Vec::new();
    for law in &record.plan.plan.law {
        let range = record.explanation.upcoming.iter();
        let range = range.filter(|day| day.date == law.date).find_map(|day| day.range);
        days.push((
            law.date.parse().ok(),
            vec![
                Cell::day(Some(&law.date)),
                Cell::many(&law.words),
                Cell::Empty,
                Cell::maybe(range.map(|range| setting.range(range))),
            ],
        ));
    }
    for duty in &record.explanation.obligations {
        days.push((
            duty.applies_from.as_deref().and_then(|day| day.parse().ok()),
            vec![
                Cell::day(duty.applies_from.as_deref()),
                Cell::text(duty.title),
                Cell::text(duty.reference),
                Cell::Empty,
            ],
        ));
    }
    days.sort_by_key(|(day, _)| day.map_or((1, None), |day| (0, Some(day))));
    Table {
        id: "dates",
        title: setting.ui("result.dates"),
        columns: columns(
            setting,
            &[("date", 12), ("what", 70), ("ref", 14), ("tier_from_then", 24)],
        ),
        rows: days.into_iter().map(|(_, row)| row).collect(),
    }
}
