//! The legal core stays as it is, whatever an overlay adds and whatever its questions are answered.

use std::collections::BTreeMap;

use aims_readiness::catalog::{Catalog, FactKind, Part, builtin};
use aims_readiness::engine::{
    Answer, Answers, Evaluation, Tri, alternatives, classify, next_question, open_facts, rank_open_facts,
    receipt, upcoming,
};
use aims_readiness::export::{classification_record, explanation_record};
use serde_json::{Value as Json, json};

use crate::random::{self, Random, day};
use crate::{WORDS, read_against, with_acme};

const SAMPLES: u64 = 4_000;

/// The first of the answers are those of the catalogue itself.
fn without_added(answers: &Answers) -> Answers {
    let mut own = Answers::new(builtin());
    for (fact, answer) in answers.iter() {
        own.set(fact, answer);
    }
    own
}

#[test]
fn classification_is_the_same_with_and_without_an_overlay() {
    let (plain, merged) = (builtin(), with_acme());
    let mut answered = 0;
    for seed in 0..SAMPLES {
        let mut random = Random::new(seed);
        let gaps = 2 + random.below(6);
        let answers = if seed % 2 == 0 {
            random::answers(&mut random, merged, gaps)
        } else {
            random::sparse(&mut random, merged)
        };
        let own = without_added(&answers);
        let added = answers.iter().skip(plain.facts.len());
        answered += added
            .filter(|(_, answer)| matches!(answer, Answer::Values(_)))
            .count();

        let (before, after) = (classify(plain, &own, day()), classify(merged, &answers, day()));
        // Tiers, verdicts on rules, flags, roles, sectors and dates.
        assert_eq!(before, after, "seed {seed}");
        assert_eq!(
            receipt(plain, &own, &before),
            receipt(merged, &answers, &after),
            "seed {seed}"
        );
        let (old, new) = (Evaluation::new(plain, &own), Evaluation::new(merged, &answers));
        for fact in 0..u16::try_from(plain.facts.len()).unwrap() {
            assert_eq!(old.arises(fact), new.arises(fact), "seed {seed}, fact {fact}");
        }
        assert_eq!(
            open_facts(&old, &before),
            open_facts(&new, &after),
            "seed {seed}: no question of an overlay is on the way to the tier"
        );
        assert_eq!(
            next_question(&old, &before),
            next_question(&new, &after),
            "seed {seed}"
        );
    }
    assert!(
        answered > 1_000,
        "the questions of the overlay were answered: {answered}"
    );
}

#[test]
fn what_is_made_of_a_classification_is_the_same_too() {
    let (plain, merged) = (builtin(), with_acme());
    for seed in 0..40 {
        let mut random = Random::new(seed);
        let answers = random::sparse(&mut random, merged);
        let own = without_added(&answers);
        let (before, after) = (classify(plain, &own, day()), classify(merged, &answers, day()));
        assert_eq!(
            rank_open_facts(plain, &own, day()),
            rank_open_facts(merged, &answers, day())
        );
        assert_eq!(
            format!("{:?}", alternatives(plain, &own, day())),
            format!("{:?}", alternatives(merged, &answers, day()))
        );
        assert_eq!(
            format!("{:?}", upcoming(plain, &own, &before)),
            format!("{:?}", upcoming(merged, &answers, &after))
        );
        let mut record = serde_json::to_value(classification_record(merged, &answers, &after)).unwrap();
        let named = record.as_object_mut().unwrap().remove("overlays");
        let named = named.expect("the record names the overlay");
        assert_eq!(
            named,
            json!([{ "id": "acme", "version": "1.4.0", "name": "Acme GRC" }])
        );
        let bare = serde_json::to_value(classification_record(plain, &own, &before)).unwrap();
        assert_eq!(record, bare);
        let explained = serde_json::to_value(explanation_record(merged, &answers, &after)).unwrap();
        let plainly = serde_json::to_value(explanation_record(plain, &own, &before)).unwrap();
        assert_eq!(explained, plainly);
    }
}

/// What a catalogue says of the law, as text.
fn legal_core(catalog: &Catalog) -> String {
    format!(
        "{:?}",
        (
            (catalog.id, catalog.version, catalog.digest),
            (catalog.law_texts, catalog.sources, catalog.milestones),
            (catalog.terms, catalog.derogations, catalog.rules, catalog.flags),
            (catalog.penalties, catalog.sector_laws, catalog.sectors),
            (catalog.tailoring, catalog.plan, catalog.special),
        )
    )
}

