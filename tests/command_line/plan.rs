//! `soa`, `plan`, `difference` and `crosswalk`, and the keys `work` and `other` of an input line.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{
    CHECKLIST, CLASSIFY, cv_ranking, cv_ranking_but, empty_texts, exempt, good, keys, prohibited, run, texts,
};

const SOA: [&str; 3] = ["soa", "--as-of", "2026-11-21"];
const PLAN: [&str; 3] = ["plan", "--as-of", "2026-11-21"];
const DIFFERENCE: [&str; 3] = ["difference", "--as-of", "2026-11-21"];

/// What a command says about answers.
fn said(command: &[&str], answers: &Value) -> Value {
    good(command, &[json!({ "id": "one", "answers": answers })]).remove(0)
}

/// What a command says about answers with work on the items.
fn worked(command: &[&str], answers: &Value, work: &Value) -> Value {
    good(
        command,
        &[json!({ "id": "one", "answers": answers, "work": work })],
    )
    .remove(0)
}

/// A tool that the Act applies to and asks little of, as it comes.
fn writing_assistant() -> Value {
    json!({
        "scope.ai_system": "yes", "scope.exclusion": "none", "practice.screen": "none", "area.screen": "none",
        "transparency.screen": "none", "organisation.roles": ["deployer"], "organisation.off_the_shelf": "yes",
        "organisation.sectors": ["professional_services"], "organisation.size": "small",
    })
}

/// The row of a control.
fn row<'a>(soa: &'a Value, control: &str) -> &'a Value {
    let rows = soa["rows"].as_array().unwrap();
    rows.iter().find(|row| row["control_id"] == control).unwrap()
}

#[test]
fn a_statement_has_the_keys_promised() {
    for answers in [cv_ranking(), exempt(), writing_assistant(), json!({})] {
        let soa = said(&SOA, &answers);
        let promised = ["id", "rows", "version", "as_of", "approved_by", "approved_on"];
        assert_eq!(keys(&soa), BTreeSet::from(promised));
        assert_eq!((&soa["id"], &soa["as_of"]), (&json!("one"), &json!("2026-11-21")));
        assert_eq!(
            (&soa["approved_by"], &soa["approved_on"]),
            (&Value::Null, &Value::Null)
        );
        let rows = soa["rows"].as_array().unwrap();
        assert_eq!(rows.len(), 38);
        for row in rows {
            let promised = [
                "control_id",
                "title",
                "source",
                "applicable",
                "inclusion_reasons",
                "exclusion_reason",
                "justification",
                "linked_duties",
                "status",
                "owner",
                "due_date",
                "evidence",
                "evidence_expected",
            ];
            assert_eq!(keys(row), BTreeSet::from(promised));
            assert_eq!(
                empty_texts("row", row),
                ["row.evidence"],
                "only the evidence is for people to fill in"
            );
            assert!(["yes", "decide"].contains(&row["applicable"].as_str().unwrap()));
            assert_eq!(row["status"], "not-started");
        }
    }
}

#[test]
fn the_statement_of_a_prohibited_use_is_empty() {
    assert_eq!(said(&SOA, &prohibited())["rows"], json!([]));
}

#[test]
fn work_goes_into_the_statement() {
    let work = json!({
        "A.6.2.3": { "status": "not-applicable", "reason": "We develop nothing." },
        "A.10.4": { "status": "not-applicable" },
        "A.2.2": { "status": "verified", "owner": "Ada", "due": "2027-03-31", "evidence": "wiki/42", "note": "x",
            "documented": true, "working": true, "proven": false },
        "A.6.2.4": { "status": "planned" },
        "4.1": {},
    });
    let soa = worked(&SOA, &writing_assistant(), &work);
    let own = row(&soa, "A.6.2.3");
    assert_eq!(
        (&own["applicable"], &own["justification"]),
        (&json!("no"), &json!("We develop nothing."))
    );
    assert_eq!(
        (&own["exclusion_reason"], &own["inclusion_reasons"]),
        (&json!("not_in_role"), &json!([]))
    );
    let ours = row(&soa, "A.10.4");
    assert_eq!(ours["applicable"], "no");
    assert!(
        !ours["justification"].as_str().unwrap().trim().is_empty(),
        "a reason is given where none was"
    );
    let policy = row(&soa, "A.2.2");
    assert_eq!(
        (&policy["applicable"], &policy["status"]),
        (&json!("yes"), &json!("verified"))
    );
    assert_eq!(
        (&policy["owner"], &policy["due_date"]),
        (&json!("Ada"), &json!("2027-03-31"))
    );
    assert_eq!(policy["evidence"], "wiki/42");
    let decided = row(&soa, "A.6.2.4");
    assert_eq!(
        (&decided["applicable"], &decided["status"]),
        (&json!("yes"), &json!("planned"))
    );
    assert_eq!(
        row(&soa, "A.6.2.5")["applicable"],
        "decide",
        "nothing was said about it"
    );
}

