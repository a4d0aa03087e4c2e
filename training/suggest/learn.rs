//! Multinomial logistic regression by AdaGrad. The same rows give the same weights: nothing is left to
//! chance but the order of rows, and that comes from a fixed seed.

use aims_readiness::suggest::length;

use crate::settings::Settings;

/// A row as features.
pub(crate) struct Example {
    /// Places of its features.
    pub(crate) known: Vec<u32>,
    /// Classes of which one or more are right.
    pub(crate) right: u32,
    /// Classes that can be defended.
    pub(crate) too: u32,
    /// How much it counts.
    pub(crate) weight: f32,
}

/// Weights of all features for all classes, and where each class starts.
pub(crate) struct Weights {
    /// Number of classes.
    pub(crate) classes: usize,
    /// Where each class starts.
    pub(crate) start: Vec<f32>,
    /// Weights of the first feature for all classes, then those of the second, and so on.
    pub(crate) each: Vec<f32>,
}

impl Weights {
    /// Sums for each class.
    pub(crate) fn sums(&self, known: &[u32]) -> Vec<f32> {
        let mut sums = self.start.clone();
        let scale = 1.0 / length(known.len());
        for at in known {
            let row = &self.each[*at as usize * self.classes..][..self.classes];
            for (sum, weight) in sums.iter_mut().zip(row) {
                *sum += weight * scale;
            }
        }
        sums
    }
}

/// Sums to shares of one.
pub(crate) fn shares(sums: &[f32]) -> Vec<f32> {
    let highest = sums.iter().copied().fold(f32::MIN, f32::max);
    let parts: Vec<f32> = sums.iter().map(|sum| (sum - highest).exp()).collect();
    let whole: f32 = parts.iter().sum();
    parts.iter().map(|part| part / whole).collect()
}

/// Learns weights from examples.
pub(crate) fn learn(examples: &[Example], features: usize, classes: usize, settings: &Settings) -> Weights {
    let mut weights = Weights {
        classes,
        start: vec![0.0; classes],
        each: vec![0.0; features * classes],
    };
    let mut squares = vec![1e-4_f32; features * classes];
    let mut start_squares = vec![1e-2_f32; classes];
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut seed = 20_261_121_u64;
    for _ in 0..settings.rounds {
        shuffle(&mut order, &mut seed);
        for example in order.iter().map(|at| &examples[*at]) {
            if example.known.is_empty() {
                continue;
            }
            let shares = shares(&weights.sums(&example.known));
            let wanted = wanted(&shares, example, settings);
            let wrong = shares
                .iter()
                .zip(wanted)
                .map(|(share, want)| (share - want) * example.weight);
            let wrong: Vec<f32> = wrong.collect();
            let scale = 1.0 / length(example.known.len());
            for (class, slope) in wrong.iter().enumerate() {
                start_squares[class] += slope * slope;
                weights.start[class] -= 0.1 * settings.rate * slope / start_squares[class].sqrt();
            }
            for at in &example.known {
                let from = *at as usize * classes;
                for class in 0..classes {
                    let slope = wrong[class] * scale + settings.decay * weights.each[from + class];
                    squares[from + class] += slope * slope;
                    weights.each[from + class] -= settings.rate * slope / squares[from + class].sqrt();
                }
            }
        }
    }
    weights
}

/// What the shares ought to be. Classes that are right together part the whole as they do now; those that
/// can be defended get a little.
fn wanted(shares: &[f32], example: &Example, settings: &Settings) -> Vec<f32> {
    let part = |set: u32| {
        let inside = move |at: usize| set & (1 << at) != 0;
        let whole: f32 = (0..shares.len())
            .filter(|at| inside(*at))
            .map(|at| shares[at])
            .sum();
        move |at: usize| {
            if inside(at) {
                shares[at] / whole.max(1e-9)
            } else {
                0.0
            }
        }
    };
    let (right, too) = (part(example.right), part(example.too));
    let given = if example.too == 0 { 0.0 } else { settings.too };
    let label = |at| (1.0 - given) * right(at) + given * too(at);
    let even = settings.smooth / shares.len() as f32;
    (0..shares.len())
        .map(|at| (1.0 - settings.smooth) * label(at) + even)
        .collect()
}

fn shuffle(order: &mut [usize], seed: &mut u64) {
    for at in (1..order.len()).rev() {
        *seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        order.swap(at, (*seed >> 33) as usize % (at + 1));
    }
}
