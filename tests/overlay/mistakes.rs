//! Each kind of mistake is found, with its place and a hint, and all of them at once.

use aims_readiness::catalog::builtin;
use aims_readiness::overlay::{
    Known, LONG_TEXT, MOST_ITEMS, MOST_QUESTIONS, MOST_TASKS, MOST_VALUES, SHORT_TEXT, read,
};
use serde_json::{Value as Json, json};

use crate::{read_against, tree};

/// An overlay with these parts beside who it is.
pub(crate) fn overlay(parts: Json) -> Json {
    let mut overlay = json!({ "schema": 1, "id": "acme", "version": "1", "name": "Acme" });
    for (key, part) in parts.as_object().unwrap() {
        overlay[key] = part.clone();
    }
    overlay
}

pub(crate) fn question(parts: Json) -> Json {
    let mut question = json!({ "id": "acme.q", "kind": "yes_no", "question": "Q?", "help": "H." });
    for (key, part) in parts.as_object().unwrap() {
        question[key] = part.clone();
    }
    json!({ "questions": [question] })
}

pub(crate) fn item(parts: Json) -> Json {
    let mut item = json!({ "id": "acme.i", "title": "T", "do": "D." });
    for (key, part) in parts.as_object().unwrap() {
        item[key] = part.clone();
    }
    json!({ "items": [item] })
}

pub(crate) fn answers(answers: Json) -> Json {
    json!({ "scenarios": [{ "id": "acme.s", "title": "T", "story": "S.", "answers": answers }] })
}

fn addition(addition: Json) -> Json {
    json!({ "additions": { "4.1": addition } })
}

/// Codes and places of all mistakes, in the order of the places.
pub(crate) fn found(overlay: &Json) -> Vec<(&'static str, String)> {
    let mistakes = read_against(builtin(), overlay).err().unwrap_or_default();
    for mistake in &mistakes {
        assert!(!mistake.message.is_empty(), "{mistake:?}");
    }
    let mut found: Vec<_> = mistakes
        .into_iter()
        .map(|mistake| (mistake.code, mistake.place))
        .collect();
    found.sort_by(|one, other| one.1.cmp(&other.1).then(one.0.cmp(other.0)));
    found
}

/// What it is, an overlay, and the codes and places of its mistakes.
type Case<'a> = (&'a str, Json, &'a [(&'a str, &'a str)]);

pub(crate) fn check(cases: Vec<Case<'_>>) {
    for (what, json, expected) in cases {
        let expected: Vec<(&str, String)> = expected
            .iter()
            .map(|(code, place)| (*code, (*place).to_owned()))
            .collect();
        assert_eq!(found(&json), expected, "{what}: {json}");
    }
}

#[test]
fn the_pieces_of_the_cases_are_sound() {
    for sound in [
        overlay(json!({})),
        overlay(question(json!({}))),
        overlay(item(json!({}))),
        overlay(answers(json!({ "scope.ai_system": ["yes"] }))),
        overlay(addition(json!({ "controls": ["A-1"] }))),
        overlay(json!({ "call_to_action": { "text": "Go" } })),
    ] {
        assert_eq!(found(&sound), [], "{sound}");
    }
}

#[test]
fn who_it_is() {
    let with = |key: &str, value: Json| overlay(json!({ key: value }));
    let empty = [
        ("missing-key", ""),
        ("missing-key", ""),
        ("missing-key", ""),
        ("missing-key", ""),
    ];
    check(vec![
        ("no object", json!([]), &[("wrong-type", "")]),
        ("nothing", json!({}), &empty),
        (
            "another form",
            with("schema", json!(2)),
            &[("unknown-schema", "/schema")],
        ),
        (
            "form as text",
            with("schema", json!("1")),
            &[("unknown-schema", "/schema")],
        ),
        ("capitals", with("id", json!("Acme")), &[("bad-id", "/id")]),
        ("a dot", with("id", json!("acme.x")), &[("bad-id", "/id")]),
        ("long", with("id", json!("a".repeat(33))), &[("too-long", "/id")]),
        (
            "taken by a fact",
            with("id", json!("scope")),
            &[("taken-id", "/id")],
        ),
        (
            "taken by an item",
            with("id", json!("act")),
            &[("taken-id", "/id")],
        ),
        (
            "no version",
            with("version", json!("new")),
            &[("bad-value", "/version")],
        ),
        (
            "version as number",
            with("version", json!(1.4)),
            &[("wrong-type", "/version")],
        ),
        ("empty name", with("name", json!(" ")), &[("empty", "/name")]),
        (
            "language",
            with("language", json!("English")),
            &[("bad-value", "/language")],
        ),
        (
            "catalogue",
            with("requires", json!("other")),
            &[("other-catalogue", "/requires")],
        ),
        ("key", with("item", json!([])), &[("unknown-key", "/item")]),
        (
            "$schema",
            with("$schema", json!(1)),
            &[("wrong-type", "/$schema")],
        ),
        ("lists", with("items", json!({})), &[("wrong-type", "/items")]),
        (
            "objects",
            with("additions", json!([])),
            &[("wrong-type", "/additions")],
        ),
    ]);
}

