//! How much a record may hold. Who opens a foreign file should know how long it can get.

/// Bytes of a file with one record. Checked by who reads the text.
pub const LARGEST_RECORD: usize = 10_000_000;
/// Characters of names, tags and owners.
pub const SHORT_TEXT: usize = 500;
/// Characters of descriptions and notes.
pub const LONG_TEXT: usize = 50_000;
/// Answers, and items with something recorded.
pub(super) const MOST_ITEMS: usize = 2_000;
/// Values of an answer.
pub(super) const MOST_VALUES: usize = 40;
/// Tags of a use case.
pub const MOST_TAGS: usize = 100;
/// Columns that a use case brought along.
pub const MOST_COLUMNS: usize = 1_000;
