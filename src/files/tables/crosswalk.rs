//! Links from the lines of the checklist to other standards and laws.

use super::columns;
use crate::files::{Cell, Setting, Table};
use crate::record::Record;

/// The links.
pub fn crosswalk_table(record: &Record, setting: &Setting<'_>) -> Table {
    let words = |kind: &str, id: &str| Cell::text(setting.ui(&[kind, ".", id].concat()));
    let rows = record.crosswalk.iter().map(|link| {
        vec![
            Cell::text(link.source_id),
            Cell::text(link.target_framework),
            Cell::text(link.target_name.as_str()),
            Cell::text(link.target_id),
            Cell::text(link.relationship),
            words("confidence", link.confidence),
        ]
    });
    Table {
        id: "crosswalk",
        title: setting.ui("tab.crosswalk"),
        columns: columns(
            setting,
            &[
                ("source_id", 12),
                ("target_framework", 18),
                ("target_name", 40),
                ("target_id", 20),
                ("relationship", 18),
                ("confidence", 18),
            ],
        ),
        rows: rows.collect(),
    }
}