#[test]
fn questions() {
    let with = |parts: Json| overlay(question(parts));
    let value = |id: &str| json!({ "id": id, "words": "W" });
    let many: Vec<Json> = (0..=MOST_VALUES).map(|at| value(&format!("v{at}"))).collect();
    let row = |count: usize| {
        let one =
            |at| json!({ "id": format!("acme.q{at}"), "kind": "yes_no", "question": "Q?", "help": "H." });
        overlay(json!({ "questions": (0..count).map(one).collect::<Vec<_>>() }))
    };
    let twice = overlay(json!({ "questions": [
        { "id": "acme.q", "kind": "yes_no", "question": "Q?", "help": "H." },
        { "id": "acme.q", "kind": "yes_no", "question": "Q?", "help": "H." },
    ]}));
    let later = overlay(json!({ "questions": [
        { "id": "acme.q", "kind": "yes_no", "question": "Q?", "help": "H.", "when": { "acme.r": ["yes"] } },
        { "id": "acme.r", "kind": "yes_no", "question": "Q?", "help": "H." },
    ]}));
    let bare = overlay(json!({ "questions": [{}, 7] }));
    check(vec![
        (
            "prefix",
            with(json!({ "id": "other.q" })),
            &[("prefix", "/questions/0/id")],
        ),
        (
            "no prefix",
            with(json!({ "id": "q" })),
            &[("prefix", "/questions/0/id")],
        ),
        (
            "nothing behind",
            with(json!({ "id": "acme." })),
            &[("bad-id", "/questions/0/id")],
        ),
        (
            "blank",
            with(json!({ "id": "acme.a b" })),
            &[("bad-id", "/questions/0/id")],
        ),
        (
            "prototype",
            with(json!({ "id": "acme.constructor" })),
            &[("bad-id", "/questions/0/id")],
        ),
        ("twice", twice, &[("duplicate-id", "/questions/1/id")]),
        (
            "kind",
            with(json!({ "kind": "yes-no" })),
            &[("bad-value", "/questions/0/kind")],
        ),
        (
            "no values",
            with(json!({ "kind": "one" })),
            &[("missing-key", "/questions/0")],
        ),
        (
            "values of yes and no",
            with(json!({ "values": [value("a"), value("b")] })),
            &[("spare-values", "/questions/0/values")],
        ),
        (
            "one value",
            with(json!({ "kind": "one", "values": [value("a")] })),
            &[("too-few", "/questions/0/values")],
        ),
        (
            "too many values",
            with(json!({ "kind": "many", "values": many })),
            &[("too-many", "/questions/0/values")],
        ),
        (
            "value twice",
            with(json!({ "kind": "many", "values": [value("a"), value("a")] })),
            &[("duplicate-id", "/questions/0/values/1/id")],
        ),
        (
            "taken value",
            with(json!({ "kind": "many", "values": [value("none"), value("unknown"), value("A")] })),
            &[
                ("bad-id", "/questions/0/values/0/id"),
                ("bad-id", "/questions/0/values/1/id"),
                ("bad-id", "/questions/0/values/2/id"),
            ],
        ),
        (
            "value without words",
            with(json!({ "kind": "many", "values": [{ "id": "a", "word": "W" }] })),
            &[
                ("missing-key", "/questions/0/values/0"),
                ("unknown-key", "/questions/0/values/0/word"),
            ],
        ),
        (
            "hangs on itself",
            with(json!({ "when": { "acme.q": ["yes"] } })),
            &[("later-fact", "/questions/0/when/acme.q")],
        ),
        (
            "hangs on a later one",
            later,
            &[("later-fact", "/questions/0/when/acme.r")],
        ),
        ("too many", row(MOST_QUESTIONS + 1), &[("too-many", "/questions")]),
        ("just enough", row(MOST_QUESTIONS), &[]),
        (
            "bare",
            bare,
            &[
                ("missing-key", "/questions/0"),
                ("missing-key", "/questions/0"),
                ("missing-key", "/questions/0"),
                ("missing-key", "/questions/0"),
                ("wrong-type", "/questions/1"),
            ],
        ),
    ]);
}

