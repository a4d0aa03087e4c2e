//! Registers: many use cases in one file, read, summed up, compared and written.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use aims_readiness::catalog::{Catalog, Date};
use aims_readiness::files::{self, Setting, register_workbook};
use aims_readiness::reading::{Mistake, Value};
use aims_readiness::record::{UseCase, open};
use aims_readiness::register::{
    CsvStyle, Entry, Evaluator, Fate, Field, Importer, Mapping, NextBest, Portfolio, RegisterRecord,
    RowReport, compare, csv, guess, read, rows,
};
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde::Serialize;
use serde_json::json;

use crate::suggest;
use crate::texts::{self, English};

/// The commands.
pub(crate) fn command(as_of: &Arg) -> Command {
    let file = Arg::new("file")
        .value_name("FILE")
        .required(true)
        .value_parser(clap::value_parser!(PathBuf))
        .help("CSV, XLSX, ODS, a register as JSON, or use cases as JSON Lines; - is the standard input");
    let to = |formats: &'static [&'static str]| {
        Arg::new("to")
            .long("to")
            .value_parser(clap::builder::PossibleValuesParser::new(formats))
            .default_value(formats.first().copied().unwrap_or_default())
    };
    let map = Arg::new("map")
        .long("map")
        .value_name("COLUMN=FIELD")
        .action(ArgAction::Append)
        .help("What a column is: id, name, description, tags, notes, assessor, archived, plan_start, keep, ignore, or a fact");
    Command::new("register")
        .about("Many use cases: import, sum up, compare and export registers")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(
            Command::new("import")
                .about(
                    "Read a table and print its use cases; what each column means is guessed and can be said",
                )
                .arg(file.clone())
                .arg(map.clone())
                .arg(
                    Arg::new("report")
                        .long("report")
                        .value_name("FILE")
                        .value_parser(clap::value_parser!(PathBuf))
                        .help("Write what became of columns and rows as JSON"),
                )
                .arg(to(&["json", "jsonl"]).help("A register, or one use case in each line")),
        )
        .subcommand(
            Command::new("summary")
                .about("Totals of a register as JSON, and the question that settles most")
                .arg(file.clone())
                .arg(map.clone())
                .arg(as_of.clone())
                .arg(
                    Arg::new("suggest")
                        .long("suggest")
                        .action(ArgAction::SetTrue)
                        .help("Count the sectors that words suggest too"),
                ),
        )
        .subcommand(
            Command::new("compare")
                .about("Two assessments of one use case: which answers differ, and which matter")
                .arg(
                    Arg::new("a")
                        .value_name("A")
                        .required(true)
                        .value_parser(clap::value_parser!(PathBuf)),
                )
                .arg(
                    Arg::new("b")
                        .value_name("B")
                        .required(true)
                        .value_parser(clap::value_parser!(PathBuf)),
                )
                .arg(as_of.clone()),
        )
        .subcommand(
            Command::new("export")
                .about("Write a register as a table, a workbook or JSON")
                .arg(file)
                .arg(map)
                .arg(as_of.clone())
                .arg(
                    to(&["csv", "xlsx", "json"])
                        .help("A table with results, a workbook with totals too, or the register itself"),
                )
                .arg(
                    Arg::new("separator")
                        .long("separator")
                        .value_parser([",", ";"])
                        .default_value(",")
                        .help("What parts the cells of the table"),
                ),
        )
}

/// Runs one of them. The number of rows that were refused.
pub(crate) fn run(
    arguments: &ArgMatches,
    catalog: &'static Catalog,
    day: impl Fn(&ArgMatches) -> io::Result<Date>,
    out: impl Write,
) -> io::Result<usize> {
    match arguments.subcommand() {
        Some(("import", arguments)) => import(arguments, catalog, out),
        Some(("summary", arguments)) => summary(arguments, catalog, day(arguments)?, out),
        Some(("compare", arguments)) => two(arguments, catalog, day(arguments)?, out),
        Some(("export", arguments)) => export(arguments, catalog, day(arguments)?, out),
        _ => Ok(0),
    }
}

/// What a file came to.
struct Taken {
    use_cases: Vec<UseCase>,
    refused: usize,
    report: serde_json::Value,
}

/// A use case as a line: what `classify` and its like take, and what is said of it beside.
#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    answers: &'a BTreeMap<String, Vec<String>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    work: &'a BTreeMap<String, aims_readiness::record::WorkRecord>,
    #[serde(skip_serializing_if = "serde_json::Map::is_empty")]
    about: serde_json::Map<String, serde_json::Value>,
}

