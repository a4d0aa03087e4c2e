//! A register as one file.

use serde::Serialize;

use crate::record::{PRODUCT, SCHEMA, UseCase};

/// A register: what was said of each use case. Results are computed again when it is opened.
#[derive(Clone, Debug, Serialize)]
pub struct RegisterRecord<'a> {
    /// Version of this shape.
    pub schema: u32,
    /// `register`.
    pub kind: &'static str,
    /// What wrote it, with its version.
    pub product: &'static str,
    /// Its use cases, in order.
    pub use_cases: &'a [UseCase],
}

impl<'a> RegisterRecord<'a> {
    /// The register with these use cases.
    pub fn of(use_cases: &'a [UseCase]) -> Self {
        Self {
            schema: SCHEMA,
            kind: "register",
            product: PRODUCT,
            use_cases,
        }
    }
}
