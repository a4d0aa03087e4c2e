//! Reads standard input in batches of rows: lines of JSON Lines here, rows of CSV in `table`.
//!
//! A batch is what is there without waiting, within bounds, so that a line that somebody types is answered
//! before the next one. What a row says is not known here.

use std::io::{self, BufRead, BufReader, Read};

use crate::input::LineError;

/// The longest row that is read, in bytes. A longer one is an error in its place and never in memory.
pub(crate) const LONGEST: usize = 16 * 1024 * 1024;
/// The most rows of a batch: what they give is kept until it is written, and a checklist is long.
const MOST_ROWS: usize = 64;
/// The most bytes of a batch, but for its last row.
const MOST_BYTES: u64 = 256 * 1024;
/// How much is read at once.
const BUFFER: usize = 256 * 1024;

/// A row that is longer than [`LONGEST`].
#[derive(Debug)]
pub(crate) struct TooLong;

impl TooLong {
    /// The same as the error of a line.
    pub(crate) fn error(&self) -> Box<LineError> {
        Box::new(LineError::new(
            "too-long",
            format!("the line has more than {LONGEST} bytes and was passed over"),
            format!("a line of at most {LONGEST} bytes"),
        ))
    }
}

/// A row with its place.
#[derive(Debug)]
pub(crate) struct Row<R> {
    /// The line on which it begins, from 1.
    pub(crate) line: usize,
    /// What it holds.
    pub(crate) content: Result<R, TooLong>,
}

/// Rows that are worked on together.
#[derive(Debug)]
pub(crate) struct Batch<R> {
    /// The rows, in their order.
    pub(crate) rows: Vec<Row<R>>,
    /// How many bytes of input they took.
    pub(crate) bytes: u64,
}

impl<R> Batch<R> {
    /// No rows yet.
    pub(crate) const fn new() -> Self {
        Self {
            rows: Vec::new(),
            bytes: 0,
        }
    }

    /// Whether no more should be added.
    pub(crate) fn is_full(&self) -> bool {
        self.rows.len() >= MOST_ROWS || self.bytes >= MOST_BYTES
    }
}

/// An input that is read in batches.
pub(crate) trait Rows {
    /// What a row holds.
    type Content: Send;

    /// The next rows, never none of them; nothing at the end. Waits for the first row and for no other.
    fn next(&mut self) -> io::Result<Option<Batch<Self::Content>>>;
}

/// Lines, without a look at what is in them.
pub(crate) struct Lines<R> {
    input: BufReader<R>,
    line: usize,
}

impl<R: Read> Lines<R> {
    /// The lines of an input.
    pub(crate) fn new(input: R) -> Self {
        Self {
            input: buffered(input),
            line: 0,
        }
    }
}

/// The input with a buffer, in which a batch sees what is there.
pub(crate) fn buffered<R: Read>(input: R) -> BufReader<R> {
    BufReader::with_capacity(BUFFER, input)
}

impl<R: Read> Rows for Lines<R> {
    type Content = Vec<u8>;

    fn next(&mut self) -> io::Result<Option<Batch<Vec<u8>>>> {
        let mut batch = Batch::new();
        loop {
            let mut text = Vec::new();
            let most = LONGEST as u64 + 1;
            let mut read = self.input.by_ref().take(most).read_until(b'\n', &mut text)? as u64;
            if read == 0 {
                break;
            }
            self.line += 1;
            let content = if read == most && text.last() != Some(&b'\n') {
                read += self.input.skip_until(b'\n')? as u64;
                Err(TooLong)
            } else {
                Ok(text)
            };
            batch.bytes += read;
            batch.rows.push(Row {
                line: self.line,
                content,
            });
            // The rest of a line may never come, or late.
            if batch.is_full() || !self.input.buffer().contains(&b'\n') {
                break;
            }
        }
        Ok(Some(batch).filter(|batch| !batch.rows.is_empty()))
    }
}
