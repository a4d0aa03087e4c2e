//! Rows to use cases. Nothing is dropped silently: what is not understood is kept in the columns of the use
//! case, and the report says where and why; of a row that is refused the report has all of it.

mod cells;

use std::collections::BTreeMap;

use serde::Serialize;

use super::mapping::{Field, Mapping};
use super::write::kept_name;
use crate::catalog::{Catalog, Texts};
use crate::reading::{Mistakes, Node, Value};
use crate::record::{LONG_TEXT, MOST_TAGS, SHORT_TEXT, UseCase, WorkRecord};
use cells::Understanding;
pub(super) use cells::{join_tags, joined_values};

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fate {
    /// It is a use case.
    Taken,
    /// It is one, and something in it was not understood.
    Noted,
    /// It is none.
    Refused,
}

/// What is said of a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RowReport {
    /// Its number, as a spreadsheet shows it.
    pub row: usize,
    /// The id of the use case, as it was read or given.
    pub id: String,
    /// What became of it.
    pub fate: Fate,
    /// What was not understood, and why it was refused.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<RowNote>,
    /// Of a row that is refused: its cells that are not empty, with their columns.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cells: Vec<(String, String)>,
}

/// What is said of a cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RowNote {
    /// Stable code.
    pub code: &'static str,
    /// The column; empty for the row as a whole.
    pub column: String,
    /// What it is.
    pub message: String,
}

/// Makes use cases of the rows of a table.
#[derive(Debug)]
pub struct Importer {
    catalog: &'static Catalog,
    columns: Vec<(String, Field)>,
    understanding: Understanding,
    /// Ids that are taken, with the row that has them; none for those of the register.
    taken: BTreeMap<String, Option<usize>>,
    /// How many columns are read as description, and as notes.
    joined: [usize; 2],
}

