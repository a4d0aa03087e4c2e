//! Writes records as files of any format.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, BufReader, Read, Write};
use std::path::{Path, PathBuf};

use aims_readiness::catalog::{Catalog, Date};
use aims_readiness::files::{CsvStyle, File, Format, Setting, make};
use aims_readiness::reading::Value;
use aims_readiness::record::{Record, UseCase, open};
use clap::{Arg, ArgAction, ArgMatches, Command};

use serde_json::json;

use crate::options;
use crate::overlay::{line, setting};
use crate::stream::Outcome;
use crate::texts::English;
use crate::use_cases::{self, Line};
use crate::validate;

/// The command `export`.
pub(crate) fn command(as_of: Arg, overlay: Arg) -> Command {
    let formats: Vec<&str> = Format::ALL.into_iter().map(Format::id).collect();
    Command::new("export")
        .about("Write use cases as files: records, registers or JSON Lines in, files out")
        .arg(
            Arg::new("file")
                .value_name("FILE")
                .num_args(0..)
                .value_parser(clap::value_parser!(PathBuf))
                .help("Saved results, records or registers; standard input if left out"),
        )
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("FORMAT")
                .required(true)
                .action(ArgAction::Append)
                .value_parser(formats)
                .help("May be given several times"),
        )
        .arg(
            Arg::new("out")
                .long("out")
                .value_name("DIRECTORY")
                .value_parser(clap::value_parser!(PathBuf))
                .help("Where the files go; standard output for a single one if left out"),
        )
        .arg(
            Arg::new("semicolon")
                .long("semicolon")
                .action(ArgAction::SetTrue)
                .help("Part CSV cells by semicolons"),
        )
        .arg(
            Arg::new("no-bom")
                .long("no-bom")
                .action(ArgAction::SetTrue)
                .help("Begin CSV files without a byte order mark"),
        )
        .arg(
            Arg::new("lines")
                .long("lines")
                .action(ArgAction::SetTrue)
                .requires("out")
                .conflicts_with("file")
                .help("Standard input has a use case on each line: worked on on all cores, names begin with the line"),
        )
        .arg(options::from().requires("lines").help("With --lines: JSON Lines, or CSV with a header row"))
        .arg(as_of)
        .arg(overlay)
}

/// Writes the files. The number of inputs that could not be used.
pub(crate) fn export(arguments: &ArgMatches, as_of: Date) -> io::Result<usize> {
    let own = setting(arguments)?;
    let formats: Vec<Format> = arguments
        .get_many::<String>("format")
        .into_iter()
        .flatten()
        .filter_map(|id| Format::from_id(id))
        .collect();
    let csv = CsvStyle {
        separator: if arguments.get_flag("semicolon") { ';' } else { ',' },
        mark: !arguments.get_flag("no-bom"),
    };
    let setting = of(own.catalog, &own.texts, csv);
    if let (true, Some(directory)) = (arguments.get_flag("lines"), arguments.get_one::<PathBuf>("out")) {
        fs::create_dir_all(directory)?;
        return use_cases::run(arguments, own.catalog, io::stdout(), |row, out| {
            let setting = of(own.catalog, &own.texts, csv);
            each(row, out, (&formats, as_of, &setting, directory))
        });
    }
    let mut out = Out {
        directory: arguments.get_one::<PathBuf>("out").cloned(),
        written: BTreeSet::new(),
    };
    if let Some(directory) = &out.directory {
        fs::create_dir_all(directory)?;
    }
    let paths: Vec<&PathBuf> = arguments.get_many("file").into_iter().flatten().collect();
    let mut failed = 0;
    let mut take = |path: &Path, input: &mut dyn Read| -> io::Result<()> {
        for value in serde_json::Deserializer::from_reader(BufReader::new(input)).into_iter::<Value>() {
            let opened = match value {
                Ok(value) => open(&value, setting.catalog),
                Err(error) => {
                    eprintln!("{}: not JSON: {error}", path.display());
                    failed += 1;
                    break;
                }
            };
            match opened {
                Ok(opened) => {
                    for case in opened.cases {
                        for mistake in &case.left_out {
                            eprintln!("{}", line(path, mistake));
                        }
                        for file in made(case.use_case, &formats, as_of, &setting)? {
                            out.write(&file)?;
                        }
                    }
                }
                Err(mistakes) => {
                    failed += 1;
                    for mistake in &mistakes {
                        eprintln!("{}", line(path, mistake));
                    }
                }
            }
        }
        Ok(())
    };
    if paths.is_empty() {
        take(Path::new("standard input"), &mut io::stdin().lock())?;
    }
    for path in paths {
        let mut file = fs::File::open(path)
            .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))?;
        take(path, &mut file)?;
    }
    Ok(failed)
}

