//! The state of a visit: answers, the screen shown, and the status of checklist lines.
//!
//! Belongs here: what an action does to the state. Pure and without any framework, so that it is
//! tested natively and survives a change of view. Does not belong here: words, markup, storage.

mod marks;
mod reduce;
mod route;

use crate::catalog::{Catalog, Date};
use crate::engine::{Answers, Checklist, Classification, Evaluation, Status, Work, checklist, classify};

pub use marks::Mark;
pub use reduce::{Action, Change, Edit};
pub use route::{Progress, Screen};

/// Everything that a visit consists of.
#[derive(Clone, Debug)]
pub struct Session {
    /// The catalogue.
    pub catalog: &'static Catalog,
    /// Day whose law is applied, given by the host.
    pub as_of: Date,
    /// Answers given, those that do not count at the moment included.
    pub answers: Answers,
    /// The result of the answers.
    pub result: Classification,
    /// The screen shown.
    pub screen: Screen,
    /// Whether a person has begun to answer, or came back to a visit.
    pub begun: bool,
    /// Whether it is shown only: nothing a person does changes it.
    pub readonly: bool,
    /// Whether the question shown was left without an answer.
    pub missing_answer: bool,
    /// What is recorded about each item of the catalogue, by index.
    pub work: Vec<Work>,
    /// What a description in free words suggests: facts by index, with a bit mask of values. The words
    /// themselves are not kept.
    pub suggestions: Vec<(u16, u32)>,
}

impl PartialEq for Session {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self.catalog, other.catalog)
            && self.as_of == other.as_of
            && self.answers == other.answers
            && self.screen == other.screen
            && self.begun == other.begun
            && self.readonly == other.readonly
            && self.missing_answer == other.missing_answer
            && self.work == other.work
            && self.suggestions == other.suggestions
    }
}

impl Session {
    /// A visit that has not begun.
    pub fn new(catalog: &'static Catalog, as_of: Date) -> Self {
        let answers = Answers::new(catalog);
        let result = classify(catalog, &answers, as_of);
        Self {
            catalog,
            as_of,
            answers,
            result,
            screen: Screen::Start,
            begun: false,
            readonly: false,
            missing_answer: false,
            work: vec![Work::default(); catalog.items.len()],
            suggestions: Vec::new(),
        }
    }

    /// The same state with the result of its answers, after they were set from outside.
    #[must_use]
    pub fn reclassified(mut self) -> Self {
        self.result = classify(self.catalog, &self.answers, self.as_of);
        self
    }

    /// The answers, evaluated.
    pub fn evaluation(&self) -> Evaluation<'_> {
        Evaluation::new(self.catalog, &self.answers)
    }

    /// The checklist for the result.
    pub fn checklist(&self) -> Checklist {
        checklist(&self.evaluation(), &self.result)
    }

    /// The status of a checklist line.
    pub fn status(&self, item: u16) -> Status {
        self.work
            .get(usize::from(item))
            .map_or(Status::NotStarted, |work| work.status)
    }

    /// What is recorded about an item.
    pub fn work(&self, item: u16) -> Work {
        self.work.get(usize::from(item)).cloned().unwrap_or_default()
    }

    /// Fact ids with value ids, in the order of the catalogue: what a host keeps and gives back.
    pub fn answer_ids(&self) -> Vec<(&'static str, Vec<&'static str>)> {
        (0..)
            .zip(self.catalog.facts)
            .filter_map(|(index, fact)| Some((fact.id, self.answers.ids(self.catalog, index)?)))
            .collect()
    }
}
