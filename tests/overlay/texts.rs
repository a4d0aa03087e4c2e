//! Everything that an overlay adds has its words, under the keys by which words are looked up.

use std::collections::BTreeMap;

use aims_readiness::catalog::{FactKind, Texts, WordingKey, builtin};
use aims_readiness::overlay::SHAPES;

use crate::{WORDS, Words, acme, with_acme};

#[test]
fn all_that_is_added_has_words() {
    let texts = acme().texts();
    let own: BTreeMap<&str, &str> = texts
        .iter()
        .map(|(key, text)| (key.as_str(), text.as_str()))
        .collect();
    assert_eq!(own.len(), texts.len(), "each key once");
    let has = |key: String| assert!(own.contains_key(key.as_str()), "no text {key}");
    let catalog = with_acme();
    has(WordingKey::name("topic", "acme"));
    for fact in &catalog.facts[builtin().facts.len()..] {
        has(WordingKey::fact(fact.id, "question"));
        has(WordingKey::fact(fact.id, "help"));
        if fact.kind != FactKind::YesNo {
            for value in fact.values {
                has(WordingKey::value(fact.id, value));
            }
        }
    }
    for item in &catalog.items[builtin().items.len()..] {
        has(WordingKey::part("item", item.id, "do"));
        has(WordingKey::name("group", item.group));
        let owner = WordingKey::name("owner", item.owner);
        assert!(
            WORDS.contains_key(&owner) || own.contains_key(owner.as_str()),
            "{owner}"
        );
    }
    assert_eq!(
        own["fact.acme.data_flow.hint.elsewhere"],
        "Also if only some of it is there."
    );
    assert_eq!(own["item.acme.record.task2"], "Name an owner.");
    assert_eq!(
        own["item.acme.record.why"],
        "Reviews and reports start from the register."
    );
    assert_eq!(
        own["item.acme.record.pitfall"],
        "The record names a product and no purpose."
    );
    assert_eq!(own["group.acme.2"], "Acme contracts");
    assert_eq!(own["owner.Data steward"], "Data steward");
}

#[test]
fn own_words_go_before_ours_and_touch_no_other() {
    let overlay = acme();
    let mut words = Words(WORDS.clone());
    words.0.extend(overlay.texts());
    assert_eq!(words.text("ui.start.title"), Some("Acme check of AI use cases"));
    let changed: Vec<&String> = WORDS
        .iter()
        .filter(|(key, text)| words.text(key) != Some(text.as_str()))
        .map(|(key, _)| key)
        .collect();
    let mut named: Vec<&String> = overlay.wording.iter().map(|(key, _)| key).collect();
    named.sort();
    assert_eq!(changed, named);
}

#[test]
fn the_example_shows_every_key() {
    let text = crate::EXAMPLE;
    for shape in SHAPES {
        for key in shape.keys() {
            assert!(text.contains(&format!("\"{key}\":")), "{} has {key}", shape.name);
        }
    }
}
