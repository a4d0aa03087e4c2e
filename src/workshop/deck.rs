//! The shape of a deck, as `deck.<language>.json` has it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::catalog::{Catalog, Date};
use crate::engine::Answers;
use crate::export::Dropped;
use crate::record::UseCase;

/// Scenarios and exercises in one language.
#[derive(Clone, Debug, Deserialize)]
pub struct Deck {
    /// Version of this shape.
    pub schema: u32,
    /// Id of the catalogue that it belongs to.
    pub id: String,
    /// Version of that catalogue.
    pub version: String,
    /// Its language.
    pub language: String,
    /// Cases to classify.
    pub scenarios: Vec<Scenario>,
    /// Exercises on the checklist and on audits.
    pub exercises: Vec<Exercise>,
}

/// A case to classify.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Scenario {
    /// Stable id.
    pub id: String,
    /// Title.
    pub title: String,
    /// What happens in it.
    pub story: String,
    /// Facts that can be found in the story.
    pub answers: BTreeMap<String, Vec<String>>,
    /// Facts that it deliberately does not tell.
    pub missing: Vec<String>,
    /// The wrong answer that people commonly give; each case of ours has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mistake: Option<CommonMistake>,
    /// Questions for the room.
    pub prompts: Vec<String>,
    /// What it trains for: `foundation`, `implementer`, `auditor`.
    pub domains: Vec<String>,
    /// 1 is easy, 3 is hard.
    pub difficulty: u8,
    /// To read, answer and discuss.
    pub minutes: u8,
    /// Day whose law counts, where the case hangs on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<String>,
}

/// A wrong answer, and why people give it.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct CommonMistake {
    /// The tier.
    pub tier: String,
    /// Why.
    pub why: String,
}

/// An exercise for a group.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Exercise {
    /// Stable id.
    pub id: String,
    /// `exclusion`: which controls may be left out; `grading`: how grave findings are.
    pub kind: String,
    /// Title.
    pub title: String,
    /// What the group knows and has to do.
    pub story: String,
    /// For the trainer.
    pub note: String,
    /// Questions for the room.
    pub prompts: Vec<String>,
    /// What it trains for.
    pub domains: Vec<String>,
    /// 1 is easy, 3 is hard.
    pub difficulty: u8,
    /// To read, answer and discuss.
    pub minutes: u8,
    /// The scenario whose answers are the setting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scenario: Option<String>,
    /// Answers of the setting beside those.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub answers: BTreeMap<String, Vec<String>>,
    /// Controls to decide on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub controls: Vec<String>,
    /// Findings to grade.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<Observed>,
}

/// Something an auditor found.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Observed {
    /// Stable id within the exercise.
    pub id: String,
    /// Clause or control.
    pub item: String,
    /// `major`, `minor`, `observation` or `conform`, in our own judgement.
    pub grade: String,
    /// What the auditor saw.
    pub text: String,
    /// Why this grade and not the next one.
    pub reason: String,
}

impl Deck {
    /// The answers of the setting of an exercise: those of its scenario, with its own beside.
    pub fn setting(&self, exercise: &Exercise, catalog: &'static Catalog) -> (Answers, Vec<Dropped>) {
        let id = exercise.scenario.as_ref();
        let scenario = self.scenarios.iter().find(|known| Some(&known.id) == id);
        let mut all = scenario.map_or_else(BTreeMap::new, |scenario| scenario.answers.clone());
        all.extend(exercise.answers.clone());
        resolved(all, catalog)
    }
}

impl Scenario {
    /// Its answers, and those that the catalogue does not know.
    pub fn answers(&self, catalog: &'static Catalog) -> (Answers, Vec<Dropped>) {
        resolved(self.answers.clone(), catalog)
    }

    /// The day whose law counts: its own, else the one that is asked for.
    pub fn day(&self, asked: Date) -> Date {
        let own = self.as_of.as_ref().and_then(|day| day.parse().ok());
        own.unwrap_or(asked)
    }
}

fn resolved(answers: BTreeMap<String, Vec<String>>, catalog: &'static Catalog) -> (Answers, Vec<Dropped>) {
    let case = UseCase {
        answers,
        ..UseCase::default()
    };
    case.answers(catalog)
}
