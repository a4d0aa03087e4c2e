//! Reads the files of a catalogue directory.

use std::fs;
use std::path::Path;

use serde::de::DeserializeOwned;

use super::problem::{Problem, Text, did_you_mean};
use super::shapes;

/// A file with its text and its typed content.
#[derive(Debug)]
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
}

/// The words of the scenario deck in a language.
#[derive(Debug)]
pub struct DeckWords {
    /// Language.
    pub language: String,
    pub files: Vec<File<shapes::ScenarioWords>>,
}

/// A wording file as a plain table.
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
        for language in &identity.content.languages {
            let language = language.get_ref();
            let mut listed = Vec::new();
            for (part, names) in identity.content.wording.each() {
                for name in names {
                    if let Some(file) = self.file(&format!("wording/{language}/{}.toml", name.get_ref())) {
                        wording.push(Wording {
                            language: language.clone(),
                            part,
                            file,
                        });
                    }
                    listed.push(name.clone());
                }
            }
            let names = &identity.content.scenarios;
            deck_words.push(DeckWords {
                language: language.clone(),
                files: self.listed(&format!("wording/{language}/scenarios"), names),
            });
            listed.extend(names.iter().map(|name| {
                let name = format!("scenarios/{}", name.get_ref());
                shapes::Word::new(0..0, name)
            }));
            self.unlisted(&format!("wording/{language}"), &listed);
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
        })
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
                let span = error.span().unwrap_or(0..0);
                let hint = hint(error.message());
                let problem = text.problem(span, error.message().to_owned(), hint);
                self.problems.push(problem);
                None
            }
        }
    }
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
