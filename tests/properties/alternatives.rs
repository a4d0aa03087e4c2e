//! What would change the tier: each alternative leads where it says, and nothing in it is there in vain.

use aims_readiness::catalog::{Catalog, FactKind, Tier, builtin};
use aims_readiness::engine::{Alternative, Answer, Answers, Classifier, Edit, alternatives};

use crate::random::{Random, answers, catalog, day, sparse};

const SAMPLES: u64 = 6_000;

/// A use case with what would change its tier.
struct Sample {
    what: String,
    catalog: &'static Catalog,
    classifier: Classifier,
    given: Answers,
    now: [Tier; 2],
    up: Vec<Alternative>,
    down: Vec<Alternative>,
}

impl Sample {
    /// On the real catalogue for even seeds, on a small random one for odd seeds.
    fn new(seed: u64) -> Self {
        let mut random = Random::new(seed);
        let (catalog, given) = if seed.is_multiple_of(2) {
            (builtin(), sparse(&mut random, builtin()))
        } else {
            let catalog = catalog(&mut random);
            (catalog, answers(&mut random, catalog, 6))
        };
        let classifier = Classifier::new(catalog, day());
        let now = classifier.classify(&given);
        let [up, down] = alternatives(catalog, &given, day());
        Self {
            what: format!("seed {seed}"),
            catalog,
            classifier,
            given,
            now: [now.lowest, now.highest],
            up,
            down,
        }
    }

    fn all(&self) -> impl Iterator<Item = &Alternative> {
        self.up.iter().chain(&self.down)
    }

    /// The range after the edits.
    fn after(&self, edits: &[Edit]) -> [Tier; 2] {
        let mut answers = self.given.clone();
        for edit in edits {
            let many = self.catalog.facts[usize::from(edit.fact)].kind == FactKind::Many;
            let kept = match answers.get(edit.fact) {
                Answer::Values(mask) if many => mask & !edit.remove,
                _ => 0,
            };
            answers.set(edit.fact, Answer::Values(kept | edit.add));
        }
        let then = self.classifier.classify(&answers);
        [then.lowest, then.highest]
    }

    fn told(&self, alternative: &Alternative) -> String {
        let told = alternative.edits.iter().map(|edit| {
            let fact = &self.catalog.facts[usize::from(edit.fact)];
            let ids = |mask| fact.value_ids(mask).collect::<Vec<_>>();
            format!(
                "{} add {:?} remove {:?}",
                fact.id,
                ids(edit.add),
                ids(edit.remove)
            )
        });
        format!(
            "{}, now {:?}: {}",
            self.what,
            self.now,
            told.collect::<Vec<_>>().join(" and ")
        )
    }
}

fn range(alternative: &Alternative) -> [Tier; 2] {
    [alternative.lowest, alternative.highest]
}

/// The edit once for each value of which one is enough; once where it only takes away.
fn choices(edit: Edit) -> Vec<Edit> {
    let bits = (0..32).map(|place| 1_u32 << place);
    let single = bits
        .filter(|bit| edit.add & bit != 0)
        .map(|add| Edit { add, ..edit });
    let single: Vec<Edit> = single.collect();
    if single.is_empty() { vec![edit] } else { single }
}

/// Every way to take the alternative at its word: one of the values of each edit.
fn ways(alternative: &Alternative) -> Vec<Vec<Edit>> {
    alternative.edits.iter().fold(vec![Vec::new()], |ways, edit| {
        let longer = |way: &Vec<Edit>| {
            let way = way.clone();
            choices(*edit)
                .into_iter()
                .map(move |choice| [&way[..], &[choice]].concat())
        };
        ways.iter().flat_map(longer).collect()
    })
}

#[test]
fn alternatives_move_a_settled_tier_the_way_they_say() {
    let (mut up, mut down, mut both) = (0, 0, 0);
    for seed in 0..SAMPLES {
        let sample = Sample::new(seed);
        let settled = sample.now[0] == sample.now[1];
        assert!(
            settled || sample.all().next().is_none(),
            "{}: nothing is offered while the tier is open",
            sample.what
        );
        for alternative in &sample.up {
            assert!(alternative.lowest > sample.now[1], "{}", sample.told(alternative));
        }
        for alternative in &sample.down {
            assert!(
                alternative.highest < sample.now[0],
                "{}",
                sample.told(alternative)
            );
        }
        for alternative in sample.all() {
            assert!(
                alternative.lowest <= alternative.highest,
                "{}",
                sample.told(alternative)
            );
        }
        up += usize::from(!sample.up.is_empty());
        down += usize::from(!sample.down.is_empty());
        both += usize::from(sample.all().any(|alternative| alternative.edits.len() == 2));
    }
    assert!(
        up > 1_000 && down > 500 && both > 500,
        "{up} up, {down} down, {both} by two"
    );
}

