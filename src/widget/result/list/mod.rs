//! The checklist and what is made from it: gaps, plan, Statement of Applicability, advice.

mod page;
mod pages;
mod parts;

pub(crate) use page::list_page;
