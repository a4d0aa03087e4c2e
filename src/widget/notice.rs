//! What the widget tells the host boundary.

use std::rc::Rc;

use crate::session::Session;

/// Something the host boundary may pass on.
#[derive(Clone, Debug)]
pub enum Notice {
    /// The state changed.
    Changed(Rc<Session>),
    /// Another screen is shown.
    Step,
    /// The result is shown.
    Result(Rc<Session>),
    /// Texts of an area are needed.
    WordingNeeded(&'static str),
    /// The model for suggestions is needed.
    ModelNeeded,
    /// A person wants the result as a file.
    Save(Rc<Session>),
    /// A person wants to open a saved result.
    Open,
    /// A person goes on to the checklist.
    Checklist(Rc<Session>),
    /// A person goes back to the result.
    Back(Rc<Session>),
    /// A person wants a document as a file.
    Document {
        /// Name of the file, without an ending.
        name: &'static str,
        /// What is in it.
        text: Rc<str>,
    },
}

impl Notice {
    /// Stable name.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Changed(_) => "changed",
            Self::Step => "step",
            Self::Result(_) => "result",
            Self::WordingNeeded(_) => "wording-needed",
            Self::ModelNeeded => "model-needed",
            Self::Save(_) => "save",
            Self::Open => "open",
            Self::Checklist(_) => "checklist",
            Self::Back(_) => "back",
            Self::Document { .. } => "document",
        }
    }
}
