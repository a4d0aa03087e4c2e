//! Languages beside the one in which texts are written first: what they have, what is missing, and what is stale.
//!
//! `wording/<language>/states.tsv` says of each text who wrote it and to which English text it belongs. A text that is
//! missing is shown in English and marked, so that it is read out as English.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use super::problem::{Problem, Text};
use super::source::{Authored, File};
use super::titles;

/// The language in which the texts are written first; it must be complete.
pub const SOURCE_LANGUAGE: &str = "en";

/// Stands before a text that is not of the language of its file but of the source language. It is never seen.
pub const FOREIGN: char = '\u{2063}';

/// What parts the entries of a text that is a list.
const PARTS: &str = " | ";

/// Hexadecimal signs by which texts are told apart.
const SIGNS: usize = 8;

/// The words of a language as they are written.
#[derive(Debug)]
pub struct Language {
    /// Its tag.
    pub tag: String,
    /// Files by name below `wording/<language>/`, without the suffix.
    pub files: Vec<(String, File<toml::Table>)>,
    /// `states.tsv`, where there is one.
    pub states: Option<Text>,
}

/// Who wrote a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// A program translated it, and nobody has looked at it.
    Machine,
    /// Somebody who knows the language and the law has read it beside the English.
    Reviewed,
}

impl State {
    /// Its word in `states.tsv`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Machine => "machine",
            Self::Reviewed => "reviewed",
        }
    }

    /// The state with a word.
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::Machine, Self::Reviewed]
            .into_iter()
            .find(|state| state.id() == id)
    }
}

/// What is recorded of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// Who wrote it.
    pub state: State,
    /// The English text that it was made from.
    pub source: String,
    /// The text itself.
    pub own: String,
}

/// How far a language is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Its tag.
    pub language: String,
    /// Texts that the source language has.
    pub texts: usize,
    /// Texts that a program translated.
    pub machine: usize,
    /// Texts that somebody has reviewed.
    pub reviewed: usize,
    /// Keys of texts whose English has changed since; they are among those above.
    pub stale: Vec<String>,
    /// Keys of texts that are shown in English.
    pub missing: Vec<String>,
    /// Texts of which nobody has said who wrote them. They stop no build, or the tool that records it could not be
    /// built either; a test and the list of languages refuse them.
    pub unsaid: Vec<Problem>,
}

/// The texts of a table by key, in one line each.
pub fn flat(table: &toml::Table) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    flat_below("", table, &mut texts);
    texts
}

fn flat_below(above: &str, table: &toml::Table, texts: &mut BTreeMap<String, String>) {
    for (key, value) in table {
        let key = if above.is_empty() {
            key.clone()
        } else {
            format!("{above}.{key}")
        };
        match value {
            toml::Value::Table(inner) => flat_below(&key, inner, texts),
            toml::Value::String(text) => {
                texts.insert(key, text.split_whitespace().collect::<Vec<_>>().join(" "));
            }
            _ => {}
        }
    }
}

/// By what a text is told apart from what it was before.
pub fn sign(text: &str) -> String {
    let mut signs = String::new();
    for byte in Sha256::digest(text.as_bytes()) {
        // Writing to a text cannot fail.
        let _ = write!(signs, "{byte:02x}");
    }
    signs.truncate(SIGNS);
    signs
}

/// A table with all texts of the source: its own, and the source's own ones marked where it has none.
pub fn completed(source: &toml::Table, own: &toml::Table) -> toml::Table {
    let entries = source.iter().map(|(key, value)| {
        let found = own.get(key);
        let value = match (value, found) {
            (toml::Value::Table(inner), Some(toml::Value::Table(found))) => {
                toml::Value::Table(completed(inner, found))
            }
            (toml::Value::Table(inner), _) => toml::Value::Table(completed(inner, &toml::Table::new())),
            (toml::Value::String(_), Some(toml::Value::String(found))) if !found.trim().is_empty() => {
                toml::Value::String(found.clone())
            }
            (toml::Value::String(text), _) => toml::Value::String(format!("{FOREIGN}{}", text.trim())),
            (other, _) => other.clone(),
        };
        (key.clone(), value)
    });
    entries.collect()
}

/// What `states.tsv` records, by file and key.
pub fn recorded(states: &Text) -> Result<BTreeMap<String, Recorded>, Vec<Problem>> {
    let mut found = BTreeMap::new();
    let mut problems = Vec::new();
    for (number, line) in states.text.lines().enumerate() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let mut cells = line.split('\t');
        let row = (
            cells.next(),
            cells.next().and_then(State::from_id),
            cells.next(),
            cells.next(),
        );
        let (Some(key), Some(state), Some(source), Some(own)) = row else {
            problems.push(Problem {
                file: states.file.clone(),
                line: number + 1,
                message: "the line is no record of a text".to_owned(),
                hint: "key, `machine` or `reviewed`, and two signs, with tabs between; `make language-state` writes them"
                    .to_owned(),
            });
            continue;
        };
        let (source, own) = (source.to_owned(), own.to_owned());
        found.insert(key.to_owned(), Recorded { state, source, own });
    }
    if problems.is_empty() {
        Ok(found)
    } else {
        Err(problems)
    }
}

