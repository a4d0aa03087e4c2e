//! `classify`: from JSON Lines or CSV to JSON Lines or CSV.

use std::io::{self, Write};
use std::iter;

use aims_readiness::catalog::Date;
use aims_readiness::engine::Classifier;
use aims_readiness::export::guarded;
use clap::ArgMatches;
use serde_json::{Map, Value};

use crate::columns::{Columns, SEPARATOR};
use crate::input::{self, Input, LineError};
use crate::lines::{self, Explained, Format, Identified, JsonLines};
use crate::options::{CSV, Options, is};
use crate::overlay::Setting;
use crate::rows::{Lines, Rows};
use crate::stream;
use crate::table::Table;

/// Classifies all use cases of the input.
pub(crate) fn run(arguments: &ArgMatches, as_of: Date, setting: &Setting) -> io::Result<usize> {
    let (keep, explain) = (arguments.get_flag("keep-columns"), arguments.get_flag("explain"));
    if keep && !is(arguments, "from", CSV) {
        return Err(io::Error::other("--keep-columns needs --from csv"));
    }
    if explain && is(arguments, "to", CSV) {
        return Err(io::Error::other(
            "--explain gives what no cell holds; it needs --to jsonl",
        ));
    }
    let catalog = setting.catalog;
    let classifier = Classifier::new(catalog, as_of);
    let answer = |input: Input| lines::classify(input, &classifier, explain);
    if is(arguments, "from", CSV) {
        let mut table = Table::new(io::stdin().lock());
        let columns = Columns::read(table.header()?, catalog, keep)?;
        let read = |cells| columns.input(&cells, catalog);
        written(arguments, table, read, answer, columns.kept())
    } else {
        let read = lines::text(|line| input::read(line, catalog));
        written(
            arguments,
            Lines::new(io::stdin().lock()),
            read,
            answer,
            Vec::new(),
        )
    }
}

/// Writes the answers as `--to` says.
fn written<S: Rows>(
    arguments: &ArgMatches,
    rows: S,
    read: impl Fn(S::Content) -> Result<Option<Input>, Box<LineError>> + Sync,
    answer: impl Fn(Input) -> Identified<Explained> + Sync,
    kept: Vec<String>,
) -> io::Result<usize> {
    let options = Options::of(arguments)?;
    if is(arguments, "to", CSV) {
        let format = Csv::new(kept)?;
        io::stdout().write_all(&format.header()?)?;
        stream::run(rows, io::stdout(), options, lines::row(read, answer, format))
    } else {
        stream::run(rows, io::stdout(), options, lines::row(read, answer, JsonLines))
    }
}

/// The columns of a classification as CSV, behind those that are passed on.
const COLUMNS: [&str; 18] = [
    "id",
    "tier",
    "settled",
    "lowest",
    "highest",
    "flags",
    "roles",
    "sectors",
    "rules",
    "applies_from",
    "open",
    "catalog",
    "law_date",
    "as_of",
    "receipt",
    "error_code",
    "error_message",
    "error_line",
];
/// How many of them a classification fills: the others are for errors.
const FILLED: usize = 15;

/// Classifications as rows of CSV.
struct Csv {
    kept: Vec<String>,
}

impl Csv {
    /// A table with the columns `kept` in front.
    fn new(kept: Vec<String>) -> io::Result<Self> {
        match kept.iter().find(|name| COLUMNS.contains(&name.as_str())) {
            Some(name) => Err(io::Error::other(format!(
                "the column `{name}` cannot be passed on: the output has one of this name"
            ))),
            None => Ok(Self { kept }),
        }
    }

    fn header(&self) -> io::Result<Vec<u8>> {
        let mut out = Vec::new();
        let own = COLUMNS.iter().map(|name| (*name).to_owned());
        write(&mut out, self.kept.iter().cloned().chain(own))?;
        Ok(out)
    }

    fn kept(&self, kept: &Map<String, Value>) -> impl Iterator<Item = String> {
        self.kept
            .iter()
            .map(|name| kept.get(name).map(text).unwrap_or_default())
    }
}

impl Format<Identified<Explained>> for Csv {
    fn answer(&self, out: &mut Vec<u8>, answer: Identified<Explained>) -> io::Result<()> {
        let record = answer.record.classification;
        let list = |ids: &[&str]| ids.join(&SEPARATOR.to_string());
        let [lowest, highest] = record.range;
        let cells = [
            text(&answer.id),
            record.tier.unwrap_or_default().to_owned(),
            record.settled.to_string(),
            lowest.to_owned(),
            highest.to_owned(),
            list(&record.flags),
            list(&record.roles),
            list(&record.sectors),
            list(&record.rules),
            record.applies_from.unwrap_or_default(),
            list(&record.open),
            record.catalog,
            record.law_date.unwrap_or_default(),
            record.as_of,
            record.receipt,
        ];
        let none = iter::repeat_n(String::new(), COLUMNS.len() - FILLED);
        write(out, self.kept(&answer.kept).chain(cells).chain(none))
    }

    fn error(&self, out: &mut Vec<u8>, line: usize, error: Box<LineError>) -> io::Result<()> {
        let id = iter::once(text(&error.id));
        let none = iter::repeat_n(String::new(), FILLED - 1);
        let told = [error.code.to_owned(), error.message, line.to_string()];
        write(out, self.kept(&error.kept).chain(id).chain(none).chain(told))
    }
}

/// A text or number as a cell has it.
fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// Writes a row, in which no cell is a formula.
fn write(out: &mut Vec<u8>, cells: impl Iterator<Item = String>) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    for cell in cells {
        writer.write_field(guarded(&cell))?;
    }
    writer.write_record(None::<&[u8]>)?;
    writer.flush()
}
