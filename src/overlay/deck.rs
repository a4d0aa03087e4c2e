//! Cases and exercises that an overlay brings for a workshop.

use super::model::Statement;
use crate::catalog::{Date, Tier};

/// What a case and an exercise have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// What happens in it, or what is to be done.
    pub story: String,
    /// Questions for the room.
    pub prompts: Vec<String>,
    /// Ids of the domains that it trains for.
    pub domains: Vec<&'static str>,
    /// 1 is easy, 3 is hard.
    pub difficulty: u8,
    /// To read, answer and discuss.
    pub minutes: u8,
    /// Answers: `unknown` is "I don't know", no values say that none holds.
    pub answers: Vec<Statement>,
}

/// A case to classify. What is right about it is not in it: the engine says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnScenario {
    /// The case, with the facts that can be found in its story.
    pub task: Task,
    /// Facts that the story deliberately does not tell.
    pub missing: Vec<String>,
    /// The wrong answer that people commonly give, and why.
    pub mistake: Option<(Tier, String)>,
    /// Day whose law counts.
    pub as_of: Option<Date>,
}

/// An exercise for a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnExercise {
    /// The exercise, with answers of its setting beside those of its case.
    pub task: Task,
    /// For the trainer.
    pub note: String,
    /// What is decided in it.
    pub matter: Matter,
}

/// What is decided in an exercise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Matter {
    /// Which controls may be left out.
    Exclusion {
        /// Id of the case that is the setting.
        scenario: Option<String>,
        /// Ids of the controls.
        controls: Vec<String>,
    },
    /// How grave findings are.
    Grading(Vec<OwnFinding>),
}

/// Something that an auditor found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnFinding {
    /// Id within the exercise.
    pub id: String,
    /// Id of the clause or control.
    pub item: String,
    /// Its grade, as whoever wrote it judges.
    pub grade: &'static str,
    /// What was seen.
    pub text: String,
    /// Why this grade.
    pub reason: String,
}
