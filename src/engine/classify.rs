//! The tier of a use case, or the honest range of tiers, with every flag.

use super::answers::Answers;
use super::classifier::Classifier;
use super::kleene::Tri;
use crate::catalog::{Catalog, Date, Derogation, Milestone, Rule, Tier};

/// What is known of one rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Whether the rule holds.
    pub holds: Tri,
    /// Whether its derogation lowers it; [`Tri::No`] without one, and where the rule does not hold.
    pub lowered: Tri,
}

impl Verdict {
    /// The rule does not hold.
    pub const NO: Self = Self {
        holds: Tri::No,
        lowered: Tri::No,
    };

    /// The derogation that surely lowers `rule`, which this is the verdict of.
    pub fn lowered_by(self, catalog: &Catalog, rule: &Rule) -> Option<&'static Derogation> {
        derogation(catalog, rule).filter(|_| self.lowered == Tri::Yes)
    }

    /// The milestone of `rule`, or of the derogation that surely lowers it.
    pub fn milestone(self, catalog: &Catalog, rule: &Rule) -> Option<&'static Milestone> {
        let index = match self.lowered_by(catalog, rule) {
            Some(derogation) => derogation.legal.milestone,
            None => rule.legal.milestone,
        };
        index.and_then(|index| catalog.milestones.get(usize::from(index)))
    }
}

/// What a rule says about the tier: surely at least `low`, at most `high`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contribution {
    /// The tier it surely leads to, if any.
    pub low: Option<Tier>,
    /// The highest tier it may lead to.
    pub high: Option<Tier>,
}

/// The result for a use case on a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Classification {
    /// Day whose law was applied.
    pub as_of: Date,
    /// First day of the version of the Act that was applied; `None` before the Act.
    pub law_date: Option<Date>,
    /// Lowest tier still possible.
    pub lowest: Tier,
    /// Highest tier still possible.
    pub highest: Tier,
    /// One verdict per rule of the catalogue.
    pub verdicts: Vec<Verdict>,
    /// Flags that are surely raised, by index, in the order of the catalogue.
    pub flags: Vec<u16>,
    /// Flags that may still be raised.
    pub possible_flags: Vec<u16>,
    /// Operator roles, as answered and as the law adds them; bit mask over the roles fact.
    pub roles: u32,
    /// Whether the roles fact is answered.
    pub roles_known: bool,
    /// Sectors; bit mask over the sectors fact.
    pub sectors: u32,
    /// Day on which the duties of the tier start, where the tier is settled and has such a day.
    pub applies_from: Option<Date>,
}

impl Classification {
    /// Whether one tier is left.
    pub fn settled(&self) -> bool {
        self.lowest == self.highest
    }

    /// Rules that surely hold and say something at this result, by index: rules of the result's
    /// tier or above minimal, and rules that raise flags or add roles. Rules that say why a use is
    /// outside of a point are not among them, see [`Classification::near_misses`].
    pub fn fired(&self, catalog: &Catalog) -> impl Iterator<Item = (u16, &'static Rule, Verdict)> {
        let lowest = self.lowest;
        (0..)
            .zip(catalog.rules)
            .zip(&self.verdicts)
            .map(|((index, rule), verdict)| (index, rule, *verdict))
            .filter(move |(_, rule, verdict)| {
                let outranked = match rule.tier {
                    Some(Tier::OutOfScope) => lowest > Tier::OutOfScope,
                    // The base tier is no news beside a higher one, unless the rule raises a flag.
                    Some(Tier::Minimal) => lowest > Tier::Minimal && rule.flags.is_empty(),
                    _ => false,
                };
                verdict.holds == Tri::Yes && !outranked && rule.outside_of.is_none()
            })
            .collect::<Vec<_>>()
            .into_iter()
    }

    /// Ids of the rules that surely hold, and of the derogations that surely lower one of them.
    pub fn rule_ids(&self, catalog: &Catalog) -> Vec<&'static str> {
        let mut ids = Vec::new();
        for (_, rule, verdict) in self.fired(catalog) {
            ids.push(rule.id);
            if let Some(derogation) = verdict.lowered_by(catalog, rule)
                && !ids.contains(&derogation.id)
            {
                ids.push(derogation.id);
            }
        }
        ids
    }

    /// Rules that say why the use is outside of a point it looks like, each with the rule of that point.
    pub fn near_misses(&self, catalog: &Catalog) -> Vec<(&'static Rule, &'static Rule)> {
        catalog
            .rules
            .iter()
            .zip(&self.verdicts)
            .filter(|(_, verdict)| verdict.holds == Tri::Yes)
            .filter_map(|(rule, _)| Some((rule, catalog.rules.get(usize::from(rule.outside_of?))?)))
            .collect()
    }
}

/// What `rule` says about the tier under `verdict`.
pub(crate) fn contribution(catalog: &Catalog, rule: &Rule, verdict: Verdict) -> Contribution {
    let Some(tier) = rule.tier else {
        return Contribution {
            low: None,
            high: None,
        };
    };
    let lower = derogation(catalog, rule).map_or(tier, |derogation| derogation.to);
    let (low, high) = match verdict.lowered {
        Tri::No => (tier, tier),
        Tri::Unknown => (lower, tier),
        Tri::Yes => (lower, lower),
    };
    match verdict.holds {
        Tri::No => Contribution {
            low: None,
            high: None,
        },
        Tri::Unknown => Contribution {
            low: None,
            high: Some(high),
        },
        Tri::Yes => Contribution {
            low: Some(low),
            high: Some(high),
        },
    }
}

/// The derogation of a rule, if it has one.
pub(crate) fn derogation(catalog: &Catalog, rule: &Rule) -> Option<&'static Derogation> {
    rule.derogation
        .and_then(|index| catalog.derogations.get(usize::from(index)))
}

/// Classifies a use case under the law in force on `as_of`. For many use cases prepare a [`Classifier`].
pub fn classify(catalog: &'static Catalog, answers: &Answers, as_of: Date) -> Classification {
    Classifier::new(catalog, as_of).classify(answers)
}

/// Flag indices as a bit set. The build keeps catalogues at 128 flags at most.
pub(super) fn bits(flags: &[u16]) -> u128 {
    flags.iter().fold(0, |set, flag| set | 1 << (flag & 127))
}

pub(super) fn indices(mut set: u128) -> Vec<u16> {
    let mut found = Vec::with_capacity(usize::try_from(set.count_ones()).unwrap_or(0));
    while set != 0 {
        // At most 127.
        found.push(set.trailing_zeros() as u16);
        set &= set - 1;
    }
    found
}
