//! Languages beside English: what is missing is English and marked, what is wrong is told, and what a text was made from
//! is remembered.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "../src/catalog/authoring/mod.rs"]
mod authoring;
#[path = "support/scratch.rs"]
#[allow(
    dead_code,
    reason = "the table of mistakes is for the mistakes of the catalogue"
)]
mod scratch;

use std::collections::BTreeMap;

use aims_readiness::catalog::{Texts, builtin};
use aims_readiness::engine::{Answers, Evaluation, checklist, classify};
use aims_readiness::export::{checklist_record, place_text};
use authoring::languages::{FOREIGN, Progress, State, flat, sign};
use scratch::Scratch;
use serde_json::{Map, Value};

/// A text of the first file, and one with a placeholder.
const FILE: &str = "interface";
const TEXTS: &str = "[ui]\nback = \"Zurück\"\nprogress.words = \"{answered} da, {left} offen\"\n";

/// The catalogue with a second language of these files and records.
fn with(files: &[(&str, &str)], states: &str) -> Scratch {
    let scratch = Scratch::new();
    scratch.replace(
        "catalog.toml",
        "languages = [\"en\"]",
        "languages = [\"en\", \"xx\"]",
    );
    for (name, text) in files {
        scratch.write(&format!("wording/xx/{name}.toml"), text);
    }
    scratch.write("wording/xx/states.tsv", states);
    scratch
}

fn english() -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(scratch::catalog().join("wording/en/interface.toml")).unwrap();
    flat(&toml::from_str(&text).unwrap())
}

/// A record of a text, made from the English of today or from another.
fn record(key: &str, state: State, own: &str, source: Option<&str>) -> String {
    let source = source.map_or_else(|| sign(&english()[key]), sign);
    format!("{FILE}: {key}\t{}\t{source}\t{}\n", state.id(), sign(own))
}

fn problems(scratch: &Scratch) -> Vec<String> {
    let found = match scratch.pack() {
        Ok(packed) => packed
            .languages
            .into_iter()
            .flat_map(|language| language.unsaid)
            .collect(),
        Err(problems) => problems,
    };
    found.iter().map(ToString::to_string).collect()
}

fn progress(scratch: &Scratch) -> Progress {
    let packed = scratch.pack().unwrap_or_else(|problems| {
        panic!(
            "{}",
            problems
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join("\n")
        )
    });
    packed.languages.into_iter().next().unwrap()
}

#[test]
fn what_a_language_lacks_is_english_and_marked() {
    let text = "[ui]\nback = \"Zurück\"\n";
    let scratch = with(
        &[(FILE, text)],
        &record("ui.back", State::Machine, "Zurück", None),
    );
    let packed = scratch.pack().unwrap_or_else(|problems| panic!("{problems:?}"));
    let file = |name: &str| -> Map<String, Value> {
        let (_, text) = packed.files.iter().find(|(known, _)| known == name).unwrap();
        serde_json::from_str(text).unwrap()
    };
    for part in ["", ".details", ".results", ".checklist", ".workshop", ".loader"] {
        let (en, xx) = (
            file(&format!("wording.en{part}.json")),
            file(&format!("wording.xx{part}.json")),
        );
        let more = xx.keys().filter(|key| !en.contains_key(*key));
        let titles =
            |key: &String| key.ends_with(".title") || key.ends_with(".short") || key.starts_with("place.");
        assert!(
            more.into_iter().all(titles),
            "{part}: only titles and places are more"
        );
        for (key, english) in &en {
            let (english, own) = (english.as_str().unwrap(), xx[key].as_str().expect(key));
            if key == "ui.back" {
                assert_eq!(own, "Zurück");
            } else if own != english {
                // Names of documents are the same everywhere and not marked.
                assert_eq!(own, format!("{FOREIGN}{english}"), "{key}");
            }
        }
    }
    let deck = file("deck.xx.json");
    assert_eq!(deck["scenarios"].as_array().unwrap().len(), 50);
    let title = deck["scenarios"][0]["title"].as_str().unwrap();
    assert!(title.starts_with(FOREIGN), "{title}");
}

