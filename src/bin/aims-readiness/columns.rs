//! What the columns of a CSV input mean: an id, facts, and columns that are passed on; or an id and texts.

use std::io;

use aims_readiness::catalog::Catalog;
use aims_readiness::engine::Answers;
use aims_readiness::record::SCHEMA;
use serde_json::{Map, Value};

use crate::input::{Input, LineError, Shape, answer_error};
use crate::table::Cells;
use crate::work::Works;

/// The column with the id.
const ID: &str = "id";
/// Stands between the values of one cell.
pub(crate) const SEPARATOR: char = '|';

const SHAPE: Shape = Shape(
    "a cell for each column of the header: an id, and answers such as yes, no, unknown, none, or value ids \
     separated by |; empty where nobody was asked",
);

/// What each column of a table of use cases is.
pub(crate) struct Columns {
    count: usize,
    id: usize,
    facts: Vec<(usize, &'static str)>,
    kept: Vec<(usize, String)>,
}

impl Columns {
    /// Reads the header. A column that is neither the id nor a fact is passed on with `keep`, else a mistake.
    pub(crate) fn read(header: Option<Cells>, catalog: &'static Catalog, keep: bool) -> io::Result<Self> {
        let names = names(header)?;
        let id = place(&names, ID)?;
        let (mut facts, mut kept) = (Vec::new(), Vec::new());
        for (at, name) in names.iter().enumerate().filter(|(at, _)| *at != id) {
            match catalog.facts.iter().find(|fact| fact.id == name) {
                Some(fact) => facts.push((at, fact.id)),
                None => kept.push((at, name.clone())),
            }
        }
        if !kept.is_empty() && !keep {
            let names: Vec<String> = kept.iter().map(|(_, name)| format!("`{name}`")).collect();
            return Err(io::Error::other(format!(
                "no facts: the columns {}; --keep-columns passes them on, and `aims-readiness facts` lists the facts",
                names.join(", ")
            )));
        }
        Ok(Self {
            count: names.len(),
            id,
            facts,
            kept,
        })
    }

    /// The names of the columns that are passed on.
    pub(crate) fn kept(&self) -> Vec<String> {
        self.kept.iter().map(|(_, name)| name.clone()).collect()
    }

    /// Reads a row; nothing where all cells are blank.
    pub(crate) fn input(
        &self,
        cells: &Cells,
        catalog: &'static Catalog,
    ) -> Result<Option<Input>, Box<LineError>> {
        if cells.is_blank() {
            return Ok(None);
        }
        let kept: Map<String, Value> = self
            .kept
            .iter()
            .map(|(at, name)| (name.clone(), Value::from(cells.whole(*at))))
            .collect();
        match self.answers(cells, catalog) {
            Ok((id, answers)) => Ok(Some(Input {
                id,
                catalog,
                answers,
                work: Works::none(),
                other: None,
                kept,
            })),
            Err(mut error) => {
                error.kept = kept;
                Err(error)
            }
        }
    }

    fn answers(&self, cells: &Cells, catalog: &'static Catalog) -> Result<(Value, Answers), Box<LineError>> {
        let id = id(cells, self.id, self.count)?;
        let mut answers = Answers::new(catalog);
        for (at, fact) in &self.facts {
            let cell = cells.get(*at);
            if cell.is_empty() {
                continue;
            }
            let values: Vec<&str> = cell.split(SEPARATOR).map(str::trim).collect();
            let outcome = answers.set_by_id(catalog, fact, &values);
            outcome.map_err(|error| answer_error(&error, &id))?;
        }
        Ok((id, answers))
    }
}

/// What is said of a use case beside its answers, each a column of its name.
const SAID: [&str; 5] = ["name", "description", "notes", "assessor", "plan_start"];
/// The column with tags.
const TAGS: &str = "tags";

/// The columns of a table whose rows are use cases with everything that is said of them. Columns of no meaning here
/// are kept with each use case.
pub(crate) struct UseCaseColumns {
    names: Vec<String>,
    id: usize,
    facts: Vec<bool>,
}

impl UseCaseColumns {
    /// Reads the header.
    pub(crate) fn read(header: Option<Cells>, catalog: &'static Catalog) -> io::Result<Self> {
        let names = names(header)?;
        Ok(Self {
            id: place(&names, ID)?,
            facts: names
                .iter()
                .map(|name| catalog.facts.iter().any(|fact| fact.id == name))
                .collect(),
            names,
        })
    }

