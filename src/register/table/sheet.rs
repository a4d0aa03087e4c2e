//! Spreadsheets: the sheet that a register was written to, else the first sheet with something in it.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, DataRef, ExcelDateTime, Ods, Reader, SheetType, Xlsx, open_workbook_from_rs};

use super::header::Header;
use super::package::{Kind, inspect};
use super::{Table, few_enough, mistake, refused};
use crate::reading::Mistake;
use crate::register::limits::{MOST_COLUMNS, MOST_ROWS};
use crate::register::write::is_own;

/// Cells of a sheet, by row and column, as far as there are any.
type Cells = BTreeMap<u32, Vec<String>>;

/// Reads a spreadsheet.
pub(super) fn read(bytes: &[u8]) -> Result<Table, Vec<Mistake>> {
    let kind = inspect(bytes)?;
    let (name, others, cells) = match kind {
        Kind::Xlsx => xlsx(bytes)?,
        Kind::Ods => ods(bytes)?,
    };
    let mut rows = cells.into_iter();
    let mut header = Header::default();
    let mut table = Table::default();
    let mut last = 0;
    for (row, cells) in rows.by_ref() {
        last = row;
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            header = Header::new(cells)?;
            break;
        }
    }
    for (row, cells) in rows {
        header.skip(usize::try_from(row - last - 1).unwrap_or(0));
        last = row;
        let number = usize::try_from(row).unwrap_or(usize::MAX).saturating_add(1);
        if let Some(cells) = header.fit(cells, number)? {
            few_enough(table.rows.len() + 1, header.names.len())?;
            table.rows.push(cells);
            table.numbers.push(number);
        }
    }
    for row in &mut table.rows {
        row.resize(header.names.len(), String::new());
    }
    table.notes = header.notes(false);
    if !others.is_empty() {
        let message = [
            "the sheet “",
            &name,
            "” was read; there are others that were not: ",
            &others.join(", "),
        ]
        .concat();
        let hint = "put the sheet that you mean first";
        table.notes.push(mistake("other-sheets", message, hint));
    }
    table.columns = header.names;
    Ok(table)
}

fn unreadable(error: &dyn core::fmt::Display) -> Vec<Mistake> {
    let message = ["the spreadsheet cannot be read: ", &error.to_string()].concat();
    let hint = "open it in a spreadsheet program and save it again, or save it as CSV";
    refused("bad-spreadsheet", message, hint)
}

fn nothing() -> Vec<Mistake> {
    let message = "no sheet of the spreadsheet has anything in it";
    refused("empty-table", message, "the first row names the columns")
}

/// The sheet that is read: its name, the names of the others, its cells.
type Found = (String, Vec<String>, Cells);

/// Looks for the sheet to read: the one that a register was written to, else the first with something in it.
/// `cells` gives those of a sheet, or only its first row with something in it.
fn find(
    names: &[String],
    mut cells: impl FnMut(&str, Wanted) -> Result<Cells, Vec<Mistake>>,
) -> Result<Found, Vec<Mistake>> {
    let mut first = None;
    for name in names {
        // What is wrong with a sheet that is not read stops nothing; of the one that is, it is told below.
        let head = cells(name, Wanted::FirstRow);
        let head = head.as_ref().map(|cells| cells.values().next());
        if let Ok(Some(head)) = head
            && is_own(head)
        {
            first = Some(name);
            break;
        }
        if head != Ok(None) {
            first = first.or(Some(name));
        }
    }
    let name = first.ok_or_else(nothing)?;
    Ok((name.clone(), others(names, name), cells(name, Wanted::All)?))
}

/// How much of a sheet is wanted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    FirstRow,
    All,
}

impl Wanted {
    /// Whether a cell of a row is one too many.
    fn ends(self, cells: &Cells, row: u32) -> bool {
        self == Self::FirstRow && cells.keys().next().is_some_and(|first| *first != row)
    }
}

