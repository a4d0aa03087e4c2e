//! EU AI Act tier of a use case and an ISO/IEC 42001 readiness checklist, computed where the person is.
//!
//! The layers point one way: [`catalog`] holds typed data, [`engine`] turns answers, a catalogue
//! and a date into results, [`export`] turns results into records, [`overlay`] adds a vendor's words,
//! questions and items to a catalogue, [`session`] is the state of a visit, and
//! [`workshop`] says what answers to a scenario are worth. They are pure: no web, no clock, no input or output, no randomness. With feature `web`,
//! `widget` shows it and `embed` meets the host page. The command line is `src/bin`.

pub mod catalog;
#[cfg(any(feature = "web", feature = "records"))]
pub mod embed;
pub mod engine;
pub mod export;
#[cfg(feature = "files")]
pub mod files;
pub mod overlay;
pub mod reading;
pub mod record;
#[cfg(feature = "files")]
pub mod register;
pub mod session;
pub mod suggest;
#[cfg(feature = "web")]
pub mod widget;
pub mod workshop;
