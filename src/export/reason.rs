//! Why a result is as it is: the rules that carry it, with the answers they rest on.

use serde::Serialize;

use super::{PlaceRecord, place_text, reference_url, value_words};
use crate::catalog::{Catalog, Condition, Legal, Texts, Tier, WordingKey};
use crate::engine::{Answer, Answers, Classification, Evaluation, Tri, support};

/// A reason of a result: a rule or derogation, and the part of its wording that says it.
#[derive(Clone, Copy, Debug)]
pub struct Because {
    /// Stable id of the rule or derogation.
    pub id: &'static str,
    /// `because`, or `not` for a derogation that was looked at and does not help.
    pub part: &'static str,
    /// Its condition.
    pub when: &'static Condition,
    /// Where it stands.
    pub legal: &'static Legal,
    /// The tier it leads to.
    pub tier: Option<Tier>,
}

/// A reason in words.
#[derive(Clone, Debug, Serialize)]
pub struct ReasonRecord {
    /// Stable id of the rule or derogation.
    pub id: &'static str,
    /// The tier it leads to.
    pub tier: Option<&'static str>,
    /// In a sentence.
    pub because: String,
    /// Where it stands.
    pub references: Vec<PlaceRecord>,
    /// How firm it is.
    pub basis: &'static str,
    /// When its duties start, under the text in force on the day asked for.
    pub applies_from: Option<String>,
    /// The answers it rests on, but for those that only say that the Act applies.
    pub answers: Vec<AnswerRecord>,
}

/// An answer in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AnswerRecord {
    /// The fact.
    pub fact: &'static str,
    /// The question.
    pub question: String,
    /// Value ids; `unknown` for "I don't know", none for "none of these".
    pub values: Vec<&'static str>,
    /// The same in words.
    pub words: Vec<String>,
    /// Whether it counts: an answer that can no longer be asked for does not.
    pub counts: bool,
}

/// The reasons that a result is shown with: rules at the tiers that matter, then derogations that were decided.
pub fn reasons(catalog: &'static Catalog, result: &Classification) -> Vec<Because> {
    // While the tier is open, the base rule would say too much: that nothing else fits.
    let shown = if result.settled() {
        result.lowest.min(Tier::Limited)
    } else {
        Tier::Limited
    };
    let mut found = Vec::new();
    let mut derogations = Vec::new();
    for (_, rule, verdict) in result.fired(catalog) {
        if rule.tier.is_none_or(|tier| tier < shown) {
            continue;
        }
        found.push(Because {
            id: rule.id,
            part: "because",
            when: &rule.when,
            legal: &rule.legal,
            tier: rule.tier,
        });
        if let Some(index) = rule.derogation
            && verdict.lowered != Tri::Unknown
            && !derogations.contains(&(index, verdict.lowered))
        {
            derogations.push((index, verdict.lowered));
        }
    }
    // Whether an exemption applies or not is half of the answer, so it is told either way.
    for (index, lowered) in derogations {
        let Some(derogation) = catalog.derogations.get(usize::from(index)) else {
            continue;
        };
        found.push(Because {
            id: derogation.id,
            part: if lowered == Tri::Yes { "because" } else { "not" },
            when: &derogation.when,
            legal: &derogation.legal,
            tier: (lowered == Tri::Yes).then_some(derogation.to),
        });
    }
    found
}

/// The answers that carry a condition, but for those that only say that the Act applies: they carry every
/// rule and would hide what is special about this one.
pub fn carrying_answers(
    evaluation: &Evaluation<'_>,
    result: &Classification,
    when: &Condition,
    texts: &dyn Texts,
) -> Vec<AnswerRecord> {
    let special = &evaluation.catalog.special;
    let scope = support(evaluation, &Condition::Term(special.in_scope));
    let about_scope = result.highest == Tier::OutOfScope;
    support(evaluation, when)
        .into_iter()
        .filter(|carrier| about_scope || !scope.iter().any(|known| known.fact == carrier.fact))
        .filter(|carrier| matches!(evaluation.answers.get(carrier.fact), Answer::Values(_)))
        .filter_map(|carrier| answer_record(evaluation, carrier.fact, texts))
        .collect()
}

/// Every answer that was given, in words, in the order of the questions.
pub fn answer_records(evaluation: &Evaluation<'_>, texts: &dyn Texts) -> Vec<AnswerRecord> {
    (0..)
        .zip(evaluation.catalog.facts)
        .filter_map(|(fact, _)| answer_record(evaluation, fact, texts))
        .collect()
}

/// The reasons of a result in words.
pub fn reason_records(
    catalog: &'static Catalog,
    answers: &Answers,
    result: &Classification,
    texts: &dyn Texts,
) -> Vec<ReasonRecord> {
    let evaluation = Evaluation::new(catalog, answers);
    let record = |because: Because| {
        let milestone = because.legal.milestone;
        let milestone = milestone.and_then(|index| catalog.milestones.get(usize::from(index)));
        let key = WordingKey::part("rule", because.id, because.part);
        let places = because.legal.references.iter();
        ReasonRecord {
            id: because.id,
            tier: because.tier.map(Tier::id),
            because: texts.text(&key).unwrap_or_default().to_owned(),
            references: places
                .map(|place| PlaceRecord {
                    text: place_text(catalog, place, result.as_of, texts),
                    url: reference_url(catalog, place, result.as_of, texts),
                })
                .collect(),
            basis: because.legal.basis.id(),
            applies_from: milestone
                .and_then(|milestone| milestone.as_of(result.as_of))
                .map(|date| date.to_string()),
            answers: carrying_answers(&evaluation, result, because.when, texts),
        }
    };
    reasons(catalog, result).into_iter().map(record).collect()
}

fn answer_record(evaluation: &Evaluation<'_>, index: u16, texts: &dyn Texts) -> Option<AnswerRecord> {
    let fact = evaluation.catalog.facts.get(usize::from(index))?;
    let values = evaluation.answers.ids(evaluation.catalog, index)?;
    let words = match evaluation.answers.get(index) {
        Answer::DontKnow => vec![texts.text("ui.unknown").unwrap_or("unknown").to_owned()],
        Answer::Values(0) => vec![value_words(fact, "none", texts)],
        _ => values.iter().map(|id| value_words(fact, id, texts)).collect(),
    };
    let question = texts.text(&WordingKey::fact(fact.id, "question"));
    Some(AnswerRecord {
        fact: fact.id,
        question: question.unwrap_or(fact.id).to_owned(),
        values,
        words,
        counts: evaluation.arises(index) != Tri::No,
    })
}
