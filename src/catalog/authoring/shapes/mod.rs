//! The shapes of the catalogue files, as people write them. Unknown keys are mistakes.

mod deck;
mod plan;

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

pub use deck::{Exercise, ExerciseText, Scenario, ScenarioText, ScenarioWords, Scenarios};
pub use plan::{Advice, Crosswalk, Durations, Emphases, Findings, Gate, ItemList, People, Starters, Steps};

/// An id, or another word whose place matters in messages.
pub type Word = Spanned<String>;

/// `catalog.toml`: identity and reading order.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identity {
    pub id: String,
    pub version: Word,
    pub languages: Vec<Word>,
    pub facts: Vec<Word>,
    pub rules: Vec<Word>,
    pub checklist: Vec<Word>,
    pub scenarios: Vec<Word>,
    pub wording: WordingParts,
    pub special: Special,
}

/// Which wording files are packed together: each part is fetched as one file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordingParts {
    pub start: Vec<Word>,
    pub details: Vec<Word>,
    pub results: Vec<Word>,
    pub checklist: Vec<Word>,
    pub starters: Vec<Word>,
    pub loader: Vec<Word>,
    pub privacy: Vec<Word>,
    pub records: Vec<Word>,
    pub keep: Vec<Word>,
    pub register: Vec<Word>,
    pub workshop: Vec<Word>,
    pub reference: Vec<Word>,
    pub site: Vec<Word>,
}

impl WordingParts {
    /// The parts with the suffix of their packed file and their authored files.
    pub fn each(&self) -> [(&'static str, &[Word]); 13] {
        [
            ("", self.start.as_slice()),
            (".details", self.details.as_slice()),
            (".results", self.results.as_slice()),
            (".checklist", self.checklist.as_slice()),
            (".starters", self.starters.as_slice()),
            (".loader", self.loader.as_slice()),
            (".privacy", self.privacy.as_slice()),
            (".records", self.records.as_slice()),
            (".keep", self.keep.as_slice()),
            (".register", self.register.as_slice()),
            (".workshop", self.workshop.as_slice()),
            (".reference", self.reference.as_slice()),
            (".site", self.site.as_slice()),
        ]
    }
}

/// Facts that results read by name.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Special {
    pub roles: Word,
    pub provider: Word,
    pub deployer: Word,
    pub sectors: Word,
    pub size: Word,
    pub systems: Word,
    pub traits: Word,
    pub stage: Word,
    pub sizes: Vec<Word>,
    pub size_classes: Vec<Word>,
    pub certificates: Word,
    pub off_the_shelf: Word,
    pub in_scope: Word,
    pub areas: Word,
    pub practices: Word,
    pub places: Word,
}

/// `law/sources.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sources {
    #[serde(default)]
    pub source: Vec<Source>,
    #[serde(default)]
    pub text: Vec<LawText>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub id: Word,
    pub short: String,
    pub title: String,
    pub url: Word,
    pub kind: Word,
    pub date: Word,
}

/// A version of the Act's text.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LawText {
    pub from: Word,
    pub source: Word,
}

/// `law/milestones.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Milestones {
    #[serde(default)]
    pub milestone: Vec<Milestone>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    pub id: Word,
    pub reference: Reference,
    pub history: Vec<Dated>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dated {
    pub from: Word,
    pub value: Word,
}

/// `facts/*.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Facts {
    pub topic: Word,
    /// Condition that every fact of the file is under, besides its own.
    #[serde(default)]
    pub within: Option<Spanned<Condition>>,
    #[serde(default)]
    pub part: Option<Word>,
    #[serde(default)]
    pub fact: Vec<Fact>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    pub id: Word,
    pub kind: Word,
    #[serde(default)]
    pub values: Vec<Word>,
    #[serde(default)]
    pub ask_when: Option<Spanned<Condition>>,
}

/// A condition: exactly one key.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    pub all: Option<Vec<Spanned<Condition>>>,
    pub any: Option<Vec<Spanned<Condition>>>,
    pub not: Option<Box<Spanned<Condition>>>,
    pub is: Option<(Word, Word)>,
    #[serde(rename = "in")]
    pub one_of: Option<(Word, Vec<Word>)>,
    pub term: Option<Word>,
}

/// `rules/*.toml`: terms, derogations and rules share the form.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// Condition that every rule of the file is under, besides its own.
    #[serde(default)]
    pub within: Option<Spanned<Condition>>,
    #[serde(default)]
    pub term: Vec<Term>,
    #[serde(default)]
    pub derogation: Vec<Derogation>,
    #[serde(default)]
    pub rule: Vec<Rule>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    pub id: Word,
    pub when: Spanned<Condition>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    pub source: Word,
    pub at: String,
    #[serde(default)]
    pub anchor: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Derogation {
    pub id: Word,
    pub to: Word,
    #[serde(default)]
    pub flags: Vec<Word>,
    pub when: Spanned<Condition>,
    #[serde(default)]
    pub references: Vec<Reference>,
    pub basis: Option<Word>,
    pub in_force: Option<Word>,
    pub until: Option<Word>,
    pub milestone: Option<Word>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    pub id: Word,
    pub tier: Option<Word>,
    pub derogation: Option<Word>,
    #[serde(default)]
    pub flags: Vec<Word>,
    #[serde(default)]
    pub adds_roles: Vec<Word>,
    /// The rule whose point this one explains a use to be outside of.
    pub outside_of: Option<Word>,
    pub when: Spanned<Condition>,
    #[serde(default)]
    pub references: Vec<Reference>,
    pub basis: Option<Word>,
    /// First day on which the rule is part of the law.
    pub in_force: Option<Word>,
    pub until: Option<Word>,
    pub milestone: Option<Word>,
}

