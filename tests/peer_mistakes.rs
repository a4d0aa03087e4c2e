//! Mistakes that checkers of this kind have been seen to make, each with a test that fails where it is made.
//!
//! The numbers are those of our list. What concerns the page alone is tested there: 12, an event without
//! its data, or sent to everybody, in `tests/wasm.rs` and `tests/e2e/journey.spec.mjs`; 13, the wrong
//! language in the markup and controls that are none, by axe in `tests/e2e/journey.spec.mjs`. 14, a page
//! hidden until a script runs, has no test yet. 16, answers that can be read in a link, cannot be made
//! yet: there are no such links.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "peer_mistakes/cases.rs"]
mod cases;

use std::collections::BTreeSet;

use aims_readiness::catalog::{
    Applicability, ItemKind, Reference, Rule, SourceKind, Tier, WordingKey, builtin,
};
use aims_readiness::engine::{
    Evaluation, Line, Status, Tri, Verdict, checklist, classify, readiness, support, upcoming,
};
use aims_readiness::export::{checklist_record, reference_text, reference_url, rule_records};
use aims_readiness::suggest::{Model, suggest};
use cases::{Pairs, WORDS, answers, beside, day, points, practices, record, told};

const TODAY: &str = "2026-11-21";
/// The last day of the text before the amendment.
const BEFORE: &str = "2026-07-26";

const CHATBOT: Pairs = &[
    ("transparency.screen", "interacts"),
    ("transparency.obvious", "no"),
];
const SPARED: Pairs = &[
    ("filter.task", "preparatory"),
    ("filter.profiling", "no"),
    ("filter.influence", "no"),
    ("filter.larger_system", "no"),
];
const RANKING: Pairs = &[
    ("area.screen", "employment"),
    ("employment.use", "select"),
    ("filter.task", "more"),
];

/// Showing 2 August 2026 for Annex III, as before the amendment.
#[test]
fn m01_annex_iii_dates_are_those_of_the_amended_act() {
    for (as_of, starts) in [(BEFORE, "2026-08-02"), (TODAY, "2027-12-02")] {
        for (rule, point) in points() {
            let found = record(&beside(&[point, &[("filter.task", "more")]]), as_of);
            assert_eq!(found.applies_from.as_deref(), Some(starts), "{rule} on {as_of}");
        }
    }
    let old = day("2026-08-02");
    for roles in ["provider", "deployer"] {
        let given = beside(&[RANKING, &[("organisation.roles", roles)]]);
        let result = classify(builtin(), &given, day(TODAY));
        let list = checklist(&Evaluation::new(builtin(), &given), &result);
        assert!(list.lines.iter().all(|line| line.due != Some(old)), "{roles}");
        assert!(
            list.lines.iter().any(|line| line.due == Some(day("2027-12-02"))),
            "{roles}"
        );
    }
}

/// One date in one place and another in the next, or a date of one group of systems given to another.
#[test]
fn m02_dates_do_not_contradict_each_other() {
    let days_ahead = |extra: &[(&str, &str)]| -> Vec<String> {
        let given = beside(&[RANKING, &[("area.screen", "employment migration")], extra]);
        let result = classify(builtin(), &given, day(TODAY));
        assert_eq!(result.applies_from, Some(day("2027-12-02")), "{extra:?}");
        let changes = upcoming(builtin(), &given, &result);
        changes.iter().map(|change| change.date.to_string()).collect()
    };
    let there: (&str, &str) = ("timing.on_market", "before-unchanged");
    for (extra, later) in [
        (&[("timing.on_market", "after")][..], None),
        (&[("timing.on_market", "before-changed")], None),
        (&[there, ("timing.public_authority", "no")], None),
        (
            &[
                there,
                ("timing.public_authority", "yes"),
                ("timing.large_it_system", "no"),
            ],
            Some("2030-08-02"),
        ),
        (&[there, ("timing.large_it_system", "yes")], Some("2030-12-31")),
    ] {
        let expected: Vec<&str> = ["2027-12-02"].into_iter().chain(later).collect();
        assert_eq!(days_ahead(extra), expected, "{extra:?}");
    }
    for (milestone, flag, spelled) in [
        ("legacy-public", "legacy.public", "2 August 2030"),
        ("legacy-annex-x", "legacy.annex-x", "31 December 2030"),
    ] {
        let known = builtin()
            .milestones
            .iter()
            .find(|known| known.id == milestone)
            .unwrap();
        let (year, month, date) = known.as_of(day(TODAY)).unwrap().parts();
        let month = ["August", "December"][usize::from(month == 12)];
        assert_eq!(format!("{date} {month} {year}"), spelled, "{milestone}");
        for part in ["name", "meaning"] {
            let text = told(&WordingKey::part("flag", flag, part));
            assert!(text.contains(spelled), "{flag}: {text}");
        }
    }
}

