//! Why a use is outside of a point: never beside that point, and never taken back by further answers.

use std::collections::BTreeSet;

use aims_readiness::catalog::builtin;
use aims_readiness::engine::{Answer, Answers, Tri, classify};

use crate::random::{Random, answers, catalog, completed, day, sparse};

const SAMPLES: u64 = 10_000;

#[test]
fn a_near_miss_never_stands_beside_the_rule_it_is_outside_of() {
    let mut seen = BTreeSet::new();
    for seed in 0..SAMPLES {
        let mut random = Random::new(seed);
        let catalog = match seed % 3 {
            0 => catalog(&mut random),
            _ => builtin(),
        };
        let given = match seed % 3 {
            1 => sparse(&mut random, catalog),
            _ => answers(&mut random, catalog, 3),
        };
        let result = classify(catalog, &given, day());
        let fired = result.rule_ids(catalog);
        for (rule, target) in result.near_misses(catalog) {
            let what = format!("seed {seed}: {} is outside of {}", rule.id, target.id);
            let place = catalog
                .rules
                .iter()
                .position(|known| known.id == target.id)
                .unwrap();
            assert_eq!(result.verdicts[place].holds, Tri::No, "{what}");
            assert!(!fired.contains(&target.id) && !fired.contains(&rule.id), "{what}");
            assert_eq!(rule.tier, None, "{what}");
            seen.insert(rule.id);
        }
    }
    assert!(seen.len() > 60, "{} near misses: {seen:?}", seen.len());
}

/// What is known does not turn while gaps are filled, the reasons why a use is outside of a point included.
#[test]
fn filling_gaps_takes_no_near_miss_away() {
    let (mut kept, mut came) = (0, 0);
    for seed in 0..SAMPLES {
        let mut random = Random::new(seed);
        let catalog = if seed.is_multiple_of(2) {
            builtin()
        } else {
            catalog(&mut random)
        };
        let mut given = sparse(&mut random, catalog);
        for fact in 0..catalog.facts.len() as u16 {
            if random.one_in(3) {
                given.set(fact, Answer::DontKnow);
            }
        }
        let ids = |answers: &Answers| -> BTreeSet<&str> {
            let misses = classify(catalog, answers, day()).near_misses(catalog);
            misses.iter().map(|(rule, _)| rule.id).collect()
        };
        let before = ids(&given);
        let after = ids(&completed(&mut random, catalog, &given));
        assert!(
            before.is_subset(&after),
            "seed {seed}: {before:?}, then {after:?}"
        );
        kept += before.len();
        came += after.len() - before.len();
    }
    assert!(kept > 500 && came > 500, "{kept} kept, {came} came");
}

/// Only another answer in the place of one given can: the invariant is about gaps.
#[test]
fn another_answer_can_take_a_near_miss_away() {
    let catalog = builtin();
    let mut given = Answers::new(catalog);
    for (fact, value) in [
        ("scope.ai_system", "yes"),
        ("scope.exclusion", "none"),
        ("area.screen", "credit"),
        ("credit.use", "fraud"),
    ] {
        given.set_by_id(catalog, fact, &[value]).unwrap();
    }
    let misses = |answers: &Answers| classify(catalog, answers, day()).near_misses(catalog).len();
    assert_eq!(misses(&given), 1);
    given
        .set_by_id(catalog, "credit.use", &["fraud", "creditworthiness"])
        .unwrap();
    assert_eq!(misses(&given), 0);
}
