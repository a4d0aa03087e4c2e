//! Readiness: bounded, growing with every step of work, and the sum of its groups.

use aims_readiness::catalog::{Applicability, ItemKind, Tier, builtin};
use aims_readiness::engine::{Checklist, Readiness, ReadinessReport, Status, readiness};

use super::{any_case, any_work, lists, status};
use crate::case::{item, item_index, line};
use crate::random::Random;
use crate::uses::{CV_RANKING, MANIPULATION, plain};

const SEEDS: u64 = 1_500;

/// Statuses from nothing to all; leaving out is none of them.
const BETTER: [Status; 5] = [
    Status::NotStarted,
    Status::Planned,
    Status::Partial,
    Status::Implemented,
    Status::Verified,
];

fn report(list: &Checklist, work: &[Status]) -> ReadinessReport {
    readiness(builtin(), list, status(work)).unwrap()
}

/// The figures of a report: the whole first, then each group.
fn figures(report: &ReadinessReport) -> Vec<Readiness> {
    let groups = report.groups.iter().map(|(_, own)| *own);
    [report.overall].into_iter().chain(groups).collect()
}

#[test]
fn readiness_is_a_percentage_and_adds_up() {
    let mut lists_seen = 0;
    for (seed, list, work) in lists(SEEDS) {
        let report = report(&list, &work);
        for own in figures(&report) {
            assert!(
                own.percent() <= 100 && own.earned <= own.possible,
                "seed {seed}: {own:?}"
            );
            assert!(own.done <= own.counted, "seed {seed}: {own:?}");
        }
        let mut lines = 0;
        let mut sum = Readiness::default();
        for (group, own) in &report.groups {
            lines += own.counted + own.left_out;
            let mut items = builtin().items.iter();
            let kind = items.find(|item| item.group == *group).unwrap().kind;
            if matches!(kind, ItemKind::Clause | ItemKind::Control) {
                sum.counted += own.counted;
                sum.done += own.done;
                sum.left_out += own.left_out;
                sum.earned += own.earned;
                sum.possible += own.possible;
            }
        }
        assert_eq!(report.overall, sum, "seed {seed}: the groups of the standard");
        assert_eq!(
            lines as usize,
            list.lines.len(),
            "seed {seed}: every line is in one group"
        );
        assert_eq!(sum.counted + sum.left_out, 70, "seed {seed}");
        lists_seen += 1;
    }
    assert!(lists_seen > 1_000, "{lists_seen} lists");
}

#[test]
fn each_status_and_priority_is_worth_what_is_known() {
    // Weight of a priority, and what a status earns of it in percent.
    let list = plain("provider").but(CV_RANKING).list();
    for (priority, weight) in [(1, 3), (2, 2), (3, 1)] {
        let of_priority = |item: u16| {
            let line = list.lines.iter().find(|line| line.item == item);
            line.is_some_and(|line| line.priority == priority)
        };
        let lines = list.lines.iter().filter(|line| line.priority == priority);
        let lines = lines.filter(|line| matches!(item(line).kind, ItemKind::Clause | ItemKind::Control));
        let count = u32::try_from(lines.count()).unwrap();
        assert!(count > 0, "no line has priority {priority}");
        for (status, percent) in BETTER.into_iter().zip([0, 10, 50, 90, 100]) {
            let found = readiness(builtin(), &list, |item| {
                if of_priority(item) {
                    status
                } else {
                    Status::NotStarted
                }
            });
            let earned = found.unwrap().overall.earned;
            assert_eq!(
                earned,
                count * weight * percent,
                "priority {priority}, {}",
                status.id()
            );
        }
    }
}

#[test]
fn a_better_status_of_one_line_never_lowers_a_figure() {
    let (mut steps, mut rises) = (0, 0);
    for (seed, list, work) in lists(SEEDS) {
        let mut random = Random::new(seed ^ 0xBE77E4);
        let line = list.lines[random.below(list.lines.len())];
        let place = usize::from(line.item);
        let mut before: Option<ReadinessReport> = None;
        for better in BETTER {
            let mut work = work.clone();
            work[place] = better;
            let now = report(&list, &work);
            if let Some(before) = &before {
                for (was, is) in figures(before).iter().zip(figures(&now)) {
                    let sound = is.percent() >= was.percent()
                        && is.earned >= was.earned
                        && is.done >= was.done
                        && is.possible == was.possible;
                    assert!(sound, "seed {seed}: {} made {was:?} {is:?}", item(&line).id);
                    rises += usize::from(is.percent() > was.percent());
                }
                steps += 1;
            }
            before = Some(now);
        }
    }
    assert!(steps > 4_000 && rises > 1_000, "{steps} steps, {rises} rises");
}

