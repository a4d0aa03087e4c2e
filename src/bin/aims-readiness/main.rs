//! The command line: the engine for registers, tests and continuous integration.
//!
//! Thin: reads arguments, files and the clock, calls the library, prints. The contract is in the README.

mod classify;
mod columns;
mod export;
mod input;
mod lines;
mod options;
mod overlay;
mod progress;
mod register;
mod rows;
mod scenarios;
mod stream;
mod suggest;
mod table;
mod texts;
mod today;
mod use_cases;
mod validate;
mod work;

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use aims_readiness::catalog::{Date, Source, Texts, WordingKey, builtin};
use aims_readiness::export::{crosswalk_record, fact_records, rule_records, term_records};
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde::Serialize;
use serde_json::json;

use crate::columns::Columns;
use crate::input::LineError;
use crate::lines::JsonLines;
use crate::options::{CSV, Options, is, rows};
use crate::rows::Lines;
use crate::table::Table;

/// Exit code when some input lines could not be used.
const SOME_LINES_FAILED: u8 = 1;
/// Exit code when nothing could be done.
const FAILED: u8 = 2;

fn main() -> ExitCode {
    let matches = command().get_matches();
    let outcome = match matches.subcommand() {
        Some(("facts", arguments)) => facts(arguments),
        Some(("classify", arguments)) => {
            date(arguments).and_then(|as_of| classify::run(arguments, as_of, &overlay::setting(arguments)?))
        }
        Some(("checklist", arguments)) => with_words(arguments, lines::checklist),
        Some(("soa", arguments)) => with_words(arguments, lines::soa),
        Some(("plan", arguments)) => with_words(arguments, lines::plan),
        Some(("starters", arguments)) => with_words(arguments, lines::starters),
        Some(("difference", arguments)) => date(arguments).and_then(|as_of| {
            let setting = overlay::setting(arguments)?;
            let read = |line: &str| input::read(line, setting.catalog);
            each_line(arguments, read, |input| lines::difference(input, as_of))
        }),
        Some(("crosswalk", _)) => crosswalk(),
        Some(("validate", arguments)) if !arguments.contains_id("file") => validate::lines(arguments),
        Some(("validate", arguments)) => validate::files(arguments, out()),
        Some(("compare", arguments)) => date(arguments)
            .and_then(|as_of| each_line(arguments, input::read_saved, |saved| lines::compare(saved, as_of))),
        Some(("suggest", arguments)) => suggest::run(arguments),
        Some(("export", arguments)) => date(arguments).and_then(|as_of| export::export(arguments, as_of)),
        Some(("register", arguments)) => register::run(arguments, builtin(), date, out()),
        Some(("rules", arguments)) => date(arguments).and_then(rules),
        Some(("scenarios", arguments)) => {
            date(arguments).and_then(|as_of| scenarios::run(as_of, &overlay::setting(arguments)?, out()))
        }
        Some(("catalog", _)) => catalog(),
        Some(("wording", arguments)) => wording(arguments),
        _ => Ok(0),
    };
    match outcome {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::from(SOME_LINES_FAILED),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(FAILED)
        }
    }
}

