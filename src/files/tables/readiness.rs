//! How far the work is.

use super::columns;
use crate::export::ReadinessRecord;
use crate::files::{Cell, Setting, Table};
use crate::record::Record;

/// Readiness by group, and over all; no rows for a prohibited use.
pub fn readiness_table(record: &Record, setting: &Setting<'_>) -> Table {
    let row = |name: String, readiness: &ReadinessRecord| {
        vec![
            Cell::text(name),
            Cell::Number(f64::from(readiness.percent)),
            Cell::Number(f64::from(readiness.counted)),
            Cell::Number(f64::from(readiness.done)),
            Cell::Number(f64::from(readiness.left_out)),
            Cell::Number(f64::from(readiness.earned)),
            Cell::Number(f64::from(readiness.possible)),
        ]
    };
    let progress = record.plan.progress.as_ref();
    let rows = progress.map_or_else(Vec::new, |progress| {
        let groups = progress.groups.iter();
        let groups = groups.map(|group| row(group.name.clone(), &group.readiness));
        groups
            .chain([row(setting.ui("report.overall"), &progress.overall)])
            .collect()
    });
    Table {
        id: "readiness",
        title: setting.ui("meter.groups"),
        columns: columns(
            setting,
            &[
                ("readiness_group", 40),
                ("percent", 10),
                ("counted", 10),
                ("done", 10),
                ("left_out", 10),
                ("earned", 10),
                ("possible", 10),
            ],
        ),
        rows,
    }
}