fn import(arguments: &ArgMatches, catalog: &'static Catalog, mut out: impl Write) -> io::Result<usize> {
    let taken = take(arguments, catalog)?;
    if arguments.get_one::<String>("to").is_some_and(|to| to == "jsonl") {
        for use_case in &taken.use_cases {
            let mut about = match serde_json::to_value(use_case)? {
                serde_json::Value::Object(all) => all,
                _ => serde_json::Map::new(),
            };
            about.retain(|key, _| !matches!(key.as_str(), "id" | "answers" | "work"));
            let line = Line {
                id: &use_case.id,
                answers: &use_case.answers,
                work: &use_case.work,
                about,
            };
            serde_json::to_writer(&mut out, &line)?;
            out.write_all(b"\n")?;
        }
    } else {
        whole(&taken.use_cases, &mut out)?;
    }
    out.flush()?;
    if let Some(path) = arguments.get_one::<PathBuf>("report") {
        let mut text = serde_json::to_vec_pretty(&taken.report)?;
        text.push(b'\n');
        fs::write(path, text)?;
    }
    Ok(taken.refused)
}

fn whole(use_cases: &[UseCase], mut out: impl Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut out, &RegisterRecord::of(use_cases))?;
    out.write_all(b"\n")
}

fn summary(
    arguments: &ArgMatches,
    catalog: &'static Catalog,
    as_of: Date,
    mut out: impl Write,
) -> io::Result<usize> {
    let taken = take(arguments, catalog)?;
    let model = arguments.get_flag("suggest").then(suggest::model).transpose()?;
    let evaluator = Evaluator::new(catalog, as_of);
    let (mut portfolio, mut best) = (Portfolio::default(), NextBest::new(catalog, as_of));
    for use_case in &taken.use_cases {
        let entry = evaluator.entry(use_case);
        let suggested = model.as_ref().map(|model| evaluator.suggestions(use_case, model));
        portfolio.add(use_case, &entry, suggested.as_ref());
        if !use_case.archived {
            best.add(use_case);
        }
    }
    let ranking: Vec<_> = best
        .ranking()
        .into_iter()
        .filter_map(|best| {
            let fact = catalog.facts.get(usize::from(best.fact))?.id;
            let narrowing = best.narrowing as f64 / 1000.0;
            Some(json!({ "fact": fact, "use_cases": best.use_cases, "narrowing": narrowing }))
        })
        .collect();
    let record = json!({
        "as_of": as_of.to_string(),
        "catalog": format!("{}@{}", catalog.id, catalog.version),
        "portfolio": portfolio.record(catalog),
        "next_best": ranking,
        "refused": taken.refused,
    });
    serde_json::to_writer_pretty(&mut out, &record)?;
    writeln!(out)?;
    out.flush()?;
    Ok(taken.refused)
}

fn two(
    arguments: &ArgMatches,
    catalog: &'static Catalog,
    as_of: Date,
    mut out: impl Write,
) -> io::Result<usize> {
    let one = |name: &str| -> io::Result<UseCase> {
        let path = arguments
            .get_one::<PathBuf>(name)
            .map_or(Path::new(""), PathBuf::as_path);
        let (mut cases, _) = of_json(path, &bytes(path)?, catalog)?;
        match (cases.pop(), cases.is_empty()) {
            (Some(case), true) => Ok(case),
            _ => Err(failed(path, "has not exactly one use case")),
        }
    };
    let pair = [one("a")?, one("b")?];
    serde_json::to_writer_pretty(&mut out, &compare(catalog, [&pair[0], &pair[1]], as_of))?;
    writeln!(out)?;
    out.flush()?;
    Ok(0)
}

fn export(
    arguments: &ArgMatches,
    catalog: &'static Catalog,
    as_of: Date,
    mut out: impl Write,
) -> io::Result<usize> {
    let taken = take(arguments, catalog)?;
    let to = arguments.get_one::<String>("to").map_or("", String::as_str);
    if to == "json" {
        whole(&taken.use_cases, &mut out)?;
    } else {
        let evaluator = Evaluator::new(catalog, as_of);
        let entries: Vec<Entry> = taken
            .use_cases
            .iter()
            .map(|use_case| evaluator.entry(use_case))
            .collect();
        if to == "xlsx" {
            let texts = texts::english()?;
            let setting = Setting {
                catalog,
                texts: &texts,
                language: "en",
                csv: files::CsvStyle::default(),
            };
            let book = register_workbook(&taken.use_cases, &entries, &setting, as_of);
            out.write_all(&book.map_err(io::Error::other)?)?;
            out.flush()?;
            return Ok(taken.refused);
        }
        let table = rows(&taken.use_cases, &entries, catalog);
        let separator = arguments.get_one::<String>("separator");
        let style = CsvStyle {
            separator: separator.and_then(|text| text.bytes().next()).unwrap_or(b','),
            bom: true,
        };
        out.write_all(csv(&table.header, table.rows.iter().map(Vec::as_slice), style).as_bytes())?;
    }
    out.flush()?;
    Ok(taken.refused)
}

fn failed(path: &Path, why: &str) -> io::Error {
    io::Error::other(format!("{}: {why}", path.display()))
}

fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    if path == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes)?;
        return Ok(bytes);
    }
    fs::read(path).map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))
}

