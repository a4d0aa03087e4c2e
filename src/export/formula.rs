//! A text as the cell of a table that spreadsheets open.
//!
//! A spreadsheet takes a cell that begins with certain characters for a formula. Such a cell is guarded by an
//! apostrophe, which spreadsheets take as "this is text". Reading takes exactly one apostrophe off again where
//! what follows is such a cell. So that nothing is lost, a cell that has apostrophes before such a character
//! already is guarded too.

/// Whether a spreadsheet may take a cell for a formula, apostrophes before it aside.
fn looks_like_a_formula(cell: &str) -> bool {
    let first = cell.trim_start_matches('\'').chars().next();
    first.is_some_and(|first| "=+-@\t\r\n＝＋－＠".contains(first))
}

/// The cell, guarded where a spreadsheet may take it for a formula.
///
/// ```
/// use aims_readiness::export::{guarded, unguarded};
///
/// assert_eq!(guarded("=1+1"), "'=1+1");
/// assert_eq!(guarded("1+1"), "1+1");
/// assert_eq!(unguarded(guarded("'=1+1")), "'=1+1");
/// ```
pub fn guarded(cell: &str) -> String {
    if looks_like_a_formula(cell) {
        ["'", cell].concat()
    } else {
        cell.to_owned()
    }
}

/// The cell without the apostrophe that guards it.
pub fn unguarded(mut cell: String) -> String {
    if cell.starts_with('\'') && looks_like_a_formula(&cell) {
        cell.remove(0);
    }
    cell
}
