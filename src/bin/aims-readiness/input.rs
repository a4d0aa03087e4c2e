//! Reads one input line: an id and answers.

use aims_readiness::catalog::builtin;
use aims_readiness::engine::{AnswerError, Answers};
use aims_readiness::export::SavedResult;
use serde::Serialize;
use serde_json::{Map, Value};

/// A use case as it came in.
pub(crate) struct Input {
    /// Its id, given back as it came.
    pub(crate) id: Value,
    /// Its answers.
    pub(crate) answers: Answers,
}

/// A saved result as it came in.
pub(crate) struct Saved {
    /// Its id, given back as it came; nothing where it has none.
    pub(crate) id: Value,
    /// The saved result.
    pub(crate) saved: SavedResult,
}

const SAVED_SHAPE: &str =
    r#"{"id": "...", "answers": {...}, "result": {what classify printed, with range, catalog, as_of}}"#;

/// Reads a line with a saved result.
pub(crate) fn read_saved(line: &str) -> Result<Saved, Box<LineError>> {
    let value: Value = serde_json::from_str(line).map_err(|error| {
        Box::new(LineError {
            code: "not-json",
            message: format!("the line is not JSON: {error}"),
            expected: SAVED_SHAPE.to_owned(),
            id: Value::Null,
        })
    })?;
    let id = value.get("id").cloned().unwrap_or(Value::Null);
    match serde_json::from_value(value) {
        Ok(saved) => Ok(Saved { id, saved }),
        Err(error) => Err(Box::new(LineError {
            code: "not-a-saved-result",
            message: format!("the line is not a saved result: {error}"),
            expected: SAVED_SHAPE.to_owned(),
            id,
        })),
    }
}

/// What is wrong with a line.
#[derive(Debug, Serialize)]
pub(crate) struct LineError {
    /// Stable code.
    pub(crate) code: &'static str,
    /// What is wrong.
    pub(crate) message: String,
    /// What was expected.
    pub(crate) expected: String,
    /// The line's id, where it could be read.
    #[serde(skip)]
    pub(crate) id: Value,
}

const SHAPE: &str =
    r#"{"id": "...", "answers": {"fact.id": "yes"|"no"|"unknown"|"<value>"|["<value>", ...]}}"#;

/// Reads a line.
pub(crate) fn read(line: &str) -> Result<Input, Box<LineError>> {
    let shape = |code, message: String, id: &Value| {
        Box::new(LineError {
            code,
            message,
            expected: SHAPE.to_owned(),
            id: id.clone(),
        })
    };
    let value: Value = serde_json::from_str(line)
        .map_err(|error| shape("not-json", format!("the line is not JSON: {error}"), &Value::Null))?;
    let Value::Object(mut object) = value else {
        return Err(shape(
            "not-an-object",
            "the line is not a JSON object".to_owned(),
            &Value::Null,
        ));
    };
    let id = object.remove("id").unwrap_or(Value::Null);
    if !matches!(id, Value::String(_) | Value::Number(_)) {
        return Err(shape(
            "no-id",
            "`id` is missing or is neither text nor number".to_owned(),
            &Value::Null,
        ));
    }
    let given = match object.remove("answers") {
        Some(Value::Object(given)) => given,
        _ => {
            return Err(shape(
                "no-answers",
                "`answers` is missing or is not an object".to_owned(),
                &id,
            ));
        }
    };
    if let Some(key) = object.keys().next() {
        return Err(shape(
            "unknown-key",
            format!("`{key}` is not part of an input line"),
            &id,
        ));
    }
    answers(&given, &id).map(|answers| Input { id, answers })
}

fn answers(given: &Map<String, Value>, id: &Value) -> Result<Answers, Box<LineError>> {
    let catalog = builtin();
    let mut answers = Answers::new(catalog);
    for (fact, value) in given {
        let outcome = match value {
            Value::String(one) => answers.set_by_id(catalog, fact, &[one]),
            Value::Array(many) => match many.iter().map(Value::as_str).collect::<Option<Vec<_>>>() {
                Some(many) => answers.set_by_id(catalog, fact, &many),
                None => return Err(not_an_answer(fact, id)),
            },
            _ => return Err(not_an_answer(fact, id)),
        };
        outcome.map_err(|error| answer_error(&error, id))?;
    }
    Ok(answers)
}

fn not_an_answer(fact: &str, id: &Value) -> Box<LineError> {
    Box::new(LineError {
        code: "not-an-answer",
        message: format!("the answer to `{fact}` is neither a text nor a list of texts"),
        expected: SHAPE.to_owned(),
        id: id.clone(),
    })
}

fn answer_error(error: &AnswerError, id: &Value) -> Box<LineError> {
    let expected = match error {
        AnswerError::UnknownFact { .. } => "a fact id as `aims-readiness facts --json` lists them".to_owned(),
        AnswerError::UnknownValue { .. } | AnswerError::NotOneValue { .. } => error.expected(),
    };
    Box::new(LineError {
        code: error.code(),
        message: error.to_string(),
        expected,
        id: id.clone(),
    })
}
