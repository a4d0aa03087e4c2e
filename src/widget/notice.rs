//! What the widget tells the host boundary.

use std::rc::Rc;

use crate::session::Session;

/// Something the host boundary may pass on.
#[derive(Clone, Debug)]
pub enum Notice {
    /// The state changed.
    Changed(Rc<Session>),
    /// Another step is shown, or is to be shown by the other app.
    Step(Step),
    /// The result is shown.
    Result(Rc<Session>),
    /// Texts of an area are needed.
    WordingNeeded(&'static str),
    /// The model for suggestions is needed.
    ModelNeeded,
    /// A person wants the visit as a file.
    Save,
    /// A person wants reports or files of other formats.
    Files,
    /// A person wants to open a saved visit.
    Open,
    /// A person wants to begin anew.
    Over,
    /// A person wants a document as a file.
    Document {
        /// Name of the file, without an ending.
        name: &'static str,
        /// What is in it.
        text: Rc<str>,
    },
}

/// A step of a visit, as hosts know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// `start`, `question`, `result` or `checklist`.
    pub name: &'static str,
    /// The fact that a question is for, or the screen of the checklist.
    pub at: Option<&'static str>,
}

impl Step {
    /// The start.
    pub const START: Self = Self::named("start");
    /// The result.
    pub const RESULT: Self = Self::named("result");

    const fn named(name: &'static str) -> Self {
        Self { name, at: None }
    }

    /// The question of a fact, by index; the start where there is none.
    pub fn question(session: &Session, fact: u16) -> Self {
        session
            .catalog
            .facts
            .get(usize::from(fact))
            .map_or(Self::START, |fact| Self::named_question(fact.id))
    }

    /// The question of a fact, by id.
    pub const fn named_question(fact: &'static str) -> Self {
        Self {
            name: "question",
            at: Some(fact),
        }
    }

    /// A screen of the checklist.
    pub const fn checklist(tab: &'static str) -> Self {
        Self {
            name: "checklist",
            at: Some(tab),
        }
    }
}

impl Notice {
    /// Stable name.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Changed(_) => "changed",
            Self::Step(_) => "step",
            Self::Result(_) => "result",
            Self::WordingNeeded(_) => "wording-needed",
            Self::ModelNeeded => "model-needed",
            Self::Save => "save",
            Self::Files => "files",
            Self::Open => "open",
            Self::Over => "over",
            Self::Document { .. } => "document",
        }
    }
}
