//! Scores and cue words to likely answers.

use super::Scored;
use super::model::Model;
use super::words::words;

/// The class that stands for none of the others; it is no value of a fact.
const NO_CLASS: &str = "none";

/// Likely answers: classes with a high score, and values of which a cue is in the text.
pub(super) fn answers(model: &Model, text: &str, scores: [&[Scored]; 2]) -> Vec<(String, Vec<String>)> {
    let mut answers = Vec::new();
    for (group, scored) in model.groups.iter().zip(scores) {
        for class in scored
            .iter()
            .filter(|class| class.score >= group.sure && class.id != NO_CLASS)
        {
            add(&mut answers, &group.fact, &class.id);
        }
    }
    let mut line = String::from("_");
    for word in words(text) {
        line.push_str(&word);
        line.push('_');
    }
    for cue in &model.cues {
        if cue.words.iter().any(|word| line.contains(word.as_str())) {
            add(&mut answers, &cue.fact, &cue.value);
        }
    }
    answers
}

fn add(answers: &mut Vec<(String, Vec<String>)>, fact: &str, value: &str) {
    let value = value.to_owned();
    match answers.iter_mut().find(|(known, _)| known == fact) {
        Some((_, values)) if values.contains(&value) => {}
        Some((_, values)) => values.push(value),
        None => answers.push((fact.to_owned(), vec![value])),
    }
}
