//! Reads one input line: an id and answers.

use aims_readiness::catalog::Catalog;
use aims_readiness::engine::{AnswerError, Answers};
use aims_readiness::export::SavedResult;
use serde::Serialize;
use serde_json::{Map, Value};

use crate::work::Works;

/// A use case as it came in.
pub(crate) struct Input {
    /// Its id, given back as it came.
    pub(crate) id: Value,
    /// The catalogue it was read against.
    pub(crate) catalog: &'static Catalog,
    /// Its answers.
    pub(crate) answers: Answers,
    /// What is recorded about the items.
    pub(crate) work: Works,
    /// Answers to put beside them, those that differ.
    pub(crate) other: Option<Answers>,
    /// What is passed on with the result, by column.
    pub(crate) kept: Map<String, Value>,
}

/// A saved result as it came in.
pub(crate) struct Saved {
    /// Its id, given back as it came; nothing where it has none.
    pub(crate) id: Value,
    /// The saved result.
    pub(crate) saved: SavedResult,
}

const SAVED_SHAPE: Shape = Shape(
    r#"{"id": "...", "answers": {...}, "result": {what classify printed, with range, catalog, as_of}}"#,
);

/// Reads a line with a saved result.
pub(crate) fn read_saved(line: &str) -> Result<Saved, Box<LineError>> {
    let value = SAVED_SHAPE.object(line)?;
    let id = SAVED_SHAPE.id(&value)?;
    match serde_json::from_value(value) {
        Ok(saved) => Ok(Saved { id, saved }),
        Err(error) => {
            let message = format!("the line is not a saved result: {error}");
            Err(SAVED_SHAPE.wrong("not-a-saved-result", message, id))
        }
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
    /// What is passed on with it, by column.
    #[serde(skip)]
    pub(crate) kept: Map<String, Value>,
}

impl LineError {
    /// An error of a line whose id is not known.
    pub(crate) fn new(code: &'static str, message: String, expected: String) -> Self {
        Self {
            code,
            message,
            expected,
            id: Value::Null,
            kept: Map::new(),
        }
    }
}

/// What a line should look like, which every error about it says.
pub(crate) struct Shape(pub(crate) &'static str);

impl Shape {
    /// The error of a line that looks otherwise.
    pub(crate) fn wrong(&self, code: &'static str, message: String, id: Value) -> Box<LineError> {
        Box::new(LineError {
            id,
            ..LineError::new(code, message, self.0.to_owned())
        })
    }

    /// The line as a JSON object.
    pub(crate) fn object(&self, line: &str) -> Result<Value, Box<LineError>> {
        let value: Value = serde_json::from_str(line)
            .map_err(|error| self.wrong("not-json", format!("the line is not JSON: {error}"), Value::Null))?;
        if value.is_object() {
            return Ok(value);
        }
        let message = "the line is not a JSON object".to_owned();
        Err(self.wrong("not-an-object", message, Value::Null))
    }

    /// The id of a line, which has to be there.
    pub(crate) fn id(&self, value: &Value) -> Result<Value, Box<LineError>> {
        match value.get("id") {
            Some(id @ (Value::String(_) | Value::Number(_))) => Ok(id.clone()),
            _ => {
                let message = "`id` is missing or is neither text nor number".to_owned();
                Err(self.wrong("no-id", message, Value::Null))
            }
        }
    }
}

const SHAPE: Shape =
    Shape(r#"{"id": "...", "answers": {"fact.id": "yes"|"no"|"unknown"|"<value>"|["<value>", ...]}}"#);

/// What a line looks like that has more than answers.
const WORK_SHAPE: Shape = Shape(
    r#"{"id": "...", "answers": {...}, "work": {"<item>": {"status": "...", "owner": "...", "due": "YYYY-MM-DD"}}, "other": {"fact.id": ...}}"#,
);

/// Reads a line.
pub(crate) fn read(line: &str, catalog: &'static Catalog) -> Result<Input, Box<LineError>> {
    let mut value = SHAPE.object(line)?;
    let id = SHAPE.id(&value)?;
    let mut object = value.as_object_mut().map(core::mem::take).unwrap_or_default();
    object.remove("id");
    // What is said of a use case beside its answers decides nothing here.
    object.remove("about");
    let given = match object.remove("answers") {
        Some(Value::Object(given)) => given,
        _ => {
            let message = "`answers` is missing or is not an object".to_owned();
            return Err(SHAPE.wrong("no-answers", message, id));
        }
    };
    let work = match object.remove("work") {
        Some(work) => Works::read(&work, catalog)
            .map_err(|wrong| WORK_SHAPE.wrong("not-a-work-record", wrong, id.clone()))?,
        None => Works::none(),
    };
    let other = object.remove("other");
    if let Some(key) = object.keys().next() {
        let message = format!("`{key}` is not part of an input line");
        return Err(SHAPE.wrong("unknown-key", message, id));
    }
    let own = answers(&Answers::new(catalog), catalog, &given, &id)?;
    let other = match other {
        Some(Value::Object(other)) => Some(answers(&own, catalog, &other, &id)?),
        Some(_) => {
            let message = "`other` is not an object".to_owned();
            return Err(WORK_SHAPE.wrong("not-an-object", message, id));
        }
        None => None,
    };
    Ok(Input {
        id,
        catalog,
        answers: own,
        work,
        other,
        kept: Map::new(),
    })
}

/// Answers as given, over those that are there already.
fn answers(
    before: &Answers,
    catalog: &'static Catalog,
    given: &Map<String, Value>,
    id: &Value,
) -> Result<Answers, Box<LineError>> {
    let mut answers = before.clone();
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
    let message = format!("the answer to `{fact}` is neither a text nor a list of texts");
    SHAPE.wrong("not-an-answer", message, id.clone())
}

/// The error of a line with an answer that was not taken.
pub(crate) fn answer_error(error: &AnswerError, id: &Value) -> Box<LineError> {
    let expected = match error {
        AnswerError::UnknownFact { .. } => "a fact id as `aims-readiness facts --json` lists them".to_owned(),
        AnswerError::UnknownValue { .. } | AnswerError::NotOneValue { .. } => error.expected(),
    };
    Box::new(LineError {
        id: id.clone(),
        ..LineError::new(error.code(), error.to_string(), expected)
    })
}
