//! What would change the tier: the smallest edits of one or two answers that move it.
//!
//! Ways are found by going down the conditions of the rules that would have to turn, and each is
//! then tried by classifying, so nothing is listed that would not happen.

mod edits;

use super::answers::Answers;
use super::classifier::Classifier;
use super::classify::{Classification, contribution, derogation};
use super::evaluation::Evaluation;
use super::kleene::Tri;
use crate::catalog::{Catalog, Condition, Date, Tier};
use edits::{Edits, Search, applied, bits};

pub use edits::Edit;

/// Most edits that are proposed together.
const MOST_EDITS: usize = 2;

/// Other answers, and the tiers they would lead to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// The edits, in the order of asking. Of the values that the last one adds, one is enough.
    pub edits: Vec<Edit>,
    /// Lowest tier then possible.
    pub lowest: Tier,
    /// Highest tier then possible.
    pub highest: Tier,
}

/// The smallest edits that would move a settled tier, those upwards and those downwards; each list
/// with the nearest first: fewer edits, then edits to questions that follow from others, then what
/// is usual in the sector.
///
/// Nothing is proposed while the tier is open: then the open facts say what to find out.
pub fn alternatives(catalog: &'static Catalog, answers: &Answers, as_of: Date) -> [Vec<Alternative>; 2] {
    let classifier = Classifier::new(catalog, as_of);
    let evaluation = classifier.evaluate(answers);
    let result = classifier.classify_evaluated(&evaluation);
    if !result.settled() {
        return [Vec::new(), Vec::new()];
    }
    let search = Search {
        evaluation: &evaluation,
        most: MOST_EDITS,
    };
    let finder = Finder {
        classifier: &classifier,
        evaluation: &evaluation,
        result: &result,
    };
    [
        finder.tried(upwards(&search, &result), true),
        finder.tried(downwards(&search, &result), false),
    ]
}

/// The number of answers that would have to change for `condition` to hold; `None` if more than `most`.
pub fn distance(evaluation: &Evaluation<'_>, condition: &Condition, most: usize) -> Option<usize> {
    let ways = Search { evaluation, most }.ways(condition, true);
    ways.iter().map(Vec::len).min()
}

/// Ways to make a rule of a higher tier hold.
fn upwards(search: &Search<'_>, result: &Classification) -> Vec<Edits> {
    let catalog = search.evaluation.catalog;
    let mut found = Vec::new();
    for (rule, verdict) in catalog.rules.iter().zip(&result.verdicts) {
        if rule.tier <= Some(result.lowest) || !rule.legal.in_force.contains(result.as_of) {
            continue;
        }
        let mut ways = search.ways(&rule.when, true);
        if verdict.lowered == Tri::Yes
            && let Some(derogation) = derogation(catalog, rule)
        {
            ways = search.both(&ways, &search.ways(&derogation.when, false));
        }
        found.extend(ways);
    }
    found
}

/// Ways to make every rule that carries the tier fall, or be lowered.
fn downwards(search: &Search<'_>, result: &Classification) -> Vec<Edits> {
    let catalog = search.evaluation.catalog;
    let mut found = vec![Vec::new()];
    for (rule, verdict) in catalog.rules.iter().zip(&result.verdicts) {
        if contribution(catalog, rule, *verdict).low != Some(result.lowest) {
            continue;
        }
        let mut ways = search.ways(&rule.when, false);
        if let Some(derogation) = derogation(catalog, rule)
            && verdict.lowered != Tri::Yes
        {
            ways.extend(search.ways(&derogation.when, true));
        }
        found = search.both(&found, &ways);
    }
    found
}

struct Finder<'a> {
    classifier: &'a Classifier,
    evaluation: &'a Evaluation<'a>,
    result: &'a Classification,
}

