//! Parts of the page of the result, one kind each: plain functions from state to markup.

mod because;
mod dates;
mod duties;
mod further;
mod near_misses;
mod references;
mod sectors;
mod since_saved;
mod what_if;

pub(crate) use because::because;
pub(crate) use dates::dates;
pub(crate) use duties::{duties, penalties};
pub(crate) use further::further;
pub(crate) use near_misses::near_misses;
pub(crate) use references::references;
pub(crate) use sectors::sectors;
pub(crate) use since_saved::since_saved;
pub(crate) use what_if::what_if;
