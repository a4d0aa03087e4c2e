//! A saved result that was opened, with what is different now.

use std::rc::Rc;

use crate::engine::Answers;
use crate::export::ComparisonRecord;

/// What came of opening a saved result.
#[derive(Clone, Debug, Default)]
pub enum Reopened {
    /// None was opened.
    #[default]
    Nothing,
    /// What was opened is no saved result.
    Refused,
    /// Its answers, and what is different now.
    Saved(Rc<(Answers, ComparisonRecord)>),
}

impl PartialEq for Reopened {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Nothing, Self::Nothing) | (Self::Refused, Self::Refused) => true,
            (Self::Saved(one), Self::Saved(other)) => Rc::ptr_eq(one, other),
            _ => false,
        }
    }
}
