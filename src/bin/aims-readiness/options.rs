//! The options of the commands that go through rows, and how they are read.

use std::io;
use std::num::NonZeroUsize;
use std::thread;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use crate::progress::Progress;

/// The word for CSV in `--from` and `--to`.
pub(crate) const CSV: &str = "csv";
const JSON_LINES: &str = "jsonl";

/// How rows are gone through.
pub(crate) struct Options {
    /// How many batches are worked on at the same time.
    pub(crate) jobs: NonZeroUsize,
    /// How far it is.
    pub(crate) progress: Progress,
}

impl Options {
    /// As the arguments say.
    pub(crate) fn of(arguments: &ArgMatches) -> io::Result<Self> {
        let jobs = match arguments.get_one::<u16>("jobs") {
            Some(jobs) => NonZeroUsize::new(usize::from(*jobs)),
            // Where the cores cannot be counted, one will do.
            None => thread::available_parallelism().ok(),
        };
        Ok(Self {
            jobs: jobs.unwrap_or(NonZeroUsize::MIN),
            progress: Progress::new(arguments.get_flag("quiet")),
        })
    }
}

/// The command with the options of every command that goes through rows.
pub(crate) fn rows(command: Command) -> Command {
    command
        .arg(
            Arg::new("jobs")
                .long("jobs")
                .value_name("N")
                .value_parser(value_parser!(u16).range(1..=1024))
                .help("How many rows are worked on at the same time; all cores if left out"),
        )
        .arg(
            Arg::new("quiet")
                .long("quiet")
                .action(ArgAction::SetTrue)
                .help("Show no progress on the terminal"),
        )
}

/// `--from`.
pub(crate) fn from() -> Arg {
    format("from").help("What comes in: JSON Lines, or CSV with a header row")
}

/// `--to`.
pub(crate) fn to() -> Arg {
    format("to").help("What goes out: JSON Lines or CSV")
}

fn format(name: &'static str) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name("FORMAT")
        .value_parser([JSON_LINES, CSV])
        .default_value(JSON_LINES)
}

/// `--keep-columns`.
pub(crate) fn keep_columns() -> Arg {
    Arg::new("keep-columns")
        .long("keep-columns")
        .action(ArgAction::SetTrue)
        .help("Pass on columns of a CSV input that are no facts, in front")
}

/// `--text-column`.
pub(crate) fn text_column() -> Arg {
    Arg::new("text-column")
        .long("text-column")
        .value_name("NAME")
        .action(ArgAction::Append)
        .help("Column of a CSV input with the description; may be given several times; `text` if left out")
}

/// Whether an argument has this value.
pub(crate) fn is(arguments: &ArgMatches, argument: &str, value: &str) -> bool {
    arguments
        .get_one::<String>(argument)
        .is_some_and(|given| given == value)
}