#[test]
fn nobody_can_leave_out_a_control_that_applies() {
    let soa = worked(
        &SOA,
        &cv_ranking(),
        &json!({ "A.2.2": { "status": "not-applicable", "reason": "No." } }),
    );
    let policy = row(&soa, "A.2.2");
    assert_eq!(
        (&policy["applicable"], &policy["exclusion_reason"]),
        (&json!("yes"), &Value::Null)
    );
    assert_ne!(policy["justification"], "No.");
}

#[test]
fn a_plan_has_the_keys_promised() {
    let plan = said(&PLAN, &cv_ranking_but(&json!({ "organisation.size": "large" })));
    assert_eq!(
        keys(&plan),
        BTreeSet::from(["id", "tier", "progress", "advice", "schedule", "law", "people"])
    );
    assert_eq!(plan["tier"], "high");
    assert_eq!(empty_texts("plan", &plan), Vec::<String>::new());
    let progress = &plan["progress"];
    assert_eq!(
        keys(progress),
        BTreeSet::from(["overall", "groups", "gate", "gaps"])
    );
    let figures = ["percent", "counted", "done", "left_out", "earned", "possible"];
    assert_eq!(keys(&progress["overall"]), BTreeSet::from(figures));
    let of_group = [&figures[..], &["group", "name"]].concat();
    for (list, promised) in [
        ("groups", of_group),
        ("gate", vec!["id", "words", "met", "missing"]),
        (
            "gaps",
            vec!["id", "title", "blocks", "due", "priority", "effort_days"],
        ),
    ] {
        let records = progress[list].as_array().unwrap();
        assert!(!records.is_empty(), "{list}");
        for record in records {
            assert_eq!(keys(record), promised.iter().copied().collect(), "{list}");
        }
    }
    let advice = ["verdict", "name", "meaning", "next", "points", "reasons"];
    assert_eq!(keys(&plan["advice"]), BTreeSet::from(advice));
    let schedule = [
        "months",
        "base",
        "saved_months",
        "modifiers",
        "effort_days",
        "steps",
    ];
    assert_eq!(keys(&plan["schedule"]), BTreeSet::from(schedule));
    let step = ["id", "name", "do", "output", "fast", "slow", "items"];
    let steps = plan["schedule"]["steps"].as_array().unwrap();
    assert_eq!(steps.len(), 12);
    assert!(steps.iter().all(|found| keys(found) == BTreeSet::from(step)));
    let law = plan["law"].as_array().unwrap();
    assert!(!law.is_empty());
    assert!(
        law.iter()
            .all(|found| keys(found) == BTreeSet::from(["date", "month", "words"]))
    );
    let person = [
        "id",
        "needed",
        "name",
        "does",
        "competence",
        "training",
        "training_name",
        "combine",
    ];
    let people = plan["people"].as_array().unwrap();
    assert!(people.len() >= 5 && people.iter().all(|found| keys(found) == BTreeSet::from(person)));
}

#[test]
fn work_goes_into_the_progress() {
    let all = |status: &str| {
        let list = said(&CHECKLIST, &cv_ranking());
        let items = list["items"].as_array().unwrap().iter();
        let work = items.map(|item| {
            (
                item["id"].as_str().unwrap().to_owned(),
                json!({ "status": status }),
            )
        });
        worked(&PLAN, &cv_ranking(), &Value::Object(work.collect()))["progress"].clone()
    };
    for (status, percent) in [
        ("not-started", 0),
        ("planned", 10),
        ("partial", 50),
        ("implemented", 90),
        ("verified", 100),
        ("not-applicable", 0),
    ] {
        let progress = all(status);
        assert_eq!(progress["overall"]["percent"], percent, "{status}");
        let gaps = progress["gaps"].as_array().unwrap();
        assert_eq!(gaps.is_empty(), percent >= 90, "{status}");
        let gate = progress["gate"].as_array().unwrap();
        assert!(
            gate.iter().all(|found| found["met"] == (percent >= 90)),
            "{status}"
        );
    }
    let scope = worked(
        &PLAN,
        &cv_ranking(),
        &json!({ "4.3": { "status": "implemented" } }),
    );
    let gate = scope["progress"]["gate"].as_array().unwrap();
    let met: Vec<&str> = gate
        .iter()
        .filter(|found| found["met"] == true)
        .map(|found| found["id"].as_str().unwrap())
        .collect();
    assert_eq!(met, ["scope"]);
    let inventory = gate.iter().find(|found| found["id"] == "inventory").unwrap();
    assert_eq!(texts(&inventory["missing"]), ["A.4.2"]);
}

