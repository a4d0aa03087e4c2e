//! A saved result that was opened, with what is different now.

use std::rc::Rc;

use crate::engine::Answers;
use crate::export::ComparisonRecord;

/// A saved result that was opened: its answers, and what is different now. Nothing where none was.
#[derive(Clone, Debug, Default)]
pub struct Reopened(pub Option<Rc<(Answers, ComparisonRecord)>>);

impl PartialEq for Reopened {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (None, None) => true,
            (Some(one), Some(other)) => Rc::ptr_eq(one, other),
            _ => false,
        }
    }
}
