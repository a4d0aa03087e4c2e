//! How long the way to a certificate takes, step by step, and what it costs in person-days.

use super::checklist::{Checklist, sum_half_days};
use super::evaluation::Evaluation;
use super::kleene::Tri;
use crate::catalog::{Applicability, Base, ItemKind, Modifier};

/// A plan to the certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// Months to the certificate, low and high.
    pub months: [u16; 2],
    /// What is there already, by index into the bases of the plan.
    pub base: usize,
    /// Months that the base saves against having nothing, low and high.
    pub saved: [u16; 2],
    /// What makes it longer or shorter, by index into the modifiers of the plan.
    pub modifiers: Vec<usize>,
    /// Person-days, in halves, of clauses, controls and what sectors and overlays ask, less what certificates save;
    /// nothing where the size is not known.
    pub half_days: Option<[u32; 2]>,
    /// The steps, in order.
    pub steps: Vec<StepSpan>,
}

/// When a step starts and ends, in weeks from the start of the work, if everything takes as long as at
/// most (second) or at least (first).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepSpan {
    /// Index into the steps of the plan.
    pub step: usize,
    /// First week.
    pub start: [u16; 2],
    /// Week in which it is over.
    pub end: [u16; 2],
}

/// Weeks of so many months: 13 in a quarter.
pub const fn weeks(months: u16) -> u16 {
    months * 13 / 3
}

/// The plan for a checklist. Months are never fewer than the catalogue allows.
pub fn schedule(evaluation: &Evaluation<'_>, checklist: &Checklist) -> Option<Schedule> {
    let plan = &evaluation.catalog.plan;
    let holds = |when| evaluation.value(when) == Tri::Yes;
    let base = plan.bases.iter().position(|base: &Base| holds(&base.when))?;
    let duration = plan.durations.iter().find(|duration| holds(&duration.when))?;
    let modifiers: Vec<(usize, &Modifier)> = plan
        .modifiers
        .iter()
        .enumerate()
        .filter(|(_, modifier)| holds(&modifier.when))
        .collect();
    let own = *duration.months.get(base)?;
    let nothing = *duration.months.last()?;
    let [low, high] = modifiers.iter().fold(own, |[low, high], (_, modifier)| {
        let [less, more] = modifier.months;
        [low + less, high + more]
    });
    let months = [low, high].map(|months| months.max(plan.least_months).unsigned_abs());
    Some(Schedule {
        months,
        base,
        saved: [nothing[0] - own[0], nothing[1] - own[1]].map(i16::unsigned_abs),
        modifiers: modifiers.into_iter().map(|(index, _)| index).collect(),
        half_days: half_days(evaluation, checklist),
        steps: steps(evaluation, months),
    })
}

/// The steps spread over the months: each gets its share of the typical weeks.
fn steps(evaluation: &Evaluation<'_>, months: [u16; 2]) -> Vec<StepSpan> {
    let plan = &evaluation.catalog.plan;
    let total = months.map(weeks);
    let typical: u32 = plan
        .steps
        .iter()
        .filter(|step| !step.parallel)
        .filter_map(|step| step.weeks)
        .map(|[low, high]| u32::from(low) + u32::from(high))
        .sum();
    let mut spans = Vec::new();
    let mut passed = 0_u32;
    let at =
        |passed: u32| total.map(|weeks| (u32::from(weeks) * passed).checked_div(typical).unwrap_or(0) as u16);
    for (index, step) in plan.steps.iter().enumerate() {
        let (start, end) = match (step.weeks, step.months) {
            // It is over when the next step starts.
            (Some([low, high]), _) if step.parallel => {
                let [fast, slow] = at(passed);
                (
                    [fast.saturating_sub(low), slow.saturating_sub(high)],
                    [fast, slow],
                )
            }
            (Some([low, high]), _) => {
                let start = at(passed);
                passed += u32::from(low) + u32::from(high);
                (start, at(passed))
            }
            (None, Some(after)) => {
                let [first, last] = after.map(weeks);
                let [low, high] = total;
                ([low + first, high + first], [low + last, high + last])
            }
            (None, None) => continue,
        };
        spans.push(StepSpan {
            step: index,
            start,
            end,
        });
    }
    spans
}

fn half_days(evaluation: &Evaluation<'_>, checklist: &Checklist) -> Option<[u32; 2]> {
    // Duties have no figures of their own, and what the role usually leaves out is no work of the plan.
    let counted = checklist
        .with_items(evaluation.catalog)
        .filter(|(line, item)| item.kind != ItemKind::Act && line.applicability != Applicability::Excludable);
    sum_half_days(counted.map(|(line, _)| line))
}
