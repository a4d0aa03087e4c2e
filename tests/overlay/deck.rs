//! Cases and exercises of an overlay: what is wrong with them is found, and what is sound is a deck like ours.

use aims_readiness::catalog::builtin;
use aims_readiness::overlay::{MOST_DECISIONS, MOST_EXERCISES, MOST_MISSING, MOST_PROMPTS, MOST_SCENARIOS};
use aims_readiness::workshop::{OwnDeck, doubts};
use serde_json::{Value as Json, json};

use crate::mistakes::{check, overlay};
use crate::{acme, read_against};

/// An overlay with one case that has these parts too.
fn case(parts: &Json) -> Json {
    let mut case =
        json!({ "id": "acme.s", "title": "T", "story": "S.", "answers": { "scope.ai_system": ["yes"] } });
    for (key, part) in parts.as_object().unwrap() {
        case[key] = part.clone();
    }
    overlay(json!({ "scenarios": [case] }))
}

/// An overlay with a case and one exercise of these parts.
fn exercise(parts: &Json) -> Json {
    let mut exercise = json!({ "id": "acme.e", "title": "T", "story": "S." });
    for (key, part) in parts.as_object().unwrap() {
        exercise[key] = part.clone();
    }
    let case = json!({ "id": "acme.s", "title": "T", "story": "S.", "answers": {} });
    overlay(json!({ "scenarios": [case], "exercises": [exercise] }))
}

fn finding(parts: &Json) -> Json {
    let mut finding = json!({ "id": "a", "item": "4.1", "grade": "minor", "text": "T.", "reason": "R." });
    for (key, part) in parts.as_object().unwrap() {
        finding[key] = part.clone();
    }
    finding
}

fn grading(findings: &Json) -> Json {
    exercise(&json!({ "kind": "grading", "findings": findings }))
}

#[test]
fn mistakes_of_cases() {
    check(vec![
        (
            "told and missing",
            case(&json!({ "missing": ["area.screen", "scope.ai_system"] })),
            &[("told-and-missing", "/scenarios/0/missing/1")],
        ),
        (
            "missing fact",
            case(&json!({ "missing": ["area.scren"] })),
            &[("unknown-fact", "/scenarios/0/missing/0")],
        ),
        (
            "mistake",
            case(&json!({ "mistake": { "tier": "hgih" } })),
            &[
                ("missing-key", "/scenarios/0/mistake"),
                ("bad-value", "/scenarios/0/mistake/tier"),
            ],
        ),
        (
            "words",
            case(
                &json!({ "domains": ["auditor", "audit"], "difficulty": 4, "minutes": 2.5, "prompts": ["P?", ""] }),
            ),
            &[
                ("bad-value", "/scenarios/0/difficulty"),
                ("bad-value", "/scenarios/0/domains/1"),
                ("bad-value", "/scenarios/0/minutes"),
                ("empty", "/scenarios/0/prompts/1"),
            ],
        ),
        (
            "days",
            case(&json!({ "as_of": "2026-02-30" })),
            &[("bad-value", "/scenarios/0/as_of")],
        ),
        (
            "a day before the law",
            case(&json!({ "as_of": "2020-01-01" })),
            &[("bad-value", "/scenarios/0/as_of")],
        ),
        (
            "an answer that is right is never written",
            case(&json!({ "tier": "high" })),
            &[("unknown-key", "/scenarios/0/tier")],
        ),
    ]);
}

#[test]
fn mistakes_of_exercises() {
    check(vec![
        (
            "kind",
            exercise(&json!({ "kind": "quiz" })),
            &[("bad-value", "/exercises/0/kind")],
        ),
        (
            "no matter",
            exercise(&json!({ "kind": "exclusion" })),
            &[("missing-key", "/exercises/0")],
        ),
        (
            "nothing to decide",
            grading(&json!([])),
            &[("empty", "/exercises/0/findings")],
        ),
        (
            "of the other kind",
            exercise(&json!({ "kind": "grading", "controls": ["A.7.2"], "findings": [finding(&json!({}))] })),
            &[("other-kind", "/exercises/0/controls")],
        ),
        (
            "setting",
            exercise(&json!({ "kind": "exclusion", "controls": ["A.7.2"], "scenario": "acme.other" })),
            &[("unknown-scenario", "/exercises/0/scenario")],
        ),
        (
            "controls",
            exercise(&json!({ "kind": "exclusion", "controls": ["A.7.2", "A.77"], "scenario": "acme.s" })),
            &[("unknown-item", "/exercises/0/controls/1")],
        ),
        (
            "findings",
            grading(&json!([
                finding(&json!({})),
                finding(&json!({ "item": "4.11", "grade": "grave" }))
            ])),
            &[
                ("bad-value", "/exercises/0/findings/1/grade"),
                ("duplicate-id", "/exercises/0/findings/1/id"),
                ("unknown-item", "/exercises/0/findings/1/item"),
            ],
        ),
        (
            "the id of a case",
            exercise(&json!({ "id": "acme.s", "kind": "grading", "findings": [finding(&json!({}))] })),
            &[("duplicate-id", "/exercises/0/id")],
        ),
    ]);
}

