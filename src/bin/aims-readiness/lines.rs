//! Runs a function over JSON Lines: one output line per input line, in the same order.

use std::io::{self, BufRead, Write};

use aims_readiness::catalog::{Catalog, Date, Texts, builtin};
use aims_readiness::engine::{
    Answers, Checklist, Classification, Evaluation, checklist as make_checklist, classify as run_classify,
};
use aims_readiness::export::{
    ChecklistRecord, ClassificationRecord, ComparisonRecord, DifferenceRecord, ExplanationRecord,
    PlannedRecord, SoaRecord, StarterRecord, checklist_record, classification_record,
    compare as compare_saved, difference as list_difference, explanation_record, planned_record, soa_record,
    starter_records,
};
use serde::Serialize;
use serde_json::Value;

use crate::input::{self, Input, LineError, Saved};

/// A result with the id of its input.
#[derive(Serialize)]
pub(crate) struct Identified<T> {
    id: Value,
    #[serde(flatten)]
    record: T,
}

#[derive(Serialize)]
struct Failed {
    id: Value,
    line: usize,
    error: Box<LineError>,
}

/// Reads use cases from `input` line by line and writes what `answer` says. Empty lines are skipped.
///
/// Returns the number of lines that could not be used.
pub(crate) fn run<T: Serialize>(
    input: impl BufRead,
    out: impl Write,
    catalog: &'static Catalog,
    answer: impl Fn(Input) -> T,
) -> io::Result<usize> {
    run_with(input, out, |line| input::read(line, catalog), answer)
}

/// The same for lines of another shape, which `read` reads.
pub(crate) fn run_with<I, T: Serialize>(
    mut input: impl BufRead,
    mut out: impl Write,
    read: impl Fn(&str) -> Result<I, Box<LineError>>,
    answer: impl Fn(I) -> T,
) -> io::Result<usize> {
    let mut failed = 0;
    let mut bytes = Vec::new();
    for number in 1.. {
        bytes.clear();
        if input.read_until(b'\n', &mut bytes)? == 0 {
            break;
        }
        let line = String::from_utf8_lossy(&bytes);
        if line.trim().is_empty() {
            continue;
        }
        match read(&line) {
            Ok(input) => serde_json::to_writer(&mut out, &answer(input))?,
            Err(mut error) => {
                failed += 1;
                let id = std::mem::take(&mut error.id);
                serde_json::to_writer(
                    &mut out,
                    &Failed {
                        id,
                        line: number,
                        error,
                    },
                )?;
            }
        }
        out.write_all(b"\n")?;
    }
    out.flush()?;
    Ok(failed)
}

/// A classification, explained where that was asked for.
#[derive(Serialize)]
pub(crate) struct Explained {
    #[serde(flatten)]
    classification: ClassificationRecord,
    #[serde(skip_serializing_if = "Option::is_none")]
    explanation: Option<ExplanationRecord>,
}

/// Classifies one use case.
pub(crate) fn classify(input: Input, as_of: Date, explain: bool) -> Identified<Explained> {
    let catalog = input.catalog;
    let result = run_classify(catalog, &input.answers, as_of);
    Identified {
        record: Explained {
            classification: classification_record(catalog, &input.answers, &result),
            explanation: explain.then(|| explanation_record(catalog, &input.answers, &result)),
        },
        id: input.id,
    }
}

/// Compares one saved result with what its answers give now.
pub(crate) fn compare(saved: Saved, as_of: Date) -> Identified<ComparisonRecord> {
    Identified {
        record: compare_saved(builtin(), &saved.saved, as_of),
        id: saved.id,
    }
}

/// Makes the checklist of one use case.
pub(crate) fn checklist(input: Input, as_of: Date, texts: &dyn Texts) -> Identified<ChecklistRecord> {
    let catalog = input.catalog;
    let (result, list) = listed(catalog, &input.answers, as_of);
    Identified {
        record: checklist_record(catalog, &result, &list, texts),
        id: input.id,
    }
}

/// Drafts the Statement of Applicability of one use case.
pub(crate) fn soa(input: Input, as_of: Date, texts: &dyn Texts) -> Identified<SoaRecord> {
    let (result, list) = listed(input.catalog, &input.answers, as_of);
    Identified {
        record: soa_record(input.catalog, &result, &list, |item| input.work.of(item), texts),
        id: input.id,
    }
}

/// Plans the way to a certificate for one use case.
pub(crate) fn plan(input: Input, as_of: Date, texts: &dyn Texts) -> Identified<PlannedRecord> {
    let (result, list) = listed(input.catalog, &input.answers, as_of);
    let evaluation = Evaluation::new(input.catalog, &input.answers);
    Identified {
        record: planned_record(
            &evaluation,
            &result,
            &list,
            |item| input.work.of(item).status,
            texts,
        ),
        id: input.id.clone(),
    }
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
    Identified {
        record: Begun {
            starters: starter_records(&evaluation, &result, &list, texts),
        },
        id: input.id.clone(),
    }
}

/// What changes on the list of one use case when the answers in `other` are given instead.
pub(crate) fn difference(input: Input, as_of: Date) -> Identified<DifferenceRecord> {
    let (_, before) = listed(input.catalog, &input.answers, as_of);
    let (_, after) = listed(
        input.catalog,
        input.other.as_ref().unwrap_or(&input.answers),
        as_of,
    );
    Identified {
        record: list_difference(input.catalog, &before, &after),
        id: input.id,
    }
}

fn listed(catalog: &'static Catalog, answers: &Answers, as_of: Date) -> (Classification, Checklist) {
    let result = run_classify(catalog, answers, as_of);
    let list = make_checklist(&Evaluation::new(catalog, answers), &result);
    (result, list)
}