/// The name of a text among all of a language: keys are unique in a file only.
pub fn full_key(file: &str, key: &str) -> String {
    format!("{file}: {key}")
}

/// How far each language is, and what is wrong with it: texts that belong to nothing, and other placeholders or entries
/// than in English.
pub fn check(authored: &Authored) -> Result<Vec<Progress>, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut all = Vec::new();
    let Some(source) = authored
        .languages
        .iter()
        .find(|known| known.tag == SOURCE_LANGUAGE)
    else {
        return Ok(all);
    };
    let titles = (titles::FILE.to_owned(), titles::file(authored));
    for language in authored
        .languages
        .iter()
        .filter(|known| known.tag != SOURCE_LANGUAGE)
    {
        let records = match language.states.as_ref().map(recorded) {
            None => BTreeMap::new(),
            Some(Ok(records)) => records,
            Some(Err(found)) => {
                problems.extend(found);
                continue;
            }
        };
        let mut progress = Progress {
            language: language.tag.clone(),
            ..Progress::default()
        };
        for (name, file) in source.files.iter().chain([&titles]) {
            let own = language.files.iter().find(|(known, _)| known == name);
            let (texts, own) = (flat(&file.content), own.map(|(_, own)| own));
            let given = own.map(|own| flat(&own.content)).unwrap_or_default();
            if let Some(own) = own {
                strangers(&texts, &given, own, &mut problems);
            }
            for (key, english) in &texts {
                progress.texts += 1;
                let full = full_key(name, key);
                let Some((own, text)) = own.zip(given.get(key)) else {
                    progress.missing.push(full);
                    continue;
                };
                same_parts(english, text, key, own, &mut problems);
                match records.get(&full).filter(|known| known.own == sign(text)) {
                    None => progress.unsaid.push(problem_at(
                        own,
                        key,
                        format!("nobody has said who wrote `{key}`"),
                        &format!(
                            "make language-state LANGUAGE={} STATE=machine, or reviewed",
                            language.tag
                        ),
                    )),
                    Some(known) => {
                        match known.state {
                            State::Machine => progress.machine += 1,
                            State::Reviewed => progress.reviewed += 1,
                        }
                        if known.source != sign(english) {
                            progress.stale.push(full);
                        }
                    }
                }
            }
        }
        all.push(progress);
    }
    if problems.is_empty() {
        Ok(all)
    } else {
        Err(problems)
    }
}

/// Texts that the source language does not have.
fn strangers(
    texts: &BTreeMap<String, String>,
    given: &BTreeMap<String, String>,
    own: &File<toml::Table>,
    problems: &mut Vec<Problem>,
) {
    for key in given.keys().filter(|key| !texts.contains_key(*key)) {
        let message = format!("there is no text `{key}` in English");
        problems.push(problem_at(
            own,
            key,
            message,
            "check the spelling of the key, or remove the text",
        ));
    }
}

fn same_parts(english: &str, text: &str, key: &str, own: &File<toml::Table>, problems: &mut Vec<Problem>) {
    let entries = |text: &str| text.split(PARTS).count();
    if entries(english) != entries(text) {
        let message = format!(
            "`{key}` has {} entries, and in English {}",
            entries(text),
            entries(english)
        );
        let hint = format!("entries are parted by `{PARTS}`");
        problems.push(problem_at(own, key, message, &hint));
    }
    let (wanted, found) = (placeholders(english), placeholders(text));
    if wanted != found {
        let wanted: Vec<&str> = wanted.into_iter().collect();
        let message = format!("`{key}` has other placeholders than in English");
        let hint = format!("those of the English text: {}", wanted.join(", "));
        problems.push(problem_at(own, key, message, &hint));
    }
}

/// The placeholders of a text, such as `{count}`.
fn placeholders(text: &str) -> BTreeSet<&str> {
    let mut found = BTreeSet::new();
    let mut rest = text;
    while let Some(start) = rest.find('{') {
        let Some((inner, behind)) = rest.get(start + 1..).and_then(|after| after.split_once('}')) else {
            break;
        };
        if !inner.is_empty() && inner.bytes().all(|byte| byte.is_ascii_lowercase()) {
            found.insert(inner);
        }
        rest = behind;
    }
    found
}

fn problem_at(file: &File<toml::Table>, key: &str, message: String, hint: &str) -> Problem {
    Problem {
        file: file.text.file.clone(),
        line: super::wording::line_of(&file.text.text, key),
        message,
        hint: hint.to_owned(),
    }
}
