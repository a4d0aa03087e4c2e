//! A case whose outcome differs from the last release is named in the changelog.
//!
//! `tests/cases/released.txt` keeps the outcome of every case as last released: one line each, `<id>
//! <lowest> <highest>`. It is renewed with a release, by `AIMS_RELEASE=1 cargo test --test golden`.

use std::collections::BTreeMap;
use std::fs;

use aims_readiness::catalog::builtin;

use crate::case::{cases, place};

const RELEASED: &str = "tests/cases/released.txt";

fn outcomes() -> BTreeMap<String, String> {
    cases()
        .iter()
        .map(|case| {
            let found = case.found(builtin()).unwrap();
            (case.id.clone(), found.record.range.join(" "))
        })
        .collect()
}

/// Cases whose outcome is another than before and that `changelog` does not name.
fn unnamed(
    before: &BTreeMap<String, String>,
    now: &BTreeMap<String, String>,
    changelog: &str,
) -> Vec<String> {
    before
        .iter()
        .filter_map(|(id, was)| {
            let is = now.get(id).map_or("gone", String::as_str);
            let named = changelog.contains(&format!("`{id}`"));
            (is != was && !named).then(|| format!("{id}: {was} -> {is}"))
        })
        .collect()
}

#[test]
fn a_case_that_flips_is_named_in_the_changelog() {
    let now = outcomes();
    if std::env::var_os("AIMS_RELEASE").is_some() {
        let lines: Vec<String> = now.iter().map(|(id, range)| format!("{id} {range}\n")).collect();
        fs::write(place(RELEASED), lines.concat()).unwrap();
    }
    let before: BTreeMap<String, String> = fs::read_to_string(place(RELEASED))
        .unwrap()
        .lines()
        .filter_map(|line| line.split_once(' '))
        .map(|(id, range)| (id.to_owned(), range.to_owned()))
        .collect();
    assert!(before.len() >= 300, "{} released outcomes", before.len());
    let changelog = fs::read_to_string(place("CHANGELOG.md")).unwrap();
    let unreleased = changelog.split("\n## ").nth(1).unwrap_or_default();
    let flipped = unnamed(&before, &now, unreleased);
    assert!(
        flipped.is_empty(),
        "outcomes differ from the last release; name each case in the first part of CHANGELOG.md:\n{}",
        flipped.join("\n")
    );
}

#[test]
fn a_flip_is_seen_and_its_name_excuses_it() {
    let before = BTreeMap::from([("a".to_owned(), "minimal minimal".to_owned())]);
    let now = BTreeMap::from([("a".to_owned(), "high high".to_owned())]);
    assert_eq!(unnamed(&before, &now, ""), ["a: minimal minimal -> high high"]);
    assert_eq!(unnamed(&before, &now, "- `a` is high now"), Vec::<String>::new());
    assert_eq!(unnamed(&before, &BTreeMap::new(), "").len(), 1);
    assert_eq!(unnamed(&before, &before, ""), Vec::<String>::new());
}
