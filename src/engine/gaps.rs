//! What is missing: the gate before the second stage of the audit, and the open lines by urgency.

use super::checklist::Checklist;
use super::work::Status;
use crate::catalog::{Catalog, Date, ItemKind};

/// What must be true before the second stage of the audit, and what it still lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prerequisite {
    /// Stable id.
    pub id: &'static str,
    /// Items that are neither done nor left out with right, by index.
    pub missing: Vec<u16>,
}

/// A line that is not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Place of the line in the checklist.
    pub line: usize,
    /// Whether the second stage of the audit waits for it.
    pub blocks: bool,
    /// Day on which the law asks for it.
    pub due: Option<Date>,
    /// Effort in half person-days, low and high, less what a certificate saves.
    pub half_days: Option<[u16; 2]>,
}

/// The prerequisites, in the order of the catalogue. One is met where it lacks nothing.
pub fn gate(
    catalog: &'static Catalog,
    checklist: &Checklist,
    status: impl Fn(u16) -> Status,
) -> Vec<Prerequisite> {
    let open = |item: u16| {
        let line = checklist.lines.iter().find(|line| line.item == item);
        line.is_some_and(|line| !line.settled(status(item)))
    };
    catalog
        .plan
        .prerequisites
        .iter()
        .map(|prerequisite| Prerequisite {
            id: prerequisite.id,
            missing: prerequisite
                .items
                .iter()
                .copied()
                .filter(|item| open(*item))
                .collect(),
        })
        .collect()
}

/// The open lines: what blocks the audit first, then what the law dates, then by priority, then what
/// takes least.
pub fn gaps(catalog: &'static Catalog, checklist: &Checklist, status: impl Fn(u16) -> Status) -> Vec<Gap> {
    let blocking: Vec<u16> = gate(catalog, checklist, &status)
        .into_iter()
        .flat_map(|prerequisite| prerequisite.missing)
        .collect();
    let mut found: Vec<(Gap, u8)> = checklist
        .lines
        .iter()
        .enumerate()
        .filter(|(_, line)| !line.settled(status(line.item)))
        .map(|(place, line)| {
            let kind = catalog.items.get(usize::from(line.item)).map(|item| item.kind);
            let gap = Gap {
                line: place,
                blocks: blocking.contains(&line.item),
                due: line.due.filter(|_| kind == Some(ItemKind::Act)),
                half_days: line.half_days_left(),
            };
            (gap, line.priority)
        })
        .collect();
    found.sort_by_key(|(gap, priority)| {
        let effort = gap.half_days.map_or(u16::MAX, |[low, _]| low);
        (!gap.blocks, gap.due.is_none(), gap.due, *priority, effort)
    });
    found.into_iter().map(|(gap, _)| gap).collect()
}
