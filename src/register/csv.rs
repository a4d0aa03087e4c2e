//! CSV as text, safe to open in a spreadsheet (see [`crate::export::guarded`]) and read back without loss.

use csv::{QuoteStyle, Terminator, WriterBuilder};

use crate::export::guarded;

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
