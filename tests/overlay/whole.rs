//! Mistakes of an overlay as a whole: keys, depth, hints, and all of them at once.

use aims_readiness::catalog::builtin;
use aims_readiness::overlay::{Known, read};
use aims_readiness::reading::Value;
use serde_json::{Value as Json, json};

use crate::mistakes::{answers, found, item, overlay, question};
use crate::{WORDS, example, read_against, tree};

#[test]
fn keys_that_no_object_may_have() {
    for key in ["__proto__", "constructor", "prototype"] {
        for (json, place) in [
            (overlay(json!({ key: {} })), format!("/{key}")),
            (overlay(item(json!({ key: 1 }))), format!("/items/0/{key}")),
            (
                overlay(json!({ "wording": { key: "x" } })),
                format!("/wording/{key}"),
            ),
            (
                overlay(json!({ "additions": { key: {} } })),
                format!("/additions/{key}"),
            ),
            (
                overlay(answers(json!({ key: ["yes"] }))),
                format!("/scenarios/0/answers/{key}"),
            ),
        ] {
            assert_eq!(found(&json), [("forbidden-key", place)]);
        }
    }
}

#[test]
fn keys_that_come_twice_and_depth() {
    let known = Known {
        catalog: builtin(),
        words: Some(&WORDS),
    };
    let text = |text: &str| Value::Text(text.to_owned());
    let Value::Map(mut fields) = tree(&overlay(json!({}))) else {
        panic!("an object");
    };
    fields.push(("name".to_owned(), text("Other")));
    let links = Value::Map(vec![
        ("controls".to_owned(), Value::List(vec![text("A-1")])),
        ("controls".to_owned(), Value::List(vec![text("A-2")])),
    ]);
    fields.push((
        "additions".to_owned(),
        Value::Map(vec![("4.1".to_owned(), links)]),
    ));
    let mistakes = read(&Value::Map(fields), known).unwrap_err();
    let found: Vec<_> = mistakes
        .iter()
        .map(|mistake| (mistake.code, mistake.place.as_str()))
        .collect();
    assert_eq!(
        found,
        [
            ("duplicate-key", "/name"),
            ("duplicate-key", "/additions/4.1/controls")
        ]
    );

    let mut deep = Value::Null;
    for _ in 0..2_000 {
        deep = Value::List(vec![deep]);
    }
    let mistakes = read(&deep, known).unwrap_err();
    assert_eq!(
        mistakes
            .iter()
            .filter(|mistake| mistake.code == "too-deep")
            .count(),
        1
    );
}

#[test]
fn a_hint_names_what_is_near() {
    for (json, expected) in [
        (overlay(json!({ "itmes": [] })), "did you mean `items`?"),
        (
            overlay(item(json!({ "when": { "organisation.role": ["provider"] } }))),
            "did you mean `organisation.roles`?",
        ),
        (
            overlay(item(json!({ "when": { "organisation.roles": ["providr"] } }))),
            "did you mean `provider`?",
        ),
        (
            overlay(item(json!({ "owner": "leagl-lead" }))),
            "did you mean `legal-lead`?",
        ),
        (
            overlay(json!({ "additions": { "A.6.2.88": { "controls": ["A"] } } })),
            "did you mean `A.6.2.8`?",
        ),
        (
            overlay(json!({ "wording": { "ui.start.titel": "T" } })),
            "did you mean `ui.start.title`?",
        ),
        (
            overlay(question(json!({ "kind": "yes-no" }))),
            "did you mean `yes_no`?",
        ),
        (overlay(question(json!({ "id": "dpo" }))), "such as `acme.dpo`"),
        (
            overlay(json!({ "wording": { "tier.high.name": "T" } })),
            "what can be replaced: ",
        ),
        (
            overlay(item(json!({ "phase": "later" }))),
            "one of plan, do, check, act",
        ),
    ] {
        let mistakes = read_against(builtin(), &json).unwrap_err();
        assert_eq!(mistakes.len(), 1, "{mistakes:#?}");
        assert!(mistakes[0].hint.starts_with(expected), "{:?}", mistakes[0]);
    }
}

#[test]
fn all_mistakes_are_reported_at_once() {
    let mut json = example();
    json["id"] = json!("Acme");
    json["questions"][1]["kind"] = json!("two");
    json["questions"][0]["help"] = json!("");
    json["items"][0]["priority"] = json!(0);
    json["items"][1]["when"]["acme.partners"] = json!(["hostin"]);
    json["wording"]["tier.high.name"] = json!("Fine");
    json["scenarios"][0]["answers"]["scope.ai_system"] = json!(["maybe"]);
    json["call_to_action"]["url"] = json!("javascript:x");
    assert_eq!(
        found(&json),
        [
            ("bad-url", "/call_to_action/url".to_owned()),
            ("bad-id", "/id".to_owned()),
            ("bad-value", "/items/0/priority".to_owned()),
            ("unknown-value", "/items/1/when/acme.partners/0".to_owned()),
            ("empty", "/questions/0/help".to_owned()),
            ("bad-value", "/questions/1/kind".to_owned()),
            (
                "unknown-value",
                "/scenarios/0/answers/scope.ai_system/0".to_owned()
            ),
            ("legal-core", "/wording/tier.high.name".to_owned()),
        ]
    );
}

#[test]
fn no_tree_makes_the_reader_fail_otherwise() {
    // Each value of the example in the place of each other, one at a time.
    fn places(json: &Json, place: String, found: &mut Vec<String>) {
        found.push(place.clone());
        match json {
            Json::Array(parts) => {
                for (at, part) in parts.iter().enumerate() {
                    places(part, format!("{place}/{at}"), found);
                }
            }
            Json::Object(parts) => {
                for (key, part) in parts {
                    places(
                        part,
                        format!("{place}/{}", key.replace('~', "~0").replace('/', "~1")),
                        found,
                    );
                }
            }
            _ => {}
        }
    }
    let sound = example();
    let mut all = Vec::new();
    places(&sound, String::new(), &mut all);
    assert!(all.len() >= 150, "{}", all.len());
    let mut refused = 0;
    for place in &all {
        for other in [
            json!(null),
            json!(true),
            json!(-1.5),
            json!(""),
            json!("x"),
            json!([]),
            json!([[]]),
            json!({}),
            json!({ "x": {} }),
        ] {
            let mut changed = sound.clone();
            *changed.pointer_mut(place).unwrap() = other;
            refused += usize::from(read_against(builtin(), &changed).is_err());
        }
    }
    assert!(refused > all.len() * 6, "{refused} of {}", all.len() * 9);
}
