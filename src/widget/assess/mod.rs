//! The assessment: start, questions, result. The first that a visitor loads.

mod app;
mod pages;
mod parts;
mod reopened;
mod suggester;

pub use app::{App, AppProps};
pub use reopened::Reopened;
pub use suggester::Suggester;
