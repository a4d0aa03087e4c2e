//! Everything that is known of one use case: what was said, and what follows from it.

use serde::Serialize;

use super::{SCHEMA, UseCase};
use crate::catalog::{Catalog, Date, Texts};
use crate::engine::{Evaluation, Status, Work, checklist, classify};
use crate::export::{
    AnswerRecord, ChecklistRecord, ClassificationRecord, Dropped, ExplanationRecord, LineRecord, LinkRecord,
    PlannedRecord, ReasonRecord, SoaRecord, SourceRecord, StarterRecord, answer_records, checklist_record,
    classification_record, explanation_record, link_records, planned_record, reason_records, soa_record,
    source_records, starter_records,
};

/// A record: every file is written from it.
#[derive(Clone, Debug, Serialize)]
pub struct Record {
    /// Version of this shape.
    pub schema: u32,
    /// `record`.
    pub kind: &'static str,
    /// What wrote it, with its version.
    pub product: &'static str,
    /// What was said.
    #[serde(flatten)]
    pub use_case: UseCase,
    /// What the answers lead to.
    pub result: ClassificationRecord,
    /// The answers in words.
    pub answered: Vec<AnswerRecord>,
    /// Why.
    pub reasons: Vec<ReasonRecord>,
    /// What would change it, duties, days ahead, fines.
    pub explanation: ExplanationRecord,
    /// What to do.
    pub checklist: ChecklistRecord,
    /// How far it is, and the way to a certificate.
    pub plan: PlannedRecord,
    /// The draft Statement of Applicability.
    pub statement: SoaRecord,
    /// Documents begun.
    pub starters: Vec<StarterRecord>,
    /// Links from the lines of the checklist to other standards and laws.
    pub crosswalk: Vec<LinkRecord>,
    /// Documents that it rests on.
    pub sources: Vec<SourceRecord>,
}

/// What wrote a record.
pub const PRODUCT: &str = concat!("aims-readiness ", env!("CARGO_PKG_VERSION"));

impl Record {
    /// The record of a use case under the law of a day, and the answers that the catalogue does not take.
    pub fn of(
        use_case: UseCase,
        catalog: &'static Catalog,
        as_of: Date,
        texts: &dyn Texts,
    ) -> (Self, Vec<Dropped>) {
        let (answers, dropped) = use_case.answers(catalog);
        let (works, _) = use_case.works(catalog);
        let none = Work::default();
        let work = |item: u16| works.get(usize::from(item)).unwrap_or(&none);
        let status = |item: u16| -> Status { work(item).status };
        let result = classify(catalog, &answers, as_of);
        let evaluation = Evaluation::new(catalog, &answers);
        let list = checklist(&evaluation, &result);
        let lines = checklist_record(catalog, &result, &list, texts);
        let mut crosswalk = link_records(catalog, texts);
        crosswalk.retain(|link| lines.items.iter().any(|line| line.id == link.source_id));
        let record = Self {
            schema: SCHEMA,
            kind: "record",
            product: PRODUCT,
            result: classification_record(catalog, &answers, &result),
            answered: answer_records(&evaluation, texts),
            reasons: reason_records(catalog, &answers, &result, texts),
            explanation: explanation_record(catalog, &answers, &result),
            plan: planned_record(&evaluation, &result, &list, status, texts),
            statement: soa_record(catalog, &result, &list, work, texts),
            starters: starter_records(&evaluation, &result, &list, texts),
            sources: source_records(catalog, &result, texts),
            checklist: lines,
            crosswalk,
            use_case,
        };
        (record, dropped)
    }

    /// What is recorded about a line; nothing done where nothing is.
    pub fn work(&self, line: &LineRecord) -> Work {
        let work = self.use_case.work.get(line.id);
        work.map(|work| work.0.clone()).unwrap_or_default()
    }

    /// Who sees to a line: as recorded, else the role.
    pub fn owner<'a>(&'a self, line: &'a LineRecord) -> &'a str {
        let named = self.use_case.work.get(line.id).map(|work| work.0.owner.trim());
        named.filter(|owner| !owner.is_empty()).unwrap_or(&line.owner)
    }

    /// First day of the plan: the one that was chosen, else the day whose law is applied.
    pub fn plan_start(&self) -> Option<Date> {
        self.use_case
            .plan_start
            .or_else(|| self.result.as_of.parse().ok())
    }

    /// Its name, or the words for one that has none.
    pub fn name<'a>(&'a self, texts: &'a dyn Texts) -> &'a str {
        match self.use_case.name.trim() {
            "" => texts.text("ui.case.unnamed").unwrap_or_default(),
            name => name,
        }
    }
}
