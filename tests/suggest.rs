//! Suggestions from free text: the model file that ships, what it says, and what it does with odd input.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::fs;
use std::path::Path;

use aims_readiness::catalog::builtin;
use aims_readiness::suggest::{Model, ModelError, Scored, Suggestion, checksum, features, suggest, words};
use serde_json::Value;

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("catalog/suggest")
}

fn file() -> Vec<u8> {
    fs::read(folder().join("model.bin")).unwrap()
}

fn model() -> Model {
    Model::read(&file()).unwrap()
}

fn first(scored: &[Scored]) -> &str {
    scored.first().map_or("", |first| first.id.as_str())
}

fn answers<'a>(suggestion: &'a Suggestion, fact: &str) -> Vec<&'a str> {
    let found = suggestion.answers.iter().find(|(known, _)| known == fact);
    found.map_or_else(Vec::new, |(_, values)| {
        values.iter().map(String::as_str).collect()
    })
}

#[test]
fn plain_descriptions_find_their_sector_and_area() {
    let model = model();
    for (text, sector, area) in [
        (
            "We rank CVs of job applicants and invite the best ones.",
            "recruitment_hr",
            "employment",
        ),
        (
            "Unsere Bank prüft die Kreditwürdigkeit von Verbrauchern.",
            "financial_services",
            "credit",
        ),
        (
            "Die Universität lässt Klausuren automatisch benoten.",
            "education",
            "education",
        ),
        (
            "Le juge cherche la jurisprudence et rédige un projet de jugement.",
            "legal_justice",
            "justice",
        ),
        (
            "El hospital detecta tumores en radiografías.",
            "healthcare",
            "none",
        ),
        (
            "De gemeente beoordeelt aanvragen voor een bijstandsuitkering.",
            "public_sector",
            "public-benefits",
        ),
        (
            "A model trades power from wind farms and solar panels.",
            "energy_utilities",
            "none",
        ),
        (
            "Fehler an Bauteilen werden in der Fertigung mit Kameras erkannt.",
            "manufacturing",
            "none",
        ),
        (
            "Officers score asylum applications by risk at the border.",
            "law_enforcement_migration",
            "migration",
        ),
    ] {
        let suggestion = suggest(&model, text);
        assert_eq!(first(&suggestion.sectors), sector, "{text}");
        assert_eq!(first(&suggestion.areas), area, "{text}");
        assert!(
            answers(&suggestion, "organisation.sectors").contains(&sector),
            "{text}: {suggestion:?}"
        );
        let named = answers(&suggestion, "area.screen");
        assert!(area == "none" || named.contains(&area), "{text}: {suggestion:?}");
    }
}

#[test]
fn cues_make_answers_likely() {
    let model = model();
    for (text, fact, value) in [
        (
            "Ein Chatbot hilft unseren Kunden.",
            "transparency.screen",
            "interacts",
        ),
        (
            "A voice assistant takes orders.",
            "transparency.screen",
            "interacts",
        ),
        (
            "A studio makes deepfake videos of actors.",
            "transparency.screen",
            "deepfake",
        ),
        (
            "Wir entwickeln eine Software für Schulen.",
            "organisation.roles",
            "provider",
        ),
        (
            "We use a tool that summarises documents.",
            "organisation.roles",
            "deployer",
        ),
        ("GESICHTSERKENNUNG am Eingang", "area.screen", "biometrics"),
        ("software as a medical device", "product.law", "medical"),
        ("software as a medical device", "area.screen", "products"),
    ] {
        let suggestion = suggest(&model, text);
        assert!(
            answers(&suggestion, fact).contains(&value),
            "{text}: {suggestion:?}"
        );
    }
}

