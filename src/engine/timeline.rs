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
    let days = law_changes(catalog, result.as_of);
    let mut then = result.clone();
    for until in days.into_iter().map(Some).chain([None]) {
        // The law is the same from one change to the next: what it names for a day before that, happens.
        for (index, date) in milestones(catalog, &then) {
            if date > result.as_of && until.is_none_or(|until| date < until) {
                reach(&mut found, index, date);
            }
        }
        let Some(day) = until else { break };
        let before = [then.lowest, then.highest];
        then = classify(catalog, answers, day);
        let range = [then.lowest, then.highest];
        if range != before {
            found.push(Upcoming {
                date: day,
                range: Some(range),
                milestones: Vec::new(),
            });
        }
    }
    found.sort_by_key(|change| change.date);
    found
}

/// The milestones of the rules that hold, with the days that the text in force names for them.
pub(crate) fn milestones(catalog: &Catalog, then: &Classification) -> Vec<(u16, Date)> {
    then.fired(catalog)
        .filter_map(|(_, rule, verdict)| {
            let index = match verdict.lowered_by(catalog, rule) {
                Some(derogation) => derogation.legal.milestone?,
                None => rule.legal.milestone?,
            };
            let milestone = catalog.milestones.get(usize::from(index))?;
            Some((index, milestone.as_of(then.as_of)?))
        })
        .collect()
}

/// Notes that a milestone is reached on a day.
fn reach(found: &mut Vec<Upcoming>, index: u16, date: Date) {
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

/// Days after `as_of` on which the law changes: a rule comes into force or goes, or another text names
/// another date. In order of time, each once.
pub(crate) fn law_changes(catalog: &Catalog, as_of: Date) -> Vec<Date> {
    let rules = catalog.rules.iter().map(|rule| rule.legal.in_force);
    let derogations = catalog.derogations.iter().map(|rule| rule.legal.in_force);
    let periods = rules
        .chain(derogations)
        .flat_map(|period| [Some(period.from), period.until]);
    let texts = catalog.milestones.iter().flat_map(|milestone| milestone.history);
    let mut days: Vec<Date> = periods
        .flatten()
        .chain(texts.map(|named| named.from))
        .filter(|day| *day > as_of)
        .collect();
    days.sort_unstable();
    days.dedup();
    days
}
