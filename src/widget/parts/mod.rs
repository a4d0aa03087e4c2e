//! Parts that pages are made of, one kind each.
//!
//! They are plain functions from state to markup. Components are [`LineDetails`], because a list
//! of many lines should redraw the one that changed, and [`Describe`], which keeps what is typed; each
//! component costs a kilobyte of the first load.

mod because;
mod choices;
mod dates;
mod describe;
mod duties;
mod fact_field;
mod further;
mod ladder;
mod line;
mod meter;
mod near_misses;
mod profile;
mod progress;
mod references;
mod sectors;
mod since_saved;
mod what_if;

pub(crate) use because::because;
pub(crate) use choices::choices;
pub(crate) use dates::dates;
pub(crate) use describe::Describe;
pub(crate) use duties::{duties, penalties};
pub(crate) use fact_field::fact_field;
pub(crate) use further::further;
pub(crate) use ladder::{ladder, range_words};
pub(crate) use line::{ItemRef, LineDetails};
pub(crate) use meter::meter;
pub(crate) use near_misses::near_misses;
pub(crate) use profile::profile_form;
pub(crate) use progress::step_progress;
pub(crate) use references::references;
pub(crate) use sectors::sectors;
pub(crate) use since_saved::since_saved;
pub(crate) use what_if::what_if;
