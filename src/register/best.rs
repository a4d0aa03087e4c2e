//! The question that settles most over the whole portfolio.
//!
//! Ranking takes much longer than anything else here, so it is made only when somebody asks, in steps. Use
//! cases with the same answers, of which a fresh register is full, are ranked once.

use std::collections::HashMap;

use serde::Serialize;

use crate::catalog::{Catalog, Date};
use crate::engine::{Answers, Classifier, gain, open_facts, openness};
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
    let before = openness(&result);
    let open = open_facts(&evaluation, &result)
        .into_iter()
        .filter(|open| open.arises);
    let narrowing = |fact: u16| match before {
        // What has one tier left cannot narrow, and trying takes long.
        (0, _) => 0,
        _ => gain(catalog, classifier, answers, fact, before).0,
    };
    open.map(|open| (open.fact, u64::from(narrowing(open.fact))))
        .collect()
}
