//! The register: many use cases in one place.
//!
//! Belongs here: reading tables of any origin, what each column means, use cases of rows and rows of use
//! cases, what each use case comes to, what all come to, and the part of them that a page shows. Does not
//! belong here: files and their names, pages, and the words of pages. Everything is made so that a page can
//! take it in steps.

mod best;
mod compare;
mod csv;
mod entry;
mod import;
mod limits;
mod mapping;
mod portfolio;
mod table;
mod view;
mod whole;
mod write;

pub use best::{Best, NextBest};
pub use compare::{Comparison, Difference, compare};
pub use csv::{CsvStyle, csv};
pub use entry::{Deadline, Entry, Evaluator, Progress, Suggested, Suggestions};
pub use import::{Fate, Importer, RowNote, RowReport};
pub use limits::{LARGEST_FILE, LARGEST_UNPACKED, MOST_CELLS, MOST_COLUMNS as MOST_TABLE_COLUMNS, MOST_ROWS};
pub use mapping::{Field, Mapping, guess};
pub use portfolio::{Portfolio, PortfolioRecord};
pub use table::{Row, Table, TextReader, read, read_paste};
pub use view::{Order, Query, Sort, select, window};
pub use whole::RegisterRecord;
pub use write::{Rows, rows};
