//! What changes on the list when answers change: one setting beside another.

use serde::Serialize;

use crate::catalog::Catalog;
use crate::engine::{Checklist, Line, sum_half_days};

/// Two checklists beside each other.
#[derive(Clone, Debug, Serialize)]
pub struct DifferenceRecord {
    /// Tiers the lists are made for.
    pub tier: [&'static str; 2],
    /// Ids of items only on the second.
    pub added: Vec<&'static str>,
    /// Ids of items only on the first.
    pub removed: Vec<&'static str>,
    /// Items on both that are not the same.
    pub changed: Vec<ChangedLine>,
    /// Person-days of all lines, low and high, before and after; nothing where the size is not known.
    pub effort_days: [Option<[f64; 2]>; 2],
}

/// An item on both lists.
#[derive(Clone, Debug, Serialize)]
pub struct ChangedLine {
    /// Its id.
    pub id: &'static str,
    /// Applicability before and after.
    pub applicability: [&'static str; 2],
    /// Depth before and after.
    pub depth: [&'static str; 2],
    /// Priority before and after.
    pub priority: [u8; 2],
    /// Due day before and after.
    pub due: [Option<String>; 2],
}

/// What is different between two checklists of the same catalogue.
pub fn difference(catalog: &'static Catalog, before: &Checklist, after: &Checklist) -> DifferenceRecord {
    let id = |line: &Line| {
        catalog
            .items
            .get(usize::from(line.item))
            .map_or("", |item| item.id)
    };
    let find = |list: &Checklist, item: u16| list.lines.iter().find(|line| line.item == item).copied();
    let only = |one: &Checklist, other: &Checklist| {
        let alone = one.lines.iter().filter(|line| find(other, line.item).is_none());
        alone.map(id).collect()
    };
    let both = before
        .lines
        .iter()
        .filter_map(|line| Some((line, find(after, line.item)?)));
    let changed = both
        .filter(|(was, is)| told(was) != told(is))
        .map(|(was, is)| ChangedLine {
            id: id(was),
            applicability: [was.applicability.id(), is.applicability.id()],
            depth: [was.depth.id(), is.depth.id()],
            priority: [was.priority, is.priority],
            due: [was.due, is.due].map(|due| due.map(|due| due.to_string())),
        });
    DifferenceRecord {
        tier: [before.tier.id(), after.tier.id()],
        added: only(after, before),
        removed: only(before, after),
        changed: changed.collect(),
        effort_days: [before, after].map(effort),
    }
}

/// What a person sees of a line.
fn told(line: &Line) -> impl PartialEq {
    (line.applicability, line.depth, line.priority, line.due)
}

fn effort(list: &Checklist) -> Option<[f64; 2]> {
    sum_half_days(list.lines.iter()).map(|days| days.map(|half| f64::from(half) / 2.0))
}
