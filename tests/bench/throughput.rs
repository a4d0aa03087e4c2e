//! How fast one core classifies: a million random complete answer sets, generated before the clock starts.
//!
//! `make bench` prints it. Each figure is the mean over all rows and that of the best batch: what else the
//! machine does only ever makes a batch slower. Nothing is asserted about time.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a benchmark fails by panicking"
)]

#[path = "../random/mod.rs"]
#[allow(dead_code, reason = "shared with the property tests, which use all of it")]
mod random;

use std::hint::black_box;
use std::time::{Duration, Instant};

use aims_readiness::catalog::builtin;
use aims_readiness::engine::{Answers, Classifier, alternatives, checklist, next_question, rank_open_facts};
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

    let classifier = Classifier::new(catalog, day());
    let mut settled = 0;
    measure("classify, complete answers", &complete, |row| {
        settled += usize::from(classifier.classify(row).settled());
    });
    assert_eq!(settled, ROWS);
    measure("classify and next question, half answered", &partial, |row| {
        let evaluation = classifier.evaluate(row);
        let result = classifier.classify_evaluated(&evaluation);
        black_box(next_question(&evaluation, &result));
    });
    measure("ranking of open facts, half answered", &partial, |row| {
        black_box(rank_open_facts(catalog, row, day()));
    });
    measure(
        "what would change it, complete answers",
        &complete[..ROWS / 1_000],
        |row| {
            black_box(alternatives(catalog, row, day()));
        },
    );
    measure("checklist, complete answers", &complete[..ROWS / 100], |row| {
        let evaluation = classifier.evaluate(row);
        let result = classifier.classify_evaluated(&evaluation);
        black_box(checklist(&evaluation, &result));
    });
}

/// Prints the mean time of a row, and the mean in the best of the batches.
fn measure(what: &str, rows: &[Answers], mut run: impl FnMut(&Answers)) {
    const BATCHES: usize = 20;
    let times: Vec<(Duration, usize)> = rows
        .chunks(rows.len().div_ceil(BATCHES))
        .map(|batch| {
            let start = Instant::now();
            for row in batch {
                run(black_box(row));
            }
            (start.elapsed(), batch.len())
        })
        .collect();
    let each = |(time, count): &(Duration, usize)| time.as_secs_f64() / *count as f64 * 1e6;
    let all: Duration = times.iter().map(|(time, _)| *time).sum();
    let mean = all.as_secs_f64() / rows.len() as f64 * 1e6;
    let best = times.iter().map(each).fold(f64::INFINITY, f64::min);
    let rate = 1e6 / best;
    println!(
        "{what}: {} rows, mean {mean:.2} µs, best batch {best:.2} µs each ({rate:.0} per second)",
        rows.len()
    );
}
