//! Parts of the checklist, one kind each.
//!
//! [`LineDetails`] is a component, because a list of many lines should redraw the one that changed.

mod days;
mod line;
mod meter;
mod profile;
mod record;
mod roles;
mod tabs;

pub(crate) use days::range;
pub(crate) use line::{ItemRef, LineDetails};
pub(crate) use meter::meter;
pub(crate) use profile::profile_form;
pub(crate) use record::record_form;
pub(crate) use roles::other_roles;
pub(crate) use tabs::tabs;