fn command() -> Command {
    let as_of = Arg::new("as-of")
        .long("as-of")
        .value_name("YYYY-MM-DD")
        .help("Day whose law is applied; today if left out")
        .value_parser(|text: &str| text.parse::<Date>().map_err(|error| error.to_string()));
    let overlay = Arg::new("overlay")
        .long("overlay")
        .value_name("FILE")
        .action(ArgAction::Append)
        .value_parser(clap::value_parser!(PathBuf))
        .help("Add what an overlay adds; may be given several times");
    let json = Arg::new("json").long("json").action(ArgAction::SetTrue);
    Command::new("aims-readiness")
        .version(env!("CARGO_PKG_VERSION"))
        .about("EU AI Act tier and ISO/IEC 42001 checklist for AI use cases. Not legal advice.")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(
            Command::new("facts")
                .about("Print every fact with its question, as a JSON array")
                .arg(json.clone().help("JSON, the only format so far"))
                .arg(overlay.clone()),
        )
        .subcommand(
            rows(Command::new("classify")
                .about("Classify use cases: JSON Lines or CSV in, JSON Lines or CSV out")
                .arg(as_of.clone())
                .arg(overlay.clone())
                .arg(
                    Arg::new("explain")
                        .long("explain")
                        .action(ArgAction::SetTrue)
                        .help("Add why, what would change it, what comes, duties and fines"),
                )
                .arg(options::from())
                .arg(options::to())
                .arg(options::keep_columns())),
        )
        .subcommand(
            rows(Command::new("checklist")
                .about("Make checklists: JSON Lines or CSV in, JSON Lines out")
                .arg(as_of.clone())
                .arg(overlay.clone())
                .arg(options::from())
                .arg(options::keep_columns())),
        )
        .subcommand(
            rows(Command::new("soa")
                .about("Draft Statements of Applicability: JSON Lines or CSV in, JSON Lines out")
                .arg(as_of.clone())
                .arg(overlay.clone())
                .arg(options::from())
                .arg(options::keep_columns())),
        )
        .subcommand(
            rows(Command::new("plan")
                .about("Readiness, gaps, plan and advice on a certificate: JSON Lines or CSV in, JSON Lines out")
                .arg(as_of.clone())
                .arg(overlay.clone())
                .arg(options::from())
                .arg(options::keep_columns())),
        )
        .subcommand(
            rows(Command::new("starters")
                .about("Begin documents from answers: JSON Lines or CSV in, JSON Lines out")
                .arg(as_of.clone())
                .arg(overlay.clone())
                .arg(options::from())
                .arg(options::keep_columns())),
        )
        .subcommand(
            rows(Command::new("difference")
                .about("What changes on a checklist with other answers: JSON Lines in, JSON Lines out")
                .arg(as_of.clone())
                .arg(overlay.clone())),
        )
        .subcommand(rows(export::command(as_of.clone(), overlay.clone())))
        .subcommand(
            Command::new("crosswalk")
                .about("Print the links to other standards and laws, both ways, as JSON"),
        )
        .subcommand(
            rows(Command::new("validate")
                .about("Check overlays, records and registers: every mistake with its place")
                .arg(
                    Arg::new("file")
                        .value_name("FILE")
                        .num_args(1..)
                        .value_parser(clap::value_parser!(PathBuf))
                        .help("Overlays, visits, records or registers; without one, a use case on each line of standard input"),
                )
                .arg(options::from().conflicts_with("file"))
                .arg(json.help("JSON Lines: one line for each file"))),
        )
        .subcommand(
            rows(Command::new("compare")
                .about(
                    "Compare saved results with what their answers give now: JSON Lines in, JSON Lines out",
                )
                .arg(as_of.clone())),
        )
        .subcommand(rows(
            Command::new("suggest")
                .about("Suggest sector, area and likely answers from descriptions: JSON Lines or CSV in, JSON Lines out")
                .arg(options::from())
                .arg(options::text_column()),
        ))
        .subcommand(register::command(&as_of))
        .subcommand(
            Command::new("rules")
                .about("Print every rule with its condition in words, as JSON")
                .arg(as_of.clone()),
        )
        .subcommand(
            Command::new("scenarios")
                .about("Print the scenarios of the workshop with what the engine says of each, as JSON")
                .arg(as_of)
                .arg(overlay.help("Print the scenarios of an overlay instead; may be given several times")),
        )
        .subcommand(
            Command::new("catalog").about("Print what the catalogue is, as JSON: version, digest, counts"),
        )
        .subcommand(
            Command::new("wording")
                .about("Write the wording files of the widget into a directory")
                .arg(
                    Arg::new("directory")
                        .required(true)
                        .value_parser(clap::value_parser!(PathBuf)),
                ),
        )
}

fn out() -> BufWriter<io::StdoutLock<'static>> {
    BufWriter::new(io::stdout().lock())
}

