//! Why: the answers a value rests on.

use super::evaluation::Evaluation;
use super::kleene::Tri;
use crate::catalog::Condition;

/// A fact that carries a known value, with the values of it that matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Support {
    /// Index of the fact.
    pub fact: u16,
    /// The values the condition asks for, as a bit mask.
    pub values: u32,
    /// Whether the fact has one of them.
    pub holds: bool,
}

/// The facts that carry the known value of a condition, each once, in the order of the condition.
///
/// For "all hold" every part carries it; for "one holds" only the parts that do.
pub fn support(evaluation: &Evaluation<'_>, condition: &Condition) -> Vec<Support> {
    let mut found = Vec::new();
    collect(evaluation, condition, &mut found);
    found
}

fn collect(evaluation: &Evaluation<'_>, condition: &Condition, found: &mut Vec<Support>) {
    let value = evaluation.value(condition);
    if value == Tri::Unknown {
        return;
    }
    match *condition {
        Condition::All(parts) | Condition::Any(parts) => {
            for part in parts {
                if evaluation.value(part) == value {
                    collect(evaluation, part, found);
                }
            }
        }
        Condition::Not(part) => collect(evaluation, part, found),
        Condition::Term(index) => {
            if let Some(term) = evaluation.catalog.terms.get(usize::from(index)) {
                collect(evaluation, &term.when, found);
            }
        }
        Condition::Is { fact, values } => {
            if evaluation.arises(fact) == Tri::No {
                // The fact does not arise: what carries the value is the reason for that.
                if let Some(known) = evaluation.catalog.facts.get(usize::from(fact)) {
                    collect(evaluation, &known.ask_when, found);
                }
            } else if !found.iter().any(|known| known.fact == fact) {
                found.push(Support {
                    fact,
                    values,
                    holds: value == Tri::Yes,
                });
            }
        }
    }
}
