//! Records: what people keep of a use case, and reading it back whatever version wrote it.
//!
//! Belongs here: the use case as people keep it, the record with everything that is computed of it, and
//! reading of records, registers and earlier visits. Does not belong here: JSON as text, and other formats
//! (see `crate::files`).

mod limits;
mod migrate;
mod read;
mod use_case;
mod whole;
mod work;

pub use limits::{LARGEST_RECORD, LONG_TEXT, MOST_COLUMNS, MOST_TAGS, SHORT_TEXT};
pub use read::{Opened, OpenedCase, open};
pub use use_case::UseCase;
pub use whole::{PRODUCT, Record};
pub use work::WorkRecord;

/// The schema that is written.
pub const SCHEMA: u32 = 2;