#[test]
fn the_plan_of_a_prohibited_use_has_no_readiness_no_schedule_and_no_verdict() {
    let plan = said(&PLAN, &prohibited());
    assert_eq!(plan["tier"], "prohibited");
    assert_eq!(
        (&plan["progress"], &plan["schedule"]),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(
        (&plan["advice"]["verdict"], &plan["advice"]["name"]),
        (&Value::Null, &Value::Null)
    );
}

#[test]
fn where_nothing_is_known_there_is_a_plan_and_no_verdict() {
    let plan = said(&PLAN, &json!({}));
    assert_eq!(plan["advice"]["verdict"], Value::Null);
    assert_eq!(plan["advice"]["reasons"], json!([]));
    assert_eq!(plan["schedule"]["months"], json!([7, 11]));
    assert_eq!(plan["schedule"]["effort_days"], Value::Null);
}

#[test]
fn a_plan_says_what_is_to_be_done_how_long_and_why() {
    let answers = cv_ranking_but(&json!({
        "organisation.size": "medium", "organisation.certificates": ["iso27001"], "organisation.demand": ["customers"],
        "organisation.inventory": "no",
    }));
    let plan = said(&PLAN, &answers);
    assert_eq!(plan["schedule"]["months"], json!([5 + 1 + 1, 7 + 3 + 1]));
    assert_eq!(plan["schedule"]["saved_months"], json!([2, 4]));
    assert_eq!(plan["advice"]["verdict"], "start");
    let reasons = plan["advice"]["reasons"].as_array().unwrap();
    let sum: i64 = reasons
        .iter()
        .map(|reason| reason["weight"].as_i64().unwrap())
        .sum();
    assert_eq!(plan["advice"]["points"], sum);
    let law = plan["law"].as_array().unwrap();
    let high = law.iter().find(|date| date["date"] == "2027-12-02").unwrap();
    assert_eq!(high["month"], 12);
}

#[test]
fn a_difference_has_the_keys_promised_and_names_what_changes() {
    let other = json!({ "filter.task": "preparatory", "filter.profiling": "no", "filter.influence": "no",
        "filter.larger_system": "no", "organisation.size": "small" });
    let line = json!({ "id": 7, "answers": cv_ranking_but(&json!({ "organisation.size": "large" })), "other": other });
    let found = good(&DIFFERENCE, &[line]).remove(0);
    let promised = ["id", "tier", "added", "removed", "changed", "effort_days"];
    assert_eq!(keys(&found), BTreeSet::from(promised));
    assert_eq!(
        (&found["id"], &found["tier"]),
        (&json!(7), &json!(["high", "exempt"]))
    );
    assert!(texts(&found["added"]).contains(&"act.6.3"));
    assert!(texts(&found["removed"]).contains(&"act.26.1"));
    let changed = found["changed"].as_array().unwrap();
    let promised = ["id", "applicability", "depth", "priority", "due"];
    assert!(changed.iter().all(|line| keys(line) == BTreeSet::from(promised)));
    let policy = changed.iter().find(|line| line["id"] == "A.2.2").unwrap();
    assert_eq!(policy["depth"], json!(["full", "standard"]));
    let days = |place: usize| found["effort_days"][place][1].as_f64().unwrap();
    assert!(days(0) > days(1), "{}", found["effort_days"]);
}

#[test]
fn other_answers_stand_in_the_place_of_those_given_and_the_rest_stays() {
    let of = |other: &Value| {
        let line = json!({ "id": "one", "answers": cv_ranking(), "other": other });
        good(&DIFFERENCE, &[line]).remove(0)
    };
    let nothing = json!({ "added": [], "removed": [], "changed": [] });
    for same in [json!({}), json!({ "filter.task": "more" })] {
        let found = of(&same);
        for (key, empty) in nothing.as_object().unwrap() {
            assert_eq!(&found[key], empty, "{key} with {same}");
        }
        assert_eq!(found["tier"], json!(["high", "high"]));
    }
    // The roles are others now, and everything else is as before.
    let found = of(&json!({ "organisation.roles": ["provider"] }));
    assert_eq!(found["tier"], json!(["high", "high"]));
    assert!(texts(&found["added"]).contains(&"act.9"), "{}", found["added"]);
    // An answer is taken back by not knowing.
    assert_eq!(
        of(&json!({ "filter.task": "unknown" }))["tier"],
        json!(["high", "high"])
    );
    // Without the key there is nothing beside it.
    let alone = said(&DIFFERENCE, &cv_ranking());
    assert_eq!((&alone["added"], &alone["changed"]), (&json!([]), &json!([])));
}

#[test]
fn the_crosswalk_is_one_record_with_both_directions() {
    let output = run(&["crosswalk"], "");
    assert_eq!((output.code, output.errors.as_str()), (Some(0), ""));
    let all: Value = serde_json::from_str(&output.out).unwrap();
    assert_eq!(keys(&all), BTreeSet::from(["catalog", "links", "frameworks"]));
    assert_eq!(empty_texts("crosswalk", &all), Vec::<String>::new());
    let link = [
        "source_id",
        "target_framework",
        "target_name",
        "target_id",
        "relationship",
        "confidence",
    ];
    let links = all["links"].as_array().unwrap();
    assert!(links.len() > 600 && links.iter().all(|found| keys(found) == BTreeSet::from(link)));
    let frameworks = all["frameworks"].as_array().unwrap();
    assert_eq!(frameworks.len(), 8);
    for framework in frameworks {
        assert_eq!(
            keys(framework),
            BTreeSet::from(["id", "name", "note", "confidence", "places"])
        );
        for place in framework["places"].as_array().unwrap() {
            assert_eq!(keys(place), BTreeSet::from(["target_id", "items"]));
        }
    }
    assert_eq!(
        run(&["crosswalk"], "not read").out,
        output.out,
        "it reads nothing"
    );
}

#[test]
fn commands_take_a_day_and_nothing_else() {
    for command in ["soa", "plan", "difference"] {
        assert_eq!(run(&[command], "").code, Some(0), "{command}");
        assert_eq!(
            run(&[command, "--as-of", "2026-11-21"], "").code,
            Some(0),
            "{command}"
        );
        for wrong in [
            &["--as-of", "2026-13-01"][..],
            &["--as-of", "2024-07-31"],
            &["--explain"],
            &["file"],
        ] {
            let run = run(&[&[command], wrong].concat(), "");
            assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{command} {wrong:?}");
            assert!(!run.errors.is_empty(), "{command} {wrong:?}");
        }
    }
    let wrong = run(&["crosswalk", "--as-of", "2026-11-21"], "");
    assert_eq!((wrong.code, wrong.out.as_str()), (Some(2), ""));
}

#[test]
fn the_day_decides_on_the_plan_too() {
    let line = json!({ "id": "one", "answers": cv_ranking() });
    let due = |day: &str| {
        let plan = good(&["plan", "--as-of", day], std::slice::from_ref(&line)).remove(0);
        let gaps = plan["progress"]["gaps"].as_array().unwrap().clone();
        let duty = gaps.into_iter().find(|gap| gap["id"] == "act.26.1").unwrap();
        duty["due"].clone()
    };
    assert_eq!(
        (due("2026-11-21"), due("2025-01-01")),
        (json!("2027-12-02"), json!("2026-08-02"))
    );
}

/// Mistakes in `work` and `other`: the value, the code, and a word of the message.
const MISTAKES: [(&str, &str, &str, &str); 22] = [
    ("work", "[]", "not-a-work-record", "`work`"),
    ("work", "null", "not-a-work-record", "`work`"),
    ("work", "\"done\"", "not-a-work-record", "`work`"),
    ("work", r#"{"A.2.9": {}}"#, "not-a-work-record", "`A.2.9`"),
    (
        "work",
        r#"{"a.2.2": {"status": "planned"}}"#,
        "not-a-work-record",
        "`a.2.2`",
    ),
    ("work", r#"{"A.2.2": "planned"}"#, "not-a-work-record", "`A.2.2`"),
    ("work", r#"{"A.2.2": null}"#, "not-a-work-record", "`A.2.2`"),
    (
        "work",
        r#"{"A.2.2": {"status": "done"}}"#,
        "not-a-work-record",
        "not-started, planned",
    ),
    (
        "work",
        r#"{"A.2.2": {"status": "Planned"}}"#,
        "not-a-work-record",
        "Planned",
    ),
    (
        "work",
        r#"{"A.2.2": {"status": 1}}"#,
        "not-a-work-record",
        "`status`",
    ),
    (
        "work",
        r#"{"A.2.2": {"due": "2027-02-29"}}"#,
        "not-a-work-record",
        "A.2.2",
    ),
    (
        "work",
        r#"{"A.2.2": {"due": "31.3.2027"}}"#,
        "not-a-work-record",
        "A.2.2",
    ),
    ("work", r#"{"A.2.2": {"due": ""}}"#, "not-a-work-record", "A.2.2"),
    (
        "work",
        r#"{"A.2.2": {"due": 20270331}}"#,
        "not-a-work-record",
        "`due`",
    ),
    (
        "work",
        r#"{"A.2.2": {"documented": "yes"}}"#,
        "not-a-work-record",
        "`documented`",
    ),
    (
        "work",
        r#"{"A.2.2": {"owner": ["Ada"]}}"#,
        "not-a-work-record",
        "`owner`",
    ),
    (
        "work",
        r#"{"A.2.2": {"state": "planned"}}"#,
        "not-a-work-record",
        "`state`",
    ),
    ("other", "[]", "not-an-object", "`other`"),
    ("other", "null", "not-an-object", "`other`"),
    (
        "other",
        r#"{"filter.tusk": "more"}"#,
        "unknown-fact",
        "`filter.tusk`",
    ),
    ("other", r#"{"filter.task": "few"}"#, "unknown-value", "`few`"),
    ("other", r#"{"filter.task": 1}"#, "not-an-answer", "`filter.task`"),
];

#[test]
fn mistakes_in_work_and_other_are_told_and_the_rest_goes_on() {
    let fine = json!({ "id": "fine", "answers": cv_ranking(), "work": {}, "other": {} }).to_string();
    let mut input = String::new();
    for (key, value, ..) in MISTAKES {
        input.push_str(&format!(r#"{{"id": "x", "answers": {{}}, "{key}": {value}}}"#));
        input.push_str(&format!("\n{fine}\n"));
    }
    for arguments in [SOA, PLAN, DIFFERENCE, CHECKLIST, CLASSIFY] {
        let run = run(&arguments, input.clone());
        assert_eq!((run.code, run.errors.as_str()), (Some(1), ""), "{arguments:?}");
        let out = run.lines();
        assert_eq!(out.len(), 2 * MISTAKES.len());
        for ((number, (key, value, code, word)), pair) in (0..).zip(MISTAKES).zip(out.chunks(2)) {
            let (failed, error) = (&pair[0], &pair[0]["error"]);
            assert_eq!(
                keys(failed),
                BTreeSet::from(["id", "line", "error"]),
                "{key} {value}"
            );
            assert_eq!(
                keys(error),
                BTreeSet::from(["code", "message", "expected"]),
                "{key} {value}"
            );
            assert_eq!(
                (&failed["id"], &failed["line"]),
                (&json!("x"), &json!(1 + 2 * number)),
                "{key} {value}"
            );
            assert_eq!(error["code"], code, "{key} {value}");
            let message = error["message"].as_str().unwrap();
            assert!(message.contains(word), "{key} {value}: {message}");
            assert_eq!(empty_texts("line", failed), Vec::<String>::new(), "{key} {value}");
            assert_eq!(
                (&pair[1]["id"], pair[1].get("error")),
                (&json!("fine"), None),
                "after {key} {value}"
            );
        }
    }
}

#[test]
fn a_key_that_only_looks_like_work_is_told() {
    for key in ["works", "Work", "others"] {
        let line = format!(r#"{{"id": 1, "answers": {{}}, "{key}": {{}}}}"#);
        let run = run(&PLAN, line);
        assert_eq!(run.code, Some(1));
        assert_eq!(run.lines()[0]["error"]["code"], "unknown-key", "{key}");
    }
}

#[test]
fn work_on_an_item_that_is_not_on_the_list_changes_nothing() {
    let work = json!({ "act.9": { "status": "verified" }, "stop.1": { "status": "partial" } });
    assert_eq!(
        worked(&PLAN, &writing_assistant(), &work),
        said(&PLAN, &writing_assistant())
    );
    assert_eq!(
        worked(&SOA, &writing_assistant(), &work),
        said(&SOA, &writing_assistant())
    );
}

#[test]
fn an_error_about_work_says_what_was_expected_of_it() {
    for (key, value, code, _) in MISTAKES {
        if code != "not-a-work-record" && code != "not-an-object" {
            continue;
        }
        let line = format!(r#"{{"id": 1, "answers": {{}}, "{key}": {value}}}"#);
        let error = run(&PLAN, line).lines()[0]["error"].clone();
        let expected = error["expected"].as_str().unwrap();
        assert!(
            expected.contains(&format!("\"{key}\"")),
            "{key} {value}: {expected}"
        );
    }
}
