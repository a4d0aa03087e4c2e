//! What can be turned, and what it is set to.

use std::env;

use crate::rows::Origin;

/// Settings of a training.
pub(crate) struct Settings {
    /// Times that all rows are seen.
    pub(crate) rounds: usize,
    /// First size of steps.
    pub(crate) rate: f32,
    /// Pull of weights to nothing.
    pub(crate) decay: f32,
    /// Share of a label that goes to sectors that can be defended too.
    pub(crate) too: f32,
    /// Share of a label that is spread over all classes.
    pub(crate) smooth: f32,
    /// Power of how rare a class is that its rows are weighted with.
    pub(crate) balance: f32,
    /// Times that a feature must be seen.
    pub(crate) least: u32,
    /// Features that are kept, of each kind.
    pub(crate) features: usize,
    /// Power of how often a feature is seen, in its worth.
    pub(crate) worth: f32,
    /// Steps of the largest weight.
    pub(crate) steps: f32,
    weight: [f32; 6],
}

impl Settings {
    /// The settings; an environment variable changes one to try it.
    pub(crate) fn new() -> Self {
        Self {
            rounds: number("ROUNDS", 12.0) as usize,
            rate: number("RATE", 0.3),
            decay: number("DECAY", 5e-3),
            too: number("TOO", 0.1),
            smooth: number("SMOOTH", 0.05),
            balance: number("BALANCE", 0.5),
            least: number("LEAST", 2.0) as u32,
            features: number("FEATURES", 7000.0) as usize,
            worth: number("WORTH", 0.1),
            steps: number("STEPS", 4.0),
            weight: [
                number("LIBRARY", 0.6),
                number("FEDERAL", 0.5),
                number("FRONT_DOOR", 1.0),
                number("DUTCH", 0.6),
                number("OWN", 3.0),
                number("LEXICON", 1.0),
            ],
        }
    }

    /// How much a row counts; nothing where its origin is only measured on.
    pub(crate) fn weight(&self, origin: Origin) -> f32 {
        self.weight.get(origin as usize).copied().unwrap_or(0.0)
    }
}

fn number(name: &str, default: f32) -> f32 {
    env::var(name).map_or(default, |text| text.parse().expect("a number"))
}
