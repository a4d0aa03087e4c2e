//! The quality card: what the cases show, as `www/open/quality.json`, from which the site makes a page.

use std::collections::BTreeMap;
use std::fs;

use aims_readiness::catalog::builtin;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::case::{Case, cases, place};
use crate::coverage::coverage;
use crate::journeys::{PLAIN, asked, journeys};
use crate::mutations::mutations;

const CARD: &str = "www/open/quality.json";

/// Cases of a rule that the card names.
const NAMED: usize = 3;

/// Known weak spots, in plain words.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WeakSpots {
    weak_spots: Vec<String>,
}

/// Groups of cases, in the order shown.
const GROUPS: [(&str, &str); 8] = [
    ("scope", "Scope and exclusions"),
    ("art5", "Prohibited practices (Art 5)"),
    ("annex-iii", "Inside Annex III"),
    ("art6.3", "Exempt by Art 6(3)"),
    ("outside", "In an area of Annex III, outside its points"),
    ("annex-i", "Products (Annex I)"),
    ("art50", "Transparency (Art 50)"),
    ("plain", "None of these"),
];

/// The group of a case, by what its author wrote down.
fn group(case: &Case) -> &'static str {
    let answered = |fact: &str| {
        case.answers.get(fact).is_some_and(|answer| match answer {
            crate::case::OneOrMany::One(value) => value != "none" && value != "no",
            crate::case::OneOrMany::Many(values) => !values.is_empty() && values != &["none"],
        })
    };
    let tier = case
        .tier
        .as_deref()
        .or(case.range.as_ref().map(|range| range[1].as_str()));
    match tier {
        Some("out-of-scope") => "scope",
        Some("prohibited") => "art5",
        Some("exempt") => "art6.3",
        Some("high-sectoral") => "annex-i",
        _ if answered("product.law") => "annex-i",
        Some("high") => "annex-iii",
        _ if answered("practice.screen") => "art5",
        _ if answered("area.screen") => "outside",
        Some("limited") => "art50",
        _ => "plain",
    }
}

fn card() -> Value {
    let catalog = builtin();
    let mut groups: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for case in cases() {
        let count = groups.entry(group(case)).or_default();
        count.0 += 1;
        count.1 += usize::from(case.differences(catalog).is_empty());
    }
    let groups: Vec<Value> = GROUPS
        .iter()
        .map(|(id, name)| {
            let (all, right) = groups.get(id).copied().unwrap_or_default();
            json!({ "id": id, "name": name, "cases": all, "right": right })
        })
        .collect();
    let mut named: BTreeMap<&str, Value> = BTreeMap::new();
    let rules: BTreeMap<&str, Value> = coverage()
        .into_iter()
        .map(|(id, shown)| {
            let pick = |ids: Vec<&'static str>| ids.into_iter().take(NAMED).collect::<Vec<_>>();
            let (fires, spares) = (pick(shown.fires), pick(shown.spares));
            for case in cases()
                .iter()
                .filter(|case| fires.contains(&case.id.as_str()) || spares.contains(&case.id.as_str()))
            {
                let tier = case.tier.clone().unwrap_or_else(|| {
                    case.range
                        .as_ref()
                        .map(|range| range.join(" to "))
                        .unwrap_or_default()
                });
                named.insert(
                    &case.id,
                    json!({ "text": case.text, "tier": tier, "source": case.source }),
                );
            }
            (id, json!({ "fires": fires, "spares": spares }))
        })
        .collect();
    let spots = fs::read_to_string(place("tests/golden/weak-spots.toml")).unwrap();
    let spots: WeakSpots = toml::from_str(&spots).unwrap();
    let journeys = journeys();
    let mutations = mutations();
    let law_date = catalog.law_texts.last().map(|text| text.from.to_string());
    json!({
        "catalog": format!("{}@{}", catalog.id, catalog.version),
        "digest": catalog.digest,
        "law_date": law_date,
        // The latest day for which a case asks.
        "as_of": cases().iter().map(|case| case.as_of.as_str()).max(),
        "counts": {
            "rules": catalog.rules.len(),
            "derogations": catalog.derogations.len(),
            "facts": catalog.facts.len(),
            "items": catalog.items.len(),
            "cases": cases().len(),
        },
        "groups": groups,
        "questions": {
            "mean": (journeys.mean * 10.0).round() / 10.0,
            "plain": PLAIN.iter().map(|id| asked(crate::journeys::named(id))).max(),
            "worst": journeys.worst,
            "worst_case": journeys.worst_case,
            "all": journeys.all,
        },
        "mutations": { "made": mutations.made, "unnoticed": mutations.unnoticed.len() },
        "weak_spots": spots.weak_spots,
        "rules": rules,
        "cases": named,
    })
}

#[test]
fn the_quality_card_says_what_the_tests_find() {
    let mut text = serde_json::to_string_pretty(&card()).unwrap();
    text.push('\n');
    if std::env::var_os("AIMS_WRITE").is_some() {
        fs::write(place(CARD), &text).unwrap();
    }
    let committed = fs::read_to_string(place(CARD)).unwrap_or_default();
    assert!(
        committed == text,
        "{CARD} is not what the tests find; renew it with AIMS_WRITE=1 cargo test --test golden"
    );
}
