//! Golden cases: use cases with answers and the outcome that the sources give.
//!
//! `tests/cases/*.toml` says for each case what it is, where the outcome comes from, the answers and
//! the outcome. Here: every case has its outcome, every rule has a case that fires it and a close one
//! that does not, no flip of a condition goes unnoticed, and the quality card says what came out.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod card;
mod case;
mod coverage;
mod journeys;
mod mutations;
mod names;
mod outcomes;
mod released;
