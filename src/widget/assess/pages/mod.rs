//! One file for each screen of the assessment.

mod question;
mod start;

pub(crate) use question::question_page;
pub(crate) use start::start_page;
