//! Evaluates conditions over answers.
//!
//! An answer counts only while its fact arises. A fact whose condition is known not to hold has no
//! value, so every statement about it is false; while that is unknown, a statement that would be
//! true is unknown. So each statement is `arises AND answered so`, a plain Kleene formula, and the
//! whole evaluation is monotone: more answers never turn a known value round.

use super::answers::{Answer, Answers};
use super::kleene::Tri;
use crate::catalog::{Catalog, Condition, Step};

/// Answers evaluated against a catalogue: which facts arise and which terms hold.
#[derive(Clone, Debug)]
pub struct Evaluation<'a> {
    /// The catalogue.
    pub catalog: &'static Catalog,
    /// The answers.
    pub answers: &'a Answers,
    facts: Vec<Standing>,
    terms: Vec<Tri>,
}

/// What is known of a fact: enough to tell each statement about it at a glance.
#[derive(Clone, Copy, Debug)]
pub(super) struct Standing {
    /// Whether it arises.
    arises: Tri,
    /// Values that it surely has.
    sure: u32,
    /// Values that it may have.
    possible: u32,
}

impl Standing {
    const UNKNOWN: Self = Self {
        arises: Tri::Unknown,
        sure: 0,
        possible: u32::MAX,
    };

    pub(super) const fn new(arises: Tri, answer: Answer) -> Self {
        let (sure, possible) = match (arises, answer) {
            (Tri::No, _) => (0, 0),
            (Tri::Yes, Answer::Values(mask)) => (mask, mask),
            (Tri::Unknown, Answer::Values(mask)) => (0, mask),
            (Tri::Yes | Tri::Unknown, Answer::NotAsked | Answer::DontKnow) => (0, u32::MAX),
        };
        Self {
            arises,
            sure,
            possible,
        }
    }

    /// Whether the fact has one of the values. Without a branch: most of the time goes by here.
    fn has(self, values: u32) -> Tri {
        let sure = self.sure & values != 0;
        let possible = self.possible & values != 0;
        Tri::from(possible).min(Tri::from(sure).max(Tri::Unknown))
    }
}

impl<'a> Evaluation<'a> {
    /// Evaluates every fact and term once, in the order the build prepared.
    pub fn new(catalog: &'static Catalog, answers: &'a Answers) -> Self {
        Self::with(catalog, answers, None)
    }

    /// The same, as if the Act applied where that is not known.
    pub fn supposing_scope(catalog: &'static Catalog, answers: &'a Answers) -> Self {
        Self::with(catalog, answers, Some(catalog.special.in_scope))
    }

    fn with(catalog: &'static Catalog, answers: &'a Answers, supposed: Option<u16>) -> Self {
        let mut evaluation = Self::unevaluated(catalog, answers);
        for step in catalog.schedule {
            evaluation.take(*step, supposed);
        }
        evaluation
    }

    /// Nothing evaluated yet: the steps of the schedule have to be taken in their order.
    pub(super) fn unevaluated(catalog: &'static Catalog, answers: &'a Answers) -> Self {
        Self {
            catalog,
            answers,
            facts: vec![Standing::UNKNOWN; catalog.facts.len()],
            terms: vec![Tri::Unknown; catalog.terms.len()],
        }
    }

    /// Takes a step: finds whether a fact arises, or evaluates a term; one term may be supposed to hold.
    pub(super) fn take(&mut self, step: Step, supposed: Option<u16>) {
        match step {
            Step::Fact(index) => {
                let Some(fact) = self.catalog.facts.get(usize::from(index)) else {
                    return;
                };
                let arises = self.value(&fact.ask_when);
                self.stand(index, Standing::new(arises, self.answers.get(index)));
            }
            Step::Term(index) => {
                let Some(term) = self.catalog.terms.get(usize::from(index)) else {
                    return;
                };
                let value = match self.value(&term.when) {
                    Tri::Unknown if supposed == Some(index) => Tri::Yes,
                    value => value,
                };
                if let Some(slot) = self.terms.get_mut(usize::from(index)) {
                    *slot = value;
                }
            }
        }
    }

    /// Notes how a fact stands.
    pub(super) fn stand(&mut self, fact: u16, standing: Standing) {
        if let Some(slot) = self.facts.get_mut(usize::from(fact)) {
            *slot = standing;
        }
    }

    /// Whether the fact arises for this use case.
    pub fn arises(&self, fact: u16) -> Tri {
        self.facts
            .get(usize::from(fact))
            .map_or(Tri::No, |standing| standing.arises)
    }

