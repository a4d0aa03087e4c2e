//! A mistake in the catalogue, with the place and a hint.

use std::fmt;
use std::ops::Range;

/// A mistake in a catalogue file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Path below `catalog/`.
    pub file: String,
    /// Line, from 1; 0 where the file as a whole is meant.
    pub line: usize,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub hint: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "catalog/{}:{}: {}", self.file, self.line, self.message)?;
        if !self.hint.is_empty() {
            write!(f, "\n  hint: {}", self.hint)?;
        }
        Ok(())
    }
}

/// A file's name and text, to turn byte spans into lines.
#[derive(Clone, Debug)]
pub struct Text {
    /// Path below `catalog/`.
    pub file: String,
    /// Content.
    pub text: String,
}

impl Text {
    /// A problem at a byte span of this file.
    pub fn problem(&self, span: Range<usize>, message: String, hint: String) -> Problem {
        let before = self
            .text
            .get(..span.start.min(self.text.len()))
            .unwrap_or_default();
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        Problem {
            file: self.file.clone(),
            line,
            message,
            hint,
        }
    }
}

/// A hint that names the known id nearest to `wrong`, if one is near.
pub fn did_you_mean<'a>(wrong: &str, known: impl Iterator<Item = &'a str>) -> String {
    known
        .map(|id| (distance(wrong, id), id))
        .filter(|(distance, id)| *distance <= id.len().max(wrong.len()) / 2)
        .min()
        .map_or_else(
            || "see the list of ids in the catalogue".to_owned(),
            |(_, id)| format!("did you mean `{id}`?"),
        )
}

/// Levenshtein distance in bytes: ids are ASCII.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.bytes().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (y, cell) in b.bytes().zip(row.iter_mut().skip(1)) {
            let value = (diagonal + usize::from(x != y)).min(left + 1).min(*cell + 1);
            diagonal = *cell;
            *cell = value;
            left = value;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or(0)
}
