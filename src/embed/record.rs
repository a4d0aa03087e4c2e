//! What a host gets to see of a visit.

use serde::{Serialize, Serializer};

use crate::engine::Work;
use crate::export::{ClassificationRecord, classification_record};
use crate::record::WorkRecord;
use crate::session::Session;

/// Answers, result and work of a visit, as plain data.
#[derive(Clone, Debug, Serialize)]
pub struct VisitRecord {
    /// Value ids of each answered fact.
    #[serde(serialize_with = "as_map")]
    pub answers: Vec<(&'static str, Vec<&'static str>)>,
    /// The result of the answers.
    pub result: ClassificationRecord,
    /// What is recorded about items of the checklist, where something is.
    #[serde(serialize_with = "as_map")]
    pub work: Vec<(&'static str, WorkRecord)>,
}

impl VisitRecord {
    /// The record of a visit.
    pub fn of(session: &Session) -> Self {
        let StateRecord { answers, work } = StateRecord::of(session);
        Self {
            answers,
            result: classification_record(session.catalog, &session.answers, &session.result),
            work,
        }
    }
}

/// What a visit is kept as: answers and work. The result follows from them.
#[derive(Clone, Debug, Serialize)]
pub(super) struct StateRecord {
    #[serde(serialize_with = "as_map")]
    answers: Vec<(&'static str, Vec<&'static str>)>,
    #[serde(serialize_with = "as_map")]
    work: Vec<(&'static str, WorkRecord)>,
}

impl StateRecord {
    /// The state of a visit.
    pub(super) fn of(session: &Session) -> Self {
        let recorded = session.catalog.items.iter().zip(&session.work);
        Self {
            answers: session.answer_ids(),
            work: recorded
                .filter(|(_, work)| **work != Work::default())
                .map(|(item, work)| (item.id, WorkRecord(work.clone())))
                .collect(),
        }
    }
}

/// Pairs as the map that a host expects.
fn as_map<T: Serialize, S: Serializer>(
    pairs: &[(&'static str, T)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(pairs.iter().map(|(key, value)| (key, value)))
}
