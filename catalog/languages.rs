//! Keeps the languages of the catalogue: `cargo run --example languages -- list | new TAG | state TAG STATE [KEY]`.
//!
//! - `list` says how far each language is;
//! - `new` makes the files of a language, with the English texts as comments, and names it in `catalog.toml`;
//! - `state` records who wrote the texts that are new or were changed, and those whose key begins with `KEY`.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a tool for the terminal"
)]

#[path = "../src/catalog/authoring/mod.rs"]
#[allow(dead_code, reason = "what packs the catalogue is here for its reading")]
mod authoring;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use authoring::languages::{Recorded, SOURCE_LANGUAGE, State, flat, full_key, recorded, sign};
use authoring::problem::Text;

const USAGE: &str = "usage: languages list | new TAG | state TAG machine|reviewed [KEY]";

/// Titles, which English has in the catalogue itself.
const TITLES: &str = "titles.toml";

/// Keys that are named of a list; the rest is counted.
const NAMED: usize = 20;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let catalog = Path::new("catalog");
    let done = match words.as_slice() {
        ["list"] => list(catalog),
        ["new", tag] => new(catalog, tag),
        ["state", tag, state] => record(catalog, tag, state, None),
        ["state", tag, state, key] => record(catalog, tag, state, Some(key)),
        _ => Err(USAGE.to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

fn list(catalog: &Path) -> Result<(), String> {
    let packed = authoring::pack(catalog).map_err(|problems| lines(&problems))?;
    for progress in &packed.languages {
        println!(
            "{}: {} texts; machine: {}, reviewed: {}, stale: {}, missing: {}",
            progress.language,
            progress.texts,
            progress.machine,
            progress.reviewed,
            progress.stale.len(),
            progress.missing.len()
        );
        for (what, keys) in [("stale", &progress.stale), ("missing", &progress.missing)] {
            for key in keys.iter().take(NAMED) {
                println!("  {what}: {key}");
            }
            if keys.len() > NAMED {
                println!("  {what}: {} more", keys.len() - NAMED);
            }
        }
    }
    let unsaid: Vec<_> = packed
        .languages
        .into_iter()
        .flat_map(|progress| progress.unsaid)
        .collect();
    if unsaid.is_empty() {
        Ok(())
    } else {
        Err(lines(&unsaid))
    }
}

/// Makes the files of a language out of the English ones.
fn new(catalog: &Path, tag: &str) -> Result<(), String> {
    let sound = (2..=8).contains(&tag.len()) && tag.bytes().all(|byte| byte.is_ascii_lowercase());
    let folder = catalog.join("wording").join(tag);
    if !sound {
        return Err(format!("`{tag}` is no tag of a language, such as `nl`"));
    }
    if folder.exists() {
        return Err(format!("{} is there already", folder.display()));
    }
    let source = catalog.join("wording").join(SOURCE_LANGUAGE);
    for name in names(&source)
        .map_err(told(&source))?
        .into_iter()
        .chain([PathBuf::from(TITLES)])
    {
        let path = folder.join(&name);
        let english = source.join(&name);
        let text = if name == Path::new(TITLES) {
            let head = "# Titles of lines of the checklist, of laws and of documents.\n\n";
            let titles = toml::to_string(&titles(catalog)?).map_err(|error| error.to_string())?;
            [head, &titles].concat()
        } else {
            fs::read_to_string(&english).map_err(told(&english))?
        };
        if let Some(above) = path.parent() {
            fs::create_dir_all(above).map_err(told(above))?;
        }
        fs::write(&path, commented(&text)).map_err(told(&path))?;
    }
    let path = catalog.join("catalog.toml");
    let text = fs::read_to_string(&path).map_err(told(&path))?;
    let named = text.lines().map(|line| {
        let list = line
            .strip_prefix("languages = [")
            .and_then(|rest| rest.strip_suffix(']'));
        list.map_or_else(
            || line.to_owned(),
            |list| format!("languages = [{list}, \"{tag}\"]"),
        )
    });
    let named: Vec<String> = named.collect();
    fs::write(&path, named.join("\n") + "\n").map_err(told(&path))?;
    println!(
        "made {}: write the texts, take the marks of comments away, then",
        folder.display()
    );
    println!("  make language-state LANGUAGE={tag} STATE=machine, or reviewed");
    Ok(())
}

/// English texts as comments, below their tables.
fn commented(text: &str) -> String {
    let lines = text.lines().map(|line| {
        let plain = line.is_empty() || line.starts_with('#') || line.starts_with('[');
        if plain {
            line.to_owned()
        } else {
            format!("# {line}")
        }
    });
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

/// Records who wrote the texts that are new or changed, and those below a key.
fn record(catalog: &Path, tag: &str, state: &str, below: Option<&str>) -> Result<(), String> {
    let state = State::from_id(state).ok_or_else(|| format!("`{state}` is no state; {USAGE}"))?;
    let source = catalog.join("wording").join(SOURCE_LANGUAGE);
    let folder = catalog.join("wording").join(tag);
    let path = folder.join("states.tsv");
    let before = match fs::read_to_string(&path) {
        Ok(text) => recorded(&Text {
            file: path.display().to_string(),
            text,
        })
        .map_err(|problems| lines(&problems))?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => BTreeMap::new(),
        Err(error) => return Err(told(&path)(error)),
    };
    let mut after = BTreeMap::new();
    let mut count = 0;
    for name in names(&source)
        .map_err(told(&source))?
        .into_iter()
        .chain([PathBuf::from(TITLES)])
    {
        let own = folder.join(&name);
        if !own.exists() {
            continue;
        }
        let own = texts(&own)?;
        let english = if name == Path::new(TITLES) {
            flat(&titles(catalog)?)
        } else {
            texts(&source.join(&name))?
        };
        let stem = name.with_extension("");
        for (key, text) in own {
            let Some(english) = english.get(&key) else {
                return Err(format!("{}: there is no text `{key}` in English", name.display()));
            };
            let full = full_key(&stem.to_string_lossy(), &key);
            let known = before.get(&full).filter(|known| known.own == sign(&text));
            let asked = below.is_some_and(|below| full.starts_with(below) || key.starts_with(below));
            let record = match known {
                Some(known) if !asked => known.clone(),
                _ => {
                    count += 1;
                    Recorded {
                        state,
                        source: sign(english),
                        own: sign(&text),
                    }
                }
            };
            after.insert(full, record);
        }
    }
    fs::write(&path, written(&after)).map_err(told(&path))?;
    println!(
        "{tag}: {count} texts recorded as {}, {} in all",
        state.id(),
        after.len()
    );
    Ok(())
}

/// The lines of `states.tsv`.
fn written(records: &BTreeMap<String, Recorded>) -> String {
    let mut text = "# key, who wrote it, the English text it was made from, the text itself\n".to_owned();
    for (key, Recorded { state, source, own }) in records {
        text.push_str(&[key, state.id(), source, own].join("\t"));
        text.push('\n');
    }
    text
}

fn titles(catalog: &Path) -> Result<toml::Table, String> {
    let authored = authoring::source::read(catalog).map_err(|problems| lines(&problems))?;
    Ok(authoring::titles::table(&authored))
}

fn lines(problems: &[authoring::Problem]) -> String {
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    lines.join("\n")
}

fn texts(path: &Path) -> Result<BTreeMap<String, String>, String> {
    let text = fs::read_to_string(path).map_err(told(path))?;
    let table: toml::Table = toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(flat(&table))
}

/// The wording files below a folder.
fn names(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut left = vec![PathBuf::new()];
    while let Some(below) = left.pop() {
        for entry in fs::read_dir(folder.join(&below))? {
            let entry = entry?;
            let name = below.join(entry.file_name());
            if entry.path().is_dir() {
                left.push(name);
            } else if name.extension().is_some_and(|suffix| suffix == "toml") {
                found.push(name);
            }
        }
    }
    found.sort();
    Ok(found)
}

fn told(path: &Path) -> impl Fn(io::Error) -> String {
    let path = path.display().to_string();
    move |error| format!("{path}: {error}")
}