#[test]
fn alternatives_are_one_or_two_edits_of_different_facts_fewest_first() {
    for seed in 0..SAMPLES {
        let sample = Sample::new(seed);
        for list in [&sample.up, &sample.down] {
            assert!(
                list.is_sorted_by_key(|alternative| alternative.edits.len()),
                "{}",
                sample.what
            );
            for (place, alternative) in list.iter().enumerate() {
                let facts: Vec<u16> = alternative.edits.iter().map(|edit| edit.fact).collect();
                assert!((1..=2).contains(&facts.len()), "{}", sample.told(alternative));
                assert!(
                    facts.is_sorted_by(|one, next| one < next),
                    "{}",
                    sample.told(alternative)
                );
                assert!(
                    !list[..place].contains(alternative),
                    "twice: {}",
                    sample.told(alternative)
                );
            }
        }
    }
}

#[test]
fn an_edit_of_an_answer_adds_what_is_not_there_and_takes_away_what_is() {
    let mut compared = 0;
    for seed in (0..SAMPLES).step_by(2) {
        let sample = Sample::new(seed);
        for alternative in sample.all() {
            for edit in &alternative.edits {
                let fact = &sample.catalog.facts[usize::from(edit.fact)];
                assert_eq!(edit.add & edit.remove, 0, "{}", sample.told(alternative));
                let known = u64::from(edit.add | edit.remove) >> fact.values.len() == 0;
                assert!(known, "{}: values of the fact", sample.told(alternative));
                if let Answer::Values(mask) = sample.given.get(edit.fact) {
                    assert_eq!(edit.remove & !mask, 0, "{}", sample.told(alternative));
                    assert_eq!(edit.add & mask, 0, "{}", sample.told(alternative));
                    compared += 1;
                }
            }
        }
    }
    assert!(compared > 5_000, "{compared}");
}

/// An alternative whose values cannot all be had one by one still leads where it says by some of them.
#[test]
fn every_alternative_can_lead_where_it_says() {
    for seed in 0..SAMPLES {
        let sample = Sample::new(seed);
        for alternative in sample.all() {
            let mut ways = ways(alternative);
            // Values that two conditions ask for have to be added together.
            ways.push(alternative.edits.clone());
            assert!(
                ways.iter().any(|way| sample.after(way) == range(alternative)),
                "{}",
                sample.told(alternative)
            );
        }
    }
}

#[test]
fn one_of_the_values_is_enough_whichever_it_is() {
    for seed in (0..SAMPLES).step_by(2) {
        let sample = Sample::new(seed);
        for alternative in sample.all() {
            for way in ways(alternative) {
                assert_eq!(
                    sample.after(&way),
                    range(alternative),
                    "{}",
                    sample.told(alternative)
                );
            }
        }
    }
}

#[test]
fn no_edit_of_two_is_superfluous() {
    for seed in 0..SAMPLES {
        let sample = Sample::new(seed);
        let two = sample.all().filter(|alternative| alternative.edits.len() == 2);
        for (alternative, way) in two.flat_map(|two| ways(two).into_iter().map(move |way| (two, way))) {
            for alone in &way {
                assert_ne!(
                    sample.after(&[*alone]),
                    range(alternative),
                    "{}: {alone:?} is enough",
                    sample.told(alternative)
                );
            }
        }
    }
}

#[test]
fn no_alternative_is_another_with_more_values() {
    let within = |one: &Edit, other: &Edit| {
        one.fact == other.fact && one.add & !other.add == 0 && one.remove & !other.remove == 0
    };
    for seed in (0..SAMPLES).step_by(2) {
        let sample = Sample::new(seed);
        for (list, smaller) in [&sample.up, &sample.down]
            .into_iter()
            .flat_map(|list| list.iter().map(move |smaller| (list, smaller)))
        {
            for larger in list.iter().filter(|larger| *larger != smaller) {
                let pairs = || smaller.edits.iter().zip(&larger.edits);
                let more = smaller.edits.len() == larger.edits.len()
                    && range(smaller) == range(larger)
                    && pairs().all(|(one, other)| within(one, other));
                assert!(
                    !more,
                    "{} is enough for {}",
                    sample.told(smaller),
                    sample.told(larger)
                );
            }
        }
    }
}
