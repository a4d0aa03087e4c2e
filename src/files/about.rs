//! What a file says of itself.

use crate::catalog::Date;

/// What a file says of itself, where programs show the properties of a file, and the words that a writer adds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// What it is.
    pub title: String,
    /// What it is about.
    pub subject: String,
    /// The program that made it.
    pub program: String,
    /// The day that it says it was made on: that of the result, since no file reads the clock.
    pub as_of: Date,
    /// Stands in a sheet under a row with a text that is too long for a cell, above the rest of it.
    pub continued: String,
}

impl About {
    /// The day as the standards for office files write a moment.
    pub(super) fn moment(&self) -> String {
        format!("{}T00:00:00Z", self.as_of)
    }
}
