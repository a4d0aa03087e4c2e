//! The result and what follows from it: checklist, gaps, plan, statement, documents, advice. Loaded behind
//! the first questions.

mod app;
mod list;
mod page;
mod parts;
mod place;
mod reopened;
mod tab;

pub use app::{ResultApp, ResultProps};
pub use place::Place;
pub use reopened::Reopened;
pub use tab::Tab;
