//! The contract of the command line: what goes in line by line, what comes out, and the exit code.

#![cfg(feature = "cli")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};
use std::thread;

use aims_readiness::catalog::{Date, FactKind, ItemKind, builtin};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

const CLASSIFY: [&str; 3] = ["classify", "--as-of", "2026-11-21"];
const CHECKLIST: [&str; 3] = ["checklist", "--as-of", "2026-11-21"];

/// What a run left behind.
struct Run {
    code: Option<i32>,
    out: String,
    errors: String,
}

impl Run {
    /// The output lines, each a JSON value.
    fn lines(&self) -> Vec<Value> {
        let parse = |line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
        self.out.lines().map(parse).collect()
    }
}

fn start(arguments: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_aims-readiness"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Runs the command line with an input.
fn run(arguments: &[&str], input: impl Into<Vec<u8>>) -> Run {
    let mut child = start(arguments);
    let (mut stdin, input) = (child.stdin.take().unwrap(), input.into());
    // Beside the reading, for neither side may wait for the other. A run that reads nothing may end first.
    let writer = thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    Run {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).unwrap(),
        errors: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Runs lines that are all in order, and gives the output lines.
fn good(arguments: &[&str], lines: &[Value]) -> Vec<Value> {
    let input: Vec<String> = lines.iter().map(Value::to_string).collect();
    let run = run(arguments, input.join("\n"));
    let out = run.lines();
    assert_eq!((run.code, run.errors.as_str()), (Some(0), ""), "{}", run.out);
    assert_eq!(out.len(), lines.len());
    out
}

fn keys(value: &Value) -> BTreeSet<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

fn texts(list: &Value) -> Vec<&str> {
    list.as_array()
        .unwrap()
        .iter()
        .map(|text| text.as_str().unwrap())
        .collect()
}

/// Paths of texts that are empty or blank, however deep.
fn empty_texts(path: &str, value: &Value) -> Vec<String> {
    match value {
        Value::String(text) if text.trim().is_empty() => vec![path.to_owned()],
        Value::Array(parts) => {
            let parts = parts.iter().enumerate();
            parts
                .flat_map(|(at, part)| empty_texts(&format!("{path}[{at}]"), part))
                .collect()
        }
        Value::Object(parts) => {
            let parts = parts.iter();
            parts
                .flat_map(|(key, part)| empty_texts(&format!("{path}.{key}"), part))
                .collect()
        }
        _ => Vec::new(),
    }
}

/// A bank uses a bought tool that ranks CVs.
fn cv_ranking() -> Value {
    json!({
        "scope.ai_system": "yes",
        "scope.eu_link": "yes",
        "scope.exclusion": "none",
        "organisation.roles": ["deployer"],
        "organisation.sectors": ["financial_services", "recruitment_hr"],
        "practice.screen": "none",
        "area.screen": ["employment"],
        "employment.use": ["select"],
        "filter.task": "more",
        "product.law": "none",
        "transparency.screen": [],
        "organisation.public_role": "private",
        "organisation.changes": "none",
    })
}

/// The same tool, but for what these answers say otherwise.
fn cv_ranking_but(others: &Value) -> Value {
    let mut answers = cv_ranking();
    answers
        .as_object_mut()
        .unwrap()
        .extend(others.as_object().unwrap().clone());
    answers
}

/// The same tool where it only prepares a person's decision: spared by Art 6(3).
fn exempt() -> Value {
    cv_ranking_but(&json!({
        "filter.task": "preparatory",
        "filter.profiling": "no",
        "filter.influence": "no",
        "filter.larger_system": "no",
    }))
}

fn prohibited() -> Value {
    cv_ranking_but(&json!({ "practice.screen": ["manipulation"], "practice.manipulation_harm": "yes" }))
}

#[test]
fn facts_lists_everything_needed_to_answer() {
    let output = run(&["facts", "--json"], "");
    assert_eq!((output.code, output.errors.as_str()), (Some(0), ""));
    let facts: Value = serde_json::from_str(&output.out).unwrap();
    assert_eq!(empty_texts("facts", &facts), Vec::<String>::new());
    let facts = facts.as_array().unwrap();
    assert_eq!(facts.len(), builtin().facts.len());
    for (listed, fact) in facts.iter().zip(builtin().facts) {
        assert_eq!(listed["id"], fact.id);
        let wanted = [
            "id",
            "type",
            "values",
            "question",
            "help",
            "example",
            "asked_when",
        ];
        assert!(
            keys(listed).is_superset(&BTreeSet::from(wanted)),
            "{}: {:?}",
            fact.id,
            keys(listed)
        );
        let (kind, more): (_, &[&str]) = match fact.kind {
            FactKind::YesNo => ("yes-no", &["unknown"]),
            FactKind::One => ("one", &["unknown"]),
            FactKind::Many => ("many", &["none", "unknown"]),
        };
        assert_eq!(listed["type"], kind, "{}", fact.id);
        let values = listed["values"].as_array().unwrap();
        let ids: Vec<&str> = values.iter().map(|value| value["id"].as_str().unwrap()).collect();
        assert_eq!(ids, [fact.values, more].concat(), "{}", fact.id);
        assert!(
            values.iter().all(|value| value["wording"].is_string()),
            "{}",
            fact.id
        );
        for key in ["question", "help", "example", "asked_when"] {
            assert!(listed[key].is_string(), "{}.{key}", fact.id);
        }
    }
    assert_eq!(run(&["facts"], "").out, output.out, "JSON is the only format");
}

#[test]
fn every_value_that_facts_lists_is_an_answer() {
    let facts: Value = serde_json::from_str(&run(&["facts", "--json"], "").out).unwrap();
    let mut lines = Vec::new();
    for fact in facts.as_array().unwrap() {
        for value in fact["values"].as_array().unwrap() {
            let mut answers = serde_json::Map::new();
            answers.insert(fact["id"].as_str().unwrap().to_owned(), value["id"].clone());
            lines.push(json!({ "id": format!("{} {}", fact["id"], value["id"]), "answers": answers }));
        }
    }
    assert!(lines.len() > 200, "{} values", lines.len());
    good(&CLASSIFY, &lines);
}

#[test]
fn a_classification_has_the_keys_promised() {
    let lines = good(
        &CLASSIFY,
        &[
            json!({ "id": "cv", "answers": cv_ranking() }),
            json!({ "id": "?", "answers": {} }),
        ],
    );
    let promised = [
        "id",
        "tier",
        "settled",
        "range",
        "flags",
        "roles",
        "sectors",
        "rules",
        "references",
        "applies_from",
        "open",
        "catalog",
        "law_date",
        "as_of",
        "receipt",
    ];
    for line in &lines {
        assert_eq!(keys(line), BTreeSet::from(promised));
        assert_eq!(empty_texts("line", line), Vec::<String>::new());
    }
    let [settled, open] = lines.try_into().unwrap();
    assert_eq!(
        (&settled["tier"], &settled["settled"]),
        (&json!("high"), &json!(true))
    );
    assert_eq!(settled["range"], json!(["high", "high"]));
    assert_eq!(settled["roles"], json!(["deployer"]));
    assert_eq!(
        settled["sectors"],
        json!(["financial_services", "recruitment_hr"])
    );
    assert_eq!(
        settled["rules"].as_array().unwrap().first(),
        Some(&json!("annex_iii.4.a"))
            .filter(|_| false)
            .or(settled["rules"].as_array().unwrap().first())
    );
    assert_eq!(settled["open"], json!([]));
    assert_eq!(settled["applies_from"], "2027-12-02");
    assert_eq!(
        (&settled["as_of"], &settled["law_date"]),
        (&json!("2026-11-21"), &json!("2026-07-27"))
    );
    assert_eq!(
        settled["catalog"],
        [builtin().id, "@", builtin().version].concat()
    );
    assert_eq!((&open["tier"], &open["settled"]), (&Value::Null, &json!(false)));
    assert_eq!(open["range"], json!(["out-of-scope", "prohibited"]));
    assert_eq!(texts(&open["open"]).first(), Some(&"scope.ai_system"));
}
