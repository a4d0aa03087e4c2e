//! Files of earlier versions.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use aims_readiness::catalog::builtin;
use aims_readiness::export::{SavedResult, compare};
use aims_readiness::record::SCHEMA;

use super::{day, opened};

fn files() -> BTreeMap<String, String> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/record/kept");
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read_to_string(&path).unwrap())
        })
        .collect()
}

#[test]
fn there_is_a_file_of_every_schema() {
    for schema in 0..=SCHEMA {
        let of_schema = |name: &String| name.starts_with(&format!("{schema}-"));
        assert!(files().keys().any(of_schema), "no file of schema {schema}");
    }
}

#[test]
fn every_file_opens_with_the_same_tier() {
    for (name, text) in files() {
        let opened = opened(&text).unwrap_or_else(|mistakes| panic!("{name}: {mistakes:?}"));
        assert!(
            name.starts_with(&format!("{}-", opened.schema)),
            "{name}: {}",
            opened.schema
        );
        let case = &opened.cases[0];
        assert!(case.left_out.is_empty(), "{name}: {:?}", case.left_out);
        let (answers, dropped) = case.use_case.answers(builtin());
        assert!(dropped.is_empty(), "{name}");
        let result = aims_readiness::engine::classify(builtin(), &answers, day());
        assert_eq!(
            (result.lowest.id(), result.highest.id()),
            ("high", "high"),
            "{name}"
        );
        assert_eq!(opened.register, name.contains("register"), "{name}");
    }
}

#[test]
fn work_and_columns_are_there_again() {
    let files = files();
    for name in ["1-visit.json", "1-saved.json", "2-record.json", "2-register.json"] {
        let case = opened(&files[name]).unwrap().cases.remove(0).use_case;
        assert_eq!(case.work["4.1"].0.owner, "Ann", "{name}");
    }
    let case = opened(&files["2-record.json"]).unwrap().cases.remove(0).use_case;
    assert_eq!(case.columns, [("Budget".to_owned(), "12,000".to_owned())]);
    assert_eq!(case.tags, ["hr", "pilot"]);
    assert_eq!(case.plan_start.unwrap().to_string(), "2027-01-04");
    assert_eq!(opened(&files["2-register.json"]).unwrap().cases.len(), 2);
}

#[test]
fn what_was_found_then_is_compared_with_now() {
    let files = files();
    for name in ["0-result.json", "1-saved.json", "2-record.json"] {
        let case = opened(&files[name]).unwrap().cases.remove(0);
        let saved = SavedResult {
            answers: BTreeMap::new(),
            result: case.saved.unwrap_or_else(|| panic!("{name} has a result")),
        };
        let found = compare(builtin(), &saved, day());
        assert_eq!(found.catalog.was, "aims-readiness-eu@0.2.0", "{name}");
        assert!(found.causes.contains(&"catalog"), "{name}");
    }
}

#[test]
fn what_is_said_of_a_use_case_may_stand_together() {
    let text = r#"{"schema": 2, "about": {"name": "Chat", "tags": ["x"], "columns": [["a", "b"]]}, "name": "Mine", "answers": {}}"#;
    let case = opened(text).unwrap().cases.remove(0);
    assert!(case.left_out.is_empty());
    assert_eq!(case.use_case.name, "Mine");
    assert_eq!(case.use_case.tags, ["x"]);
    assert_eq!(case.use_case.columns, [("a".to_owned(), "b".to_owned())]);
    let mistakes = opened(r#"{"schema": 2, "about": {"nam": "x"}, "answers": {}}"#).unwrap_err();
    assert_eq!(mistakes[0].place, "/about/nam");
}