#[test]
fn every_id_of_the_model_is_in_the_catalogue() {
    // Everything that the cues can answer, and every class, from texts that name them all.
    let model = model();
    let mut texts: Vec<String> = Vec::new();
    let cues = fs::read_to_string(folder().join("answers.toml")).unwrap();
    let cues: toml::Table = cues.parse().unwrap();
    for cue in cues["cue"].as_array().unwrap() {
        let words = cue["words"].as_array().unwrap();
        texts.extend(words.iter().map(|word| word.as_str().unwrap().replace('_', " ")));
    }
    texts.extend(rows("own.jsonl").iter().map(|row| text(row, "text").to_owned()));
    let mut answered = 0;
    for text in texts {
        for (fact, values) in suggest(&model, &text).answers {
            assert!(!fact.starts_with("practice."), "{fact}");
            let known = builtin()
                .facts
                .iter()
                .find(|known| known.id == fact)
                .unwrap_or_else(|| panic!("{fact}"));
            for value in values {
                assert!(known.values.contains(&value.as_str()), "{fact} {value}");
                answered += 1;
            }
        }
    }
    assert!(answered > 500, "{answered}");
}

#[test]
fn scores_are_sorted_shares_of_three_at_most() {
    let model = model();
    for text in [
        "bank",
        "A bank scores people who want a loan.",
        "Rezepte",
        "Δικαστής",
        "法官",
        "x y z",
    ] {
        let suggestion = suggest(&model, text);
        for scored in [&suggestion.sectors, &suggestion.areas] {
            assert!(scored.len() <= 3);
            assert!(
                scored.windows(2).all(|pair| pair[0].score >= pair[1].score),
                "{text}"
            );
            assert!(
                scored.iter().all(|one| (0.0..=1.0).contains(&one.score)),
                "{text}"
            );
            assert!(scored.iter().map(|one| one.score).sum::<f32>() <= 1.001, "{text}");
        }
        assert_eq!(
            suggestion,
            suggest(&model, text),
            "the same text, the same suggestion"
        );
    }
}

#[test]
fn odd_input_is_taken_calmly() {
    let model = model();
    for nothing in [
        "",
        "   ",
        "\n\t",
        "12345 67",
        "!?…—",
        "😀👍🏽",
        "\u{301}\u{200d}",
        "a",
    ] {
        assert_eq!(suggest(&model, nothing), Suggestion::default(), "{nothing:?}");
    }
    for odd in [
        "a".repeat(1_000_000),
        "bank ".repeat(200_000),
        "ß".repeat(10_000),
        "😀 bank \u{0} \u{202e} credit".to_owned(),
        char::MAX.to_string(),
    ] {
        suggest(&model, &odd);
    }
    let short = "bank ".repeat(400);
    let long = [short.as_str(), "hospital patients doctors"].concat();
    assert_eq!(
        suggest(&model, &short),
        suggest(&model, &long),
        "only the beginning is read"
    );
}

#[test]
fn spellings_of_a_word_meet() {
    for other in [
        "PRÜFUNG",
        "Pruefung",
        "Pru\u{308}fung",
        "prüfung",
        "Prü\u{ad}fung",
    ] {
        assert_eq!(features(other), features("Prüfung"), "{other}");
    }
    assert_eq!(words("Straße STRASSE strasse"), ["strasse", "strasse", "strasse"]);
    assert_eq!(
        words("l'État, coördinatie; niño"),
        ["l", "etat", "coordinatie", "nino"]
    );
    assert_eq!(words("Ζώο ПОЛИЦИЯ"), words("ζώο полиция"));
}

