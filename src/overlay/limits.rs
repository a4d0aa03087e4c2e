//! How much an overlay may hold. A page that loads a foreign file should know how long it can get.

/// Bytes of the JSON text. Checked by who reads the text.
pub const LARGEST_FILE: usize = 1_000_000;
/// Characters of an id of an overlay or a value.
pub(super) const SHORT_ID: usize = 32;
/// Characters of any other id.
pub(super) const LONG_ID: usize = 80;
/// Characters of names, titles and answers.
pub const SHORT_TEXT: usize = 200;
/// Characters of all other texts.
pub const LONG_TEXT: usize = 2_000;
/// Items of the catalogue that are added to.
pub const MOST_ADDITIONS: usize = 500;
/// Questions.
pub const MOST_QUESTIONS: usize = 50;
/// Values of a question: answers are sets of bits.
pub const MOST_VALUES: usize = 31;
/// Items.
pub const MOST_ITEMS: usize = 200;
/// Tasks of an item: those of the catalogue have as many at most.
pub const MOST_TASKS: usize = 4;
/// Controls of an item.
pub const MOST_CONTROLS: usize = 50;
/// Links of an item.
pub const MOST_LINKS: usize = 20;
/// Hints at evidence of an item.
pub const MOST_EVIDENCE: usize = 20;
/// Texts in the place of ours.
pub const MOST_WORDING: usize = 1_000;
/// Scenarios.
pub const MOST_SCENARIOS: usize = 200;
/// Exercises.
pub const MOST_EXERCISES: usize = 50;
/// Questions for the room.
pub const MOST_PROMPTS: usize = 10;
/// Facts that a story does not tell.
pub const MOST_MISSING: usize = 20;
/// Controls to decide on in an exercise, and findings.
pub const MOST_DECISIONS: usize = 20;
/// The shortest and the longest time of a scenario or an exercise, in minutes.
pub(super) const MINUTES: [u8; 2] = [1, 120];
/// Facts in a condition or a scenario.
pub(super) const MOST_STATEMENTS: usize = 200;
/// Person-days of an item.
pub(super) const MOST_DAYS: f64 = 1_000.0;
