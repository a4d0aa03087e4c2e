//! The assessment: start and questions. The first that a visitor loads.

mod app;
mod pages;
mod parts;
mod suggester;

pub use app::{App, AppProps, Directed};
pub use suggester::Suggester;
