//! The checklist: one row for each line, with what is recorded about it.

use super::{additions, columns};
use crate::export::LineRecord;
use crate::files::{Cell, Setting, Table};
use crate::record::Record;

/// The checklist.
pub fn checklist_table(record: &Record, setting: &Setting<'_>) -> Table {
    Table {
        id: "checklist",
        title: setting.ui("tab.lines"),
        columns: columns(
            setting,
            &[
                ("id", 10),
                ("ref", 10),
                ("type", 12),
                ("group", 22),
                ("title", 30),
                ("description", 50),
                ("tasks", 50),
                ("at_this_depth", 40),
                ("status", 14),
                ("owner", 20),
                ("done_by", 12),
                ("document_exists", 10),
                ("works_that_way", 10),
                ("record_proves", 10),
                ("evidence_link", 30),
                ("left_out_reason", 30),
                ("notes", 30),
                ("applicable", 18),
                ("applicability_reason", 40),
                ("excluded_when", 30),
                ("priority", 10),
                ("emphasis", 30),
                ("stressed", 10),
                ("depth", 10),
                ("tier", 14),
                ("due_date", 12),
                ("owner_role", 22),
                ("effort_days_min", 10),
                ("effort_days_max", 10),
                ("reuse_pct", 10),
                ("evidence_expected", 40),
                ("pitfall", 40),
                ("findings", 40),
                ("why", 40),
                ("hints", 40),
                ("still_to_add", 40),
                ("pdca", 10),
                ("stages", 20),
                ("document_required", 10),
                ("per", 14),
                ("driver", 30),
                ("where", 30),
                ("confirmed", 10),
                ("basis", 16),
                ("links", 20),
                ("additions", 30),
            ],
        ),
        rows: record
            .checklist
            .items
            .iter()
            .map(|line| row(record, line, setting))
            .collect(),
    }
}

fn row(record: &Record, line: &LineRecord, setting: &Setting<'_>) -> Vec<Cell> {
    let work = record.work(line);
    let words = |kind: &str, id: &str| Cell::text(setting.ui(&[kind, ".", id].concat()));
    let [least, most] = match line.effort_days {
        Some([least, most]) => [Some(least), Some(most)],
        None => [None, None],
    };
    let yes = |is: bool| Cell::text(setting.yes_no(is));
    vec![
        Cell::text(line.id),
        Cell::text(line.reference),
        words("kind", line.kind),
        Cell::text(setting.group(line.group)),
        Cell::text(line.title.as_str()),
        Cell::text(line.task.as_str()),
        Cell::many(&line.tasks),
        Cell::maybe(line.at_this_depth.as_deref()),
        words("status", work.status.id()),
        Cell::text(work.owner),
        work.due.map_or(Cell::Empty, Cell::Day),
        yes(work.documented),
        yes(work.working),
        yes(work.proven),
        Cell::text(work.evidence),
        Cell::text(work.reason),
        Cell::text(work.note),
        words("applicability", line.applicability),
        Cell::text(line.reason.as_str()),
        Cell::maybe(line.excluded_when.as_deref()),
        Cell::Number(f64::from(line.priority)),
        Cell::many(&line.emphasis),
        yes(line.stressed),
        words("depth", line.depth),
        Cell::text(setting.tier(record.checklist.tier)),
        Cell::day(line.due.as_deref()),
        Cell::text(line.owner.as_str()),
        Cell::number(least),
        Cell::number(most),
        Cell::Number(f64::from(line.reuse_percent)),
        Cell::text(line.evidence.as_str()),
        Cell::maybe(line.pitfall.as_deref()),
        Cell::many(&line.findings),
        Cell::maybe(line.why.as_deref()),
        Cell::many(&line.notes),
        Cell::maybe(line.new.as_deref()),
        words("phase", line.phase),
        Cell::many(
            line.stages
                .iter()
                .map(|stage| setting.ui(&["stage.", stage].concat())),
        ),
        yes(line.documented),
        words("per", line.per),
        Cell::maybe(line.driver.as_deref()),
        Cell::maybe(line.place.as_deref()),
        yes(line.confirmed),
        words("basis", line.basis),
        Cell::many(&line.links),
        additions(&line.additions),
    ]
}
