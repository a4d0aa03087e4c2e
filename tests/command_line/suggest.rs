//! `suggest`: at most three sectors and areas, ids that exist, and answers that `classify` takes.

use std::collections::BTreeSet;

use aims_readiness::catalog::builtin;
use serde_json::{Value, json};

use super::{CLASSIFY, good, keys, run, texts};

const SUGGEST: [&str; 1] = ["suggest"];

/// Descriptions of many kinds, with the sector that comes first where it is plain.
const DESCRIPTIONS: [(&str, Option<&str>); 8] = [
    (
        "We rank CVs of job applicants and invite the best ones.",
        Some("recruitment_hr"),
    ),
    (
        "Unsere Bank prüft die Kreditwürdigkeit von Verbrauchern.",
        Some("financial_services"),
    ),
    (
        "Die Universität lässt Klausuren automatisch benoten.",
        Some("education"),
    ),
    (
        "A chatbot of an online shop answers customers and writes product texts.",
        None,
    ),
    (
        "Officers score asylum applications by risk at the border.",
        Some("law_enforcement_migration"),
    ),
    (
        "CVs, credit, exams, asylum, patients, judges, elections, power grids, faces",
        None,
    ),
    ("qqqq zzzz", None),
    ("", None),
];

fn values(fact: &str) -> &'static [&'static str] {
    let known = builtin().facts.iter().find(|known| known.id == fact);
    known.unwrap_or_else(|| panic!("{fact} is a fact")).values
}

fn suggested() -> Vec<Value> {
    let line = |(number, (text, _)): (usize, &(&str, _))| json!({ "id": number, "text": text });
    good(
        &SUGGEST,
        &DESCRIPTIONS.iter().enumerate().map(line).collect::<Vec<_>>(),
    )
}

#[test]
fn at_most_three_of_each_best_first_and_all_of_them_exist() {
    let mut longest = 0;
    for (number, (line, (text, sector))) in suggested().iter().zip(DESCRIPTIONS).enumerate() {
        assert_eq!(
            keys(line),
            BTreeSet::from(["id", "sectors", "areas", "answers"]),
            "{text}"
        );
        assert_eq!(line["id"], number, "{text}");
        for (list, fact) in [("sectors", "organisation.sectors"), ("areas", "area.screen")] {
            let found = line[list].as_array().unwrap();
            assert!(found.len() <= 3, "{text}: {found:?}");
            longest = longest.max(found.len());
            let scores: Vec<f64> = found.iter().map(|one| one["score"].as_f64().unwrap()).collect();
            assert!(scores.is_sorted_by(|one, next| one >= next), "{text}: {found:?}");
            assert!(
                scores.iter().all(|score| (0.0..=1.0).contains(score)),
                "{text}: {found:?}"
            );
            let ids: BTreeSet<&str> = found.iter().map(|one| one["id"].as_str().unwrap()).collect();
            assert_eq!(ids.len(), found.len(), "{text}: one twice");
            let known = |id: &&str| values(fact).contains(id) || list == "areas" && *id == "none";
            assert!(ids.iter().all(known), "{text}: {found:?}");
        }
        let first = line["sectors"].get(0).map(|first| first["id"].as_str().unwrap());
        assert!(sector.is_none() || first == sector, "{text}: {line}");
    }
    assert_eq!(longest, 3);
}

#[test]
fn answers_are_such_as_classify_takes_and_settle_nothing() {
    let lines = suggested();
    let mut facts = BTreeSet::new();
    for line in &lines {
        for (fact, given) in line["answers"].as_object().unwrap() {
            facts.insert(fact.clone());
            assert!(!texts(given).is_empty(), "{line}");
            assert!(
                texts(given).iter().all(|value| values(fact).contains(value)),
                "{line}"
            );
        }
    }
    assert!(
        facts.contains("area.screen") && facts.contains("organisation.sectors"),
        "{facts:?}"
    );
    let cases: Vec<Value> = lines
        .iter()
        .map(|line| json!({ "id": line["id"], "answers": line["answers"] }))
        .collect();
    for classified in good(&CLASSIFY, &cases) {
        assert_eq!(classified["settled"], false, "a person decides: {classified}");
    }
}

#[test]
fn descriptions_without_known_words_suggest_nothing() {
    for line in &suggested()[6..] {
        for key in ["sectors", "areas"] {
            assert_eq!(line[key], json!([]));
        }
        assert_eq!(line["answers"], json!({}));
    }
}

#[test]
fn bad_lines_are_told_in_their_place() {
    let none = Value::Null;
    let bad = [
        ("{\"id\": 1, \"text\": ", &none, "not-json"),
        ("text", &none, "not-json"),
        (r#"{"text": "a chatbot"}"#, &none, "no-id"),
        (r#"{"id": null, "text": "a chatbot"}"#, &none, "no-id"),
        (r#"{"id": {}, "text": "a chatbot"}"#, &none, "no-id"),
        (r#"{"id": 3}"#, &json!(3), "no-text"),
        (r#"{"id": "x", "text": 7}"#, &json!("x"), "no-text"),
        (r#"{"id": "x", "text": ["a chatbot"]}"#, &json!("x"), "no-text"),
    ];
    let fine = json!({ "id": "fine", "text": "We rank CVs." }).to_string();
    let mut input = String::new();
    for (line, ..) in &bad {
        input.push_str(&format!("\n{line}\r\n{fine}\n"));
    }
    let run = run(&SUGGEST, input.trim_end());
    assert_eq!((run.code, run.errors.as_str()), (Some(1), ""));
    let out = run.lines();
    assert_eq!(out.len(), 2 * bad.len());
    for ((number, (line, id, code)), pair) in bad.iter().enumerate().zip(out.chunks(2)) {
        assert_eq!(keys(&pair[0]), BTreeSet::from(["id", "line", "error"]), "{line}");
        assert_eq!(
            (&pair[0]["id"], &pair[0]["line"], &pair[0]["error"]["code"]),
            (*id, &json!(2 + 3 * number), &json!(code)),
            "{line}"
        );
        assert_eq!(pair[1]["id"], "fine", "after {line}");
    }
}

#[test]
fn a_description_is_an_object() {
    for line in ["[1]", "7", "null", r#""a chatbot""#] {
        assert_eq!(
            run(&SUGGEST, line).lines()[0]["error"]["code"],
            "not-an-object",
            "{line}"
        );
    }
}

/// The model is the same on every day, so a day says nothing here.
#[test]
fn suggest_takes_no_day() {
    let run = run(&["suggest", "--as-of", "2026-11-21"], "");
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
}
