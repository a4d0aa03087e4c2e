//! Records as files: the same bytes in the browser and on the command line.
//!
//! Belongs here: what a file of each format says and how it is written. There are two shapes between a record
//! and a file: a [`Table`], which becomes a sheet or a CSV file, and a [`Document`], which becomes a report.
//! Formats that other tools import are written from the record itself. Does not belong here: what a record
//! says (see [`crate::record`] and [`crate::export`]), and where files go. No format writes the clock.

mod about;
mod chart;
mod csv;
mod document;
mod docx;
mod foreign;
mod format;
mod report;
mod html;
mod markdown;
mod table;
mod tables;
mod words;
mod xlsx;

pub use self::csv::{CsvStyle, csv};
pub use about::About;
pub use document::{Bar, Block, Chart, Document, Run};
pub use docx::docx;
pub use format::{File, FileError, Format, Setting, make};
pub use report::{report, statement_report};
pub use table::{Cell, Column, Table};
pub use tables::{
    actions_table, answers_table, checklist_table, crosswalk_table, dates_table, inventory_table,
    readiness_table, reasons_table, statement_table, steps_table, summary_table,
};
pub use words::spelled_date;
pub use html::{html, tree};
pub use markdown::markdown;
pub use table::{Cell, Column, Table};
pub use xlsx::workbook;
