//! What holds for any answers: ranges are honest, settled stays settled, nothing panics.
//!
//! On small random catalogues every completion is tried; on the real one completions are sampled.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "properties/alternatives.rs"]
mod alternatives;
#[path = "properties/near_misses.rs"]
mod near_misses;
mod random;
#[path = "properties/upcoming.rs"]
mod upcoming;

use std::collections::BTreeSet;

use aims_readiness::catalog::{Catalog, FactKind, Part, Tier, builtin};
use aims_readiness::engine::{
    Answer, Answers, Classification, Evaluation, Tri, checklist, classify, next_question, open_facts,
    rank_open_facts, readiness, receipt,
};
use random::{Random, answers, catalog, completed, completions, day, value};

const SMALL_CATALOGUES: u64 = 5_000;
const SAMPLES: u64 = 10_000;

fn result(catalog: &'static Catalog, answers: &Answers) -> Classification {
    classify(catalog, answers, day())
}

/// The later result says nothing that the earlier one ruled out.
fn refines(earlier: &Classification, later: &Classification, what: &str) {
    assert!(earlier.lowest <= later.lowest, "{what}: the lowest tier sank");
    assert!(later.highest <= earlier.highest, "{what}: the highest tier rose");
    for (before, after) in earlier.verdicts.iter().zip(&later.verdicts) {
        assert!(
            before.holds == Tri::Unknown || before.holds == after.holds,
            "{what}: a known rule turned"
        );
        // A derogation has nothing to say where its rule does not hold.
        assert!(
            after.holds == Tri::No || before.lowered == Tri::Unknown || before.lowered == after.lowered,
            "{what}: a derogation turned"
        );
    }
    for flag in &earlier.flags {
        assert!(later.flags.contains(flag), "{what}: a raised flag fell");
    }
    for flag in &later.flags {
        let foreseen = earlier.flags.contains(flag) || earlier.possible_flags.contains(flag);
        assert!(foreseen, "{what}: a flag came that was not possible");
    }
}

#[test]
fn every_completion_stays_inside_the_range_on_small_catalogues() {
    let mut settled = 0;
    for seed in 0..SMALL_CATALOGUES {
        let mut random = Random::new(seed);
        let catalog = catalog(&mut random);
        let partial = answers(&mut random, catalog, 2);
        let before = result(catalog, &partial);
        for complete in completions(catalog, &partial) {
            let after = result(catalog, &complete);
            refines(&before, &after, &format!("seed {seed}"));
            assert!(after.settled(), "seed {seed}: complete answers settle the tier");
        }
        settled += u32::from(before.settled());
    }
    assert!(
        settled > 50,
        "the catalogues are such that partial answers often settle: {settled}"
    );
}

#[test]
fn every_sampled_completion_stays_inside_the_range_on_the_real_catalogue() {
    let catalog = builtin();
    for seed in 0..SAMPLES {
        let mut random = Random::new(seed);
        let partial = answers(&mut random, catalog, 2);
        let before = result(catalog, &partial);
        for _ in 0..5 {
            let after = result(catalog, &completed(&mut random, catalog, &partial));
            refines(&before, &after, &format!("seed {seed}"));
            assert!(after.settled());
        }
    }
}

#[test]
fn answering_an_open_fact_narrows_the_range() {
    for seed in 0..SAMPLES {
        let mut random = Random::new(seed);
        let catalog = if seed % 2 == 0 {
            builtin()
        } else {
            catalog(&mut random)
        };
        let mut given = answers(&mut random, catalog, 2);
        let before = result(catalog, &given);
        let open = open_facts(&Evaluation::new(catalog, &given), &before);
        if open.is_empty() {
            continue;
        }
        let fact = open[random.below(open.len())].fact;
        given.set(fact, value(&mut random, &catalog.facts[usize::from(fact)]));
        refines(&before, &result(catalog, &given), &format!("seed {seed}"));
    }
}

#[test]
fn the_order_of_answers_does_not_matter() {
    let catalog = builtin();
    for seed in 0..200 {
        let mut random = Random::new(seed);
        let given = answers(&mut random, catalog, 4);
        let mut facts: Vec<u16> = (0..catalog.facts.len() as u16).collect();
        for place in (1..facts.len()).rev() {
            facts.swap(place, random.below(place + 1));
        }
        let mut session = aims_readiness::session::Session::new(catalog, day());
        for fact in facts {
            session.answers.set(fact, given.get(fact));
            session = session.reclassified();
        }
        assert_eq!(session.result, result(catalog, &given), "seed {seed}");
    }
}

