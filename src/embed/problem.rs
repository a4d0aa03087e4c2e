//! Why a widget could not be mounted, as plain data for the loader.

use core::fmt;

use serde::Serialize;
use wasm_bindgen::JsValue;

use crate::catalog::Date;
use crate::engine::AnswerError;

/// Why a widget could not be mounted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MountError {
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
}

/// The shape in which the loader gets it.
#[derive(Serialize)]
struct Plain<'a> {
    code: &'a str,
    message: String,
}

impl MountError {
    /// Stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotAList { .. } => "not-a-list",
            Self::AsOf { .. } => "as-of",
            Self::Answer(error) => error.code(),
        }
    }
}

impl fmt::Display for MountError {
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
        }
    }
}

impl core::error::Error for MountError {}

impl From<MountError> for JsValue {
    fn from(error: MountError) -> Self {
        let plain = Plain {
            code: error.code(),
            message: error.to_string(),
        };
        serde_wasm_bindgen::to_value(&plain).unwrap_or_else(|_| Self::from_str(error.code()))
    }
}
