//! Runs a function over JSON Lines: one output line per input line, in the same order.

use std::io::{self, BufRead, Write};

use aims_readiness::catalog::{Date, Texts, builtin};
use aims_readiness::engine::{Evaluation, checklist as make_checklist, classify as run_classify};
use aims_readiness::export::{
    ChecklistRecord, ClassificationRecord, checklist_record, classification_record,
};
use serde::Serialize;
use serde_json::Value;

use crate::input::{self, Input, LineError};

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

/// Reads `input` line by line and writes what `answer` says. Empty lines are skipped.
///
/// Returns the number of lines that could not be used.
pub(crate) fn run<T: Serialize>(
    mut input: impl BufRead,
    mut out: impl Write,
    answer: impl Fn(Input) -> T,
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
        match input::read(&line) {
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

/// Classifies one use case.
pub(crate) fn classify(input: Input, as_of: Date) -> Identified<ClassificationRecord> {
    let catalog = builtin();
    let result = run_classify(catalog, &input.answers, as_of);
    Identified {
        record: classification_record(catalog, &input.answers, &result),
        id: input.id,
    }
}

/// Makes the checklist of one use case.
pub(crate) fn checklist(input: Input, as_of: Date, texts: &dyn Texts) -> Identified<ChecklistRecord> {
    let catalog = builtin();
    let result = run_classify(catalog, &input.answers, as_of);
    let list = make_checklist(&Evaluation::new(catalog, &input.answers), &result);
    Identified {
        record: checklist_record(catalog, &result, &list, texts),
        id: input.id,
    }
}
