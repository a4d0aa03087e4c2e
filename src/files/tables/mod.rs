//! What the tables of a record say, one file for each.

mod actions;
mod answers;
mod checklist;
mod crosswalk;
mod inventory;
mod plan;
mod readiness;
mod reasons;
mod statement;
mod summary;

use super::{Cell, Column, Setting};
use crate::export::{AdditionRecord, PlaceRecord};

pub use actions::actions_table;
pub use answers::answers_table;
pub use checklist::checklist_table;
pub use crosswalk::crosswalk_table;
pub use inventory::inventory_table;
pub use plan::{dates_table, steps_table};
pub use readiness::readiness_table;
pub use reasons::reasons_table;
pub use statement::statement_table;
pub use summary::summary_table;
pub(super) use summary::{edits, months};

/// Columns from ids and widths; their names in words are `column.<id>`.
pub(super) fn columns(setting: &Setting<'_>, known: &[(&str, u16)]) -> Vec<Column> {
    known
        .iter()
        .map(|(id, width)| Column {
            id: (*id).to_owned(),
            title: setting.ui(&["column.", id].concat()),
            width: *width,
        })
        .collect()
}

/// What overlays add to a line: ids of controls, addresses and evidence.
fn additions(additions: &[AdditionRecord]) -> Cell {
    Cell::many(additions.iter().flat_map(|addition| {
        let controls = addition.controls.iter().map(|id| (*id).to_owned());
        let links = addition.links.iter();
        let links = links.map(|link| [link.title, " <", link.url, ">"].concat());
        let evidence = addition.evidence.iter().map(|text| (*text).to_owned());
        let all: Vec<String> = controls.chain(links).chain(evidence).collect();
        [[addition.overlay, ": ", &all.join("; ")].concat()]
    }))
}

/// Places as they are shown.
fn places(places: &[PlaceRecord]) -> Cell {
    Cell::many(places.iter().map(|place| match &place.url {
        Some(url) => [&place.text, " <", url, ">"].concat(),
        None => place.text.clone(),
    }))
}
