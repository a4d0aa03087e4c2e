//! A table as a CSV file (RFC 4180).
//!
//! A cell that a spreadsheet would take for a formula is guarded by an apostrophe, which reading a register takes
//! off again.

use super::Table;
use crate::export::guarded;

/// How a CSV file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CsvStyle {
    /// What parts cells: `,`, or `;` where spreadsheets use the comma in numbers.
    pub separator: char,
    /// Whether it begins with a byte order mark, by which spreadsheets know that it is UTF-8.
    pub mark: bool,
}

impl Default for CsvStyle {
    fn default() -> Self {
        Self {
            separator: ',',
            mark: true,
        }
    }
}

/// The table as a CSV file in UTF-8. Its header has the ids of the columns.
pub fn csv(table: &Table, style: CsvStyle) -> Vec<u8> {
    let mut out = String::new();
    if style.mark {
        out.push('\u{feff}');
    }
    let mut line = |cells: &mut dyn Iterator<Item = String>| {
        for (place, cell) in cells.enumerate() {
            if place > 0 {
                out.push(style.separator);
            }
            write_cell(&mut out, &cell, style.separator);
        }
        out.push_str("\r\n");
    };
    // Names of columns can be those of somebody's register.
    line(&mut table.columns.iter().map(|column| guarded(&column.id)));
    for row in &table.rows {
        line(&mut row.iter().map(|cell| match cell {
            // A number is no formula, whatever its sign.
            super::Cell::Number(_) => cell.plain(),
            _ => guarded(&cell.plain()),
        }));
    }
    out.into_bytes()
}

fn write_cell(out: &mut String, cell: &str, separator: char) {
    let quoted = cell.contains([separator, '"', '\n', '\r']) || cell.starts_with(' ') || cell.ends_with(' ');
    if quoted {
        out.push('"');
        out.push_str(&cell.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(cell);
    }
}