    /// The fact's values, if it arises and they are known.
    pub fn values(&self, fact: u16) -> Option<u32> {
        match (self.arises(fact), self.answers.get(fact)) {
            (Tri::Yes, Answer::Values(mask)) => Some(mask),
            _ => None,
        }
    }

    /// The fact's values as answered, unless it surely does not arise.
    pub fn given(&self, fact: u16) -> Option<u32> {
        match (self.arises(fact), self.answers.get(fact)) {
            (Tri::Yes | Tri::Unknown, Answer::Values(mask)) => Some(mask),
            _ => None,
        }
    }

    /// The value of a condition.
    pub fn value(&self, condition: &Condition) -> Tri {
        match *condition {
            Condition::All(parts) => {
                let mut value = Tri::Yes;
                for part in parts {
                    value = value.and(self.part(part));
                    if value == Tri::No {
                        break;
                    }
                }
                value
            }
            Condition::Any(parts) => {
                let mut value = Tri::No;
                for part in parts {
                    value = value.or(self.part(part));
                    if value == Tri::Yes {
                        break;
                    }
                }
                value
            }
            Condition::Not(part) => !self.part(part),
            Condition::Is { fact, values } => self.has(fact, values),
            Condition::Term(term) => self.terms.get(usize::from(term)).copied().unwrap_or(Tri::No),
        }
    }

    /// The same for a part, most of which are statements about a fact: those without a call.
    #[inline]
    fn part(&self, condition: &Condition) -> Tri {
        match *condition {
            Condition::Is { fact, values } => self.has(fact, values),
            _ => self.value(condition),
        }
    }

    /// Whether a fact arises and has one of the values.
    #[inline]
    pub(super) fn has(&self, fact: u16, values: u32) -> Tri {
        let standing = self.facts.get(usize::from(fact));
        standing.map_or(Tri::No, |standing| standing.has(values))
    }

    /// Whether a fact surely has none of the values, or does not arise.
    #[inline]
    pub(super) fn rules_out(&self, fact: u16, values: u32) -> bool {
        let standing = self.facts.get(usize::from(fact));
        standing.is_none_or(|standing| standing.possible & values == 0)
    }

    /// Whether the answer names one of the values, whatever the fact's condition.
    fn answered(&self, fact: u16, values: u32) -> Tri {
        match self.answers.get(fact) {
            Answer::Values(mask) => Tri::from(mask & values != 0),
            Answer::NotAsked | Answer::DontKnow => Tri::Unknown,
        }
    }

    /// Marks each fact whose answer could still settle an unknown condition.
    pub fn mark_unsettled(&self, condition: &Condition, unsettled: &mut Unsettled) {
        if self.value(condition) != Tri::Unknown {
            return;
        }
        match *condition {
            Condition::All(parts) | Condition::Any(parts) => {
                for part in parts {
                    self.mark_unsettled(part, unsettled);
                }
            }
            Condition::Not(part) => self.mark_unsettled(part, unsettled),
            Condition::Term(index) => {
                let known = self.catalog.terms.get(usize::from(index));
                if let Some(term) = known.filter(|_| first(&mut unsettled.terms, index)) {
                    self.mark_unsettled(&term.when, unsettled);
                }
            }
            Condition::Is { fact, values } => {
                if self.answered(fact, values) == Tri::Unknown {
                    unsettled.mark(fact);
                }
                let known = self.catalog.facts.get(usize::from(fact));
                if let Some(fact) = known.filter(|_| first(&mut unsettled.seen, fact)) {
                    self.mark_unsettled(&fact.ask_when, unsettled);
                }
            }
        }
    }
}

/// Facts marked by [`Evaluation::mark_unsettled`], with what it has looked at already.
#[derive(Clone, Debug)]
pub struct Unsettled {
    facts: Vec<bool>,
    seen: Vec<bool>,
    terms: Vec<bool>,
}

impl Unsettled {
    /// Nothing marked yet.
    pub fn new(catalog: &Catalog) -> Self {
        Self {
            facts: vec![false; catalog.facts.len()],
            seen: vec![false; catalog.facts.len()],
            terms: vec![false; catalog.terms.len()],
        }
    }

    /// Marks a fact.
    pub fn mark(&mut self, fact: u16) {
        first(&mut self.facts, fact);
    }

    /// The marked facts, in the order of the catalogue.
    pub fn facts(&self) -> impl Iterator<Item = u16> + '_ {
        (0..)
            .zip(&self.facts)
            .filter(|(_, marked)| **marked)
            .map(|(fact, _)| fact)
    }
}

/// Sets a mark; whether it was not set before.
fn first(marks: &mut [bool], index: u16) -> bool {
    marks
        .get_mut(usize::from(index))
        .is_some_and(|mark| !core::mem::replace(mark, true))
}
