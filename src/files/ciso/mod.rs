//! What CISO Assistant imports: results for its own outline of the standard, actions, and a library of its own
//! with the checklist in our words.
//!
//! Belongs here: columns, names and values as that tool wants them. Does not belong here: which lines there are
//! and where they stand.

mod actions;
mod assessment;
mod library;
mod yaml;

pub use actions::ciso_actions;
pub use assessment::ciso_assessment;
pub use library::ciso_library;

use super::standing::Entry;
use super::{Cell, Column, CsvStyle, Setting, Table, csv};

/// A CSV file as programs read it: with commas, and without a mark that would become part of the first header.
const PLAIN: CsvStyle = CsvStyle {
    separator: ',',
    mark: false,
};

/// A table for a program: its columns are known by their ids alone.
pub(super) fn machine_csv(id: &'static str, columns: &[&str], rows: Vec<Vec<Cell>>) -> Vec<u8> {
    let columns = columns.iter().map(|column| Column {
        id: (*column).to_owned(),
        title: (*column).to_owned(),
        width: 0,
    });
    let table = Table {
        id,
        title: id.to_owned(),
        columns: columns.collect(),
        rows,
    };
    csv(&table, PLAIN)
}

/// What is recorded about a line, in lines of text.
pub(super) fn observations(entry: &Entry<'_>, setting: &Setting<'_>) -> Vec<String> {
    let work = &entry.work;
    let due = work.due.map(|due| due.to_string()).unwrap_or_default();
    let told = [
        ("", work.note.clone()),
        (
            work.reason.trim(),
            setting.ui_with("exchange.reason", &[("reason", &work.reason)]),
        ),
        (
            work.owner.trim(),
            setting.ui_with("exchange.owner", &[("owner", &work.owner)]),
        ),
        (due.as_str(), setting.ui_with("exchange.due", &[("date", &due)])),
        (
            work.evidence.trim(),
            setting.ui_with("exchange.evidence", &[("evidence", &work.evidence)]),
        ),
    ];
    let told = told.into_iter().enumerate();
    told.filter(|(place, (said, text))| !text.trim().is_empty() && (*place == 0 || !said.is_empty()))
        .map(|(_, (_, text))| text)
        .collect()
}
