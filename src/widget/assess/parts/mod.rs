//! Parts of the assessment, one kind each.
//!
//! They are plain functions from state to markup. [`Describe`] is a component, because it keeps what is
//! typed; each component costs a kilobyte of the first load.

mod because;
mod dates;
mod describe;
mod duties;
mod further;
mod ladder;
mod near_misses;
mod progress;
mod references;
mod sectors;
mod since_saved;
mod what_if;

pub(crate) use because::because;
pub(crate) use dates::dates;
pub(crate) use describe::Describe;
pub(crate) use duties::{duties, penalties};
pub(crate) use further::further;
pub(crate) use ladder::{ladder, range_words};
pub(crate) use near_misses::near_misses;
pub(crate) use progress::step_progress;
pub(crate) use references::references;
pub(crate) use sectors::sectors;
pub(crate) use since_saved::since_saved;
pub(crate) use what_if::what_if;