#[test]
fn titles_of_another_language_go_where_they_are_shown() {
    let titles = "[item.\"act.4\"]\ntitle = \"KI-Kompetenz\"\n[item.\"4.1\"]\ntitle = \"Umfeld\"\n[law.gdpr]\nshort = \"DSGVO\"\n[place]\n\"Art 6(2)\" = \"Art. 6 Abs. 2\"\n";
    let record = |key: &str, own: &str, english: &str| {
        format!("titles: {key}\tmachine\t{}\t{}\n", sign(english), sign(own))
    };
    let known = |id: &str| builtin().items.iter().find(|item| item.id == id).unwrap().title;
    let states = [
        record("item.act.4.title", "KI-Kompetenz", known("act.4")),
        record("item.4.1.title", "Umfeld", known("4.1")),
        record("law.gdpr.short", "DSGVO", "GDPR"),
        record("place.Art 6(2)", "Art. 6 Abs. 2", "Art 6(2)"),
    ];
    let scratch = with(&[("titles", titles)], &states.concat());
    let packed = scratch.pack().unwrap_or_else(|problems| panic!("{problems:?}"));
    let file = |name: &str| -> Map<String, Value> {
        let (_, text) = packed.files.iter().find(|(known, _)| known == name).unwrap();
        serde_json::from_str(text).unwrap()
    };
    let (results, checklist) = (file("wording.xx.results.json"), file("wording.xx.checklist.json"));
    assert_eq!(results["item.act.4.title"], "KI-Kompetenz");
    assert_eq!(results["law.gdpr.short"], "DSGVO");
    assert_eq!(results["place.Art 6(2)"], "Art. 6 Abs. 2");
    assert_eq!(results["place.Art 50(1)"], format!("{FOREIGN}Art 50(1)"));
    assert_eq!(results["source.act.short"], format!("{FOREIGN}AI Act"));
    assert_eq!(checklist["item.4.1.title"], "Umfeld");
    assert_eq!(checklist["item.4.2.title"], format!("{FOREIGN}{}", known("4.2")));
    assert!(!checklist.contains_key("item.act.4.title"));
    // English has them in the catalogue itself.
    assert!(!file("wording.en.checklist.json").contains_key("item.4.1.title"));
}

/// What a language calls a line is what records and files call it.
#[test]
fn records_have_the_titles_of_the_language() {
    struct Own;
    impl Texts for Own {
        fn text(&self, key: &str) -> Option<&str> {
            match key {
                "item.4.1.title" => Some("Umfeld"),
                "source.act.short" => Some("KI-VO"),
                "place.Art 6(2)" => Some("Art. 6 Abs. 2"),
                _ => None,
            }
        }
    }
    let place = builtin()
        .rules
        .iter()
        .flat_map(|rule| rule.legal.references)
        .find(|place| place.at == "Art 6(2)")
        .unwrap();
    let cited = place_text(builtin(), place, "2026-11-22".parse().unwrap(), &Own);
    assert_eq!(cited, "KI-VO, Art. 6 Abs. 2");
    let answers = Answers::new(builtin());
    let day = "2026-11-22".parse().unwrap();
    let result = classify(builtin(), &answers, day);
    let list = checklist(&Evaluation::new(builtin(), &answers), &result);
    let record = checklist_record(builtin(), &result, &list, &Own);
    let titles: Vec<&str> = record.items.iter().map(|line| line.title.as_str()).collect();
    assert!(titles.contains(&"Umfeld"));
    let other = builtin().items.iter().find(|item| item.id == "4.2").unwrap();
    assert!(titles.contains(&other.title));
}

