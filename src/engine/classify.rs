//! The tier of a use case, or the honest range of tiers, with every flag.

use super::answers::Answers;
use super::evaluation::Evaluation;
use super::kleene::Tri;
use crate::catalog::{Catalog, Date, Derogation, Milestone, Rule, Tier};

/// What is known of one rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Whether the rule holds.
    pub holds: Tri,
    /// Whether its derogation lowers it; [`Tri::No`] without one.
    pub lowered: Tri,
}

impl Verdict {
    /// The derogation that surely lowers `rule`, which this is the verdict of.
    pub fn lowered_by(self, catalog: &Catalog, rule: &Rule) -> Option<&'static Derogation> {
        derogation(catalog, rule).filter(|_| self.lowered == Tri::Yes)
    }

    /// The milestone of `rule`, or of the derogation that surely lowers it.
    pub fn milestone(self, catalog: &Catalog, rule: &Rule) -> Option<&'static Milestone> {
        let index = match self.lowered_by(catalog, rule) {
            Some(derogation) => derogation.milestone,
            None => rule.milestone,
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
    /// tier or above minimal, and rules that raise flags or add roles.
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
                verdict.holds == Tri::Yes && !outranked
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

    /// Rules that carry the lowest tier still possible, by index.
    pub fn deciding(&self, catalog: &Catalog) -> Vec<u16> {
        (0..)
            .zip(catalog.rules)
            .zip(&self.verdicts)
            .filter(|((_, rule), verdict)| contribution(catalog, rule, **verdict).low == Some(self.lowest))
            .map(|((index, _), _)| index)
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

/// Classifies a use case under the law in force on `as_of`.
pub fn classify(catalog: &'static Catalog, answers: &Answers, as_of: Date) -> Classification {
    classify_evaluated(&Evaluation::new(catalog, answers), as_of)
}

/// Classifies answers that are already evaluated.
pub(crate) fn classify_evaluated(evaluation: &Evaluation<'_>, as_of: Date) -> Classification {
    let catalog = evaluation.catalog;
    let lowered: Vec<Tri> = catalog
        .derogations
        .iter()
        .map(|derogation| {
            if derogation.in_force.contains(as_of) {
                evaluation.value(&derogation.when)
            } else {
                Tri::No
            }
        })
        .collect();
    let verdicts: Vec<Verdict> = catalog
        .rules
        .iter()
        .map(|rule| Verdict {
            holds: if rule.in_force.contains(as_of) {
                evaluation.value(&rule.when)
            } else {
                Tri::No
            },
            lowered: rule
                .derogation
                .and_then(|index| lowered.get(usize::from(index)).copied())
                .unwrap_or(Tri::No),
        })
        .collect();
    let (mut lowest, mut highest) = (Tier::OutOfScope, Tier::OutOfScope);
    let (mut raised, mut possible) = (0_u64, 0_u64);
    let mut roles = evaluation.given(catalog.special.roles).unwrap_or(0);
    for (rule, verdict) in catalog.rules.iter().zip(&verdicts) {
        if verdict.holds == Tri::No {
            continue;
        }
        let own = contribution(catalog, rule, *verdict);
        lowest = own.low.map_or(lowest, |tier| lowest.max(tier));
        highest = own.high.map_or(highest, |tier| highest.max(tier));
        let flags = bits(rule.flags);
        let lowered_flags = derogation(catalog, rule).map_or(0, |derogation| bits(derogation.flags));
        possible |= flags
            | if verdict.lowered == Tri::No {
                0
            } else {
                lowered_flags
            };
        if verdict.holds == Tri::Yes {
            raised |= flags
                | if verdict.lowered == Tri::Yes {
                    lowered_flags
                } else {
                    0
                };
            roles |= rule.adds_roles;
        }
    }
    let mut result = Classification {
        as_of,
        law_date: catalog
            .law_texts
            .iter()
            .rev()
            .map(|text| text.from)
            .find(|from| *from <= as_of),
        lowest,
        highest,
        verdicts,
        flags: indices(raised),
        possible_flags: indices(possible & !raised),
        roles,
        roles_known: evaluation.given(catalog.special.roles).is_some(),
        sectors: evaluation.given(catalog.special.sectors).unwrap_or(0),
        applies_from: None,
    };
    result.applies_from = if result.settled() {
        applies_from(catalog, &result)
    } else {
        None
    };
    result
}

/// The earliest day named by the rules that carry the tier.
fn applies_from(catalog: &Catalog, result: &Classification) -> Option<Date> {
    let deciding = result.deciding(catalog).into_iter().filter_map(|index| {
        let rule = catalog.rules.get(usize::from(index))?;
        let verdict = result.verdicts.get(usize::from(index))?;
        verdict.milestone(catalog, rule)?.as_of(result.as_of)
    });
    deciding.min()
}

/// Flag indices as a bit set. The build keeps catalogues below 64 flags.
fn bits(flags: &[u16]) -> u64 {
    flags.iter().fold(0, |set, flag| set | 1 << (flag & 63))
}

fn indices(set: u64) -> Vec<u16> {
    (0..64).filter(|flag| set >> flag & 1 == 1).collect()
}
