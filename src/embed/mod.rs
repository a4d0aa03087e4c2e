//! The host boundary: what the loader calls, and what the widget tells it.
//!
//! Belongs here: exported functions, plain data in and out, errors with a code. Does not belong
//! here: the custom element (a small script owns it, `www/element.js`) and anything shown.

mod mounted;
mod problem;
mod record;
mod saved;

pub use mounted::{Mounted, mount};
pub use problem::MountError;
pub use record::VisitRecord;
