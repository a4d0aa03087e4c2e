//! Results as records: plain serialisable data that the command line, hosts and files share.
//!
//! Belongs here: the shape of every output and the words in it. Does not belong here: how a record
//! travels (JSON text, host events, files), and any evaluation (see [`crate::engine`]).

mod checklist;
mod classification;
mod comparison;
mod condition;
mod crosswalk;
mod difference;
mod explanation;
mod fact;
mod formula;
mod overlay;
mod plan;
mod readiness;
mod reason;
mod rule;
mod soa;
mod source;
mod starters;

pub use checklist::{
    ChecklistRecord, LineRecord, checklist_record, depth_part, emphasis_words, finding_words, notes,
    reason_words,
};
pub use classification::{
    ClassificationRecord, classification_record, place_text, reference_text, reference_url,
};
pub use comparison::{
    Changed, ComparisonRecord, Dropped, Given, Pair, SavedClassification, SavedResult, compare,
    saved_answers, taken_answers,
};
pub use condition::condition_words;
use crosswalk::articles_of;
pub use crosswalk::{
    CrosswalkRecord, FrameworkRecord, LinkRecord, PlaceLinks, crosswalk_record, framework_records,
    link_records,
};
pub use difference::{ChangedLine, DifferenceRecord, difference};
pub use explanation::{
    AlternativeRecord, EditRecord, ExplanationRecord, NearMissRecord, ObligationRecord, PenaltyRecord,
    UpcomingRecord, explanation_record,
};
pub use fact::{FactRecord, ValueRecord, fact_records, value_words};
pub use formula::{guarded, unguarded};
pub use overlay::{AdditionRecord, OverlayRecord, PortalLinkRecord, addition_records, overlay_records};
pub use plan::{
    AdviceReasonRecord, AdviceRecord, LawDateRecord, PlanRecord, PlannedRecord, PositionRecord,
    ScheduleRecord, StepRecord, months_between, plan_record, planned_record,
};
pub use readiness::{
    GapRecord, GroupRecord, PrerequisiteRecord, ProgressRecord, ReadinessRecord, progress_record,
};
pub use reason::{
    AnswerRecord, Because, ReasonRecord, answer_records, carrying_answers, reason_records, reasons,
};
pub use rule::{ConditionRecord, PlaceRecord, RuleRecord, TermRecord, rule_records, term_records};
pub use soa::{SoaRecord, SoaRow, soa_record};
pub use source::{SourceRecord, source_records};
pub use starters::{RiskRecord, SectionRecord, StarterRecord, starter_records};
