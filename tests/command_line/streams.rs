//! Many rows: their order, whatever the number of jobs; lines without end; input that comes slowly.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, Stdio};
use std::{env, fs, thread};

use serde_json::{Value, json};

use super::{CHECKLIST, CLASSIFY, cv_ranking, exempt, prohibited, run, start};

/// The longest line that is read.
const LONGEST: usize = 16 * 1024 * 1024;

fn with<'a>(command: &[&'a str], more: &[&'a str]) -> Vec<&'a str> {
    [command, more].concat()
}

/// Lines of many lengths: answers, mistakes and blanks in turn.
fn mixed(count: usize) -> String {
    let cases = [cv_ranking(), exempt(), prohibited(), json!({})];
    let mut input = String::new();
    for number in 0..count {
        let line = match number % 7 {
            3 => format!("no use case {number}"),
            5 => String::new(),
            _ => json!({ "id": number, "answers": cases[number % cases.len()] }).to_string(),
        };
        input.push_str(&line);
        input.push('\n');
    }
    input
}

#[test]
fn many_rows_come_back_in_order_with_mistakes_in_their_places() {
    let count = 3_000;
    let run = run(&with(&CLASSIFY, &["--jobs", "4"]), mixed(count));
    assert_eq!((run.code, run.errors.as_str()), (Some(1), ""));
    let out = run.lines();
    let told = (0..count).filter(|number| number % 7 != 5);
    assert_eq!(out.len(), told.clone().count());
    for (number, line) in told.zip(&out) {
        if number % 7 == 3 {
            assert_eq!(line["line"], number + 1);
            assert_eq!(line["error"]["code"], "not-json");
        } else {
            assert_eq!(line["id"], number);
            assert!(line["tier"].is_string() || line["settled"] == false);
        }
    }
}

#[test]
fn the_number_of_jobs_changes_nothing_in_the_output() {
    let commands: [(&[&str], usize); 7] = [
        (&CLASSIFY, 1_500),
        (&["classify", "--as-of", "2026-11-21", "--explain"], 100),
        (&["classify", "--as-of", "2026-11-21", "--to", "csv"], 1_000),
        (&CHECKLIST, 150),
        (&["plan", "--as-of", "2026-11-21"], 150),
        (&["difference", "--as-of", "2026-11-21"], 150),
        (&["suggest"], 150),
    ];
    for (command, count) in commands {
        let input = mixed(count);
        let alone = run(&with(command, &["--jobs", "1"]), input.clone());
        assert!(
            alone.out.lines().count() > count / 2,
            "{command:?}: {}",
            alone.errors
        );
        for more in [&["--jobs", "4"][..], &["--jobs", "33"], &[]] {
            let many = run(&with(command, more), input.clone());
            assert!(many.out == alone.out, "{command:?} {more:?}");
            assert_eq!(
                (many.code, many.errors),
                (alone.code, alone.errors.clone()),
                "{command:?}"
            );
        }
    }
}

#[test]
fn jobs_are_a_number_from_one_on() {
    for jobs in ["0", "1.5", "many", "", "100000"] {
        let run = run(&with(&CLASSIFY, &["--jobs", jobs]), "");
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{jobs:?}");
        assert!(run.errors.contains("--jobs"), "{}", run.errors);
    }
}

/// Whoever types a line reads its answer before typing the next, and half a line holds up nothing.
#[test]
fn a_line_is_answered_before_the_next_one_comes() {
    for jobs in ["1", "4"] {
        let mut child = start(&with(&CLASSIFY, &["--jobs", jobs]));
        let mut stdin = child.stdin.take().unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut answer = || -> Value {
            let mut line = String::new();
            stdout.read_line(&mut line).unwrap();
            serde_json::from_str(&line).unwrap()
        };
        stdin.write_all(b"{\"id\": 1, \"answers\": {}}\n").unwrap();
        assert_eq!(answer()["id"], 1);
        stdin
            .write_all(b"{\"id\": 2, \"answers\": {}}\n{\"id\": 3, ")
            .unwrap();
        assert_eq!(answer()["id"], 2);
        stdin.write_all(b"\"answers\": {}}\n").unwrap();
        assert_eq!(answer()["id"], 3);
        drop(stdin);
        assert_eq!(child.wait().unwrap().code(), Some(0));
    }
}

#[test]
fn a_line_that_is_too_long_is_told_and_passed_over() {
    let fine = "{\"id\": \"fine\", \"answers\": {}}";
    // With its line end, the first is as long as a line may be.
    let longest = "x".repeat(LONGEST - 1);
    let input = format!("{longest}\r\n{longest}xx\n{fine}\n{longest}{longest}{longest}\n{fine}\n{longest}xx");
    for jobs in ["1", "4"] {
        let run = run(&with(&CLASSIFY, &["--jobs", jobs]), input.clone());
        assert_eq!((run.code, run.errors.as_str()), (Some(1), ""));
        let found: Vec<_> = run
            .lines()
            .iter()
            .map(|line| {
                (
                    line["line"].as_u64(),
                    line["error"]["code"].as_str().map(str::to_owned),
                )
            })
            .collect();
        let error = |line, code: &str| (Some(line), Some(code.to_owned()));
        assert_eq!(
            found,
            [
                error(1, "not-json"),
                error(2, "too-long"),
                (None, None),
                error(4, "too-long"),
                (None, None),
                error(6, "too-long"),
            ]
        );
        let expected = &run.lines()[1]["error"]["expected"];
        assert!(
            expected.as_str().unwrap().contains(&LONGEST.to_string()),
            "{expected}"
        );
    }
}

/// A reader that is gone ends a run whose input never would.
#[test]
fn a_reader_that_leaves_ends_an_endless_input() {
    let line = json!({ "id": 1, "answers": cv_ranking() }).to_string() + "\n";
    for jobs in ["1", "4"] {
        let mut child = start(&with(&CLASSIFY, &["--jobs", jobs]));
        let (mut stdin, line) = (child.stdin.take().unwrap(), line.clone());
        let writer = thread::spawn(move || while stdin.write_all(line.as_bytes()).is_ok() {});
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut first = String::new();
        stdout.read_line(&mut first).unwrap();
        assert!(first.contains("\"tier\":\"high\""), "{first}");
        drop(stdout);
        let mut errors = String::new();
        child.stderr.take().unwrap().read_to_string(&mut errors).unwrap();
        assert_eq!((child.wait().unwrap().code(), errors.as_str()), (Some(0), ""));
        writer.join().unwrap();
    }
}

#[test]
fn there_is_no_progress_where_nobody_looks() {
    let lines = mixed(200);
    for command in [&CLASSIFY[..], &CHECKLIST, &["suggest"]] {
        for more in [&[][..], &["--quiet"]] {
            let run = run(&with(command, more), lines.clone());
            assert_eq!((run.code, run.errors.as_str()), (Some(1), ""), "{command:?}");
        }
    }
}

/// What a terminal shows of a run, by `script`, which makes one; nothing where it is not there.
#[cfg(target_os = "linux")]
fn on_a_terminal(arguments: &str, name: &str, input: &str) -> Option<String> {
    let file = env::temp_dir().join(format!("aims-readiness-{}-{name}.jsonl", std::process::id()));
    fs::write(&file, input).unwrap();
    let call = format!(
        "{} {arguments} < {} > /dev/null",
        env!("CARGO_BIN_EXE_aims-readiness"),
        file.display()
    );
    let output = Command::new("script")
        .args(["-qec", &call, "/dev/null"])
        .env("TERM", "xterm")
        .stdin(Stdio::null())
        .output();
    fs::remove_file(&file).unwrap();
    Some(String::from_utf8(output.ok()?.stdout).unwrap())
}

#[cfg(target_os = "linux")]
#[test]
fn a_terminal_shows_how_far_it_is_unless_told_not_to() {
    let input = mixed(700);
    let Some(shown) = on_a_terminal("classify", "shown", &input) else {
        println!("left out: there is no `script` to make a terminal");
        return;
    };
    assert!(shown.contains("100 %") && shown.contains("600 rows"), "{shown:?}");
    let quiet = on_a_terminal("classify --quiet", "quiet", &input).unwrap();
    assert_eq!(quiet, "");
}
