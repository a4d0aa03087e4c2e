//! The checklist that fits a result: clauses, controls and duties, with the reason for each.

use super::classify::Classification;
use super::evaluation::Evaluation;
use super::kleene::Tri;
use crate::catalog::{
    Applicability, Catalog, Date, Depth, Item, ItemKind, Milestone, RoleFit, Size, Tailoring, Tier,
};

/// Instead of a milestone: the day on which the duties of the tier start.
const OF_TIER: &str = "tier";
/// Instead of a milestone: the day named by the rule that put the item on the list.
const OF_RULE: &str = "rule";

/// The checklist for a use case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checklist {
    /// The tier it is made for: the highest still possible, to be on the safe side; while more than one
    /// is possible, at most high-risk.
    pub tier: Tier,
    /// Whether that tier is settled.
    pub settled: bool,
    /// Its lines, in the order of the catalogue.
    pub lines: Vec<Line>,
}

impl Checklist {
    /// The lines that are duties of the Act.
    pub fn duties(&self, catalog: &Catalog) -> impl Iterator<Item = (&Line, &'static Item)> {
        self.lines
            .iter()
            .filter_map(|line| Some((line, catalog.items.get(usize::from(line.item))?)))
            .filter(|(_, item)| item.kind == ItemKind::Act)
    }
}

/// One line of a checklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Index of the item.
    pub item: u16,
    /// How far it fits.
    pub applicability: Applicability,
    /// How deep it goes.
    pub depth: Depth,
    /// Why it is here and why so.
    pub reason: Reason,
    /// 1 first, 2 next, 3 later.
    pub priority: u8,
    /// Day on which the duty starts, where the law gives one.
    pub due: Option<Date>,
    /// Set-up effort in half person-days, low and high, where the size is known.
    pub half_days: Option<[u16; 2]>,
    /// Percent of the effort that a held certificate saves; the best one counts.
    pub reuse: u8,
    /// Whether a sector of the use case stresses it, which puts it one step earlier.
    pub stressed: bool,
    /// Which of the item's depth texts speaks here: 0 high, 1 limited, 2 minimal.
    pub wording: u8,
}

/// Why a line is here and why its applicability is what it is. Words: `reason.<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Clauses 4 to 10 hold for everyone.
    Clause,
    /// The control fits the role.
    Role,
    /// The control is conditional for the role, and the tier switches it on.
    Tier,
    /// The control depends on what the organisation does.
    Conditional,
    /// The control may be excluded for the role.
    Excludable,
    /// The duty follows from the tier and the role.
    Duty,
    /// The duty follows from a rule that holds, by index.
    Rule(u16),
    /// The role is not known yet; the duty may follow.
    RoleOpen,
    /// The use is prohibited.
    Stop,
}

impl Reason {
    /// Stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Clause => "clause",
            Self::Role => "role",
            Self::Tier => "tier",
            Self::Conditional => "conditional",
            Self::Excludable => "excludable",
            Self::Duty => "duty",
            Self::Rule(_) => "rule",
            Self::RoleOpen => "role-open",
            Self::Stop => "stop",
        }
    }
}

/// Makes the checklist for a result. Unknown profile facts leave effort out rather than guess.
pub fn checklist(evaluation: &Evaluation<'_>, result: &Classification) -> Checklist {
    let catalog = evaluation.catalog;
    // The stop list is for a use that is prohibited, not for one of which little is known.
    let tier = if result.settled() {
        result.highest
    } else {
        result.highest.min(Tier::High)
    };
    let profile = Profile::read(evaluation, result);
    let tailoring = catalog.tailoring.iter().find(|entry| entry.tier == tier);
    let lines = (0..)
        .zip(catalog.items)
        .filter_map(|(index, item)| {
            let (applicability, depth, reason) = fit(catalog, item, (tier, result), tailoring, profile)?;
            let wording = tailoring.map_or(2, |entry| entry.wording);
            let priority = item.priority.get(usize::from(wording)).copied().unwrap_or(3);
            let stressed = stressed(catalog, item, result);
            Some(Line {
                item: index,
                applicability,
                depth,
                reason,
                priority: if stressed {
                    priority.saturating_sub(1).max(1)
                } else {
                    priority
                },
                stressed,
                due: due(catalog, item, result, reason),
                half_days: profile.half_days(item),
                reuse: profile.reuse(catalog, item),
                wording,
            })
        })
        .collect();
    Checklist {
        tier,
        settled: result.settled(),
        lines,
    }
}

