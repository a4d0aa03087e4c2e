//! What is left to do: the gaps, the most urgent first.

use super::columns;
use crate::files::{Cell, Setting, Table};
use crate::record::Record;

/// The actions; for a prohibited use the lines of the stop list.
pub fn actions_table(record: &Record, setting: &Setting<'_>) -> Table {
    let words = |kind: &str, id: &str| Cell::text(setting.ui(&[kind, ".", id].concat()));
    let line = |id: &str| record.checklist.items.iter().find(|line| line.id == id);
    let row = |id: &str, blocks: bool, due: Option<&str>, effort: Option<[f32; 2]>| {
        let line = line(id)?;
        let work = record.work(line);
        Some(vec![
            Cell::text(id),
            Cell::text(line.reference),
            Cell::text(line.title.as_str()),
            Cell::text(line.task.as_str()),
            Cell::text(record.owner(line)),
            work.due.map_or(Cell::Empty, Cell::Day),
            Cell::day(due),
            Cell::number(effort.map(|[least, _]| least)),
            Cell::number(effort.map(|[_, most]| most)),
            Cell::Number(f64::from(line.priority)),
            Cell::text(setting.yes_no(blocks)),
            words("status", work.status.id()),
            Cell::text(work.note),
        ])
    };
    let rows = match &record.plan.progress {
        Some(progress) => progress
            .gaps
            .iter()
            .filter_map(|gap| row(gap.id, gap.blocks, gap.due.as_deref(), gap.effort_days))
            .collect(),
        None => record
            .checklist
            .items
            .iter()
            .filter_map(|line| row(line.id, false, line.due.as_deref(), line.effort_days))
            .collect(),
    };
    Table {
        id: "actions",
        title: setting.ui("tab.gaps"),
        columns: columns(
            setting,
            &[
                ("id", 10),
                ("ref", 10),
                ("title", 30),
                ("description", 50),
                ("owner", 22),
                ("done_by", 12),
                ("due_date", 12),
                ("effort_days_min", 10),
                ("effort_days_max", 10),
                ("priority", 10),
                ("audit_waits", 10),
                ("status", 14),
                ("notes", 30),
            ],
        ),
        rows,
    }
}
