//! When a line of the checklist is due.

use super::Reason;
use crate::catalog::{Catalog, Date, Item, Milestone};
use crate::engine::classify::Classification;
use crate::engine::kleene::Tri;

/// Instead of a milestone: the day on which the duties of the tier start.
const OF_TIER: &str = "tier";
/// Instead of a milestone: the day named by the rule that put the item on the list.
const OF_RULE: &str = "rule";

/// The day on which the duty of an item starts, where the law gives one.
pub(super) fn due(catalog: &Catalog, item: &Item, result: &Classification, reason: Reason) -> Option<Date> {
    let as_of = |milestone: &Milestone| milestone.as_of(result.as_of);
    match (item.milestone?, reason) {
        (OF_TIER, _) => result.applies_from,
        (OF_RULE, Reason::Rule(_)) if !item.dated_by.is_empty() => {
            let mut rules = catalog.rules.iter().zip(&result.verdicts);
            let (rule, _) = rules
                .find(|(rule, verdict)| verdict.holds == Tri::Yes && item.dated_by.contains(&rule.id))?;
            catalog
                .milestones
                .get(usize::from(rule.legal.milestone?))
                .and_then(as_of)
        }
        (OF_RULE, Reason::Rule(rule)) => {
            let milestone = catalog.rules.get(usize::from(rule))?.legal.milestone?;
            catalog.milestones.get(usize::from(milestone)).and_then(as_of)
        }
        (id, _) => catalog
            .milestones
            .iter()
            .find(|known| known.id == id)
            .and_then(as_of),
    }
}
