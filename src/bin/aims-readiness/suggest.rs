//! Suggestions from descriptions in free words. They are for people to confirm and decide nothing.

use std::collections::BTreeMap;
use std::io;

use aims_readiness::suggest::{Model, Scored, suggest as run};
use serde::Serialize;
use serde_json::{Value, json};

use crate::input::{LineError, Shape};

/// The trained model, as `training/suggest` wrote it.
const MODEL: &[u8] = include_bytes!("../../../catalog/suggest/model.bin");

const SHAPE: Shape = Shape(r#"{"id": "...", "text": "..."}"#);

/// A description as it came in.
pub(crate) struct Description {
    id: Value,
    text: String,
}

/// What a description suggests.
#[derive(Serialize)]
pub(crate) struct Suggested {
    id: Value,
    sectors: Vec<Value>,
    areas: Vec<Value>,
    answers: BTreeMap<String, Vec<String>>,
}

/// The model that is built in.
pub(crate) fn model() -> io::Result<Model> {
    Model::read(MODEL).map_err(|error| io::Error::other(error.to_string()))
}

/// Reads a line.
pub(crate) fn read(line: &str) -> Result<Description, Box<LineError>> {
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
pub(crate) fn suggest(model: &Model, description: Description) -> Suggested {
    let found = run(model, &description.text);
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