#[test]
fn answers_that_do_not_arise_do_not_count_and_come_back() {
    let mut compared = 0;
    for seed in 0..SAMPLES {
        let mut random = Random::new(seed);
        let catalog = if seed % 2 == 0 {
            builtin()
        } else {
            catalog(&mut random)
        };
        let given = answers(&mut random, catalog, 5);
        let evaluation = Evaluation::new(catalog, &given);
        let before = result(catalog, &given);
        let mut stripped = given.clone();
        for (fact, _) in given.iter() {
            if evaluation.arises(fact) == Tri::No {
                stripped.set(fact, Answer::NotAsked);
                compared += 1;
            }
        }
        let after = result(catalog, &stripped);
        assert_eq!(before, after, "seed {seed}");
    }
    assert!(compared > 1_000, "{compared}");
}

#[test]
fn asking_until_nothing_is_open_settles_the_tier() {
    let catalog = builtin();
    let mut worst = 0;
    for seed in 0..SAMPLES {
        let mut random = Random::new(seed);
        let mut given = Answers::new(catalog);
        let mut asked = BTreeSet::new();
        loop {
            let evaluation = Evaluation::new(catalog, &given);
            let now = result(catalog, &given);
            let Some(fact) = next_question(&evaluation, &now) else {
                break;
            };
            assert!(asked.insert(fact), "seed {seed}: no question twice");
            assert_eq!(
                evaluation.arises(fact),
                Tri::Yes,
                "seed {seed}: a question that arises"
            );
            assert_eq!(catalog.facts[usize::from(fact)].part, Part::Classify);
            given.set(fact, value(&mut random, &catalog.facts[usize::from(fact)]));
        }
        let end = result(catalog, &given);
        assert!(
            end.settled(),
            "seed {seed}: {:?} to {:?}",
            end.lowest,
            end.highest
        );
        worst = worst.max(asked.len());
    }
    assert!(worst < catalog.facts.len(), "nobody is asked everything: {worst}");
}

#[test]
fn not_knowing_whether_the_act_applies_stops_no_questions() {
    let catalog = builtin();
    let id = |fact: u16| catalog.facts[usize::from(fact)].id;
    for unknown in ["scope.ai_system", "scope.exclusion"] {
        let mut given = Answers::new(catalog);
        let mut asked = BTreeSet::new();
        while let Some(fact) = next_question(&Evaluation::new(catalog, &given), &result(catalog, &given)) {
            assert!(asked.insert(id(fact)), "no question twice");
            let answer = match (id(fact), catalog.facts[usize::from(fact)].kind) {
                (id, _) if id == unknown => "unknown",
                ("area.screen", _) => "employment",
                ("employment.use", _) => "select",
                ("filter.task", _) => "more",
                ("organisation.public_role", _) => "private",
                (_, FactKind::Many) => "none",
                _ => "yes",
            };
            given.set_by_id(catalog, id(fact), &[answer]).unwrap();
        }
        let end = result(catalog, &given);
        assert_eq!(
            (end.lowest, end.highest),
            (Tier::OutOfScope, Tier::High),
            "{unknown}: {asked:?}"
        );
        assert!(asked.contains("employment.use"), "{unknown}: {asked:?}");
    }
}

/// A question is asked only if, for some answers to all that is open, its own answer changes what is shown.
#[test]
fn questions_that_can_change_nothing_are_not_asked_on_small_catalogues() {
    let (mut asked, mut idle) = (0, 0);
    for seed in 0..SMALL_CATALOGUES {
        let mut random = Random::new(seed);
        let catalog = catalog(&mut random);
        let partial = answers(&mut random, catalog, 2);
        let now = result(catalog, &partial);
        let Some(fact) = next_question(&Evaluation::new(catalog, &partial), &now) else {
            continue;
        };
        asked += 1;
        let shown = [catalog.special.roles, catalog.special.sectors].contains(&fact);
        let mut outcomes = BTreeSet::new();
        for complete in completions(catalog, &partial) {
            let after = result(catalog, &complete);
            outcomes.insert(format!("{:?} {:?} {}", after.lowest, after.flags, after.roles));
        }
        if !shown && outcomes.len() == 1 {
            idle += 1;
        }
    }
    // Kleene's logic does not see that `x or not x` holds, so a few random catalogues ask in vain.
    assert!(
        asked > 300 && idle * 20 < asked,
        "{idle} of {asked} questions could change nothing"
    );
}

#[test]
fn no_answers_make_anything_panic() {
    let catalog = builtin();
    for seed in 0..400 {
        let mut random = Random::new(seed);
        let mut given = answers(&mut random, catalog, 3);
        // Masks and indices that no host should send, too.
        given.set(random.below(80) as u16, Answer::Values(u32::MAX));
        given.set(u16::MAX, Answer::Values(0));
        let now = result(catalog, &given);
        let evaluation = Evaluation::new(catalog, &given);
        let list = checklist(&evaluation, &now);
        let _ = readiness(catalog, &list, |_| aims_readiness::engine::Status::Verified);
        let _ = rank_open_facts(catalog, &given, day());
        assert!(receipt(catalog, &given, &now).starts_with("sha256-"));
        assert!(now.lowest <= now.highest);
    }
}
