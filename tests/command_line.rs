//! The contract of the command line: what goes in line by line, what comes out, and the exit code.

#![cfg(feature = "cli")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "command_line/compare.rs"]
mod compare;
#[path = "command_line/explain.rs"]
mod explain;
#[path = "command_line/plan.rs"]
mod plan;
#[path = "command_line/records.rs"]
mod records;
#[path = "command_line/rules.rs"]
mod rules;
#[path = "command_line/streams.rs"]
mod streams;
#[path = "command_line/suggest.rs"]
mod suggest;
#[path = "command_line/tables.rs"]
mod tables;

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
    assert!(texts(&settled["rules"]).contains(&"annex_iii.4.a"));
    assert!(texts(&settled["references"]).contains(&"AI Act, Annex III, point 4(a)"));
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

#[test]
fn lines_come_back_in_order_with_their_ids() {
    let ids = [
        json!("b"),
        json!("a"),
        json!(""),
        json!(7),
        json!(-1),
        json!(2.5),
        json!(18_446_744_073_709_551_615_u64),
    ];
    let line = |id| json!({ "id": id, "answers": cv_ranking() });
    let lines: Vec<Value> = ids.iter().map(line).collect();
    for arguments in [CLASSIFY, CHECKLIST] {
        let out = good(&arguments, &lines);
        let found: Vec<&Value> = out.iter().map(|line| &line["id"]).collect();
        assert_eq!(found, ids.iter().collect::<Vec<_>>());
    }
}

#[test]
fn a_thousand_lines_come_back_in_order() {
    let line = |id| json!({ "id": id, "answers": { "scope.ai_system": "no" } });
    let out = good(&CLASSIFY, &(0..1000).map(line).collect::<Vec<_>>());
    assert!(
        out.iter()
            .zip(0..)
            .all(|(line, id)| line["id"] == id && line["tier"] == "out-of-scope")
    );
}

