//! The scenario deck: what is right is never written in it, so every case is computed here.

#![cfg(feature = "cli")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use aims_readiness::catalog::{Date, Texts, Tier, builtin};
use aims_readiness::engine::{Answer, Answers, Classification, classify};
use aims_readiness::workshop::{Deck, LONGEST_STORY, Said, Scenario, Worth, doubts, model_record, worth};

const DECK: &str = include_str!(concat!(env!("OUT_DIR"), "/deck.en.json"));

fn deck() -> Deck {
    serde_json::from_str(DECK).unwrap()
}

/// The day on which cases without a day of their own are computed here.
fn today() -> Date {
    "2026-11-22".parse().unwrap()
}

fn answers(scenario: &Scenario) -> Answers {
    let (answers, dropped) = scenario.answers(builtin());
    assert!(dropped.is_empty(), "{}: {dropped:?}", scenario.id);
    answers
}

fn result(scenario: &Scenario) -> Classification {
    classify(builtin(), &answers(scenario), scenario.day(today()))
}

struct English(BTreeMap<String, String>);

impl Texts for English {
    fn text(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }
}

fn english() -> English {
    let mut texts = BTreeMap::new();
    for part in ["", ".details", ".results"] {
        let path = Path::new(env!("OUT_DIR")).join(format!("wording.en{part}.json"));
        let file = fs::read_to_string(path).unwrap();
        texts.extend(serde_json::from_str::<BTreeMap<String, String>>(&file).unwrap());
    }
    English(texts)
}

#[test]
fn the_deck_covers_every_tier_sector_and_domain() {
    let deck = deck();
    assert!(deck.scenarios.len() >= 40, "{}", deck.scenarios.len());
    let results: Vec<Classification> = deck.scenarios.iter().map(result).collect();
    let settled: BTreeSet<Tier> = results
        .iter()
        .filter(|result| result.settled())
        .map(|result| result.lowest)
        .collect();
    assert_eq!(settled, BTreeSet::from(Tier::ALL));
    let sectors = &builtin().facts[usize::from(builtin().special.sectors)];
    let named: BTreeSet<&str> = deck
        .scenarios
        .iter()
        .filter_map(|scenario| scenario.answers.get(sectors.id))
        .flatten()
        .map(String::as_str)
        .collect();
    let missing: Vec<&&str> = sectors
        .values
        .iter()
        .filter(|value| !named.contains(**value))
        .collect();
    assert!(missing.is_empty(), "no scenario is about {missing:?}");
    for domain in ["foundation", "implementer", "auditor"] {
        let many = deck
            .scenarios
            .iter()
            .filter(|scenario| scenario.domains.iter().any(|known| known == domain));
        assert!(many.count() >= 10, "{domain}");
    }
    for difficulty in 1..=3 {
        let many = deck
            .scenarios
            .iter()
            .filter(|scenario| scenario.difficulty == difficulty);
        assert!(many.count() >= 5, "{difficulty}");
    }
}

/// Missing facts leave a range and nothing else does, each of them matters, and the common mistake is wrong.
#[test]
fn nothing_speaks_against_a_case_of_ours() {
    for scenario in deck().scenarios {
        assert_eq!(doubts(&scenario, builtin(), today()), [], "{}", scenario.id);
        assert!(scenario.mistake.is_some(), "{}", scenario.id);
    }
}

#[test]
fn what_speaks_against_a_case_is_said() {
    let deck = deck();
    let codes = |scenario: &Scenario| -> Vec<(&str, Option<String>)> {
        let found = doubts(scenario, builtin(), today()).into_iter();
        found.map(|doubt| (doubt.code, doubt.fact)).collect()
    };
    let known = |id: &str| {
        deck.scenarios
            .iter()
            .find(|known| known.id == id)
            .unwrap()
            .clone()
    };
    let settled = known("payslip-check-with-stars");
    let open = known("washing-machine-in-instalments");

    let mut tells_enough = settled.clone();
    tells_enough.missing = vec!["credit.use".to_owned()];
    assert_eq!(codes(&tells_enough), [("settled", None)]);
    let mut tells_too_little = open.clone();
    tells_too_little.missing.clear();
    assert_eq!(codes(&tells_too_little), [("open", None)]);
    let mut idle = open.clone();
    idle.missing.push("insurance.use".to_owned());
    assert_eq!(codes(&idle), [("idle", Some("insurance.use".to_owned()))]);
    let mut right = settled.clone();
    right.mistake.as_mut().unwrap().tier = result(&settled).lowest.id().to_owned();
    right.story = "word ".repeat(LONGEST_STORY + 1);
    assert_eq!(codes(&right), [("right-mistake", None), ("long-story", None)]);
    // Where more than one tier is possible, one of them is a mistake and no right answer.
    let mut early = open;
    early.mistake.as_mut().unwrap().tier = "high".to_owned();
    assert_eq!(codes(&early), []);
}