impl Finder<'_> {
    /// The ways that do move the tier upwards, or downwards, each as small as it can be, sorted and
    /// grouped.
    fn tried(&self, mut ways: Vec<Edits>, upwards: bool) -> Vec<Alternative> {
        ways.retain(|way| !way.is_empty());
        ways.sort_by_key(Vec::len);
        let mut found: Vec<Alternative> = Vec::new();
        let mut tried: Vec<Edits> = Vec::new();
        for way in ways {
            let larger = found.iter().any(|smaller| within(&smaller.edits, &way));
            if larger || tried.contains(&way) {
                continue;
            }
            if let Some(alternative) = self.outcome(&way, upwards) {
                let smallest = self.smallest(alternative, upwards);
                found.retain(|known| !within(&smallest.edits, &known.edits));
                found.push(smallest);
            }
            tried.push(way);
        }
        found.sort_by_key(|alternative| self.order(alternative));
        grouped(found)
    }

    /// The alternative without what it does not need to lead where it leads.
    fn smallest(&self, alternative: Alternative, upwards: bool) -> Alternative {
        for smaller in smaller(&alternative.edits) {
            if let Some(found) = self.outcome(&smaller, upwards)
                && (found.lowest, found.highest) == (alternative.lowest, alternative.highest)
            {
                return self.smallest(found, upwards);
            }
        }
        alternative
    }

    fn outcome(&self, way: &Edits, upwards: bool) -> Option<Alternative> {
        let answers = applied(self.evaluation, way)?;
        let then = self.classifier.classify(&answers);
        let moved = if upwards {
            then.lowest > self.result.highest
        } else {
            then.highest < self.result.lowest
        };
        moved.then(|| Alternative {
            edits: way.clone(),
            lowest: then.lowest,
            highest: then.highest,
        })
    }

    /// What is nearest to the case comes first.
    fn order(&self, alternative: &Alternative) -> (usize, usize, bool, u16) {
        let catalog = self.evaluation.catalog;
        let asked_of_all = |edit: &&Edit| {
            let fact = catalog.facts.get(usize::from(edit.fact));
            fact.is_some_and(|fact| matches!(fact.ask_when, Condition::All([]) | Condition::Term(_)))
        };
        let first = alternative.edits.first();
        (
            alternative.edits.len(),
            alternative.edits.iter().filter(asked_of_all).count(),
            !first.is_some_and(|edit| self.usual(*edit)),
            first.map_or(0, |edit| u16::MAX - edit.fact),
        )
    }

    /// Whether the edit adds an area or practice that is usual in one of the sectors.
    fn usual(&self, edit: Edit) -> bool {
        let catalog = self.evaluation.catalog;
        (0..)
            .zip(catalog.sectors)
            .filter(|(sector, _)| self.result.sectors >> sector & 1 == 1)
            .any(|(_, sector)| {
                (edit.fact == catalog.special.areas && edit.add & sector.areas != 0)
                    || (edit.fact == catalog.special.practices && edit.add & sector.practices != 0)
            })
    }
}

/// Whether every edit of the one is part of an edit of the other.
fn within(one: &[Edit], other: &[Edit]) -> bool {
    one.iter().all(|edit| {
        other.iter().any(|larger| {
            edit.fact == larger.fact && edit.add == larger.add && edit.remove & !larger.remove == 0
        })
    })
}

/// The edits with one of them, or one of the values they take away, left out.
fn smaller(edits: &[Edit]) -> Vec<Edits> {
    let mut found = Vec::new();
    for (place, edit) in edits.iter().enumerate() {
        let others = || edits.iter().enumerate().filter(move |(at, _)| *at != place);
        let others = || others().map(|(_, edit)| *edit);
        if edits.len() > 1 {
            found.push(others().collect());
        }
        if edit.remove.count_ones() > 1 || edit.remove != 0 && edit.add != 0 {
            for bit in bits(edit.remove) {
                let remove = edit.remove & !bit;
                let mut way: Edits = others().chain([Edit { remove, ..*edit }]).collect();
                way.sort_by_key(|edit| edit.fact);
                found.push(way);
            }
        }
    }
    found
}

/// Alternatives that differ only in the values that the last edit adds, as one.
fn grouped(found: Vec<Alternative>) -> Vec<Alternative> {
    let mut groups: Vec<Alternative> = Vec::new();
    for alternative in found {
        let same = groups.iter_mut().find(|group| {
            let last = group.edits.len().saturating_sub(1);
            group.lowest == alternative.lowest
                && group.highest == alternative.highest
                && group.edits.len() == alternative.edits.len()
                && group
                    .edits
                    .iter()
                    .take(last)
                    .eq(alternative.edits.iter().take(last))
                && group.edits.last().map(|edit| (edit.fact, edit.remove))
                    == alternative.edits.last().map(|edit| (edit.fact, edit.remove))
                && alternative.edits.last().is_some_and(|edit| edit.add != 0)
                && group.edits.last().is_some_and(|edit| edit.add != 0)
        });
        match (same, alternative.edits.last()) {
            (Some(group), Some(edit)) => {
                if let Some(last) = group.edits.last_mut() {
                    last.add |= edit.add;
                }
            }
            _ => groups.push(alternative),
        }
    }
    groups
}
