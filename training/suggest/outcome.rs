//! How good the scores of rows are that were kept out.

use crate::learn::shares;
use crate::rows::Classes;

/// A row that was kept out: what is right, and the sums that came out.
struct Tested {
    right: u32,
    too: u32,
    sums: Vec<f32>,
    order: Vec<usize>,
}

impl Tested {
    fn hit(&self) -> bool {
        self.right & (1 << self.order[0]) != 0
    }
}

/// Rows that were kept out.
#[derive(Default)]
pub(crate) struct Outcome {
    rows: Vec<Tested>,
}

impl Outcome {
    /// Adds a row.
    pub(crate) fn add(&mut self, right: u32, too: u32, sums: Vec<f32>) {
        let mut order: Vec<usize> = (0..sums.len()).collect();
        order.sort_by(|one, other| sums[*other].total_cmp(&sums[*one]));
        self.rows.push(Tested {
            right,
            too,
            sums,
            order,
        });
    }

    fn share(&self, counts: impl Fn(&Tested) -> bool) -> f32 {
        self.rows.iter().filter(|row| counts(row)).count() as f32 / self.rows.len() as f32
    }

    /// Prints how often the first class is right, the mean of F1 over classes, how often the first class
    /// can be defended, and how often a right class is among three.
    pub(crate) fn print(&self, name: &str, classes: &Classes) {
        let first = self.share(Tested::hit);
        let defended = self.share(|row| (row.right | row.too) & (1 << row.order[0]) != 0);
        let three = self.share(|row| row.order[..3].iter().any(|at| row.right & (1 << at) != 0));
        let f1: Vec<f32> = (0..classes.ids.len())
            .filter_map(|class| self.f1(class))
            .collect();
        let mean = f1.iter().sum::<f32>() / f1.len() as f32;
        let many = self.rows.len();
        println!(
            "{name:40} rows {many:4}  top-1 {first:.3}  macro-F1 {mean:.3}  lenient {defended:.3}  top-3 {three:.3}"
        );
    }

    /// F1 of a class; nothing where no row has it. Where classes are right together, any of them is a hit
    /// for all of them.
    fn f1(&self, class: usize) -> Option<f32> {
        let there = |row: &&Tested| row.right & (1 << class) != 0;
        let many = self.rows.iter().filter(there).count() as f32;
        let hits = self.rows.iter().filter(there).filter(|row| row.hit()).count() as f32;
        let missed = self
            .rows
            .iter()
            .filter(|row| row.order[0] == class && !row.hit())
            .count() as f32;
        (many > 0.0).then(|| 2.0 * hits / (many + hits + missed))
    }

    /// By what sums must be multiplied so that scores say how often they are right.
    pub(crate) fn heat(&self) -> f32 {
        let loss = |heat: f32| -> f32 {
            let surprise = |row: &Tested| {
                let sums: Vec<f32> = row.sums.iter().map(|sum| sum * heat).collect();
                let shares = shares(&sums);
                let right: f32 = (0..shares.len())
                    .filter(|at| row.right & (1 << at) != 0)
                    .map(|at| shares[at])
                    .sum();
                -right.max(1e-6).ln()
            };
            self.rows.iter().map(surprise).sum()
        };
        let heats = (4..=60).map(|tenth| tenth as f32 / 20.0);
        heats
            .min_by(|one, other| loss(*one).total_cmp(&loss(*other)))
            .unwrap_or(1.0)
    }

    /// Prints, for scores of the first class from a border on, how many rows have one and how many are right.
    pub(crate) fn print_sureness(&self, heat: f32) {
        for border in [0.3, 0.4, 0.5, 0.6, 0.7] {
            let score = |row: &&Tested| {
                let sums: Vec<f32> = row.sums.iter().map(|sum| sum * heat).collect();
                shares(&sums)[row.order[0]] >= border
            };
            let sure: Vec<&Tested> = self.rows.iter().filter(score).collect();
            let right = sure.iter().filter(|row| row.hit()).count();
            let part = sure.len() as f32 / self.rows.len() as f32;
            println!(
                "  score from {border:.1}: {part:.2} of rows, {:.2} right",
                right as f32 / sure.len() as f32
            );
        }
    }
}
