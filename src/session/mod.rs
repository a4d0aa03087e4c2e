//! The state of a visit.
