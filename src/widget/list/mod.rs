//! The checklist and what is made from it: gaps, plan, Statement of Applicability, advice.

mod app;
mod pages;
mod parts;
mod tab;

pub use app::{ListApp, ListProps};
pub(crate) use tab::Tab;
