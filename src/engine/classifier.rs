//! Classifies many use cases on one day: what can be prepared once is.
//!
//! Most rules do not hold for most use cases, and most of those fail on one statement about one fact.
//! The prepared lists hold that statement and little else, so that a rule that fails on it is passed
//! over without touching the rule.

use super::answers::Answers;
use super::classify::{Classification, Verdict, bits, contribution, derogation, indices};
use super::evaluation::{Evaluation, Standing};
use super::kleene::Tri;
use crate::catalog::{Catalog, Condition, Date, Step, Tier};

/// A classifier for the law in force on one day.
#[derive(Clone, Debug)]
pub struct Classifier {
    catalog: &'static Catalog,
    as_of: Date,
    rules: Vec<Prepared>,
    steps: Vec<PreparedStep>,
    law_date: Option<Date>,
}

/// A rule in force, with a statement without which it cannot hold.
#[derive(Clone, Copy, Debug)]
struct Prepared {
    rule: u16,
    needs: Option<(u16, u32)>,
}

/// A step of the schedule.
#[derive(Clone, Copy, Debug)]
enum PreparedStep {
    /// The fact arises always.
    Always(u16),
    /// The fact arises if another has one of the values.
    If(u16, (u16, u32)),
    /// Anything else.
    Other(Step),
}

impl Classifier {
    /// Prepares for the law in force on `as_of`.
    pub fn new(catalog: &'static Catalog, as_of: Date) -> Self {
        let rules = (0..)
            .zip(catalog.rules)
            .filter(|(_, rule)| rule.legal.in_force.contains(as_of))
            .map(|(index, rule)| Prepared {
                rule: index,
                needs: needs(&rule.when),
            })
            .collect();
        let steps = catalog
            .schedule
            .iter()
            .map(|step| match *step {
                Step::Fact(index) => match catalog.facts.get(usize::from(index)).map(|fact| fact.ask_when) {
                    Some(Condition::All([])) => PreparedStep::Always(index),
                    Some(Condition::Is { fact, values }) => PreparedStep::If(index, (fact, values)),
                    _ => PreparedStep::Other(*step),
                },
                Step::Term(_) => PreparedStep::Other(*step),
            })
            .collect();
        Self {
            catalog,
            as_of,
            rules,
            steps,
            law_date: catalog
                .law_texts
                .iter()
                .rev()
                .map(|text| text.from)
                .find(|from| *from <= as_of),
        }
    }

    /// Evaluates the answers, as [`Evaluation::new`] does.
    pub fn evaluate<'a>(&self, answers: &'a Answers) -> Evaluation<'a> {
        let mut evaluation = Evaluation::unevaluated(self.catalog, answers);
        for step in &self.steps {
            match *step {
                PreparedStep::Always(fact) => {
                    evaluation.stand(fact, Standing::new(Tri::Yes, answers.get(fact)));
                }
                PreparedStep::If(fact, (other, values)) => {
                    let arises = evaluation.has(other, values);
                    evaluation.stand(fact, Standing::new(arises, answers.get(fact)));
                }
                PreparedStep::Other(step) => evaluation.take(step, None),
            }
        }
        evaluation
    }

    /// Classifies a use case.
    pub fn classify(&self, answers: &Answers) -> Classification {
        self.classify_evaluated(&self.evaluate(answers))
    }

    /// Classifies answers that are already evaluated.
    pub fn classify_evaluated(&self, evaluation: &Evaluation<'_>) -> Classification {
        let catalog = self.catalog;
        let mut verdicts = vec![Verdict::NO; catalog.rules.len()];
        let (mut lowest, mut highest) = (Tier::OutOfScope, Tier::OutOfScope);
        let mut starts = None;
        let (mut raised, mut possible) = (0_u128, 0_u128);
        let mut roles = evaluation.given(catalog.special.roles).unwrap_or(0);
        for prepared in &self.rules {
            if prepared
                .needs
                .is_some_and(|(fact, values)| evaluation.rules_out(fact, values))
            {
                continue;
            }
            let Some(rule) = catalog.rules.get(usize::from(prepared.rule)) else {
                continue;
            };
            // The build puts a rule behind the one it is outside of.
            let inside = rule
                .outside_of
                .and_then(|target| verdicts.get(usize::from(target)))
                .map_or(Tri::No, |target| target.holds);
            let holds = evaluation.value(&rule.when).and(!inside);
            if holds == Tri::No {
                continue;
            }
            let derogation = derogation(catalog, rule);
            let lowered = derogation
                .filter(|derogation| derogation.legal.in_force.contains(self.as_of))
                .map_or(Tri::No, |derogation| evaluation.value(&derogation.when));
            let verdict = Verdict { holds, lowered };
            if let Some(slot) = verdicts.get_mut(usize::from(prepared.rule)) {
                *slot = verdict;
            }
            let own = contribution(catalog, rule, verdict);
            if own.low > Some(lowest) {
                lowest = own.low.unwrap_or(lowest);
                starts = None;
            }
            if own.low == Some(lowest) {
                // The earliest day named by the rules that carry the tier.
                let day = verdict
                    .milestone(catalog, rule)
                    .and_then(|milestone| milestone.as_of(self.as_of));
                starts = day.map_or(starts, |day| {
                    Some(starts.map_or(day, |known: Date| known.min(day)))
                });
            }
            highest = own.high.map_or(highest, |tier| highest.max(tier));
            let flags = bits(rule.flags);
            let lowered_flags = derogation.map_or(0, |derogation| bits(derogation.flags));
            possible |= flags | if lowered == Tri::No { 0 } else { lowered_flags };
            if holds == Tri::Yes {
                raised |= flags | if lowered == Tri::Yes { lowered_flags } else { 0 };
                roles |= rule.adds_roles;
            }
        }
        Classification {
            as_of: self.as_of,
            law_date: self.law_date,
            lowest,
            highest,
            verdicts,
            flags: indices(raised),
            possible_flags: indices(possible & !raised),
            roles,
            roles_known: evaluation.given(catalog.special.roles).is_some(),
            sectors: evaluation.given(catalog.special.sectors).unwrap_or(0),
            applies_from: starts.filter(|_| lowest == highest),
        }
    }
}

/// A statement about one fact without which the condition cannot hold.
fn needs(condition: &Condition) -> Option<(u16, u32)> {
    match *condition {
        Condition::Is { fact, values } => Some((fact, values)),
        Condition::All(parts) => parts.iter().find_map(needs),
        Condition::Any(_) | Condition::Not(_) | Condition::Term(_) => None,
    }
}
