//! Which ceilings of fines belong to a result, and which of two ceilings counts for whom.

use super::classify::Classification;
use super::evaluation::Evaluation;
use crate::catalog::Penalty;

/// A ceiling that belongs to a result.
#[derive(Clone, Copy, Debug)]
pub struct Ceiling {
    /// The entry of the catalogue.
    pub penalty: &'static Penalty,
    /// Whether the lower of amount and percentage counts; `None` while the size is not known.
    pub lower: Option<bool>,
}

/// The ceilings for the highest tier still possible and for the flags raised, as in force on the day
/// of the result, in the order of the catalogue.
pub fn ceilings(evaluation: &Evaluation<'_>, result: &Classification) -> Vec<Ceiling> {
    let catalog = evaluation.catalog;
    let class = evaluation.given(catalog.special.size).and_then(|size| {
        let place = usize::try_from(size.trailing_zeros()).unwrap_or(usize::MAX);
        catalog.special.size_classes.get(place).copied()
    });
    catalog
        .penalties
        .iter()
        .filter(|penalty| penalty.legal.in_force.contains(result.as_of))
        .filter(|penalty| {
            penalty.tiers >> (result.highest as u8) & 1 == 1
                || penalty.flags.iter().any(|flag| result.flags.contains(flag))
        })
        .map(|penalty| Ceiling {
            penalty,
            lower: class.and_then(|class| penalty.lower.get(usize::from(class)).copied()),
        })
        .collect()
}
