//! Sets of edits that would turn a condition.

use super::super::answers::{Answer, Answers};
use super::super::evaluation::Evaluation;
use super::super::kleene::Tri;
use crate::catalog::{Condition, FactKind};

/// A change to the answer of one fact. With nothing to add and nothing to take away it is the answer
/// "none of these", for a fact that has no answer yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Index of the fact.
    pub fact: u16,
    /// Values that it gains, as a bit mask.
    pub add: u32,
    /// Values that it loses.
    pub remove: u32,
}

impl Edit {
    /// The answer after the edit. A fact with one value takes the one that is added.
    pub fn applied(self, kind: FactKind, before: Answer) -> Answer {
        let kept = match (kind, before) {
            (FactKind::Many, Answer::Values(mask)) => mask & !self.remove,
            _ => 0,
        };
        Answer::Values(kept | self.add)
    }
}

/// Edits to different facts.
pub(super) type Edits = Vec<Edit>;

/// More ways than this are not worth looking at: each has to be tried.
const MOST_WAYS: usize = 48;

/// Finds ways to turn conditions by at most `most` edits.
pub(super) struct Search<'a> {
    pub(super) evaluation: &'a Evaluation<'a>,
    pub(super) most: usize,
}

impl Search<'_> {
    /// Ways to give `condition` the value `goal`; an empty way where it has that value.
    pub(super) fn ways(&self, condition: &Condition, goal: bool) -> Vec<Edits> {
        if self.evaluation.value(condition) == Tri::from(goal) {
            return vec![Vec::new()];
        }
        match (*condition, goal) {
            (Condition::All(parts), true) | (Condition::Any(parts), false) => {
                let mut ways = vec![Vec::new()];
                for part in parts {
                    ways = self.both(&ways, &self.ways(part, goal));
                }
                ways
            }
            (Condition::All(parts), false) | (Condition::Any(parts), true) => {
                let mut ways = Vec::new();
                for part in parts {
                    ways.extend(self.ways(part, goal));
                }
                ways.truncate(MOST_WAYS);
                ways
            }
            (Condition::Not(part), _) => self.ways(part, !goal),
            (Condition::Term(index), _) => {
                let term = self.evaluation.catalog.terms.get(usize::from(index));
                term.map_or_else(Vec::new, |term| self.ways(&term.when, goal))
            }
            (Condition::Is { fact, values }, _) => self.answer(fact, values, goal),
        }
    }

    /// Ways to make a fact have one of the values, or none of them.
    fn answer(&self, fact: u16, values: u32, goal: bool) -> Vec<Edits> {
        let Some(known) = self.evaluation.catalog.facts.get(usize::from(fact)) else {
            return Vec::new();
        };
        let all = (1_u32 << known.values.len()) - 1;
        let given = match self.evaluation.answers.get(fact) {
            Answer::Values(mask) => Some(mask),
            Answer::NotAsked | Answer::DontKnow => None,
        };
        let single = |bit: u32| {
            vec![Edit {
                fact,
                add: bit,
                remove: 0,
            }]
        };
        if goal {
            let arises = self.ways(&known.ask_when, true);
            if given.is_some_and(|mask| mask & values != 0) {
                return arises;
            }
            let own: Vec<Edits> = bits(values).map(single).collect();
            return self.both(&arises, &own);
        }
        let mut ways: Vec<Edits> = match known.kind {
            FactKind::Many => vec![vec![Edit {
                fact,
                add: 0,
                remove: values & given.unwrap_or(0),
            }]],
            FactKind::One | FactKind::YesNo => bits(all & !values).map(single).collect(),
        };
        ways.extend(self.ways(&known.ask_when, false));
        ways
    }

    /// Every way of the one with every way of the other, as far as they agree and are small enough.
    pub(super) fn both(&self, left: &[Edits], right: &[Edits]) -> Vec<Edits> {
        let mut ways: Vec<Edits> = Vec::new();
        for one in left {
            for other in right {
                if let Some(way) = merged(one, other)
                    && way.len() <= self.most
                    && !ways.contains(&way)
                {
                    ways.push(way);
                    if ways.len() == MOST_WAYS {
                        return ways;
                    }
                }
            }
        }
        ways
    }
}

/// Both sets of edits together, unless they want different things of a fact. Two values of one fact are
/// different things: whoever changes one answer changes it one way.
fn merged(left: &[Edit], right: &[Edit]) -> Option<Edits> {
    let mut way = left.to_vec();
    for edit in right {
        match way.iter_mut().find(|known| known.fact == edit.fact) {
            Some(known) => {
                if known.add != 0 && edit.add != 0 && known.add != edit.add {
                    return None;
                }
                known.add |= edit.add;
                known.remove |= edit.remove;
                if known.add & known.remove != 0 {
                    return None;
                }
            }
            None => way.push(*edit),
        }
    }
    way.sort_by_key(|edit| edit.fact);
    Some(way)
}

/// The answers after the edits, if each fact can take them.
pub(super) fn applied(evaluation: &Evaluation<'_>, edits: &[Edit]) -> Option<Answers> {
    let mut answers = evaluation.answers.clone();
    for edit in edits {
        let kind = evaluation.catalog.facts.get(usize::from(edit.fact))?.kind;
        if kind != FactKind::Many && edit.add.count_ones() != 1 {
            return None;
        }
        answers.set(edit.fact, edit.applied(kind, answers.get(edit.fact)));
    }
    Some(answers)
}

/// The single bits of a mask.
pub(super) fn bits(mask: u32) -> impl Iterator<Item = u32> {
    (0..32).map(|place| 1 << place).filter(move |bit| mask & bit != 0)
}