    /// A row as the JSON of a use case; nothing where all cells are blank.
    pub(crate) fn json(&self, cells: &Cells) -> Result<Vec<u8>, Box<LineError>> {
        if cells.is_blank() {
            return Ok(Vec::new());
        }
        let id = id(cells, self.id, self.names.len())?;
        let (mut case, mut answers, mut kept) = (Map::new(), Map::new(), Vec::new());
        let columns = self.names.iter().zip(&self.facts).enumerate();
        for (at, (name, is_fact)) in columns.filter(|(at, _)| *at != self.id) {
            let cell = cells.get(at);
            if cell.is_empty() {
                continue;
            }
            let parts = || cell.split(SEPARATOR).map(str::trim).collect::<Vec<_>>();
            if *is_fact {
                let values = match parts().as_slice() {
                    ["none"] => Vec::new(),
                    values => values.to_vec(),
                };
                answers.insert(name.clone(), Value::from(values));
            } else if name == TAGS {
                case.insert(name.clone(), Value::from(parts()));
            } else if SAID.contains(&name.as_str()) {
                case.insert(name.clone(), Value::from(cells.whole(at)));
            } else {
                kept.push(Value::from(vec![name.clone(), cells.whole(at).into_owned()]));
            }
        }
        case.insert("schema".to_owned(), Value::from(SCHEMA));
        case.insert(ID.to_owned(), id);
        case.insert("answers".to_owned(), Value::Object(answers));
        if !kept.is_empty() {
            case.insert("columns".to_owned(), Value::from(kept));
        }
        Ok(Value::Object(case).to_string().into_bytes())
    }
}

/// Which columns of a table hold descriptions.
pub(crate) struct TextColumns {
    count: usize,
    id: usize,
    texts: Vec<usize>,
}

impl TextColumns {
    /// Finds the columns of these names; others are not read.
    pub(crate) fn read<'a>(header: Option<Cells>, wanted: impl Iterator<Item = &'a str>) -> io::Result<Self> {
        let names = names(header)?;
        Ok(Self {
            count: names.len(),
            id: place(&names, ID)?,
            texts: wanted
                .map(|name| place(&names, name))
                .collect::<io::Result<_>>()?,
        })
    }

    /// The id of a row, and its texts with a blank line between them; nothing where all cells are blank.
    pub(crate) fn text(&self, cells: &Cells) -> Result<Option<(Value, String)>, Box<LineError>> {
        if cells.is_blank() {
            return Ok(None);
        }
        let id = id(cells, self.id, self.count)?;
        let texts = self.texts.iter().map(|at| cells.get(*at));
        let texts: Vec<_> = texts.filter(|text| !text.is_empty()).collect();
        Ok(Some((id, texts.join("\n\n"))))
    }
}

/// The names of the columns, each once.
fn names(header: Option<Cells>) -> io::Result<Vec<String>> {
    let header = header.ok_or_else(|| io::Error::other("the input has no header row"))?;
    let names: Vec<String> = (0..header.len()).map(|at| header.get(at).into_owned()).collect();
    for (at, name) in names.iter().enumerate() {
        if names.iter().take(at).any(|before| before == name) {
            return Err(io::Error::other(format!(
                "the header has the column `{name}` twice"
            )));
        }
    }
    Ok(names)
}

fn place(names: &[String], wanted: &str) -> io::Result<usize> {
    names.iter().position(|name| name == wanted).ok_or_else(|| {
        io::Error::other(format!(
            "the header has no column `{wanted}`; it has {}. Cells are separated by commas",
            names
                .iter()
                .map(|name| format!("`{name}`"))
                .collect::<Vec<_>>()
                .join(", ")
        ))
    })
}

/// The id of a row that has the columns of the header.
fn id(cells: &Cells, column: usize, count: usize) -> Result<Value, Box<LineError>> {
    let cell = cells.get(column);
    let id = if cell.is_empty() {
        Value::Null
    } else {
        Value::from(cell)
    };
    if cells.len() != count {
        let message = format!("the row has {} cells, and the header {count}", cells.len());
        return Err(SHAPE.wrong("not-a-row", message, id));
    }
    if id.is_null() {
        return Err(SHAPE.wrong("no-id", "the cell of `id` is empty".to_owned(), id));
    }
    Ok(id)
}
