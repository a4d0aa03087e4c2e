//! CSV as text, safe to open in a spreadsheet and read back without loss.
//!
//! A spreadsheet takes a cell that begins with certain characters for a formula. Such a cell is guarded by an
//! apostrophe, which spreadsheets take as "this is text". Reading takes exactly one apostrophe off again where
//! what follows is such a cell. So that nothing is lost, a cell that has apostrophes before such a character
//! already is guarded too.

use csv::{QuoteStyle, Terminator, WriterBuilder};

/// How CSV is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CsvStyle {
    /// What parts cells: one byte of ASCII, such as `,` or `;`.
    pub separator: u8,
    /// Whether it begins with a byte order mark, by which Excel knows that it is UTF-8.
    pub bom: bool,
}

impl Default for CsvStyle {
    fn default() -> Self {
        Self {
            separator: b',',
            bom: true,
        }
    }
}

/// A table as CSV. Every cell is quoted, so that a reader with another separator finds no cells in it that
/// are none.
///
/// ```
/// use aims_readiness::register::{CsvStyle, csv};
///
/// let style = CsvStyle { separator: b';', bom: false };
/// let text = csv(&["Name".into()], [&["=1+1".to_owned()][..]], style);
/// assert_eq!(text, "\"Name\"\r\n\"'=1+1\"\r\n");
/// ```
pub fn csv<'a>(
    header: &'a [String],
    rows: impl IntoIterator<Item = &'a [String]>,
    style: CsvStyle,
) -> String {
    let mut writer = WriterBuilder::new()
        .delimiter(style.separator)
        .quote_style(QuoteStyle::Always)
        .terminator(Terminator::CRLF)
        .flexible(true)
        .from_writer(Vec::new());
    for row in [header].into_iter().chain(rows) {
        let cells = row.iter().map(|cell| guarded(cell));
        // Into memory: there is nothing that could fail.
        let _ = writer.write_record(cells.map(String::into_bytes));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    let text = String::from_utf8(bytes).unwrap_or_default();
    if style.bom {
        ["\u{feff}", &text].concat()
    } else {
        text
    }
}

/// Whether a spreadsheet may take a cell for a formula, apostrophes before it aside.
fn looks_like_a_formula(cell: &str) -> bool {
    let first = cell.trim_start_matches('\'').chars().next();
    first.is_some_and(|first| "=+-@\t\r\n＝＋－＠".contains(first))
}

fn guarded(cell: &str) -> String {
    if looks_like_a_formula(cell) {
        ["'", cell].concat()
    } else {
        cell.to_owned()
    }
}

/// The cell without the apostrophe that guards it.
pub(super) fn unguarded(mut cell: String) -> String {
    if cell.starts_with('\'') && looks_like_a_formula(&cell) {
        cell.remove(0);
    }
    cell
}
