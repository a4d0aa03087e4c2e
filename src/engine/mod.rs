//! Pure functions: answers, catalogue and date in, results out.
//!
//! Belongs here: evaluation, classification, trace, question selection, checklist, receipt. Does
//! not belong here: words, formats, state of a visit, anything that knows a browser, a clock, a
//! file or chance. No article, date, sector or control is spelled here: they come from the catalogue.

mod advice;
mod alternatives;
mod answers;
mod checklist;
mod classifier;
mod classify;
mod evaluation;
mod gaps;
mod kleene;
mod penalties;
mod plan;
mod questions;
mod readiness;
mod receipt;
mod timeline;
mod trace;
mod work;

pub use advice::{Advice, advice, positions};
pub use alternatives::{Alternative, Edit, alternatives, distance};
pub use answers::{Answer, AnswerError, Answers};
pub use checklist::{Checklist, Line, Reason, checklist, sum_half_days};
pub use classifier::Classifier;
pub use classify::{Classification, Contribution, Verdict, classify};
pub use evaluation::{Evaluation, Unsettled};
pub use gaps::{Gap, Prerequisite, gaps, gate};
pub use kleene::Tri;
pub use penalties::{Ceiling, ceilings};
pub use plan::{Schedule, StepSpan, schedule, weeks};
pub use questions::{Asked, OpenFact, next_question, open_facts, rank_open_facts};
#[cfg(feature = "files")]
pub(crate) use questions::{gain, openness};
pub use readiness::{Readiness, ReadinessReport, readiness};
pub use receipt::receipt;
pub use timeline::{Upcoming, upcoming};
#[cfg(feature = "files")]
pub(crate) use timeline::{law_changes, milestones};
pub use trace::{Support, support};
pub use work::{Status, Work};
