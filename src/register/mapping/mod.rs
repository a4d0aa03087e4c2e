//! What each column of a table means.

mod guess;
mod headings;

use core::fmt::Write;

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::catalog::Catalog;
use crate::reading::{Mistake, Mistakes, Node, Shape, Value, below};

pub use guess::guess;
use headings::folded;
pub(super) use headings::{Word, cell_words, plain};

/// What a column is read as.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The id in the register.
    Id,
    /// The name.
    Name,
    /// What it is, in free words. Several columns are joined, each under its heading.
    Description,
    /// Words to find it by.
    Tags,
    /// Anything else. Several columns are joined, each under its heading.
    Notes,
    /// Who answered.
    Assessor,
    /// Whether it is put aside.
    Archived,
    /// First day of the plan.
    PlanStart,
    /// What is recorded about items, as JSON: written by this program alone.
    Work,
    /// The answer to a fact, by its id.
    Answer(String),
    /// Kept as it is and given back.
    Keep,
    /// Not kept.
    Ignore,
}

/// The fields that have a name alone.
const NAMED: [(Field, &str); 11] = [
    (Field::Id, "id"),
    (Field::Name, "name"),
    (Field::Description, "description"),
    (Field::Tags, "tags"),
    (Field::Notes, "notes"),
    (Field::Assessor, "assessor"),
    (Field::Archived, "archived"),
    (Field::PlanStart, "plan_start"),
    (Field::Work, "work"),
    (Field::Keep, "keep"),
    (Field::Ignore, "ignore"),
];

/// Before the id of a fact.
const ANSWER: &str = "answer:";

impl Field {
    /// As text: `name`, `keep`, `answer:employment.use`.
    pub fn text(&self) -> String {
        if let Self::Answer(fact) = self {
            return [ANSWER, fact].concat();
        }
        let named = NAMED.iter().find(|(field, _)| field == self);
        named.map_or("", |(_, name)| name).to_owned()
    }

    /// The field that a text names; a fact's id is enough.
    pub fn of_text(text: &str, catalog: &Catalog) -> Option<Self> {
        let named = NAMED.iter().find(|(_, name)| *name == text);
        let fact = text.strip_prefix(ANSWER).unwrap_or(text);
        let known = catalog.facts.iter().any(|known| known.id == fact);
        let answer = || known.then(|| Self::Answer(fact.to_owned()));
        named.map(|(field, _)| field.clone()).or_else(answer)
    }
}

impl Serialize for Field {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text())
    }
}

/// What each column means.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Mapping {
    /// The columns in their order.
    pub columns: Vec<MappedColumn>,
}

/// A column with what it is read as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MappedColumn {
    /// Its name.
    pub name: String,
    /// What it is read as.
    pub field: Field,
}

const MAPPING: Shape = Shape {
    name: "mapping",
    needs: &["columns"],
    takes: &["schema"],
};
const COLUMN: Shape = Shape {
    name: "column",
    needs: &["name", "field"],
    takes: &[],
};

impl Mapping {
    /// A mapping with everything kept as it is.
    pub fn keeping(columns: &[String]) -> Self {
        let columns = columns.iter().map(|name| MappedColumn {
            name: name.clone(),
            field: Field::Keep,
        });
        Self {
            columns: columns.collect(),
        }
    }

    /// What the column with this name is read as.
    pub fn field(&self, name: &str) -> Option<&Field> {
        let column = self.columns.iter().find(|column| column.name == name);
        column.map(|column| &column.field)
    }

    /// Sets what the column with this name is read as. Whether there is such a column.
    pub fn set(&mut self, name: &str, field: Field) -> bool {
        match self.columns.iter_mut().find(|column| column.name == name) {
            Some(column) => {
                column.field = field;
                true
            }
            None => false,
        }
    }

    /// Columns that are not kept.
    pub fn ignored(&self) -> impl Iterator<Item = &str> {
        let ignored = self.columns.iter().filter(|column| column.field == Field::Ignore);
        ignored.map(|column| column.name.as_str())
    }

    /// A fingerprint of the names of columns, by which a page finds the mapping that was made for them.
    pub fn key(columns: &[String]) -> String {
        let mut digest = Sha256::new();
        for name in columns {
            digest.update((name.len() as u64).to_le_bytes());
            digest.update(name.as_bytes());
        }
        let mut key = String::new();
        for byte in digest.finalize().iter().take(16) {
            let _ = write!(key, "{byte:02x}");
        }
        key
    }

    /// This mapping for a table with these columns, and what does not fit: columns that are new are kept, of
    /// those that are gone is told. Small letters, signs and blanks make no difference to names.
    pub fn fit(&self, columns: &[String]) -> (Self, Vec<Mistake>) {
        let mut mistakes = Mistakes::default();
        let mut left: Vec<&MappedColumn> = self.columns.iter().collect();
        let mut take = |same: &dyn Fn(&str) -> bool| {
            let place = left.iter().position(|known| same(&known.name))?;
            Some(left.remove(place).field.clone())
        };
        let exact: Vec<Option<Field>> = columns.iter().map(|name| take(&|known| known == name)).collect();
        let mut fitted = Self::keeping(columns);
        for (column, exact) in fitted.columns.iter_mut().zip(exact) {
            let words = folded(&column.name);
            let near = exact.or_else(|| take(&|known| !words.is_empty() && folded(known) == words));
            if let Some(field) = near {
                column.field = field;
                continue;
            }
            let message = ["the column “", &column.name, "” is new"].concat();
            let place = below("/columns", &column.name);
            mistakes.note("new-column", &place, message, "it is kept as it is");
        }
        for gone in left.iter().filter(|gone| gone.field != Field::Keep) {
            let message = ["the column “", &gone.name, "” is gone"].concat();
            let hint = ["it was read as ", &gone.field.text()].concat();
            mistakes.note("gone-column", &below("/columns", &gone.name), message, hint);
        }
        (fitted, mistakes.0)
    }

    /// Reads a mapping that was kept as JSON, `{"columns": [{"name": …, "field": …}]}`.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn of_value(value: &Value, catalog: &Catalog) -> Result<Self, Vec<Mistake>> {
        let mut mistakes = Mistakes::default();
        mistakes.walk(value, "", 0);
        let root = Node {
            value,
            place: String::new(),
        };
        let mut columns = Vec::new();
        let list = mistakes
            .object(&root, &MAPPING)
            .and_then(|fields| fields.get("columns"));
        let nodes = list.map(|list| mistakes.list(&list, super::limits::MOST_COLUMNS));
        for node in nodes.unwrap_or_default() {
            let Some(fields) = mistakes.object(&node, &COLUMN) else {
                continue;
            };
            let name = mistakes.maybe(fields.get("name"), crate::record::LONG_TEXT);
            let text = mistakes.maybe(fields.get("field"), crate::record::SHORT_TEXT);
            match Field::of_text(&text, catalog) {
                Some(field) => columns.push(MappedColumn { name, field }),
                None => {
                    let message = ["`", &text, "` is nothing that a column can be read as"].concat();
                    let hint = "name, description, keep, or answer: with the id of a fact";
                    mistakes.note("bad-field", &below(&node.place, "field"), message, hint);
                }
            }
        }
        if mistakes.0.is_empty() {
            Ok(Self { columns })
        } else {
            Err(mistakes.0)
        }
    }
}
