//! What changes on the way: days ahead on which the law changes the tier, or duties start.

use super::answers::Answers;
use super::classify::{Classification, classify};
use crate::catalog::{Catalog, Date, Tier};

/// A day ahead on which something changes for the same answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upcoming {
    /// The day.
    pub date: Date,
    /// The tiers possible from that day on, where they differ from the day before.
    pub range: Option<[Tier; 2]>,
    /// Milestones of the rules that hold, reached on that day; by index, each once.
    pub milestones: Vec<u16>,
}

impl Upcoming {
    /// Ids of the milestones reached.
    pub fn milestone_ids(&self, catalog: &Catalog) -> Vec<&'static str> {
        self.milestones
            .iter()
            .filter_map(|index| catalog.milestones.get(usize::from(*index)))
            .map(|milestone| milestone.id)
            .collect()
    }
}

/// What changes after the day of `result`, in order of time. The answers are taken to stay as they are.
pub fn upcoming(catalog: &'static Catalog, answers: &Answers, result: &Classification) -> Vec<Upcoming> {
    let mut found: Vec<Upcoming> = Vec::new();
    let mut before = [result.lowest, result.highest];
    for date in law_changes(catalog, result.as_of) {
        let then = classify(catalog, answers, date);
        let range = [then.lowest, then.highest];
        if range != before {
            found.push(Upcoming {
                date,
                range: Some(range),
                milestones: Vec::new(),
            });
        }
        before = range;
    }
    // Duties start as the last text in view says, whatever is in force on the day asked for.
    let last = found.last().map_or(result.as_of, |change| change.date);
    let finally = classify(catalog, answers, last);
    for (rule, verdict) in finally.fired(catalog).map(|(_, rule, verdict)| (rule, verdict)) {
        let index = match verdict.lowered_by(catalog, rule) {
            Some(derogation) => derogation.legal.milestone,
            None => rule.legal.milestone,
        };
        let date = index
            .and_then(|index| catalog.milestones.get(usize::from(index)))
            .and_then(|milestone| milestone.as_of(last))
            .filter(|date| *date > result.as_of);
        let (Some(index), Some(date)) = (index, date) else {
            continue;
        };
        match found.iter_mut().find(|change| change.date == date) {
            Some(change) if change.milestones.contains(&index) => {}
            Some(change) => change.milestones.push(index),
            None => found.push(Upcoming {
                date,
                range: None,
                milestones: vec![index],
            }),
        }
    }
    found.sort_by_key(|change| change.date);
    found
}

/// Days after `as_of` on which a rule comes into force or goes, in order of time.
fn law_changes(catalog: &Catalog, as_of: Date) -> Vec<Date> {
    let periods = catalog.rules.iter().map(|rule| rule.legal.in_force).chain(
        catalog
            .derogations
            .iter()
            .map(|derogation| derogation.legal.in_force),
    );
    let mut days: Vec<Date> = periods
        .flat_map(|period| [Some(period.from), period.until])
        .flatten()
        .filter(|day| *day > as_of)
        .collect();
    days.sort_unstable();
    days.dedup();
    days
}
