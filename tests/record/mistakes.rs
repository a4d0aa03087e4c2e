//! What a file is refused for, and what is left out of one that opens.

use super::opened;

/// Codes and places of the mistakes for which a file is refused.
fn refused(text: &str) -> Vec<(&'static str, String)> {
    let mistakes = opened(text).expect_err("it is refused");
    assert!(mistakes.iter().all(|mistake| !mistake.message.is_empty()));
    mistakes
        .into_iter()
        .map(|mistake| (mistake.code, mistake.place))
        .collect()
}

#[test]
fn each_mistake_has_code_and_place() {
    for (text, code, place) in [
        ("[]", "wrong-type", ""),
        ("3", "wrong-type", ""),
        (r#"{"schema": 3, "answers": {}}"#, "newer-schema", "/schema"),
        (r#"{"schema": "2", "answers": {}}"#, "bad-schema", "/schema"),
        (r#"{"schema": 1.5, "answers": {}}"#, "bad-schema", "/schema"),
        (r#"{"schema": 2}"#, "missing-key", ""),
        (r#"{"schema": 2, "answers": []}"#, "wrong-type", "/answers"),
        (
            r#"{"schema": 2, "answers": {"scope.ai_system": 1}}"#,
            "wrong-type",
            "/answers/scope.ai_system",
        ),
        (
            r#"{"schema": 2, "answers": {}, "name": 7}"#,
            "wrong-type",
            "/name",
        ),
        (
            r#"{"schema": 2, "answers": {}, "tags": "hr"}"#,
            "wrong-type",
            "/tags",
        ),
        (
            r#"{"schema": 2, "answers": {}, "plan_start": "soon"}"#,
            "bad-date",
            "/plan_start",
        ),
        (
            r#"{"schema": 2, "answers": {}, "columns": [["a"]]}"#,
            "wrong-type",
            "/columns/0",
        ),
        (
            r#"{"schema": 2, "answers": {}, "work": {"4.1": {"status": "finished"}}}"#,
            "bad-value",
            "/work/4.1/status",
        ),
        (
            r#"{"schema": 2, "answers": {}, "work": {"4.1": {"due": "2027-02-30"}}}"#,
            "bad-date",
            "/work/4.1/due",
        ),
        (
            r#"{"schema": 2, "answers": {}, "work": {"4.1": {"stats": "planned"}}}"#,
            "unknown-key",
            "/work/4.1/stats",
        ),
        (
            r#"{"schema": 2, "answers": {}, "answers": {}}"#,
            "duplicate-key",
            "/answers",
        ),
        (
            r#"{"schema": 2, "answers": {}, "__proto__": {}}"#,
            "forbidden-key",
            "/__proto__",
        ),
        (r#"{"schema": 2, "use_cases": {}}"#, "wrong-type", "/use_cases"),
        (
            r#"{"schema": 2, "use_cases": [{"answers": {}}, {"name": "x"}]}"#,
            "missing-key",
            "/use_cases/1",
        ),
    ] {
        let found = refused(text);
        assert!(
            found.contains(&(code, place.to_owned())),
            "{text} is refused with {found:?}"
        );
    }
}

#[test]
fn a_name_that_is_too_long_is_refused() {
    let text = format!(
        r#"{{"schema": 2, "answers": {{}}, "name": "{}"}}"#,
        "x".repeat(501)
    );
    assert_eq!(refused(&text), [("too-long", "/name".to_owned())]);
}

#[test]
fn deep_files_are_refused() {
    let text = format!(
        r#"{{"schema": 2, "answers": {{}}, "result": {}{}}}"#,
        "[".repeat(60),
        "]".repeat(60)
    );
    assert!(refused(&text).iter().any(|(code, _)| *code == "too-deep"));
}

#[test]
fn what_the_catalogue_does_not_know_is_left_out_and_told() {
    let opened = opened(
        r#"{"schema": 2, "mood": "good", "answers": {"a.fact.of.then": ["yes"], "scope.ai_system": ["perhaps"],
            "organisation.roles": ["deployer"]}, "work": {"99.9": {"status": "planned"}, "4.1": {"status": "planned"}}}"#,
    )
    .unwrap();
    let case = &opened.cases[0];
    let told: Vec<(&str, &str)> = case
        .left_out
        .iter()
        .map(|mistake| (mistake.code, mistake.place.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("unknown-key", "/mood"),
            ("unknown-fact", "/answers/a.fact.of.then"),
            ("unknown-value", "/answers/scope.ai_system"),
            ("unknown-item", "/work/99.9"),
        ]
    );
    assert_eq!(case.use_case.answers.len(), 1);
    assert_eq!(case.use_case.work.len(), 1);
}

#[test]
fn places_in_a_register_name_the_use_case() {
    let opened =
        opened(r#"{"schema": 2, "use_cases": [{"answers": {}}, {"answers": {"x": "yes"}}]}"#).unwrap();
    assert!(opened.cases[0].left_out.is_empty());
    assert_eq!(opened.cases[1].left_out[0].place, "/use_cases/1/answers/x");
}
