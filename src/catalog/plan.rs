//! What stands around the checklist items: emphasis, crosswalk, findings, plan, advice and people.
//!
//! Like the rest of the catalogue it is resolved and checked by the build; words are elsewhere.

use super::{Basis, Condition, Stage};

/// Everything around the items. Items are named by index.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// What brings items forward.
    pub emphasis: &'static [Emphasis],
    /// Other standards and laws, with the places that items have to do with.
    pub crosswalk: &'static [Framework],
    /// The findings that audits report most, the most frequent first.
    pub findings: &'static [ItemList],
    /// What must be true before the second stage of the audit.
    pub prerequisites: &'static [ItemList],
    /// The steps from decision to recertification, in order.
    pub steps: &'static [PlanStep],
    /// No plan is shorter, in months.
    pub least_months: i16,
    /// What may be there already; the first that holds counts, the last always holds.
    pub bases: &'static [Base],
    /// Months to the certificate; the first that holds counts.
    pub durations: &'static [Duration],
    /// What makes the plan longer or shorter.
    pub modifiers: &'static [Modifier],
    /// Reasons for and against a certificate.
    pub reasons: &'static [AdviceReason],
    /// What the points of the reasons come to; the first whose points are reached counts.
    pub verdicts: &'static [AdviceVerdict],
    /// Who a plan needs.
    pub positions: &'static [Position],
    /// Documents begun from the answers.
    pub starters: &'static [Starter],
    /// Lines of their sections that hang on answers.
    pub prompts: &'static [Prompt],
    /// Typical rows of a risk register.
    pub risks: &'static [Risk],
    /// Questions to suppliers.
    pub questions: &'static [Base],
    /// Percent of the effort of what is done per system: by size band, then by number of systems.
    pub systems: &'static [&'static [u16]],
    /// What each status is worth, in percent, in the order of progress.
    pub status_weights: &'static [u16],
    /// How much an item counts by its priority: first, next, later.
    pub priority_weights: [u16; 3],
}

/// Something about the use case that brings items forward.
#[derive(Clone, Copy, Debug)]
pub struct Emphasis {
    /// Stable id.
    pub id: &'static str,
    /// When it holds.
    pub when: Condition,
    /// The items it is about.
    pub items: &'static [u16],
    /// Stages of life whose items it is about.
    pub stages: &'static [Stage],
    /// Whether it makes conditional controls apply.
    pub applies: bool,
}

/// Another standard or law.
#[derive(Clone, Copy, Debug)]
pub struct Framework {
    /// Stable id.
    pub id: &'static str,
    /// How firm the links are.
    pub basis: Basis,
    /// Whether its places are articles of the Act.
    pub of_act: bool,
    /// Items with their places there, in the order of the items.
    pub links: &'static [Link],
}

/// Where an item stands in another standard or law.
#[derive(Clone, Copy, Debug)]
pub struct Link {
    /// Index of the item.
    pub item: u16,
    /// Places, such as `A.5.1` or `GOVERN 1.1`.
    pub at: &'static [&'static str],
}

/// An id with items.
#[derive(Clone, Copy, Debug)]
pub struct ItemList {
    /// Stable id.
    pub id: &'static str,
    /// Items, by index.
    pub items: &'static [u16],
}

/// A step of the plan.
#[derive(Clone, Copy, Debug)]
pub struct PlanStep {
    /// Stable id.
    pub id: &'static str,
    /// How long it takes, in weeks; nothing after the certificate.
    pub weeks: Option<[u16; 2]>,
    /// When it comes, in months after the certificate.
    pub months: Option<[u16; 2]>,
    /// Whether it runs beside the others.
    pub parallel: bool,
    /// Items it is about, by index.
    pub items: &'static [u16],
}

/// What may be there already when a plan starts.
#[derive(Clone, Copy, Debug)]
pub struct Base {
    /// Stable id.
    pub id: &'static str,
    /// When it holds.
    pub when: Condition,
}

/// Months to the certificate.
#[derive(Clone, Copy, Debug)]
pub struct Duration {
    /// Stable id.
    pub id: &'static str,
    /// When it holds.
    pub when: Condition,
    /// `[low, high]` for each [`Base`].
    pub months: &'static [[i16; 2]],
}

/// What makes the plan longer or shorter.
#[derive(Clone, Copy, Debug)]
pub struct Modifier {
    /// Stable id.
    pub id: &'static str,
    /// When it holds.
    pub when: Condition,
    /// Months added to low and high; negative ones make it shorter.
    pub months: [i16; 2],
}

/// A reason for a certificate (positive weight) or against one (negative).
#[derive(Clone, Copy, Debug)]
pub struct AdviceReason {
    /// Stable id.
    pub id: &'static str,
    /// Points.
    pub weight: i16,
    /// When it holds.
    pub when: Condition,
}

/// What the points come to.
#[derive(Clone, Copy, Debug)]
pub struct AdviceVerdict {
    /// Stable id.
    pub id: &'static str,
    /// The least points for it; nothing for the last.
    pub points: Option<i16>,
}

/// Somebody a plan needs.
#[derive(Clone, Copy, Debug)]
pub struct Position {
    /// Stable id.
    pub id: &'static str,
    /// When it is needed.
    pub when: Condition,
    /// Level of training that fits: `awareness`, `foundation`, `lead-implementer` or `lead-auditor`.
    pub training: &'static str,
    /// The position that the same person may hold in a small organisation.
    pub combine: Option<&'static str>,
}

/// A document begun from the answers.
#[derive(Clone, Copy, Debug)]
pub struct Starter {
    /// Stable id.
    pub id: &'static str,
    /// When it is offered.
    pub when: Condition,
    /// Ids of its sections, in order.
    pub sections: &'static [&'static str],
}

/// A line of a section that hangs on answers.
#[derive(Clone, Copy, Debug)]
pub struct Prompt {
    /// Stable id.
    pub id: &'static str,
    /// The starter, by index.
    pub starter: u16,
    /// Id of the section.
    pub section: &'static str,
    /// When it is there.
    pub when: Condition,
}

/// A typical row of a risk register.
#[derive(Clone, Copy, Debug)]
pub struct Risk {
    /// Stable id.
    pub id: &'static str,
    /// When it is there.
    pub when: Condition,
    /// Source of the risk, as Annex C of ISO/IEC 42001 numbers it, or `own`.
    pub source: &'static str,
    /// Objective it touches, as Annex C numbers it.
    pub objective: &'static str,
    /// Items that treat it, by index.
    pub items: &'static [u16],
}