/// Testing the areas before the prohibitions, so that a prohibited use comes out as high-risk.
#[test]
fn m03_a_prohibited_practice_outranks_every_area() {
    for (practice, prohibited) in practices() {
        for (point, area) in points() {
            let found = record(&beside(&[area, &[("filter.task", "more")], prohibited]), TODAY);
            assert_eq!(found.tier, Some("prohibited"), "{practice} beside {point}");
            for rule in [practice, point] {
                assert!(found.rules.contains(&rule), "{rule} in {:?}", found.rules);
            }
        }
    }
}

/// Taking live identification by the police for high-risk, and by others for prohibited.
#[test]
fn m04_live_identification_is_forbidden_to_the_police_and_high_risk_otherwise() {
    let police: Pairs = &[
        ("practice.screen", "live-identification"),
        ("filter.task", "more"),
    ];
    let tier = |extra: &[(&str, &str)]| record(&beside(&[police, extra]), TODAY).tier;
    assert_eq!(tier(&[("practice.live_conditions", "no")]), Some("prohibited"));
    assert_eq!(tier(&[("practice.live_conditions", "yes")]), Some("high"));
    // The ban is on use, not on making.
    let maker = [
        ("practice.live_conditions", "no"),
        ("organisation.roles", "provider"),
    ];
    assert_eq!(tier(&maker), Some("high"));
    let shop = [
        ("area.screen", "biometrics"),
        ("biometrics.use", "remote-identification"),
        ("filter.task", "more"),
    ];
    let shop = record(&beside(&[&shop]), TODAY);
    assert_eq!(shop.tier, Some("high"));
    assert!(!shop.rules.contains(&"art5.1.h") && shop.rules.contains(&"annex_iii.1.a"));
    assert!(told("fact.practice.screen.value.live-identification").contains("police"));
}

/// Stopping at the first match, so that transparency duties and those for general-purpose models are lost.
#[test]
fn m05_a_high_tier_hides_no_other_duty() {
    let model: Pairs = &[("gpai.relation", "provides"), ("gpai.generality", "yes")];
    let also: Pairs = &[
        ("transparency.screen", "interacts deepfake"),
        ("transparency.obvious", "no"),
    ];
    let expected = ["literacy", "art50.1", "art50.4.deepfake", "gpai.provider"];
    let with = |case: Pairs| record(&beside(&[case, also, model]), TODAY);
    let known: BTreeSet<&str> = expected.into();
    assert!(known.is_subset(&with(&[]).flags.into_iter().collect()));
    for (rule, case) in points().into_iter().chain(practices()) {
        let found = with(case);
        assert!(
            found.range[1] == "high" || found.range[1] == "prohibited",
            "{rule}"
        );
        assert!(
            known.is_subset(&found.flags.iter().copied().collect()),
            "{rule}: {:?}",
            found.flags
        );
        assert!(
            found.references.iter().any(|place| place.contains("Art 50(1)")),
            "{rule}"
        );
    }
}

/// Leaving out Article 6(3), so that whatever an area names is high-risk; or letting it spare profiling.
#[test]
fn m06_article_6_3_spares_small_steps_and_no_profiling() {
    for (rule, point) in points() {
        for task in ["procedural", "improves", "patterns", "preparatory"] {
            let spared = record(&beside(&[point, SPARED, &[("filter.task", task)]]), TODAY);
            assert_eq!(spared.tier, Some("exempt"), "{rule} {task}");
            assert!(spared.rules.contains(&"art6.3") && spared.flags.contains(&"exempt-assessment"));
            let profiling = record(&beside(&[point, SPARED, &[("filter.profiling", "yes")]]), TODAY);
            assert_eq!(profiling.tier, Some("high"), "{rule} {task}");
        }
        assert_eq!(
            record(&beside(&[point]), TODAY).range,
            ["exempt", "high"],
            "{rule}"
        );
    }
}

