//! What is computed from the list: readiness, gaps, plan, advice, differences. Properties over random
//! answers from fixed seeds, and the figures that are known.

mod advice;
mod differences;
mod gaps;
mod readiness;
mod schedule;

use aims_readiness::catalog::builtin;
use aims_readiness::engine::{Answer, Checklist, Status};

use crate::case::{Case, fact_index};
use crate::random::{Random, sparse};

/// A use case as a person might answer, for a seed; nearly half of them in scope and settled.
fn any_case(random: &mut Random) -> Case {
    let mut answers = sparse(random, builtin());
    if !random.one_in(8) {
        // Most sparse answers would be out of scope or prohibited.
        answers.set(fact_index("scope.ai_system"), Answer::Values(0b10));
        answers.set(fact_index("scope.exclusion"), Answer::Values(0));
    }
    if !random.one_in(8) {
        answers.set(fact_index("practice.screen"), Answer::Values(0));
    }
    Case { answers }
}

/// A status for each item of the catalogue.
fn any_work(random: &mut Random) -> Vec<Status> {
    // Sometimes all alike, so that nothing done and everything done occur too.
    let alike = Status::ALL[random.below(6)];
    let mixed = !random.one_in(4);
    let any = |random: &mut Random| Status::ALL[random.below(6)];
    let items = builtin().items.iter();
    items.map(|_| if mixed { any(random) } else { alike }).collect()
}

/// The status of an item.
fn status(work: &[Status]) -> impl Fn(u16) -> Status + '_ {
    |item| work[usize::from(item)]
}

/// Lists with work on them, for a number of seeds; those of prohibited uses are left out.
fn lists(seeds: u64) -> impl Iterator<Item = (u64, Checklist, Vec<Status>)> {
    let prohibited = aims_readiness::catalog::Tier::Prohibited;
    let one = |seed| {
        let mut random = Random::new(seed);
        let list = any_case(&mut random).list();
        (seed, list, any_work(&mut random))
    };
    (0..seeds)
        .map(one)
        .filter(move |(_, list, _)| list.tier != prohibited)
}
