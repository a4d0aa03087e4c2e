//! Which facts are still worth asking, and in which order.

use super::answers::{Answer, Answers};
use super::classifier::Classifier;
use super::classify::{Classification, contribution, derogation};
use super::evaluation::{Evaluation, Unsettled};
use super::kleene::Tri;
use crate::catalog::{Catalog, Date, FactKind, Part, Tier};

/// Whether an open fact has been put to the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Not yet.
    NotYet,
    /// Yes, and the answer was "I don't know".
    DontKnow,
}

/// A fact whose answer could still change something shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenFact {
    /// Index of the fact.
    pub fact: u16,
    /// Whether it was asked.
    pub asked: Asked,
    /// Whether it surely arises; otherwise it hangs on another open fact.
    pub arises: bool,
}

/// Open facts in the order of the catalogue.
///
/// A fact is open when it is unanswered and a rule that could still change the tier, the flags or
/// the roles waits for it, or when it is itself shown (roles, sectors). Extra facts keep nothing open.
pub fn open_facts(evaluation: &Evaluation<'_>, result: &Classification) -> Vec<OpenFact> {
    let catalog = evaluation.catalog;
    let mut unsettled = Unsettled::new(catalog);
    // A prohibited use is stopped: nothing more about it is worth asking.
    if result.lowest != Tier::Prohibited {
        for (rule, verdict) in catalog.rules.iter().zip(&result.verdicts) {
            if verdict.holds == Tri::No {
                continue;
            }
            let own = contribution(catalog, rule, *verdict);
            let moves_tier = own.high > Some(result.lowest) && own.low != own.high;
            let new_flag = rule.flags.iter().any(|flag| !result.flags.contains(flag));
            let new_role = rule.adds_roles & !result.roles != 0;
            if verdict.holds == Tri::Unknown && (moves_tier || new_flag || new_role) {
                evaluation.mark_unsettled(&rule.when, &mut unsettled);
            }
            if verdict.lowered == Tri::Unknown
                && moves_tier
                && let Some(derogation) = derogation(catalog, rule)
            {
                evaluation.mark_unsettled(&derogation.when, &mut unsettled);
            }
        }
        for shown in [catalog.special.roles, catalog.special.sectors] {
            unsettled.mark(shown);
        }
    }
    unsettled
        .facts()
        .filter(|fact| evaluation.arises(*fact) != Tri::No && !is_extra(catalog, *fact))
        .filter_map(|fact| {
            let asked = match evaluation.answers.get(fact) {
                Answer::NotAsked => Asked::NotYet,
                Answer::DontKnow => Asked::DontKnow,
                Answer::Values(_) => return None,
            };
            Some(OpenFact {
                fact,
                asked,
                arises: evaluation.arises(fact) == Tri::Yes,
            })
        })
        .collect()
}

/// What is behind the result is offered there, and keeps nothing open.
fn is_extra(catalog: &Catalog, fact: u16) -> bool {
    let known = catalog.facts.get(usize::from(fact));
    known.is_some_and(|fact| fact.part == Part::Extra)
}

/// The next fact to ask on the way to the tier: the first open one that surely arises and has not
/// been asked. What hangs on an answer "I don't know" is not asked; it can be settled there.
///
/// One "I don't know" is no reason to stop: while it is open whether the Act applies, questions go
/// on as if it did, so that the answer can say what would follow.
pub fn next_question(evaluation: &Evaluation<'_>, result: &Classification) -> Option<u16> {
    let catalog = evaluation.catalog;
    let unasked: Vec<OpenFact> = open_facts(evaluation, result)
        .into_iter()
        .filter(|open| open.asked == Asked::NotYet)
        .filter(|open| {
            let known = catalog.facts.get(usize::from(open.fact));
            known.is_some_and(|fact| fact.part == Part::Classify)
        })
        .collect();
    let sure = unasked.iter().find(|open| open.arises).map(|open| open.fact);
    sure.or_else(|| {
        let supposed = Evaluation::supposing_scope(catalog, evaluation.answers);
        unasked
            .iter()
            .map(|open| open.fact)
            .find(|fact| supposed.arises(*fact) == Tri::Yes)
    })
}

/// Open facts, the one that settles most first: those that surely arise before those that hang on
/// another, then by how far the answers narrow the range of tiers, then by how many rules they
/// decide. Equal ones keep the order of the catalogue.
pub fn rank_open_facts(catalog: &'static Catalog, answers: &Answers, as_of: Date) -> Vec<OpenFact> {
    let classifier = Classifier::new(catalog, as_of);
    let evaluation = classifier.evaluate(answers);
    let result = classifier.classify_evaluated(&evaluation);
    let mut open = open_facts(&evaluation, &result);
    if open.len() > 1 {
        let before = openness(&result);
        open.sort_by_cached_key(|fact| {
            let (width, rules) = gain(catalog, &classifier, answers, fact.fact, before);
            (
                !fact.arises,
                core::cmp::Reverse(width),
                core::cmp::Reverse(rules),
                fact.fact,
            )
        });
    }
    open
}

/// How open a result is: steps between the tiers still possible, rules still undecided.
pub(crate) fn openness(result: &Classification) -> (u32, u32) {
    let width = result.highest as u32 - result.lowest as u32;
    let rules = result
        .verdicts
        .iter()
        .filter(|verdict| verdict.holds == Tri::Unknown || verdict.lowered == Tri::Unknown)
        .count();
    (width, u32::try_from(rules).unwrap_or(u32::MAX))
}

/// Mean gain over the possible answers, in thousandths so that it stays an integer. Of a `many` fact
/// the answer "none of these" weighs as much as all its values together: it is the common one.
pub(crate) fn gain(
    catalog: &Catalog,
    classifier: &Classifier,
    answers: &Answers,
    fact: u16,
    before: (u32, u32),
) -> (u32, u32) {
    let Some(known) = catalog.facts.get(usize::from(fact)) else {
        return (0, 0);
    };
    let mut trial = answers.clone();
    let mut gained = |mask: u32| {
        trial.set(fact, Answer::Values(mask));
        let after = openness(&classifier.classify(&trial));
        (
            before.0.saturating_sub(after.0) * 1000,
            before.1.saturating_sub(after.1) * 1000,
        )
    };
    let (mut width, mut rules) = (0, 0);
    for bit in 0..known.values.len() {
        let one = gained(1 << bit);
        (width, rules) = (width + one.0, rules + one.1);
    }
    let count = u32::try_from(known.values.len()).unwrap_or(1).max(1);
    let single = (width / count, rules / count);
    if known.kind != FactKind::Many {
        return single;
    }
    let none = gained(0);
    ((single.0 + none.0) / 2, (single.1 + none.1) / 2)
}
