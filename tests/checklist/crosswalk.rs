//! The links to other standards and laws: places that exist, all of a published crosswalk, both ways alike.

use std::collections::{BTreeMap, BTreeSet};

use aims_readiness::catalog::{ItemKind, builtin};
use aims_readiness::export::{framework_records, link_records};

use crate::words::WORDS;

/// The leaf clauses of ISO/IEC 27001:2022, from 4.1 to 10.2.
const ISO27001_CLAUSES: &str = "4.1 4.2 4.3 4.4 5.1 5.2 5.3 6.1.1 6.1.2 6.1.3 6.2 6.3 7.1 7.2 7.3 7.4 7.5.1 7.5.2 \
    7.5.3 8.1 8.2 8.3 9.1 9.2.1 9.2.2 9.3.1 9.3.2 9.3.3 10.1 10.2";
/// Groups of its Annex A, with the number of controls: 93.
const ISO27001_ANNEX: [(&str, u32); 4] = [("A.5", 37), ("A.6", 8), ("A.7", 14), ("A.8", 34)];

/// Categories of the NIST AI RMF 1.0, with the number of subcategories: 72.
const NIST: [(&str, u32); 19] = [
    ("GOVERN 1", 7),
    ("GOVERN 2", 3),
    ("GOVERN 3", 2),
    ("GOVERN 4", 3),
    ("GOVERN 5", 2),
    ("GOVERN 6", 2),
    ("MAP 1", 6),
    ("MAP 2", 3),
    ("MAP 3", 5),
    ("MAP 4", 2),
    ("MAP 5", 2),
    ("MEASURE 1", 3),
    ("MEASURE 2", 13),
    ("MEASURE 3", 3),
    ("MEASURE 4", 3),
    ("MANAGE 1", 4),
    ("MANAGE 2", 4),
    ("MANAGE 3", 2),
    ("MANAGE 4", 3),
];

/// Each group with its numbers, in order.
fn numbered(groups: &[(&str, u32)]) -> Vec<String> {
    let group = |(name, count): &(&str, u32)| -> Vec<String> {
        (1..=*count).map(|number| format!("{name}.{number}")).collect()
    };
    groups.iter().flat_map(group).collect()
}

/// The places of a framework, each with the items linked to it.
fn places(framework: &str) -> Vec<(&'static str, Vec<&'static str>)> {
    let records = framework_records(builtin(), &WORDS);
    let found = records.into_iter().find(|record| record.id == framework);
    let found = found.unwrap_or_else(|| panic!("{framework} is no framework"));
    let places = found.places.into_iter();
    places.map(|place| (place.target_id, place.items)).collect()
}

#[test]
fn every_place_in_iso_27001_exists() {
    let annex = numbered(&ISO27001_ANNEX);
    assert_eq!(annex.len(), 93);
    let known: BTreeSet<&str> = annex
        .iter()
        .map(String::as_str)
        .chain(ISO27001_CLAUSES.split(' '))
        .collect();
    assert_eq!(known.len(), 93 + 30);
    let places = places("iso27001");
    for (place, items) in &places {
        assert!(known.contains(place), "{place}, linked to {items:?}");
    }
    assert!(places.len() > 60, "{} places", places.len());
    // The mechanics are the same: each clause that both have is linked to its like.
    for clause in ISO27001_CLAUSES.split(' ') {
        let (_, items) = places.iter().find(|(place, _)| *place == clause).unwrap();
        assert!(items.contains(&clause), "{clause} is linked to {items:?}");
    }
}

#[test]
fn every_place_in_the_nist_framework_exists() {
    let known = numbered(&NIST);
    assert_eq!(known.len(), 72);
    let mut both = 0;
    for framework in ["nist-ai-rmf", "nist-ai-rmf-own"] {
        for (place, items) in places(framework) {
            assert!(
                known.iter().any(|known| known == place),
                "{place}, linked to {items:?}"
            );
            both += items.len();
        }
    }
    assert!(both > 300, "{both} links");
}

#[test]
fn the_published_crosswalk_covers_every_subcategory_and_every_control() {
    let published = places("nist-ai-rmf");
    let covered: BTreeSet<&str> = published.iter().map(|(place, _)| *place).collect();
    let missing: Vec<String> = numbered(&NIST)
        .into_iter()
        .filter(|place| !covered.contains(place.as_str()))
        .collect();
    assert_eq!(missing, Vec::<String>::new());
    let linked: BTreeSet<&str> = published.iter().flat_map(|(_, items)| items.clone()).collect();
    for item in builtin()
        .items
        .iter()
        .filter(|item| item.kind == ItemKind::Control)
    {
        assert!(linked.contains(item.id), "{} has no place", item.id);
    }
    // The clauses that it does not have.
    let clauses = builtin()
        .items
        .iter()
        .filter(|item| item.kind == ItemKind::Clause);
    let without: Vec<&str> = clauses
        .map(|item| item.id)
        .filter(|id| !linked.contains(id))
        .collect();
    assert_eq!(without, ["4.2", "6.3", "7.5.1", "7.5.2", "8.1"]);
}