#[test]
fn a_damaged_file_is_an_error() {
    let file = file();
    assert_eq!(Model::read(&[]).unwrap_err(), ModelError::NotAModel);
    assert_eq!(
        Model::read(b"<!doctype html>").unwrap_err(),
        ModelError::NotAModel
    );
    let mut other = file.clone();
    other[7] += 1;
    assert_eq!(Model::read(&other).unwrap_err(), ModelError::Version);
    for length in (8..file.len()).step_by(9973).chain([8, 9, 12, file.len() - 1]) {
        assert_eq!(
            Model::read(&file[..length]).unwrap_err(),
            ModelError::Damaged,
            "{length}"
        );
    }
    for at in (8..file.len()).step_by(9973) {
        let mut other = file.clone();
        other[at] ^= 0x40;
        assert_eq!(Model::read(&other).unwrap_err(), ModelError::Damaged, "{at}");
    }
    // A right checksum over wrong bytes must not panic either.
    for at in (8..600).chain((600..file.len()).step_by(4999)) {
        for wrong in [0, 0x7f, 0x80, 0xff] {
            let mut other = file[..file.len() - 4].to_vec();
            if let Some(byte) = other.get_mut(at) {
                *byte = wrong;
            }
            let sum = checksum(&other);
            other.extend(sum.to_le_bytes());
            if let Ok(model) = Model::read(&other) {
                suggest(&model, "A bank scores people who want a loan.");
            }
        }
    }
    let codes = [ModelError::NotAModel, ModelError::Version, ModelError::Damaged].map(ModelError::code);
    assert_eq!(codes, ["model-unknown", "model-version", "model-damaged"]);
    assert!(ModelError::Damaged.to_string().contains("damaged"));
}

fn rows(name: &str) -> Vec<Value> {
    let read = fs::read_to_string(folder().join("data").join(name)).unwrap();
    read.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn text<'a>(row: &'a Value, key: &str) -> &'a str {
    row[key].as_str().unwrap_or_default()
}

/// How many of the rows with a label have it first, and among three.
fn quality(rows: &[(String, Vec<String>)], scored: impl Fn(&str) -> Vec<Scored>) -> (f32, f32) {
    let (mut one, mut three) = (0, 0);
    for (text, right) in rows {
        let found = scored(text);
        one += usize::from(right.iter().any(|id| id == first(&found)));
        three += usize::from(found.iter().any(|found| right.contains(&found.id)));
    }
    let share = |many: usize| many as f32 / rows.len() as f32;
    (share(one), share(three))
}

/// The labels of a key, parted by `|`; rows without any are left out.
fn labelled(rows: &[Value], key: &str) -> Vec<(String, Vec<String>)> {
    let label = |row: &Value| text(row, key).split('|').map(str::to_owned).collect();
    let rows = rows.iter().filter(|row| !text(row, key).is_empty());
    rows.map(|row| (text(row, "text").to_owned(), label(row)))
        .collect()
}

#[test]
fn kept_out_german_rows_are_mostly_right() {
    let model = model();
    let rows = rows("kept_out.jsonl");
    let sectors = labelled(&rows, "sector");
    assert!(sectors.len() >= 40);
    let (one, three) = quality(&sectors, |text| suggest(&model, text).sectors);
    assert!(
        one >= 0.85 && three >= 0.95,
        "sectors: {one} first, {three} among three"
    );
    let (one, three) = quality(&labelled(&rows, "area"), |text| suggest(&model, text).areas);
    assert!(
        one >= 0.85 && three >= 0.95,
        "areas: {one} first, {three} among three"
    );
}

#[test]
fn published_fixtures_are_mostly_right() {
    let model = model();
    let mut fixtures = Vec::new();
    for row in rows("tier_fixtures.jsonl") {
        let Some(areas) = row["annex_iii_areas"].as_array() else {
            continue;
        };
        let mut right: Vec<String> = Vec::new();
        for area in areas {
            match area.as_str().unwrap() {
                "essential_services" => {
                    right.extend(["credit", "insurance", "public-benefits", "emergency"].map(str::to_owned));
                }
                area => right.push(area.replace('_', "-")),
            }
        }
        if right.is_empty() {
            right.push("none".to_owned());
        }
        fixtures.push((text(&row, "text").to_owned(), right));
    }
    assert!(fixtures.len() > 60);
    let (one, three) = quality(&fixtures, |text| suggest(&model, text).areas);
    assert!(one >= 0.82 && three >= 0.94, "{one} first, {three} among three");
}
