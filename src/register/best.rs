//! The question that settles most over the whole portfolio.
//!
//! Ranking takes much longer than anything else here, so it is made only when somebody asks, in steps. Use
//! cases with the same answers, of which a fresh register is full, are ranked once.

use std::collections::HashMap;

use serde::Serialize;

use crate::catalog::{Catalog, Date, FactKind, Tier};
use crate::engine::{Answer, Answers, Classifier, open_facts};
use crate::record::UseCase;

/// What a fact would settle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Best {
    /// The fact, by index.
    pub fact: u16,
    /// Use cases in which it surely arises and is open.
    pub use_cases: usize,
    /// By how many steps of tiers the ranges narrow in the mean of the possible answers, summed over the use
    /// cases; in thousandths.
    pub narrowing: u64,
}

/// Finds the question that settles most. Add use cases in steps, then ask.
#[derive(Debug)]
pub struct NextBest {
    catalog: &'static Catalog,
    classifier: Classifier,
    /// What each open fact settles, by the answers.
    known: HashMap<Answers, Vec<(u16, u64)>>,
    totals: Vec<(usize, u64)>,
}

impl NextBest {
    /// Nothing added yet.
    pub fn new(catalog: &'static Catalog, as_of: Date) -> Self {
        Self {
            catalog,
            classifier: Classifier::new(catalog, as_of),
            known: HashMap::new(),
            totals: vec![(0, 0); catalog.facts.len()],
        }
    }

    /// Adds a use case.
    pub fn add(&mut self, use_case: &UseCase) {
        let (answers, _) = use_case.answers(self.catalog);
        let found = match self.known.get(&answers) {
            Some(found) => found,
            None => {
                let found = gains(self.catalog, &self.classifier, &answers);
                self.known.entry(answers).or_insert(found)
            }
        };
        for (fact, narrowing) in found {
            if let Some(total) = self.totals.get_mut(usize::from(*fact)) {
                total.0 += 1;
                total.1 += narrowing;
            }
        }
    }

    /// The facts that are open somewhere, the one that settles most first; of equal ones that of more use
    /// cases, then the order of the catalogue.
    pub fn ranking(&self) -> Vec<Best> {
        let totals = (0..).zip(&self.totals);
        let mut ranking: Vec<Best> = totals
            .filter(|(_, (use_cases, _))| *use_cases > 0)
            .map(|(fact, (use_cases, narrowing))| Best {
                fact,
                use_cases: *use_cases,
                narrowing: *narrowing,
            })
            .collect();
        ranking.sort_by_key(|best| (core::cmp::Reverse((best.narrowing, best.use_cases)), best.fact));
        ranking
    }
}

/// The open facts that surely arise, each with the mean narrowing of the range over its answers.
fn gains(catalog: &Catalog, classifier: &Classifier, answers: &Answers) -> Vec<(u16, u64)> {
    let evaluation = classifier.evaluate(answers);
    let result = classifier.classify_evaluated(&evaluation);
    let before = steps([result.lowest, result.highest]);
    let open = open_facts(&evaluation, &result)
        .into_iter()
        .filter(|open| open.arises);
    open.map(|open| (open.fact, gain(catalog, classifier, answers, (open.fact, before))))
        .collect()
}

/// Steps between the tiers of a range.
fn steps([lowest, highest]: [Tier; 2]) -> u64 {
    highest as u64 - lowest as u64
}

/// As in the ranking of one use case: of a `many` fact "none of these" weighs as much as all values together.
fn gain(catalog: &Catalog, classifier: &Classifier, answers: &Answers, (fact, before): (u16, u64)) -> u64 {
    let Some(known) = catalog.facts.get(usize::from(fact)) else {
        return 0;
    };
    if before == 0 {
        return 0;
    }
    let mut trial = answers.clone();
    let mut narrowed = |mask: u32| {
        trial.set(fact, Answer::Values(mask));
        let after = classifier.classify(&trial);
        before.saturating_sub(steps([after.lowest, after.highest])) * 1000
    };
    let sum: u64 = (0..known.values.len()).map(|bit| narrowed(1 << bit)).sum();
    let mean = sum / (known.values.len() as u64).max(1);
    match known.kind {
        FactKind::Many => u64::midpoint(mean, narrowed(0)),
        FactKind::YesNo | FactKind::One => mean,
    }
}
