//! Why the result is as it is.

use super::{columns, places};
use crate::files::{Cell, Setting, Table};
use crate::record::Record;

/// The reasons, each with its references and answers.
pub fn reasons_table(record: &Record, setting: &Setting<'_>) -> Table {
    let rows = record.reasons.iter().map(|reason| {
        let answers = reason.answers.iter();
        vec![
            Cell::text(reason.because.as_str()),
            Cell::maybe(reason.tier.map(|tier| setting.tier(tier))),
            places(&reason.references),
            Cell::text(setting.ui(&["basis.", reason.basis].concat())),
            Cell::day(reason.applies_from.as_deref()),
            Cell::many(answers.map(|answer| [&answer.question, " ", &answer.words.join("; ")].concat())),
            Cell::text(reason.id),
        ]
    });
    Table {
        id: "reasons",
        title: setting.ui("result.because"),
        columns: columns(
            setting,
            &[
                ("because", 60),
                ("tier", 16),
                ("references", 40),
                ("basis", 16),
                ("applies_from", 12),
                ("answers", 60),
                ("rule", 26),
            ],
        ),
        rows: rows.collect(),
    }
}