/// `checklist/{clauses,controls,act,stop}.toml` and `checklist/sectors/*.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checklist {
    pub kind: Word,
    #[serde(default)]
    pub item: Vec<Item>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    pub id: Word,
    #[serde(rename = "ref")]
    pub reference: Option<String>,
    pub title: String,
    pub group: Word,
    pub phase: Word,
    pub owner: Word,
    pub document: Option<Word>,
    pub effort: Option<Effort>,
    #[serde(default)]
    pub reuse: BTreeMap<String, Spanned<u8>>,
    pub role: Option<RoleFit>,
    /// `system` for what is done for each system.
    pub per: Option<Word>,
    #[serde(default)]
    pub sectors: Vec<Word>,
    pub when: Option<Spanned<Condition>>,
    /// Items that it makes concrete.
    #[serde(default)]
    pub links: Vec<Word>,
    pub confirmed: Option<bool>,
    #[serde(default)]
    pub stages: Vec<Word>,
    #[serde(default)]
    pub tiers: Vec<Word>,
    #[serde(default)]
    pub roles: Vec<Word>,
    #[serde(default)]
    pub rules: Vec<Word>,
    #[serde(default)]
    pub dated_by: Vec<Word>,
    pub milestone: Option<Word>,
    pub basis: Option<Word>,
    pub priority: Priority,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Effort {
    pub small: Spanned<(f64, f64)>,
    pub medium: Spanned<(f64, f64)>,
    pub large: Spanned<(f64, f64)>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleFit {
    pub provider: Word,
    pub deployer: Word,
    pub user: Word,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Priority {
    pub high: Spanned<u8>,
    pub limited: Spanned<u8>,
    pub minimal: Spanned<u8>,
}

/// `checklist/owners.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Owners {
    #[serde(default)]
    pub owner: Vec<Owner>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Owner {
    pub id: Word,
}

/// `checklist/tailoring.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tailorings {
    #[serde(default)]
    pub tailoring: Vec<Tailoring>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tailoring {
    pub tier: Word,
    pub conditional_applies: bool,
    pub depth: Word,
    #[serde(default)]
    pub emphasised: Vec<Word>,
    pub emphasis: Option<Word>,
    pub wording: Word,
}

/// `law/penalties.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Penalties {
    #[serde(default)]
    pub penalty: Vec<Penalty>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Penalty {
    pub id: Word,
    pub amount_eur: Option<u64>,
    pub percent: Option<u8>,
    pub large: Option<Word>,
    pub midcap: Option<Word>,
    pub sme: Option<Word>,
    #[serde(default)]
    pub tiers: Vec<Word>,
    #[serde(default)]
    pub flags: Vec<Word>,
    #[serde(default)]
    pub references: Vec<Reference>,
    pub basis: Option<Word>,
    pub in_force: Option<Word>,
    pub until: Option<Word>,
    pub milestone: Option<Word>,
}

/// `sectors.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sectors {
    #[serde(default)]
    pub law: Vec<SectorLaw>,
    #[serde(default)]
    pub sector: Vec<Sector>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SectorLaw {
    pub id: Word,
    pub short: String,
    pub title: String,
    pub url: Word,
    pub basis: Word,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sector {
    pub id: Word,
    #[serde(default)]
    pub areas: Vec<Word>,
    #[serde(default)]
    pub practices: Vec<Word>,
    #[serde(default)]
    pub laws: Vec<Word>,
    #[serde(default)]
    pub controls: Vec<Word>,
    #[serde(default)]
    pub clauses: Vec<Word>,
}

/// What rules, derogations and penalties say alike. Each spells the keys itself: a shared table would
/// let unknown keys through.
#[derive(Debug)]
pub struct Legal<'a> {
    pub references: &'a [Reference],
    pub basis: Option<&'a Word>,
    pub in_force: Option<&'a Word>,
    pub until: Option<&'a Word>,
    pub milestone: Option<&'a Word>,
}

macro_rules! legal {
    ($($entry:ident),+) => {
        $(impl $entry {
            /// Where it stands in the law, as authored.
            pub fn legal(&self) -> Legal<'_> {
                Legal {
                    references: &self.references,
                    basis: self.basis.as_ref(),
                    in_force: self.in_force.as_ref(),
                    until: self.until.as_ref(),
                    milestone: self.milestone.as_ref(),
                }
            }
        })+
    };
}
legal!(Rule, Derogation, Penalty);