#[test]
fn items() {
    let with = |parts: Json| overlay(item(parts));
    let row = |count: usize| {
        let one = |at| json!({ "id": format!("acme.i{at}"), "title": "T", "do": "D." });
        overlay(json!({ "items": (0..count).map(one).collect::<Vec<_>>() }))
    };
    let tasks: Vec<String> = (0..=MOST_TASKS).map(|at| at.to_string()).collect();
    let twice = overlay(json!({ "items": [
        { "id": "acme.i", "title": "T", "do": "D." }, { "id": "acme.i", "title": "T", "do": "D." },
    ]}));
    check(vec![
        (
            "prefix",
            with(json!({ "id": "act.26.1" })),
            &[("prefix", "/items/0/id")],
        ),
        ("twice", twice, &[("duplicate-id", "/items/1/id")]),
        (
            "title",
            with(json!({ "title": "T".repeat(SHORT_TEXT + 1) })),
            &[("too-long", "/items/0/title")],
        ),
        (
            "text",
            with(json!({ "do": "D".repeat(LONG_TEXT + 1) })),
            &[("too-long", "/items/0/do")],
        ),
        ("just so long", with(json!({ "do": "ü".repeat(LONG_TEXT) })), &[]),
        (
            "turned",
            with(json!({ "why": "a\u{202e}b" })),
            &[("characters", "/items/0/why")],
        ),
        (
            "control",
            with(json!({ "why": "a\u{7}b" })),
            &[("characters", "/items/0/why")],
        ),
        (
            "tasks",
            with(json!({ "tasks": tasks })),
            &[("too-many", "/items/0/tasks")],
        ),
        (
            "owner",
            with(json!({ "owner": "leagl-lead" })),
            &[("unknown-owner", "/items/0/owner")],
        ),
        ("owner in words", with(json!({ "owner": "Data steward" })), &[]),
        (
            "phase",
            with(json!({ "phase": "plna" })),
            &[("bad-value", "/items/0/phase")],
        ),
        (
            "priority",
            with(json!({ "priority": 4 })),
            &[("bad-value", "/items/0/priority")],
        ),
        (
            "priority as text",
            with(json!({ "priority": "1" })),
            &[("bad-value", "/items/0/priority")],
        ),
        (
            "effort",
            with(json!({ "effort_days": [2, 1] })),
            &[("bad-value", "/items/0/effort_days")],
        ),
        (
            "effort in thirds",
            with(json!({ "effort_days": [0.3, 1] })),
            &[("bad-value", "/items/0/effort_days")],
        ),
        (
            "effort of one",
            with(json!({ "effort_days": [1] })),
            &[("bad-value", "/items/0/effort_days")],
        ),
        (
            "endless effort",
            with(json!({ "effort_days": [1, 1e9] })),
            &[("bad-value", "/items/0/effort_days")],
        ),
        (
            "per",
            with(json!({ "per": "team" })),
            &[("bad-value", "/items/0/per")],
        ),
        (
            "null",
            with(json!({ "group": null })),
            &[("wrong-type", "/items/0/group")],
        ),
        (
            "legal keys",
            with(json!({ "tiers": ["high"] })),
            &[("unknown-key", "/items/0/tiers")],
        ),
        ("too many", row(MOST_ITEMS + 1), &[("too-many", "/items")]),
    ]);
}

#[test]
fn conditions_and_answers() {
    let when = |when: Json| overlay(item(json!({ "when": when })));
    let scenario = |given: Json| overlay(answers(given));
    check(vec![
        (
            "fact",
            when(json!({ "acme.dpo": ["yes"] })),
            &[("unknown-fact", "/items/0/when/acme.dpo")],
        ),
        (
            "escaped",
            when(json!({ "a/b~c": ["yes"] })),
            &[("unknown-fact", "/items/0/when/a~1b~0c")],
        ),
        (
            "value",
            when(json!({ "organisation.roles": ["provider", "deploier"] })),
            &[("unknown-value", "/items/0/when/organisation.roles/1")],
        ),
        (
            "no value is none",
            when(json!({ "organisation.roles": ["unknown"] })),
            &[("unknown-value", "/items/0/when/organisation.roles/0")],
        ),
        (
            "twice",
            when(json!({ "scope.ai_system": ["yes", "yes"] })),
            &[("duplicate-value", "/items/0/when/scope.ai_system/1")],
        ),
        (
            "never",
            when(json!({ "scope.ai_system": [] })),
            &[("empty", "/items/0/when/scope.ai_system")],
        ),
        ("always", when(json!({})), &[("empty", "/items/0/when")]),
        (
            "text",
            when(json!({ "scope.ai_system": "yes" })),
            &[("wrong-type", "/items/0/when/scope.ai_system")],
        ),
        (
            "answers",
            scenario(json!({
                "scope.ai_system": ["yes", "no"], "organisation.roles": [], "organisation.sectors": ["unknown"],
                "practice.screen": ["none"], "scope.exclusion": ["none", "unknown"], "area.screen": ["credti"],
            })),
            &[
                ("unknown-value", "/scenarios/0/answers/area.screen/0"),
                ("not-one-value", "/scenarios/0/answers/scope.ai_system"),
                ("unknown-value", "/scenarios/0/answers/scope.exclusion/0"),
                ("unknown-value", "/scenarios/0/answers/scope.exclusion/1"),
            ],
        ),
        (
            "no value",
            scenario(json!({ "scope.ai_system": [] })),
            &[("not-one-value", "/scenarios/0/answers/scope.ai_system")],
        ),
        (
            "fact of a scenario",
            scenario(json!({ "scope.system": ["yes"] })),
            &[("unknown-fact", "/scenarios/0/answers/scope.system")],
        ),
    ]);
}

