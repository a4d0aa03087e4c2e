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
    arises: Vec<Tri>,
    terms: Vec<Tri>,
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
        let mut evaluation = Self {
            catalog,
            answers,
            arises: vec![Tri::Unknown; catalog.facts.len()],
            terms: vec![Tri::Unknown; catalog.terms.len()],
        };
        for step in catalog.schedule {
            match *step {
                Step::Fact(index) => {
                    let Some(fact) = catalog.facts.get(usize::from(index)) else {
                        continue;
                    };
                    let value = evaluation.value(&fact.ask_when);
                    if let Some(slot) = evaluation.arises.get_mut(usize::from(index)) {
                        *slot = value;
                    }
                }
                Step::Term(index) => {
                    let Some(term) = catalog.terms.get(usize::from(index)) else {
                        continue;
                    };
                    let value = match evaluation.value(&term.when) {
                        Tri::Unknown if supposed == Some(index) => Tri::Yes,
                        value => value,
                    };
                    if let Some(slot) = evaluation.terms.get_mut(usize::from(index)) {
                        *slot = value;
                    }
                }
            }
        }
        evaluation
    }

    /// Whether the fact arises for this use case.
    pub fn arises(&self, fact: u16) -> Tri {
        self.arises.get(usize::from(fact)).copied().unwrap_or(Tri::No)
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
                    value = value.and(self.value(part));
                    if value == Tri::No {
                        break;
                    }
                }
                value
            }
            Condition::Any(parts) => {
                let mut value = Tri::No;
                for part in parts {
                    value = value.or(self.value(part));
                    if value == Tri::Yes {
                        break;
                    }
                }
                value
            }
            Condition::Not(part) => !self.value(part),
            Condition::Is { fact, values } => self.arises(fact).and(self.answered(fact, values)),
            Condition::Term(term) => self.terms.get(usize::from(term)).copied().unwrap_or(Tri::No),
        }
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
