//! Reads the files of a catalogue directory.

use std::fs;
use std::path::Path;

use serde::de::DeserializeOwned;

use super::languages::{Language, SOURCE_LANGUAGE, completed};
use super::problem::{Problem, Text, did_you_mean};
use super::shapes;
use super::titles;

/// A file with its text and its typed content.
#[derive(Clone, Debug)]
pub struct File<T> {
    pub text: Text,
    pub content: T,
}

/// Every file of the catalogue.
#[derive(Debug)]
pub struct Authored {
    pub identity: File<shapes::Identity>,
    pub sources: File<shapes::Sources>,
    pub milestones: File<shapes::Milestones>,
    pub facts: Vec<File<shapes::Facts>>,
    pub rules: Vec<File<shapes::Rules>>,
    pub checklist: Vec<File<shapes::Checklist>>,
    pub owners: File<shapes::Owners>,
    pub tailoring: File<shapes::Tailorings>,
    pub penalties: File<shapes::Penalties>,
    pub sectors: File<shapes::Sectors>,
    pub crosswalk: File<shapes::Crosswalk>,
    pub findings: File<shapes::Findings>,
    pub emphasis: File<shapes::Emphases>,
    pub steps: File<shapes::Steps>,
    pub durations: File<shapes::Durations>,
    pub gate: File<shapes::Gate>,
    pub advice: File<shapes::Advice>,
    pub people: File<shapes::People>,
    pub starters: File<shapes::Starters>,
    /// The scenario deck.
    pub scenarios: Vec<File<shapes::Scenarios>>,
    /// Every wording file.
    pub wording: Vec<Wording>,
    /// The words of the deck.
    pub deck_words: Vec<DeckWords>,
    /// Every language as it is written.
    pub languages: Vec<Language>,
}

/// The words of the scenario deck in a language.
#[derive(Debug)]
pub struct DeckWords {
    /// Language.
    pub language: String,
    pub files: Vec<File<shapes::ScenarioWords>>,
}

/// A wording file as a plain table, with all texts that the source language has.
#[derive(Debug)]
pub struct Wording {
    /// Language.
    pub language: String,
    /// Suffix of the packed file that it goes into.
    pub part: &'static str,
    pub file: File<toml::Table>,
}

/// Files of `checklist/` that are read by name and so stand in no list.
const OWN_NAMES: [&str; 5] = ["owners", "tailoring", "crosswalk", "findings", "emphasis"];

/// Reads all files named by `catalog.toml`.
pub fn read(directory: &Path) -> Result<Authored, Vec<Problem>> {
    let mut reader = Reader {
        directory,
        problems: Vec::new(),
    };
    let authored = reader.all();
    match authored {
        Some(authored) if reader.problems.is_empty() => Ok(authored),
        _ => Err(reader.problems),
    }
}

