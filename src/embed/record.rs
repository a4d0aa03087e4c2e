//! What a host gets to see of a visit.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::export::{ClassificationRecord, classification_record};
use crate::session::Session;

/// Answers and result of a visit, as plain data.
#[derive(Clone, Debug, Serialize)]
pub struct VisitRecord {
    /// Value ids of each answered fact.
    pub answers: BTreeMap<&'static str, Vec<&'static str>>,
    /// The result of the answers.
    pub result: ClassificationRecord,
}

impl VisitRecord {
    /// The record of a visit.
    pub fn of(session: &Session) -> Self {
        Self {
            answers: session.answer_ids(),
            result: classification_record(session.catalog, &session.answers, &session.result),
        }
    }
}
