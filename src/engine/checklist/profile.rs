//! What the checklist reads about the organisation: roles, size, number of systems, certificates.

use crate::catalog::{Applicability, Catalog, Depth, Item, RoleFit, Size};
use crate::engine::classify::Classification;
use crate::engine::evaluation::Evaluation;

/// What the checklist reads about the organisation.
#[derive(Clone, Copy)]
pub(super) struct Profile {
    provider: bool,
    deployer: bool,
    user: bool,
    size: Option<Size>,
    /// Which value the number of systems has.
    systems: Option<usize>,
    certificates: u32,
}

impl Profile {
    pub(super) fn read(evaluation: &Evaluation<'_>, result: &Classification) -> Self {
        let special = &evaluation.catalog.special;
        let has = |role: u8| result.roles >> role & 1 == 1;
        let off_the_shelf = evaluation.values(special.off_the_shelf) == Some(0b10);
        // While the role is open the fullest list is the safe one.
        let provider = has(special.provider) || !result.roles_known;
        let size = evaluation
            .values(special.size)
            .and_then(|mask| special.sizes.get(mask.trailing_zeros() as usize).copied());
        Self {
            provider,
            deployer: (!provider || has(special.deployer)) && !off_the_shelf,
            user: off_the_shelf,
            size,
            systems: evaluation
                .values(special.systems)
                .map(|mask| mask.trailing_zeros() as usize),
            certificates: evaluation.values(special.certificates).unwrap_or(0),
        }
    }

    /// Whether it is a provider, a deployer that configures, a user of something off the shelf.
    pub(super) fn kinds(self) -> [bool; 3] {
        [self.provider, self.deployer, self.user]
    }

    /// Whether it is known to be small.
    pub(super) fn small(self) -> bool {
        self.size == Some(Size::Small)
    }

    /// The strongest fit over the roles the organisation has.
    pub(super) fn role_fit(self, fit: &RoleFit) -> (Applicability, Depth) {
        self.kinds()
            .into_iter()
            .zip([fit.provider, fit.deployer, fit.user])
            .filter(|(has, _)| *has)
            .map(|(_, fit)| fit)
            .max()
            .unwrap_or(fit.deployer)
    }

    /// Set-up effort in half person-days, low and high, where the size is known.
    pub(super) fn half_days(self, catalog: &Catalog, item: &Item) -> Option<[u16; 2]> {
        let band = match self.size? {
            Size::Small => 0,
            Size::Medium => 1,
            Size::Large => 2,
        };
        let days = item.effort?.half_days.get(band).copied()?;
        let percent = self
            .systems
            .filter(|_| item.per_system)
            .and_then(|systems| catalog.plan.systems.get(band)?.get(systems).copied());
        // Rounded up: half a day too many is a better plan than half a day too few.
        Some(days.map(|half| match percent {
            Some(percent) => (u32::from(half) * u32::from(percent)).div_ceil(100) as u16,
            None => half,
        }))
    }

    pub(super) fn reuse(self, catalog: &Catalog, item: &Item) -> u8 {
        let known = catalog.facts.get(usize::from(catalog.special.certificates));
        let held: Vec<&str> = known.map_or_else(Vec::new, |fact| fact.value_ids(self.certificates).collect());
        item.reuse
            .iter()
            .filter(|certificate| held.contains(&certificate.id))
            .map(|certificate| certificate.percent)
            .max()
            .unwrap_or(0)
    }
}
