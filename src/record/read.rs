//! Reads records, registers and the visits of earlier versions, and says what is wrong and where.
//!
//! What makes a file something else than it says is refused: a wrong type, a newer schema. What the
//! catalogue does not know is told and left out, so that a file of another version still opens.

use std::collections::BTreeMap;

use super::limits::{LONG_TEXT, MOST_COLUMNS, MOST_ITEMS, MOST_TAGS, MOST_VALUES, SHORT_TEXT};
use super::migrate::{migrated, schema_of};
use super::work::{read_day, read_works};
use super::{SCHEMA, UseCase};
use crate::catalog::Catalog;
use crate::export::SavedClassification;
use crate::reading::{Mistake, Mistakes, Node, Shape, Value, below};

/// What a file holds.
#[derive(Clone, Debug)]
pub struct Opened {
    /// Whether it is a register; else it has one use case.
    pub register: bool,
    /// The schema it was written in.
    pub schema: u32,
    /// Its use cases, in order.
    pub cases: Vec<OpenedCase>,
}

/// A use case of a file.
#[derive(Clone, Debug)]
pub struct OpenedCase {
    /// What was said of it, without what the catalogue does not know.
    pub use_case: UseCase,
    /// What was found then, where the file says it.
    pub saved: Option<SavedClassification>,
    /// What was left out, each with its place and why.
    pub left_out: Vec<Mistake>,
}

/// Keys of a register.
const REGISTER: Shape = Shape {
    name: "register",
    needs: &["schema", "use_cases"],
    takes: &["$schema", "kind", "product", "as_of"],
};

/// Keys of a use case, of a visit and of a record. What is computed is not read: it is computed again.
pub(super) const USE_CASE: Shape = Shape {
    name: "use_case",
    needs: &["answers"],
    takes: &[
        "id",
        "name",
        "description",
        "tags",
        "archived",
        "assessor",
        "notes",
        "plan_start",
        "work",
        "columns",
        "about",
        "result",
        "$schema",
        "schema",
        "kind",
        "product",
        "step",
        "answered",
        "reasons",
        "explanation",
        "checklist",
        "plan",
        "statement",
        "starters",
        "crosswalk",
        "sources",
    ],
};

/// Keys of what is said of a use case.
const ABOUT: Shape = Shape {
    name: "about",
    needs: &[],
    takes: &[
        "id",
        "name",
        "description",
        "tags",
        "archived",
        "assessor",
        "notes",
        "plan_start",
        "columns",
    ],
};

/// Use cases of a register.
const MOST_USE_CASES: usize = 200_000;

/// Reads a file.
///
/// # Errors
/// Everything for which it is refused.
pub fn open(tree: &Value, catalog: &'static Catalog) -> Result<Opened, Vec<Mistake>> {
    let mut mistakes = Mistakes::default();
    let Value::Map(file) = tree else {
        let node = Node {
            value: tree,
            place: String::new(),
        };
        mistakes.wrong_type(&node, "an object");
        return Err(mistakes.0);
    };
    let Some(schema) = schema_of(file) else {
        mistakes.note("bad-schema", "/schema", "`schema` is no version of a record", "");
        return Err(mistakes.0);
    };
    if schema > SCHEMA {
        let message = ["the file has schema ", &schema.to_string()].concat();
        let hint = [
            "this version reads up to schema ",
            &SCHEMA.to_string(),
            "; use a newer one",
        ]
        .concat();
        mistakes.note("newer-schema", "/schema", message, hint);
        return Err(mistakes.0);
    }
    let file = Value::Map(migrated(file.clone(), schema));
    let root = Node {
        value: &file,
        place: String::new(),
    };
    mistakes.walk(&file, "", 0);
    let register = matches!(&file, Value::Map(entries) if entries.iter().any(|(key, _)| key == "use_cases"));
    let cases = if register {
        let fields = mistakes.object(&root, &REGISTER);
        let list = fields.and_then(|fields| fields.get("use_cases"));
        let nodes = list
            .map(|list| mistakes.list(&list, MOST_USE_CASES))
            .unwrap_or_default();
        let cases = nodes
            .iter()
            .filter_map(|node| use_case(&mut mistakes, node, catalog));
        cases.collect()
    } else {
        use_case(&mut mistakes, &root, catalog).into_iter().collect()
    };
    if mistakes.0.is_empty() {
        Ok(Opened {
            register,
            schema,
            cases,
        })
    } else {
        Err(mistakes.0)
    }
}