#[test]
fn what_an_answer_is_worth_follows_from_what_is_possible() {
    let deck = deck();
    let settled = deck
        .scenarios
        .iter()
        .find(|scenario| scenario.missing.is_empty())
        .unwrap();
    let open = deck
        .scenarios
        .iter()
        .find(|scenario| !scenario.missing.is_empty())
        .unwrap();
    let (settled, open) = (result(settled), result(open));
    assert_eq!(worth(Said::Tier(settled.lowest), &settled), Worth::Right);
    assert_eq!(worth(Said::Open, &settled), Worth::TooOpen);
    assert_eq!(worth(Said::Open, &open), Worth::Right);
    for tier in Tier::ALL {
        let possible = (open.lowest..=open.highest).contains(&tier);
        let expected = if possible { Worth::TooEarly } else { Worth::Wrong };
        assert_eq!(worth(Said::Tier(tier), &open), expected, "{tier:?}");
        if tier != settled.lowest {
            assert_eq!(worth(Said::Tier(tier), &settled), Worth::Wrong, "{tier:?}");
        }
    }
    assert_eq!(Said::from_id("open"), Some(Said::Open));
    assert_eq!(Said::from_id("hgih"), None);
}

#[test]
fn the_engine_says_why_and_what_an_open_case_hangs_on() {
    let texts = english();
    for scenario in deck().scenarios {
        let (answers, result) = (answers(&scenario), result(&scenario));
        let day = scenario.day(today());
        let model = model_record(builtin(), &answers, day, &texts);
        assert_eq!(
            model.range,
            [result.lowest.id(), result.highest.id()],
            "{}",
            scenario.id
        );
        assert_eq!(model.as_of, day.to_string());
        if result.settled() {
            assert!(!model.reasons.is_empty(), "{}", scenario.id);
            for outcome in model.turning_points.iter().flat_map(|point| &point.outcomes) {
                assert_ne!(outcome.range, model.range, "{}", scenario.id);
                assert!(!outcome.answers.is_empty(), "{}", scenario.id);
            }
        } else {
            assert!(!model.turning_points.is_empty(), "{}", scenario.id);
            assert!(model.reasons.iter().all(|reason| reason.tier != Some("minimal")));
        }
        for reason in &model.reasons {
            assert!(
                !reason.because.is_empty() && !reason.references.is_empty(),
                "{}",
                scenario.id
            );
        }
        // Each way that is told is really one.
        for point in model.turning_points.iter().filter(|_| !result.settled()) {
            let place = builtin()
                .facts
                .iter()
                .position(|fact| fact.id == point.fact)
                .unwrap();
            let fact = &builtin().facts[place];
            let mut found = BTreeSet::new();
            for bit in 0..fact.values.len() {
                let mut trial = answers.clone();
                trial.set(place as u16, Answer::Values(1 << bit));
                let then = classify(builtin(), &trial, day);
                found.insert([then.lowest.id(), then.highest.id()]);
            }
            for range in found {
                assert!(
                    point.outcomes.iter().any(|outcome| outcome.range == range),
                    "{}: {}",
                    scenario.id,
                    point.fact
                );
            }
        }
    }
}

#[test]
fn a_story_tells_each_fact_before_the_engine_is_asked() {
    // What is answered has words in the questions: a learner can be shown them.
    let texts = english();
    for scenario in deck().scenarios {
        for fact in scenario.answers.keys().chain(&scenario.missing) {
            assert!(
                texts.text(&format!("fact.{fact}.question")).is_some(),
                "{}: {fact}",
                scenario.id
            );
        }
        let words = scenario.story.split_whitespace().count();
        assert!((50..=120).contains(&words), "{}: {words} words", scenario.id);
        assert!((2..=4).contains(&scenario.prompts.len()), "{}", scenario.id);
    }
}

#[test]
fn a_change_says_what_is_left_of_an_answer() {
    let deck = deck();
    let scenario = deck
        .scenarios
        .iter()
        .find(|scenario| scenario.id == "payslip-check-with-stars")
        .unwrap();
    let model = model_record(builtin(), &answers(scenario), today(), &english());
    let point = model
        .turning_points
        .iter()
        .find(|point| point.fact == "credit.use")
        .unwrap();
    assert_eq!(
        point.outcomes[0].answers,
        [english().text("fact.credit.use.value.fraud").unwrap()]
    );
}
