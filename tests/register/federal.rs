//! A real register: 2,133 use cases of federal agencies (see `data/README.md`).

use std::fs;
use std::path::Path;

use aims_readiness::register::{Evaluator, Fate, Table, csv, guess, read, rows};

use crate::{catalog, day, guessed, import, texts};

fn federal() -> Table {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/register/data/register_us_federal_2024.csv");
    read(&fs::read(path).unwrap(), "register.csv").unwrap()
}

#[test]
fn every_row_is_taken_and_every_cell_is_kept() {
    let table = federal();
    assert_eq!((table.rows.len(), table.columns.len()), (2133, 13));
    assert!(table.notes.is_empty(), "{:?}", table.notes);
    let mapping = guess(&table, catalog(), texts());
    let fields: Vec<String> = mapping.columns.iter().map(|column| column.field.text()).collect();
    assert_eq!(
        fields.join(" "),
        "keep id keep keep name keep keep keep description description keep keep keep"
    );
    let (use_cases, reports) = import(&table, &mapping);
    assert_eq!(use_cases.len(), 2133);
    assert!(reports.iter().all(|report| report.fate == Fate::Taken));
    for (case, row) in use_cases.iter().zip(&table.rows) {
        assert_eq!((&case.id, &case.name), (&row[1], &row[4]));
        assert!(case.description.contains(&row[8]) && case.description.contains(&row[9]));
        let kept =
            [0, 2, 3, 5, 6, 7, 10, 11, 12].map(|place| (table.columns[place].clone(), row[place].clone()));
        assert!(kept.iter().filter(|(_, cell)| !cell.is_empty()).eq(&case.columns));
        assert!(case.answers.is_empty(), "nothing in it is an answer");
    }
}

#[test]
fn it_is_written_and_read_the_same() {
    let (use_cases, _) = guessed(&federal());
    let evaluator = Evaluator::new(catalog(), day());
    let entries: Vec<_> = use_cases
        .iter()
        .map(|use_case| evaluator.entry(use_case))
        .collect();
    let written = rows(&use_cases, &entries, catalog());
    let text = csv(
        &written.header,
        written.rows.iter().map(Vec::as_slice),
        Default::default(),
    );
    let again = read(text.as_bytes(), "").unwrap();
    assert_eq!(guessed(&again).0, use_cases);
}
