//! A use case as people keep it: what they said of it. Everything else is computed from that.

use std::collections::BTreeMap;

use serde::Serialize;

use super::WorkRecord;
use crate::catalog::{Catalog, Date};
use crate::engine::{Answers, Work};
use crate::export::{Dropped, Given, taken_answers};

/// A use case: a name, what is said of it, answers, and what is recorded about the items of its checklist.
///
/// What is empty is not written.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct UseCase {
    /// Id in the register it belongs to.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// Its name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// What it is, in free words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// Words to find it by.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Whether it is put aside.
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    pub archived: bool,
    /// Who answered.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub assessor: String,
    /// Anything else.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// First day of the plan; the day whose law is applied where there is none.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "day")]
    pub plan_start: Option<Date>,
    /// Value ids of each answered fact; `unknown` for "I don't know", an empty list for "none of these".
    pub answers: BTreeMap<String, Vec<String>>,
    /// What is recorded about items, by id.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub work: BTreeMap<String, WorkRecord>,
    /// Columns of the register it came from that mean nothing here, kept to be given back: name and text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<(String, String)>,
}

impl UseCase {
    /// The answers that the catalogue takes, and those it does not.
    pub fn answers(&self, catalog: &'static Catalog) -> (Answers, Vec<Dropped>) {
        let given = self.answers.iter();
        taken_answers(
            catalog,
            given.map(|(fact, values)| (fact, Given::Many(values.clone()))),
        )
    }

    /// What is recorded about each item of the catalogue, by index, and the ids of items it does not have.
    pub fn works(&self, catalog: &'static Catalog) -> (Vec<Work>, Vec<String>) {
        let mut works = vec![Work::default(); catalog.items.len()];
        let mut unknown = Vec::new();
        for (id, WorkRecord(work)) in &self.work {
            let place = catalog.items.iter().position(|item| item.id == id);
            match place.and_then(|place| works.get_mut(place)) {
                Some(slot) => *slot = work.clone(),
                None => unknown.push(id.clone()),
            }
        }
        (works, unknown)
    }
}

fn day<S: serde::Serializer>(day: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
    match day {
        Some(day) => serializer.collect_str(day),
        None => serializer.serialize_none(),
    }
}
