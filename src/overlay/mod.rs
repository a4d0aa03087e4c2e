//! Overlays: what a vendor adds to the catalogue without touching it.
//!
//! Belongs here: reading an overlay from a tree of values, with every mistake in it, and merging it into
//! a copy of the catalogue. Does not belong here: JSON as text (the host and the command line parse it),
//! and any evaluation. An overlay can add questions beside the checklist, items and what belongs to
//! items, and can replace words of the interface. It cannot touch the legal core: rules, terms,
//! derogations, dates, and the facts, values and items that are there, with their words.

mod deck;
mod limits;
mod merge;
mod model;
mod read;
mod shape;
mod wording;

pub use deck::{Matter, OwnExercise, OwnFinding, OwnScenario, Task};
pub use limits::{
    LARGEST_FILE, LONG_TEXT, MOST_ADDITIONS, MOST_CONTROLS, MOST_DECISIONS, MOST_EVIDENCE, MOST_EXERCISES,
    MOST_ITEMS, MOST_LINKS, MOST_MISSING, MOST_PROMPTS, MOST_QUESTIONS, MOST_SCENARIOS, MOST_TASKS,
    MOST_VALUES, MOST_WORDING, SHORT_TEXT,
};
pub use merge::merge;
pub use model::{Call, ItemAddition, Overlay, OwnItem, OwnLink, Question, QuestionValue, Statement};
pub use read::{Known, read};
pub use shape::SHAPES;
