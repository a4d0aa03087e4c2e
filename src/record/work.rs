//! What is recorded about an item, as it is kept.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::limits::{LONG_TEXT, MOST_ITEMS, SHORT_TEXT};
use crate::catalog::Date;
use crate::engine::{Status, Work};
use crate::reading::{Mistakes, Node, Shape};

/// What is recorded about an item; only what is not empty is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorkRecord(pub Work);

/// Its keys.
pub(super) const WORK: Shape = Shape {
    name: "work",
    needs: &[],
    takes: &[
        "status",
        "documented",
        "working",
        "proven",
        "owner",
        "due",
        "reason",
        "note",
        "evidence",
    ],
};

impl Serialize for WorkRecord {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let work = &self.0;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("status", work.status.id())?;
        for (key, is) in [
            ("documented", work.documented),
            ("working", work.working),
            ("proven", work.proven),
        ] {
            if is {
                map.serialize_entry(key, &true)?;
            }
        }
        let due = work.due.map(|due| due.to_string()).unwrap_or_default();
        let texts = [
            ("owner", &work.owner),
            ("due", &due),
            ("reason", &work.reason),
            ("note", &work.note),
            ("evidence", &work.evidence),
        ];
        for (key, text) in texts {
            if !text.is_empty() {
                map.serialize_entry(key, text)?;
            }
        }
        map.end()
    }
}

/// What is recorded about items, by id.
pub(super) fn read_works(mistakes: &mut Mistakes, node: &Node<'_>) -> Vec<(String, WorkRecord)> {
    let entries = mistakes.entries(node, MOST_ITEMS);
    entries
        .into_iter()
        .filter_map(|(id, node)| Some((id.to_owned(), read_work(mistakes, &node)?)))
        .collect()
}

fn read_work(mistakes: &mut Mistakes, node: &Node<'_>) -> Option<WorkRecord> {
    let fields = mistakes.object(node, &WORK)?;
    let statuses = Status::ALL.map(|status| (status.id(), status));
    Some(WorkRecord(Work {
        status: mistakes.word(fields.get("status"), &statuses).unwrap_or_default(),
        documented: mistakes.yes(fields.get("documented")),
        working: mistakes.yes(fields.get("working")),
        proven: mistakes.yes(fields.get("proven")),
        owner: mistakes.maybe(fields.get("owner"), SHORT_TEXT),
        due: read_day(mistakes, fields.get("due")),
        reason: mistakes.maybe(fields.get("reason"), LONG_TEXT),
        note: mistakes.maybe(fields.get("note"), LONG_TEXT),
        evidence: mistakes.maybe(fields.get("evidence"), LONG_TEXT),
    }))
}

/// A day, or nothing.
pub(super) fn read_day(mistakes: &mut Mistakes, node: Option<Node<'_>>) -> Option<Date> {
    let node = node?;
    let text = mistakes.maybe(Some(node.clone()), SHORT_TEXT);
    if text.is_empty() {
        return None;
    }
    match text.parse() {
        Ok(day) => Some(day),
        Err(_) => {
            let message = ["`", &text, "` is no day"].concat();
            mistakes.note("bad-date", &node.place, message, "a day written YYYY-MM-DD");
            None
        }
    }
}