struct Reader<'a> {
    directory: &'a Path,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn all(&mut self) -> Option<Authored> {
        let identity: File<shapes::Identity> = self.file("catalog.toml")?;
        let facts = self.listed("facts", &identity.content.facts);
        let rules = self.listed("rules", &identity.content.rules);
        let checklist = self.listed("checklist", &identity.content.checklist);
        self.unlisted("facts", &identity.content.facts);
        self.unlisted("rules", &identity.content.rules);
        let scenarios = self.listed("scenarios", &identity.content.scenarios);
        self.unlisted("checklist", &identity.content.checklist);
        self.unlisted("scenarios", &identity.content.scenarios);
        let mut wording = Vec::new();
        let mut deck_words = Vec::new();
        let mut languages: Vec<Language> = Vec::new();
        for tag in &identity.content.languages {
            let tag = tag.get_ref();
            let language = self.language(tag, &identity.content, languages.first());
            let source = languages.first().unwrap_or(&language);
            for (part, names) in identity.content.wording.each() {
                let names = names.iter().map(|name| name.get_ref().as_str());
                wording.extend(names.filter_map(|name| {
                    Some(Wording {
                        language: tag.clone(),
                        part,
                        file: with_all(source, &language, name)?,
                    })
                }));
            }
            let scenarios = identity.content.scenarios.iter();
            deck_words.push(DeckWords {
                language: tag.clone(),
                files: scenarios
                    .filter_map(|name| {
                        let name = format!("scenarios/{}", name.get_ref());
                        let file = with_all(source, &language, &name)?;
                        self.typed(&file, tag == SOURCE_LANGUAGE)
                    })
                    .collect(),
            });
            languages.push(language);
        }
        Some(Authored {
            sources: self.file("law/sources.toml")?,
            milestones: self.file("law/milestones.toml")?,
            penalties: self.file("law/penalties.toml")?,
            sectors: self.file("sectors.toml")?,
            owners: self.file("checklist/owners.toml")?,
            tailoring: self.file("checklist/tailoring.toml")?,
            crosswalk: self.file("checklist/crosswalk.toml")?,
            findings: self.file("checklist/findings.toml")?,
            emphasis: self.file("checklist/emphasis.toml")?,
            steps: self.file("plan/steps.toml")?,
            durations: self.file("plan/durations.toml")?,
            gate: self.file("plan/gate.toml")?,
            advice: self.file("plan/advice.toml")?,
            people: self.file("plan/people.toml")?,
            starters: self.file("plan/starters.toml")?,
            identity,
            facts,
            rules,
            checklist,
            scenarios,
            wording,
            deck_words,
            languages,
        })
    }

    /// The words of a language as they are written. Only the source language, which comes first, must have every file.
    fn language(&mut self, tag: &str, identity: &shapes::Identity, source: Option<&Language>) -> Language {
        if source.is_none() && tag != SOURCE_LANGUAGE {
            self.problems.push(Problem {
                file: "catalog.toml".to_owned(),
                line: 0,
                message: format!("`{tag}` is not the source language"),
                hint: format!("`languages` begins with \"{SOURCE_LANGUAGE}\""),
            });
        }
        let parts = identity.wording.each();
        let mut names: Vec<shapes::Word> = parts.into_iter().flat_map(|(_, names)| names).cloned().collect();
        names.extend(identity.scenarios.iter().map(|name| {
            let name = format!("scenarios/{}", name.get_ref());
            shapes::Word::new(0..0, name)
        }));
        if source.is_some() {
            names.push(shapes::Word::new(0..0, titles::FILE.to_owned()));
        }
        let mut files = Vec::new();
        for name in &names {
            let path = format!("wording/{tag}/{}.toml", name.get_ref());
            if source.is_some() && !self.directory.join(&path).exists() {
                continue;
            }
            if let Some(file) = self.file(&path) {
                files.push((name.get_ref().clone(), file));
            }
        }
        self.unlisted(&format!("wording/{tag}"), &names);
        let states = format!("wording/{tag}/states.tsv");
        Language {
            tag: tag.to_owned(),
            files,
            states: fs::read_to_string(self.directory.join(&states))
                .ok()
                .map(|text| Text { file: states, text }),
        }
    }

    /// A table as a shape. Of a language beside the source one, the text is what the table says with all that is missing.
    fn typed<T: DeserializeOwned>(&mut self, file: &File<toml::Table>, source: bool) -> Option<File<T>> {
        let written = if source {
            None
        } else {
            toml::to_string(&file.content).ok()
        };
        let text = Text {
            file: file.text.file.clone(),
            text: written.unwrap_or_else(|| file.text.text.clone()),
        };
        match toml::from_str(&text.text) {
            Ok(content) => Some(File { text, content }),
            Err(error) => {
                self.refused(&text, &error);
                None
            }
        }
    }

    fn refused(&mut self, text: &Text, error: &toml::de::Error) {
        let span = error.span().unwrap_or(0..0);
        let hint = hint(error.message());
        self.problems
            .push(text.problem(span, error.message().to_owned(), hint));
    }

    fn listed<T: DeserializeOwned>(&mut self, folder: &str, names: &[shapes::Word]) -> Vec<File<T>> {
        names
            .iter()
            .filter_map(|name| self.file(&format!("{folder}/{}.toml", name.get_ref())))
            .collect()
    }

    /// A file that `catalog.toml` does not list would be ignored silently.
    fn unlisted(&mut self, folder: &str, names: &[shapes::Word]) {
        self.unlisted_below(folder, "", names);
    }

    fn unlisted_below(&mut self, folder: &str, below: &str, names: &[shapes::Word]) {
        let Ok(entries) = fs::read_dir(self.directory.join(folder).join(below)) else {
            return;
        };
        for entry in entries.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let Some(stem) = name.strip_suffix(".toml") else {
                if below.is_empty() && entry.path().is_dir() {
                    self.unlisted_below(folder, &format!("{name}/"), names);
                }
                continue;
            };
            let stem = format!("{below}{stem}");
            let own = folder == "checklist" && OWN_NAMES.contains(&stem.as_str());
            if !own && !names.iter().any(|known| *known.get_ref() == stem) {
                self.problems.push(Problem {
                    file: format!("{folder}/{below}{name}"),
                    line: 0,
                    message: "the file is not listed in catalog.toml".to_owned(),
                    hint: format!(
                        "add \"{stem}\" to `{}` in catalog.toml, or remove the file",
                        folder.split('/').next().unwrap_or(folder)
                    ),
                });
            }
        }
    }

    fn file<T: DeserializeOwned>(&mut self, name: &str) -> Option<File<T>> {
        let text = match fs::read_to_string(self.directory.join(name)) {
            Ok(text) => Text {
                file: name.to_owned(),
                text,
            },
            Err(error) => {
                self.problems.push(Problem {
                    file: name.to_owned(),
                    line: 0,
                    message: format!("cannot read the file: {error}"),
                    hint: "catalog.toml names the files of the catalogue".to_owned(),
                });
                return None;
            }
        };
        match toml::from_str(&text.text) {
            Ok(content) => Some(File { text, content }),
            Err(error) => {
                self.refused(&text, &error);
                None
            }
        }
    }
}

/// A wording file of a language with all texts that the source language has.
fn with_all(source: &Language, language: &Language, name: &str) -> Option<File<toml::Table>> {
    let find = |of: &'_ Language| {
        of.files
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, file)| file.clone())
    };
    let english = find(source)?;
    if source.tag == language.tag {
        return Some(english);
    }
    let own = find(language);
    let none = toml::Table::new();
    let content = completed(&english.content, own.as_ref().map_or(&none, |own| &own.content));
    Some(File {
        text: own.map_or(english.text, |own| own.text),
        content,
    })
}

/// What to do about a text that the shapes refuse, from what the reader of TOML says.
fn hint(message: &str) -> String {
    if message.contains("expected struct Condition") {
        return "a condition is a table with one of `all`, `any`, `not`, `is`, `in`, `term`".to_owned();
    }
    let mut words = message.split('`').skip(1).step_by(2);
    match words.next() {
        Some(wrong) if message.starts_with("unknown field") => did_you_mean(wrong, words),
        _ => "catalog/README.md lists the keys of each file and the form of their values".to_owned(),
    }
}
