//! What each command answers to a row, and how a row of JSON Lines is read and written.

use std::{io, mem};

use aims_readiness::catalog::{Catalog, Date, Texts, builtin};
use aims_readiness::engine::{
    Answers, Checklist, Classification, Classifier, Evaluation, checklist as make_checklist,
    classify as run_classify,
};
use aims_readiness::export::{
    ChecklistRecord, ClassificationRecord, ComparisonRecord, DifferenceRecord, ExplanationRecord,
    PlannedRecord, SoaRecord, StarterRecord, checklist_record, classification_record,
    compare as compare_saved, difference as list_difference, explanation_record, planned_record, soa_record,
    starter_records,
};
use serde::Serialize;
use serde_json::{Map, Value};

use crate::input::{Input, LineError, Saved};
use crate::rows::Row;
use crate::stream::Outcome;

/// A result with the id of its input.
#[derive(Serialize)]
pub(crate) struct Identified<T> {
    /// The id, as it came.
    pub(crate) id: Value,
    /// What is passed on, by column.
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub(crate) kept: Map<String, Value>,
    /// The result.
    #[serde(flatten)]
    pub(crate) record: T,
}

impl<T> Identified<T> {
    fn new(id: Value, record: T) -> Self {
        Self {
            id,
            kept: Map::new(),
            record,
        }
    }
}

/// How answers and errors are written, each as one row.
pub(crate) trait Format<T> {
    /// Writes an answer.
    fn answer(&self, out: &mut Vec<u8>, answer: T) -> io::Result<()>;
    /// Writes what is wrong with the row on a line.
    fn error(&self, out: &mut Vec<u8>, line: usize, error: Box<LineError>) -> io::Result<()>;
}

/// JSON Lines: an object on a line.
pub(crate) struct JsonLines;

#[derive(Serialize)]
struct Failed {
    id: Value,
    #[serde(skip_serializing_if = "Map::is_empty")]
    kept: Map<String, Value>,
    line: usize,
    error: Box<LineError>,
}

impl<T: Serialize> Format<T> for JsonLines {
    fn answer(&self, out: &mut Vec<u8>, answer: T) -> io::Result<()> {
        serde_json::to_writer(&mut *out, &answer)?;
        out.push(b'\n');
        Ok(())
    }

    fn error(&self, out: &mut Vec<u8>, line: usize, mut error: Box<LineError>) -> io::Result<()> {
        let failed = Failed {
            id: mem::take(&mut error.id),
            kept: mem::take(&mut error.kept),
            line,
            error,
        };
        serde_json::to_writer(&mut *out, &failed)?;
        out.push(b'\n');
        Ok(())
    }
}

/// From a row to a row: reads it, which gives nothing where it is blank, answers it and writes the answer.
pub(crate) fn row<R, I, T>(
    read: impl Fn(R) -> Result<Option<I>, Box<LineError>>,
    answer: impl Fn(I) -> T,
    format: impl Format<T>,
) -> impl Fn(Row<R>, &mut Vec<u8>) -> io::Result<Outcome> {
    move |row, out| {
        let content = row.content.map_err(|too_long| too_long.error());
        match content.and_then(&read) {
            Ok(None) => Ok(Outcome::Blank),
            Ok(Some(input)) => format.answer(out, answer(input)).map(|()| Outcome::Used),
            Err(error) => format.error(out, row.line, error).map(|()| Outcome::Failed),
        }
    }
}

/// Reads a line as text with `read`, unless it is blank.
pub(crate) fn text<I>(
    read: impl Fn(&str) -> Result<I, Box<LineError>>,
) -> impl Fn(Vec<u8>) -> Result<Option<I>, Box<LineError>> {
    move |bytes| {
        let line = String::from_utf8_lossy(&bytes);
        if line.trim().is_empty() {
            return Ok(None);
        }
        read(&line).map(Some)
    }
}

/// A classification, explained where that was asked for.
#[derive(Serialize)]
pub(crate) struct Explained {
    /// The classification.
    #[serde(flatten)]
    pub(crate) classification: ClassificationRecord,
    #[serde(skip_serializing_if = "Option::is_none")]
    explanation: Option<ExplanationRecord>,
}

/// Classifies one use case.
pub(crate) fn classify(input: Input, classifier: &Classifier, explain: bool) -> Identified<Explained> {
    let catalog = input.catalog;
    let result = classifier.classify(&input.answers);
    Identified {
        record: Explained {
            classification: classification_record(catalog, &input.answers, &result),
            explanation: explain.then(|| explanation_record(catalog, &input.answers, &result)),
        },
        id: input.id,
        kept: input.kept,
    }
}

/// Compares one saved result with what its answers give now.
pub(crate) fn compare(saved: Saved, as_of: Date) -> Identified<ComparisonRecord> {
    Identified::new(saved.id, compare_saved(builtin(), &saved.saved, as_of))
}

/// Makes the checklist of one use case.
pub(crate) fn checklist(input: Input, as_of: Date, texts: &dyn Texts) -> Identified<ChecklistRecord> {
    let catalog = input.catalog;
    let (result, list) = listed(catalog, &input.answers, as_of);
    Identified::new(input.id, checklist_record(catalog, &result, &list, texts))
}

/// Drafts the Statement of Applicability of one use case.
pub(crate) fn soa(input: Input, as_of: Date, texts: &dyn Texts) -> Identified<SoaRecord> {
    let (result, list) = listed(input.catalog, &input.answers, as_of);
    Identified::new(
        input.id,
        soa_record(input.catalog, &result, &list, |item| input.work.of(item), texts),
    )
}

/// Plans the way to a certificate for one use case.
pub(crate) fn plan(input: Input, as_of: Date, texts: &dyn Texts) -> Identified<PlannedRecord> {
    let (result, list) = listed(input.catalog, &input.answers, as_of);
    let evaluation = Evaluation::new(input.catalog, &input.answers);
    Identified::new(
        input.id,
        planned_record(
            &evaluation,
            &result,
            &list,
            |item| input.work.of(item).status,
            texts,
        ),
    )
}

/// Documents begun for one use case.
#[derive(Serialize)]
pub(crate) struct Begun {
    starters: Vec<StarterRecord>,
}

/// Begins the documents of one use case.
pub(crate) fn starters(input: Input, as_of: Date, texts: &dyn Texts) -> Identified<Begun> {
    let (result, list) = listed(input.catalog, &input.answers, as_of);
    let evaluation = Evaluation::new(input.catalog, &input.answers);
    Identified::new(
        input.id,
        Begun {
            starters: starter_records(&evaluation, &result, &list, texts),
        },
    )
}

/// What changes on the list of one use case when the answers in `other` are given instead.
pub(crate) fn difference(input: Input, as_of: Date) -> Identified<DifferenceRecord> {
    let (_, before) = listed(input.catalog, &input.answers, as_of);
    let (_, after) = listed(
        input.catalog,
        input.other.as_ref().unwrap_or(&input.answers),
        as_of,
    );
    Identified::new(input.id, list_difference(input.catalog, &before, &after))
}

fn listed(catalog: &'static Catalog, answers: &Answers, as_of: Date) -> (Classification, Checklist) {
    let result = run_classify(catalog, answers, as_of);
    let list = make_checklist(&Evaluation::new(catalog, answers), &result);
    (result, list)
}
