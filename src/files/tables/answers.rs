//! The answers, in words.

use super::columns;
use crate::files::{Cell, Setting, Table};
use crate::record::Record;

/// Every answer that was given, in the order of the questions.
pub fn answers_table(record: &Record, setting: &Setting<'_>) -> Table {
    let rows = record.answered.iter().map(|answer| {
        vec![
            Cell::text(answer.question.as_str()),
            Cell::many(&answer.words),
            Cell::text(setting.yes_no(answer.counts)),
            Cell::text(answer.fact),
            Cell::many(&answer.values),
        ]
    });
    Table {
        id: "answers",
        title: setting.ui("report.answers"),
        columns: columns(
            setting,
            &[
                ("question", 60),
                ("answer", 40),
                ("counts", 10),
                ("fact", 26),
                ("values", 26),
            ],
        ),
        rows: rows.collect(),
    }
}
