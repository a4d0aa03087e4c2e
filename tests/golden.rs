//! Golden cases: use cases with answers and the outcome that the sources give.
//!
//! `tests/cases/*.toml` says for each case what it is, where the outcome comes from, the answers and
//! the outcome. Unknown keys fail; flags and references are those that must be among the ones found.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use aims_readiness::catalog::{Date, builtin};
use aims_readiness::engine::{Answers, classify};
use aims_readiness::export::{ClassificationRecord, classification_record};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    id: String,
    text: String,
    source: String,
    as_of: String,
    tier: Option<String>,
    range: Option<[String; 2]>,
    #[serde(default)]
    flags: Vec<String>,
    #[serde(default)]
    references: Vec<String>,
    applies_from: Option<String>,
    answers: BTreeMap<String, OneOrMany>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

fn cases() -> Vec<Case> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut files: Vec<_> = fs::read_dir(directory)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files
        .into_iter()
        .flat_map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            let file: File =
                toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            file.case
        })
        .collect()
}

fn result(case: &Case) -> Result<ClassificationRecord, String> {
    let catalog = builtin();
    let mut answers = Answers::new(catalog);
    for (fact, answer) in &case.answers {
        let values = match answer {
            OneOrMany::One(value) => std::slice::from_ref(value),
            OneOrMany::Many(values) => values,
        };
        answers
            .set_by_id(catalog, fact, values)
            .map_err(|error| error.to_string())?;
    }
    let as_of: Date = case
        .as_of
        .parse()
        .map_err(|_| format!("`{}` is not a date", case.as_of))?;
    Ok(classification_record(
        catalog,
        &answers,
        &classify(catalog, &answers, as_of),
    ))
}

/// What differs between the outcome expected and the one found.
fn differences(case: &Case) -> Vec<String> {
    let found = match result(case) {
        Ok(found) => found,
        Err(error) => return vec![error],
    };
    let mut differences = Vec::new();
    match (&case.tier, &case.range) {
        (Some(tier), None) if found.tier != Some(tier.as_str()) => {
            differences.push(format!(
                "tier {tier}, found {:?} by {:?}, open {:?}",
                found.range, found.rules, found.open
            ));
        }
        (None, Some(range)) if found.range != [range[0].as_str(), range[1].as_str()] => {
            differences.push(format!(
                "range {range:?}, found {:?} by {:?}",
                found.range, found.rules
            ));
        }
        (Some(_), Some(_)) | (None, None) => differences.push("give either tier or range".to_owned()),
        _ => {}
    }
    for flag in &case.flags {
        if !found.flags.contains(&flag.as_str()) {
            differences.push(format!("flag {flag}, found {:?}", found.flags));
        }
    }
    for reference in &case.references {
        if !found
            .references
            .iter()
            .any(|place| place.ends_with(&format!(", {reference}")))
        {
            differences.push(format!("reference {reference}, found {:?}", found.references));
        }
    }
    if case.applies_from.is_some() && case.applies_from != found.applies_from {
        differences.push(format!(
            "applies from {:?}, found {:?}",
            case.applies_from, found.applies_from
        ));
    }
    differences
}

#[test]
fn every_case_has_the_outcome_its_source_gives() {
    let cases = cases();
    let mut failed = Vec::new();
    for case in &cases {
        let differences = differences(case);
        if !differences.is_empty() {
            failed.push(format!(
                "{}: {}\n    expected {}",
                case.id,
                case.text,
                differences.join("\n    expected ")
            ));
        }
    }
    assert!(
        failed.is_empty(),
        "{} of {} cases fail:\n{}",
        failed.len(),
        cases.len(),
        failed.join("\n")
    );
}

#[test]
fn cases_are_many_and_tell_what_they_are() {
    let cases = cases();
    let ids: BTreeSet<&str> = cases.iter().map(|case| case.id.as_str()).collect();
    assert_eq!(ids.len(), cases.len(), "case ids are unique");
    assert!(cases.len() >= 60, "{} cases", cases.len());
    for case in &cases {
        assert!(
            case.text.len() > 20 && case.source.len() > 3,
            "{}: say what it is and where it comes from",
            case.id
        );
    }
}
