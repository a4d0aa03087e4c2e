//! The part of a register that a page shows: filtered, sorted, a window of it.

use core::cmp::Ordering;

use super::entry::{Entry, Progress};
use crate::catalog::Tier;
use crate::record::UseCase;

/// Which use cases are wanted. What is left out wants all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words that all have to be in id, name, description or tags, whatever their case.
    pub text: String,
    /// One tier that is settled or still possible.
    pub tier: Option<Tier>,
    /// One bit of the sectors fact.
    pub sector: Option<u32>,
    /// A tag.
    pub tag: Option<String>,
    /// How far the work is.
    pub progress: Option<Progress>,
    /// Those that are archived, or those that are not.
    pub archived: Option<bool>,
    /// Only those with more than one tier left.
    pub unsettled: bool,
    /// A fact, by index, that is open and surely arises.
    pub open: Option<u16>,
}

/// By what use cases are sorted. Equal ones keep the order of the register.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// The order of the register, which is that in which they were added.
    #[default]
    Register,
    /// By name, whatever the case.
    Name,
    /// By the highest tier still possible, then the lowest.
    Tier,
    /// By the next day ahead; those without one last.
    Deadline,
    /// By how many facts are open.
    Open,
}

/// A way to sort, and whether it is turned round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Order {
    /// By what.
    pub by: Sort,
    /// Whether the last comes first.
    pub reversed: bool,
}

/// The places of the use cases that are wanted, in order. Entries belong to the use cases in order.
pub fn select(use_cases: &[UseCase], entries: &[Entry], query: &Query, order: Order) -> Vec<usize> {
    let words: Vec<String> = query.text.split_whitespace().map(str::to_lowercase).collect();
    let all = use_cases.iter().zip(entries).enumerate();
    let mut found: Vec<(usize, &UseCase, &Entry)> = all
        .filter(|(_, (use_case, entry))| wanted(use_case, entry, query) && has(use_case, &words))
        .map(|(place, (use_case, entry))| (place, use_case, entry))
        .collect();
    let turned = |ordering: Ordering| {
        if order.reversed {
            ordering.reverse()
        } else {
            ordering
        }
    };
    match order.by {
        Sort::Register if order.reversed => found.reverse(),
        Sort::Register => {}
        // Names are folded once, not with each comparison.
        Sort::Name => {
            let mut named: Vec<_> = found
                .into_iter()
                .map(|found| (found.1.name.to_lowercase(), found))
                .collect();
            named.sort_by(|one, other| turned(one.0.cmp(&other.0)));
            return named.into_iter().map(|(_, (place, ..))| place).collect();
        }
        Sort::Tier => found.sort_by(|one, other| {
            let key = |entry: &Entry| (entry.range[1], entry.range[0]);
            turned(key(one.2).cmp(&key(other.2)))
        }),
        Sort::Deadline => found.sort_by(|one, other| {
            let day = |entry: &Entry| entry.deadline.as_ref().map(|deadline| deadline.day);
            match (day(one.2), day(other.2)) {
                (Some(one), Some(other)) => turned(one.cmp(&other)),
                // Last in either direction: a day that is not there is neither early nor late.
                (one, other) => other.is_some().cmp(&one.is_some()),
            }
        }),
        Sort::Open => found.sort_by(|one, other| turned(one.2.open.cmp(&other.2.open))),
    }
    found.into_iter().map(|(place, ..)| place).collect()
}

/// Those from `offset` on, `limit` of them.
pub fn window<T>(all: &[T], offset: usize, limit: usize) -> &[T] {
    let rest = all.get(offset.min(all.len())..).unwrap_or_default();
    rest.get(..limit.min(rest.len())).unwrap_or_default()
}

fn wanted(use_case: &UseCase, entry: &Entry, query: &Query) -> bool {
    let tier = |tier: Tier| (entry.range[0]..=entry.range[1]).contains(&tier);
    query.tier.is_none_or(tier)
        && query
            .sector
            .is_none_or(|bit| entry.sectors.checked_shr(bit).unwrap_or(0) & 1 == 1)
        && query.tag.as_ref().is_none_or(|tag| use_case.tags.contains(tag))
        && query.progress.is_none_or(|progress| entry.progress == progress)
        && query
            .archived
            .is_none_or(|archived| use_case.archived == archived)
        && !(query.unsettled && entry.settled())
        && query.open.is_none_or(|fact| entry.arising.contains(&fact))
}

/// Whether all words are somewhere in the texts.
fn has(use_case: &UseCase, words: &[String]) -> bool {
    if words.is_empty() {
        return true;
    }
    let texts = [&use_case.id, &use_case.name, &use_case.description];
    let texts: Vec<String> = texts
        .into_iter()
        .chain(&use_case.tags)
        .map(|text| text.to_lowercase())
        .collect();
    words
        .iter()
        .all(|word| texts.iter().any(|text| text.contains(word.as_str())))
}
