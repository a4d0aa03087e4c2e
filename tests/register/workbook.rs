//! The register as a workbook: totals and lines in words, and a sheet that is read again.

use std::io::Cursor;

use aims_readiness::files::{CsvStyle, Setting, register_workbook};
use aims_readiness::record::UseCase;
use aims_readiness::register::{Entry, Evaluator, Fate, read};
use calamine::{Data, Range, Reader, Xlsx};

use crate::entries::golden;
use crate::{answering, catalog, codes, day, guessed, texts};

/// The workbook, and what the evaluator says of each use case.
pub(crate) fn written(use_cases: &[UseCase]) -> (Vec<u8>, Vec<Entry>) {
    let evaluator = Evaluator::new(catalog(), day());
    let entries: Vec<Entry> = use_cases
        .iter()
        .map(|use_case| evaluator.entry(use_case))
        .collect();
    let setting = Setting {
        catalog: catalog(),
        texts: texts(),
        language: "en",
        csv: CsvStyle::default(),
    };
    (
        register_workbook(use_cases, &entries, &setting, day()).unwrap(),
        entries,
    )
}

fn sheets(bytes: &[u8]) -> Vec<(String, Range<Data>)> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    book.worksheets()
}

/// Rows below the header as texts.
fn lines(range: &Range<Data>) -> Vec<Vec<String>> {
    let rows = range.rows().skip(1);
    rows.map(|row| row.iter().map(ToString::to_string).collect())
        .collect()
}

#[test]
fn a_register_has_totals_a_line_for_each_and_a_sheet_to_read_again() {
    let mut use_cases = golden();
    use_cases[1].archived = true;
    let (bytes, entries) = written(&use_cases);
    let sheets = sheets(&bytes);
    let names: Vec<&str> = sheets.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "All use cases at a glance",
            "By risk tier",
            "Inventory of use cases",
            "Register"
        ]
    );
    let totals = lines(&sheets[0].1);
    assert!(totals.contains(&vec![
        "In all".to_owned(),
        "Use cases, without those put aside".to_owned(),
        (use_cases.len() - 1).to_string(),
    ]));
    // The tiers come to all use cases that count.
    let by_tier = lines(&sheets[1].1);
    let sum: usize = by_tier.iter().map(|row| row[1].parse::<usize>().unwrap()).sum();
    assert_eq!(sum, use_cases.len() - 1);
    let list = lines(&sheets[2].1);
    assert_eq!(list.len(), use_cases.len());
    for (line, (use_case, entry)) in list.iter().zip(use_cases.iter().zip(&entries)) {
        assert_eq!(line[0], use_case.id);
        assert_eq!(
            line[3],
            if entry.settled() { "Yes" } else { "No" },
            "{}",
            use_case.id
        );
        assert_eq!(line[9], entry.open.to_string(), "{}", use_case.id);
        assert_eq!(line[13], if use_case.archived { "Yes" } else { "No" });
    }
    let table = read(&bytes, "register.xlsx").unwrap();
    assert_eq!(codes(&table.notes), ["other-sheets"]);
    let (again, reports) = guessed(&table);
    assert!(
        reports.iter().all(|report| report.fate == Fate::Taken),
        "{reports:?}"
    );
    assert_eq!(again, use_cases);
}

#[test]
fn what_a_cell_cannot_hold_leaves_the_sheet_out_and_says_so() {
    for text in ["x".repeat(40_000), "a\u{1}b".to_owned(), "_x0041_".to_owned()] {
        let mut use_case = answering(&[]);
        use_case.notes = text;
        let (bytes, _) = written(&[use_case]);
        let sheets = sheets(&bytes);
        assert!(sheets.iter().all(|(name, _)| name != "Register"));
        let totals = lines(&sheets[0].1);
        let said = totals.last().unwrap();
        assert_eq!(said[0], "Left out");
        assert!(said[1].contains("can be imported again"), "{said:?}");
    }
}
