//! Suggestions from descriptions in free words. They are for people to confirm and decide nothing.

use std::collections::BTreeMap;
use std::io;

use aims_readiness::suggest::{Model, Scored, suggest as find};
use clap::ArgMatches;
use serde::Serialize;
use serde_json::{Value, json};

use crate::columns::TextColumns;
use crate::input::{LineError, Shape};
use crate::lines::{self, JsonLines};
use crate::options::{CSV, Options, is};
use crate::rows::Lines;
use crate::stream;
use crate::table::Table;

/// The trained model, as `training/suggest` wrote it.
const MODEL: &[u8] = include_bytes!("../../../catalog/suggest/model.bin");

const SHAPE: Shape = Shape(r#"{"id": "...", "text": "..."}"#);

/// A description as it came in.
struct Description {
    id: Value,
    text: String,
}

/// What a description suggests.
#[derive(Serialize)]
struct Suggested {
    id: Value,
    sectors: Vec<Value>,
    areas: Vec<Value>,
    answers: BTreeMap<String, Vec<String>>,
}

/// Suggests for all descriptions of the input.
pub(crate) fn run(arguments: &ArgMatches) -> io::Result<usize> {
    let model = model()?;
    let answer = |description| suggest(&model, description);
    let columns = arguments.get_many::<String>("text-column");
    if is(arguments, "from", CSV) {
        let mut table = Table::new(io::stdin().lock());
        let wanted = columns.map_or_else(|| vec!["text"], |columns| columns.map(String::as_str).collect());
        let columns = TextColumns::read(table.header()?, wanted.into_iter())?;
        let read = |cells| {
            let found = columns.text(&cells)?;
            Ok(found.map(|(id, text)| Description { id, text }))
        };
        let options = Options::of(arguments)?;
        return stream::run(table, io::stdout(), options, lines::row(read, answer, JsonLines));
    }
    if columns.is_some() {
        return Err(io::Error::other("--text-column needs --from csv"));
    }
    stream::run(
        Lines::new(io::stdin().lock()),
        io::stdout(),
        Options::of(arguments)?,
        lines::row(lines::text(read), answer, JsonLines),
    )
}

/// The model that is built in.
pub(crate) fn model() -> io::Result<Model> {
    Model::read(MODEL).map_err(|error| io::Error::other(error.to_string()))
}

/// Reads a line.
fn read(line: &str) -> Result<Description, Box<LineError>> {
    let value = SHAPE.object(line)?;
    let id = SHAPE.id(&value)?;
    match value.get("text").and_then(Value::as_str) {
        Some(text) => Ok(Description {
            id,
            text: text.to_owned(),
        }),
        None => Err(SHAPE.wrong("no-text", "`text` is missing or is no text".to_owned(), id)),
    }
}

/// What a description suggests.
fn suggest(model: &Model, description: Description) -> Suggested {
    let found = find(model, &description.text);
    let list = |scored: Vec<Scored>| -> Vec<Value> {
        let rounded = |score: f32| (f64::from(score) * 1000.0).round() / 1000.0;
        scored
            .into_iter()
            .map(|class| json!({ "id": class.id, "score": rounded(class.score) }))
            .collect()
    };
    Suggested {
        id: description.id,
        sectors: list(found.sectors),
        areas: list(found.areas),
        answers: found.answers.into_iter().collect(),
    }
}
