//! The formats, and making a file of one.

use core::fmt;

use super::{
    CsvStyle, Table, actions_table, checklist_table, crosswalk_table, csv, inventory_table, statement_table,
};
use crate::catalog::{Catalog, Texts};
use crate::record::Record;

/// A format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// The record itself.
    Json,
    /// The checklist as CSV.
    ChecklistCsv,
    /// The Statement of Applicability as CSV.
    StatementCsv,
    /// The links to other standards and laws as CSV.
    CrosswalkCsv,
    /// What is left to do, as CSV.
    ActionsCsv,
    /// The use case as a line of an inventory, as CSV.
    InventoryCsv,
}

/// Everything that making a file needs beside the record.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    /// The catalogue that the record was made with.
    pub catalog: &'static Catalog,
    /// The words, of the language that the file is to be in.
    pub texts: &'a dyn Texts,
    /// The tag of that language.
    pub language: &'a str,
    /// How CSV files are written.
    pub csv: CsvStyle,
}

/// A file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name, with the ending.
    pub name: String,
    /// Its media type.
    pub media_type: &'static str,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// A file that could not be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileError {
    /// What went wrong, from the library that writes the format.
    pub message: String,
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the file could not be made: {}", self.message)
    }
}

impl core::error::Error for FileError {}

impl Format {
    /// All formats, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::Json,
        Self::ChecklistCsv,
        Self::StatementCsv,
        Self::CrosswalkCsv,
        Self::ActionsCsv,
        Self::InventoryCsv,
    ];

    /// Stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::ChecklistCsv => "checklist-csv",
            Self::StatementCsv => "statement-csv",
            Self::CrosswalkCsv => "crosswalk-csv",
            Self::ActionsCsv => "actions-csv",
            Self::InventoryCsv => "inventory-csv",
        }
    }

    /// The format with an id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.id() == id)
    }

    /// What the name of its file ends with, behind what the file is about.
    const fn ending(self) -> &'static str {
        match self {
            Self::Json => ".json",
            Self::ChecklistCsv => "-checklist.csv",
            Self::StatementCsv => "-statement.csv",
            Self::CrosswalkCsv => "-crosswalk.csv",
            Self::ActionsCsv => "-actions.csv",
            Self::InventoryCsv => "-inventory.csv",
        }
    }

    /// The media type of its file.
    const fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::ChecklistCsv
            | Self::StatementCsv
            | Self::CrosswalkCsv
            | Self::ActionsCsv
            | Self::InventoryCsv => "text/csv",
        }
    }
}

/// The file of a record in a format.
///
/// # Errors
/// [`FileError`] where the library that writes the format fails.
pub fn make(format: Format, record: &Record, setting: &Setting<'_>) -> Result<File, FileError> {
    let sheet = |table: Table| Ok(csv(&table, setting.csv));
    let bytes = match format {
        Format::Json => json(record),
        Format::ChecklistCsv => sheet(checklist_table(record, setting)),
        Format::StatementCsv => sheet(statement_table(record, setting)),
        Format::CrosswalkCsv => sheet(crosswalk_table(record, setting)),
        Format::ActionsCsv => sheet(actions_table(record, setting)),
        Format::InventoryCsv => sheet(inventory_table(&[record], setting)),
    }?;
    Ok(File {
        name: [&stem(record), format.ending()].concat(),
        media_type: format.media_type(),
        bytes,
    })
}

fn json(record: &Record) -> Result<Vec<u8>, FileError> {
    let text = serde_json::to_vec_pretty(record);
    text.map_err(|error| FileError {
        message: error.to_string(),
    })
}

/// What the name of a file begins with: the name of the use case in letters that every file system takes, and
/// the day.
fn stem(record: &Record) -> String {
    /// Longer names are cut.
    const LONGEST: usize = 60;
    let mut stem = String::new();
    for character in record.use_case.name.chars().flat_map(char::to_lowercase) {
        if character.is_alphanumeric() {
            stem.push(character);
        } else if !stem.is_empty() && !stem.ends_with('-') {
            stem.push('-');
        }
        if stem.chars().count() >= LONGEST {
            break;
        }
    }
    let name = match stem.trim_end_matches('-') {
        "" => "ai-use-case",
        name => name,
    };
    [name, "-", &record.result.as_of].concat()
}
