//! Suggestions from a description in free words: likely sectors, likely areas, likely answers.
//!
//! Belongs here: words to features, the model file, scores. Pure: the file comes from outside. Does not
//! belong here: any decision. A suggestion is shown to a person, who confirms it or does not; no rule
//! reads it. Facts, classes and cues come from the model file, which `training/suggest` writes.

mod answers;
mod features;
mod model;
mod scores;
mod words;

pub use features::features;
pub use model::{MAGIC, Model, ModelError, checksum};
pub use scores::length;
pub use words::words;

/// A class and how likely it is, from 0 to 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Scored {
    /// Id of the class.
    pub id: String,
    /// The score.
    pub score: f32,
}

/// What a description suggests. Empty where it says nothing that the model knows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Suggestion {
    /// The likeliest sectors, best first, three at most.
    pub sectors: Vec<Scored>,
    /// The likeliest areas, best first, three at most; `none` stands for no area.
    pub areas: Vec<Scored>,
    /// Facts with the values that are likely.
    pub answers: Vec<(String, Vec<String>)>,
}

/// Suggests sectors, areas and answers for a description.
pub fn suggest(model: &Model, text: &str) -> Suggestion {
    let found = features(text);
    let [sectors, areas] = &model.groups;
    let (sectors, areas) = (scores::scores(sectors, &found), scores::scores(areas, &found));
    let answers = answers::answers(model, text, [&sectors, &areas]);
    Suggestion {
        sectors: scores::best(sectors),
        areas: scores::best(areas),
        answers,
    }
}
