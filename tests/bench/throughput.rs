//! How fast one core classifies: a million random complete answer sets, generated before the clock starts.
//!
//! `make bench` prints it. Nothing is asserted about time.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a benchmark fails by panicking"
)]

#[path = "../random/mod.rs"]
#[allow(dead_code, reason = "shared with the property tests, which use all of it")]
mod random;

use std::hint::black_box;
use std::time::Instant;

use aims_readiness::catalog::builtin;
use aims_readiness::engine::{Answers, Evaluation, classify, next_question, rank_open_facts};
use random::{Random, answers, completed, day};

const ROWS: usize = 1_000_000;

fn main() {
    let catalog = builtin();
    let mut random = Random::new(42);
    let complete: Vec<Answers> = (0..ROWS)
        .map(|_| completed(&mut random, catalog, &Answers::new(catalog)))
        .collect();
    let partial: Vec<Answers> = (0..ROWS / 1_000)
        .map(|_| answers(&mut random, catalog, 2))
        .collect();

    let start = Instant::now();
    let mut settled = 0;
    for row in &complete {
        settled += usize::from(black_box(classify(catalog, black_box(row), day())).settled());
    }
    report("classify, complete answers", ROWS, start);
    assert_eq!(settled, ROWS);

    let start = Instant::now();
    for row in &partial {
        let result = classify(catalog, row, day());
        black_box(next_question(&Evaluation::new(catalog, row), &result));
    }
    report("classify and next question, half answered", partial.len(), start);

    let start = Instant::now();
    for row in &partial {
        black_box(rank_open_facts(catalog, row, day()));
    }
    report("ranking of open facts, half answered", partial.len(), start);
}

fn report(what: &str, rows: usize, start: Instant) {
    let seconds = start.elapsed().as_secs_f64();
    let (rate, each) = (rows as f64 / seconds, seconds / rows as f64 * 1e6);
    println!("{what}: {rows} in {seconds:.2} s, {rate:.0} per second, {each:.2} µs each");
}
