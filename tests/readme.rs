//! The examples in the README are what the command line says.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::io::Write;
use std::process::{Command, Stdio};

use aims_readiness::catalog::builtin;
use serde_json::Value;

/// The one line that the command line answers to one line.
fn run(arguments: &[&str], line: &str) -> Value {
    let mut child = Command::new(env!("CARGO_BIN_EXE_aims-readiness"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    writeln!(child.stdin.take().unwrap(), "{line}").unwrap();
    serde_json::from_slice(&child.wait_with_output().unwrap().stdout).unwrap()
}

/// The README shows a call with its output, the recipe of the receipt and an item. They have to be true.
#[test]
fn the_examples_in_the_readme_are_what_comes_out() {
    let readme = include_str!("../README.md");
    let line = |start: &str| {
        let found = readme.lines().find(|line| line.starts_with(start));
        found.unwrap_or_else(|| panic!("README.md has a line that starts with {start}"))
    };
    let call = line(r#"{"id": "cv-ranking""#);
    let shown: Value = serde_json::from_str(line(r#"{"id":"cv-ranking""#)).unwrap();
    let told = run(&["classify", "--as-of", "2026-11-21"], call);
    assert_eq!(shown, told, "update the output in README.md");

    let digest = format!(
        "'catalog aims-readiness-eu {} {}'",
        builtin().version,
        builtin().digest
    );
    assert!(
        readme.contains(&digest),
        "update the recipe in README.md: {digest}"
    );
    let sum = told["receipt"].as_str().unwrap().trim_start_matches("sha256-");
    assert!(
        readme.contains(&format!("{sum}  -")),
        "update the sum in README.md: {sum}"
    );

    let item: Value = serde_json::from_str(line(r#"{"id":"act.26.2""#)).unwrap();
    let list = run(&["checklist", "--as-of", "2026-11-21"], call);
    let items = list["items"].as_array().unwrap();
    assert!(items.contains(&item), "update the item in README.md");

    let error: Value = serde_json::from_str(line(r#"{"id":7,"line":4"#)).unwrap();
    let bad = run(
        &["classify"],
        "\n\n\n{\"id\":7,\"answers\":{\"scope.ai_system\":\"maybe\"}}",
    );
    assert_eq!(bad, error, "update the error line in README.md");
}
