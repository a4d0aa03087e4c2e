//! Tables as they come: a header and rows of texts, whatever file they were in.
//!
//! Belongs here: what kind of file it is, encodings, delimiters, sheets, ragged rows. Does not belong here:
//! what a column means (see [`super::Mapping`]).

mod header;
mod package;
mod sheet;
mod text;

use super::limits::{LARGEST_FILE, MOST_CELLS, MOST_ROWS};
use crate::reading::Mistake;

pub use text::TextReader;

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Names of its columns, all different.
    pub columns: Vec<String>,
    /// Its rows, each with a cell for each column.
    pub rows: Vec<Vec<String>>,
    /// The number of each row as a spreadsheet shows it.
    pub numbers: Vec<usize>,
    /// What was decided on the way that a person may want to know.
    pub notes: Vec<Mistake>,
}

/// A row with its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its number as a spreadsheet shows it; the header is in a row too.
    pub number: usize,
    /// Its cells; those missing at the end are empty.
    pub cells: Vec<String>,
}

/// Reads a table. What kind of file it is, is decided by what is in it; the name only helps to say so.
///
/// # Errors
/// Everything for which it is refused.
pub fn read(bytes: &[u8], name_hint: &str) -> Result<Table, Vec<Mistake>> {
    small_enough(bytes.len())?;
    if bytes.starts_with(b"PK\x03\x04") {
        return sheet::read(bytes);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(refused(
            "old-spreadsheet",
            "this is a file of Excel before 2007, or one with a password",
            "save it without a password as .xlsx or as CSV",
        ));
    }
    if bytes.starts_with(b"%PDF") {
        return Err(refused(
            "not-a-table",
            "this is a PDF",
            "open a CSV, XLSX or ODS file",
        ));
    }
    let mut table = whole(TextReader::new(bytes)?)?;
    if table.columns.is_empty() {
        let hint = "the first row names the columns";
        return Err(refused("empty-table", "there is nothing in the table", hint));
    }
    let spreadsheet = ["xlsx", "xlsm", "ods"];
    let ending = name_hint.rsplit('.').next().unwrap_or_default();
    if spreadsheet.iter().any(|known| ending.eq_ignore_ascii_case(known)) {
        let message = "the name says that it is a spreadsheet; it was read as text, for it is none";
        table.notes.push(mistake("not-a-spreadsheet", message, ""));
    }
    Ok(table)
}

/// Reads what a spreadsheet puts on the clipboard: cells parted by tabs, with quotes around those that have
/// line breaks.
///
/// # Errors
/// Everything for which it is refused.
pub fn read_paste(text: &str) -> Result<Table, Vec<Mistake>> {
    small_enough(text.len())?;
    let reader = if text.contains('\t') {
        TextReader::of_text(text.to_owned(), b'\t')
    } else {
        TextReader::guessing(text.to_owned())
    };
    whole(reader?)
}

/// Everything that a reader has.
fn whole(mut reader: TextReader) -> Result<Table, Vec<Mistake>> {
    let mut table = Table::default();
    loop {
        let rows = reader.next_rows(10_000)?;
        if rows.is_empty() {
            break;
        }
        for row in rows {
            table.numbers.push(row.number);
            table.rows.push(row.cells);
        }
    }
    let (columns, notes) = reader.finish();
    for row in &mut table.rows {
        row.resize(columns.len(), String::new());
    }
    table.columns = columns;
    table.notes = notes;
    Ok(table)
}

fn small_enough(bytes: usize) -> Result<(), Vec<Mistake>> {
    if bytes <= LARGEST_FILE {
        return Ok(());
    }
    let message = ["the file has ", &bytes.to_string(), " bytes"].concat();
    let hint = ["at most ", &LARGEST_FILE.to_string(), "; split it into several"].concat();
    Err(refused("too-large", message, hint))
}

/// Refuses a table with too many rows or cells.
fn few_enough(rows: usize, columns: usize) -> Result<(), Vec<Mistake>> {
    if rows > MOST_ROWS {
        let message = ["there are more than ", &MOST_ROWS.to_string(), " rows"].concat();
        return Err(refused("too-many-rows", message, "split the table into several"));
    }
    if rows.saturating_mul(columns) > MOST_CELLS {
        let message = ["there are more than ", &MOST_CELLS.to_string(), " cells"].concat();
        let hint = "leave out columns that are not needed, or split the table into several";
        return Err(refused("too-many-cells", message, hint));
    }
    Ok(())
}

/// A mistake of the table as a whole.
fn mistake(code: &'static str, message: impl Into<String>, hint: impl Into<String>) -> Mistake {
    Mistake {
        code,
        place: String::new(),
        message: message.into(),
        hint: hint.into(),
    }
}

fn refused(code: &'static str, message: impl Into<String>, hint: impl Into<String>) -> Vec<Mistake> {
    vec![mistake(code, message, hint)]
}
