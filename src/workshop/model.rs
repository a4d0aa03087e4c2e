//! What the engine says of a case, with what would change it.

use serde::Serialize;

use crate::catalog::{Catalog, Date, FactKind, Texts, WordingKey};
use crate::engine::{Alternative, Answer, Answers, Classifier, alternatives, open_facts};
use crate::export::{ReasonRecord, reason_records, value_words};

/// The engine's answer to a case.
#[derive(Clone, Debug, Serialize)]
pub struct ModelRecord {
    /// Day whose law was applied.
    pub as_of: String,
    /// Lowest and highest tier possible.
    pub range: [&'static str; 2],
    /// Whether one tier is left.
    pub settled: bool,
    /// Why, in words, with places and basis.
    pub reasons: Vec<ReasonRecord>,
    /// What the story leaves open and what would settle it; of a settled case what would change it.
    pub turning_points: Vec<TurningPoint>,
    /// Day on which the duties of the tier start.
    pub applies_from: Option<String>,
}

/// A fact that the answer hangs on.
#[derive(Clone, Debug, Serialize)]
pub struct TurningPoint {
    /// The fact.
    pub fact: &'static str,
    /// The question.
    pub question: String,
    /// What other answers to it would lead to.
    pub outcomes: Vec<OutcomeRecord>,
}

/// What an answer would lead to.
#[derive(Clone, Debug, Serialize)]
pub struct OutcomeRecord {
    /// The answer in words; several that lead to the same stand together.
    pub answers: Vec<String>,
    /// Lowest and highest tier then possible.
    pub range: [&'static str; 2],
}

/// The engine's answer on a day.
pub fn model_record(
    catalog: &'static Catalog,
    answers: &Answers,
    as_of: Date,
    texts: &dyn Texts,
) -> ModelRecord {
    let classifier = Classifier::new(catalog, as_of);
    let evaluation = classifier.evaluate(answers);
    let result = classifier.classify_evaluated(&evaluation);
    let turning_points = if result.settled() {
        changes(catalog, answers, as_of, texts)
    } else {
        let open = open_facts(&evaluation, &result).into_iter();
        let arising = open.filter(|open| open.arises).map(|open| open.fact);
        arising
            .filter_map(|fact| outcomes(catalog, &classifier, answers, fact, texts))
            .collect()
    };
    ModelRecord {
        as_of: as_of.to_string(),
        range: [result.lowest.id(), result.highest.id()],
        settled: result.settled(),
        reasons: reason_records(catalog, answers, &result, texts),
        turning_points,
        applies_from: result.applies_from.map(|day| day.to_string()),
    }
}

/// The one answer that would raise a settled tier, and the one that would lower it.
fn changes(
    catalog: &'static Catalog,
    answers: &Answers,
    as_of: Date,
    texts: &dyn Texts,
) -> Vec<TurningPoint> {
    let nearest = |found: Vec<Alternative>| found.into_iter().find(|found| found.edits.len() == 1);
    let found = alternatives(catalog, answers, as_of)
        .into_iter()
        .filter_map(nearest);
    found
        .filter_map(|found| {
            let edit = found.edits.first()?;
            let fact = catalog.facts.get(usize::from(edit.fact))?;
            let words = |mask: u32| -> Vec<String> {
                let values = fact.value_ids(mask);
                values.map(|value| value_words(fact, value, texts)).collect()
            };
            let given = match answers.get(edit.fact) {
                Answer::Values(mask) => mask,
                _ => 0,
            };
            // One of those added is enough; where none is added, what is left is said together.
            let answers = match (edit.add, words(given & !edit.remove)) {
                (0, left) if left.is_empty() => vec![value_words(fact, "none", texts)],
                (0, left) => vec![left.join("; ")],
                (added, _) => words(added),
            };
            Some(TurningPoint {
                fact: fact.id,
                question: question(fact.id, texts),
                outcomes: vec![OutcomeRecord {
                    answers,
                    range: [found.lowest.id(), found.highest.id()],
                }],
            })
        })
        .collect()
}

/// What each answer to an open fact would leave possible; nothing where all leave the same.
fn outcomes(
    catalog: &'static Catalog,
    classifier: &Classifier,
    answers: &Answers,
    fact: u16,
    texts: &dyn Texts,
) -> Option<TurningPoint> {
    let known = catalog.facts.get(usize::from(fact))?;
    let mut trial = answers.clone();
    let mut found: Vec<OutcomeRecord> = Vec::new();
    let mut tried = |mask: u32, words: String| {
        trial.set(fact, Answer::Values(mask));
        let result = classifier.classify(&trial);
        let range = [result.lowest.id(), result.highest.id()];
        match found.iter_mut().find(|outcome| outcome.range == range) {
            Some(same) => same.answers.push(words),
            None => found.push(OutcomeRecord {
                answers: vec![words],
                range,
            }),
        }
    };
    for (bit, value) in (0..).zip(known.values) {
        tried(1 << bit, value_words(known, value, texts));
    }
    if known.kind == FactKind::Many {
        tried(0, value_words(known, "none", texts));
    }
    (found.len() > 1).then(|| TurningPoint {
        fact: known.id,
        question: question(known.id, texts),
        outcomes: found,
    })
}

fn question(fact: &str, texts: &dyn Texts) -> String {
    let key = WordingKey::fact(fact, "question");
    texts.text(&key).unwrap_or(fact).to_owned()
}