/// Whether one of the sectors stresses the item.
fn stressed(catalog: &Catalog, item: &Item, result: &Classification) -> bool {
    (0..)
        .zip(catalog.sectors)
        .any(|(sector, entry)| result.sectors >> sector & 1 == 1 && entry.stressed.contains(&item.id))
}

fn fit(
    catalog: &Catalog,
    item: &Item,
    (tier, result): (Tier, &Classification),
    tailoring: Option<&Tailoring>,
    profile: Profile,
) -> Option<(Applicability, Depth, Reason)> {
    if item.tiers == 0 {
        // A prohibited use gets the stop list alone.
        let tailoring = tailoring.filter(|_| tier != Tier::Prohibited)?;
        return Some(match item.kind {
            ItemKind::Clause => (Applicability::Applicable, tailoring.depth, Reason::Clause),
            ItemKind::Control | ItemKind::Act => control(item, tailoring, profile),
        });
    }
    if item.tiers >> (tier as u8) & 1 == 0 {
        return None;
    }
    let rule = if item.because.is_empty() {
        None
    } else {
        Some(because(catalog, item, result)?)
    };
    if tier == Tier::Prohibited {
        return Some((Applicability::Applicable, Depth::Full, Reason::Stop));
    }
    let role_fits = item.roles == 0 || item.roles & result.roles != 0;
    let reason = match rule {
        _ if !role_fits && result.roles_known => return None,
        _ if !role_fits => return Some((Applicability::Conditional, Depth::Full, Reason::RoleOpen)),
        Some(rule) => Reason::Rule(rule),
        None => Reason::Duty,
    };
    Some((Applicability::Applicable, Depth::Full, reason))
}

/// The first rule that puts the item on the list, if one holds or may hold.
fn because(catalog: &Catalog, item: &Item, result: &Classification) -> Option<u16> {
    (0..)
        .zip(catalog.rules)
        .zip(&result.verdicts)
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

fn control(item: &Item, tailoring: &Tailoring, profile: Profile) -> (Applicability, Depth, Reason) {
    let (own, own_depth) = profile.role_fit(&item.role_fit);
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
    match own {
        Applicability::Applicable => (own, depth, Reason::Role),
        Applicability::Conditional if tailoring.conditional_applies => {
            (Applicability::Applicable, depth, Reason::Tier)
        }
        Applicability::Conditional => (own, depth, Reason::Conditional),
        Applicability::Excludable => (own, depth, Reason::Excludable),
    }
}

fn due(catalog: &Catalog, item: &Item, result: &Classification, reason: Reason) -> Option<Date> {
    let as_of = |milestone: &Milestone| milestone.as_of(result.as_of);
    match (item.milestone?, reason) {
        (OF_TIER, _) => result.applies_from,
        (OF_RULE, Reason::Rule(_)) if !item.dated_by.is_empty() => {
            let mut rules = catalog.rules.iter().zip(&result.verdicts);
            let (rule, _) = rules
                .find(|(rule, verdict)| verdict.holds == Tri::Yes && item.dated_by.contains(&rule.id))?;
            catalog
                .milestones
                .get(usize::from(rule.legal.milestone?))
                .and_then(as_of)
        }
        (OF_RULE, Reason::Rule(rule)) => {
            let milestone = catalog.rules.get(usize::from(rule))?.legal.milestone?;
            catalog.milestones.get(usize::from(milestone)).and_then(as_of)
        }
        (id, _) => catalog
            .milestones
            .iter()
            .find(|known| known.id == id)
            .and_then(as_of),
    }
}

/// What the checklist reads about the organisation.
#[derive(Clone, Copy)]
struct Profile {
    provider: bool,
    deployer: bool,
    user: bool,
    size: Option<Size>,
    certificates: u32,
}

impl Profile {
    fn read(evaluation: &Evaluation<'_>, result: &Classification) -> Self {
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
            certificates: evaluation.values(special.certificates).unwrap_or(0),
        }
    }

    /// The strongest fit over the roles the organisation has.
    fn role_fit(self, fit: &RoleFit) -> (Applicability, Depth) {
        [
            (self.provider, fit.provider),
            (self.deployer, fit.deployer),
            (self.user, fit.user),
        ]
        .into_iter()
        .filter(|(has, _)| *has)
        .map(|(_, fit)| fit)
        .max()
        .unwrap_or(fit.deployer)
    }

    fn half_days(self, item: &Item) -> Option<[u16; 2]> {
        let band = match self.size? {
            Size::Small => 0,
            Size::Medium => 1,
            Size::Large => 2,
        };
        item.effort?.half_days.get(band).copied()
    }

    fn reuse(self, catalog: &Catalog, item: &Item) -> u8 {
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