/// Links of the published crosswalk as it stands, two of its own slips among them.
const PUBLISHED: [(&str, &str); 6] = [
    ("MAP 1.4", "A.2.2"),
    ("GOVERN 3.2", "A.3.2"),
    ("MEASURE 2.12", "A.5.5"),
    ("MEASURE 2.12", "A.4.5"),
    ("MEASURE 3.1", "8.4"),
    ("GOVERN 6.2", "A.10.3"),
];

#[test]
fn published_links_and_our_own_are_kept_apart() {
    let records = link_records(builtin(), &WORDS);
    for (place, item) in PUBLISHED {
        let found = records.iter().find(|record| {
            (record.source_id, record.target_id) == (item, place)
                && record.target_framework.starts_with("nist")
        });
        let found = found.unwrap_or_else(|| panic!("{item} to {place}"));
        assert_eq!(
            (found.target_framework, found.confidence),
            ("nist-ai-rmf", "published")
        );
    }
    for record in &records {
        let published = record.target_framework == "nist-ai-rmf";
        let wanted = if published { "published" } else { "own" };
        assert_eq!(record.confidence, wanted, "{record:?}");
        assert_eq!(record.relationship, "intersects-with", "nothing fulfils anything");
    }
    // What is published is not added once more.
    let places = |framework: &str| -> BTreeSet<(&str, &str)> {
        let records = records
            .iter()
            .filter(|record| record.target_framework == framework);
        records
            .map(|record| (record.source_id, record.target_id))
            .collect()
    };
    let twice: Vec<(&str, &str)> = places("nist-ai-rmf")
        .intersection(&places("nist-ai-rmf-own"))
        .copied()
        .collect();
    assert_eq!(twice, []);
}

/// A Roman number from 1 to 13.
fn roman(text: &str) -> Option<usize> {
    let known = [
        "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII",
    ];
    known.iter().position(|known| *known == text)
}

/// What follows an article number: groups such as `(1)(a)`, and a range such as ` to (d)` or ` and (4)`.
fn groups(rest: &str) -> bool {
    let rest = rest.replace(" to (", "(").replace(" and (", "(");
    let mut depth = 0;
    let closed = rest.chars().all(|next| {
        match next {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => return depth == 1 && next.is_ascii_alphanumeric(),
        }
        (0..=1).contains(&depth)
    });
    closed && depth == 0 && !rest.contains("()")
}

/// Whether a place is in an act of articles 1 to `last`, with or without a point; `4a` is one of them.
fn article(place: &str, last: u32) -> bool {
    let number = |text: &str| {
        text.parse::<u32>()
            .is_ok_and(|number| (1..=last).contains(&number))
    };
    if let Some((first, second)) = place.split_once(" to ").filter(|(_, second)| number(second)) {
        return number(first) && first.parse::<u32>().ok() < second.parse().ok();
    }
    let end = place.find('(').unwrap_or(place.len());
    let (name, rest) = place.split_at(end);
    (number(name) || name == "4a") && groups(rest)
}

/// Whether a place is in an annex of the AI Act.
fn annex(place: &str) -> bool {
    let point = |point: &str| {
        let (number, rest) = point.split_at(point.find('(').unwrap_or(point.len()));
        number.parse::<u32>().is_ok_and(|number| number > 0) && groups(rest)
    };
    match place.split_once(", point") {
        None => roman(place).is_some(),
        Some((name, points)) => {
            let points = points.strip_prefix('s').unwrap_or(points).trim_start();
            roman(name).is_some() && points.split(" and ").all(point)
        }
    }
}

fn act(place: &str) -> bool {
    match place.strip_prefix("Art ") {
        Some(place) => article(place, 113),
        None => place.strip_prefix("Annex ").is_some_and(annex),
    }
}

#[test]
fn places_of_an_act_are_told_from_mistakes() {
    for good in [
        "Art 1",
        "Art 4a",
        "Art 113",
        "Art 17(1)(a)",
        "Art 9(6) to (8)",
        "Art 17(1)(a) to (d)",
        "Art 10(3) and (4)",
        "Art 47 to 49",
        "Annex I",
        "Annex XIII",
        "Annex IV, point 2(a)",
        "Annex IV, points 1 and 2",
    ] {
        assert!(act(good), "{good}");
    }
    for bad in [
        "Art 0",
        "Art 114",
        "Art 4b",
        "Art",
        "Article 5",
        "Art 5(",
        "Art 5()",
        "Art 5)(",
        "Art 5((1))",
        "Art 49 to 47",
        "Art 112 to 114",
        "Art 5(1)-(2)",
        "Annex XIV",
        "Annex",
        "Annex 4",
        "Annex IV, point",
        "Annex IV, point a",
        "17(1)",
    ] {
        assert!(!act(bad), "{bad}");
    }
}

