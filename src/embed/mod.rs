//! The host boundary: what the loader calls, and what the widget tells it.
//!
//! Belongs here: exported functions, plain data in and out, errors with a code. Does not belong
//! here: the custom element (scripts own it, `element/`) and anything shown.

#[cfg(feature = "assess")]
mod assess;
#[cfg(feature = "result")]
mod engine;
#[cfg(feature = "web")]
mod notices;
#[cfg(feature = "web")]
mod options;
#[cfg(feature = "result")]
mod overlay;
#[cfg(feature = "web")]
mod problem;
#[cfg(feature = "result")]
mod record;
#[cfg(feature = "records")]
mod records;
#[cfg(feature = "result")]
mod result;
#[cfg(feature = "result")]
mod saved;
#[cfg(feature = "result")]
mod work;

#[cfg(feature = "assess")]
pub use assess::{Mounted, mount};
#[cfg(feature = "result")]
pub use engine::{
    engine_checklist, engine_classify, engine_crosswalk, engine_facts, engine_model, engine_plan,
    engine_statement,
};
#[cfg(feature = "web")]
pub use options::catalog_id;
#[cfg(feature = "result")]
pub use overlay::{engine_check_deck, engine_deck, engine_read_overlay};
#[cfg(feature = "web")]
pub use problem::Problem;
#[cfg(feature = "result")]
pub use record::VisitRecord;
#[cfg(feature = "records")]
pub use records::{Records, Register, record_formats};
#[cfg(feature = "result")]
pub use result::{MountedResult, mount_result, read_saved};
