//! Reading what comes from outside as JSON: a tree of plain values, and every mistake with its place.
//!
//! Belongs here: what overlays, records and registers share when they are read. Does not belong here:
//! JSON as text (hosts and the command line parse it), and what the values mean.

mod fields;
mod mistake;
mod near;
mod shape;
mod value;

pub(crate) use fields::{FORBIDDEN, Fields, Node};
pub use mistake::Mistake;
pub(crate) use mistake::Mistakes;
pub(crate) use near::did_you_mean;
pub use shape::Shape;
pub use value::Value;
pub(crate) use value::below;
