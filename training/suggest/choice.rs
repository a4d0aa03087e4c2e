//! From rows to weights: which features count, and how much each row does.

use std::collections::BTreeMap;

use aims_readiness::suggest::features;

use crate::learn::{Example, Weights, learn};
use crate::rows::{Origin, Row};
use crate::settings::Settings;

/// What is learned.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Sectors.
    Sector,
    /// Areas.
    Area,
}

impl Kind {
    /// Right classes of a row.
    pub(crate) fn right(self, row: &Row) -> u32 {
        match self {
            Self::Sector => row.sector,
            Self::Area => row.area,
        }
    }
}

/// A row with its features.
pub(crate) struct Read<'a> {
    /// The row.
    pub(crate) row: &'a Row,
    /// Its features, each once, ascending.
    pub(crate) found: Vec<u32>,
}

/// Reads rows.
pub(crate) fn read(rows: &[Row]) -> Vec<Read<'_>> {
    let read = |row: &Row| {
        let mut found = features(&row.text);
        found.sort_unstable();
        found.dedup();
        found
    };
    rows.iter()
        .map(|row| Read {
            row,
            found: read(row),
        })
        .collect()
}

/// What came out of a training.
pub(crate) struct Fitted {
    /// Features that count, ascending; their order is the order of weights.
    pub(crate) vocabulary: Vec<u32>,
    /// The weights.
    pub(crate) weights: Weights,
}

impl Fitted {
    /// Sums of each class for a row.
    pub(crate) fn sums(&self, read: &Read<'_>) -> Vec<f32> {
        self.weights.sums(&places(&self.vocabulary, &read.found))
    }
}

fn places(vocabulary: &[u32], found: &[u32]) -> Vec<u32> {
    let places = found
        .iter()
        .filter_map(|feature| vocabulary.binary_search(feature).ok());
    places.map(|at| at as u32).collect()
}

/// Trains on rows with all features, keeps those that are worth most, and trains again.
pub(crate) fn fit(rows: &[&Read<'_>], kind: Kind, classes: usize, settings: &Settings) -> Fitted {
    let labelled = |read: &&&Read<'_>| kind.right(read.row) != 0 && settings.weight(read.row.origin) > 0.0;
    let rows: Vec<&Read<'_>> = rows.iter().filter(labelled).copied().collect();

    let mut seen: BTreeMap<u32, (u32, f32)> = BTreeMap::new();
    for read in &rows {
        let weight = settings.weight(read.row.origin);
        // A word of our own is known from its first use.
        let own = matches!(read.row.origin, Origin::Own | Origin::Lexicon);
        for feature in &read.found {
            let (times, counted) = seen.entry(*feature).or_default();
            *times += if own { settings.least } else { 1 };
            *counted += weight;
        }
    }
    seen.retain(|_, (times, _)| *times >= settings.least);
    let vocabulary: Vec<u32> = seen.keys().copied().collect();
    let weights = train(&rows, kind, classes, &vocabulary, settings);

    let worth = weights
        .each
        .chunks_exact(classes)
        .zip(&seen)
        .map(|(row, (feature, (_, counted)))| {
            let mean = row.iter().sum::<f32>() / classes as f32;
            let spread: f32 = row.iter().map(|weight| (weight - mean).powi(2)).sum();
            (spread.sqrt() * counted.powf(settings.worth), *feature)
        });
    let mut worth: Vec<(f32, u32)> = worth.collect();
    worth.sort_by(|one, other| other.0.total_cmp(&one.0));
    worth.truncate(settings.features);
    let mut vocabulary: Vec<u32> = worth.into_iter().map(|(_, feature)| feature).collect();
    vocabulary.sort_unstable();
    let weights = train(&rows, kind, classes, &vocabulary, settings);
    Fitted { vocabulary, weights }
}

fn train(rows: &[&Read<'_>], kind: Kind, classes: usize, vocabulary: &[u32], settings: &Settings) -> Weights {
    // Rows of rarer classes count more.
    let mut many = vec![0.0_f32; classes];
    for read in rows {
        let right = kind.right(read.row);
        let part = settings.weight(read.row.origin) / right.count_ones() as f32;
        for (_, sum) in many
            .iter_mut()
            .enumerate()
            .filter(|(class, _)| right & (1 << class) != 0)
        {
            *sum += part;
        }
    }
    let mean = many.iter().sum::<f32>() / classes as f32;
    let example = |read: &&Read<'_>| {
        let right = kind.right(read.row);
        let rare = mean / many[right.trailing_zeros() as usize].max(1.0);
        Example {
            known: places(vocabulary, &read.found),
            right,
            too: if kind == Kind::Sector {
                read.row.sector_too
            } else {
                0
            },
            weight: settings.weight(read.row.origin) * rare.powf(settings.balance),
        }
    };
    let examples: Vec<Example> = rows.iter().map(example).collect();
    learn(&examples, vocabulary.len(), classes, settings)
}