#[test]
fn it_is_100_exactly_when_all_that_counts_is_verified() {
    let mut full = 0;
    for (seed, list, mut work) in lists(SEEDS) {
        let mut random = Random::new(seed ^ 0x100);
        // Everything verified, or left out where that is allowed, and perhaps one line that is not.
        for line in &list.lines {
            let may = line.applicability != Applicability::Applicable && random.one_in(2);
            work[usize::from(line.item)] = if may {
                Status::NotApplicable
            } else {
                Status::Verified
            };
        }
        if random.one_in(2) {
            let line = list.lines[random.below(list.lines.len())];
            work[usize::from(line.item)] = BETTER[random.below(5)];
        }
        let of = |group: Option<&str>| {
            let lines = list.with_items(builtin()).filter(move |(_, item)| match group {
                Some(group) => item.group == group,
                None => matches!(item.kind, ItemKind::Clause | ItemKind::Control),
            });
            let mut lines = lines.map(|(line, _)| (line.applicability, work[usize::from(line.item)]));
            lines.all(|(applicability, status)| match status {
                Status::NotApplicable => applicability != Applicability::Applicable,
                status => status == Status::Verified,
            })
        };
        let report = report(&list, &work);
        assert_eq!(report.overall.percent() == 100, of(None), "seed {seed}");
        for (group, own) in &report.groups {
            assert_eq!(own.percent() == 100, of(Some(group)), "seed {seed}: {group}");
        }
        full += usize::from(report.overall.percent() == 100);
    }
    assert!((300..1_200).contains(&full), "{full} were full");
}

#[test]
fn implemented_is_not_verified_and_one_gap_is_not_100() {
    let list = plain("provider").but(CV_RANKING).list();
    let all = |status| readiness(builtin(), &list, |_| status).unwrap().overall.percent();
    assert_eq!(BETTER.map(all), [0, 10, 50, 90, 100]);
    // The line that counts least.
    let least = item_index("A.2.4");
    assert_eq!(line(&list, "A.2.4").unwrap().priority, 3);
    let but_one = readiness(builtin(), &list, |item| {
        if item == least {
            Status::Implemented
        } else {
            Status::Verified
        }
    });
    assert_eq!(but_one.unwrap().overall.percent(), 99);
}

#[test]
fn leaving_out_what_must_not_be_left_out_earns_nothing() {
    let mut refused = 0;
    for (seed, list, work) in lists(SEEDS) {
        for line in &list.lines {
            if work[usize::from(line.item)] != Status::NotApplicable {
                continue;
            }
            let mut not_started = work.clone();
            not_started[usize::from(line.item)] = Status::NotStarted;
            let (with, without) = (report(&list, &work), report(&list, &not_started));
            if line.applicability == Applicability::Applicable {
                assert_eq!(with, without, "seed {seed}: {}", item(line).id);
                refused += 1;
            } else {
                let group = |report: &ReadinessReport| {
                    let own = report.groups.iter().find(|(group, _)| *group == item(line).group);
                    own.unwrap().1
                };
                assert_eq!(group(&with).left_out, group(&without).left_out + 1, "seed {seed}");
                assert!(group(&with).possible < group(&without).possible, "seed {seed}");
            }
            // One line of each list says it for the rest.
            break;
        }
    }
    assert!(refused > 300, "{refused} refused");
}

#[test]
fn a_prohibited_use_has_no_readiness_whatever_is_done() {
    for status in Status::ALL {
        let list = plain("provider").but(MANIPULATION).list();
        assert_eq!(readiness(builtin(), &list, |_| status), None);
    }
    let mut prohibited = 0;
    for seed in 0..SEEDS {
        let mut random = Random::new(seed);
        let list = any_case(&mut random).list();
        let found = readiness(builtin(), &list, status(&any_work(&mut random)));
        assert_eq!(found.is_none(), list.tier == Tier::Prohibited, "seed {seed}");
        prohibited += usize::from(found.is_none());
    }
    assert!(prohibited > 20, "{prohibited} prohibited");
}
