//! The form of a case, and what the engine says about it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use aims_readiness::catalog::{Catalog, Date, builtin};
use aims_readiness::engine::{Answers, classify};
use aims_readiness::export::{ClassificationRecord, classification_record, reference_text};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

/// A use case with the outcome that its source gives.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    /// Name of the file it stands in.
    #[serde(skip)]
    pub(crate) file: String,
    pub(crate) id: String,
    pub(crate) text: String,
    pub(crate) source: String,
    pub(crate) as_of: String,
    pub(crate) tier: Option<String>,
    pub(crate) range: Option<[String; 2]>,
    /// Flags that must be raised.
    #[serde(default)]
    pub(crate) flags: Vec<String>,
    /// References that must be cited, those of near misses included.
    #[serde(default)]
    pub(crate) references: Vec<String>,
    /// Rules that must say why the use is outside of a point.
    #[serde(default)]
    pub(crate) near_misses: Vec<String>,
    /// Flags and rules that must not be found.
    #[serde(default)]
    pub(crate) without: Vec<String>,
    /// Sectors, where they are the point of the case.
    pub(crate) sectors: Option<Vec<String>>,
    pub(crate) applies_from: Option<String>,
    pub(crate) answers: BTreeMap<String, OneOrMany>,
}

#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

/// What the engine says about a case.
pub(crate) struct Found {
    pub(crate) record: ClassificationRecord,
    pub(crate) near_misses: Vec<&'static str>,
    pub(crate) references: Vec<String>,
}

/// Every case, in the order of the files.
pub(crate) fn cases() -> &'static [Case] {
    static CASES: LazyLock<Vec<Case>> = LazyLock::new(read);
    &CASES
}

/// A path below the package.
pub(crate) fn place(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn read() -> Vec<Case> {
    let mut files: Vec<_> = fs::read_dir(place("tests/cases"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    files.sort();
    files
        .into_iter()
        .flat_map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            let mut file: File =
                toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            for case in &mut file.case {
                case.file = path.file_name().unwrap().display().to_string();
            }
            file.case
        })
        .collect()
}

impl Case {
    /// The answers, or why they do not fit the catalogue.
    pub(crate) fn answers(&self) -> Result<Answers, String> {
        let catalog = builtin();
        let mut answers = Answers::new(catalog);
        for (fact, answer) in &self.answers {
            let values = match answer {
                OneOrMany::One(value) => std::slice::from_ref(value),
                OneOrMany::Many(values) => values,
            };
            answers
                .set_by_id(catalog, fact, values)
                .map_err(|error| error.to_string())?;
        }
        Ok(answers)
    }

    /// The day whose law is applied.
    pub(crate) fn as_of(&self) -> Date {
        self.as_of
            .parse()
            .unwrap_or_else(|_| panic!("{}: `{}` is not a date", self.id, self.as_of))
    }

    /// What `catalog` says about the case.
    pub(crate) fn found(&self, catalog: &'static Catalog) -> Result<Found, String> {
        let answers = self.answers()?;
        let result = classify(catalog, &answers, self.as_of());
        let record = classification_record(catalog, &answers, &result);
        let misses = result.near_misses(catalog);
        let mut references = record.references.clone();
        for place in misses.iter().flat_map(|(rule, _)| rule.legal.references) {
            references.push(reference_text(catalog, place, result.as_of));
        }
        Ok(Found {
            record,
            near_misses: misses.iter().map(|(rule, _)| rule.id).collect(),
            references,
        })
    }

    /// What differs between the outcome expected and the one found.
    pub(crate) fn differences(&self, catalog: &'static Catalog) -> Vec<String> {
        let found = match self.found(catalog) {
            Ok(found) => found,
            Err(error) => return vec![error],
        };
        let record = &found.record;
        let mut differences = Vec::new();
        match (&self.tier, &self.range) {
            (Some(tier), None) if record.tier != Some(tier.as_str()) => {
                differences.push(format!(
                    "tier {tier}, found {:?} by {:?}, open {:?}",
                    record.range, record.rules, record.open
                ));
            }
            (None, Some(range)) if record.range != [range[0].as_str(), range[1].as_str()] => {
                differences.push(format!(
                    "range {range:?}, found {:?} by {:?}",
                    record.range, record.rules
                ));
            }
            (Some(_), Some(_)) | (None, None) => differences.push("give either tier or range".to_owned()),
            _ => {}
        }
        for flag in &self.flags {
            if !record.flags.contains(&flag.as_str()) {
                differences.push(format!("flag {flag}, found {:?}", record.flags));
            }
        }
        for rule in &self.near_misses {
            if !found.near_misses.contains(&rule.as_str()) {
                differences.push(format!("near miss {rule}, found {:?}", found.near_misses));
            }
        }
        for id in &self.without {
            let lists = [&record.flags, &record.rules, &found.near_misses];
            if lists.iter().any(|list| list.contains(&id.as_str())) {
                differences.push(format!("no {id}, and found it"));
            }
        }
        if let Some(sectors) = &self.sectors
            && record.sectors != *sectors
        {
            differences.push(format!("sectors {sectors:?}, found {:?}", record.sectors));
        }
        for reference in &self.references {
            let tail = format!(", {reference}");
            if !found.references.iter().any(|place| place.ends_with(&tail)) {
                differences.push(format!("reference {reference}, found {:?}", found.references));
            }
        }
        if self.applies_from.is_some() && self.applies_from != record.applies_from {
            differences.push(format!(
                "applies from {:?}, found {:?}",
                self.applies_from, record.applies_from
            ));
        }
        differences
    }
}