/// What files are made with.
fn of<'a>(catalog: &'static Catalog, texts: &'a English, csv: CsvStyle) -> Setting<'a> {
    Setting {
        catalog,
        texts,
        language: "en",
        csv,
    }
}

/// Writes the use case of a line in every format, and says which files that were. Names begin with the number of
/// the line, so that they are the same however many lines are worked on at the same time.
fn each(
    row: Line,
    out: &mut Vec<u8>,
    (formats, as_of, setting, directory): (&[Format], Date, &Setting<'_>, &Path),
) -> io::Result<Outcome> {
    let failed = |out: &mut Vec<u8>, error: serde_json::Value| {
        serde_json::to_writer(&mut *out, &json!({ "line": row.line, "error": error }))?;
        out.push(b'\n');
        Ok(Outcome::Failed)
    };
    let bytes = match &row.text {
        Ok(bytes) if bytes.trim_ascii().is_empty() => return Ok(Outcome::Blank),
        Ok(bytes) => bytes,
        Err(error) => return failed(out, json!(error)),
    };
    let opened = match validate::checked(bytes, setting.catalog) {
        Ok(opened) => opened,
        Err(mistakes) => {
            return failed(out, json!({ "code": "not-a-record", "mistakes": mistakes }));
        }
    };
    let (mut files, mut left_out) = (Vec::new(), Vec::new());
    for case in opened.cases {
        left_out.extend(case.left_out);
        for file in made(case.use_case, formats, as_of, setting)? {
            let name = free(&format!("{:07}-{}", row.line, file.name), |name| {
                files.contains(name)
            });
            fs::write(directory.join(&name), &file.bytes)?;
            files.push(name);
        }
    }
    let said = json!({ "line": row.line, "files": files, "left_out": left_out });
    serde_json::to_writer(&mut *out, &said)?;
    out.push(b'\n');
    Ok(Outcome::Used)
}

/// The files of a use case in every format.
fn made(case: UseCase, formats: &[Format], as_of: Date, setting: &Setting<'_>) -> io::Result<Vec<File>> {
    let (record, _) = Record::of(case, setting.catalog, as_of, setting.texts);
    let files = formats.iter().map(|format| make(*format, &record, setting));
    files.map(|file| file.map_err(io::Error::other)).collect()
}

/// Where files go.
struct Out {
    directory: Option<PathBuf>,
    /// Names that are taken: two use cases may have the same.
    written: BTreeSet<String>,
}

impl Out {
    fn write(&mut self, file: &File) -> io::Result<()> {
        let Some(directory) = &self.directory else {
            if !self.written.is_empty() {
                return Err(io::Error::other(
                    "more than one file: say where they go with --out",
                ));
            }
            self.written.insert(file.name.clone());
            let mut out = io::stdout().lock();
            out.write_all(&file.bytes)?;
            return out.flush();
        };
        let name = free(&file.name, |name| self.written.contains(name));
        fs::write(directory.join(&name), &file.bytes)?;
        println!("{}", directory.join(&name).display());
        self.written.insert(name);
        Ok(())
    }
}

/// The name, or the first of its numbered ones, that is not taken.
fn free(name: &str, taken: impl Fn(&String) -> bool) -> String {
    let names = (1_usize..).map(|turn| numbered(name, turn));
    names.into_iter().find(|name| !taken(name)).unwrap_or_default()
}

/// The name with a number in front of what parts it, from the second on.
fn numbered(name: &str, turn: usize) -> String {
    match (turn, name.split_once('.')) {
        (1, _) => name.to_owned(),
        (_, Some((stem, ending))) => format!("{stem}-{turn}.{ending}"),
        (_, None) => format!("{name}-{turn}"),
    }
}