#[test]
fn how_far_a_language_is_is_counted() {
    let states = [
        record("ui.back", State::Reviewed, "Zurück", None),
        record(
            "ui.progress.words",
            State::Machine,
            "{answered} da, {left} offen",
            Some("{answered} of {left}"),
        ),
    ];
    let told = progress(&with(&[(FILE, TEXTS)], &states.concat()));
    assert_eq!(
        (told.language.as_str(), told.machine, told.reviewed),
        ("xx", 1, 1)
    );
    assert_eq!(told.stale, ["interface: ui.progress.words"]);
    assert_eq!(told.texts, told.missing.len() + 2);
    assert!(told.texts > 3000, "{}", told.texts);
    assert!(
        told.missing
            .iter()
            .any(|key| key == "scenarios/work: scenario.cv-order-import.title")
    );
}

#[test]
fn mistakes_have_their_places() {
    let sound = [
        record("ui.back", State::Machine, "Zurück", None),
        record(
            "ui.progress.words",
            State::Machine,
            "{answered} da, {left} offen",
            None,
        ),
    ]
    .concat();
    assert_eq!(problems(&with(&[(FILE, TEXTS)], &sound)), Vec::<String>::new());
    for (text, states, told) in [
        (
            "[ui]\nback = \"Zurück\"\nbakc = \"x\"\n",
            sound.as_str(),
            "catalog/wording/xx/interface.toml:3: there is no text `ui.bakc` in English",
        ),
        (
            "[ui]\nback = \"Zurück\"\nprogress.words = \"{answered} da, {offen} offen\"\n",
            &[
                &sound,
                record(
                    "ui.progress.words",
                    State::Machine,
                    "{answered} da, {offen} offen",
                    None,
                )
                .as_str(),
            ]
            .concat(),
            "catalog/wording/xx/interface.toml:3: `ui.progress.words` has other placeholders than in English",
        ),
        (
            // Changed after it was reviewed.
            "[ui]\nback = \"Rückwärts\"\n",
            &record("ui.back", State::Reviewed, "Zurück", None),
            "catalog/wording/xx/interface.toml:2: nobody has said who wrote `ui.back`",
        ),
        (
            "[ui]\nback = \"Zurück\"\n",
            "interface: ui.back\tsomebody\t00000000\t00000000\n",
            "catalog/wording/xx/states.tsv:1: the line is no record of a text",
        ),
    ] {
        let found = problems(&with(&[(FILE, text)], states));
        assert!(
            found.iter().any(|problem| problem.starts_with(told)),
            "{told}: {found:#?}"
        );
    }
    let stray = problems(&with(&[("intreface", TEXTS)], &sound));
    assert!(
        stray
            .iter()
            .any(|problem| problem.contains("not listed in catalog.toml")),
        "{stray:?}"
    );
}

/// German, French and Spanish have every text, Arabic what a visitor meets up to the result; nothing made by a program
/// is called reviewed, and nothing lags behind the English.
#[test]
fn the_languages_of_the_catalogue_are_as_complete_as_we_say() {
    let packed =
        authoring::pack(std::path::Path::new("catalog")).unwrap_or_else(|problems| panic!("{problems:?}"));
    let tags: Vec<&str> = packed
        .languages
        .iter()
        .map(|language| language.language.as_str())
        .collect();
    assert_eq!(tags, ["de", "es", "fr", "ar"]);
    for language in &packed.languages {
        let tag = &language.language;
        let unsaid: Vec<String> = language.unsaid.iter().map(ToString::to_string).collect();
        assert!(unsaid.is_empty(), "{tag}: {}", unsaid.join("\n"));
        assert_eq!(language.stale, Vec::<String>::new(), "{tag}");
        let later = |key: &&String| {
            ["checklist", "plan: ", "starters: ", "scenarios/"]
                .iter()
                .any(|area| key.starts_with(area))
        };
        let missing: Vec<&String> = language
            .missing
            .iter()
            .filter(|key| tag != "ar" || !later(key))
            .collect();
        assert_eq!(missing, Vec::<&String>::new(), "{tag}");
    }
}

#[test]
fn the_source_language_comes_first() {
    let scratch = Scratch::new();
    scratch.replace(
        "catalog.toml",
        "languages = [\"en\"]",
        "languages = [\"xx\", \"en\"]",
    );
    assert!(
        problems(&scratch)
            .iter()
            .any(|problem| problem.contains("`xx` is not the source language"))
    );
}
