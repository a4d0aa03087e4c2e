//! Gaps and the gate before the second stage of the audit.

use aims_readiness::catalog::{Applicability, ItemKind, builtin};
use aims_readiness::engine::{Checklist, Gap, Status, gaps, gate};

use super::{lists, status};
use crate::case::{item, item_index};
use crate::uses::{CV_RANKING, plain};

const SEEDS: u64 = 1_000;

/// Whether nothing is left to do about a line.
fn done(list: &Checklist, place: usize, work: &[Status]) -> bool {
    let line = &list.lines[place];
    match work[usize::from(line.item)] {
        Status::Implemented | Status::Verified => true,
        Status::NotApplicable => line.applicability != Applicability::Applicable,
        Status::NotStarted | Status::Planned | Status::Partial => false,
    }
}

#[test]
fn gaps_are_exactly_the_lines_not_done() {
    let (mut open, mut closed) = (0, 0);
    for (seed, list, work) in lists(SEEDS) {
        let mut found: Vec<usize> = gaps(builtin(), &list, status(&work))
            .iter()
            .map(|gap| gap.line)
            .collect();
        found.sort_unstable();
        let places = 0..list.lines.len();
        let wanted: Vec<usize> = places.filter(|place| !done(&list, *place, &work)).collect();
        assert_eq!(found, wanted, "seed {seed}");
        open += wanted.len();
        closed += list.lines.len() - wanted.len();
    }
    assert!(open > 10_000 && closed > 10_000, "{open} open, {closed} closed");
}

/// Whether one gap comes before another, or beside it: what blocks, what the law dates, priority, effort.
fn before(list: &Checklist, one: &Gap, other: &Gap) -> bool {
    if one.blocks != other.blocks {
        return one.blocks;
    }
    match (one.due, other.due) {
        (Some(_), None) => return true,
        (None, Some(_)) => return false,
        (Some(day), Some(later)) if day != later => return day < later,
        _ => {}
    }
    let [priority, next] = [one, other].map(|gap| list.lines[gap.line].priority);
    if priority != next {
        return priority < next;
    }
    match (one.half_days, other.half_days) {
        (Some([least, _]), Some([more, _])) => least <= more,
        (known, other) => known.is_some() || other.is_none(),
    }
}

#[test]
fn the_most_urgent_gap_comes_first() {
    let mut pairs = 0;
    for (seed, list, work) in lists(SEEDS) {
        let found = gaps(builtin(), &list, status(&work));
        for pair in found.windows(2) {
            assert!(before(&list, &pair[0], &pair[1]), "seed {seed}: {pair:?}");
            pairs += 1;
        }
    }
    assert!(pairs > 10_000, "{pairs} pairs");
}

#[test]
fn a_gap_says_what_blocks_when_it_is_due_and_what_it_takes() {
    for (seed, list, work) in lists(SEEDS / 4) {
        let missing: Vec<u16> = gate(builtin(), &list, status(&work))
            .into_iter()
            .flat_map(|prerequisite| prerequisite.missing)
            .collect();
        for gap in gaps(builtin(), &list, status(&work)) {
            let line = &list.lines[gap.line];
            assert_eq!(
                gap.blocks,
                missing.contains(&line.item),
                "seed {seed}: {}",
                item(line).id
            );
            assert_eq!(
                gap.half_days,
                line.half_days_left(),
                "seed {seed}: {}",
                item(line).id
            );
            let due = line.due.filter(|_| item(line).kind == ItemKind::Act);
            assert_eq!(gap.due, due, "seed {seed}: {}", item(line).id);
        }
    }
}

/// What must be true before the second stage, and the items it looks at.
const GATE: [(&str, &str); 15] = [
    ("scope", "4.3"),
    ("inventory", "4.3 A.4.2"),
    ("policy", "5.2 7.3 A.2.2"),
    ("risk", "6.1.1 6.1.2 8.2"),
    ("impact", "6.1.4 8.4 A.5.2 A.5.3"),
    ("treatment", "6.1.3"),
    ("objectives", "6.2"),
    ("competence", "7.2 A.4.6"),
    ("gate-run", "8.1 A.6.2.5"),
    ("monitoring", "9.1 A.6.2.6"),
    ("internal-audit", "9.2.1 9.2.2"),
    ("management-review", "9.3.1 9.3.2 9.3.3"),
    ("corrective-action", "10.2"),
    ("suppliers", "A.10.3"),
    ("channels", "A.3.3 A.8.3 A.8.4"),
];

#[test]
fn a_prerequisite_is_met_exactly_when_none_of_its_items_is_a_gap() {
    let (mut met, mut unmet) = (0, 0);
    for (seed, list, work) in lists(SEEDS) {
        let open: Vec<&str> = gaps(builtin(), &list, status(&work))
            .iter()
            .map(|gap| item(&list.lines[gap.line]).id)
            .collect();
        let gate = gate(builtin(), &list, status(&work));
        let ids: Vec<&str> = gate.iter().map(|found| found.id).collect();
        assert_eq!(ids, GATE.map(|(id, _)| id), "seed {seed}");
        for (found, (id, items)) in gate.iter().zip(GATE) {
            let wanted: Vec<u16> = items
                .split(' ')
                .filter(|item| open.contains(item))
                .map(item_index)
                .collect();
            assert_eq!(found.missing, wanted, "seed {seed}: {id}");
            if wanted.is_empty() {
                met += 1;
            } else {
                unmet += 1;
            }
        }
    }
    assert!(met > 2_000 && unmet > 5_000, "{met} met, {unmet} unmet");
}

#[test]
fn the_gate_is_open_when_its_items_are_done_and_nothing_else_is() {
    let list = plain("provider").but(CV_RANKING).list();
    let named = |item: u16| {
        GATE.iter()
            .any(|(_, items)| items.split(' ').any(|id| item_index(id) == item))
    };
    let done = |item| {
        if named(item) {
            Status::Implemented
        } else {
            Status::NotStarted
        }
    };
    assert!(
        gate(builtin(), &list, done)
            .iter()
            .all(|found| found.missing.is_empty())
    );
    let gaps = gaps(builtin(), &list, done);
    assert!(!gaps.is_empty() && gaps.iter().all(|gap| !gap.blocks));
    let none = gate(builtin(), &list, |_| Status::Partial);
    assert!(none.iter().all(|found| !found.missing.is_empty()));
}

#[test]
fn what_may_be_left_out_blocks_nothing_once_it_is() {
    // Off the shelf a check before deployment is a decision; the plan of operation is not.
    let list = plain("deployer").but("organisation.off_the_shelf yes").list();
    let [deployment, operation] = ["A.6.2.5", "8.1"].map(item_index);
    let left_out = |item| {
        if item == deployment || item == operation {
            Status::NotApplicable
        } else {
            Status::Verified
        }
    };
    let gate = gate(builtin(), &list, left_out);
    let found = gate.iter().find(|found| found.id == "gate-run").unwrap();
    assert_eq!(found.missing, [operation]);
}