#[test]
fn additions_and_links() {
    let with = |parts: Json| overlay(addition(parts));
    let link = |url: &str| with(json!({ "links": [{ "title": "T", "url": url }] }));
    let item = |id: &str| overlay(json!({ "additions": { id: { "controls": ["A-1"] } } }));
    let place = "/additions/4.1/links/0/url";
    let own = overlay(json!({
        "items": [{ "id": "acme.i", "title": "T", "do": "D." }],
        "additions": { "acme.i": { "controls": ["A-1"] } },
    }));
    check(vec![
        (
            "item",
            item("A.6.2.88"),
            &[("unknown-item", "/additions/A.6.2.88")],
        ),
        ("own item", own, &[("unknown-item", "/additions/acme.i")]),
        ("nothing", with(json!({})), &[("empty", "/additions/4.1")]),
        (
            "text of ours",
            with(json!({ "do": "Less" })),
            &[("unknown-key", "/additions/4.1/do")],
        ),
        (
            "twice",
            with(json!({ "controls": ["A", "A"] })),
            &[("duplicate-value", "/additions/4.1/controls/1")],
        ),
        (
            "number",
            with(json!({ "controls": [12] })),
            &[("wrong-type", "/additions/4.1/controls/0")],
        ),
        (
            "no title",
            with(json!({ "links": [{ "url": "https://a.example" }] })),
            &[("missing-key", "/additions/4.1/links/0")],
        ),
        ("https", link("https://a.example/x"), &[]),
        ("mailto", link("mailto:a@a.example"), &[]),
        ("http", link("http://a.example"), &[("bad-url", place)]),
        ("script", link("javascript:alert(1)"), &[("bad-url", place)]),
        (
            "script with a tab",
            link("java\tscript:alert(1)"),
            &[("bad-url", place)],
        ),
        ("data", link("data:text/html,x"), &[("bad-url", place)]),
        ("relative", link("/x"), &[("bad-url", place)]),
        (
            "another host behind a name",
            link("https://a.example@b.example"),
            &[("bad-url", place)],
        ),
        (
            "call to action",
            overlay(json!({ "call_to_action": { "url": "ftp://a.example" } })),
            &[
                ("missing-key", "/call_to_action"),
                ("bad-url", "/call_to_action/url"),
            ],
        ),
    ]);
}

#[test]
fn words_in_the_place_of_ours() {
    let with = |key: &str, text: &str| overlay(json!({ "wording": { key: text } }));
    let place = |key: &str| format!("/wording/{key}");
    for (key, text, code) in [
        ("rule.scope.ai_system.because", "Other", "legal-core"),
        ("tier.high.meaning", "Nothing to do.", "legal-core"),
        ("item.4.1.do", "Less", "legal-core"),
        ("fact.scope.ai_system.question", "Is it good?", "legal-core"),
        ("reason.stop", "Go on.", "legal-core"),
        ("penalty.art5.meaning", "None", "legal-core"),
        ("ui.no-legal-advice", "This is legal advice.", "legal-core"),
        ("ui.start.titel", "T", "unknown-wording"),
        ("start.title", "T", "unknown-wording"),
        ("title", "T", "unknown-wording"),
        ("ui.checklist.lead", "No placeholder", "placeholder"),
        ("ui.start.title", "One {more}", "placeholder"),
        ("ui.start.title", "", "empty"),
    ] {
        let mistakes = found(&with(key, text));
        assert_eq!(mistakes, [(code, place(key))], "{key}");
    }
    // Without words at hand the families are checked all the same.
    let bare = Known {
        catalog: builtin(),
        words: None,
    };
    let codes = |json: &Json| -> Vec<&str> {
        let mistakes = read(&tree(json), bare).err().unwrap_or_default();
        mistakes.iter().map(|mistake| mistake.code).collect()
    };
    assert_eq!(codes(&with("tier.high.meaning", "Nothing")), ["legal-core"]);
    assert_eq!(codes(&with("start.title", "T")), ["unknown-wording"]);
    assert_eq!(codes(&with("ui.start.titel", "T")), Vec::<&str>::new());
}
