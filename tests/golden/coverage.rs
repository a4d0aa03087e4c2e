//! Every rule has a case that fires it, and a close one, one answer away, that does not.

use std::collections::BTreeMap;

use aims_readiness::catalog::{Catalog, Condition, builtin};
use aims_readiness::engine::{Evaluation, Tri, classify, distance};

use crate::case::cases;

/// Ids of cases that fire a rule, and of those that do not and are one answer away.
#[derive(Default)]
pub(crate) struct Shown {
    pub(crate) fires: Vec<&'static str>,
    pub(crate) spares: Vec<&'static str>,
}

/// For each rule and derogation what the cases show of it.
pub(crate) fn coverage() -> BTreeMap<&'static str, Shown> {
    let catalog = builtin();
    let mut shown: BTreeMap<&'static str, Shown> = BTreeMap::new();
    for rule in catalog.rules {
        shown.entry(rule.id).or_default();
    }
    for case in cases() {
        let Ok(answers) = case.answers() else { continue };
        let evaluation = Evaluation::new(catalog, &answers);
        let result = classify(catalog, &answers, case.as_of());
        let mut note = |id: &'static str, holds: bool, when: &Condition| {
            let entry = shown.entry(id).or_default();
            if holds {
                entry.fires.push(&case.id);
            } else if distance(&evaluation, when, 1) == Some(1) {
                entry.spares.push(&case.id);
            }
        };
        for (rule, verdict) in catalog.rules.iter().zip(&result.verdicts) {
            if rule.legal.in_force.contains(result.as_of) && verdict.holds != Tri::Unknown {
                note(rule.id, verdict.holds == Tri::Yes, &rule.when);
            }
        }
        for derogation in catalog.derogations {
            // A derogation shows in a case only where it has a rule to lower.
            let listed = catalog.rules.iter().zip(&result.verdicts);
            let lowers = listed
                .filter(|(rule, verdict)| rule.derogation.is_some() && verdict.holds == Tri::Yes)
                .count();
            if lowers > 0 {
                let value = evaluation.value(&derogation.when);
                note(derogation.id, value == Tri::Yes, &derogation.when);
            }
        }
    }
    shown
}

#[test]
fn every_rule_has_a_case_that_fires_it_and_a_close_one_that_does_not() {
    let catalog: &Catalog = builtin();
    let shown = coverage();
    assert_eq!(shown.len(), catalog.rules.len() + catalog.derogations.len());
    let lacking: Vec<String> = shown
        .iter()
        .filter_map(
            |(id, shown)| match (shown.fires.is_empty(), shown.spares.is_empty()) {
                (true, true) => Some(format!("{id}: no case fires it, no close one spares it")),
                (true, false) => Some(format!("{id}: no case fires it")),
                (false, true) => Some(format!("{id}: no close case spares it")),
                (false, false) => None,
            },
        )
        .collect();
    assert!(
        lacking.is_empty(),
        "{} rules:\n{}",
        lacking.len(),
        lacking.join("\n")
    );
}
