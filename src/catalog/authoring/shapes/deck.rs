//! Shapes of the scenario deck: what people try in a workshop, and the words of it.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::Word;

/// `scenarios/*.toml`: cases to classify, and exercises on the checklist and on audits.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenarios {
    #[serde(default)]
    pub scenario: Vec<Scenario>,
    #[serde(default)]
    pub exercise: Vec<Exercise>,
}

/// A case to classify. What is right about it is never written here: the engine says it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    pub id: Word,
    pub domains: Vec<Word>,
    pub difficulty: Spanned<u8>,
    pub minutes: Spanned<u8>,
    /// Day whose law counts, where the case hangs on it.
    #[serde(default)]
    pub as_of: Option<Word>,
    /// The tier that people commonly answer, and that is wrong.
    pub mistake: Word,
    /// Facts that the story deliberately does not tell.
    #[serde(default)]
    pub missing: Vec<Word>,
    /// Facts that can be found in the story.
    pub answers: BTreeMap<String, Vec<Word>>,
}

/// An exercise for a group.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exercise {
    pub id: Word,
    /// `exclusion` or `grading`.
    pub kind: Word,
    pub domains: Vec<Word>,
    pub difficulty: Spanned<u8>,
    pub minutes: Spanned<u8>,
    /// The scenario whose answers are the setting of an exclusion.
    #[serde(default)]
    pub scenario: Option<Word>,
    /// Facts of the setting beside those.
    #[serde(default)]
    pub answers: BTreeMap<String, Vec<Word>>,
    /// Controls of which some may be left out.
    #[serde(default)]
    pub controls: Vec<Word>,
    /// What an auditor found.
    #[serde(default)]
    pub finding: Vec<Observed>,
}

/// Something an auditor found, with its grade in our own judgement.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Observed {
    pub id: Word,
    pub item: Word,
    pub grade: Word,
}

/// `wording/<language>/scenarios/*.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScenarioWords {
    #[serde(default)]
    pub scenario: BTreeMap<Word, ScenarioText>,
    #[serde(default)]
    pub exercise: BTreeMap<Word, ExerciseText>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScenarioText {
    pub title: String,
    pub story: Spanned<String>,
    /// Why people give the wrong answer, and what they overlook.
    pub mistake: String,
    /// Questions for the room, numbered from 1.
    pub prompt: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExerciseText {
    pub title: String,
    pub story: Spanned<String>,
    /// For the trainer.
    pub note: String,
    pub prompt: BTreeMap<String, String>,
    #[serde(default)]
    pub finding: BTreeMap<String, FindingText>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FindingText {
    /// What the auditor saw.
    pub text: String,
    /// Why this grade and not the next one.
    pub reason: String,
}
