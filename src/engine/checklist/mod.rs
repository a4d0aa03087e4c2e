//! The checklist that fits a result: clauses, controls and duties, with the reason for each.

mod due;
mod fit;
mod profile;

use super::classify::Classification;
use super::evaluation::Evaluation;
use super::work::Status;
use crate::catalog::{Applicability, Catalog, Date, Depth, Item, ItemKind, Tier};
use due::due;
use fit::Fitter;
use profile::Profile;

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
    /// Whether the organisation is a provider, a deployer that configures, a user of something off the
    /// shelf; while the role is open, a provider.
    pub kinds: [bool; 3],
    /// Whether it is known to be small.
    pub small: bool,
}

impl Checklist {
    /// The lines, each with its item.
    pub fn with_items(&self, catalog: &'static Catalog) -> impl Iterator<Item = (&Line, &'static Item)> {
        self.lines
            .iter()
            .filter_map(|line| Some((line, catalog.items.get(usize::from(line.item))?)))
    }

    /// The lines that are duties of the Act.
    pub fn duties(&self, catalog: &'static Catalog) -> impl Iterator<Item = (&Line, &'static Item)> {
        self.with_items(catalog)
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
    /// Which emphases are about it, as a bit mask; they put it one step earlier too.
    pub emphasis: u32,
    /// Which of the item's depth texts speaks here: 0 high, 1 limited, 2 minimal.
    pub wording: u8,
}

impl Line {
    /// The status that counts: what was left out before it came to apply is not started.
    pub fn counted(&self, status: Status) -> Status {
        match (status, self.applicability) {
            (Status::NotApplicable, Applicability::Applicable) => Status::NotStarted,
            _ => status,
        }
    }

    /// Whether nothing is left to do: done, or left out where that is allowed.
    pub fn settled(&self, status: Status) -> bool {
        status.done() || self.counted(status) == Status::NotApplicable
    }

    /// Effort in half person-days, low and high, less what a certificate saves, rounded up.
    pub fn half_days_left(&self) -> Option<[u16; 2]> {
        let left = 100 - u32::from(self.reuse.min(100));
        let [low, high] = self.half_days?;
        Some([low, high].map(|half| (u32::from(half) * left).div_ceil(100) as u16))
    }
}

/// The sum of what the lines still take, in half person-days, low and high; nothing where none has a figure.
pub fn sum_half_days<'a>(lines: impl Iterator<Item = &'a Line>) -> Option<[u32; 2]> {
    lines
        .filter_map(Line::half_days_left)
        .fold(None, |sum, [low, high]| {
            let [known_low, known_high]: [u32; 2] = sum.unwrap_or_default();
            Some([known_low + u32::from(low), known_high + u32::from(high)])
        })
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
    /// The sector, or the size of the organisation, asks for it.
    Sector,
    /// An overlay adds it.
    Overlay,
    /// Something about the use case makes the control needed: the emphasis, by index.
    Emphasis(u8),
    /// Whether it is needed depends on an answer that is open.
    Open,
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
            Self::Sector => "sector",
            Self::Overlay => "overlay",
            Self::Emphasis(_) => "emphasis",
            Self::Open => "open",
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
    let wording = tailoring.map_or(2, |entry| entry.wording);
    let fitter = Fitter {
        evaluation,
        result,
        tier,
        tailoring,
        profile,
        emphasis: fit::emphasis(evaluation),
    };
    let lines = (0..)
        .zip(catalog.items)
        .filter_map(|(index, item)| {
            let emphasis = fitter.emphasis_on(index, item);
            let (applicability, depth, reason) = fitter.fit(item, emphasis)?;
            let priority = item.priority.get(usize::from(wording)).copied().unwrap_or(3);
            let stressed = fit::stressed(catalog, item, result);
            let earlier = u8::from(stressed || emphasis != 0);
            Some(Line {
                item: index,
                applicability,
                depth,
                reason,
                priority: priority.saturating_sub(earlier).max(1),
                stressed,
                emphasis,
                due: due(catalog, item, result, reason),
                half_days: profile.half_days(catalog, item),
                reuse: profile.reuse(catalog, item),
                wording,
            })
        })
        .collect();
    Checklist {
        tier,
        settled: result.settled(),
        lines,
        kinds: profile.kinds(),
        small: profile.small(),
    }
}
