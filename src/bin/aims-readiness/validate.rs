//! Checks visits, records, registers and use cases, as files or one on each line.

use std::io;

use aims_readiness::catalog::{Catalog, builtin};
use aims_readiness::reading::{Mistake, Value};
use aims_readiness::record::{Opened, open};
use clap::ArgMatches;
use serde_json::{Value as Json, json};

use crate::options::Options;
use crate::rows::{Lines, Row};
use crate::stream::{self, Outcome};

/// Checks standard input line by line and says of each what is wrong with it, or what it holds. The number of
/// lines that are refused.
pub(crate) fn lines(arguments: &ArgMatches) -> io::Result<usize> {
    stream::run(
        Lines::new(io::stdin().lock()),
        io::stdout(),
        Options::of(arguments)?,
        answer,
    )
}

fn answer(row: Row<Vec<u8>>, out: &mut Vec<u8>) -> io::Result<Outcome> {
    let bytes = match row.content {
        Ok(bytes) if bytes.trim_ascii().is_empty() => return Ok(Outcome::Blank),
        Ok(bytes) => bytes,
        Err(too_long) => {
            let said = json!({ "line": row.line, "valid": false, "mistakes": [too_long.error()] });
            serde_json::to_writer(&mut *out, &said)?;
            out.push(b'\n');
            return Ok(Outcome::Failed);
        }
    };
    let (said, outcome) = match checked(&bytes, builtin()) {
        Ok(opened) => (found(&opened), Outcome::Used),
        Err(mistakes) => (
            json!({ "valid": false, "mistakes": told(&mistakes) }),
            Outcome::Failed,
        ),
    };
    let mut line = json!({ "line": row.line });
    if let (Some(line), Json::Object(said)) = (line.as_object_mut(), said) {
        line.extend(said);
    }
    serde_json::to_writer(&mut *out, &line)?;
    out.push(b'\n');
    Ok(outcome)
}

/// What is in a text, or its mistakes.
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
pub(crate) fn found(opened: &Opened) -> Json {
    let left_out: Vec<Mistake> = opened
        .cases
        .iter()
        .flat_map(|case| case.left_out.clone())
        .collect();
    json!({
        "valid": true,
        "kind": if opened.register { "register" } else { "use-case" },
        "schema": opened.schema,
        "use_cases": opened.cases.len(),
        "left_out": told(&left_out),
    })
}

/// Mistakes as plain data.
pub(crate) fn told(mistakes: &[Mistake]) -> Vec<Json> {
    let told = mistakes.iter().map(|mistake| {
        json!({
            "code": mistake.code,
            "place": mistake.place,
            "message": mistake.message,
            "hint": mistake.hint,
        })
    });
    told.collect()
}
