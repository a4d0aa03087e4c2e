//! Reads CSV in batches of rows. A line break within quotes belongs to its cell.
//!
//! The parser takes what is there and says when a row is whole, so a row is never waited for while another
//! one is ready. What the columns mean is in `columns`.

use std::borrow::Cow;
use std::io::{self, BufRead, BufReader, Read};

use csv_core::{ReadRecordResult, Reader};

use crate::rows::{Batch, LONGEST, Row, Rows, TooLong, buffered};

/// The cells of a row.
#[derive(Debug)]
pub(crate) struct Cells {
    text: Vec<u8>,
    ends: Vec<usize>,
}

impl Cells {
    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// A cell, without the blanks around it; empty where there is none.
    pub(crate) fn get(&self, column: usize) -> Cow<'_, str> {
        String::from_utf8_lossy(self.bytes(column).trim_ascii())
    }

    /// A cell as it came.
    pub(crate) fn whole(&self, column: usize) -> Cow<'_, str> {
        String::from_utf8_lossy(self.bytes(column))
    }

    fn bytes(&self, column: usize) -> &[u8] {
        let before = column.checked_sub(1).and_then(|before| self.ends.get(before));
        let start = before.copied().unwrap_or(0);
        let end = self.ends.get(column).copied().unwrap_or(start);
        self.text.get(start..end).unwrap_or_default()
    }

    /// Whether nothing is in any cell.
    pub(crate) fn is_blank(&self) -> bool {
        self.text.iter().all(u8::is_ascii_whitespace)
    }
}

/// The rows of a CSV input.
pub(crate) struct Table<R> {
    input: BufReader<R>,
    parser: Reader,
    /// The line that is read, from 1.
    line: usize,
    /// Bytes read since the last batch.
    bytes: u64,
    /// The row that is read.
    part: Part,
}

/// A row of which the end has not come.
#[derive(Default)]
struct Part {
    /// The line on which it begins; nothing before its first byte.
    begins: Option<usize>,
    text: Vec<u8>,
    filled: usize,
    ends: Vec<usize>,
    ended: usize,
    too_long: bool,
}

impl<R: Read> Table<R> {
    /// The table in an input.
    pub(crate) fn new(input: R) -> Self {
        Self {
            input: buffered(input),
            parser: Reader::new(),
            line: 1,
            bytes: 0,
            part: Part::default(),
        }
    }

    /// The first row, which names the columns; nothing where it is no row of sound length.
    pub(crate) fn header(&mut self) -> io::Result<Option<Cells>> {
        Ok(self.row(true)?.and_then(|row| row.content.ok()))
    }

    /// The next row. With `wait` nothing means the end, else that a row is not there yet.
    fn row(&mut self, wait: bool) -> io::Result<Option<Row<Cells>>> {
        loop {
            if !wait && self.input.buffer().is_empty() {
                return Ok(None);
            }
            self.skip_line_breaks()?;
            if !wait && self.input.buffer().is_empty() {
                return Ok(None);
            }
            let chunk = self.input.fill_buf()?;
            if !chunk.is_empty() && self.part.begins.is_none() {
                self.part.begins = Some(self.line);
            }
            let (result, read) = self.part.take(&mut self.parser, chunk);
            let taken = chunk.get(..read).unwrap_or_default();
            self.line += taken.iter().filter(|byte| **byte == b'\n').count();
            self.input.consume(read);
            self.bytes += read as u64;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.part.widen_text(),
                ReadRecordResult::OutputEndsFull => self.part.widen_ends(),
                ReadRecordResult::Record => return Ok(Some(self.part.finish(self.line))),
                ReadRecordResult::End => return Ok(None),
            }
        }
    }

    /// Passes over what stands between rows, so that a row begins where its first byte is.
    fn skip_line_breaks(&mut self) -> io::Result<()> {
        while self.part.begins.is_none() {
            let chunk = self.input.fill_buf()?;
            let breaks = chunk.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
            let count = breaks.clone().count();
            self.line += breaks.filter(|byte| **byte == b'\n').count();
            let rest = chunk.len() > count;
            self.input.consume(count);
            self.bytes += count as u64;
            if rest || count == 0 || self.input.buffer().is_empty() {
                break;
            }
        }
        Ok(())
    }
}

impl Part {
    /// Gives bytes to the parser; says what came of it and how many it took. No bytes are the end.
    fn take(&mut self, parser: &mut Reader, chunk: &[u8]) -> (ReadRecordResult, usize) {
        let text = self.text.get_mut(self.filled..).unwrap_or_default();
        let ends = self.ends.get_mut(self.ended..).unwrap_or_default();
        let (result, read, written, ended) = parser.read_record(chunk, text, ends);
        self.filled += written;
        self.ended += ended;
        (result, read)
    }

    fn widen_text(&mut self) {
        if self.text.len() < LONGEST {
            self.text.resize((self.text.len() * 2).clamp(1024, LONGEST), 0);
        } else {
            self.too_long = true;
            self.filled = 0;
        }
    }

    fn widen_ends(&mut self) {
        if self.ends.len() < LONGEST / size_of::<usize>() {
            self.ends.resize((self.ends.len() * 2).max(64), 0);
        } else {
            self.too_long = true;
            self.ended = 0;
        }
    }

    /// The row that is whole now.
    fn finish(&mut self, line: usize) -> Row<Cells> {
        let content = if self.too_long {
            Err(TooLong)
        } else {
            Ok(Cells {
                text: self.text.get(..self.filled).unwrap_or_default().to_vec(),
                ends: self.ends.get(..self.ended).unwrap_or_default().to_vec(),
            })
        };
        (self.filled, self.ended, self.too_long) = (0, 0, false);
        Row {
            line: self.begins.take().unwrap_or(line),
            content,
        }
    }
}

impl<R: Read> Rows for Table<R> {
    type Content = Cells;

    fn next(&mut self) -> io::Result<Option<Batch<Cells>>> {
        let mut batch = Batch::new();
        let mut row = self.row(true)?;
        while let Some(next) = row {
            batch.rows.push(next);
            batch.bytes += std::mem::take(&mut self.bytes);
            row = if batch.is_full() { None } else { self.row(false)? };
        }
        Ok(Some(batch).filter(|batch| !batch.rows.is_empty()))
    }
}