/// Looking for words in a description, so that a social score without the word comes out as minimal.
#[test]
fn m07_rewards_for_behaviour_are_not_minimal_whatever_words_describe_them() {
    let model = Model::read(include_bytes!("../catalog/suggest/model.bin")).unwrap();
    for text in [
        "Rate citizens based on behavior for government rewards",
        "Citizens get points for good conduct, and those with few points wait longer for a permit.",
        "social scoring",
    ] {
        let suggested = suggest(&model, text).answers;
        let mut given = answers(&[("scope.ai_system", "yes"), ("scope.exclusion", "none")]);
        for (fact, values) in &suggested {
            given.set_by_id(builtin(), fact, values).unwrap();
        }
        let found = record(&given, TODAY);
        assert!(
            !found.settled && found.range[1] == "prohibited",
            "{text}: {:?}",
            found.range
        );
    }
    let scoring: Pairs = &[
        ("practice.screen", "social-scoring"),
        ("organisation.sectors", "public_sector"),
    ];
    for effect in ["unrelated-context", "disproportionate"] {
        let found = record(&beside(&[scoring, &[("practice.scoring_effect", effect)]]), TODAY);
        assert_eq!(found.tier, Some("prohibited"), "{effect}");
    }
    let fair = record(&beside(&[scoring, &[("practice.scoring_effect", "none")]]), TODAY);
    assert!(fair.range[1] != "prohibited", "{:?}", fair.range);
}

/// Counting answers to questions that are no longer shown.
#[test]
fn m08_hidden_answers_do_not_count_and_come_back() {
    let outcome = |sets: &[Pairs]| {
        let found = record(&beside(sets), TODAY);
        (
            found.range,
            found.rules,
            found.flags,
            found.roles,
            found.open,
            found.applies_from,
        )
    };
    let nothing = outcome(&[]);
    for (rule, point) in points().into_iter().chain(practices()) {
        let hidden: Pairs = &[("area.screen", "none"), ("practice.screen", "none")];
        assert_eq!(outcome(&[point, SPARED, hidden]), nothing, "{rule}");
        let opener: Pairs = &point[..1];
        assert_eq!(
            outcome(&[point, SPARED, hidden, opener]),
            outcome(&[point, SPARED]),
            "{rule}"
        );
        assert_ne!(outcome(&[point, SPARED]), nothing, "{rule}");
    }
}

/// Naming the wrong place: prohibitions in Annex I, transparency by the number it had in the draft.
#[test]
fn m09_places_are_those_of_the_adopted_act() {
    let catalog = builtin();
    let flag = |index: &u16| catalog.flags[usize::from(*index)];
    let (mut banned, mut transparency, mut listed) = (0, 0, 0);
    for rule in catalog.rules {
        let places: Vec<&str> = rule.legal.references.iter().map(|place| place.at).collect();
        let cites = |start: &str| places.iter().any(|place| place.starts_with(start));
        if rule.tier == Some(Tier::Prohibited) {
            banned += 1;
            assert!(cites("Art 5(1)(") && !cites("Annex"), "{}: {places:?}", rule.id);
        }
        if rule.flags.iter().any(|index| flag(index).starts_with("art50.")) {
            transparency += 1;
            assert!(cites("Art 50(") && !cites("Art 52"), "{}: {places:?}", rule.id);
        }
        if let (Some(point), true) = (rule.id.strip_prefix("annex_iii."), rule.tier.is_some()) {
            listed += 1;
            let mut parts = point.split('.').filter(|part| *part != "support");
            let number = parts.next().unwrap();
            let letter = parts.next().map_or(String::new(), |letter| format!("({letter})"));
            let point = format!("Annex III, point {number}{letter}");
            assert!(places.contains(&point.as_str()), "{}: {places:?}", rule.id);
        }
        if rule.id.starts_with("annex_i.") {
            assert!(
                cites("Annex I, section ") || rule.tier.is_none(),
                "{}: {places:?}",
                rule.id
            );
        }
    }
    assert!(
        banned >= 10 && transparency >= 6 && listed >= 25,
        "{banned} {transparency} {listed}"
    );
    for place in all_references().filter(|place| !place.anchor.is_empty()) {
        let (kind, rest) = place.at.split_once(' ').unwrap();
        let number: String = rest
            .chars()
            .take_while(|next| next.is_ascii_alphanumeric())
            .collect();
        let expected = match kind {
            "Art" => format!("art_{number}"),
            "Annex" => format!("anx_{number}"),
            _ => panic!("{} has an anchor", place.at),
        };
        assert_eq!(place.anchor, expected, "{}", place.at);
    }
}

