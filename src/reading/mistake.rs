//! A mistake in what was given, with its place and what helps.

use serde::Serialize;

/// A mistake in what was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mistake {
    /// Stable code.
    pub code: &'static str,
    /// Where, as a JSON pointer such as `/items/0/when`; empty for the whole.
    pub place: String,
    /// What is wrong.
    pub message: String,
    /// What helps.
    pub hint: String,
}

/// The mistakes found so far.
#[derive(Debug, Default)]
pub(crate) struct Mistakes(pub(crate) Vec<Mistake>);

impl Mistakes {
    /// Notes one.
    pub(crate) fn note(
        &mut self,
        code: &'static str,
        place: &str,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        self.0.push(Mistake {
            code,
            place: place.to_owned(),
            message: message.into(),
            hint: hint.into(),
        });
    }
}
