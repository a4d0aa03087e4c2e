//! Two assessments of one use case beside each other: which answers differ, and which of them matter.

use serde::Serialize;

use crate::catalog::{Catalog, Date, Tier};
use crate::engine::{Answers, Classifier};
use crate::export::{ClassificationRecord, Dropped, classification_record};
use crate::record::UseCase;

/// Two assessments of one use case.
#[derive(Clone, Debug, Serialize)]
pub struct Comparison {
    /// Whether both lead to the same range.
    pub same_range: bool,
    /// Whether both have the same answers.
    pub same_answers: bool,
    /// Who made them, where that is said.
    pub assessors: [String; 2],
    /// Facts with different answers that matter for the tier, in the order of the catalogue.
    pub matter: Vec<Difference>,
    /// The smallest number of differences that together lead from the first range to the second; facts by id.
    pub explained_by: Vec<&'static str>,
    /// Facts with different answers that make no difference to the tier.
    pub no_difference: Vec<Difference>,
    /// Answers that the catalogue does not take, of the first and of the second.
    pub dropped: [Vec<Dropped>; 2],
    /// Both results.
    pub results: [ClassificationRecord; 2],
}

/// A fact that was answered differently.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// The fact.
    pub fact: &'static str,
    /// The answer of the first and of the second; nothing where it was not asked.
    pub answers: [Option<Vec<&'static str>>; 2],
    /// The range of the first with this answer of the second.
    pub range: [&'static str; 2],
    /// Whether that is another range.
    pub moves: bool,
    /// Whether it is among those that together explain the second range.
    pub explains: bool,
}

/// Compares two assessments under the law of a day.
pub fn compare(catalog: &'static Catalog, pair: [&UseCase; 2], as_of: Date) -> Comparison {
    let classifier = Classifier::new(catalog, as_of);
    let [(one, one_dropped), (other, other_dropped)] = pair.map(|use_case| use_case.answers(catalog));
    let results = [&one, &other].map(|answers| classifier.classify(answers));
    let [from, to] = [&results[0], &results[1]].map(|result| [result.lowest, result.highest]);
    let range = |answers: &Answers| {
        let result = classifier.classify(answers);
        [result.lowest, result.highest]
    };
    let facts = one.iter().zip(other.iter());
    let differing: Vec<u16> = facts
        .filter(|(one, other)| one.1 != other.1)
        .map(|(one, _)| one.0)
        .collect();
    let taking = |facts: &[u16]| {
        let mut mixed = one.clone();
        for fact in facts {
            mixed.set(*fact, other.get(*fact));
        }
        range(&mixed)
    };
    let explaining = if from == to {
        Vec::new()
    } else {
        explanation(&differing, |facts| taking(facts) == to)
    };
    let differences = differing.iter().filter_map(|fact| {
        let alone = taking(&[*fact]);
        Some(Difference {
            fact: catalog.facts.get(usize::from(*fact))?.id,
            answers: [&one, &other].map(|answers| answers.ids(catalog, *fact)),
            range: alone.map(Tier::id),
            moves: alone != from,
            explains: explaining.contains(fact),
        })
    });
    let (matter, no_difference): (Vec<_>, Vec<_>) =
        differences.partition(|difference| difference.moves || difference.explains);
    Comparison {
        same_range: from == to,
        same_answers: differing.is_empty(),
        assessors: pair.map(|use_case| use_case.assessor.clone()),
        explained_by: matter
            .iter()
            .filter(|found| found.explains)
            .map(|found| found.fact)
            .collect(),
        matter,
        no_difference,
        dropped: [one_dropped, other_dropped],
        results: [
            classification_record(catalog, &one, &results[0]),
            classification_record(catalog, &other, &results[1]),
        ],
    }
}

/// The first of the smallest sets of differences that explain: one alone, else two. Where it takes more, one
/// after the other is left out as long as the rest still explains; then none of it can be left out, though
/// another set may be smaller.
fn explanation(differing: &[u16], explains: impl Fn(&[u16]) -> bool) -> Vec<u16> {
    if let Some(alone) = differing.iter().find(|fact| explains(&[**fact])) {
        return vec![*alone];
    }
    for (place, one) in differing.iter().enumerate() {
        for other in differing.iter().skip(place + 1) {
            if explains(&[*one, *other]) {
                return vec![*one, *other];
            }
        }
    }
    let mut set = differing.to_vec();
    loop {
        let size = set.len();
        for fact in differing {
            let without: Vec<u16> = set.iter().copied().filter(|known| known != fact).collect();
            if without.len() < set.len() && explains(&without) {
                set = without;
            }
        }
        // What could not be left out before may be now.
        if set.len() == size {
            return set;
        }
    }
}
