//! The checklist and what is made of it: tailoring, crosswalk, readiness, plan, advice, statement.
//!
//! `settings/*.txt` has the whole list for settings that differ; the modules say what must be true of
//! each part, from tables of their own and not from the catalogue.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod arithmetic;
mod case;
mod crosswalk;
#[path = "../random/mod.rs"]
#[allow(
    dead_code,
    reason = "small random catalogues are for the properties of the engine"
)]
mod random;
mod settings;
mod statement;
mod tailoring;
mod uses;
mod words;
