//! The published schema says the same as the reader.

use std::collections::{BTreeMap, BTreeSet};

use aims_readiness::catalog::builtin;
use aims_readiness::overlay::{
    LONG_TEXT, MOST_ADDITIONS, MOST_CONTROLS, MOST_DECISIONS, MOST_EVIDENCE, MOST_EXERCISES, MOST_ITEMS,
    MOST_LINKS, MOST_MISSING, MOST_PROMPTS, MOST_QUESTIONS, MOST_SCENARIOS, MOST_TASKS, MOST_VALUES,
    MOST_WORDING, SHAPES, SHORT_TEXT,
};
use serde_json::Value as Json;

fn schema() -> Json {
    serde_json::from_str(include_str!("../../element/schema/overlay.schema.json")).unwrap()
}

fn texts(list: &Json) -> BTreeSet<&str> {
    let list = list.as_array().map(Vec::as_slice).unwrap_or_default();
    list.iter().map(|text| text.as_str().unwrap()).collect()
}

#[test]
fn every_object_has_the_keys_that_the_reader_knows() {
    let schema = schema();
    let definitions = schema["$defs"].as_object().unwrap();
    for shape in SHAPES {
        let definition = &definitions[shape.name];
        let properties = definition["properties"].as_object().unwrap();
        let written: BTreeSet<&str> = properties.keys().map(String::as_str).collect();
        assert_eq!(written, shape.keys().collect(), "keys of {}", shape.name);
        assert_eq!(
            texts(&definition["required"]),
            shape.needs.iter().copied().collect(),
            "needs of {}",
            shape.name
        );
        assert_eq!(definition["additionalProperties"], false, "{}", shape.name);
    }
    let shaped: BTreeSet<&str> = SHAPES.iter().map(|shape| shape.name).collect();
    for (name, definition) in definitions {
        assert!(
            shaped.contains(name.as_str()) || definition.get("properties").is_none(),
            "the reader knows no {name}"
        );
    }
}

#[test]
fn everything_is_described() {
    fn bare(place: &str, definition: &Json, found: &mut Vec<String>) {
        let described = definition.get("description").is_some() || definition.get("$ref").is_some();
        if !described {
            found.push(place.to_owned());
        }
        for (key, part) in definition["properties"].as_object().into_iter().flatten() {
            bare(&format!("{place}.{key}"), part, found);
        }
    }
    let mut found = Vec::new();
    for (name, definition) in schema()["$defs"].as_object().unwrap() {
        // Addresses are described where they stand.
        if name != "address" {
            bare(name, definition, &mut found);
        }
    }
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn limits_are_the_same() {
    let schema = schema();
    let property = |object: &str, key: &str| schema["$defs"][object]["properties"][key].clone();
    let expected = BTreeMap::from([
        (("overlay", "additions", "maxProperties"), MOST_ADDITIONS),
        (("overlay", "questions", "maxItems"), MOST_QUESTIONS),
        (("overlay", "items", "maxItems"), MOST_ITEMS),
        (("overlay", "wording", "maxProperties"), MOST_WORDING),
        (("overlay", "scenarios", "maxItems"), MOST_SCENARIOS),
        (("overlay", "name", "maxLength"), SHORT_TEXT),
        (("question", "values", "maxItems"), MOST_VALUES),
        (("question", "help", "maxLength"), LONG_TEXT),
        (("overlay", "exercises", "maxItems"), MOST_EXERCISES),
        (("scenario", "prompts", "maxItems"), MOST_PROMPTS),
        (("exercise", "prompts", "maxItems"), MOST_PROMPTS),
        (("scenario", "missing", "maxItems"), MOST_MISSING),
        (("exercise", "controls", "maxItems"), MOST_DECISIONS),
        (("exercise", "findings", "maxItems"), MOST_DECISIONS),
        (("item", "tasks", "maxItems"), MOST_TASKS),
        (("item", "controls", "maxItems"), MOST_CONTROLS),
        (("item", "links", "maxItems"), MOST_LINKS),
        (("item", "evidence", "maxItems"), MOST_EVIDENCE),
        (("addition", "evidence", "maxItems"), MOST_EVIDENCE),
        (("item", "do", "maxLength"), LONG_TEXT),
        (("value", "words", "maxLength"), SHORT_TEXT),
    ]);
    for ((object, key, limit), most) in expected {
        assert_eq!(property(object, key)[limit], most, "{object}.{key}.{limit}");
    }
}

/// The example of the paper is sound, and what it says `validate` prints is what is printed.
#[test]
fn the_paper_is_right() {
    let paper = include_str!("../../EMBEDDING.md");
    let blocks = paper.split("```json\n").skip(1);
    let block = blocks
        .filter_map(|block| block.split("```").next())
        .find(|block| block.contains("\"schema\": 1"))
        .expect("the paper has an overlay");
    let json: Json = serde_json::from_str(block).unwrap();
    crate::read_against(builtin(), &json).unwrap_or_else(|mistakes| panic!("{mistakes:#?}"));

    let mut wrong = json;
    wrong["items"][0]["when"] = serde_json::json!({ "acme.parter": ["yes"] });
    let mistakes = crate::read_against(builtin(), &wrong).unwrap_err();
    let told: Vec<String> = mistakes
        .iter()
        .map(|mistake| {
            format!(
                "acme.json: {}: {} ({})",
                mistake.place, mistake.message, mistake.hint
            )
        })
        .collect();
    assert_eq!(told.len(), 1);
    assert!(paper.contains(&told[0]), "{}", told[0]);
    for shape in SHAPES {
        for key in shape.keys().filter(|key| *key != "$schema") {
            assert!(paper.contains(&format!("`{key}`")), "the paper names `{key}`");
        }
    }
}