fn all_references() -> impl Iterator<Item = &'static Reference> {
    let catalog = builtin();
    let rules = catalog.rules.iter().map(|rule| rule.legal.references);
    let derogations = catalog.derogations.iter().map(|rule| rule.legal.references);
    let penalties = catalog.penalties.iter().map(|penalty| penalty.legal.references);
    rules.chain(derogations).chain(penalties).flatten()
}

/// Showing 39 controls, or inventing their titles. The titles are compared in `tests/support/published.rs`.
#[test]
fn m10_annex_a_has_38_controls() {
    let group = |kind: ItemKind, group: &str| {
        let items = builtin().items.iter();
        items
            .filter(|item| item.kind == kind && item.group == group)
            .count()
    };
    let controls = [
        ("A.2", 3),
        ("A.3", 2),
        ("A.4", 5),
        ("A.5", 4),
        ("A.6", 9),
        ("A.7", 5),
        ("A.8", 4),
        ("A.9", 3),
        ("A.10", 3),
    ];
    for (heading, count) in controls {
        assert_eq!(group(ItemKind::Control, heading), count, "{heading}");
    }
    assert_eq!(controls.map(|(_, count)| count).iter().sum::<usize>(), 38);
    let of = |kind| builtin().items.iter().filter(move |item| item.kind == kind);
    assert_eq!(
        (of(ItemKind::Control).count(), of(ItemKind::Clause).count()),
        (38, 32)
    );
    let mut named = 0;
    for (key, text) in WORDS.all() {
        for (before, _) in text.match_indices("controls") {
            let before = text[..before].trim_end().trim_end_matches("Annex A").trim_end();
            let number = before.rsplit(' ').next().unwrap_or_default();
            // The other standard beside it has 93.
            if number.parse::<u32>().is_ok() && key != "compare.controls.iso27001" {
                assert_eq!(number, "38", "{key}: {text}");
                named += 1;
            }
        }
    }
    assert!(named > 0);
}

/// Counting what is begun, or left out without leave, as done: a document is no working process.
#[test]
fn m11_readiness_counts_what_is_done_and_not_what_is_begun() {
    let given = beside(&[RANKING]);
    let result = classify(builtin(), &given, day(TODAY));
    let list = checklist(&Evaluation::new(builtin(), &given), &result);
    let counts = |status: &dyn Fn(u16) -> Status| readiness(builtin(), &list, status).unwrap().overall;
    let percent = |status: &dyn Fn(u16) -> Status| counts(status).percent();
    let standard = |line: &&Line| {
        let kind = builtin().items[usize::from(line.item)].kind;
        matches!(kind, ItemKind::Clause | ItemKind::Control)
    };
    let first = list.lines.iter().find(standard).unwrap().item;
    assert_eq!(percent(&|_| Status::NotStarted), 0);
    assert!(percent(&|_| Status::Planned) <= 10, "a plan is little");
    assert_eq!(percent(&|_| Status::Partial), 50, "begun is half at most");
    assert!(percent(&|_| Status::Implemented) < 100, "nobody has checked it");
    assert_eq!(percent(&|_| Status::Verified), 100);
    for missing in [Status::NotStarted, Status::Partial, Status::Implemented] {
        let but_one = |item| if item == first { missing } else { Status::Verified };
        assert!(percent(&but_one) < 100, "100 means all");
    }
    let left_out = counts(&|_| Status::NotApplicable);
    assert_eq!(
        left_out.percent(),
        0,
        "what has to be done is not done by leaving it out"
    );
    let may_be_left_out = |line: &&Line| line.applicability != Applicability::Applicable;
    let allowed = list.lines.iter().filter(standard).filter(may_be_left_out);
    assert_eq!(left_out.left_out as usize, allowed.count());
    for item in checklist_record(builtin(), &result, &list, &WORDS).items {
        let proof = item.evidence.split(' ').count();
        assert!(
            proof >= 3 && item.evidence != item.task,
            "{}: {}",
            item.id,
            item.evidence
        );
    }
}

