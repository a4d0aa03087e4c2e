//! CSV: the same answers give the same result, cells come through whole, and none of them is a formula.

use std::io::{BufRead, BufReader, Write};

use aims_readiness::catalog::{FactKind, builtin};
use serde_json::{Value, json};

use super::{CLASSIFY, Run, cv_ranking, exempt, good, prohibited, run, start, texts};

const FROM: [&str; 5] = ["classify", "--as-of", "2026-11-21", "--from", "csv"];
const THROUGH: [&str; 8] = [
    "classify",
    "--as-of",
    "2026-11-21",
    "--from",
    "csv",
    "--to",
    "csv",
    "--keep-columns",
];

/// The rows of a CSV output, each with its cells by column.
fn rows(run: &Run) -> Vec<Value> {
    let mut reader = csv::Reader::from_reader(run.out.as_bytes());
    let names = reader.headers().unwrap().clone();
    reader
        .records()
        .map(|row| {
            let cells = row.unwrap();
            assert_eq!(cells.len(), names.len());
            let cells = names.iter().zip(&cells);
            Value::Object(cells.map(|(name, cell)| (name.to_owned(), json!(cell))).collect())
        })
        .collect()
}

/// A table with a column for each fact, and a row for each set of answers.
fn table(cases: &[(String, Value)]) -> String {
    let facts = builtin().facts.iter().map(|fact| fact.id);
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer
        .write_record(std::iter::once("id").chain(facts.clone()))
        .unwrap();
    for (id, answers) in cases {
        let cells = facts.clone().map(|fact| match answers.get(fact) {
            None => String::new(),
            Some(Value::String(one)) => one.clone(),
            Some(many) if texts(many).is_empty() => "none".to_owned(),
            Some(many) => texts(many).join("|"),
        });
        writer
            .write_record(std::iter::once(id.clone()).chain(cells))
            .unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

/// Every value of every fact, several values, and whole use cases.
fn cases() -> Vec<(String, Value)> {
    let mut cases = vec![
        ("cv".to_owned(), cv_ranking()),
        ("exempt".to_owned(), exempt()),
        ("stop".to_owned(), prohibited()),
        ("?".to_owned(), json!({})),
    ];
    for fact in builtin().facts {
        let more: &[&str] = match fact.kind {
            FactKind::Many => &["none", "unknown"],
            FactKind::YesNo | FactKind::One => &["unknown"],
        };
        for value in fact.values.iter().chain(more) {
            cases.push((format!("{} {value}", fact.id), json!({ fact.id: value })));
        }
        if fact.kind == FactKind::Many {
            cases.push((format!("{} all", fact.id), json!({ fact.id: fact.values })));
        }
    }
    cases
}

#[test]
fn the_same_answers_give_the_same_result_from_csv() {
    let cases = cases();
    let lines: Vec<Value> = cases
        .iter()
        .map(|(id, answers)| json!({ "id": id, "answers": answers }))
        .collect();
    let run = run(&FROM, table(&cases));
    assert_eq!((run.code, run.errors.as_str()), (Some(0), ""));
    assert!(cases.len() > 200, "{} cases", cases.len());
    assert_eq!(run.lines(), good(&CLASSIFY, &lines));
}

#[test]
fn lists_and_plans_are_the_same_from_csv() {
    let cases: Vec<(String, Value)> = cases().into_iter().take(12).collect();
    let lines: Vec<Value> = cases
        .iter()
        .map(|(id, answers)| json!({ "id": id, "answers": answers }))
        .collect();
    for command in ["checklist", "soa", "plan", "starters"] {
        let from_lines = good(&[command, "--as-of", "2026-11-21"], &lines);
        let from_csv = run(
            &[command, "--as-of", "2026-11-21", "--from", "csv"],
            table(&cases),
        );
        assert_eq!(
            (from_csv.code, from_csv.errors.as_str()),
            (Some(0), ""),
            "{command}"
        );
        assert_eq!(from_csv.lines(), from_lines, "{command}");
    }
    let lost = run(&["checklist", "--keep-columns"], "");
    assert_eq!(lost.code, Some(2));
    assert!(
        lost.errors.contains("--keep-columns needs --from csv"),
        "{}",
        lost.errors
    );
}

#[test]
fn csv_says_what_json_lines_say() {
    let cases = cases();
    let lines: Vec<Value> = cases
        .iter()
        .map(|(id, answers)| json!({ "id": id, "answers": answers }))
        .collect();
    let told = good(&CLASSIFY, &lines);
    let through = run(&THROUGH, table(&cases));
    assert_eq!((through.code, through.errors.as_str()), (Some(0), ""));
    let rows = rows(&through);
    assert_eq!(rows.len(), told.len());
    for (row, line) in rows.iter().zip(&told) {
        let one = |value: &Value| match value {
            Value::Null => String::new(),
            Value::String(text) => text.clone(),
            Value::Array(_) => texts(value).join("|"),
            other => other.to_string(),
        };
        for key in [
            "id",
            "tier",
            "settled",
            "flags",
            "roles",
            "sectors",
            "rules",
            "applies_from",
            "open",
            "catalog",
            "law_date",
            "as_of",
            "receipt",
        ] {
            assert_eq!(row[key], one(&line[key]), "{key} of {line}");
        }
        assert_eq!(json!([row["lowest"], row["highest"]]), line["range"]);
        for key in ["error_code", "error_message", "error_line"] {
            assert_eq!(row[key], "", "{key}");
        }
    }
}

#[test]
fn the_columns_are_those_promised() {
    let promised = "id,tier,settled,lowest,highest,flags,roles,sectors,rules,applies_from,open,catalog,\
                    law_date,as_of,receipt,error_code,error_message,error_line";
    for input in ["", "{\"id\": 7, \"answers\": {}}\n"] {
        let run = run(&["classify", "--to", "csv"], input);
        assert_eq!(run.code, Some(0));
        assert_eq!(run.out.lines().next(), Some(promised), "{input:?}");
        assert_eq!(rows(&run).len(), input.lines().count());
    }
    let kept = run(&THROUGH, "owner,id,unit\nAda,1,Sales\n");
    assert_eq!(
        kept.out.lines().next(),
        Some(["owner,unit,", promised].concat().as_str())
    );
}

#[test]
fn cells_pass_through_whole() {
    let notes = [
        "two\nlines",
        "three\r\n\r\nlines",
        "a, b; \"c\"",
        "  blanks  ",
        "",
        "ä 漢字 🚂",
        "\"",
    ];
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(["note", "id", "scope.ai_system"]).unwrap();
    for (number, note) in notes.iter().enumerate() {
        writer.write_record([*note, &format!("{number}"), "no"]).unwrap();
    }
    let input = writer.into_inner().unwrap();
    // In one piece, with a mark of its encoding, and byte by byte.
    let marked = [&b"\xef\xbb\xbf"[..], &input].concat();
    let whole = run(&THROUGH, marked);
    assert_eq!((whole.code, whole.errors.as_str()), (Some(0), ""));
    let mut child = start(&THROUGH);
    let mut stdin = child.stdin.take().unwrap();
    for byte in &input {
        stdin.write_all(&[*byte]).unwrap();
    }
    drop(stdin);
    let bytes = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8(bytes.stdout).unwrap(), whole.out);
    let found = rows(&whole);
    let found: Vec<&str> = found.iter().map(|row| row["note"].as_str().unwrap()).collect();
    assert_eq!(found, notes);
    // As JSON the columns stand under a key of their own.
    let lines = run(&[&FROM[..], &["--keep-columns"]].concat(), input).lines();
    let found: Vec<&Value> = lines.iter().map(|line| &line["kept"]).collect();
    assert_eq!(
        found,
        notes
            .map(|note| json!({ "note": note }))
            .iter()
            .collect::<Vec<_>>()
    );
}

#[test]
fn no_cell_is_a_formula() {
    let cells = [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "=cmd|' /C calc'!A0",
        "'=1",
        "a=1",
    ];
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(["id", "note", "=name"]).unwrap();
    for cell in cells {
        writer.write_record([cell.trim(), cell, cell]).unwrap();
    }
    let out = run(&THROUGH, writer.into_inner().unwrap());
    assert_eq!(out.code, Some(0), "{}", out.errors);
    let dangerous = |cell: &str| cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let rows = rows(&out);
    assert_eq!(rows.len(), cells.len());
    for (row, cell) in rows.iter().zip(cells) {
        let safe = |cell: &str| {
            // One that has an apostrophe gets another, so that taking one off gives it back.
            if dangerous(cell.trim_start_matches('\'')) {
                ["'", cell].concat()
            } else {
                cell.to_owned()
            }
        };
        assert_eq!(row["id"], safe(cell.trim()));
        assert_eq!(row["note"], safe(cell));
        // The header is a row too.
        assert_eq!(row["'=name"], safe(cell));
    }
    // From JSON too, and in the words of an error.
    let mistakes = "{\"id\": \"=1\", \"answers\": {\"-x\": \"yes\"}}\n{\"id\": -1, \"answers\": {}}";
    let out = run(&["classify", "--to", "csv"], mistakes);
    let ids: Vec<_> = rows_ids(&out);
    assert_eq!(ids, ["'=1", "'-1"]);
    let mut reader = csv::Reader::from_reader(out.out.as_bytes());
    let all = reader.records().flat_map(|row| {
        let row = row.unwrap();
        row.iter().map(str::to_owned).collect::<Vec<_>>()
    });
    for cell in all {
        assert!(!dangerous(&cell), "{cell}");
    }
}

fn rows_ids(run: &Run) -> Vec<String> {
    rows(run)
        .iter()
        .map(|row| row["id"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn a_header_that_cannot_be_used_ends_with_2_and_says_why() {
    let wrong: [(&[&str], &str, &[&str]); 8] = [
        (&FROM, "", &["no header"]),
        (&FROM, "scope.ai_system\nno\n", &["`id`", "`scope.ai_system`"]),
        (
            &FROM,
            "id;scope.ai_system\n1;no\n",
            &["`id;scope.ai_system`", "commas"],
        ),
        (
            &FROM,
            "id,owner,scope.ai_system,budget\n",
            &["`owner`", "`budget`", "--keep-columns"],
        ),
        (&FROM, "id,scope.ai_system,scope.ai_system\n", &["twice"]),
        (&FROM, "id,,\n", &["``"]),
        (&THROUGH, "id,tier\n1,high\n", &["`tier`"]),
        (
            &["suggest", "--from", "csv", "--text-column", "purpose"],
            "id,text\n1,x\n",
            &["`purpose`", "`text`"],
        ),
    ];
    for (arguments, input, named) in wrong {
        let run = run(arguments, input);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{input:?}");
        for name in named {
            assert!(run.errors.contains(name), "{input:?}: {}", run.errors);
        }
    }
    let calls: [&[&str]; 4] = [
        &["classify", "--keep-columns"],
        &["classify", "--explain", "--to", "csv"],
        &["suggest", "--text-column", "text"],
        &["classify", "--from", "xlsx"],
    ];
    for arguments in calls {
        let run = run(arguments, "id\n1\n");
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(run.errors.contains("--"), "{arguments:?}: {}", run.errors);
    }
}

#[test]
fn rows_that_cannot_be_used_are_told_in_their_places() {
    let input = "id,note,scope.ai_system,area.screen\r\n\
                 1,\"a\r\nb\",maybe,\r\n\
                 \r\n\
                 2,,yes|no,\r\n\
                 ,x,no,\r\n\
                 ,,,\r\n\
                 3,x\r\n\
                 4,x,no,none,more\r\n\
                 5,x,no,none|employment\r\n\
                 6,x, no , employment | credit \r\n";
    let run_of = |arguments: &[&str]| {
        let run = run(arguments, input);
        assert_eq!((run.code, run.errors.as_str()), (Some(1), ""));
        run
    };
    let lines = run_of(&[&FROM[..], &["--keep-columns"]].concat()).lines();
    let found: Vec<Value> = lines
        .iter()
        .map(|line| {
            json!([
                line["id"],
                line["line"],
                line["error"]["code"],
                line["kept"]["note"]
            ])
        })
        .collect();
    let wanted = [
        json!(["1", 2, "unknown-value", "a\r\nb"]),
        json!(["2", 5, "not-one-value", ""]),
        json!([null, 6, "no-id", "x"]),
        json!(["3", 8, "not-a-row", "x"]),
        json!(["4", 9, "not-a-row", "x"]),
        json!(["5", 10, "unknown-value", "x"]),
        json!(["6", null, null, "x"]),
    ];
    assert_eq!(found, wanted);
    assert_eq!(lines[6]["tier"], "out-of-scope");
    let rows = rows(&run_of(&THROUGH));
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    for (row, wanted) in rows.iter().zip(wanted) {
        let wanted = wanted.as_array().unwrap();
        let cell = |at: usize| {
            if wanted[at].is_null() {
                String::new()
            } else {
                text(&wanted[at])
            }
        };
        assert_eq!(row["id"], cell(0));
        assert_eq!(row["error_line"], cell(1));
        assert_eq!(row["error_code"], cell(2));
        assert_eq!(row["note"], cell(3));
        assert_eq!(row["tier"].as_str().unwrap().is_empty(), !wanted[2].is_null());
    }
}

#[test]
fn a_row_that_is_too_long_is_told_and_passed_over() {
    let long = "x".repeat(16 * 1024 * 1024 + 1);
    let commas = ",".repeat(4 * 1024 * 1024);
    let input = format!("id,scope.ai_system\n1,\"{long}\n\"\n2,no\n3,{commas}\n4,no\n");
    let run = run(&FROM, input);
    assert_eq!((run.code, run.errors.as_str()), (Some(1), ""));
    let found: Vec<Value> = run
        .lines()
        .iter()
        .map(|line| json!([line["id"], line["line"], line["error"]["code"]]))
        .collect();
    let wanted = [
        json!([null, 2, "too-long"]),
        json!(["2", null, null]),
        json!([null, 5, "too-long"]),
        json!(["4", null, null]),
    ];
    assert_eq!(found, wanted);
}

#[test]
fn a_row_is_answered_before_the_next_one_comes() {
    let mut child = start(&FROM);
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    let mut answer = || -> Value {
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap()
    };
    stdin.write_all(b"id,scope.ai_system\n1,no\n").unwrap();
    assert_eq!(answer()["id"], "1");
    stdin.write_all(b"2,no\n\n\"3").unwrap();
    assert_eq!(answer()["id"], "2");
    stdin.write_all(b"\",no").unwrap();
    drop(stdin);
    assert_eq!(answer()["id"], "3");
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn descriptions_come_from_the_columns_named() {
    let (name, purpose) = (
        "CV ranking",
        "We rank CVs of job applicants and invite the best ones.",
    );
    let input = format!("owner,name,id,purpose\nAda,{name},1,\"{purpose}\"\nBob,,2,\"{purpose}\"\n");
    let arguments = [
        "suggest",
        "--from",
        "csv",
        "--text-column",
        "name",
        "--text-column",
        "purpose",
    ];
    let from_csv = run(&arguments, input);
    assert_eq!((from_csv.code, from_csv.errors.as_str()), (Some(0), ""));
    let lines = [
        json!({ "id": "1", "text": format!("{name}\n\n{purpose}") }),
        json!({ "id": "2", "text": purpose }),
    ];
    assert_eq!(from_csv.lines(), good(&["suggest"], &lines));
    let plain = run(&["suggest", "--from", "csv"], format!("id,text\n2,{purpose}\n"));
    assert_eq!(plain.lines(), good(&["suggest"], &lines[1..]));
}