/// Answers each use case in words.
fn with_words<T: Serialize>(
    arguments: &ArgMatches,
    answer: impl Fn(input::Input, Date, &dyn Texts) -> T + Sync,
) -> io::Result<usize> {
    let (as_of, setting) = (date(arguments)?, overlay::setting(arguments)?);
    let answer = |input| answer(input, as_of, &setting.texts);
    let keep = arguments.get_flag("keep-columns");
    if is(arguments, "from", CSV) {
        let mut table = Table::new(io::stdin().lock());
        let columns = Columns::read(table.header()?, setting.catalog, keep)?;
        let read = |cells| columns.input(&cells, setting.catalog);
        let options = Options::of(arguments)?;
        return stream::run(table, io::stdout(), options, lines::row(read, answer, JsonLines));
    }
    if keep {
        return Err(io::Error::other("--keep-columns needs --from csv"));
    }
    each_line(arguments, |line| input::read(line, setting.catalog), answer)
}

/// Answers each line: JSON Lines in, JSON Lines out.
fn each_line<I, T: Serialize>(
    arguments: &ArgMatches,
    read: impl Fn(&str) -> Result<I, Box<LineError>> + Sync,
    answer: impl Fn(I) -> T + Sync,
) -> io::Result<usize> {
    stream::run(
        Lines::new(io::stdin().lock()),
        io::stdout(),
        Options::of(arguments)?,
        lines::row(lines::text(read), answer, JsonLines),
    )
}

fn date(arguments: &ArgMatches) -> io::Result<Date> {
    let as_of = match arguments.get_one::<Date>("as-of") {
        Some(date) => *date,
        None => today::today()?,
    };
    let first = builtin().law_texts.first().map(|text| text.from);
    match first {
        Some(first) if as_of < first => Err(io::Error::other(format!(
            "the AI Act entered into force on {first}; --as-of {as_of} is before it"
        ))),
        _ => Ok(as_of),
    }
}

fn facts(arguments: &ArgMatches) -> io::Result<usize> {
    let setting = overlay::setting(arguments)?;
    let mut out = out();
    serde_json::to_writer_pretty(&mut out, &fact_records(setting.catalog, &setting.texts))?;
    writeln!(out)?;
    out.flush()?;
    Ok(0)
}

fn rules(as_of: Date) -> io::Result<usize> {
    let (catalog, texts) = (builtin(), texts::english()?);
    let list = json!({
        "catalog": format!("{}@{}", catalog.id, catalog.version),
        "digest": catalog.digest,
        "as_of": as_of.to_string(),
        "rules": rule_records(catalog, &texts, as_of),
        "terms": term_records(catalog, &texts, as_of),
    });
    let mut out = out();
    serde_json::to_writer_pretty(&mut out, &list)?;
    writeln!(out)?;
    out.flush()?;
    Ok(0)
}

fn crosswalk() -> io::Result<usize> {
    let (catalog, texts) = (builtin(), texts::english()?);
    let mut out = out();
    serde_json::to_writer_pretty(&mut out, &crosswalk_record(catalog, &texts))?;
    writeln!(out)?;
    out.flush()?;
    Ok(0)
}

fn catalog() -> io::Result<usize> {
    let (catalog, texts) = (builtin(), texts::english()?);
    let name = |source: &Source, part: &str| {
        texts
            .text(&WordingKey::part("source", source.id, part))
            .unwrap_or_default()
            .to_owned()
    };
    let law_texts: Vec<_> = catalog
        .law_texts
        .iter()
        .filter_map(|text| Some((text.from, catalog.sources.get(usize::from(text.source))?)))
        .map(|(from, source)| json!({ "from": from.to_string(), "title": name(source, "title"), "url": name(source, "url") }))
        .collect();
    let about = json!({
        "catalog": format!("{}@{}", catalog.id, catalog.version),
        "digest": catalog.digest,
        "law_texts": law_texts,
        "facts": catalog.facts.len(),
        "rules": catalog.rules.len() + catalog.derogations.len(),
        "items": catalog.items.len(),
    });
    let mut out = out();
    serde_json::to_writer_pretty(&mut out, &about)?;
    writeln!(out)?;
    out.flush()?;
    Ok(0)
}

fn wording(arguments: &ArgMatches) -> io::Result<usize> {
    let directory = arguments
        .get_one::<PathBuf>("directory")
        .map_or(Path::new("."), PathBuf::as_path);
    fs::create_dir_all(directory)?;
    for (name, text) in texts::FILES {
        fs::write(directory.join(name), text)?;
    }
    Ok(0)
}
