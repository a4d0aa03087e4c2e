//! `rules`: every rule once, with its condition in words, its places and its days.

use std::collections::BTreeSet;

use aims_readiness::catalog::{Condition, builtin};
use serde_json::{Value, json};

use super::{empty_texts, keys, run, texts};

fn listed(day: &str) -> Value {
    let output = run(&["rules", "--as-of", day], "");
    assert_eq!((output.code, output.errors.as_str()), (Some(0), ""));
    serde_json::from_str(&output.out).unwrap()
}

fn ids(list: &Value) -> Vec<&str> {
    let entries = list.as_array().unwrap();
    entries
        .iter()
        .map(|entry| entry["id"].as_str().unwrap())
        .collect()
}

fn rule<'a>(list: &'a Value, id: &str) -> &'a Value {
    let mut rules = list["rules"].as_array().unwrap().iter();
    rules.find(|rule| rule["id"] == id).unwrap()
}

#[test]
fn every_rule_and_every_named_condition_is_listed_exactly_once() {
    let list = listed("2026-11-21");
    assert_eq!(
        keys(&list),
        BTreeSet::from(["catalog", "digest", "as_of", "rules", "terms"])
    );
    let catalog = builtin();
    assert_eq!(list["catalog"], [catalog.id, "@", catalog.version].concat());
    assert_eq!(
        (&list["digest"], &list["as_of"]),
        (&json!(catalog.digest), &json!("2026-11-21"))
    );
    let derogations = catalog.derogations.iter().map(|rule| rule.id);
    let all: Vec<&str> = derogations
        .chain(catalog.rules.iter().map(|rule| rule.id))
        .collect();
    assert_eq!(ids(&list["rules"]), all);
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
    assert_eq!(
        ids(&list["terms"]),
        catalog.terms.iter().map(|term| term.id).collect::<Vec<_>>()
    );
    assert_eq!(empty_texts("list", &list), Vec::<String>::new());
}

#[test]
fn a_rule_has_the_keys_that_its_kind_needs() {
    let list = listed("2026-11-21");
    let mut kinds = BTreeSet::new();
    for rule in list["rules"].as_array().unwrap() {
        let promised = [
            "id",
            "name",
            "because",
            "kind",
            "tier",
            "derogation",
            "outside_of",
            "flags",
            "when",
            "references",
            "basis",
            "in_force",
            "until",
            "applies_from",
        ];
        assert_eq!(keys(rule), BTreeSet::from(promised));
        assert!(
            rule["because"].as_str().unwrap().contains(' '),
            "a sentence: {rule}"
        );
        let kind = rule["kind"].as_str().unwrap();
        assert_eq!(kind == "outside", rule["outside_of"].is_string(), "{rule}");
        assert!(kind != "derogation" || rule["tier"].is_string(), "{rule}");
        assert!(rule["tier"].is_null() || rule["name"].is_string(), "{rule}");
        kinds.insert(kind);
        let places = rule["references"].as_array().unwrap();
        assert!(!places.is_empty(), "{rule}");
        for place in places {
            assert!(place["url"].as_str().unwrap().starts_with("https://"), "{place}");
        }
        assert!(
            ["law", "guideline", "draft-guideline", "own-judgement"]
                .contains(&rule["basis"].as_str().unwrap()),
            "{rule}"
        );
    }
    assert_eq!(kinds, BTreeSet::from(["rule", "derogation", "outside"]));
}

