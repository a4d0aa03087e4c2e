//! Why, and what would change it: what stands beside a classification for who wants to know more.

use serde::Serialize;

use super::reference_text;
use crate::catalog::{Catalog, Date, Reference};
use crate::engine::{
    Alternative, Answers, Classification, Edit, Evaluation, alternatives, ceilings, checklist, upcoming,
};

/// What stands beside a classification.
#[derive(Clone, Debug, Serialize)]
pub struct ExplanationRecord {
    /// Points that the use looks like and is outside of.
    pub near_misses: Vec<NearMissRecord>,
    /// The smallest changes of one or two answers that would raise the tier.
    pub up: Vec<AlternativeRecord>,
    /// Those that would lower it.
    pub down: Vec<AlternativeRecord>,
    /// What changes on days ahead.
    pub upcoming: Vec<UpcomingRecord>,
    /// Duties of the Act, for the highest tier still possible and the roles.
    pub obligations: Vec<ObligationRecord>,
    /// Ceilings of fines.
    pub penalties: Vec<PenaltyRecord>,
}

/// A point that the use is outside of.
#[derive(Clone, Debug, Serialize)]
pub struct NearMissRecord {
    /// The rule that says why.
    pub rule: &'static str,
    /// The rule of the point.
    pub outside_of: &'static str,
    /// Where the reason stands.
    pub references: Vec<String>,
    /// How firm it is.
    pub basis: &'static str,
}

/// Other answers and the tiers they lead to.
#[derive(Clone, Debug, Serialize)]
pub struct AlternativeRecord {
    /// Changed answers.
    pub edits: Vec<EditRecord>,
    /// Lowest and highest tier then possible.
    pub range: [&'static str; 2],
}

/// A changed answer.
#[derive(Clone, Debug, Serialize)]
pub struct EditRecord {
    /// The fact.
    pub fact: &'static str,
    /// Values of which one is added, or takes the place of the answer.
    pub add: Vec<&'static str>,
    /// Values taken away.
    pub remove: Vec<&'static str>,
}

/// A day ahead.
#[derive(Clone, Debug, Serialize)]
pub struct UpcomingRecord {
    /// The day.
    pub date: String,
    /// Tiers possible from then on, where they differ from before.
    pub range: Option<[&'static str; 2]>,
    /// Milestones reached.
    pub milestones: Vec<&'static str>,
}

/// A duty of the Act.
#[derive(Clone, Debug, Serialize)]
pub struct ObligationRecord {
    /// Id of the checklist item.
    pub id: &'static str,
    /// Article.
    #[serde(rename = "ref")]
    pub reference: &'static str,
    /// In a line.
    pub title: &'static str,
    /// Day on which it starts.
    pub applies_from: Option<String>,
}

/// A ceiling of fines.
#[derive(Clone, Debug, Serialize)]
pub struct PenaltyRecord {
    /// Stable id.
    pub id: &'static str,
    /// Amount in euros.
    pub amount_eur: Option<u64>,
    /// Percent of worldwide yearly turnover.
    pub percent: Option<u8>,
    /// Which of the two counts, `higher` or `lower`; nothing while the size is not known.
    pub counts: Option<&'static str>,
    /// Where it stands.
    pub references: Vec<String>,
}

/// What stands beside a classification.
pub fn explanation_record(
    catalog: &'static Catalog,
    answers: &Answers,
    result: &Classification,
) -> ExplanationRecord {
    let evaluation = Evaluation::new(catalog, answers);
    let [up, down] = alternatives(catalog, answers, result.as_of);
    ExplanationRecord {
        near_misses: result
            .near_misses(catalog)
            .into_iter()
            .map(|(rule, target)| NearMissRecord {
                rule: rule.id,
                outside_of: target.id,
                references: texts(catalog, rule.legal.references, result.as_of),
                basis: rule.legal.basis.id(),
            })
            .collect(),
        up: up.iter().map(|found| alternative(catalog, found)).collect(),
        down: down.iter().map(|found| alternative(catalog, found)).collect(),
        upcoming: upcoming(catalog, answers, result)
            .into_iter()
            .map(|change| UpcomingRecord {
                date: change.date.to_string(),
                range: change.range.map(|range| range.map(|tier| tier.id())),
                milestones: change.milestone_ids(catalog),
            })
            .collect(),
        obligations: obligations(catalog, &evaluation, result),
        penalties: ceilings(&evaluation, result)
            .into_iter()
            .map(|ceiling| PenaltyRecord {
                id: ceiling.penalty.id,
                amount_eur: ceiling.penalty.amount_eur,
                percent: ceiling.penalty.percent,
                counts: ceiling
                    .lower
                    .filter(|_| ceiling.penalty.amount_eur.is_some())
                    .map(|lower| if lower { "lower" } else { "higher" }),
                references: texts(catalog, ceiling.penalty.legal.references, result.as_of),
            })
            .collect(),
    }
}

fn obligations(
    catalog: &'static Catalog,
    evaluation: &Evaluation<'_>,
    result: &Classification,
) -> Vec<ObligationRecord> {
    checklist(evaluation, result)
        .duties(catalog)
        .map(|(line, item)| ObligationRecord {
            id: item.id,
            reference: item.reference,
            title: item.title,
            applies_from: line.due.map(|due| due.to_string()),
        })
        .collect()
}

fn alternative(catalog: &'static Catalog, found: &Alternative) -> AlternativeRecord {
    AlternativeRecord {
        edits: found
            .edits
            .iter()
            .filter_map(|edit| record(catalog, *edit))
            .collect(),
        range: [found.lowest.id(), found.highest.id()],
    }
}

fn record(catalog: &'static Catalog, edit: Edit) -> Option<EditRecord> {
    let fact = catalog.facts.get(usize::from(edit.fact))?;
    Some(EditRecord {
        fact: fact.id,
        add: if (edit.add, edit.remove) == (0, 0) {
            vec!["none"]
        } else {
            fact.value_ids(edit.add).collect()
        },
        remove: fact.value_ids(edit.remove).collect(),
    })
}

fn texts(catalog: &Catalog, references: &[Reference], as_of: Date) -> Vec<String> {
    references
        .iter()
        .map(|reference| reference_text(catalog, reference, as_of))
        .collect()
}