#[test]
fn what_is_there_stays_in_its_place() {
    let (plain, merged) = (builtin(), with_acme());
    assert_eq!(legal_core(plain), legal_core(merged));
    let same = |before: &str, after: &str| assert!(before == after, "changed:\n{before}\n{after}");
    let (facts, items) = (plain.facts.len(), plain.items.len());
    same(
        &format!("{:?}", plain.facts),
        &format!("{:?}", &merged.facts[..facts]),
    );
    same(
        &format!("{:?}", plain.items),
        &format!("{:?}", &merged.items[..items]),
    );
    assert_eq!(plain.schedule, &merged.schedule[..plain.schedule.len()]);
    assert!(plain.overlays.is_empty());
    for fact in &merged.facts[facts..] {
        assert_eq!(fact.part, Part::Checklist, "{}", fact.id);
        assert_eq!(merged.overlay_of(fact.id).map(|mark| mark.id), Some("acme"));
    }
    assert!(
        plain
            .facts
            .iter()
            .all(|fact| merged.overlay_of(fact.id).is_none())
    );
}

/// The code of the only mistake of an overlay that puts a text in the place of another, if it is one.
fn replaced(key: &str, text: &str) -> Option<&'static str> {
    let overlay = json!({
        "schema": 1, "id": "acme", "version": "1", "name": "Acme", "wording": { key: text },
    });
    match read_against(builtin(), &overlay) {
        Ok(overlay) => {
            assert_eq!(overlay.wording, [(key.to_owned(), text.trim().to_owned())]);
            None
        }
        Err(mistakes) => {
            assert_eq!(mistakes.len(), 1, "{key}: {mistakes:#?}");
            Some(mistakes[0].code)
        }
    }
}

#[test]
fn every_text_of_ours_is_either_open_or_of_the_legal_core() {
    let mut open: BTreeMap<&str, usize> = BTreeMap::new();
    let mut core: BTreeMap<&str, usize> = BTreeMap::new();
    for (key, text) in WORDS.iter() {
        let family = key.split('.').next().unwrap();
        match replaced(key, text) {
            None => *open.entry(family).or_default() += 1,
            Some("legal-core") => *core.entry(family).or_default() += 1,
            Some(code) => panic!("{key}: {code}"),
        }
    }
    let families: Vec<&str> = open.keys().copied().collect();
    assert_eq!(families, ["fact", "owner", "sector", "topic", "ui"]);
    let examples = builtin().facts.iter();
    let examples = examples.filter(|fact| WORDS.contains_key(&format!("fact.{}.example", fact.id)));
    assert_eq!(open["fact"], examples.count(), "of facts the examples alone");
    for family in [
        "rule",
        "tier",
        "penalty",
        "item",
        "reason",
        "term",
        "source",
        "flag",
        "law",
        "milestone",
    ] {
        assert!(core[family] > 0 && !open.contains_key(family), "{family}");
    }
    assert!(core["ui"] > 20 && open["ui"] > 100, "{core:?} {open:?}");
}

#[test]
fn what_an_answer_means_and_that_this_is_no_advice_cannot_be_replaced() {
    let key = |fact: &str, part: &str| format!("fact.{fact}.{part}");
    let fact = builtin()
        .facts
        .iter()
        .find(|fact| fact.kind == FactKind::Many)
        .unwrap();
    for key in [
        "ui.yes".to_owned(),
        "ui.no-legal-advice".to_owned(),
        "ui.result.range".to_owned(),
        "ui.basis.law".to_owned(),
        "ui.role.provider".to_owned(),
        key(fact.id, "question"),
        key(fact.id, "help"),
        key(fact.id, &format!("value.{}", fact.values[0])),
        "fact.no.such.example".to_owned(),
    ] {
        assert_eq!(replaced(&key, "Other words"), Some("legal-core"), "{key}");
    }
    assert_eq!(replaced(&key(fact.id, "example"), "Other words"), None);
}

#[test]
fn conditions_on_the_answers_of_the_catalogue_are_three_valued() {
    let overlay: Json = json!({
        "schema": 1, "id": "acme", "version": "1", "name": "Acme",
        "questions": [
            { "id": "acme.a", "kind": "yes_no", "question": "A?", "help": "A." },
            { "id": "acme.b", "kind": "yes_no", "question": "B?", "help": "B.", "when": { "acme.a": ["yes"] } },
        ],
    });
    let read = read_against(builtin(), &overlay).unwrap();
    let catalog = aims_readiness::overlay::merge(&read, builtin());
    let b = u16::try_from(catalog.facts.len() - 1).unwrap();
    for (answer, expected) in [
        (Answer::NotAsked, Tri::Unknown),
        (Answer::DontKnow, Tri::Unknown),
        (Answer::Values(0b01), Tri::No),
        (Answer::Values(0b10), Tri::Yes),
    ] {
        let mut answers = Answers::new(catalog);
        answers.set(b - 1, answer);
        assert_eq!(
            Evaluation::new(catalog, &answers).arises(b),
            expected,
            "{answer:?}"
        );
    }
}
