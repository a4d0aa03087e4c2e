//! Scenarios that people try in a workshop: what the engine says of a case, and what somebody's answer is worth.
//!
//! Belongs here: what is the same for a page and for the command line. Does not belong here: the scenarios
//! themselves, which are data, and how they are shown. No answer that is right is written anywhere: each comes from
//! the engine, on the day that is asked for.

mod deck;
mod doubts;
mod judge;
mod model;
mod own;

pub use deck::{CommonMistake, Deck, Exercise, Observed, Scenario};
pub use doubts::{Doubt, LONGEST_STORY, doubts};
pub use judge::{Said, Worth, worth};
pub use model::{ModelRecord, OutcomeRecord, TurningPoint, model_record};
pub use own::OwnDeck;
