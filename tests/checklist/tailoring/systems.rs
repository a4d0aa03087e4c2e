//! The number of systems and the size of the organisation: what they do to days, and what they leave alone.

use aims_readiness::engine::{Checklist, Line};

use crate::case::item;
use crate::uses::plain;

const SIZES: [&str; 5] = ["micro", "small", "medium", "midcap", "large"];
const COUNTS: [&str; 4] = ["one", "few", "several", "many"];

/// The list of a provider of so many systems in an organisation of a size.
fn list(size: &str, systems: &str) -> Checklist {
    let given = ["organisation.size ", size, "; organisation.systems ", systems];
    plain("provider").but(&given.concat()).list()
}

/// A line but for its days.
fn without_days(line: &Line) -> Line {
    Line {
        half_days: None,
        ..*line
    }
}

#[test]
fn more_systems_take_more_days_of_what_is_done_per_system_and_change_nothing_else() {
    for size in SIZES {
        let lists = COUNTS.map(|count| list(size, count));
        let mut scaled = 0;
        for pair in lists.windows(2) {
            for (fewer, more) in pair[0].lines.iter().zip(&pair[1].lines) {
                assert_eq!(without_days(fewer), without_days(more), "{size}");
                let (item, days) = (item(fewer), [fewer, more].map(|line| line.half_days));
                if item.per_system {
                    let [Some([low, high]), Some([more_low, more_high])] = days else {
                        panic!("{size}: {} has no days", item.id);
                    };
                    assert!(
                        low <= more_low && high <= more_high,
                        "{size}: {} {days:?}",
                        item.id
                    );
                    scaled += 1;
                } else {
                    assert_eq!(days[0], days[1], "{size}: {}", item.id);
                }
            }
        }
        assert!(
            scaled >= 3 * 20,
            "{size}: {scaled} times something is done per system"
        );
    }
}

/// Days of what is done per system, high.
fn per_system(size: &str, systems: &str) -> u32 {
    let list = list(size, systems);
    let lines = list.lines.iter().filter(|line| item(line).per_system);
    let days = lines.filter_map(|line| line.half_days);
    days.map(|[_, high]| u32::from(high)).sum()
}

#[test]
fn the_days_known_are_those_of_the_number_of_systems_they_were_estimated_for() {
    // One to five in a small organisation, five to twenty in a medium one.
    for (size, count) in [("small", "few"), ("medium", "several")] {
        assert_eq!(per_system(size, count), per_system(size, "unknown"), "{size}");
        assert_eq!(per_system(size, "-"), per_system(size, "unknown"), "{size}");
    }
}

#[test]
fn a_further_system_takes_less_than_the_first() {
    // At least 2, 6 and 21 systems: twice as many systems never take twice the days.
    for size in SIZES {
        let days = COUNTS.map(|count| per_system(size, count));
        assert!(days.is_sorted_by(|fewer, more| fewer < more), "{size}: {days:?}");
        assert!(days[1] < days[0] * 2, "{size}: {days:?}");
        assert!(days[2] < days[0] * 6, "{size}: {days:?}");
        assert!(days[3] < days[0] * 21, "{size}: {days:?}");
    }
}

#[test]
fn micro_and_small_take_the_same_days_and_so_do_medium_and_midcap() {
    let days = |size| -> Vec<_> {
        let list = list(size, "few");
        let standard = list.lines.iter().filter(|line| item(line).group != "sx-sme");
        standard.map(|line| line.half_days).collect()
    };
    assert_eq!(days("micro"), days("small"));
    assert_eq!(days("medium"), days("midcap"));
    assert_ne!(days("small"), days("medium"));
    assert_ne!(days("midcap"), days("large"));
}

#[test]
fn without_a_size_there_are_no_days() {
    for size in ["-", "unknown"] {
        assert!(
            list(size, "few")
                .lines
                .iter()
                .all(|line| line.half_days.is_none()),
            "{size}"
        );
    }
}
