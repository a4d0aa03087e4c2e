//! How much a table may hold. Who opens a foreign file should know how long it can get.

/// Bytes of a file.
pub const LARGEST_FILE: usize = 50_000_000;
/// Bytes of a packed spreadsheet once it is unpacked.
pub const LARGEST_UNPACKED: usize = 400_000_000;
/// Rows below the header.
pub const MOST_ROWS: usize = 100_000;
/// Columns.
pub const MOST_COLUMNS: usize = 500;
/// Cells, empty ones between others counted.
pub const MOST_CELLS: usize = 10_000_000;
/// Places that a note names; of the rest it says how many there are.
pub(super) const NAMED_PLACES: usize = 5;
