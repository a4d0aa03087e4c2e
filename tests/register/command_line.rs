//! The command `register`, over the built program.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

const FEDERAL: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/register/data/register_us_federal_2024.csv"
);

fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_aims-readiness"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut pipe = child.stdin.take().unwrap();
    let input = input.to_vec();
    let feed = std::thread::spawn(move || {
        // Who fails early does not read it all.
        let _ = pipe.write_all(&input);
    });
    let output = child.wait_with_output().unwrap();
    feed.join().unwrap();
    output
}

fn good(arguments: &[&str], input: &[u8]) -> Vec<u8> {
    let output = run(arguments, input);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    output.stdout
}

fn json_of(text: &[u8]) -> Value {
    serde_json::from_slice(text).unwrap()
}

/// A file of its own for each test.
fn file(name: &str, text: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(["register-", name].concat());
    fs::write(&path, text).unwrap();
    path
}

const TABLE: &str =
    "Nr;Name;Zweck;scope.ai_system;Budget\n1;Chat;Antwortet;ja;5\n2;Scan;Liest;perhaps;\n2;Twice;;;\n";

#[test]
fn import_prints_a_register_and_writes_a_report() {
    let report = Path::new(env!("CARGO_TARGET_TMPDIR")).join("register-report.json");
    let output = run(
        &[
            "register",
            "import",
            "-",
            "--map",
            "Nr=id",
            "--report",
            report.to_str().unwrap(),
        ],
        TABLE.as_bytes(),
    );
    assert_eq!(output.status.code(), Some(1), "a row was refused");
    let register = json_of(&output.stdout);
    assert_eq!(
        (&register["schema"], &register["kind"]),
        (&json!(2), &json!("register"))
    );
    let first = json!({
        "id": "1", "name": "Chat", "description": "Antwortet",
        "answers": { "scope.ai_system": ["yes"] }, "columns": [["Budget", "5"]],
    });
    assert_eq!(register["use_cases"][0], first);
    assert_eq!(
        register["use_cases"][1]["columns"],
        json!([["scope.ai_system", "perhaps"]])
    );
    let report = json_of(&fs::read(report).unwrap());
    assert_eq!(
        (&report["taken"], &report["taken_with_notes"], &report["refused"]),
        (&json!(1), &json!(1), &json!(1))
    );
    assert_eq!(report["row_notes"][1]["notes"][0]["code"], "duplicate-id");
    assert_eq!(report["row_notes"][1]["cells"][1], json!(["Name", "Twice"]));
    assert_eq!(
        report["mapping"]["columns"][2],
        json!({ "name": "Zweck", "field": "description" })
    );
}

#[test]
fn lines_hold_all_that_a_register_does() {
    let lines = good(&["register", "import", FEDERAL, "--to", "jsonl"], b"");
    let first = json_of(lines.split(|byte| *byte == b'\n').next().unwrap());
    let keys: Vec<&String> = first.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["id", "answers", "about"]);
    assert_eq!(
        first["about"]["name"],
        "Non-Intrusive Inspection (NII) 3D Imaging Tool"
    );
    let register = good(&["register", "export", "--to", "json", "-"], &lines);
    assert!(
        register == good(&["register", "import", FEDERAL], b""),
        "lines and table give the same register"
    );
}

#[test]
fn a_table_is_exported_and_imported_the_same() {
    let table = good(
        &[
            "register",
            "export",
            FEDERAL,
            "--separator",
            ";",
            "--as-of",
            "2026-11-21",
        ],
        b"",
    );
    assert!(table.starts_with("\u{feff}\"id\";\"name\";".as_bytes()));
    let taken = good(&["register", "import", FEDERAL], b"");
    assert!(good(&["register", "import", "-"], &table) == taken);
    let book = good(
        &[
            "register",
            "export",
            FEDERAL,
            "--to",
            "xlsx",
            "--as-of",
            "2026-11-21",
        ],
        b"",
    );
    assert!(good(&["register", "import", "-"], &book) == taken);
}

#[test]
fn summary_adds_up() {
    let found = json_of(&good(
        &[
            "register",
            "summary",
            FEDERAL,
            "--as-of",
            "2026-11-21",
            "--suggest",
        ],
        b"",
    ));
    assert_eq!(found["portfolio"]["use_cases"], 2133);
    assert_eq!(found["portfolio"]["ranges"][0]["use_cases"], 2133);
    let suggested = found["portfolio"]["suggested_sectors"].as_object().unwrap();
    assert!(
        suggested
            .values()
            .map(|count| count.as_u64().unwrap())
            .sum::<u64>()
            > 2000
    );
    assert_eq!(found["next_best"][0]["fact"], "scope.ai_system");
    assert_eq!(found["next_best"][0]["use_cases"], 2133);
}

#[test]
fn two_assessments_are_compared() {
    let one = file(
        "a.json",
        r#"{"schema": 1, "answers": {"scope.ai_system": "yes"}}"#,
    );
    let other = file(
        "b.json",
        r#"{"schema": 2, "assessor": "Kim", "answers": {"scope.ai_system": "no"}}"#,
    );
    let arguments = [
        "register",
        "compare",
        one.to_str().unwrap(),
        other.to_str().unwrap(),
        "--as-of",
        "2026-11-21",
    ];
    let found = json_of(&good(&arguments, b""));
    assert_eq!(found["explained_by"], json!(["scope.ai_system"]));
    assert_eq!(found["matter"][0]["answers"], json!([["yes"], ["no"]]));
    assert_eq!(
        (&found["assessors"][1], &found["results"][1]["tier"]),
        (&json!("Kim"), &json!("out-of-scope"))
    );
}

#[test]
fn what_cannot_be_done_is_said() {
    for (arguments, input, words) in [
        (&["register", "import", "/no/such/file"][..], "", "/no/such/file"),
        (&["register", "import", "-"], "", "there is nothing in the table"),
        (
            &["register", "import", "-", "--map", "x=name"],
            "a,b\n1,2",
            "no column `x`; there are a, b",
        ),
        (
            &["register", "import", "-", "--map", "a=colour"],
            "a,b\n1,2",
            "`colour` is neither",
        ),
        (
            &["register", "import", "-", "--map", "a"],
            "a,b\n1,2",
            "COLUMN=FIELD",
        ),
        (
            &["register", "summary", "-"],
            "{\"schema\": 99, \"answers\": {}}",
            "newer",
        ),
        (
            &["register", "export", "-"],
            "{\"id\": \"1\", \"answers\": {}}\nnot json",
            "line 2",
        ),
        (
            &["register", "compare", "-", "-"],
            "{\"schema\": 2, \"use_cases\": []}",
            "exactly one use case",
        ),
    ] {
        let output = run(arguments, input.as_bytes());
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
        assert!(
            said.contains(words) && output.stdout.is_empty(),
            "{arguments:?}: {said}"
        );
    }
}
