//! Whether an item is on the list, how far it applies and how deep it goes.

use super::Reason;
use super::profile::Profile;
use crate::catalog::{Applicability, Catalog, Depth, Emphasis, Item, ItemKind, Tailoring, Tier};
use crate::engine::classify::Classification;
use crate::engine::evaluation::Evaluation;
use crate::engine::kleene::Tri;

/// What decides on all items alike.
pub(super) struct Fitter<'a> {
    pub(super) evaluation: &'a Evaluation<'a>,
    pub(super) result: &'a Classification,
    pub(super) tier: Tier,
    pub(super) tailoring: Option<&'static Tailoring>,
    pub(super) profile: Profile,
    /// Which emphases hold, as a bit mask.
    pub(super) emphasis: u32,
}

impl Fitter<'_> {
    /// Applicability, depth and reason of an item; nothing where it is not on the list.
    pub(super) fn fit(&self, item: &Item, emphasis: u32) -> Option<(Applicability, Depth, Reason)> {
        let found = if item.tiers == 0 {
            self.standing(item, emphasis)?
        } else {
            self.duty(item)?
        };
        match item.when.map_or(Tri::Yes, |when| self.evaluation.value(&when)) {
            Tri::Yes => Some(found),
            Tri::Unknown => Some((Applicability::Conditional, found.1, Reason::Open)),
            Tri::No => None,
        }
    }

    /// Items of the standard and of the sectors, which are there at every tier but prohibited: a
    /// prohibited use gets the stop list alone.
    fn standing(&self, item: &Item, emphasis: u32) -> Option<(Applicability, Depth, Reason)> {
        let tailoring = self.tailoring.filter(|_| self.tier != Tier::Prohibited)?;
        Some(match item.kind {
            ItemKind::Clause => (Applicability::Applicable, tailoring.depth, Reason::Clause),
            ItemKind::Control | ItemKind::Act => self.control(item, tailoring, emphasis),
            ItemKind::Overlay => (Applicability::Applicable, tailoring.depth, Reason::Overlay),
            ItemKind::Sector => {
                if item.sectors != 0 && item.sectors & self.result.sectors == 0 {
                    return None;
                }
                let reason = if item.because.is_empty() {
                    Reason::Sector
                } else {
                    Reason::Rule(self.because(item)?)
                };
                (Applicability::Applicable, tailoring.depth, reason)
            }
        })
    }

    /// Duties and stop steps, which hang on tiers, roles and rules.
    fn duty(&self, item: &Item) -> Option<(Applicability, Depth, Reason)> {
        if item.tiers >> (self.tier as u8) & 1 == 0 {
            return None;
        }
        let rule = if item.because.is_empty() {
            None
        } else {
            Some(self.because(item)?)
        };
        if self.tier == Tier::Prohibited {
            return Some((Applicability::Applicable, Depth::Full, Reason::Stop));
        }
        let role_fits = item.roles == 0 || item.roles & self.result.roles != 0;
        let reason = match rule {
            _ if !role_fits && self.result.roles_known => return None,
            _ if !role_fits => return Some((Applicability::Conditional, Depth::Full, Reason::RoleOpen)),
            Some(rule) => Reason::Rule(rule),
            None => Reason::Duty,
        };
        Some((Applicability::Applicable, Depth::Full, reason))
    }

    /// The first rule that puts the item on the list, if one holds or may hold.
    fn because(&self, item: &Item) -> Option<u16> {
        let catalog = self.evaluation.catalog;
        (0..)
            .zip(catalog.rules)
            .zip(&self.result.verdicts)
            .find(|((_, rule), verdict)| {
                let lowered_by = verdict.lowered_by(catalog, rule).map(|derogation| derogation.id);
                // What waits for an extra question that nobody has opened is no news.
                (verdict.holds == Tri::Yes || verdict.holds == Tri::Unknown && !rule.extra)
                    && item
                        .because
                        .iter()
                        .any(|id| *id == rule.id || Some(*id) == lowered_by)
            })
            .map(|((index, _), _)| index)
    }

    fn control(&self, item: &Item, tailoring: &Tailoring, emphasis: u32) -> (Applicability, Depth, Reason) {
        let (own, own_depth) = self.profile.role_fit(&item.role_fit);
        let depth = if tailoring.emphasised.contains(&item.id) {
            tailoring.emphasis
        } else {
            tailoring.depth
        };
        let depth = match (own_depth, depth) {
            (Depth::Light, Depth::Full) => Depth::Standard,
            (Depth::Light, _) => Depth::Light,
            (_, depth) => depth,
        };
        let applies = self.holding(emphasis).find(|(_, entry)| entry.applies);
        match (own, applies) {
            (Applicability::Applicable, _) => (own, depth, Reason::Role),
            (Applicability::Conditional, _) if tailoring.conditional_applies => {
                (Applicability::Applicable, depth, Reason::Tier)
            }
            // A trait of the use case makes the control needed, whatever the role.
            (_, Some((index, _))) => (Applicability::Applicable, depth, Reason::Emphasis(index)),
            (Applicability::Conditional, None) => (own, depth, Reason::Conditional),
            (Applicability::Excludable, None) => (own, depth, Reason::Excludable),
        }
    }

    /// The emphases that hold and are about an item, as a bit mask.
    pub(super) fn emphasis_on(&self, index: u16, item: &Item) -> u32 {
        let on = self.holding(self.emphasis).filter(|(_, entry)| {
            entry.items.contains(&index) || entry.stages.iter().any(|stage| item.stages.contains(stage))
        });
        on.fold(0, |mask, (at, _)| mask | 1 << at)
    }

    fn holding(&self, mask: u32) -> impl Iterator<Item = (u8, &'static Emphasis)> {
        let emphases = self.evaluation.catalog.plan.emphasis;
        (0_u8..).zip(emphases).filter(move |(at, _)| mask >> at & 1 == 1)
    }
}

/// The emphases that hold, as a bit mask; the build keeps them at 32 at most.
pub(super) fn emphasis(evaluation: &Evaluation<'_>) -> u32 {
    (0..)
        .zip(evaluation.catalog.plan.emphasis)
        .filter(|(_, entry)| evaluation.value(&entry.when) == Tri::Yes)
        .fold(0, |mask, (at, _)| mask | 1 << at)
}

/// Whether one of the sectors stresses the item.
pub(super) fn stressed(catalog: &Catalog, item: &Item, result: &Classification) -> bool {
    (0..)
        .zip(catalog.sectors)
        .any(|(sector, entry)| result.sectors >> sector & 1 == 1 && entry.stressed.contains(&item.id))
}
