//! Reads the catalogue as people write it, checks it and packs it for the engine.
//!
//! Belongs here: the shapes of `catalog/*.toml`, every check with file, line and hint, and the
//! writers of the packed files. Compiled into the build script and the tests, never into the
//! library. Flow: [`source`] reads files, [`shapes`] gives them types, [`resolve`] turns names
//! into numbers, [`checks`] looks for dead ends, [`emit`] and [`wording`] write.

#![expect(
    unreachable_pub,
    reason = "included by path into the build script and the tests"
)]

mod checks;
mod conditions;
#[path = "../date.rs"]
#[expect(
    dead_code,
    reason = "shared with the library, of which only the reading is needed here"
)]
mod date;
mod deck;
mod emit;
mod emit_plan;
pub mod languages;
pub mod problem;
mod resolve;
mod shapes;
pub mod source;
pub mod titles;
mod wording;

use std::path::Path;

pub use problem::Problem;

/// What the build writes: file name and text.
pub struct Packed {
    /// Files for the build's output directory.
    pub files: Vec<(String, String)>,
    /// How far each language beside the source one is.
    pub languages: Vec<languages::Progress>,
}

/// Reads, checks and packs the catalogue in `directory`.
///
/// # Errors
/// Every mistake found, each with file, line and a hint. Checks that need a sound earlier step
/// run only when that step found nothing.
pub fn pack(directory: &Path) -> Result<Packed, Vec<Problem>> {
    let authored = source::read(directory)?;
    let mut resolved = resolve::resolve(&authored)?;
    checks::check(&authored, &resolved)?;
    let languages = languages::check(&authored)?;
    let mut files = wording::pack(&authored)?;
    files.extend(deck::pack(&authored, &resolved)?);
    let [all, assessment] = emit::rust(&mut resolved);
    files.push(("catalog.rs".to_owned(), all));
    files.push(("assessment.rs".to_owned(), assessment));
    Ok(Packed { files, languages })
}
