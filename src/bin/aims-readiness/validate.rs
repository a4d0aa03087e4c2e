//! Checks overlays, visits, records and registers, as files or one on each line.

use std::io::{self, Write};
use std::path::PathBuf;

use aims_readiness::catalog::{Catalog, builtin};
use aims_readiness::overlay::Overlay;
use aims_readiness::reading::{Mistake, Value};
use aims_readiness::record::{Opened, open};
use clap::ArgMatches;
use serde_json::{Value as Json, json};

use crate::overlay;
use crate::stream::Outcome;
use crate::texts;
use crate::use_cases::{self, Line};

/// What a sound file is.
enum Sound {
    Overlay(Box<Overlay>),
    Record(Opened),
}

/// Says what is wrong with each file, or what it adds or holds. The number of files with mistakes.
pub(crate) fn files(arguments: &ArgMatches, mut out: impl Write) -> io::Result<usize> {
    let words = texts::english()?;
    let mut wrong = 0;
    for path in arguments.get_many::<PathBuf>("file").into_iter().flatten() {
        let text = overlay::bytes(path)?;
        let found = match serde_json::from_slice(&text) {
            Ok(tree) if is_record(&tree) => open(&tree, builtin()).map(Sound::Record),
            tree => {
                let found = overlay::read(&text, tree, builtin(), &words.0);
                found.map(|overlay| Sound::Overlay(Box::new(overlay)))
            }
        };
        wrong += usize::from(found.is_err());
        if arguments.get_flag("json") {
            let said = match &found {
                Ok(Sound::Overlay(overlay)) => overlay::report(overlay),
                Ok(Sound::Record(opened)) => holds(opened),
                Err(mistakes) => refused(mistakes),
            };
            write_line(&mut out, ("file", json!(path.display().to_string())), said)?;
            continue;
        }
        let told = match &found {
            Ok(Sound::Overlay(_)) => Vec::new(),
            Ok(Sound::Record(opened)) => left_out(opened),
            Err(mistakes) => mistakes.clone(),
        };
        for mistake in &told {
            writeln!(out, "{}", overlay::line(path, mistake))?;
        }
        match &found {
            Ok(Sound::Overlay(overlay)) => writeln!(out, "{}: {}", path.display(), overlay::adds(overlay))?,
            Ok(Sound::Record(opened)) => {
                let (cases, schema) = (opened.cases.len(), opened.schema);
                writeln!(out, "{}: use cases: {cases}, schema {schema}", path.display())?;
            }
            Err(_) => {}
        }
    }
    out.flush()?;
    Ok(wrong)
}

/// Checks standard input line by line and says of each what is wrong with it, or what it holds. The number of
/// lines that are refused.
pub(crate) fn lines(arguments: &ArgMatches) -> io::Result<usize> {
    use_cases::run(arguments, builtin(), io::stdout(), answer)
}

fn answer(row: Line, out: &mut Vec<u8>) -> io::Result<Outcome> {
    let (said, outcome) = match row.text {
        Ok(bytes) if bytes.trim_ascii().is_empty() => return Ok(Outcome::Blank),
        Ok(bytes) => match checked(&bytes, builtin()) {
            Ok(opened) => (holds(&opened), Outcome::Used),
            Err(mistakes) => (refused(&mistakes), Outcome::Failed),
        },
        Err(error) => {
            let said = json!({ "valid": false, "mistakes": [error] });
            (said, Outcome::Failed)
        }
    };
    write_line(out, ("line", json!(row.line)), said)?;
    Ok(outcome)
}

/// Writes what is said of something, behind what it is.
fn write_line(out: &mut impl Write, (key, value): (&str, Json), said: Json) -> io::Result<()> {
    let mut line = serde_json::Map::from_iter([(key.to_owned(), value)]);
    if let Json::Object(said) = said {
        line.extend(said);
    }
    serde_json::to_writer(&mut *out, &line)?;
    out.write_all(b"\n")
}

/// Whether a tree is a visit, a record or a register, and no overlay.
fn is_record(tree: &Value) -> bool {
    matches!(tree, Value::Map(entries) if entries
        .iter()
        .any(|(key, _)| matches!(key.as_str(), "answers" | "use_cases")))
}

/// The record in a text, or its mistakes.
pub(crate) fn checked(bytes: &[u8], catalog: &'static Catalog) -> Result<Opened, Vec<Mistake>> {
    let tree: Value = serde_json::from_slice(bytes).map_err(|error| {
        vec![Mistake {
            code: "not-json",
            place: String::new(),
            message: format!("this is not JSON: {error}"),
            hint: String::new(),
        }]
    })?;
    open(&tree, catalog)
}

/// What a sound one holds, and what the catalogue does not know of it.
fn holds(opened: &Opened) -> Json {
    json!({
        "valid": true,
        "kind": if opened.register { "register" } else { "use-case" },
        "schema": opened.schema,
        "use_cases": opened.cases.len(),
        "left_out": left_out(opened),
    })
}

fn left_out(opened: &Opened) -> Vec<Mistake> {
    opened
        .cases
        .iter()
        .flat_map(|case| case.left_out.clone())
        .collect()
}

fn refused(mistakes: &[Mistake]) -> Json {
    json!({ "valid": false, "mistakes": mistakes })
}
