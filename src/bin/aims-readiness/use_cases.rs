//! Use cases row by row: a line of JSON, or a row of CSV as such a line, so that both are read by the same code.

use std::io::{self, Write};

use aims_readiness::catalog::Catalog;
use clap::ArgMatches;

use crate::columns::UseCaseColumns;
use crate::input::LineError;
use crate::options::{CSV, Options, is};
use crate::rows::Lines;
use crate::stream::{self, Outcome};
use crate::table::Table;

/// The line of a row, and the JSON in it.
pub(crate) struct Line {
    /// The line on which it begins, from 1.
    pub(crate) line: usize,
    /// JSON; blank where nothing is in the row.
    pub(crate) text: Result<Vec<u8>, Box<LineError>>,
}

/// Answers each use case of standard input, which is JSON Lines or CSV as `--from` says.
pub(crate) fn run(
    arguments: &ArgMatches,
    catalog: &'static Catalog,
    out: impl Write + Send,
    answer: impl Fn(Line, &mut Vec<u8>) -> io::Result<Outcome> + Sync,
) -> io::Result<usize> {
    let options = Options::of(arguments)?;
    if is(arguments, "from", CSV) {
        let mut table = Table::new(io::stdin().lock());
        let columns = UseCaseColumns::read(table.header()?, catalog)?;
        return stream::run(table, out, options, |row, out| {
            let text = match row.content {
                Ok(cells) => columns.json(&cells),
                Err(too_long) => Err(too_long.error()),
            };
            answer(Line { line: row.line, text }, out)
        });
    }
    stream::run(Lines::new(io::stdin().lock()), out, options, |row, out| {
        let text = row.content.map_err(|too_long| too_long.error());
        answer(Line { line: row.line, text }, out)
    })
}
