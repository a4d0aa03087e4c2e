//! The open lines as actions, which CISO Assistant calls applied controls.

use super::{machine_csv, observations};
use crate::files::ids::{in_one_line, token};
use crate::files::standing::{Entry, open_entries};
use crate::files::{Cell, Setting};
use crate::record::Record;

/// Columns, as the import knows them.
const COLUMNS: [&str; 13] = [
    "ref_id",
    "name",
    "description",
    "status",
    "category",
    "priority",
    "csf_function",
    "effort",
    "start_date",
    "eta",
    "observation",
    "filtering_labels",
    "owner",
];

/// One row for each open line, the most urgent first.
pub fn ciso_actions(record: &Record, setting: &Setting<'_>) -> Vec<u8> {
    let entries = open_entries(record);
    let rows = entries.iter().map(|entry| row(record, entry, setting));
    machine_csv("ciso-actions", &COLUMNS, rows.collect())
}

fn row(record: &Record, entry: &Entry<'_>, setting: &Setting<'_>) -> Vec<Cell> {
    let line = entry.line;
    let expected = match line.evidence.as_str() {
        "" => String::new(),
        evidence => setting.ui_with("exchange.expected", &[("evidence", evidence)]),
    };
    let description = [line.task.as_str(), &expected].join("\n");
    let labels = ["aims-readiness", line.kind, record.checklist.tier];
    // Users are known by their addresses there; a name alone would not be found.
    let owner = entry.work.owner.trim();
    let address = owner.contains('@') && !owner.contains(char::is_whitespace);
    vec![
        Cell::text(token(setting.catalog, line.id)),
        Cell::text(in_one_line(&entry.heading())),
        Cell::text(description.trim_end()),
        Cell::text(entry.standing.ciso_action()),
        Cell::text(if line.documented { "procedure" } else { "process" }),
        Cell::number(Some(line.priority)),
        Cell::text("govern"),
        Cell::maybe(entry.effort_days.map(|[_, high]| size(high))),
        Cell::maybe(record.use_case.plan_start.map(|day| day.to_string())),
        Cell::maybe(entry.due.as_deref()),
        Cell::text(observations(entry, setting).join("\n")),
        Cell::text(labels.join("|")),
        Cell::text(if address { owner } else { "" }),
    ]
}

/// The size of an effort in person-days at most: a day, a work week, a month's half, a month, more.
fn size(days: f32) -> &'static str {
    const SIZES: [(f32, &str); 4] = [(1.0, "XS"), (5.0, "S"), (10.0, "M"), (20.0, "L")];
    let fits = SIZES.iter().find(|(most, _)| days <= *most);
    fits.map_or("XL", |(_, size)| size)
}
