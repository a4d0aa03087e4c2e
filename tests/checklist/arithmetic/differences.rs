//! Two lists beside each other: nothing is different from itself, and the way back mirrors the way there.

use aims_readiness::catalog::{ItemKind, builtin};
use aims_readiness::engine::Checklist;
use aims_readiness::export::{DifferenceRecord, difference};

use super::any_case;
use crate::case::{item, line};
use crate::random::Random;
use crate::uses::{CV_RANKING, plain};

const SEEDS: u64 = 600;

fn between(before: &Checklist, after: &Checklist) -> DifferenceRecord {
    difference(builtin(), before, after)
}

#[test]
fn a_list_is_not_different_from_itself() {
    for seed in 0..SEEDS {
        let list = any_case(&mut Random::new(seed)).list();
        let found = between(&list, &list);
        assert!(found.added.is_empty() && found.removed.is_empty(), "seed {seed}");
        assert!(found.changed.is_empty(), "seed {seed}: {:?}", found.changed);
        assert_eq!(found.tier, [list.tier.id(); 2]);
        assert_eq!(found.effort_days[0], found.effort_days[1], "seed {seed}");
    }
}

#[test]
fn the_way_back_mirrors_the_way_there() {
    let (mut added, mut changed) = (0, 0);
    for seed in 0..SEEDS {
        let mut random = Random::new(seed);
        let lists = [(); 2].map(|()| any_case(&mut random).list());
        let there = between(&lists[0], &lists[1]);
        let back = between(&lists[1], &lists[0]);
        assert_eq!(
            (&there.added, &there.removed),
            (&back.removed, &back.added),
            "seed {seed}"
        );
        assert_eq!(there.tier, [back.tier[1], back.tier[0]], "seed {seed}");
        assert_eq!(
            there.effort_days,
            [back.effort_days[1], back.effort_days[0]],
            "seed {seed}"
        );
        assert_eq!(there.changed.len(), back.changed.len(), "seed {seed}");
        for (line, mirrored) in there.changed.iter().zip(&back.changed) {
            assert_eq!(line.id, mirrored.id, "seed {seed}");
            let turned = [
                line.applicability.iter().rev().eq(&mirrored.applicability),
                line.depth.iter().rev().eq(&mirrored.depth),
                line.priority.iter().rev().eq(&mirrored.priority),
                line.due.iter().rev().eq(&mirrored.due),
            ];
            assert_eq!(turned, [true; 4], "seed {seed}: {}", line.id);
        }
        added += there.added.len();
        changed += there.changed.len();
    }
    assert!(
        added > 1_000 && changed > 1_000,
        "{added} added, {changed} changed"
    );
}

#[test]
fn a_difference_names_every_line_that_is_not_the_same_and_no_other() {
    for seed in 0..SEEDS {
        let mut random = Random::new(seed);
        let lists = [(); 2].map(|()| any_case(&mut random).list());
        let found = between(&lists[0], &lists[1]);
        for known in builtin().items {
            let [before, after] = lists.each_ref().map(|list| line(list, known.id));
            let named = found.changed.iter().find(|line| line.id == known.id);
            let (added, removed) = (found.added.contains(&known.id), found.removed.contains(&known.id));
            match (before, after) {
                (Some(was), Some(is)) => {
                    let same = (was.applicability, was.depth, was.priority, was.due)
                        == (is.applicability, is.depth, is.priority, is.due);
                    assert_eq!(named.is_none(), same, "seed {seed}: {}", known.id);
                    if let Some(line) = named {
                        assert_eq!(line.priority, [was.priority, is.priority], "seed {seed}");
                        assert_eq!(line.depth, [was.depth.id(), is.depth.id()], "seed {seed}");
                    }
                }
                _ => assert!(named.is_none(), "seed {seed}: {}", known.id),
            }
            assert_eq!(
                added,
                before.is_none() && after.is_some(),
                "seed {seed}: {}",
                known.id
            );
            assert_eq!(
                removed,
                before.is_some() && after.is_none(),
                "seed {seed}: {}",
                known.id
            );
        }
    }
}

#[test]
fn becoming_high_risk_adds_duties_and_deepens_what_is_there() {
    let before = plain("deployer").but("organisation.size small");
    let after = before.but(CV_RANKING);
    let found = between(&before.list(), &after.list());
    assert_eq!(found.tier, ["minimal", "high"]);
    assert!(found.added.contains(&"act.26.1") && found.removed.is_empty());
    let policy = found.changed.iter().find(|line| line.id == "A.2.2").unwrap();
    assert_eq!(policy.depth, ["light", "full"]);
    let kinds = |ids: &[&str], list: &Checklist| {
        ids.iter()
            .all(|id| item(&line(list, id).unwrap()).kind == ItemKind::Act)
    };
    assert!(kinds(&found.added, &after.list()), "only duties are added");
    // The days do not change with the tier: depth is not priced.
    assert!(found.effort_days[0].is_some_and(|[low, high]| low > 60.0 && high > 150.0));
    let unsized_list = plain("deployer").list();
    assert_eq!(between(&unsized_list, &after.list()).effort_days[0], None);
}
