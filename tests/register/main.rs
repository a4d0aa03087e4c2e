//! The register: tables of any origin, what becomes of their rows, what all come to, and writing them again.
//!
//! The properties run longer with `PROPTEST_CASES=100000 cargo test --test register`.

#![cfg(feature = "files")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[cfg(feature = "cli")]
mod command_line;
mod comparing;
mod entries;
mod federal;
mod hostile;
mod imports;
mod mappings;
mod portfolios;
mod properties;
mod spreadsheets;
mod tables;
mod views;
mod workbook;
mod zip;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use aims_readiness::catalog::{Catalog, Date, Texts, builtin};
use aims_readiness::reading::Mistake;
use aims_readiness::record::UseCase;
use aims_readiness::register::{Importer, Mapping, RowReport, Table, guess};

/// The English words.
pub(crate) struct English(BTreeMap<String, String>);

impl Texts for English {
    fn text(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }
}

static ENGLISH: LazyLock<English> = LazyLock::new(|| {
    let mut texts = BTreeMap::new();
    for name in ["", ".details", ".results", ".records"] {
        let path = Path::new(env!("OUT_DIR")).join(format!("wording.en{name}.json"));
        let file = fs::read_to_string(path).unwrap();
        texts.extend(serde_json::from_str::<BTreeMap<String, String>>(&file).unwrap());
    }
    English(texts)
});

pub(crate) fn texts() -> &'static dyn Texts {
    &*ENGLISH
}

pub(crate) fn catalog() -> &'static Catalog {
    builtin()
}

pub(crate) fn day() -> Date {
    "2026-11-21".parse().unwrap()
}

/// A table of these rows, the first of them the header.
pub(crate) fn table(rows: &[&[&str]]) -> Table {
    let row = |row: &&[&str]| row.iter().map(|cell| (*cell).to_owned()).collect();
    Table {
        columns: row(&rows[0]),
        rows: rows[1..].iter().map(row).collect(),
        numbers: (2..=rows.len()).collect(),
        notes: Vec::new(),
    }
}

/// What becomes of all rows.
pub(crate) fn import(table: &Table, mapping: &Mapping) -> (Vec<UseCase>, Vec<RowReport>) {
    let mut importer = Importer::new(mapping, &table.columns, (catalog(), texts()), []);
    let rows = table.rows.iter().zip(&table.numbers);
    let (use_cases, reports): (Vec<_>, Vec<_>) =
        rows.map(|(cells, number)| importer.row(cells, *number)).unzip();
    (use_cases.into_iter().flatten().collect(), reports)
}

/// The same with the mapping that is guessed.
pub(crate) fn guessed(table: &Table) -> (Vec<UseCase>, Vec<RowReport>) {
    import(table, &guess(table, catalog(), texts()))
}

pub(crate) fn codes(mistakes: &[Mistake]) -> Vec<&str> {
    mistakes.iter().map(|mistake| mistake.code).collect()
}

/// A use case with these answers.
pub(crate) fn answering(answers: &[(&str, &[&str])]) -> UseCase {
    let values = |values: &[&str]| values.iter().map(|value| (*value).to_owned()).collect();
    UseCase {
        id: "one".to_owned(),
        name: "One".to_owned(),
        answers: answers
            .iter()
            .map(|(fact, given)| ((*fact).to_owned(), values(given)))
            .collect(),
        ..UseCase::default()
    }
}

/// The cells of CSV as a spreadsheet gets them, guards included.
pub(crate) fn raw_cells(text: &str, separator: u8) -> Vec<String> {
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    let rows = reader.records().map(Result::unwrap);
    rows.flat_map(|row| row.iter().map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

/// Whether a spreadsheet would take a cell for a formula.
pub(crate) fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r'])
}
