//! The model for suggestions, as far as it is there.

use std::rc::Rc;

use crate::suggest::Model;

/// The model for suggestions: it is loaded only when somebody asks for suggestions.
#[derive(Clone, Debug, Default)]
pub enum Suggester {
    /// Not loaded yet.
    #[default]
    Absent,
    /// It could not be loaded.
    Failed,
    /// Ready.
    Ready(Rc<Model>),
}

impl PartialEq for Suggester {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Absent, Self::Absent) | (Self::Failed, Self::Failed) => true,
            (Self::Ready(one), Self::Ready(other)) => Rc::ptr_eq(one, other),
            _ => false,
        }
    }
}
