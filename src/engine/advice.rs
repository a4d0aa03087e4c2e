//! Whether to certify now, and whom the plan needs.

use super::classify::Classification;
use super::evaluation::Evaluation;
use super::kleene::Tri;
use crate::catalog::{AdviceReason, AdviceVerdict, Position, Tier};

/// Advice on certification, with the reasons both ways.
#[derive(Clone, Debug)]
pub struct Advice {
    /// The verdict; nothing where too little is known, and for a prohibited use, which has to stop first.
    pub verdict: Option<&'static AdviceVerdict>,
    /// Whether a certificate is a question at all: not for a use that is surely prohibited.
    pub possible: bool,
    /// Points of the reasons that hold: those for it less those against it.
    pub points: i16,
    /// Reasons that hold, those for it first.
    pub reasons: Vec<&'static AdviceReason>,
}

/// The advice. Only what is known to hold counts.
pub fn advice(evaluation: &Evaluation<'_>, result: &Classification) -> Advice {
    let plan = &evaluation.catalog.plan;
    let holds = |reason: &&AdviceReason| evaluation.value(&reason.when) == Tri::Yes;
    let mut reasons: Vec<&'static AdviceReason> = plan.reasons.iter().filter(holds).collect();
    reasons.sort_by_key(|reason| -reason.weight);
    let points = reasons.iter().map(|reason| reason.weight).sum();
    let reached = |verdict: &&AdviceVerdict| verdict.points.is_none_or(|least| points >= least);
    let known = !reasons.is_empty() && (result.roles_known || result.highest == Tier::OutOfScope);
    Advice {
        verdict: plan
            .verdicts
            .iter()
            .find(reached)
            .filter(|_| known && result.lowest != Tier::Prohibited),
        possible: result.lowest != Tier::Prohibited,
        points,
        reasons,
    }
}

/// Whom the plan needs: surely (`true`), or perhaps, while answers are open.
pub fn positions(evaluation: &Evaluation<'_>) -> Vec<(&'static Position, bool)> {
    let all = evaluation.catalog.plan.positions.iter();
    all.filter_map(|position| match evaluation.value(&position.when) {
        Tri::Yes => Some((position, true)),
        Tri::Unknown => Some((position, false)),
        Tri::No => None,
    })
    .collect()
}