#[test]
fn bad_lines_are_told_and_the_rest_goes_on() {
    let none = Value::Null;
    let bad = [
        (r#"{"id": "x", "answers": "#, &none, "not-json"),
        ("hello", &none, "not-json"),
        (r#"{"id": 1, "answers": {}} {}"#, &none, "not-json"),
        ("[1]", &none, "not-an-object"),
        ("null", &none, "not-an-object"),
        (r#""x""#, &none, "not-an-object"),
        (r#"{"answers": {}}"#, &none, "no-id"),
        (r#"{"id": null, "answers": {}}"#, &none, "no-id"),
        (r#"{"id": [1], "answers": {}}"#, &none, "no-id"),
        (r#"{"id": 3}"#, &json!(3), "no-answers"),
        (r#"{"id": "x", "answers": []}"#, &json!("x"), "no-answers"),
        (r#"{"id": "x", "answers": null}"#, &json!("x"), "no-answers"),
        (
            r#"{"id": "x", "answers": {}, "answer": {}}"#,
            &json!("x"),
            "unknown-key",
        ),
        (
            r#"{"id": "x", "answers": {"scope.aisystem": "yes"}}"#,
            &json!("x"),
            "unknown-fact",
        ),
        (
            r#"{"id": "x", "answers": {"scope.ai_system": "maybe"}}"#,
            &json!("x"),
            "unknown-value",
        ),
        (
            r#"{"id": "x", "answers": {"scope.ai_system": "none"}}"#,
            &json!("x"),
            "unknown-value",
        ),
        (
            r#"{"id": "x", "answers": {"area.screen": ["credit", "unknown"]}}"#,
            &json!("x"),
            "unknown-value",
        ),
        (
            r#"{"id": "x", "answers": {"scope.ai_system": ["yes", "no"]}}"#,
            &json!("x"),
            "not-one-value",
        ),
        (
            r#"{"id": "x", "answers": {"scope.ai_system": []}}"#,
            &json!("x"),
            "not-one-value",
        ),
        (
            r#"{"id": "x", "answers": {"scope.ai_system": 1}}"#,
            &json!("x"),
            "not-an-answer",
        ),
        (
            r#"{"id": "x", "answers": {"scope.ai_system": null}}"#,
            &json!("x"),
            "not-an-answer",
        ),
        (
            r#"{"id": "x", "answers": {"scope.ai_system": [true]}}"#,
            &json!("x"),
            "not-an-answer",
        ),
    ];
    let fine = json!({ "id": "fine", "answers": { "scope.ai_system": "no" } }).to_string();
    // Blank lines give no output and count all the same; line ends may be those of Windows.
    let mut input = String::from("\n");
    for (line, ..) in &bad {
        input.push_str(&format!("{line}\n  \r\n{fine}\r\n"));
    }
    for arguments in [CLASSIFY, CHECKLIST] {
        let run = run(&arguments, input.clone());
        assert_eq!(run.code, Some(1), "{}", run.errors);
        let out = run.lines();
        assert_eq!(out.len(), 2 * bad.len());
        for ((number, (line, id, code)), pair) in (0..).zip(&bad).zip(out.chunks(2)) {
            let (failed, next) = (&pair[0], &pair[1]);
            assert_eq!(keys(failed), BTreeSet::from(["id", "line", "error"]), "{line}");
            let error = &failed["error"];
            assert_eq!(
                keys(error),
                BTreeSet::from(["code", "message", "expected"]),
                "{line}"
            );
            assert_eq!(
                (&failed["id"], error["code"].as_str()),
                (*id, Some(*code)),
                "{line}"
            );
            assert_eq!(failed["line"], 2 + 3 * number, "{line}");
            assert_eq!(empty_texts("line", failed), Vec::<String>::new(), "{line}");
            assert_eq!(
                (&next["id"], &next["tier"]),
                (&json!("fine"), &json!("out-of-scope")),
                "after {line}"
            );
        }
    }
}

#[test]
fn an_error_names_what_was_expected() {
    let input = r#"{"id": 1, "answers": {"filter.task": "more or less"}}
{"id": 2, "answers": {"filter.tusk": "more"}}
{"id": 3, "answers": {}, "answer": {}}"#;
    let out = run(&CLASSIFY, input).lines();
    let text = |line: usize, key: &str| out[line]["error"][key].as_str().unwrap();
    assert!(text(0, "message").contains("`more or less`") && text(0, "message").contains("`filter.task`"));
    let fact = builtin()
        .facts
        .iter()
        .find(|fact| fact.id == "filter.task")
        .unwrap();
    assert_eq!(
        text(0, "expected"),
        [&fact.values.join(", "), ", unknown"].concat()
    );
    assert!(text(1, "message").contains("`filter.tusk`") && text(1, "expected").contains("facts --json"));
    assert!(text(2, "message").contains("`answer`") && text(2, "expected").contains(r#""answers""#));
}

#[test]
fn empty_input_gives_no_output() {
    for arguments in [CLASSIFY, CHECKLIST] {
        for input in ["", "\n", " \n\t\r\n\n"] {
            let run = run(&arguments, input);
            assert_eq!(
                (run.code, run.out.as_str(), run.errors.as_str()),
                (Some(0), "", ""),
                "{input:?}"
            );
        }
    }
}

#[test]
fn a_wrong_call_ends_with_2_and_says_so() {
    let calls: [&[&str]; 8] = [
        &[],
        &["clasify"],
        &["classify", "--as_of", "2026-11-21"],
        &["classify", "--as-of"],
        &["classify", "use-cases.jsonl"],
        &["facts", "--csv"],
        &["wording"],
        &["checklist", "--as-of", "2026-11-21", "--as-of", "2026-11-22"],
    ];
    for arguments in calls {
        let run = run(arguments, "{\"id\": 1, \"answers\": {}}\n");
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(
            run.errors.contains("Usage: ") || run.errors.contains("--help"),
            "{arguments:?}: {}",
            run.errors
        );
    }
}

#[test]
fn a_day_without_law_or_calendar_ends_with_2() {
    let line = "{\"id\": 1, \"answers\": {}}\n";
    let first = "2024-08-01";
    for command in ["classify", "checklist"] {
        for (day, named) in [
            ("2024-07-31", first),
            ("0001-01-01", first),
            ("2026-02-29", "YYYY-MM-DD"),
            ("2026-13-01", "YYYY-MM-DD"),
            ("2026-1-01", "YYYY-MM-DD"),
            ("20261121", "YYYY-MM-DD"),
            ("today", "YYYY-MM-DD"),
            ("", "YYYY-MM-DD"),
        ] {
            let run = run(&[command, "--as-of", day], line);
            assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{command} {day}");
            assert!(run.errors.contains(named), "{command} {day}: {}", run.errors);
        }
        let run = run(&[command, "--as-of", first], line);
        assert_eq!((run.code, run.lines().len()), (Some(0), 1), "{}", run.errors);
    }
}

#[test]
fn the_day_is_today_where_none_is_given() {
    let line = json!({ "id": 1, "answers": cv_ranking() });
    let classified = &good(&["classify"], std::slice::from_ref(&line))[0];
    let day: Date = classified["as_of"].as_str().unwrap().parse().unwrap();
    assert!(day >= builtin().law_texts[0].from, "{day}");
    assert_eq!(classified["tier"], "high");
    assert_eq!(good(&["checklist"], &[line])[0]["tier"], "high");
}

#[test]
fn bytes_that_are_no_text_stop_nothing() {
    let mut input = b"{\"id\": \"a\xff\", \"answers\": {}}\n\xfe\xff\x00\n".to_vec();
    input.extend(b"{\"id\": \"fine\", \"answers\": {}}\n");
    let run = run(&CLASSIFY, input);
    let out = run.lines();
    assert_eq!((run.code, out.len()), (Some(1), 3), "{}", run.errors);
    assert_eq!(
        (&out[1]["line"], &out[1]["error"]["code"]),
        (&json!(2), &json!("not-json"))
    );
    assert_eq!(out[2]["id"], "fine");
}

#[test]
fn a_line_of_ten_megabytes_is_a_line_like_any_other() {
    let long = "x".repeat(10_000_000);
    let deep = "[".repeat(1_000_000);
    let fine = "{\"id\": \"fine\", \"answers\": {}}";
    let input = format!("{long}\n{{\"id\": \"{long}\", \"answers\": {{}}}}\n{deep}\n{fine}");
    let run = run(&CLASSIFY, input);
    assert_eq!(run.code, Some(1), "{}", run.errors);
    let out = run.lines();
    let codes: Vec<Option<&str>> = out.iter().map(|line| line["error"]["code"].as_str()).collect();
    assert_eq!(codes, [Some("not-json"), None, Some("not-json"), None]);
    assert!(out[1]["id"] == long.as_str() && out[3]["id"] == "fine");
}

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    let line = json!({ "id": 1, "answers": cv_ranking() }).to_string();
    let input = format!("{line}\n").repeat(200);
    for arguments in [&CHECKLIST[..], &CLASSIFY[..], &["facts", "--json"]] {
        let mut child = start(arguments);
        let mut stdin = child.stdin.take().unwrap();
        // Whoever reads is gone before the first line goes in.
        drop(child.stdout.take());
        let input = input.clone();
        let writer = thread::spawn(move || drop(stdin.write_all(input.as_bytes())));
        let mut errors = String::new();
        child.stderr.take().unwrap().read_to_string(&mut errors).unwrap();
        let code = child.wait().unwrap().code();
        writer.join().unwrap();
        assert_eq!((code, errors.as_str()), (Some(0), ""), "{arguments:?}");
    }
}

fn checklist_of(answers: &Value) -> Value {
    good(&CHECKLIST, &[json!({ "id": "case", "answers": answers })]).remove(0)
}

#[test]
fn a_checklist_has_the_keys_promised() {
    let list = checklist_of(&cv_ranking());
    assert_eq!(keys(&list), BTreeSet::from(["id", "tier", "settled", "items"]));
    assert_eq!(
        (&list["id"], &list["tier"], &list["settled"]),
        (&json!("case"), &json!("high"), &json!(true))
    );
    assert_eq!(empty_texts("list", &list), Vec::<String>::new());
    let promised = BTreeSet::from([
        "id",
        "ref",
        "kind",
        "title",
        "applicability",
        "reason",
        "priority",
    ]);
    for item in list["items"].as_array().unwrap() {
        assert!(keys(item).is_superset(&promised), "{item}");
        let word = |key: &str| item[key].as_str().unwrap();
        assert!(
            ["clause", "control", "act", "sector"].contains(&word("kind")),
            "{item}"
        );
        assert!(
            ["applicable", "conditional", "excludable"].contains(&word("applicability")),
            "{item}"
        );
        assert!((1..=3).contains(&item["priority"].as_u64().unwrap()), "{item}");
        // A placeholder that nothing fills would show as it is; a sentence has more than one word.
        assert!(
            !word("reason").contains(['{', '}']) && word("reason").contains(' '),
            "{item}"
        );
    }
}

#[test]
fn a_checklist_has_all_clauses_and_controls() {
    let list = checklist_of(&cv_ranking());
    let items = list["items"].as_array().unwrap();
    let ids = |kind: &str| -> Vec<&str> {
        let items = items.iter().filter(|item| item["kind"] == kind);
        items.map(|item| item["id"].as_str().unwrap()).collect()
    };
    for (kind, name, count) in [
        (ItemKind::Clause, "clause", 32),
        (ItemKind::Control, "control", 38),
    ] {
        let known = builtin().items.iter().filter(|item| item.kind == kind);
        assert_eq!(ids(name), known.map(|item| item.id).collect::<Vec<_>>());
        assert_eq!(ids(name).len(), count);
    }
    assert!(!ids("act").is_empty(), "a high-risk use has duties");
    let all: BTreeSet<&str> = items.iter().map(|item| item["id"].as_str().unwrap()).collect();
    assert_eq!(all.len(), items.len(), "no item stands twice");
    let clauses = items.iter().filter(|item| item["kind"] == "clause");
    for item in clauses {
        assert_eq!(
            item["applicability"], "applicable",
            "no clause is tailored out: {item}"
        );
    }
}

#[test]
fn a_prohibited_use_gets_the_stop_list_alone() {
    let list = checklist_of(&prohibited());
    assert_eq!(
        (&list["tier"], &list["settled"]),
        (&json!("prohibited"), &json!(true))
    );
    assert_eq!(empty_texts("list", &list), Vec::<String>::new());
    let items = list["items"].as_array().unwrap();
    let found: Vec<&str> = items.iter().map(|item| item["id"].as_str().unwrap()).collect();
    let stop = builtin().items.iter().filter(|item| item.group == "stop");
    assert_eq!(found, stop.map(|item| item.id).collect::<Vec<_>>());
    assert!(found.len() > 2, "{found:?}");
}

/// The receipt over answers and an output line, by the form that `src/engine/receipt.rs` documents.
fn recomputed(answers: &Value, line: &Value) -> String {
    let word = |key: &str| line[key].as_str().unwrap();
    let catalog = builtin();
    let mut text = vec![
        "aims-readiness receipt 1".to_owned(),
        format!("catalog {} {}", word("catalog").replace('@', " "), catalog.digest),
        format!("as-of {}", word("as_of")),
    ];
    for fact in catalog.facts {
        let values = match answers.get(fact.id) {
            None => continue,
            Some(Value::String(one)) => one.clone(),
            Some(many) if texts(many).is_empty() => "none".to_owned(),
            // In the order of the catalogue, whatever the order of the answer.
            Some(many) => {
                let given = texts(many);
                let ordered = fact.values.iter().copied().filter(|id| given.contains(id));
                ordered.collect::<Vec<_>>().join(" ")
            }
        };
        text.push(format!("{} {values}", fact.id));
    }
    text.push(format!("tier {}", texts(&line["range"]).join(" ")));
    text.push(format!("rules {}", texts(&line["rules"]).join(" ")));
    text.push(format!("flags {}", texts(&line["flags"]).join(" ")));
    let hash = Sha256::digest(text.join("\n") + "\n");
    let hex: Vec<String> = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    ["sha256-", &hex.concat()].concat()
}

#[test]
fn a_receipt_can_be_recomputed_from_answers_and_output() {
    let turned = json!({ "organisation.sectors": ["recruitment_hr", "financial_services"] });
    let cases = [
        ("high", cv_ranking()),
        ("values in another order", cv_ranking_but(&turned)),
        ("open", cv_ranking_but(&json!({ "filter.task": "unknown" }))),
        ("prohibited", prohibited()),
        ("nothing answered", json!({})),
        ("out of scope", json!({ "scope.ai_system": "no" })),
        ("exempt", exempt()),
    ];
    let line = |(id, answers): &(&str, Value)| json!({ "id": id, "answers": answers });
    let out = good(&CLASSIFY, &cases.iter().map(line).collect::<Vec<_>>());
    let receipts: BTreeSet<&str> = out.iter().map(|line| line["receipt"].as_str().unwrap()).collect();
    // The order in which values are given says nothing; anything else shows in the receipt.
    assert_eq!(receipts.len(), cases.len() - 1);
    for ((case, answers), line) in cases.iter().zip(&out) {
        assert_eq!(line["receipt"], recomputed(answers, line), "{case}: {line}");
    }
}
