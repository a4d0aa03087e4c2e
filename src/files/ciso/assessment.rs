//! Results for the outline of the standard that CISO Assistant comes with.

use super::{machine_csv, observations};
use crate::catalog::{Catalog, ItemKind};
use crate::files::standing::{Entry, all_entries};
use crate::files::{Cell, Setting};
use crate::record::Record;

/// What the names of its nodes begin with; the number of a line follows in lower case.
const NODE: [&str; 2] = ["urn:intuitem:risk:req_node:iso42001", "2023:"];

/// It has one node where the standard has four: those that begin with it and a point.
const MERGED: &str = "6.1";

/// Columns, as the import knows them.
const COLUMNS: [&str; 9] = [
    "urn",
    "assessable",
    "ref_id",
    "name",
    "description",
    "compliance_result",
    "requirement_progress",
    "score",
    "observations",
];

/// One row for each node: where it stands. No score, because readiness is another thing than maturity. A
/// prohibited use has no row.
pub fn ciso_assessment(record: &Record, setting: &Setting<'_>) -> Vec<u8> {
    let mut nodes: Vec<(&str, Vec<Entry<'_>>)> = Vec::new();
    let entries = all_entries(record).into_iter();
    for entry in entries.filter(|entry| of_standard(setting.catalog, entry.line.id)) {
        let node = node(entry.line.reference);
        match nodes.iter_mut().find(|(known, _)| *known == node) {
            Some((_, entries)) => entries.push(entry),
            None => nodes.push((node, vec![entry])),
        }
    }
    let rows = nodes.iter().map(|(node, entries)| row(node, entries, setting));
    machine_csv("ciso-assessment", &COLUMNS, rows.collect())
}

fn of_standard(catalog: &Catalog, id: &str) -> bool {
    let item = catalog.items.iter().find(|item| item.id == id);
    item.is_some_and(|item| matches!(item.kind, ItemKind::Clause | ItemKind::Control))
}

/// The node of a line.
fn node(reference: &str) -> &str {
    let below = reference
        .strip_prefix(MERGED)
        .and_then(|rest| rest.strip_prefix('.'));
    if below.is_some() { MERGED } else { reference }
}

fn row(node: &str, entries: &[Entry<'_>], setting: &Setting<'_>) -> Vec<Cell> {
    let worst = entries.iter().map(|entry| entry.standing).min();
    let merged = entries.len() > 1;
    let titles = entries.iter().map(|entry| {
        if merged {
            entry.heading()
        } else {
            entry.line.title.to_owned()
        }
    });
    let observed = entries.iter().filter_map(|entry| {
        let said = observations(entry, setting).join("\n");
        match (said.as_str(), merged) {
            ("", _) => None,
            (_, true) => Some([&entry.heading(), "\n", &said].concat()),
            (_, false) => Some(said),
        }
    });
    let tasks = entries.iter().map(|entry| entry.line.task.as_str());
    vec![
        Cell::text([NODE.join("-"), node.to_lowercase()].concat()),
        Cell::text("true"),
        Cell::text(node),
        Cell::text(titles.collect::<Vec<_>>().join("; ")),
        Cell::text(tasks.collect::<Vec<_>>().join("\n")),
        Cell::maybe(worst.map(|standing| standing.ciso_result())),
        Cell::maybe(worst.map(|standing| standing.ciso_progress())),
        Cell::Empty,
        Cell::text(observed.collect::<Vec<_>>().join("\n\n")),
    ]
}
