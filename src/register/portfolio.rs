//! What all use cases come to.

use std::collections::BTreeMap;

use serde::Serialize;

use super::entry::{Entry, Progress, Suggestions};
use crate::catalog::{Catalog, Date, Tier};
use crate::record::UseCase;

/// Totals over a register. Archived use cases are counted apart and are in no other total.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Portfolio {
    /// Use cases that are not archived.
    pub use_cases: usize,
    /// Use cases that are.
    pub archived: usize,
    /// Settled ones by tier.
    pub tiers: BTreeMap<Tier, usize>,
    /// The others by range.
    pub ranges: BTreeMap<[Tier; 2], usize>,
    /// By sector as answered, by bit of the sectors fact; a use case can have several.
    pub sectors: BTreeMap<usize, usize>,
    /// Those without an answered sector by the likeliest one that their words suggest.
    pub suggested_sectors: BTreeMap<&'static str, usize>,
    /// By how far the work is.
    pub progress: BTreeMap<Progress, usize>,
    /// By the next day ahead.
    pub deadlines: BTreeMap<Date, usize>,
    /// By tag; a use case can have several.
    pub tags: BTreeMap<String, usize>,
    /// Facts that are open, summed.
    pub open: usize,
}

impl Portfolio {
    /// Adds a use case. `suggested` is what its words suggest, where somebody wants to know.
    pub fn add(&mut self, use_case: &UseCase, entry: &Entry, suggested: Option<&Suggestions>) {
        if use_case.archived {
            self.archived += 1;
            return;
        }
        self.use_cases += 1;
        self.open += entry.open;
        if entry.settled() {
            *self.tiers.entry(entry.range[0]).or_default() += 1;
        } else {
            *self.ranges.entry(entry.range).or_default() += 1;
        }
        for bit in (0..32).filter(|bit| entry.sectors >> bit & 1 == 1) {
            *self.sectors.entry(bit).or_default() += 1;
        }
        let likeliest = suggested.and_then(|suggested| suggested.sectors.first());
        if let Some(likeliest) = likeliest.filter(|_| entry.sectors == 0) {
            *self.suggested_sectors.entry(likeliest.value).or_default() += 1;
        }
        *self.progress.entry(entry.progress).or_default() += 1;
        if let Some(deadline) = &entry.deadline {
            *self.deadlines.entry(deadline.day).or_default() += 1;
        }
        for tag in &use_case.tags {
            match self.tags.get_mut(tag) {
                Some(count) => *count += 1,
                None => {
                    self.tags.insert(tag.clone(), 1);
                }
            }
        }
    }

    /// As plain data.
    pub fn record(&self, catalog: &'static Catalog) -> PortfolioRecord {
        let sectors = catalog
            .facts
            .get(usize::from(catalog.special.sectors))
            .map_or(&[][..], |fact| fact.values);
        let sector = |(bit, count): (&usize, &usize)| Some((*sectors.get(*bit)?, *count));
        PortfolioRecord {
            use_cases: self.use_cases,
            archived: self.archived,
            settled: self.tiers.values().sum(),
            tiers: self
                .tiers
                .iter()
                .map(|(tier, count)| (tier.id(), *count))
                .collect(),
            ranges: self
                .ranges
                .iter()
                .map(|(range, count)| RangeCount {
                    range: range.map(Tier::id),
                    use_cases: *count,
                })
                .collect(),
            sectors: self.sectors.iter().filter_map(sector).collect(),
            suggested_sectors: self.suggested_sectors.clone(),
            status: self
                .progress
                .iter()
                .map(|(progress, count)| (progress.id(), *count))
                .collect(),
            deadlines: self
                .deadlines
                .iter()
                .map(|(day, count)| (day.to_string(), *count))
                .collect(),
            tags: self.tags.clone(),
            open_questions: self.open,
        }
    }
}

/// Totals as plain data, by ids.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PortfolioRecord {
    /// Use cases that are not archived.
    pub use_cases: usize,
    /// Use cases that are; they are in no other total.
    pub archived: usize,
    /// Those with one tier left.
    pub settled: usize,
    /// Those by tier.
    pub tiers: BTreeMap<&'static str, usize>,
    /// The others by range.
    pub ranges: Vec<RangeCount>,
    /// By sector as answered.
    pub sectors: BTreeMap<&'static str, usize>,
    /// Those without an answered sector, by the likeliest that their words suggest: for people to confirm.
    pub suggested_sectors: BTreeMap<&'static str, usize>,
    /// By how far the work is.
    pub status: BTreeMap<&'static str, usize>,
    /// By the next day ahead.
    pub deadlines: BTreeMap<String, usize>,
    /// By tag.
    pub tags: BTreeMap<String, usize>,
    /// Facts that are open, summed.
    pub open_questions: usize,
}

/// How many use cases have a range.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RangeCount {
    /// Lowest and highest tier still possible.
    pub range: [&'static str; 2],
    /// Use cases.
    pub use_cases: usize,
}
