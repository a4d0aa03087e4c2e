//! Where in the result a person is.

use super::Tab;
use crate::widget::Step;

/// A screen of the result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// The result itself.
    #[default]
    Verdict,
    /// A screen of the checklist.
    List(Tab),
}

impl Place {
    /// The step that hosts know it by.
    pub const fn step(self) -> Step {
        match self {
            Self::Verdict => Step::RESULT,
            Self::List(tab) => Step::checklist(tab.id()),
        }
    }
}