impl Importer {
    /// Begins with the rows of a table with these columns. Columns that the mapping does not know are kept.
    /// `taken` are the ids that the register has already.
    pub fn new(
        mapping: &Mapping,
        columns: &[String],
        words: (&'static Catalog, &dyn Texts),
        taken: impl IntoIterator<Item = String>,
    ) -> Self {
        let (catalog, texts) = words;
        let columns: Vec<(String, Field)> = columns
            .iter()
            .map(|name| {
                let field = mapping.field(name).cloned().unwrap_or(Field::Keep);
                (kept_name(columns, name), field)
            })
            .collect();
        let count = |wanted: &Field| columns.iter().filter(|(_, field)| field == wanted).count();
        let facts = columns.iter().filter_map(|(_, field)| match field {
            Field::Answer(fact) => Some(fact.as_str()),
            _ => None,
        });
        Self {
            catalog,
            understanding: Understanding::of(facts, catalog, texts),
            taken: taken.into_iter().map(|id| (id.trim().to_owned(), None)).collect(),
            joined: [count(&Field::Description), count(&Field::Notes)],
            columns,
        }
    }

    /// The use case of a row, and what is said of it. Cells beyond the columns that were known are kept in
    /// columns named by number.
    pub fn row(&mut self, cells: &[String], number: usize) -> (Option<UseCase>, RowReport) {
        let mut draft = Draft::default();
        for (place, cell) in cells
            .iter()
            .enumerate()
            .filter(|(_, cell)| !cell.trim().is_empty())
        {
            match self.columns.get(place) {
                Some((name, field)) => self.take(&mut draft, name, field, cell),
                None => draft.keep(&["column ", &(place + 1).to_string()].concat(), cell),
            }
        }
        let said = [&draft.use_case.name, &draft.use_case.description];
        if said.iter().all(|text| text.trim().is_empty()) && draft.use_case.answers.is_empty() {
            let why = "the row has neither a name nor a description";
            return self.refused(draft, cells, number, ("nothing-said", why.to_owned()));
        }
        let id = draft.use_case.id.trim().to_owned();
        if id.is_empty() {
            draft.use_case.id = self.given(number);
        } else if let Some(first) = self.taken.get(&id) {
            let where_ = match first {
                Some(row) => ["row ", &row.to_string(), " has"].concat(),
                None => "a use case of the register has".to_owned(),
            };
            let why = [&where_, " the id “", &id, "” already"].concat();
            return self.refused(draft, cells, number, ("duplicate-id", why));
        } else {
            self.taken.insert(id, Some(number));
        }
        let report = RowReport {
            row: number,
            id: draft.use_case.id.clone(),
            fate: if draft.notes.is_empty() {
                Fate::Taken
            } else {
                Fate::Noted
            },
            notes: draft.notes,
            cells: Vec::new(),
        };
        (Some(draft.use_case), report)
    }

    /// An id for a row that has none: by its number, and not one that is taken.
    fn given(&mut self, number: usize) -> String {
        let wanted = ["row-", &number.to_string()].concat();
        let mut id = wanted.clone();
        for again in 2.. {
            if !self.taken.contains_key(&id) {
                break;
            }
            id = [&wanted, "-", &again.to_string()].concat();
        }
        self.taken.insert(id.clone(), Some(number));
        id
    }

    fn refused(
        &self,
        draft: Draft,
        cells: &[String],
        number: usize,
        why: (&'static str, String),
    ) -> (Option<UseCase>, RowReport) {
        let column = |place: usize| match self.columns.get(place) {
            Some((name, _)) => name.clone(),
            None => ["column ", &(place + 1).to_string()].concat(),
        };
        let filled = cells
            .iter()
            .enumerate()
            .filter(|(_, cell)| !cell.trim().is_empty());
        let report = RowReport {
            row: number,
            id: draft.use_case.id,
            fate: Fate::Refused,
            notes: vec![RowNote {
                code: why.0,
                column: String::new(),
                message: why.1,
            }],
            cells: filled
                .map(|(place, cell)| (column(place), cell.clone()))
                .collect(),
        };
        (None, report)
    }

    /// Takes a cell.
    fn take(&self, draft: &mut Draft, name: &str, field: &Field, cell: &str) {
        let use_case = &mut draft.use_case;
        match field {
            Field::Id => draft.text(name, cell, |use_case| &mut use_case.id),
            Field::Name => draft.name(name, cell),
            Field::Assessor => draft.text(name, cell, |use_case| &mut use_case.assessor),
            Field::Description => draft.join(name, cell, self.joined[0] > 1, |use_case| {
                &mut use_case.description
            }),
            Field::Notes => draft.join(name, cell, self.joined[1] > 1, |use_case| &mut use_case.notes),
            Field::Tags => draft.tags(name, cell),
            Field::Archived => match self.understanding.yes(cell) {
                Some(is) => use_case.archived |= is,
                None => draft.odd(name, cell, "bad-yes-no", "is neither yes nor no"),
            },
            Field::PlanStart => match cells::day(cell) {
                Some(day) if use_case.plan_start.is_none() => use_case.plan_start = Some(day),
                Some(_) => draft.odd(name, cell, "second-value", "is a second first day"),
                None => draft.odd(name, cell, "bad-date", "is no day in the form year-month-day"),
            },
            Field::Work => match cells::works(cell, self.catalog) {
                Some(work) if use_case.work.is_empty() => use_case.work = work,
                _ => draft.odd(
                    name,
                    cell,
                    "bad-work",
                    "is no record of work on items of this catalogue",
                ),
            },
            Field::Answer(fact) => match self.understanding.values(fact, cell) {
                Some(values) if !use_case.answers.contains_key(fact) => {
                    use_case.answers.insert(fact.clone(), values);
                }
                Some(values) if use_case.answers.get(fact) == Some(&values) => {}
                Some(_) => draft.odd(
                    name,
                    cell,
                    "second-value",
                    "is a second answer to the same question",
                ),
                None => draft.odd(name, cell, "bad-answer", "is no answer to this question"),
            },
            Field::Keep => draft.keep(name, cell),
            Field::Ignore => {}
        }
    }
}

/// A use case in the making.
#[derive(Debug, Default)]
struct Draft {
    use_case: UseCase,
    notes: Vec<RowNote>,
}

impl Draft {
    fn keep(&mut self, name: &str, cell: &str) {
        self.use_case.columns.push((name.to_owned(), cell.to_owned()));
    }

    /// Keeps a cell that was not understood, and says why.
    fn odd(&mut self, name: &str, cell: &str, code: &'static str, why: &str) {
        let shown: String = cell.chars().take(60).collect();
        let more = if shown.len() < cell.len() { "…" } else { "" };
        self.keep(name, cell);
        self.notes.push(RowNote {
            code,
            column: name.to_owned(),
            message: ["“", &shown, more, "” ", why, "; it is kept as it is"].concat(),
        });
    }

    /// A short text of which there is one.
    fn text(&mut self, name: &str, cell: &str, place: impl Fn(&mut UseCase) -> &mut String) {
        let slot = place(&mut self.use_case);
        if !slot.is_empty() {
            if slot != cell {
                self.odd(
                    name,
                    cell,
                    "second-value",
                    "is a second text where there can be one",
                );
            }
        } else if cell.chars().count() > SHORT_TEXT {
            self.odd(name, cell, "too-long", "is too long");
        } else {
            cell.clone_into(slot);
        }
    }

    /// A name that is too long is cut, and the whole of it kept.
    fn name(&mut self, name: &str, cell: &str) {
        let cut = cell
            .char_indices()
            .nth(SHORT_TEXT)
            .and_then(|(end, _)| cell.get(..end));
        match cut {
            Some(cut) if self.use_case.name.is_empty() => {
                cut.clone_into(&mut self.use_case.name);
                self.odd(name, cell, "too-long", "is too long for a name and was cut");
            }
            _ => self.text(name, cell, |use_case| &mut use_case.name),
        }
    }

    /// A long text; of several each under its heading.
    fn join(&mut self, name: &str, cell: &str, several: bool, place: impl Fn(&mut UseCase) -> &mut String) {
        let slot = place(&mut self.use_case);
        let part = if several {
            let gap = if slot.is_empty() { "" } else { "\n\n" };
            [gap, name, "\n", cell].concat()
        } else {
            cell.to_owned()
        };
        if slot.chars().count() + part.chars().count() > LONG_TEXT {
            self.odd(name, cell, "too-long", "is too long");
        } else {
            slot.push_str(&part);
        }
    }

    /// Words, each once. All of a cell is taken or none.
    fn tags(&mut self, name: &str, cell: &str) {
        let mut tags = self.use_case.tags.clone();
        let mut mistakes = Mistakes::default();
        for tag in cells::split_tags(cell) {
            let value = Value::Text(tag);
            let node = Node {
                value: &value,
                place: String::new(),
            };
            match mistakes.text(&node, SHORT_TEXT) {
                Some(tag) if !tags.contains(&tag) => tags.push(tag),
                _ => {}
            }
        }
        if mistakes.0.is_empty() && tags.len() <= MOST_TAGS {
            self.use_case.tags = tags;
        } else {
            let why = "has words that are too many, too long or cannot be seen";
            self.odd(name, cell, "bad-tags", why);
        }
    }
}

/// What is recorded about items, by id.
type Works = BTreeMap<String, WorkRecord>;
