//! The host boundary: what the loader calls, and what the widget tells it.
//!
//! Belongs here: exported functions, plain data in and out, errors with a code. Does not belong
//! here: the custom element (a small script owns it, `www/element.js`) and anything shown.

#[cfg(feature = "list")]
mod list;
#[cfg(feature = "assess")]
mod mounted;
mod problem;
mod record;
#[cfg(feature = "assess")]
mod saved;
mod start;
#[cfg(feature = "list")]
mod work;

#[cfg(feature = "list")]
pub use list::{MountedList, mount_list};
#[cfg(feature = "assess")]
pub use mounted::{Mounted, mount};
pub use problem::MountError;
pub use record::{VisitRecord, WorkRecord};
