//! `validate` and `export`: records checked and written as files, one by one and line by line.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use super::{cv_ranking, run};

/// An empty folder of a test.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
        .join("exported")
        .join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Use cases as `register import --to jsonl` prints them, one of them broken and one blank line.
fn lines(many: usize) -> String {
    let mut lines = String::new();
    for number in 0..many {
        let about = json!({ "name": format!("Case {number}"), "tags": ["hr"] });
        let line = json!({ "id": format!("c-{number}"), "answers": cv_ranking(), "about": about });
        lines.push_str(&format!("{line}\n"));
    }
    lines.push_str("\n{\"id\": \"broken\", \"answers\": []}\n");
    lines
}

#[test]
fn lines_are_validated_in_order_with_any_number_of_jobs() {
    let input = lines(300);
    let one = run(&["validate", "--jobs", "1"], input.clone());
    let four = run(&["validate", "--jobs", "4"], input);
    assert_eq!((one.code, four.code), (Some(1), Some(1)));
    assert_eq!(one.out, four.out);
    let said = one.lines();
    assert_eq!(said.len(), 301);
    assert_eq!(
        said[0],
        json!({ "line": 1, "valid": true, "kind": "use-case", "schema": 0, "use_cases": 1, "left_out": [] })
    );
    let broken = said.last().unwrap();
    assert_eq!((&broken["line"], &broken["valid"]), (&json!(302), &json!(false)));
    assert_eq!(broken["mistakes"][0]["place"], "/answers");
}

#[test]
fn records_and_registers_are_validated_as_files() {
    let kept = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/record/kept/2-register.json");
    let sound = run(&["validate", "--json", kept], "");
    assert_eq!(sound.code, Some(0));
    let said = &sound.lines()[0];
    assert_eq!(
        (&said["kind"], &said["use_cases"]),
        (&json!("register"), &json!(2))
    );

    let folder = folder("validate");
    let file = folder.join("wrong.json");
    fs::write(&file, r#"{"schema": 2, "answers": {}, "tags": "hr"}"#).unwrap();
    let wrong = run(&["validate", file.to_str().unwrap()], "");
    assert_eq!(wrong.code, Some(1));
    assert!(wrong.out.contains("/tags"), "the place is named");
}

#[test]
fn lines_are_exported_under_the_same_names_with_any_number_of_jobs() {
    let input = lines(40);
    let mut written: Vec<Vec<(String, Vec<u8>)>> = Vec::new();
    for jobs in ["1", "4"] {
        let folder = folder(&format!("lines-{jobs}"));
        let out = folder.to_str().unwrap();
        let arguments = [
            "export",
            "--lines",
            "--format",
            "json",
            "--format",
            "inventory-csv",
            "--out",
            out,
            "--jobs",
            jobs,
            "--as-of",
            "2026-11-21",
        ];
        let run = run(&arguments, input.clone());
        assert_eq!(run.code, Some(1), "one line is broken");
        let said = run.lines();
        assert_eq!(said.len(), 41);
        assert_eq!(
            said[1]["files"],
            json!([
                "0000002-case-1-2026-11-21.json",
                "0000002-case-1-2026-11-21-inventory.csv"
            ])
        );
        assert_eq!(said[40]["error"]["code"], "not-a-record");
        let mut files: Vec<(String, Vec<u8>)> = fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .map(|path| {
                (
                    path.file_name().unwrap().to_string_lossy().into_owned(),
                    fs::read(&path).unwrap(),
                )
            })
            .collect();
        files.sort();
        assert_eq!(files.len(), 80);
        written.push(files);
    }
    assert!(written[0] == written[1], "the same files");
}

#[test]
fn a_table_is_validated_and_exported_row_by_row_with_all_that_is_in_it() {
    let table = "id,name,tags,notes,scope.ai_system,area.screen,owner\r\n\
                 a,\"Alpha, the first\",hr|eu,\"two\r\nlines\",yes,none,Ada\r\n\
                 \r\n\
                 b,Beta,,,maybe,employment,\r\n\
                 c,Gamma\r\n";
    let checked = run(&["validate", "--from", "csv"], table);
    assert_eq!(checked.code, Some(1));
    let said = checked.lines();
    assert_eq!(said.len(), 3);
    assert_eq!((&said[0]["line"], &said[0]["valid"]), (&json!(2), &json!(true)));
    assert_eq!(said[1]["left_out"][0]["place"], "/answers/scope.ai_system");
    assert_eq!(said[2]["mistakes"][0]["code"], "not-a-row");

    let folder = folder("from-csv");
    let out = folder.to_str().unwrap();
    let arguments = [
        "export",
        "--lines",
        "--from",
        "csv",
        "--format",
        "json",
        "--out",
        out,
        "--as-of",
        "2026-11-21",
    ];
    let run = run(&arguments, table);
    assert_eq!(run.code, Some(1), "one row is broken");
    let file = folder.join(run.lines()[0]["files"][0].as_str().unwrap());
    let record: Value = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
    assert_eq!(record["name"], "Alpha, the first");
    assert_eq!(record["tags"], json!(["hr", "eu"]));
    assert_eq!(record["notes"], "two\r\nlines");
    assert_eq!(
        record["answers"],
        json!({ "scope.ai_system": ["yes"], "area.screen": [] })
    );
    assert_eq!(record["columns"], json!([["owner", "Ada"]]));
}

#[test]
fn a_record_is_exported_in_every_format_and_opened_again() {
    let kept = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/record/kept/2-record.json");
    let folder = folder("formats");
    let help = run(&["export", "--help"], "");
    let help = help.out;
    let list = help
        .split("[possible values: ")
        .nth(1)
        .unwrap()
        .split(']')
        .next()
        .unwrap();
    let formats: Vec<&str> = list.split(',').map(str::trim).collect();
    assert!(formats.len() >= 18, "{formats:?}");
    let mut arguments = vec![
        "export",
        kept,
        "--out",
        folder.to_str().unwrap(),
        "--as-of",
        "2026-11-21",
    ];
    for format in &formats {
        arguments.extend(["--format", format]);
    }
    let run_of_all = run(&arguments, "");
    assert_eq!(run_of_all.code, Some(0), "{}", run_of_all.errors);
    assert_eq!(fs::read_dir(&folder).unwrap().count(), formats.len());
    let record = folder.join("cv-ranking-müller-co-2026-11-21.json");
    let record: Value = serde_json::from_slice(&fs::read(&record).unwrap()).unwrap();
    assert_eq!(
        (&record["schema"], &record["name"]),
        (&json!(2), &json!("CV ranking: Müller & Co"))
    );
    let again = run(
        &["export", "--format", "json", "--as-of", "2026-11-21"],
        record.to_string(),
    );
    let again: Value = serde_json::from_str(&again.out).unwrap();
    assert_eq!(again, record);
}

#[test]
fn what_is_no_record_is_told_with_its_place() {
    let wrong = run(&["export", "--format", "json"], r#"{"schema": 9, "answers": {}}"#);
    assert_eq!(wrong.code, Some(1));
    assert!(wrong.errors.contains("/schema"), "{}", wrong.errors);
    let none = run(&["export", "--format", "pdf"], "");
    assert_eq!(none.code, Some(2));
}
