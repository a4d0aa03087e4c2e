//! How far a checklist is done, in whole percent, by a formula that can be shown.
//!
//! Each line that counts is worth the weight of its priority. Its status earns a share of that. Readiness
//! is what was earned over what can be earned, rounded down, so that 100 means all.

use super::checklist::{Checklist, Line};
use super::work::Status;
use crate::catalog::{Catalog, ItemKind, Tier};

/// What was earned and what can be earned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Readiness {
    /// Lines that count: all but those left out.
    pub counted: u32,
    /// Lines that are implemented or verified.
    pub done: u32,
    /// Lines left out.
    pub left_out: u32,
    /// Weight times percent, over the lines that count.
    pub earned: u32,
    /// What that comes to when everything is verified.
    pub possible: u32,
}

impl Readiness {
    /// `earned / possible` in whole percent, rounded down; 100 where nothing counts.
    pub const fn percent(self) -> u32 {
        match (self.earned * 100).checked_div(self.possible) {
            Some(percent) => percent,
            None => 100,
        }
    }

    fn add(&mut self, catalog: &Catalog, line: &Line, status: Status) {
        let status = line.counted(status);
        if status == Status::NotApplicable {
            self.left_out += 1;
            return;
        }
        let at = |list: &[u16], place: usize| u32::from(list.get(place).copied().unwrap_or(0));
        let weight = at(
            &catalog.plan.priority_weights,
            usize::from(line.priority.saturating_sub(1)),
        );
        let place = Status::ALL.iter().position(|known| *known == status).unwrap_or(0);
        self.counted += 1;
        self.done += u32::from(status.done());
        self.earned += weight * at(catalog.plan.status_weights, place);
        self.possible += weight * 100;
    }
}

/// Readiness as a whole, and of each group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadinessReport {
    /// Over clauses and controls: readiness for the standard.
    pub overall: Readiness,
    /// Of each group of the list, in its order; duties of the Act and of sectors among them.
    pub groups: Vec<(&'static str, Readiness)>,
}

/// Readiness of a checklist; `None` for a prohibited use, which has no readiness.
pub fn readiness(
    catalog: &'static Catalog,
    checklist: &Checklist,
    status: impl Fn(u16) -> Status,
) -> Option<ReadinessReport> {
    if checklist.tier == Tier::Prohibited {
        return None;
    }
    let mut report = ReadinessReport {
        overall: Readiness::default(),
        groups: Vec::new(),
    };
    for (line, item) in checklist.with_items(catalog) {
        let status = status(line.item);
        if matches!(item.kind, ItemKind::Clause | ItemKind::Control) {
            report.overall.add(catalog, line, status);
        }
        match report.groups.iter_mut().find(|(group, _)| *group == item.group) {
            Some((_, known)) => known.add(catalog, line, status),
            None => {
                let mut own = Readiness::default();
                own.add(catalog, line, status);
                report.groups.push((item.group, own));
            }
        }
    }
    Some(report)
}
