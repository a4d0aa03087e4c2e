//! Records as files: the same bytes in the browser and on the command line.
//!
//! Belongs here: what a file of each format says and how it is written. There are two shapes between a record
//! and a file: a [`Table`], which becomes a sheet or a CSV file, and a [`Document`], which becomes a report.
//! Formats that other tools import are written from the record itself. Does not belong here: what a record
//! says (see [`crate::record`] and [`crate::export`]), and where files go. No format writes the clock.

mod about;
mod calendar;
mod chart;
mod ciso;
mod csv;
mod days;
mod document;
mod docx;
mod foreign;
mod format;
mod html;
mod ids;
mod markdown;
mod oscal;
mod portfolio;
mod report;
mod standing;
mod table;
mod tables;
mod tickets;
mod words;
mod xlsx;

pub use self::csv::{CsvStyle, csv};
pub use about::About;
pub use calendar::calendar;
pub use ciso::{ciso_actions, ciso_assessment, ciso_library};
pub use document::{Bar, Block, Chart, Document, Run};
pub use docx::docx;
pub use format::{File, FileError, Format, Setting, make, workbook_tables};
pub use html::{html, tree};
pub use markdown::markdown;
pub use oscal::{oscal, oscal_bundle};
pub use portfolio::register_workbook;
pub use report::{board_report, report, statement_report};
pub use table::{Cell, Column, Table};
pub use tables::{
    actions_table, answers_table, checklist_table, crosswalk_table, dates_table, inventory_table,
    readiness_table, reasons_table, statement_table, steps_table, summary_table,
};
pub use tickets::{jira, servicenow};
pub use words::spelled_date;
pub use xlsx::workbook;
