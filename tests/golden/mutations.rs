//! Each condition of the catalogue is flipped once: a case must notice.
//!
//! What a case notices is what its author wrote down: tier, flags, near misses, references, dates.

use std::sync::LazyLock;

use aims_readiness::catalog::{Catalog, Condition, Derogation, Fact, Part, Rule, Term, builtin};

use crate::case::cases;

/// How many conditions were flipped, and which flips no case noticed.
pub(crate) struct Mutations {
    pub(crate) made: usize,
    pub(crate) unnoticed: Vec<String>,
}

/// Flips every rule, derogation, term and condition of a fact, one at a time.
pub(crate) fn mutations() -> &'static Mutations {
    static MUTATIONS: LazyLock<Mutations> = LazyLock::new(run);
    &MUTATIONS
}

fn run() -> Mutations {
    let catalog = builtin();
    let mut mutants: Vec<(String, Catalog)> = Vec::new();
    for (index, rule) in catalog.rules.iter().enumerate() {
        let flipped = Rule {
            when: flip(rule.when),
            ..*rule
        };
        let rules = replaced(catalog.rules, index, flipped);
        mutants.push((
            format!("rule {}", rule.id),
            Catalog {
                rules,
                ..catalog.clone()
            },
        ));
    }
    for (index, rule) in catalog.derogations.iter().enumerate() {
        let flipped = Derogation {
            when: flip(rule.when),
            ..*rule
        };
        let derogations = replaced(catalog.derogations, index, flipped);
        mutants.push((
            format!("derogation {}", rule.id),
            Catalog {
                derogations,
                ..catalog.clone()
            },
        ));
    }
    for (index, term) in catalog.terms.iter().enumerate() {
        let flipped = Term {
            when: flip(term.when),
            ..*term
        };
        let terms = replaced(catalog.terms, index, flipped);
        mutants.push((
            format!("term {}", term.id),
            Catalog {
                terms,
                ..catalog.clone()
            },
        ));
    }
    for (index, fact) in catalog.facts.iter().enumerate() {
        // What only tailors the checklist has tests of its own.
        if matches!(fact.ask_when, Condition::All([])) || fact.part == Part::Checklist {
            continue;
        }
        let flipped = Fact {
            ask_when: flip(fact.ask_when),
            ..*fact
        };
        let facts = replaced(catalog.facts, index, flipped);
        mutants.push((
            format!("fact {}", fact.id),
            Catalog {
                facts,
                ..catalog.clone()
            },
        ));
    }
    let made = mutants.len();
    let unnoticed = mutants
        .into_iter()
        .filter_map(|(name, mutant)| {
            let mutant: &'static Catalog = Box::leak(Box::new(mutant));
            let noticed = cases().iter().any(|case| !case.differences(mutant).is_empty());
            (!noticed).then_some(name)
        })
        .collect();
    Mutations { made, unnoticed }
}

fn flip(condition: Condition) -> Condition {
    Condition::Not(Box::leak(Box::new(condition)))
}

fn replaced<T: Copy>(list: &'static [T], index: usize, entry: T) -> &'static [T] {
    let mut list = list.to_vec();
    list[index] = entry;
    list.leak()
}

#[test]
fn no_flip_of_a_condition_goes_unnoticed() {
    let mutations = mutations();
    assert!(mutations.made > 100, "{} flips", mutations.made);
    let list = mutations.unnoticed.join("\n");
    assert!(
        mutations.unnoticed.is_empty(),
        "no case notices the flip of\n{list}"
    );
}