/// What differs between a condition of the catalogue and its words.
fn told(condition: &Condition, words: &Value) -> Result<(), String> {
    let catalog = builtin();
    let wrong = || Err(format!("{condition:?} is told as {words}"));
    let parts = |parts: &[Condition], key: &str| match words[key].as_array() {
        Some(told_parts) if told_parts.len() == parts.len() => {
            let mut pairs = parts.iter().zip(told_parts);
            pairs.try_for_each(|(part, words)| told(part, words))
        }
        _ => wrong(),
    };
    match *condition {
        Condition::All(list) => parts(list, "all"),
        Condition::Any(list) => parts(list, "any"),
        Condition::Not(part) => told(part, &words["not"]),
        Condition::Term(index) => {
            let term = catalog.terms[usize::from(index)].id;
            let said = words["term"]["words"]
                .as_str()
                .is_some_and(|words| words.contains(' '));
            if words["term"]["term"] == term && said {
                Ok(())
            } else {
                wrong()
            }
        }
        Condition::Is { fact, values } => {
            let fact = &catalog.facts[usize::from(fact)];
            let is = &words["is"];
            let values: Vec<&str> = fact.value_ids(values).collect();
            let asked = is["question"]
                .as_str()
                .is_some_and(|question| question.ends_with('?'));
            let known = is["fact"] == fact.id && is["values"] == json!(values) && asked;
            if known && texts(&is["answers"]).len() == values.len() {
                Ok(())
            } else {
                wrong()
            }
        }
    }
}

#[test]
fn conditions_are_told_with_every_question_and_answer() {
    let list = listed("2026-11-21");
    let catalog = builtin();
    let derogations = catalog.derogations.iter().map(|rule| &rule.when);
    let conditions = derogations.chain(catalog.rules.iter().map(|rule| &rule.when));
    for (condition, rule) in conditions.zip(list["rules"].as_array().unwrap()) {
        assert_eq!(told(condition, &rule["when"]), Ok(()), "{}", rule["id"]);
    }
    for (term, words) in catalog.terms.iter().zip(list["terms"].as_array().unwrap()) {
        assert_eq!(told(&term.when, &words["when"]), Ok(()), "{}", term.id);
    }
    let select = &rule(&list, "annex_iii.4.a")["when"]["is"];
    assert_eq!(
        select["question"],
        "What does the system do in work or recruitment?"
    );
    assert_eq!(select["values"], json!(["targeted-adverts", "select"]));
    assert_eq!(
        texts(&select["answers"])[0],
        "Decides which people get to see a job advert"
    );
}

#[test]
fn days_and_places_are_those_of_the_text_in_force_on_the_day() {
    let (before, after) = (listed("2026-07-26"), listed("2026-07-27"));
    assert_eq!(
        ids(&before["rules"]),
        ids(&after["rules"]),
        "rules that ended or come are listed too"
    );
    for (list, starts, place, celex) in [
        (
            &before,
            "2026-08-02",
            "AI Act (2024 text), Art 6(2)",
            "CELEX:32024R1689#art_6",
        ),
        (
            &after,
            "2027-12-02",
            "AI Act, Art 6(2)",
            "CELEX:02024R1689-20260727#art_6",
        ),
    ] {
        let rule = rule(list, "annex_iii.4.a");
        assert_eq!(
            (&rule["applies_from"], &rule["tier"]),
            (&json!(starts), &json!("high"))
        );
        assert_eq!(rule["derogation"], "art6.3");
        assert_eq!(rule["references"][0]["text"], place);
        assert!(
            rule["references"][0]["url"].as_str().unwrap().ends_with(celex),
            "{rule}"
        );
    }
    let machinery = rule(&after, "annex_i.a.machinery");
    assert_eq!(
        (&machinery["in_force"], &machinery["until"]),
        (&json!("2024-08-01"), &json!("2026-07-27"))
    );
    assert_eq!(
        rule(&after, "annex_iii.5.b.outside.fraud")["outside_of"],
        "annex_iii.5.b"
    );
}

#[test]
fn rules_refuse_a_day_before_the_act_and_a_stray_argument() {
    for arguments in [
        &["rules", "--as-of", "2024-07-31"][..],
        &["rules", "--as-of", "soon"],
        &["rules", "annex_iii.4.a"],
    ] {
        let run = run(arguments, "");
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(run.errors.starts_with("error: "), "{}", run.errors);
    }
    assert_eq!(run(&["rules"], "").code, Some(0), "today without a day");
}
