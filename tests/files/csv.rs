//! Tables as CSV: everything comes through, and no cell is a formula.

use aims_readiness::export::unguarded;
use aims_readiness::files::{Cell, Column, CsvStyle, Table, csv};

use crate::foreign::PAYLOADS;

#[test]
fn no_cell_and_no_heading_is_a_formula_and_all_come_back() {
    // What a register brought along can be the name of a column.
    let table = Table {
        id: "test",
        title: String::new(),
        columns: PAYLOADS
            .iter()
            .map(|text| Column {
                id: (*text).to_owned(),
                title: String::new(),
                width: 10,
            })
            .collect(),
        rows: vec![PAYLOADS.iter().map(|text| Cell::text(*text)).collect()],
    };
    for separator in [',', ';'] {
        let bytes = csv(
            &table,
            CsvStyle {
                separator,
                mark: true,
            },
        );
        let text = std::str::from_utf8(&bytes)
            .unwrap()
            .trim_start_matches('\u{feff}');
        let mut reader = ::csv::ReaderBuilder::new()
            .has_headers(false)
            .delimiter(separator as u8)
            .from_reader(text.as_bytes());
        let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), 2);
        for row in &rows {
            assert!(
                row.iter()
                    .all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']))
            );
            let back: Vec<String> = row.iter().map(|cell| unguarded(cell.to_owned())).collect();
            assert_eq!(back, PAYLOADS);
        }
    }
}
