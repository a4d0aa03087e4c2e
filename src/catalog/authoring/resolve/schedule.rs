//! The order of evaluation: each fact and term after what it depends on.

use super::super::conditions::{self, Condition};
use super::super::problem::Problem;
use super::super::source::Authored;
use super::{Resolved, Resolver, Step};

impl Resolver {
    pub(super) fn schedule(&mut self, authored: &Authored, out: &mut Resolved) {
        let mut state = vec![false; out.terms.len()];
        let mut steps = Vec::new();
        let places = authored
            .facts
            .iter()
            .flat_map(|file| file.content.fact.iter().map(move |fact| (fact, &file.text)));
        for (number, (authored_fact, text)) in places.enumerate() {
            let Some(fact) = out.facts.get(number) else {
                continue;
            };
            let known = steps.len();
            let mut late = Vec::new();
            visit(&fact.ask_when, out, number, &mut state, &mut steps, &mut late, 0);
            if let Some(other) = late.first() {
                steps.truncate(known);
                self.problems.push(text.problem(
                    authored_fact.id.span(),
                    format!(
                        "fact `{}` is asked when `{other}` is answered, which comes later",
                        fact.id
                    ),
                    "a fact may depend only on facts above it; move one of them".to_owned(),
                ));
            }
            steps.push(Step::Fact(number));
        }
        for term in 0..out.terms.len() {
            let mut late = Vec::new();
            visit(
                &Condition::Term(term),
                out,
                out.facts.len(),
                &mut state,
                &mut steps,
                &mut late,
                0,
            );
            if !late.is_empty() {
                self.problems.push(Problem {
                    file: "rules".to_owned(),
                    line: 0,
                    message: format!("terms depend on each other in a circle: `{}`", late.join("`, `")),
                    hint: "break the circle".to_owned(),
                });
            }
        }
        out.schedule = steps;
    }
}

/// Adds the terms a condition needs to `steps`; facts at or after `limit` are reported in `late`.
fn visit(
    condition: &Condition,
    out: &Resolved,
    limit: usize,
    done: &mut [bool],
    steps: &mut Vec<Step>,
    late: &mut Vec<String>,
    depth: usize,
) {
    let mut atoms = Vec::new();
    condition.atoms(&mut |atom| atoms.push(atom));
    for atom in atoms {
        match atom {
            conditions::Atom::Fact(fact, _) if fact >= limit => {
                late.push(
                    out.facts
                        .get(fact)
                        .map_or_else(String::new, |fact| fact.id.clone()),
                );
            }
            conditions::Atom::Fact(..) => {}
            conditions::Atom::Term(term) => {
                let Some((id, when)) = out.terms.get(term) else {
                    continue;
                };
                if depth > out.terms.len() {
                    late.push(id.clone());
                    return;
                }
                if done.get(term).copied().unwrap_or(false) {
                    continue;
                }
                let before = late.len();
                visit(when, out, limit, done, steps, late, depth + 1);
                if late.len() == before {
                    if let Some(slot) = done.get_mut(term) {
                        *slot = true;
                    }
                    steps.push(Step::Term(term));
                }
            }
        }
    }
}
