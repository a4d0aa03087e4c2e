//! The plan to a certificate and the advice whether to have one, as records.

use serde::Serialize;

use super::{OverlayRecord, ProgressRecord, overlay_records, progress_record};
use crate::catalog::{Date, Texts, WordingKey};
use crate::engine::{
    Checklist, Classification, Evaluation, Status, StepSpan, advice, positions, schedule, upcoming,
};

/// Plan, advice and people.
#[derive(Clone, Debug, Serialize)]
pub struct PlanRecord {
    /// Whether to certify.
    pub advice: AdviceRecord,
    /// How long it takes; nothing for a prohibited use.
    pub schedule: Option<ScheduleRecord>,
    /// Dates of the law on the same axis: months from the day asked for.
    pub law: Vec<LawDateRecord>,
    /// Whom the plan needs.
    pub people: Vec<PositionRecord>,
    /// Overlays that took part.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub overlays: Vec<OverlayRecord>,
}

/// Advice on certification.
#[derive(Clone, Debug, Serialize)]
pub struct AdviceRecord {
    /// `start`, `prepare`, `light`, `not-yet`; nothing while too little is known, and for a prohibited use.
    pub verdict: Option<&'static str>,
    /// Its name.
    pub name: Option<String>,
    /// What it means.
    pub meaning: Option<String>,
    /// What to do now.
    pub next: Option<String>,
    /// Points for it less points against it.
    pub points: i16,
    /// The reasons that hold.
    pub reasons: Vec<AdviceReasonRecord>,
}

/// A reason for or against.
#[derive(Clone, Debug, Serialize)]
pub struct AdviceReasonRecord {
    /// Stable id.
    pub id: &'static str,
    /// Points; negative ones speak against it.
    pub weight: i16,
    /// In words.
    pub words: String,
}

/// How long it takes.
#[derive(Clone, Debug, Serialize)]
pub struct ScheduleRecord {
    /// Months to the certificate, low and high.
    pub months: [u16; 2],
    /// What is there already, in words.
    pub base: String,
    /// Months that this saves, low and high.
    pub saved_months: [u16; 2],
    /// What makes it longer or shorter, in words.
    pub modifiers: Vec<String>,
    /// Person-days, low and high, less what certificates save; nothing where the size is not known.
    pub effort_days: Option<[f64; 2]>,
    /// The steps.
    pub steps: Vec<StepRecord>,
}

/// A step.
#[derive(Clone, Debug, Serialize)]
pub struct StepRecord {
    /// Stable id.
    pub id: &'static str,
    /// Its name.
    pub name: String,
    /// What happens.
    #[serde(rename = "do")]
    pub task: String,
    /// What comes out of it.
    pub output: String,
    /// Weeks from the start of the work: first and last, if everything goes fast.
    pub fast: [u16; 2],
    /// The same, if everything takes its time.
    pub slow: [u16; 2],
    /// Ids of the items it is about.
    pub items: Vec<&'static str>,
}

/// A date of the law.
#[derive(Clone, Debug, Serialize)]
pub struct LawDateRecord {
    /// The day.
    pub date: String,
    /// Whole months from the day asked for.
    pub month: u16,
    /// What starts, in words.
    pub words: Vec<String>,
}

/// Somebody the plan needs.
#[derive(Clone, Debug, Serialize)]
pub struct PositionRecord {
    /// Stable id.
    pub id: &'static str,
    /// `yes`, or `open` while an answer decides.
    pub needed: &'static str,
    /// Its name.
    pub name: String,
    /// What it does.
    pub does: String,
    /// What it has to be able to do.
    pub competence: String,
    /// Level of training.
    pub training: &'static str,
    /// Name of the training that fits.
    pub training_name: String,
    /// The position that the same person may hold in a small organisation.
    pub combine: Option<&'static str>,
}

/// Readiness, gate, gaps, plan, advice and people of one use case.
#[derive(Clone, Debug, Serialize)]
pub struct PlannedRecord {
    /// Tier that the checklist was made for.
    pub tier: &'static str,
    /// How far it is; nothing for a prohibited use.
    pub progress: Option<ProgressRecord>,
    /// Plan, advice and people.
    #[serde(flatten)]
    pub plan: PlanRecord,
}

