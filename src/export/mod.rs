//! Results as records: plain serialisable data that the command line, hosts and files share.
//!
//! Belongs here: the shape of every output and the words in it. Does not belong here: how a record
//! travels (JSON text, host events, files), and any evaluation (see [`crate::engine`]).

mod checklist;
mod classification;
mod condition;
mod fact;

pub use checklist::{ChecklistRecord, LineRecord, checklist_record, depth_part, reason_words};
pub use classification::{ClassificationRecord, classification_record, reference_text, reference_url};
pub use condition::condition_words;
pub use fact::{FactRecord, ValueRecord, fact_records, value_words};
