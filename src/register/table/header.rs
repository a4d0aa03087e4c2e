//! The names of columns, and rows that are longer or shorter than the header.

use std::collections::BTreeSet;

use super::{mistake, refused};
use crate::reading::Mistake;
use crate::register::limits::{MOST_COLUMNS, NAMED_PLACES};

/// A header, with what was found on the way.
#[derive(Clone, Debug, Default)]
pub(super) struct Header {
    /// Names, all different.
    pub(super) names: Vec<String>,
    taken: BTreeSet<String>,
    unnamed: usize,
    doubled: usize,
    short: Places,
    long: Places,
    empty: usize,
}

/// Rows that something is to be said of: how many there are, and the first of them.
#[derive(Clone, Debug, Default)]
struct Places {
    count: usize,
    first: Vec<usize>,
}

impl Places {
    fn add(&mut self, row: usize) {
        self.count += 1;
        if self.first.len() < NAMED_PLACES {
            self.first.push(row);
        }
    }

    /// `3 rows (5, 9, 12)`.
    fn words(&self) -> String {
        let rows: Vec<String> = self.first.iter().map(usize::to_string).collect();
        let more = if self.count > self.first.len() {
            ", …"
        } else {
            ""
        };
        let what = if self.count == 1 { " row (" } else { " rows (" };
        [&self.count.to_string(), what, &rows.join(", "), more, ")"].concat()
    }
}

impl Header {
    /// Names the columns of a first row.
    pub(super) fn new(cells: Vec<String>) -> Result<Self, Vec<Mistake>> {
        let mut header = Self::default();
        // Cells without a name at the end are borders of a sheet; if there is something below, they come back.
        let named = cells.iter().rposition(|cell| !cell.trim().is_empty());
        let cells = cells.into_iter().take(named.map_or(0, |last| last + 1));
        for cell in cells {
            header.add(cell)?;
        }
        Ok(header)
    }

    fn add(&mut self, cell: String) -> Result<(), Vec<Mistake>> {
        let number = self.names.len() + 1;
        if number > MOST_COLUMNS {
            let message = ["there are more than ", &MOST_COLUMNS.to_string(), " columns"].concat();
            let hint = "leave out columns that are not needed; if there are few, look for a quote that is not closed";
            return Err(refused("too-many-columns", message, hint));
        }
        let wanted = if cell.trim().is_empty() {
            self.unnamed += 1;
            ["column ", &number.to_string()].concat()
        } else {
            cell
        };
        let mut name = wanted.clone();
        for again in 2.. {
            if !self.taken.contains(&name) {
                break;
            }
            name = [&wanted, " (", &again.to_string(), ")"].concat();
        }
        self.doubled += usize::from(name != wanted);
        self.taken.insert(name.clone());
        self.names.push(name);
        Ok(())
    }

    /// A row as long as the header; the header grows if the row is longer. Nothing for an empty row.
    pub(super) fn fit(
        &mut self,
        mut cells: Vec<String>,
        number: usize,
    ) -> Result<Option<Vec<String>>, Vec<Mistake>> {
        let Some(last) = cells.iter().rposition(|cell| !cell.trim().is_empty()) else {
            self.empty += 1;
            return Ok(None);
        };
        if cells.len() < self.names.len() {
            self.short.add(number);
        }
        if last >= self.names.len() {
            self.long.add(number);
        }
        while last >= self.names.len() {
            self.add(String::new())?;
        }
        cells.resize(self.names.len(), String::new());
        Ok(Some(cells))
    }

    /// Counts rows without anything in them.
    pub(super) fn skip(&mut self, empty: usize) {
        self.empty += empty;
    }

    /// What a person may want to know of it. Sheets leave out cells at the end of rows, so that short rows
    /// say nothing there.
    pub(super) fn notes(&self, short_rows: bool) -> Vec<Mistake> {
        let mut notes = Vec::new();
        let mut note = |many: bool, code, message: String, hint: &str| {
            if many {
                notes.push(mistake(code, message, hint));
            }
        };
        let count = |count: usize, what: &str| [&count.to_string(), what].concat();
        let unnamed = count(self.unnamed, " columns have no name and were given one by number");
        note(self.unnamed > 0, "unnamed-columns", unnamed, "");
        let doubled = count(
            self.doubled,
            " columns have a name that came before and were given a number",
        );
        note(self.doubled > 0, "double-columns", doubled, "");
        let short = [
            &self.short.words(),
            " with fewer cells than the header: the rest is taken as empty",
        ]
        .concat();
        let hint = "look whether a line break or a quote parts a row there";
        note(short_rows && self.short.count > 0, "short-rows", short, hint);
        let long = [
            &self.long.words(),
            " with more cells than the header: they are kept in columns named by number",
        ]
        .concat();
        let hint = "look whether a delimiter stands in a cell without quotes";
        note(self.long.count > 0, "long-rows", long, hint);
        let empty = count(self.empty, " empty rows were passed over");
        note(self.empty > 0, "empty-rows", empty, "");
        notes
    }
}
