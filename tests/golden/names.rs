//! Every id that a case names is one of the catalogue: a name that nothing bears is found by no result,
//! so that a case which wants to be without it would pass whatever comes out.

use aims_readiness::catalog::{Catalog, Tier, builtin};

use crate::case::{Case, cases};

/// Names of the case that the catalogue does not have, each with file and case.
fn strangers(catalog: &Catalog, case: &Case) -> Vec<String> {
    let rules = || catalog.rules.iter().map(|rule| rule.id);
    let outside = catalog.rules.iter().filter(|rule| rule.outside_of.is_some());
    let outside: Vec<&str> = outside.map(|rule| rule.id).collect();
    let derogations = catalog.derogations.iter().map(|derogation| derogation.id);
    let anything: Vec<&str> = catalog
        .flags
        .iter()
        .copied()
        .chain(rules())
        .chain(derogations)
        .collect();
    let sectors = catalog.facts[usize::from(catalog.special.sectors)].values;
    let tiers = Tier::ALL.map(Tier::id);
    let named_tiers = [
        case.tier.as_slice(),
        case.range.as_ref().map_or(&[], |range| &range[..]),
    ]
    .concat();
    [
        ("flags", &case.flags[..], catalog.flags),
        ("near_misses", &case.near_misses, &outside),
        ("without", &case.without, &anything),
        ("sectors", case.sectors.as_deref().unwrap_or_default(), sectors),
        ("tier or range", &named_tiers, &tiers),
    ]
    .into_iter()
    .flat_map(|(list, named, known)| {
        let strange = named.iter().filter(|id| !known.contains(&id.as_str()));
        strange.map(move |id| {
            format!(
                "{}, case {}: `{id}` in {list} is not in the catalogue",
                case.file, case.id
            )
        })
    })
    .collect()
}

#[test]
fn every_id_that_a_case_names_is_in_the_catalogue() {
    let found: Vec<String> = cases()
        .iter()
        .flat_map(|case| strangers(builtin(), case))
        .collect();
    assert!(found.is_empty(), "{} names:\n{}", found.len(), found.join("\n"));
    let named = |list: fn(&Case) -> usize| cases().iter().map(list).sum::<usize>();
    assert!(named(|case| case.flags.len()) > 100 && named(|case| case.near_misses.len()) > 50);
    assert!(named(|case| case.without.len()) > 20);
}

#[test]
fn a_name_that_nothing_bears_is_told_with_file_and_case() {
    let planted: Case = toml::from_str(
        r#"
id = "planted"
text = ""
source = ""
as_of = "2026-11-21"
range = ["exempt", "higher"]
flags = ["literacy", "literal"]
near_misses = ["annex_iii.4.a"]
without = ["art5.1.z", "art6.3", "annex_iii.4.a"]
sectors = ["insurance", "banks"]
answers = {}
"#,
    )
    .unwrap();
    let planted = Case {
        file: "borders.toml".to_owned(),
        ..planted
    };
    let told = |id: &str, list: &str| {
        format!("borders.toml, case planted: `{id}` in {list} is not in the catalogue")
    };
    let expected = [
        told("literal", "flags"),
        told("annex_iii.4.a", "near_misses"),
        told("art5.1.z", "without"),
        told("banks", "sectors"),
        told("higher", "tier or range"),
    ];
    assert_eq!(strangers(builtin(), &planted), expected);
}
