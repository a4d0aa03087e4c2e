//! What a host gets to see of a visit.

use serde::{Serialize, Serializer};

use crate::export::{ClassificationRecord, classification_record};
use crate::session::Session;

/// Answers and result of a visit, as plain data.
#[derive(Clone, Debug, Serialize)]
pub struct VisitRecord {
    /// Value ids of each answered fact.
    #[serde(serialize_with = "as_map")]
    pub answers: Vec<(&'static str, Vec<&'static str>)>,
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

/// Pairs as the map that a host expects.
fn as_map<S: Serializer>(
    pairs: &[(&'static str, Vec<&'static str>)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(pairs.iter().map(|(fact, values)| (fact, values)))
}
