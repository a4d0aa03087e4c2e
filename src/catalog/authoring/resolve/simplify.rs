//! Conditions without what they imply anyway: smaller to ship and quicker to evaluate, with the same value.
//!
//! A statement about a fact is at most as true as the condition under which the fact arises. So where a
//! part of `all` already says something about a fact that arises only in scope, "in scope" adds nothing.

use super::super::conditions::Condition;
use super::Resolved;

/// Simplifies the conditions of facts, terms, derogations and rules.
pub(super) fn simplify(out: &mut Resolved) {
    let given = Given {
        facts: out.facts.iter().map(|fact| fact.ask_when.clone()).collect(),
        terms: out.terms.iter().map(|(_, when)| when.clone()).collect(),
    };
    for fact in &mut out.facts {
        fact.ask_when = given.simple(&fact.ask_when);
    }
    for (_, when) in &mut out.terms {
        *when = given.simple(when);
    }
    for rule in out.rules.iter_mut().chain(&mut out.derogations) {
        rule.when = given.simple(&rule.when);
    }
    out.items
        .iter_mut()
        .filter_map(|item| item.when.as_mut())
        .for_each(|when| *when = given.simple(when));
}

/// What facts and terms rest on, as authored.
struct Given {
    facts: Vec<Condition>,
    terms: Vec<Condition>,
}

impl Given {
    fn simple(&self, condition: &Condition) -> Condition {
        match condition {
            Condition::All(parts) => self.all(parts),
            Condition::Any(parts) => Condition::Any(parts.iter().map(|part| self.simple(part)).collect()),
            Condition::Not(part) => Condition::Not(Box::new(self.simple(part))),
            Condition::Is { .. } | Condition::Term(_) => condition.clone(),
        }
    }

    /// Flat, without implied terms, and with what fails soonest in front.
    fn all(&self, parts: &[Condition]) -> Condition {
        let mut flat = Vec::new();
        for part in parts {
            match self.simple(part) {
                Condition::All(inner) => flat.extend(inner),
                other => flat.push(other),
            }
        }
        let mut kept: Vec<Condition> = Vec::new();
        for (place, part) in flat.iter().enumerate() {
            let others = || flat.iter().enumerate().filter(|(other, _)| *other != place);
            let implied = match part {
                Condition::Term(term) => others().any(|(other, by)| {
                    // Of two terms that imply each other one must stay.
                    let mutual = matches!(by, Condition::Term(known) if self.implies(part, *known));
                    self.implies(by, *term) && (!mutual || other < place)
                }),
                _ => kept.contains(part),
            };
            if !implied {
                kept.push(part.clone());
            }
        }
        kept.sort_by_key(|part| match part {
            Condition::Is { .. } => 0,
            Condition::Term(_) => 2,
            Condition::All(_) | Condition::Any(_) | Condition::Not(_) => 1,
        });
        match kept.as_slice() {
            [only] => only.clone(),
            _ => Condition::All(kept),
        }
    }

    /// Whether `condition` is never more true than the term.
    fn implies(&self, condition: &Condition, term: usize) -> bool {
        match condition {
            Condition::All(parts) => parts.iter().any(|part| self.implies(part, term)),
            Condition::Any(parts) => !parts.is_empty() && parts.iter().all(|part| self.implies(part, term)),
            Condition::Not(_) => false,
            Condition::Is { fact, .. } => self
                .facts
                .get(*fact)
                .is_some_and(|ask_when| self.implies(ask_when, term)),
            Condition::Term(known) => {
                *known == term
                    || self
                        .terms
                        .get(*known)
                        .is_some_and(|when| self.implies(when, term))
            }
        }
    }
}
