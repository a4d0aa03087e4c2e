//! Anything as a record: no panic, no hang, a place for each mistake, and what opens can be opened again.
//!
//! `PROPTEST_CASES` runs it for long.

use aims_readiness::catalog::builtin;
use aims_readiness::files::{Format, make};
use aims_readiness::overlay::{Known, read};
use aims_readiness::reading::Value;
use aims_readiness::record::{Record, open};
use proptest::prelude::*;

use super::{WORDS, day, setting};

/// Texts that mean something somewhere, and texts that should not.
fn text() -> impl Strategy<Value = String> {
    let facts: Vec<String> = builtin().facts.iter().map(|fact| fact.id.to_owned()).collect();
    let values = builtin().facts.iter().flat_map(|fact| fact.values.iter());
    let values: Vec<String> = values.map(|value| (*value).to_owned()).collect();
    let items: Vec<String> = builtin().items.iter().map(|item| item.id.to_owned()).collect();
    let known = [
        "unknown",
        "none",
        "yes",
        "no",
        "partial",
        "verified",
        "2027-01-04",
        "2027-02-30",
        "record",
        "",
        "=1+1",
        "<script>alert(1)</script>",
        "__proto__",
        "constructor",
        "\u{202e}x",
        "\u{0}",
        "]]>",
        "javascript:alert(1)",
    ];
    let known: Vec<String> = known.into_iter().map(str::to_owned).collect();
    prop_oneof![
        prop::sample::select(facts),
        prop::sample::select(values),
        prop::sample::select(items),
        prop::sample::select(known),
        any::<String>(),
    ]
}

fn key() -> impl Strategy<Value = String> {
    let known = [
        "schema",
        "kind",
        "product",
        "id",
        "name",
        "description",
        "tags",
        "archived",
        "assessor",
        "notes",
        "plan_start",
        "answers",
        "work",
        "columns",
        "result",
        "step",
        "use_cases",
        "status",
        "owner",
        "due",
        "note",
        "evidence",
        "documented",
        "range",
        "catalog",
        "as_of",
        "items",
        "questions",
        "additions",
        "wording",
    ];
    let known: Vec<String> = known.into_iter().map(str::to_owned).collect();
    prop_oneof![3 => prop::sample::select(known), 1 => text()]
}

/// Any tree.
fn tree() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        (-3..9_i32).prop_map(|number| Value::Number(f64::from(number))),
        any::<f64>().prop_map(Value::Number),
        text().prop_map(Value::Text),
    ];
    leaf.prop_recursive(6, 60, 8, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::List),
            prop::collection::vec((key(), inner), 0..8).prop_map(Value::Map),
        ]
    })
}

/// A file that looks like one: answers and work among anything else.
fn file() -> impl Strategy<Value = Value> {
    let texts = || prop::collection::vec(text().prop_map(Value::Text), 0..3).prop_map(Value::List);
    let note = prop_oneof![Just("note"), Just("owner"), Just("evidence"), Just("reason")];
    let record = prop::collection::vec((note.prop_map(str::to_owned), text().prop_map(Value::Text)), 0..3);
    let record = record.prop_map(Value::Map);
    let answers = prop::collection::vec((text(), prop_oneof![9 => texts(), 1 => tree()]), 0..8);
    let answers = answers.prop_map(Value::Map);
    let work =
        prop::collection::vec((text(), prop_oneof![9 => record, 1 => tree()]), 0..4).prop_map(Value::Map);
    let said = prop_oneof![Just("name"), Just("description"), Just("notes"), Just("id")];
    let said = (said.prop_map(str::to_owned), text().prop_map(Value::Text));
    let more = prop_oneof![
        3 => prop::collection::vec(said, 0..3),
        1 => prop::collection::vec((key(), tree()), 0..4),
    ];
    (0..4_i32, answers, work, more).prop_map(|(schema, answers, work, more)| {
        let mut file = vec![
            ("schema".to_owned(), Value::Number(f64::from(schema))),
            ("answers".to_owned(), answers),
            ("work".to_owned(), work),
        ];
        file.extend(more);
        Value::Map(file)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn anything_is_opened_or_refused_with_places(tree in prop_oneof![tree(), file()]) {
        match open(&tree, builtin()) {
            Ok(opened) => {
                for case in opened.cases {
                    let (_, dropped) = case.use_case.answers(builtin());
                    prop_assert!(dropped.is_empty(), "{dropped:?} is left");
                    let (record, _) = Record::of(case.use_case.clone(), builtin(), day(), &*WORDS);
                    let text = serde_json::to_string(&record).unwrap();
                    let again: Value = serde_json::from_str(&text).unwrap();
                    let again = open(&again, builtin()).unwrap().cases.remove(0);
                    prop_assert_eq!(again.use_case, case.use_case);
                }
            }
            Err(mistakes) => {
                prop_assert!(!mistakes.is_empty());
                for mistake in mistakes {
                    prop_assert!(mistake.place.is_empty() || mistake.place.starts_with('/'));
                    prop_assert!(!mistake.message.is_empty());
                }
            }
        }
    }

    #[test]
    fn any_overlay_is_read_or_refused(tree in tree()) {
        let known = Known { catalog: builtin(), words: Some(&WORDS.0) };
        if let Err(mistakes) = read(&tree, known) {
            prop_assert!(!mistakes.is_empty());
        }
    }

    #[test]
    fn what_opens_can_be_written_in_every_format(tree in file(), format in prop::sample::select(Format::ALL.to_vec())) {
        if let Ok(opened) = open(&tree, builtin()) {
            for case in opened.cases {
                let (record, _) = Record::of(case.use_case, builtin(), day(), &*WORDS);
                let file = make(format, &record, &setting()).unwrap();
                prop_assert!(!file.bytes.is_empty());
                prop_assert!(!file.name.contains(['/', '\\', '\0', ':']));
            }
        }
    }
}
