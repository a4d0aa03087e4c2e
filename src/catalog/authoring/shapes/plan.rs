//! The shapes of what stands around the checklist: crosswalk, findings, emphasis, plan, advice, people.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::{Condition, Word};

/// `checklist/crosswalk.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Crosswalk {
    pub framework: Vec<Framework>,
    /// By item: by framework: places there.
    pub link: BTreeMap<Word, BTreeMap<Word, Vec<String>>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Framework {
    pub id: Word,
    pub basis: Word,
    #[serde(default)]
    pub of_act: bool,
}

/// `checklist/findings.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Findings {
    pub finding: Vec<ItemList>,
}

/// An id with items: a finding, or a prerequisite of the audit.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemList {
    pub id: Word,
    pub items: Vec<Word>,
}

/// `checklist/emphasis.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Emphases {
    pub emphasis: Vec<Emphasis>,
    /// Percent of the effort per system, by size band and number of systems.
    pub systems: Systems,
    pub readiness: Readiness,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Emphasis {
    pub id: Word,
    pub when: Spanned<Condition>,
    #[serde(default)]
    pub items: Vec<Word>,
    #[serde(default)]
    pub stages: Vec<Word>,
    #[serde(default)]
    pub applies: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Systems {
    pub small: Vec<u16>,
    pub medium: Vec<u16>,
    pub large: Vec<u16>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Readiness {
    pub status: BTreeMap<Word, u16>,
    pub priority: [u16; 3],
}

/// `plan/steps.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Steps {
    pub step: Vec<Step>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    pub id: Word,
    pub weeks: Option<[u16; 2]>,
    pub months: Option<[u16; 2]>,
    #[serde(default)]
    pub parallel: bool,
    #[serde(default)]
    pub after_certificate: bool,
    pub items: Vec<Word>,
}

/// `plan/durations.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Durations {
    /// No plan is shorter, in months.
    pub least: i16,
    pub base: Vec<Base>,
    pub duration: Vec<Duration>,
    pub modifier: Vec<Modifier>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Base {
    pub id: Word,
    pub when: Option<Spanned<Condition>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Duration {
    pub id: Word,
    pub when: Option<Spanned<Condition>>,
    /// Months by base.
    pub months: BTreeMap<Word, [i16; 2]>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Modifier {
    pub id: Word,
    pub when: Spanned<Condition>,
    pub months: [i16; 2],
}

/// `plan/gate.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gate {
    pub prerequisite: Vec<ItemList>,
}

/// `plan/advice.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Advice {
    pub reason: Vec<Reason>,
    pub verdict: Vec<Verdict>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reason {
    pub id: Word,
    pub side: Word,
    pub weight: i16,
    pub when: Spanned<Condition>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verdict {
    pub id: Word,
    pub points: Option<i16>,
}

/// `plan/people.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct People {
    pub position: Vec<Position>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Position {
    pub id: Word,
    pub when: Option<Spanned<Condition>>,
    pub training: Word,
    pub combine: Option<Word>,
}

/// `plan/starters.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Starters {
    pub starter: Vec<Starter>,
    pub prompt: Vec<Prompt>,
    pub risk: Vec<Risk>,
    pub question: Vec<Base>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Starter {
    pub id: Word,
    pub when: Option<Spanned<Condition>>,
    pub sections: Vec<Word>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prompt {
    pub id: Word,
    pub starter: Word,
    pub section: Word,
    pub when: Spanned<Condition>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Risk {
    pub id: Word,
    pub when: Option<Spanned<Condition>>,
    pub source: String,
    pub objective: String,
    pub items: Vec<Word>,
}
