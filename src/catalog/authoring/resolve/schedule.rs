//! The order of evaluation: each fact and term after what it depends on.

use super::super::conditions::{Atom, Condition};
use super::super::source::Authored;
use super::{Resolved, Resolver, Step};

impl Resolver {
    pub(super) fn schedule(&mut self, authored: &Authored, out: &mut Resolved) {
        if self.circles(authored, out) {
            return;
        }
        let mut order = Order {
            out,
            done: vec![false; out.terms.len()],
            steps: Vec::new(),
        };
        let facts = authored
            .facts
            .iter()
            .flat_map(|file| file.content.fact.iter().map(move |fact| (&fact.id, &file.text)));
        for (number, ((id, text), fact)) in facts.zip(&out.facts).enumerate() {
            if let Some(late) = order.place(&fact.ask_when, number) {
                self.problems.push(text.problem(
                    id.span(),
                    format!(
                        "fact `{}` is asked when `{late}` is answered, which comes later",
                        fact.id
                    ),
                    "a fact may depend only on facts above it; move one of them".to_owned(),
                ));
            }
            order.steps.push(Step::Fact(number));
        }
        for term in 0..out.terms.len() {
            // All facts are placed by now, so nothing can be late.
            order.place(&Condition::Term(term), usize::MAX);
        }
        out.schedule = order.steps;
    }

    /// Reports terms that lead back to themselves; whether there are any.
    fn circles(&mut self, authored: &Authored, out: &Resolved) -> bool {
        let terms = authored
            .rules
            .iter()
            .flat_map(|file| file.content.term.iter().map(move |term| (&term.id, &file.text)));
        let mut found = false;
        for (number, (id, text)) in terms.enumerate() {
            let mut seen = vec![false; out.terms.len()];
            if leads_to(out, number, number, &mut seen) {
                found = true;
                self.problems.push(text.problem(
                    id.span(),
                    format!("term `{}` depends on itself in a circle", id.get_ref()),
                    "break the circle: a term may not use a term that uses it".to_owned(),
                ));
            }
        }
        found
    }
}

/// Whether the condition of `from` uses `to`, directly or by other terms.
fn leads_to(out: &Resolved, from: usize, to: usize, seen: &mut [bool]) -> bool {
    let Some((_, when)) = out.terms.get(from) else {
        return false;
    };
    let mut used = Vec::new();
    when.atoms(&mut |atom| {
        if let Atom::Term(term) = atom {
            used.push(term);
        }
    });
    used.into_iter().any(|term| {
        let new = seen
            .get_mut(term)
            .is_some_and(|seen| !core::mem::replace(seen, true));
        term == to || (new && leads_to(out, term, to, seen))
    })
}

/// The order so far.
struct Order<'a> {
    out: &'a Resolved,
    done: Vec<bool>,
    steps: Vec<Step>,
}

impl Order<'_> {
    /// Adds the terms a condition needs. A fact at or after `limit` is not known yet: its id comes
    /// back, and the terms that wait for it are added later.
    fn place(&mut self, condition: &Condition, limit: usize) -> Option<String> {
        let mut atoms = Vec::new();
        condition.atoms(&mut |atom| atoms.push(atom));
        let mut late = None;
        for atom in atoms {
            match atom {
                Atom::Fact(fact, _) if fact >= limit => {
                    late = late.or_else(|| self.out.facts.get(fact).map(|fact| fact.id.clone()));
                }
                Atom::Fact(..) => {}
                Atom::Term(term) => {
                    let Some((_, when)) = self.out.terms.get(term) else {
                        continue;
                    };
                    if self.done.get(term).copied().unwrap_or(true) {
                        continue;
                    }
                    let inner = self.place(when, limit);
                    if inner.is_none() {
                        self.steps.push(Step::Term(term));
                        if let Some(slot) = self.done.get_mut(term) {
                            *slot = true;
                        }
                    }
                    late = late.or(inner);
                }
            }
        }
        late
    }
}