#[test]
fn every_place_in_the_ai_act_and_in_the_gdpr_exists() {
    let found = places("ai-act");
    for (place, items) in &found {
        assert!(act(place), "{place}, linked to {items:?}");
    }
    assert!(found.len() > 70, "{} places", found.len());
    for (place, items) in places("gdpr") {
        let inside = place.strip_prefix("Art ").is_some_and(|place| article(place, 99));
        assert!(inside, "{place}, linked to {items:?}");
    }
}

#[test]
fn every_place_in_the_other_frameworks_has_a_number_that_exists() {
    let oecd: Vec<&str> = places("oecd").into_iter().map(|(place, _)| place).collect();
    assert_eq!(oecd, ["1.1", "1.2", "1.3", "1.4", "1.5", "2.4"]);
    let known = |place: &str, chapters: std::ops::RangeInclusive<u32>| {
        let mut numbers = place.split('.').map(str::parse::<u32>);
        let chapter = numbers.next().and_then(Result::ok);
        chapter.is_some_and(|chapter| chapters.contains(&chapter)) && numbers.all(|number| number.is_ok())
    };
    for (place, items) in places("iso9001") {
        assert!(known(place, 4..=10), "{place}, linked to {items:?}");
    }
    for (place, items) in places("iso27701") {
        let inside = match place.strip_prefix("A.") {
            Some(annex) => annex.split(" to A.").all(|place| known(place, 1..=3)),
            None => known(place, 4..=10),
        };
        assert!(inside, "{place}, linked to {items:?}");
    }
}

#[test]
fn every_clause_and_control_is_linked_and_nothing_else_is() {
    let records = link_records(builtin(), &WORDS);
    let linked: BTreeSet<&str> = records.iter().map(|record| record.source_id).collect();
    let nodes = builtin()
        .items
        .iter()
        .filter(|item| matches!(item.kind, ItemKind::Clause | ItemKind::Control));
    assert_eq!(linked, nodes.map(|item| item.id).collect());
    let mut per_framework: BTreeMap<&str, usize> = BTreeMap::new();
    for record in &records {
        *per_framework.entry(record.target_framework).or_default() += 1;
        assert!(!record.target_name.is_empty() && record.target_name != record.target_framework);
    }
    let frameworks: Vec<&str> = per_framework.keys().copied().collect();
    let wanted = [
        "ai-act",
        "gdpr",
        "iso27001",
        "iso27701",
        "iso9001",
        "nist-ai-rmf",
        "nist-ai-rmf-own",
        "oecd",
    ];
    assert_eq!(frameworks, wanted);
    assert!(
        per_framework.values().all(|links| *links >= 70),
        "{per_framework:?}"
    );
}

#[test]
fn both_directions_say_the_same() {
    let mut there: Vec<(&str, &str, &str)> = link_records(builtin(), &WORDS)
        .iter()
        .map(|record| (record.target_framework, record.target_id, record.source_id))
        .collect();
    let mut back: Vec<(&str, &str, &str)> = Vec::new();
    for framework in framework_records(builtin(), &WORDS) {
        for place in framework.places {
            back.extend(
                place
                    .items
                    .iter()
                    .map(|item| (framework.id, place.target_id, *item)),
            );
        }
    }
    there.sort_unstable();
    back.sort_unstable();
    let all = there.len();
    assert_eq!(there, back);
    back.dedup();
    assert_eq!(back.len(), all, "no link is there twice");
    assert!(all > 600, "{all} links");
}

/// A place cut into characters and numbers, so that numbers sort as numbers, and before words.
fn cut(place: &str) -> Vec<(u32, char)> {
    let mut parts: Vec<(u32, char)> = Vec::new();
    let mut inside = false;
    for next in place.chars() {
        match (next.to_digit(10), parts.last_mut()) {
            (Some(digit), Some((number, _))) if inside => *number = *number * 10 + digit,
            (Some(digit), _) => parts.push((digit, ' ')),
            (None, _) => parts.push((u32::MAX, next)),
        }
        inside = next.is_ascii_digit();
    }
    parts
}

#[test]
fn places_and_their_items_are_in_natural_order() {
    for framework in framework_records(builtin(), &WORDS) {
        let keys: Vec<_> = framework
            .places
            .iter()
            .map(|place| cut(place.target_id))
            .collect();
        for (pair, place) in keys.windows(2).zip(&framework.places) {
            assert!(pair[0] < pair[1], "{}: after {}", framework.id, place.target_id);
        }
        let order = |id: &&str| builtin().items.iter().position(|item| item.id == *id);
        for place in &framework.places {
            assert!(
                place.items.is_sorted_by_key(order),
                "{}: {:?}",
                place.target_id,
                place.items
            );
        }
    }
    let places = places("iso27001");
    let at = |id: &str| places.iter().position(|(place, _)| *place == id).unwrap();
    assert!(at("A.5.9") < at("A.5.10") && at("9.3.3") < at("10.1") && at("10.2") < at("A.5.1"));
}
