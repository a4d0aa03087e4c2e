//! One file for each screen of the checklist.

mod advice;
mod checklist;
mod crosswalk;
mod gaps;
mod plan;
mod starters;
mod statement;

pub(crate) use advice::advice_page;
pub(crate) use checklist::checklist_page;
pub(crate) use crosswalk::crosswalk_page;
pub(crate) use gaps::gaps_page;
pub(crate) use plan::plan_page;
pub(crate) use starters::starters_page;
pub(crate) use statement::statement_page;
