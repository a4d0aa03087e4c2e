//! One page per screen: a plain function from texts, state and the heading that takes the focus.

mod checklist;
mod question;
mod result;
mod start;

pub(crate) use checklist::checklist_page;
pub(crate) use question::question_page;
pub(crate) use result::result_page;
pub(crate) use start::start_page;