/// Promising reasons and giving a level.
#[test]
fn m15_every_tier_comes_with_reasons_answers_and_places() {
    let catalog = builtin();
    let others: [Pairs; 4] = [&[], CHATBOT, RANKING, &[("scope.ai_system", "no")]];
    let cases = points()
        .into_iter()
        .chain(practices())
        .map(|(_, case)| case)
        .chain(others);
    for case in cases.flat_map(|case| [beside(&[case]), beside(&[case, SPARED])]) {
        let result = classify(catalog, &case, day(TODAY));
        let found = record(&case, TODAY);
        let evaluation = Evaluation::new(catalog, &case);
        let leads_to = |rule: &Rule, verdict: Verdict| match (rule.derogation, verdict.lowered) {
            (None, _) | (_, Tri::No) => rule.tier,
            (Some(derogation), _) => Some(catalog.derogations[usize::from(derogation)].to),
        };
        let deciding = result.fired(catalog);
        let deciding = deciding.filter(|(_, rule, verdict)| leads_to(rule, *verdict) == Some(result.lowest));
        let deciding: Vec<u16> = deciding.map(|(index, _, _)| index).collect();
        assert!(!deciding.is_empty() && !found.references.is_empty(), "{found:?}");
        for rule in deciding.iter().map(|index| &catalog.rules[usize::from(*index)]) {
            assert!(found.rules.contains(&rule.id), "{} in {:?}", rule.id, found.rules);
            assert!(!rule.legal.references.is_empty());
            assert_eq!(evaluation.value(&rule.when), Tri::Yes);
            assert!(
                !support(&evaluation, &rule.when).is_empty(),
                "{} rests on answers",
                rule.id
            );
        }
        for id in &found.rules {
            let because = told(&WordingKey::part("rule", id, "because"));
            assert!(because.contains(' ') && because.ends_with('.'), "{id}: {because}");
        }
    }
}

/// Linking to the text of 2024 when another is in force.
#[test]
fn m17_links_lead_to_the_text_in_force_on_the_day() {
    let (old, new) = ("CELEX:32024R1689", "CELEX:02024R1689-20260727");
    for (as_of, right, wrong, short) in [
        (TODAY, new, old, "AI Act, "),
        (BEFORE, old, new, "AI Act (2024 text), "),
    ] {
        let mut linked = 0;
        for rule in rule_records(builtin(), &WORDS, day(as_of)) {
            for place in rule
                .references
                .iter()
                .filter(|place| place.text.starts_with("AI Act"))
            {
                let url = place.url.as_deref().unwrap();
                assert!(
                    place.text.starts_with(short),
                    "{} on {as_of}: {}",
                    rule.id,
                    place.text
                );
                assert!(
                    url.contains(right) && !url.contains(wrong),
                    "{} on {as_of}: {url}",
                    rule.id
                );
                linked += 1;
            }
        }
        assert!(linked > 150, "{linked}");
    }
    let texts = builtin().law_texts;
    let newest = builtin().sources[usize::from(texts[texts.len() - 1].source)].id;
    assert!(told(&WordingKey::part("source", newest, "url")).contains(new));
    let older = WORDS
        .all()
        .filter(|(_, text)| text.contains(old))
        .map(|(key, _)| key);
    assert_eq!(
        older.collect::<Vec<_>>(),
        ["source.act-2024.url"],
        "no sentence links to it"
    );
}

