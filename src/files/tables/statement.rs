//! The Statement of Applicability: one row for each control.

use super::{additions, columns};
use crate::files::{Cell, Setting, Table};
use crate::record::Record;

/// The draft Statement of Applicability; no rows for a prohibited use.
pub fn statement_table(record: &Record, setting: &Setting<'_>) -> Table {
    let statement = &record.statement;
    let words = |kind: &str, id: &str| setting.ui(&[kind, ".", id].concat());
    let rows = statement.rows.iter().map(|row| {
        let inclusion = row.inclusion_reasons.iter();
        vec![
            Cell::text(row.control_id),
            Cell::text(row.title.as_str()),
            Cell::text(words("soa-source", row.source)),
            Cell::text(words("statement", row.applicable)),
            Cell::many(inclusion.map(|reason| words("inclusion", reason))),
            Cell::maybe(row.exclusion_reason.map(|reason| words("exclusion", reason))),
            Cell::text(row.justification.as_str()),
            Cell::many(&row.linked_duties),
            Cell::text(words("status", row.status)),
            Cell::text(row.owner.as_str()),
            Cell::day(row.due_date.as_deref()),
            Cell::text(row.evidence.as_str()),
            Cell::text(row.evidence_expected.as_str()),
            additions(&row.additions),
            Cell::maybe(statement.approved_by.as_deref()),
            Cell::day(statement.approved_on.as_deref()),
            Cell::text(statement.version.as_str()),
            Cell::day(Some(&statement.as_of)),
        ]
    });
    Table {
        id: "statement",
        title: setting.ui("tab.statement"),
        columns: columns(
            setting,
            &[
                ("control_id", 10),
                ("title", 30),
                ("source", 14),
                ("applicable", 12),
                ("inclusion_reasons", 24),
                ("exclusion_reason", 24),
                ("justification", 50),
                ("linked_duties", 20),
                ("status", 14),
                ("owner", 22),
                ("due_date", 12),
                ("evidence_link", 30),
                ("evidence_expected", 40),
                ("additions", 30),
                ("approved_by", 16),
                ("approved_on", 12),
                ("version", 22),
                ("as_of", 12),
            ],
        ),
        rows: rows.collect(),
    }
}
