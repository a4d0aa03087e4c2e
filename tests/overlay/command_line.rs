//! The command line: `validate`, and `--overlay` of the other commands.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Value as Json, json};

const EXAMPLE: &str = "examples/overlay/acme.json";

/// Exit code, output and errors.
fn run(arguments: &[&str], input: &str) -> (Option<i32>, String, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_aims-readiness"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A run that fails before it reads ends first.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

/// A file with this content, of this test alone.
fn file(name: &str, content: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("overlay");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    fs::write(&path, content).unwrap();
    path
}

#[test]
fn a_sound_overlay_is_told_in_one_line() {
    let (code, out, errors) = run(&["validate", EXAMPLE], "");
    assert_eq!((code, errors.as_str()), (Some(0), ""));
    assert_eq!(
        out,
        "examples/overlay/acme.json: acme 1.4.0 adds to 2 items, 3 questions, 3 items of its own, 4 texts, \
         2 scenarios, 2 exercises, a call to action\n"
    );
}

#[test]
fn mistakes_are_told_one_a_line() {
    let path = file(
        "wrong.json",
        r#"{"schema": 1, "id": "acme", "version": "1", "name": "Acme", "name": "Other",
            "itmes": [], "additions": {"4.1": {"links": [{"title": "T", "url": "javascript:x"}]}}}"#,
    );
    let path = path.to_str().unwrap();
    let (code, out, errors) = run(&["validate", path, EXAMPLE], "");
    assert_eq!((code, errors.as_str()), (Some(1), ""));
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines.len(), 4, "{out}");
    assert_eq!(
        lines[0],
        format!("{path}: /name: `name` is there twice (keep one of them)")
    );
    assert_eq!(
        lines[1],
        format!("{path}: /itmes: `itmes` is not part of it (did you mean `items`?)")
    );
    assert!(lines[2].starts_with(&format!("{path}: /additions/4.1/links/0/url: ")));
    assert!(lines[3].starts_with(EXAMPLE), "and the next file is told too");
}

#[test]
fn json_lines_for_programs() {
    let path = file("empty.json", "{}");
    let path = path.to_str().unwrap();
    let (code, out, _) = run(&["validate", "--json", path, EXAMPLE], "");
    assert_eq!(code, Some(1));
    let lines: Vec<Json> = out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(
        (&lines[0]["file"], &lines[0]["valid"]),
        (&json!(path), &json!(false))
    );
    let first = &lines[0]["mistakes"][0];
    assert_eq!(
        first,
        &json!({ "code": "missing-key", "place": "", "message": "`schema` is missing", "hint": "" })
    );
    assert_eq!(lines[1]["valid"], true);
    assert_eq!(lines[1]["adds"]["items"], 3);
    assert_eq!(lines[1]["overlay"]["id"], "acme");
}

#[test]
fn what_is_no_json_is_a_mistake_and_what_is_no_file_an_error() {
    let broken = file("broken.json", "{\"schema\": 1,");
    let (code, out, _) = run(&["validate", broken.to_str().unwrap()], "");
    assert_eq!(code, Some(1));
    assert!(out.contains(": /: the file is not JSON: "), "{out}");
    let large = file("large.json", &format!("\"{}\"", "x".repeat(1_000_000)));
    let (code, out, _) = run(&["validate", large.to_str().unwrap()], "");
    assert_eq!(code, Some(1));
    assert!(out.contains("1000002 bytes"), "{out}");
    let (code, out, errors) = run(&["validate", "no/such/file.json"], "");
    assert_eq!((code, out.as_str()), (Some(2), ""));
    assert!(errors.starts_with("error: no/such/file.json: "), "{errors}");
}

#[test]
fn commands_take_an_overlay() {
    let line = r#"{"id": "x", "answers": {"acme.register": "yes", "organisation.roles": ["deployer"]}}"#;
    let day = ["--as-of", "2026-11-21"];
    let with = |command: &'static str| [&[command, "--overlay", EXAMPLE][..], &day].concat();
    for command in ["classify", "checklist", "soa", "plan"] {
        let (code, out, errors) = run(&with(command), line);
        assert_eq!((code, errors.as_str()), (Some(0), ""), "{command}: {out}");
        let record: Json = serde_json::from_str(&out).unwrap();
        assert_eq!(record["overlays"][0]["id"], "acme", "{command}");
    }
    let (code, out, errors) = run(&with("starters"), line);
    assert_eq!((code, errors.as_str()), (Some(0), ""), "{out}");
    // Without it the answers are those of no known fact.
    let (code, out, _) = run(&[&["classify"][..], &day].concat(), line);
    assert_eq!(code, Some(1));
    assert!(out.contains("unknown-fact"), "{out}");
}

#[test]
fn an_overlay_moves_no_receipt() {
    let own = r#"{"id": "x", "answers": {"scope.ai_system": "yes"}}"#;
    let more = r#"{"id": "x", "answers": {"scope.ai_system": "yes", "acme.register": "no"}}"#;
    let day = ["--as-of", "2026-11-21"];
    let (_, plain, _) = run(&[&["classify"][..], &day].concat(), own);
    let (_, with, _) = run(&[&["classify", "--overlay", EXAMPLE][..], &day].concat(), more);
    let receipt = |out: &str| serde_json::from_str::<Json>(out).unwrap()["receipt"].clone();
    assert!(receipt(&plain).as_str().unwrap().starts_with("sha256-"));
    assert_eq!(receipt(&plain), receipt(&with));
}

#[test]
fn work_on_an_added_item_is_taken() {
    let line = r#"{"id": "x", "answers": {}, "work": {"acme.record": {"status": "verified"}}}"#;
    let arguments = ["plan", "--overlay", EXAMPLE, "--as-of", "2026-11-21"];
    let (code, out, _) = run(&arguments, line);
    assert_eq!(code, Some(0), "{out}");
    let record: Json = serde_json::from_str(&out).unwrap();
    let groups = record["progress"]["groups"].as_array().unwrap();
    let group = groups.iter().find(|group| group["group"] == "acme.1").unwrap();
    assert_eq!(
        (&group["name"], &group["percent"]),
        (&json!("Acme register"), &json!(100))
    );
}

#[test]
fn facts_lists_the_questions_of_an_overlay() {
    let (code, out, _) = run(&["facts", "--overlay", EXAMPLE], "");
    assert_eq!(code, Some(0));
    let facts: Vec<Json> = serde_json::from_str(&out).unwrap();
    let last: Vec<&str> = facts
        .iter()
        .rev()
        .take(3)
        .map(|fact| fact["id"].as_str().unwrap())
        .collect();
    assert_eq!(last, ["acme.partners", "acme.data_flow", "acme.register"]);
}

#[test]
fn an_overlay_with_mistakes_stops_a_command() {
    let path = file("stops.json", "{}");
    let path = path.to_str().unwrap();
    let (code, out, errors) = run(&["facts", "--overlay", path], "");
    assert_eq!((code, out.as_str()), (Some(2), ""));
    assert!(
        errors.contains(&format!("{path}: /: `schema` is missing")),
        "{errors}"
    );
    // The same overlay twice: its id is taken.
    let (code, _, errors) = run(&["facts", "--overlay", EXAMPLE, "--overlay", EXAMPLE], "");
    assert_eq!(code, Some(2));
    assert!(errors.contains("/id: "), "{errors}");
}
