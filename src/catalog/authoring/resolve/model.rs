//! The resolved catalogue, as the writer of the packed files reads it.

use super::super::conditions::Condition;

/// The catalogue with all names resolved; lists keep the authored order.
#[derive(Debug, Default)]
pub struct Resolved {
    pub id: String,
    pub version: String,
    pub texts: Vec<(u32, usize)>,
    pub sources: Vec<Source>,
    pub milestones: Vec<(String, Vec<(u32, u32)>)>,
    pub facts: Vec<Fact>,
    pub terms: Vec<(String, Condition)>,
    pub schedule: Vec<Step>,
    pub derogations: Vec<Rule>,
    pub rules: Vec<Rule>,
    pub flags: Vec<String>,
    pub penalties: Vec<Penalty>,
    pub sector_laws: Vec<(String, bool)>,
    pub sectors: Vec<Sector>,
    pub items: Vec<Item>,
    pub tailoring: Vec<Tailoring>,
    pub emphasis: Vec<Emphasis>,
    pub crosswalk: Vec<Framework>,
    pub findings: Vec<ItemList>,
    pub prerequisites: Vec<ItemList>,
    pub steps: Vec<PlanStep>,
    pub least_months: i16,
    pub bases: Vec<Base>,
    pub durations: Vec<Duration>,
    pub modifiers: Vec<Modifier>,
    pub reasons: Vec<Advice>,
    pub verdicts: Vec<(String, Option<i16>)>,
    pub positions: Vec<Position>,
    pub starters: Vec<Starter>,
    pub prompts: Vec<Prompt>,
    pub risks: Vec<Risk>,
    pub questions: Vec<Base>,
    /// Percent of the effort per system: by size band, then by number of systems.
    pub systems: Vec<Vec<u16>>,
    pub status_weights: Vec<u16>,
    pub priority_weights: [u16; 3],
    pub special: Special,
}

/// Another standard or law, with the items that have to do with it and the places there.
#[derive(Debug)]
pub struct Framework {
    pub id: String,
    pub basis: &'static str,
    pub of_act: bool,
    pub links: Vec<(usize, Vec<String>)>,
}

/// An id with items.
#[derive(Debug)]
pub struct ItemList {
    pub id: String,
    pub items: Vec<usize>,
}

#[derive(Debug)]
pub struct Emphasis {
    pub id: String,
    pub when: Condition,
    pub items: Vec<usize>,
    pub stages: Vec<&'static str>,
    pub applies: bool,
}

#[derive(Debug)]
pub struct PlanStep {
    pub id: String,
    pub weeks: Option<[u16; 2]>,
    pub months: Option<[u16; 2]>,
    pub parallel: bool,
    pub items: Vec<usize>,
}

#[derive(Debug)]
pub struct Base {
    pub id: String,
    pub when: Condition,
}

#[derive(Debug)]
pub struct Duration {
    pub id: String,
    pub when: Condition,
    pub months: Vec<[i16; 2]>,
}

#[derive(Debug)]
pub struct Modifier {
    pub id: String,
    pub when: Condition,
    pub months: [i16; 2],
}

/// A reason for (positive) or against (negative) a certificate.
#[derive(Debug)]
pub struct Advice {
    pub id: String,
    pub weight: i16,
    pub when: Condition,
}

#[derive(Debug)]
pub struct Position {
    pub id: String,
    pub when: Condition,
    pub training: &'static str,
    pub combine: Option<String>,
}

#[derive(Debug)]
pub struct Source {
    pub id: String,
    pub short: String,
    pub kind: &'static str,
    pub date: u32,
}

#[derive(Debug)]
pub struct Fact {
    pub id: String,
    pub kind: &'static str,
    pub values: Vec<String>,
    pub ask_when: Condition,
    pub part: &'static str,
    pub topic: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Fact(usize),
    Term(usize),
}

/// A rule, or a derogation (whose `tier` is the tier that remains).
#[derive(Debug)]
pub struct Rule {
    pub id: String,
    pub when: Condition,
    pub tier: Option<&'static str>,
    pub derogation: Option<usize>,
    pub flags: Vec<usize>,
    pub adds_roles: u32,
    pub outside_of: Option<usize>,
    /// Whether it waits for a fact that is not on the way to the tier.
    pub extra: bool,
    pub legal: Legal,
}

/// Where a rule, derogation or penalty stands in the law, how firmly and when.
#[derive(Debug)]
pub struct Legal {
    /// Source, place and anchor.
    pub references: Vec<(usize, String, String)>,
    pub basis: &'static str,
    pub in_force: u32,
    pub until: Option<u32>,
    pub milestone: Option<usize>,
}

#[derive(Debug)]
pub struct Penalty {
    pub id: String,
    pub amount_eur: Option<u64>,
    pub percent: Option<u8>,
    /// Whether the lower of the two counts, for large organisations, small mid-caps and SMEs.
    pub lower: [bool; 3],
    pub tiers: u8,
    pub flags: Vec<usize>,
    pub legal: Legal,
}

/// What a sector changes; one for each value of the sectors fact, in its order.
#[derive(Debug)]
pub struct Sector {
    pub areas: u32,
    pub practices: u32,
    pub laws: Vec<usize>,
    pub stressed: Vec<String>,
}

#[derive(Debug)]
pub struct Item {
    pub id: String,
    pub reference: String,
    pub title: String,
    pub kind: &'static str,
    pub group: String,
    pub phase: &'static str,
    pub owner: String,
    pub documented: bool,
    pub effort: Option<[[u16; 2]; 3]>,
    pub reuse: Vec<(String, u8)>,
    pub role_fit: [(&'static str, &'static str); 3],
    pub per_system: bool,
    pub sectors: u32,
    pub when: Option<Condition>,
    pub links: Vec<String>,
    pub confirmed: bool,
    pub stages: Vec<&'static str>,
    pub tiers: u8,
    pub roles: u32,
    pub because: Vec<String>,
    pub dated_by: Vec<String>,
    pub milestone: Option<String>,
    pub basis: &'static str,
    pub priority: [u8; 3],
}

#[derive(Debug)]
pub struct Tailoring {
    pub tier: &'static str,
    pub conditional_applies: bool,
    pub depth: &'static str,
    pub emphasised: Vec<String>,
    pub emphasis: &'static str,
    pub wording: u8,
}

#[derive(Debug, Default)]
pub struct Special {
    pub roles: usize,
    pub provider: usize,
    pub deployer: usize,
    pub sectors: usize,
    pub size: usize,
    pub systems: usize,
    pub traits: usize,
    pub stage: usize,
    pub sizes: Vec<&'static str>,
    pub size_classes: Vec<&'static str>,
    pub certificates: usize,
    pub off_the_shelf: usize,
    pub in_scope: usize,
    pub areas: usize,
    pub practices: usize,
    pub places: usize,
}

/// A document begun from the answers.
#[derive(Debug)]
pub struct Starter {
    pub id: String,
    pub when: Condition,
    pub sections: Vec<String>,
}

/// A line of a starter's section.
#[derive(Debug)]
pub struct Prompt {
    pub id: String,
    pub starter: usize,
    pub section: String,
    pub when: Condition,
}

/// A typical row of a risk register.
#[derive(Debug)]
pub struct Risk {
    pub id: String,
    pub when: Condition,
    pub source: String,
    pub objective: String,
    pub items: Vec<usize>,
}
