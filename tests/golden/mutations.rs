//! Each condition of the catalogue is flipped once: a case must notice.
//!
//! What a case notices is what its author wrote down: tier, flags, near misses, references, dates.

use std::sync::LazyLock;

use aims_readiness::catalog::{Catalog, Condition, Part, builtin};

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
    let mut mutants = Vec::new();
    mutants.extend(flips(
        "rule",
        catalog.rules,
        |rule| (rule.id, &mut rule.when),
        |catalog, rules| {
            catalog.rules = rules;
        },
    ));
    mutants.extend(flips(
        "derogation",
        catalog.derogations,
        |rule| (rule.id, &mut rule.when),
        |catalog, rules| {
            catalog.derogations = rules;
        },
    ));
    mutants.extend(flips(
        "term",
        catalog.terms,
        |term| (term.id, &mut term.when),
        |catalog, terms| {
            catalog.terms = terms;
        },
    ));
    let facts = flips(
        "fact",
        catalog.facts,
        |fact| (fact.id, &mut fact.ask_when),
        |catalog, facts| {
            catalog.facts = facts;
        },
    );
    // What always arises has no condition to flip; what only tailors the checklist has tests of its own.
    mutants.extend(facts.zip(catalog.facts).filter_map(|(mutant, fact)| {
        let counts = !matches!(fact.ask_when, Condition::All([])) && fact.part != Part::Checklist;
        counts.then_some(mutant)
    }));
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

/// One copy of the catalogue for each entry of a list, with the condition of that entry flipped.
fn flips<T: Copy>(
    kind: &'static str,
    list: &'static [T],
    condition: impl Fn(&mut T) -> (&'static str, &mut Condition),
    put: impl Fn(&mut Catalog, &'static [T]),
) -> impl Iterator<Item = (String, Catalog)> {
    (0..list.len()).map(move |index| {
        let mut flipped = list.to_vec();
        let (id, when) = condition(&mut flipped[index]);
        *when = Condition::Not(Box::leak(Box::new(*when)));
        let mut mutant = builtin().clone();
        put(&mut mutant, flipped.leak());
        (format!("{kind} {id}"), mutant)
    })
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