/// The record of readiness and plan; `status` says where an item stands.
pub fn planned_record(
    evaluation: &Evaluation<'_>,
    result: &Classification,
    checklist: &Checklist,
    status: impl Fn(u16) -> Status,
    texts: &dyn Texts,
) -> PlannedRecord {
    PlannedRecord {
        tier: checklist.tier.id(),
        progress: progress_record(evaluation.catalog, checklist, status, texts),
        plan: plan_record(evaluation, result, checklist, texts),
    }
}

/// The record of plan, advice and people.
pub fn plan_record(
    evaluation: &Evaluation<'_>,
    result: &Classification,
    checklist: &Checklist,
    texts: &dyn Texts,
) -> PlanRecord {
    let text = |key: String| texts.text(&key).unwrap_or_default().to_owned();
    let catalog = evaluation.catalog;
    let advice = advice(evaluation, result);
    let verdict = |part: &str| {
        let found = advice.verdict?;
        Some(text(["advice.verdict.", found.id, ".", part].concat()))
    };
    let people = positions(evaluation)
        .into_iter()
        .map(|(position, sure)| PositionRecord {
            id: position.id,
            needed: if sure { "yes" } else { "open" },
            name: text(WordingKey::part("position", position.id, "name")),
            does: text(WordingKey::part("position", position.id, "does")),
            competence: text(WordingKey::part("position", position.id, "competence")),
            training: position.training,
            training_name: text(WordingKey::part("training", position.training, "name")),
            combine: position.combine,
        });
    let law = upcoming(catalog, evaluation.answers, result)
        .into_iter()
        .map(|change| LawDateRecord {
            date: change.date.to_string(),
            month: months_between(result.as_of, change.date),
            words: change
                .milestone_ids(catalog)
                .into_iter()
                .map(|id| text(WordingKey::name("milestone", id)))
                .collect(),
        });
    PlanRecord {
        schedule: schedule_record(evaluation, checklist, texts).filter(|_| advice.possible),
        law: law.collect(),
        people: people.collect(),
        overlays: overlay_records(catalog),
        advice: AdviceRecord {
            verdict: advice.verdict.map(|verdict| verdict.id),
            name: verdict("name"),
            meaning: verdict("meaning"),
            next: verdict("next"),
            points: advice.points,
            reasons: advice
                .reasons
                .iter()
                .map(|reason| AdviceReasonRecord {
                    id: reason.id,
                    weight: reason.weight,
                    words: text(["advice.reason.", reason.id].concat()),
                })
                .collect(),
        },
    }
}

fn schedule_record(
    evaluation: &Evaluation<'_>,
    checklist: &Checklist,
    texts: &dyn Texts,
) -> Option<ScheduleRecord> {
    let text = |key: String| texts.text(&key).unwrap_or_default().to_owned();
    let plan = &evaluation.catalog.plan;
    let found = schedule(evaluation, checklist)?;
    let step = |span: &StepSpan| {
        let step = plan.steps.get(span.step)?;
        let items = step.items.iter();
        let items = items.filter_map(|item| Some(evaluation.catalog.items.get(usize::from(*item))?.id));
        let ([fast_start, slow_start], [fast_end, slow_end]) = (span.start, span.end);
        Some(StepRecord {
            id: step.id,
            name: text(WordingKey::part("step", step.id, "name")),
            task: text(WordingKey::part("step", step.id, "do")),
            output: text(WordingKey::part("step", step.id, "output")),
            fast: [fast_start, fast_end],
            slow: [slow_start, slow_end],
            items: items.collect(),
        })
    };
    let modifiers = found
        .modifiers
        .iter()
        .filter_map(|index| plan.modifiers.get(*index));
    Some(ScheduleRecord {
        months: found.months,
        base: plan
            .bases
            .get(found.base)
            .map(|base| text(WordingKey::name("base", base.id)))
            .unwrap_or_default(),
        saved_months: found.saved,
        modifiers: modifiers
            .map(|modifier| text(WordingKey::name("modifier", modifier.id)))
            .collect(),
        effort_days: found.half_days.map(|days| days.map(|half| f64::from(half) / 2.0)),
        steps: found.steps.iter().filter_map(step).collect(),
    })
}

/// Whole months from one day to a later one, rounded down.
pub fn months_between(from: Date, to: Date) -> u16 {
    let ((year, month, day), (to_year, to_month, to_day)) = (from.parts(), to.parts());
    let months = i64::from(to_year) * 12 + i64::from(to_month) - i64::from(year) * 12 - i64::from(month);
    let whole = if to_day < day { months - 1 } else { months };
    u16::try_from(whole.max(0)).unwrap_or(u16::MAX)
}
