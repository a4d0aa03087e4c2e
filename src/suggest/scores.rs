//! Features and weights to scores.

use super::Scored;
use super::model::Group;

/// Suggestions that are shown of each kind.
const SHOWN: usize = 3;

/// Features that every text seems to have more than it has, so that a few words alone are not too sure.
const MORE: usize = 10;

/// By what the sums of a text with so many known features are divided, so that long and short texts can be
/// compared. The trainer uses it too.
pub fn length(known: usize) -> f32 {
    ((known + MORE) as f32).sqrt()
}

/// Scores of all classes of a group; nothing where it knows no feature of the text.
pub(super) fn scores(group: &Group, found: &[u32]) -> Vec<Scored> {
    // A feature counts once, however often it comes.
    let mut there = vec![false; group.features.len()];
    let mut known = 0;
    for feature in found {
        let at = group.features.binary_search(feature).ok();
        if let Some(there) = at.and_then(|at| there.get_mut(at)) {
            known += usize::from(!*there);
            *there = true;
        }
    }
    if known == 0 {
        return Vec::new();
    }
    let step = group.step / length(known);
    let columns = group.weights.chunks_exact(there.len());
    let sums = columns.zip(&group.start).map(|(column, start)| {
        let weights = column.iter().zip(&there).filter(|(_, there)| **there);
        let sum: i32 = weights.map(|(weight, _)| i32::from(*weight)).sum();
        start + step * sum as f32
    });
    let sums: Vec<f32> = sums.collect();
    let highest = sums.iter().copied().fold(f32::MIN, f32::max);
    let parts: Vec<f32> = sums.iter().map(|sum| (sum - highest).exp()).collect();
    let whole: f32 = parts.iter().sum();
    let scored = group.classes.iter().zip(parts);
    scored
        .map(|(id, part)| Scored {
            id: id.clone(),
            score: part / whole,
        })
        .collect()
}

/// The highest scores, best first. Picks them one by one: sorting would cost more bytes of code.
pub(super) fn best(mut scores: Vec<Scored>) -> Vec<Scored> {
    let mut best = Vec::new();
    while best.len() < SHOWN && !scores.is_empty() {
        let mut first = 0;
        let mut highest = f32::MIN;
        for (at, scored) in scores.iter().enumerate() {
            if scored.score > highest {
                (first, highest) = (at, scored.score);
            }
        }
        best.push(scores.swap_remove(first));
    }
    best
}
