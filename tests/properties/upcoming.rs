//! What changes on days ahead: after the day asked, in order, and as `classify` says on that day.

use std::collections::BTreeSet;

use aims_readiness::catalog::{Catalog, Date, Tier, builtin};
use aims_readiness::engine::{Answers, Upcoming, classify, upcoming};

use crate::random::{Random, answers, catalog, sparse};

const SAMPLES: u64 = 4_000;

/// A use case on a day, with what changes after it.
struct Sample {
    what: String,
    catalog: &'static Catalog,
    given: Answers,
    as_of: Date,
    changes: Vec<Upcoming>,
}

impl Sample {
    /// On the real catalogue for even seeds, on a small random one for odd seeds.
    fn new(seed: u64) -> Self {
        let mut random = Random::new(seed);
        let (catalog, given) = if seed.is_multiple_of(2) {
            (builtin(), sparse(&mut random, builtin()))
        } else {
            let catalog = catalog(&mut random);
            (catalog, answers(&mut random, catalog, 4))
        };
        let days = [
            20_240_801, 20_250_202, 20_260_726, 20_260_727, 20_261_121, 20_280_802,
        ];
        let as_of = Date::from_number(days[random.below(days.len())]).unwrap();
        let changes = upcoming(catalog, &given, &classify(catalog, &given, as_of));
        Self {
            what: format!("seed {seed} on {as_of}"),
            catalog,
            given,
            as_of,
            changes,
        }
    }

    fn range(&self, day: Date) -> [Tier; 2] {
        let then = classify(self.catalog, &self.given, day);
        [then.lowest, then.highest]
    }
}

#[test]
fn changes_lie_after_the_day_asked_in_order_and_each_says_something() {
    let mut seen = 0;
    for seed in 0..SAMPLES {
        let Sample {
            what, as_of, changes, ..
        } = Sample::new(seed);
        assert!(
            changes.iter().all(|change| change.date > as_of),
            "{what}: {changes:?}"
        );
        let later = |one: &Upcoming, next: &Upcoming| one.date < next.date;
        assert!(changes.is_sorted_by(later), "{what}: {changes:?}");
        for change in &changes {
            let told = change.range.is_some() || !change.milestones.is_empty();
            assert!(told, "{what}: nothing happens on {}", change.date);
            let once: BTreeSet<u16> = change.milestones.iter().copied().collect();
            assert_eq!(once.len(), change.milestones.len(), "{what}: a milestone twice");
        }
        seen += changes.len();
    }
    assert!(seen > 1_000, "{seen} changes");
}

#[test]
fn the_range_is_the_one_last_promised_on_every_day_ahead() {
    let (mut promised, mut days) = (0, 0);
    for seed in 0..SAMPLES {
        let sample = Sample::new(seed);
        let mut ahead: BTreeSet<Date> = sample.changes.iter().map(|change| change.date).collect();
        let rules = sample.catalog.rules.iter().map(|rule| rule.legal.in_force);
        ahead.extend(
            rules
                .flat_map(|period| [Some(period.from), period.until])
                .flatten(),
        );
        ahead.insert(Date::from_number(20_991_231).unwrap());
        let mut range = sample.range(sample.as_of);
        for day in ahead.into_iter().filter(|day| *day > sample.as_of) {
            let change = sample.changes.iter().find(|change| change.date == day);
            if let Some(next) = change.and_then(|change| change.range) {
                assert_ne!(next, range, "{}: no change on {day}", sample.what);
                range = next;
                promised += 1;
            }
            assert_eq!(sample.range(day), range, "{} for {day}", sample.what);
            days += 1;
        }
    }
    assert!(
        promised > 100 && days > 10_000,
        "{promised} promised, {days} days"
    );
}

/// The milestones of which `named` says that they are not reached on the day they are listed for.
fn missed(sample: &Sample) -> Vec<String> {
    let mut missed = Vec::new();
    for change in &sample.changes {
        for index in &change.milestones {
            let milestone = &sample.catalog.milestones[usize::from(*index)];
            let date = milestone.as_of(change.date);
            if date != Some(change.date) {
                missed.push(format!(
                    "{}: {} on {}, and the text says {date:?}",
                    sample.what, milestone.id, change.date
                ));
            }
        }
    }
    missed
}

/// From the amendment on no text ahead moves a date, so the start of the duties stands among the changes.
#[test]
fn duties_that_start_later_are_among_the_changes() {
    let mut found = 0;
    for seed in (0..SAMPLES).step_by(2) {
        let sample = Sample::new(seed);
        let starts = classify(sample.catalog, &sample.given, sample.as_of).applies_from;
        let last = sample.catalog.law_texts.iter().map(|text| text.from).max();
        if Some(sample.as_of) < last || starts <= Some(sample.as_of) {
            continue;
        }
        let change = sample.changes.iter().find(|change| Some(change.date) == starts);
        assert!(
            change.is_some_and(|change| !change.milestones.is_empty()),
            "{}: duties start on {starts:?}, and {:?}",
            sample.what,
            sample.changes
        );
        found += 1;
    }
    assert!(found > 30, "{found}");
}

#[test]
fn milestones_are_reached_as_the_text_in_force_on_their_day_says() {
    for seed in 0..SAMPLES {
        let sample = Sample::new(seed);
        assert_eq!(missed(&sample), Vec::<String>::new());
    }
}
