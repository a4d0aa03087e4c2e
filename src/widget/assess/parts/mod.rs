//! Parts of the assessment, one kind each.
//!
//! They are plain functions from state to markup. [`Describe`] is a component, because it keeps what is
//! typed; each component costs a kilobyte of the first load.

mod describe;
mod progress;
mod range;

pub(crate) use describe::Describe;
pub(crate) use progress::step_progress;
pub(crate) use range::range_words;