fn xlsx(bytes: &[u8]) -> Result<Found, Vec<Mistake>> {
    let mut book: Xlsx<_> =
        open_workbook_from_rs(Cursor::new(bytes)).map_err(|error: calamine::XlsxError| unreadable(&error))?;
    let sheets = book.sheets_metadata().iter();
    let sheets = sheets.filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let names: Vec<String> = sheets.map(|sheet| sheet.name.clone()).collect();
    find(&names, |name, wanted| {
        let mut cells = Cells::new();
        let mut reader = book
            .worksheet_cells_reader(name)
            .map_err(|error| unreadable(&error))?;
        // One by one: a range would have room for every cell between the first and the last.
        while let Some(cell) = reader.next_cell().map_err(|error| unreadable(&error))? {
            let (row, column) = cell.get_position();
            let text = match cell.get_value() {
                DataRef::Empty => continue,
                DataRef::Int(number) => number.to_string(),
                DataRef::Float(number) => number.to_string(),
                DataRef::String(text) => text.clone(),
                DataRef::SharedString(text) => (*text).to_owned(),
                DataRef::Bool(is) => is.to_string(),
                DataRef::DateTime(moment) => moment_words(moment),
                DataRef::DateTimeIso(text) => day_words(text),
                DataRef::DurationIso(text) => text.clone(),
                DataRef::Error(error) => error.to_string(),
            };
            if wanted.ends(&cells, row) {
                break;
            }
            put(&mut cells, row, column, text)?;
        }
        Ok(cells)
    })
}

fn ods(bytes: &[u8]) -> Result<Found, Vec<Mistake>> {
    let mut book: Ods<_> =
        open_workbook_from_rs(Cursor::new(bytes)).map_err(|error: calamine::OdsError| unreadable(&error))?;
    let names = book.sheet_names();
    find(&names, |name, wanted| {
        let range = book.worksheet_range(name).map_err(|error| unreadable(&error))?;
        let (first_row, first_column) = range.start().unwrap_or_default();
        let mut cells = Cells::new();
        for (row, column, cell) in range.used_cells() {
            let text = match cell {
                Data::Empty => continue,
                Data::Int(number) => number.to_string(),
                Data::Float(number) => number.to_string(),
                Data::String(text) => text.clone(),
                Data::Bool(is) => is.to_string(),
                Data::DateTime(moment) => moment_words(moment),
                Data::DateTimeIso(text) => day_words(text),
                Data::DurationIso(text) => text.clone(),
                Data::Error(error) => error.to_string(),
            };
            let place =
                |first: u32, offset: usize| u32::try_from(offset).unwrap_or(u32::MAX).saturating_add(first);
            let row = place(first_row, row);
            if wanted.ends(&cells, row) {
                break;
            }
            put(&mut cells, row, place(first_column, column), text)?;
        }
        Ok(cells)
    })
}

fn others(names: &[String], name: &str) -> Vec<String> {
    names.iter().filter(|other| *other != name).cloned().collect()
}

fn put(cells: &mut Cells, row: u32, column: u32, text: String) -> Result<(), Vec<Mistake>> {
    if text.is_empty() {
        return Ok(());
    }
    let column = usize::try_from(column).unwrap_or(usize::MAX);
    if column >= MOST_COLUMNS {
        let message = ["there are more than ", &MOST_COLUMNS.to_string(), " columns"].concat();
        return Err(refused(
            "too-many-columns",
            message,
            "leave out columns that are not needed",
        ));
    }
    let cells_of_row = cells.entry(row).or_default();
    if cells_of_row.len() <= column {
        cells_of_row.resize(column + 1, String::new());
    }
    if let Some(slot) = cells_of_row.get_mut(column) {
        *slot = text;
    }
    // The header is a row too.
    few_enough(cells.len().saturating_sub(1).min(MOST_ROWS + 1), 1)
}

/// A day, with the time where there is one; a duration in hours and minutes.
fn moment_words(moment: &ExcelDateTime) -> String {
    if moment.is_duration() {
        let minutes = (moment.as_f64() * 1440.0).round();
        let (hours, rest) = ((minutes / 60.0).floor(), minutes.rem_euclid(60.0));
        return format!("{hours}:{rest:02}");
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) == (0, 0, 0) {
        date
    } else {
        format!("{date} {hour:02}:{minute:02}:{second:02}")
    }
}

/// A day in the form `2027-12-02`, without a time that says nothing.
fn day_words(text: &str) -> String {
    match text.split_once('T') {
        Some((day, time))
            if time
                .trim_end_matches('Z')
                .bytes()
                .all(|byte| b"0:.".contains(&byte)) =>
        {
            day.to_owned()
        }
        Some((day, time)) => [day, " ", time].concat(),
        None => text.to_owned(),
    }
}
