//! Tables as text: which encoding, which delimiter, and the rows in steps.

use std::io::Cursor;

use csv::{ByteRecord, Reader, ReaderBuilder};
use encoding_rs::{Encoding, WINDOWS_1252};

use super::header::Header;
use super::{Row, few_enough, mistake, refused, small_enough};
use crate::export::unguarded;
use crate::reading::Mistake;

/// What may part cells.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// Never a byte of a text: parts nothing, where there is one column.
const NO_DELIMITER: u8 = 0xff;
/// Rows by which the delimiter is found, and bytes of them.
const SAMPLE_ROWS: usize = 100;
const SAMPLE_BYTES: usize = 200_000;

/// Reads a table from text in steps, so that who reads it can do something else between them.
///
/// ```
/// use aims_readiness::register::TextReader;
///
/// let mut reader = TextReader::new(b"Name;Purpose\nChat;\"answers; quickly\"\n").unwrap();
/// let rows = reader.next_rows(1000).unwrap();
/// assert_eq!(rows[0].cells, ["Chat", "answers; quickly"]);
/// assert!(reader.next_rows(1000).unwrap().is_empty());
/// let (columns, _) = reader.finish();
/// assert_eq!(columns, ["Name", "Purpose"]);
/// ```
#[derive(Debug)]
pub struct TextReader {
    reader: Reader<Cursor<Vec<u8>>>,
    header: Header,
    record: ByteRecord,
    notes: Vec<Mistake>,
    /// Number of the row read last, as a spreadsheet shows it.
    number: usize,
    /// Rows given out.
    rows: usize,
}

impl TextReader {
    /// Begins to read a text in the encoding that its bytes show.
    ///
    /// # Errors
    /// It is too large, or has too many columns.
    pub fn new(bytes: &[u8]) -> Result<Self, Vec<Mistake>> {
        small_enough(bytes.len())?;
        let (text, note) = decoded(bytes);
        let mut reader = Self::guessing(text)?;
        reader.notes.extend(note);
        Ok(reader)
    }

    /// Begins to read a text whose delimiter is to be found.
    pub(super) fn guessing(mut text: String) -> Result<Self, Vec<Mistake>> {
        let delimiter = match named_delimiter(&text) {
            Some((delimiter, length)) => {
                text.drain(..length);
                delimiter
            }
            None => delimiter(&text),
        };
        Self::of_text(text, delimiter)
    }

    /// Begins to read a text.
    pub(super) fn of_text(text: String, delimiter: u8) -> Result<Self, Vec<Mistake>> {
        let mut reader = Self {
            reader: rows_of(text.into_bytes(), delimiter),
            header: Header::default(),
            record: ByteRecord::new(),
            notes: Vec::new(),
            number: 0,
            rows: 0,
        };
        while let Some(cells) = reader.next_cells()? {
            if cells.iter().any(|cell| !cell.trim().is_empty()) {
                reader.header = Header::new(cells)?;
                break;
            }
            reader.header.skip(1);
        }
        Ok(reader)
    }

    /// The names of the columns, as far as they are known: a longer row can add some.
    pub fn columns(&self) -> &[String] {
        &self.header.names
    }

    /// The share of the text that is read, from 0 to 1.
    pub fn progress(&self) -> f64 {
        let whole = self.reader.get_ref().get_ref().len().max(1);
        self.reader.position().byte() as f64 / whole as f64
    }

    /// The next rows, as many as asked for or as there are; none at the end. Rows can be shorter than the
    /// columns, where a longer row came after them.
    ///
    /// # Errors
    /// There are too many.
    pub fn next_rows(&mut self, most: usize) -> Result<Vec<Row>, Vec<Mistake>> {
        let mut rows = Vec::new();
        while rows.len() < most {
            let Some(cells) = self.next_cells()? else {
                break;
            };
            let number = self.number;
            if let Some(cells) = self.header.fit(cells, number)? {
                self.rows += 1;
                few_enough(self.rows, self.header.names.len())?;
                rows.push(Row { number, cells });
            }
        }
        Ok(rows)
    }

    /// The columns, and what a person may want to know of the table.
    pub fn finish(mut self) -> (Vec<String>, Vec<Mistake>) {
        self.notes.extend(self.header.notes(true));
        (self.header.names, self.notes)
    }