/// The use cases of a file, whatever it is.
fn take(arguments: &ArgMatches, catalog: &'static Catalog) -> io::Result<Taken> {
    let path = arguments
        .get_one::<PathBuf>("file")
        .map_or(Path::new(""), PathBuf::as_path);
    let bytes = bytes(path)?;
    let first = bytes
        .strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(&bytes)
        .trim_ascii_start()
        .first();
    if first == Some(&b'{') {
        let (use_cases, left_out) = of_json(path, &bytes, catalog)?;
        return Ok(Taken {
            report: json!({ "use_cases": use_cases.len(), "left_out": left_out }),
            refused: 0,
            use_cases,
        });
    }
    of_table(path, &bytes, (arguments, catalog, &texts::english()?))
}

fn of_table(
    path: &Path,
    bytes: &[u8],
    (arguments, catalog, texts): (&ArgMatches, &'static Catalog, &English),
) -> io::Result<Taken> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let table = read(bytes, &name).map_err(|mistakes| failed(path, &told(&mistakes)))?;
    let mut mapping = guess(&table, catalog, texts);
    for given in arguments.get_many::<String>("map").into_iter().flatten() {
        say(&mut mapping, given, catalog)?;
    }
    let mut importer = Importer::new(&mapping, &table.columns, (catalog, texts), []);
    let mut use_cases = Vec::new();
    let mut counts = [0; 3];
    let mut noted: Vec<RowReport> = Vec::new();
    for (cells, number) in table.rows.iter().zip(&table.numbers) {
        let (use_case, report) = importer.row(cells, *number);
        use_cases.extend(use_case);
        let [taken, with_notes, refused] = &mut counts;
        match report.fate {
            Fate::Taken => *taken += 1,
            Fate::Noted => *with_notes += 1,
            Fate::Refused => *refused += 1,
        }
        if report.fate != Fate::Taken {
            noted.push(report);
        }
    }
    let [taken, with_notes, refused] = counts;
    let report = json!({
        "rows": table.rows.len(),
        "taken": taken,
        "taken_with_notes": with_notes,
        "refused": refused,
        "mapping": mapping,
        "mapping_key": Mapping::key(&table.columns),
        "ignored_columns": mapping.ignored().collect::<Vec<_>>(),
        "notes": table.notes,
        "row_notes": noted,
    });
    Ok(Taken {
        use_cases,
        refused,
        report,
    })
}

/// Sets what a column means, from `COLUMN=FIELD`. Names of columns can have `=` in them, fields cannot.
fn say(mapping: &mut Mapping, given: &str, catalog: &Catalog) -> io::Result<()> {
    let wrong = |why: String| io::Error::other(format!("--map {given}: {why}"));
    let (column, field) = given
        .rsplit_once('=')
        .ok_or_else(|| wrong("expected COLUMN=FIELD".to_owned()))?;
    let field = Field::of_text(field, catalog).ok_or_else(|| {
        wrong(format!(
            "`{field}` is neither a field nor a fact of this catalogue"
        ))
    })?;
    if mapping.set(column, field) {
        return Ok(());
    }
    let names: Vec<&str> = mapping
        .columns
        .iter()
        .map(|column| column.name.as_str())
        .collect();
    Err(wrong(format!(
        "there is no column `{column}`; there are {}",
        names.join(", ")
    )))
}

/// The use cases of a register or record as JSON, or of JSON Lines, and what was left out of them.
fn of_json(path: &Path, bytes: &[u8], catalog: &'static Catalog) -> io::Result<(Vec<UseCase>, Vec<Mistake>)> {
    let text = String::from_utf8_lossy(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes));
    let trees: Vec<Value> = match serde_json::from_str::<Value>(&text) {
        Ok(tree) => vec![tree],
        Err(_) => text
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.trim().is_empty())
            .map(|(number, line)| {
                let tree = serde_json::from_str::<Value>(line);
                tree.map_err(|error| failed(path, &format!("line {}: {error}", number + 1)))
            })
            .collect::<io::Result<_>>()?,
    };
    let (mut use_cases, mut left_out) = (Vec::new(), Vec::new());
    for tree in &trees {
        let opened = open(tree, catalog).map_err(|mistakes| failed(path, &told(&mistakes)))?;
        for case in opened.cases {
            left_out.extend(case.left_out);
            use_cases.push(case.use_case);
        }
    }
    Ok((use_cases, left_out))
}

/// Mistakes as text, one in each line.
fn told(mistakes: &[Mistake]) -> String {
    let lines = mistakes.iter().take(20).map(|mistake| {
        let place = if mistake.place.is_empty() {
            String::new()
        } else {
            format!("{}: ", mistake.place)
        };
        let hint = if mistake.hint.is_empty() {
            String::new()
        } else {
            format!(" ({})", mistake.hint)
        };
        format!("{place}{}{hint}", mistake.message)
    });
    lines.collect::<Vec<_>>().join("\n")
}
