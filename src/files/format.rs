//! The formats, and making a file of one.

use core::fmt;

use super::{
    About, CsvStyle, Table, actions_table, answers_table, board_report, calendar, checklist_table,
    ciso_actions, ciso_assessment, ciso_library, crosswalk_table, csv, dates_table, docx, html,
    inventory_table, jira, markdown, oscal_bundle, readiness_table, reasons_table, report, servicenow,
    statement_report, statement_table, steps_table, summary_table, workbook,
};
use crate::catalog::{Catalog, Date, Texts};
use crate::record::Record;

/// A format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// The record itself.
    Json,
    /// One workbook with all tables.
    Workbook,
    /// The whole report as a document.
    Report,
    /// The Statement of Applicability as a document.
    StatementReport,
    /// The report for a board, as a page that prints well.
    Page,
    /// The whole report as Markdown.
    Markdown,
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
    /// Days of the law and of the plan as a calendar.
    Calendar,
    /// OSCAL: catalogue, profile, component, mapping and plan of action, in one archive.
    Oscal,
    /// CISO Assistant: an assessment of its own framework.
    CisoAssessment,
    /// CISO Assistant: the plan of action.
    CisoActions,
    /// CISO Assistant: a library in our own words.
    CisoLibrary,
    /// Jira: one issue for each open line.
    Jira,
    /// ServiceNow: lines for its import sets.
    ServiceNow,
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
    pub const ALL: [Self; 18] = [
        Self::Report,
        Self::Page,
        Self::Workbook,
        Self::StatementReport,
        Self::Markdown,
        Self::Json,
        Self::ChecklistCsv,
        Self::StatementCsv,
        Self::ActionsCsv,
        Self::CrosswalkCsv,
        Self::InventoryCsv,
        Self::Calendar,
        Self::Oscal,
        Self::CisoAssessment,
        Self::CisoActions,
        Self::CisoLibrary,
        Self::Jira,
        Self::ServiceNow,
    ];

    /// Stable id, what the name of its file ends with behind what it is about, and its media type.
    const fn traits(self) -> [&'static str; 3] {
        const CSV: &str = "text/csv";
        const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        const EXCEL: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        match self {
            Self::Json => ["json", ".json", "application/json"],
            Self::Workbook => ["xlsx", ".xlsx", EXCEL],
            Self::Report => ["docx", ".docx", WORD],
            Self::StatementReport => ["statement-docx", "-statement.docx", WORD],
            Self::Page => ["html", ".html", "text/html"],
            Self::Markdown => ["markdown", ".md", "text/markdown"],
            Self::ChecklistCsv => ["checklist-csv", "-checklist.csv", CSV],
            Self::StatementCsv => ["statement-csv", "-statement.csv", CSV],
            Self::CrosswalkCsv => ["crosswalk-csv", "-crosswalk.csv", CSV],
            Self::ActionsCsv => ["actions-csv", "-actions.csv", CSV],
            Self::InventoryCsv => ["inventory-csv", "-inventory.csv", CSV],
            Self::Calendar => ["ics", ".ics", "text/calendar"],
            Self::Oscal => ["oscal", "-oscal.zip", "application/zip"],
            Self::CisoAssessment => ["ciso-assessment", "-ciso-assistant.csv", CSV],
            Self::CisoActions => ["ciso-actions", "-ciso-assistant-actions.csv", CSV],
            Self::CisoLibrary => ["ciso-library", "-ciso-assistant.yaml", "application/yaml"],
            Self::Jira => ["jira", "-jira.csv", CSV],
            Self::ServiceNow => ["servicenow", "-servicenow.csv", CSV],
        }
    }

    /// Stable id.
    pub const fn id(self) -> &'static str {
        let [id, _, _] = self.traits();
        id
    }

    /// The format with an id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.id() == id)
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
        Format::Workbook => workbook(&workbook_tables(record, setting), &about(record, setting)),
        Format::Report => docx(&report(record, setting), &about(record, setting)),
        Format::StatementReport => docx(&statement_report(record, setting), &about(record, setting)),
        Format::Page => Ok(html(&board_report(record, setting)).into_bytes()),
        Format::Markdown => Ok(markdown(&report(record, setting)).into_bytes()),
        Format::ChecklistCsv => sheet(checklist_table(record, setting)),
        Format::StatementCsv => sheet(statement_table(record, setting)),
        Format::CrosswalkCsv => sheet(crosswalk_table(record, setting)),
        Format::ActionsCsv => sheet(actions_table(record, setting)),
        Format::InventoryCsv => sheet(inventory_table(&[record], setting)),
        Format::Calendar => Ok(calendar(record, setting)),
        Format::Oscal => oscal_bundle(record, setting),
        Format::CisoAssessment => Ok(ciso_assessment(record, setting)),
        Format::CisoActions => Ok(ciso_actions(record, setting)),
        Format::CisoLibrary => Ok(ciso_library(record, setting)),
        Format::Jira => Ok(jira(record, setting)),
        Format::ServiceNow => Ok(servicenow(record, setting)),
    }?;
    let [_, ending, media_type] = format.traits();
    Ok(File {
        name: [&stem(record), ending].concat(),
        media_type,
        bytes,
    })
}

/// The sheets of the workbook; those without rows are left out.
pub fn workbook_tables(record: &Record, setting: &Setting<'_>) -> Vec<Table> {
    let mut tables = vec![
        summary_table(record, setting),
        reasons_table(record, setting),
        answers_table(record, setting),
        dates_table(record, setting),
        readiness_table(record, setting),
        checklist_table(record, setting),
        statement_table(record, setting),
        steps_table(record, setting),
        actions_table(record, setting),
        crosswalk_table(record, setting),
        inventory_table(&[record], setting),
    ];
    tables.retain(|table| !table.rows.is_empty());
    tables
}

/// What office files say of themselves.
fn about(record: &Record, setting: &Setting<'_>) -> About {
    About {
        title: setting.ui("report.title"),
        subject: record.name(setting.texts).to_owned(),
        program: record.product.to_owned(),
        as_of: record.result.as_of.parse().unwrap_or(Date::EPOCH),
        continued: setting.ui("report.continued"),
    }
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
