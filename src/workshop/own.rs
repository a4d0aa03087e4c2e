//! The deck that an overlay brings, in the shape of ours.

use std::collections::BTreeMap;

use serde::Serialize;

use super::deck::{CommonMistake, Exercise, Observed, Scenario};
use crate::overlay::{Matter, Overlay, OwnExercise, OwnScenario, Statement, Task};

/// Scenarios and exercises of an overlay.
#[derive(Clone, Debug, Serialize)]
pub struct OwnDeck {
    /// Id of the overlay.
    pub id: String,
    /// Its version.
    pub version: String,
    /// Its name.
    pub name: String,
    /// Language tag of its words.
    pub language: String,
    /// Cases to classify.
    pub scenarios: Vec<Scenario>,
    /// Exercises.
    pub exercises: Vec<Exercise>,
}

impl OwnDeck {
    /// What an overlay brings for a workshop.
    pub fn new(overlay: &Overlay) -> Self {
        Self {
            id: overlay.id.clone(),
            version: overlay.version.clone(),
            name: overlay.name.clone(),
            language: overlay.language.clone(),
            scenarios: overlay.scenarios.iter().map(scenario).collect(),
            exercises: overlay.exercises.iter().map(exercise).collect(),
        }
    }
}

fn scenario(own: &OwnScenario) -> Scenario {
    let task = own.task.clone();
    Scenario {
        id: task.id,
        title: task.title,
        story: task.story,
        answers: answers(task.answers),
        missing: own.missing.clone(),
        mistake: own.mistake.as_ref().map(|(tier, why)| CommonMistake {
            tier: tier.id().to_owned(),
            why: why.clone(),
        }),
        prompts: task.prompts,
        domains: names(&task.domains),
        difficulty: task.difficulty,
        minutes: task.minutes,
        as_of: own.as_of.map(|day| day.to_string()),
    }
}

fn exercise(own: &OwnExercise) -> Exercise {
    let Task {
        id,
        title,
        story,
        prompts,
        domains,
        difficulty,
        minutes,
        answers: given,
    } = own.task.clone();
    let (kind, scenario, controls, findings) = match &own.matter {
        Matter::Exclusion { scenario, controls } => {
            ("exclusion", scenario.clone(), controls.clone(), Vec::new())
        }
        Matter::Grading(findings) => {
            let findings = findings.iter().map(|finding| Observed {
                id: finding.id.clone(),
                item: finding.item.clone(),
                grade: finding.grade.to_owned(),
                text: finding.text.clone(),
                reason: finding.reason.clone(),
            });
            ("grading", None, Vec::new(), findings.collect())
        }
    };
    Exercise {
        id,
        kind: kind.to_owned(),
        title,
        story,
        note: own.note.clone(),
        prompts,
        domains: names(&domains),
        difficulty,
        minutes,
        scenario,
        answers: answers(given),
        controls,
        findings,
    }
}

fn names(words: &[&str]) -> Vec<String> {
    words.iter().map(|&word| word.to_owned()).collect()
}

fn answers(statements: Vec<Statement>) -> BTreeMap<String, Vec<String>> {
    let entries = statements.into_iter();
    entries
        .map(|statement| (statement.fact, statement.values))
        .collect()
}