/// The other way round: a text is cited for what the amendment put into it.
fn inserted_later(place: &str) -> bool {
    let article = place.strip_prefix("Art ").unwrap_or_default();
    let digits = article.trim_start_matches(|next: char| next.is_ascii_digit());
    let paragraph = |part: &str| {
        let number = part.trim_start_matches(|next: char| next.is_ascii_digit());
        let letters = number.chars().take_while(char::is_ascii_lowercase).count();
        let paragraph = number.len() < part.len() && letters > 0;
        paragraph || (letters == 2 && number.starts_with('b') && number[letters..].starts_with(')'))
    };
    digits.starts_with(|next: char| next.is_ascii_lowercase()) || digits.split('(').skip(1).any(paragraph)
}

#[test]
fn m17_rules_of_the_text_of_2024_cite_nothing_that_came_later() {
    for (place, later) in [
        ("Art 4a", true),
        ("Art 75c(4)", true),
        ("Art 99(6) and (6a)", true),
        ("Art 5(1)(ba)", true),
        ("Art 5(1a)", true),
        ("Art 5(1)(b)", false),
        ("Art 53(1)(a) and (b)", false),
        ("Art 5(2) to (7)", false),
        ("Annex III, point 4(a)", false),
        ("Art 113(c)(i)", false),
    ] {
        assert_eq!(inserted_later(place), later, "{place}");
    }
    let rules = builtin()
        .rules
        .iter()
        .filter(|rule| rule.legal.in_force.contains(day(BEFORE)));
    for rule in rules {
        assert_eq!(
            later_places(rule.legal.references),
            Vec::<String>::new(),
            "{}",
            rule.id
        );
    }
}

#[test]
fn m17_penalties_of_the_text_of_2024_cite_nothing_that_came_later() {
    let penalties = builtin().penalties.iter();
    for penalty in penalties.filter(|penalty| penalty.legal.in_force.contains(day(BEFORE))) {
        assert_eq!(
            later_places(penalty.legal.references),
            Vec::<String>::new(),
            "{}",
            penalty.id
        );
    }
}

fn later_places(references: &[Reference]) -> Vec<String> {
    let places = references
        .iter()
        .map(|place| (place, reference_text(builtin(), place, day(BEFORE))));
    let old = places.filter(|(place, text)| text.starts_with("AI Act") && inserted_later(place.at));
    old.map(|(_, text)| text).collect()
}

/// Claiming that something is in line with law or standard without a place that shows it.
#[test]
fn m18_no_alignment_is_claimed_without_a_place() {
    let catalog = builtin();
    for item in catalog
        .items
        .iter()
        .filter(|item| item.kind == ItemKind::Act && item.group == "act")
    {
        let place = item.reference.strip_prefix("Art ").unwrap_or_default();
        assert!(
            place.starts_with(|next: char| next.is_ascii_digit()),
            "{}: {}",
            item.id,
            item.reference
        );
    }
    let standard = catalog.items.iter();
    let standard = standard.filter(|item| matches!(item.kind, ItemKind::Clause | ItemKind::Control));
    assert!(
        standard.clone().all(|item| item.reference == item.id),
        "numbers of the standard"
    );
    let numbers: BTreeSet<&str> = standard.map(|item| item.id).collect();
    for stressed in catalog.sectors.iter().flat_map(|sector| sector.stressed) {
        assert!(numbers.contains(stressed), "{stressed}");
    }
    for place in all_references() {
        let source = &catalog.sources[usize::from(place.source)];
        assert!(
            reference_url(catalog, place, day(TODAY), &WORDS).is_some(),
            "{} of {}",
            place.at,
            source.id
        );
        assert!(
            source.kind == SourceKind::Law || place.anchor.is_empty(),
            "{}",
            place.at
        );
    }
    let claims = [
        "aligned with",
        "in line with ISO",
        "compliant",
        "ensures compliance",
        "ISO-certified",
    ];
    for (key, text) in WORDS.all() {
        let lower = text.to_lowercase();
        assert!(
            !claims.iter().any(|claim| lower.contains(&claim.to_lowercase())),
            "{key}: {text}"
        );
    }
    assert!(told("item.act.17.do").contains("no presumption of conformity"));
}