#[test]
fn limits() {
    let many = |count: usize, part: fn(usize) -> Json| (0..count).map(part).collect::<Json>();
    let cases = |count| {
        let cases = many(
            count,
            |at| json!({ "id": format!("acme.s{at}"), "title": "T", "story": "S.", "answers": {} }),
        );
        overlay(json!({ "scenarios": cases }))
    };
    let prompts = |count| case(&json!({ "prompts": many(count, |at| json!(format!("P{at}?"))) }));
    let facts = |count: usize| -> Vec<&str> {
        let facts = builtin().facts.iter().map(|fact| fact.id);
        facts
            .filter(|fact| *fact != "scope.ai_system")
            .take(count)
            .collect()
    };
    let findings = |count| grading(&many(count, |at| finding(&json!({ "id": format!("f{at}") }))));
    let exercises = |count| {
        let graded = many(
            count,
            |at| json!({ "id": format!("acme.e{at}"), "kind": "grading", "title": "T", "story": "S.", "findings": [finding(&json!({}))] }),
        );
        overlay(json!({ "exercises": graded }))
    };
    check(vec![
        ("cases", cases(MOST_SCENARIOS), &[]),
        (
            "too many cases",
            cases(MOST_SCENARIOS + 1),
            &[("too-many", "/scenarios")],
        ),
        ("prompts", prompts(MOST_PROMPTS), &[]),
        (
            "too many prompts",
            prompts(MOST_PROMPTS + 1),
            &[("too-many", "/scenarios/0/prompts")],
        ),
        ("missing", case(&json!({ "missing": facts(MOST_MISSING) })), &[]),
        (
            "too many missing",
            case(&json!({ "missing": facts(MOST_MISSING + 1) })),
            &[("too-many", "/scenarios/0/missing")],
        ),
        ("findings", findings(MOST_DECISIONS), &[]),
        (
            "too many findings",
            findings(MOST_DECISIONS + 1),
            &[("too-many", "/exercises/0/findings")],
        ),
        ("exercises", exercises(MOST_EXERCISES), &[]),
        (
            "too many exercises",
            exercises(MOST_EXERCISES + 1),
            &[("too-many", "/exercises")],
        ),
    ]);
}

#[test]
fn what_is_sound_is_a_deck_like_ours() {
    let deck = OwnDeck::new(&acme());
    assert_eq!((deck.id.as_str(), deck.name.as_str()), ("acme", "Acme GRC"));
    let json = serde_json::to_value(&deck).unwrap();
    let written: Json = serde_json::from_str(include_str!("../../examples/overlay/acme.json")).unwrap();
    for (kind, count) in [("scenarios", 2), ("exercises", 2)] {
        let (made, written) = (json[kind].as_array().unwrap(), written[kind].as_array().unwrap());
        assert_eq!((made.len(), written.len()), (count, count));
        for (made, written) in made.iter().zip(written) {
            for (key, part) in written.as_object().unwrap() {
                // What says that none holds has no values in records.
                let none = json!(["none"]);
                let expected = match part.as_object().filter(|_| key == "answers") {
                    Some(answers) => answers
                        .iter()
                        .map(|(fact, values)| {
                            (
                                fact.clone(),
                                if *values == none {
                                    json!([])
                                } else {
                                    values.clone()
                                },
                            )
                        })
                        .collect(),
                    None => part.clone(),
                };
                assert_eq!(made[key], expected, "{} {key}", written["id"]);
            }
        }
    }
    // Where nothing is said: of middling difficulty, in ten minutes, for nobody in particular.
    assert_eq!(
        (
            &json["scenarios"][1]["difficulty"],
            &json["scenarios"][1]["minutes"]
        ),
        (&json!(2), &json!(10))
    );
    assert_eq!(json["scenarios"][1]["domains"], json!([]));
    for scenario in &deck.scenarios {
        assert_eq!(doubts(scenario, builtin(), "2026-11-22".parse().unwrap()), []);
    }
}

#[test]
fn an_overlay_of_before_is_read_as_ever() {
    let before =
        overlay(json!({ "scenarios": [{ "id": "acme.s1", "title": "T", "story": "S.", "answers": {} }] }));
    let read = read_against(builtin(), &before).unwrap();
    assert_eq!(read.scenarios.len(), 1);
    assert!(read.exercises.is_empty());
}
