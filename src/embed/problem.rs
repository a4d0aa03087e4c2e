//! What could not be taken from the loader, as plain data for it.

use core::fmt;

use wasm_bindgen::JsValue;

use super::notices::object;
use crate::catalog::Date;
use crate::engine::AnswerError;

/// What could not be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// A prefilled answer is not a list of texts.
    NotAList {
        /// The fact it is for.
        fact: String,
    },
    /// The date is not a day, or lies before the Act.
    AsOf {
        /// The date given.
        given: String,
        /// The first day for which there is law.
        first: Option<Date>,
    },
    /// A prefilled answer does not fit the catalogue.
    Answer(AnswerError),
    /// An answer to a case is neither a tier nor `open`.
    #[cfg(feature = "result")]
    Said {
        /// What was given.
        given: String,
    },
}

impl Problem {
    /// Stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotAList { .. } => "not-a-list",
            Self::AsOf { .. } => "as-of",
            Self::Answer(error) => error.code(),
            #[cfg(feature = "result")]
            Self::Said { .. } => "said",
        }
    }

    /// As `{code, message}`.
    pub(super) fn to_plain(&self) -> JsValue {
        object([
            ("code", JsValue::from_str(self.code())),
            ("message", JsValue::from_str(&self.to_string())),
        ])
        .into()
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAList { fact } => write!(f, "the answer to `{fact}` is not a list of value ids"),
            Self::AsOf {
                given,
                first: Some(first),
            } => {
                write!(f, "`{given}` is not a day from {first} on, written YYYY-MM-DD")
            }
            Self::AsOf { given, first: None } => write!(f, "`{given}` is not a day written YYYY-MM-DD"),
            Self::Answer(error) => error.fmt(f),
            #[cfg(feature = "result")]
            Self::Said { given } => write!(f, "`{given}` is neither the id of a tier nor `open`"),
        }
    }
}

impl core::error::Error for Problem {}