    fn next_cells(&mut self) -> Result<Option<Vec<String>>, Vec<Mistake>> {
        let from = self.reader.position().byte();
        let more = self.reader.read_byte_record(&mut self.record);
        let more = more.map_err(|error| refused("not-a-table", error.to_string(), ""))?;
        let to = self.reader.position().byte();
        let raw = slice(self.reader.get_ref().get_ref(), from, to);
        let blank = blank_lines(self.reader.get_ref().get_ref(), raw, from);
        self.number += blank;
        if !self.header.names.is_empty() {
            // Lines behind the last row are the end of the file.
            self.header.skip(if more { blank } else { 0 });
        }
        if !more {
            return Ok(None);
        }
        self.number += 1;
        if raw.iter().filter(|byte| **byte == b'"').count() % 2 == 1
            && to == self.reader.get_ref().get_ref().len() as u64
            && self.record.iter().any(|cell| cell.contains(&b'\n'))
        {
            let message = [
                "a quote that begins in row ",
                &self.number.to_string(),
                " is not closed: everything behind it is in one cell",
            ]
            .concat();
            self.notes
                .push(mistake("open-quote", message, "close the quote, or double it"));
        }
        let cells = self.record.iter().map(|cell| {
            // The text was decoded as a whole; cells are parted at single-byte characters.
            let cell = String::from_utf8_lossy(cell).into_owned();
            unguarded(cell)
        });
        Ok(Some(cells.collect()))
    }
}

fn rows_of(text: Vec<u8>, delimiter: u8) -> Reader<Cursor<Vec<u8>>> {
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(Cursor::new(text))
}

fn slice(text: &[u8], from: u64, to: u64) -> &[u8] {
    let place = |byte: u64| usize::try_from(byte).unwrap_or(usize::MAX);
    text.get(place(from)..place(to)).unwrap_or_default()
}

/// Lines with nothing in them before a row, which the reader of rows passes over.
fn blank_lines(text: &[u8], raw: &[u8], from: u64) -> usize {
    let mut blank = 0;
    let place = usize::try_from(from).unwrap_or(usize::MAX);
    // The second half of a line break of the row before.
    let mut last = place.checked_sub(1).and_then(|place| text.get(place)).copied();
    for byte in raw {
        match (*byte, last) {
            (b'\n', Some(b'\r')) => {}
            (b'\n' | b'\r', _) => blank += 1,
            _ => break,
        }
        last = Some(*byte);
    }
    blank
}

/// The text, and what is to be said of its encoding.
fn decoded(bytes: &[u8]) -> (String, Option<Mistake>) {
    let (encoding, skipped) = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => (encoding, length),
        None if core::str::from_utf8(bytes).is_ok() => (encoding_rs::UTF_8, 0),
        None => (WINDOWS_1252, 0),
    };
    let body = bytes.get(skipped..).unwrap_or_default();
    let (text, wrong) = encoding.decode_without_bom_handling(body);
    let note = if wrong {
        let message = "the file has bytes that are no characters in its encoding; they were replaced by �";
        Some(mistake("bad-encoding", message, "save it as UTF-8"))
    } else if encoding == WINDOWS_1252 {
        let message = "the file does not say its encoding and is not UTF-8; it was read as Windows-1252";
        let hint = "if accents or umlauts look wrong, save it as UTF-8";
        Some(mistake("windows-1252", message, hint))
    } else {
        None
    };
    (text.into_owned(), note)
}

/// The delimiter that Excel's first line `sep=;` names, and the length of that line.
fn named_delimiter(text: &str) -> Option<(u8, usize)> {
    let line = text.split_inclusive('\n').next()?;
    let (name, value) = line.trim_end_matches(['\n', '\r']).split_at_checked(4)?;
    match value.as_bytes() {
        [delimiter] if name.eq_ignore_ascii_case("sep=") && delimiter.is_ascii() => {
            Some((*delimiter, line.len()))
        }
        _ => None,
    }
}

/// The delimiter with which the first rows are as long as the header; of several the one with most columns.
fn delimiter(text: &str) -> u8 {
    let sample = text.get(..text.floor_char_boundary(SAMPLE_BYTES)).unwrap_or(text);
    if let Some(delimiter) = behind_quotes(sample.as_bytes()) {
        return delimiter;
    }
    let mut best = (0, 1, NO_DELIMITER);
    for delimiter in DELIMITERS {
        let mut rows = rows_of(sample.as_bytes().to_vec(), delimiter);
        let mut record = ByteRecord::new();
        let (mut header, mut fitting, mut all) = (0, 0, 0);
        while all < SAMPLE_ROWS && rows.read_byte_record(&mut record).unwrap_or(false) {
            if record.iter().all(<[u8]>::is_empty) {
                continue;
            }
            if header == 0 {
                header = record.len();
            } else {
                all += 1;
                fitting += usize::from(record.len() == header);
            }
        }
        if header == 0 {
            // Nothing is left but what parts cells.
            return delimiter;
        }
        let share = (fitting * 100_usize).checked_div(all).unwrap_or(100);
        if header > 1 && (share, header) > (best.0, best.1) {
            best = (share, header, delimiter);
        }
    }
    best.2
}

/// The delimiter behind a first cell in quotes, which says it for certain.
fn behind_quotes(text: &[u8]) -> Option<u8> {
    let mut rest = text.strip_prefix(b"\"")?;
    loop {
        let close = rest.iter().position(|byte| *byte == b'"')?;
        match rest.get(close + 1) {
            Some(b'"') => rest = rest.get(close + 2..)?,
            Some(next) => return DELIMITERS.contains(next).then_some(*next),
            None => return None,
        }
    }
}