fn use_case(mistakes: &mut Mistakes, node: &Node<'_>, catalog: &'static Catalog) -> Option<OpenedCase> {
    // Another version may have written more: that is told, and no reason to refuse the rest.
    let mut left_out = Mistakes::default();
    let fields = {
        let mut found = Mistakes::default();
        let fields = found.object(node, &USE_CASE);
        let (unknown, wrong): (Vec<_>, Vec<_>) = found
            .0
            .into_iter()
            .partition(|mistake| mistake.code == "unknown-key");
        left_out.0.extend(unknown);
        mistakes.0.extend(wrong);
        fields?
    };
    let answers = read_answers(mistakes, fields.get("answers")?);
    // In a visit, and in a line of a register, what is said of the use case stands together.
    let about = fields.get("about").filter(|node| *node.value != Value::Null);
    let about = about.and_then(|node| mistakes.object(&node, &ABOUT));
    let said = |key: &str| {
        let beside = about.as_ref().and_then(|about| about.get(key));
        fields.get(key).or(beside)
    };
    let works = fields
        .get("work")
        .map(|node| read_works(mistakes, &node))
        .unwrap_or_default();
    let mut use_case = UseCase {
        id: mistakes.maybe(said("id"), SHORT_TEXT),
        name: mistakes.maybe(said("name"), SHORT_TEXT),
        description: mistakes.maybe(said("description"), LONG_TEXT),
        tags: mistakes.texts(said("tags"), MOST_TAGS, SHORT_TEXT),
        archived: mistakes.yes(said("archived")),
        assessor: mistakes.maybe(said("assessor"), SHORT_TEXT),
        notes: mistakes.maybe(said("notes"), LONG_TEXT),
        plan_start: read_day(mistakes, said("plan_start")),
        answers,
        work: works.into_iter().collect(),
        columns: read_columns(mistakes, said("columns")),
    };
    for (fact, code, message) in dropped_answers(&use_case, catalog) {
        use_case.answers.remove(&fact);
        left_out.note(
            code,
            &below(&below(&node.place, "answers"), &fact),
            message,
            "it was left out",
        );
    }
    let (_, unknown) = use_case.works(catalog);
    for id in unknown {
        use_case.work.remove(&id);
        let message = ["`", &id, "` is not an item of this catalogue"].concat();
        left_out.note(
            "unknown-item",
            &below(&below(&node.place, "work"), &id),
            message,
            "it was left out",
        );
    }
    Some(OpenedCase {
        use_case,
        saved: fields.get("result").and_then(|node| saved(&node)),
        left_out: left_out.0,
    })
}

fn dropped_answers(use_case: &UseCase, catalog: &'static Catalog) -> Vec<(String, &'static str, String)> {
    let (_, dropped) = use_case.answers(catalog);
    let told = dropped.into_iter();
    told.map(|dropped| (dropped.fact, dropped.code, dropped.message))
        .collect()
}

fn read_answers(mistakes: &mut Mistakes, node: Node<'_>) -> BTreeMap<String, Vec<String>> {
    let mut answers = BTreeMap::new();
    for (fact, node) in mistakes.entries(&node, MOST_ITEMS) {
        let values = match node.value {
            Value::Text(one) => vec![one.clone()],
            _ => mistakes.texts(Some(node), MOST_VALUES, SHORT_TEXT),
        };
        answers.insert(fact.to_owned(), values);
    }
    answers
}

/// Columns as pairs of name and text.
fn read_columns(mistakes: &mut Mistakes, node: Option<Node<'_>>) -> Vec<(String, String)> {
    let Some(node) = node else {
        return Vec::new();
    };
    let mut columns = Vec::new();
    for pair in mistakes.list(&node, MOST_COLUMNS) {
        match pair.value {
            Value::List(parts) => match parts.as_slice() {
                [Value::Text(name), Value::Text(text)] => columns.push((name.clone(), text.clone())),
                _ => mistakes.wrong_type(&pair, "a pair of texts"),
            },
            _ => mistakes.wrong_type(&pair, "a pair of texts"),
        }
    }
    columns
}

/// What was found then: range, catalogue and day have to be there.
fn saved(node: &Node<'_>) -> Option<SavedClassification> {
    let Value::Map(entries) = node.value else {
        return None;
    };
    let get = |key: &str| {
        entries
            .iter()
            .find(|(known, _)| known == key)
            .map(|(_, value)| value)
    };
    let text = |key: &str| match get(key) {
        Some(Value::Text(text)) => Some(text.clone()),
        _ => None,
    };
    let texts = |key: &str| match get(key) {
        Some(Value::List(parts)) => parts
            .iter()
            .map(|part| match part {
                Value::Text(text) => Some(text.clone()),
                _ => None,
            })
            .collect::<Option<Vec<_>>>(),
        _ => None,
    };
    Some(SavedClassification {
        range: texts("range")?.try_into().ok()?,
        flags: texts("flags"),
        rules: texts("rules"),
        applies_from: get("applies_from").map(|_| text("applies_from")),
        catalog: text("catalog")?,
        law_date: text("law_date"),
        as_of: text("as_of")?,
        receipt: text("receipt"),
    })
}
