//! Tables as a workbook, read by the crate that reads registers. `read.py` reads it with a library of its own.

use std::io::Cursor;

use aims_readiness::files::{Cell, Column, Table, workbook};
use calamine::{Data, Range, Reader, Xlsx};

use crate::archive::{is_well_formed, part, parts};
use crate::{foreign, sample};

fn written(tables: &[Table]) -> Vec<u8> {
    workbook(tables, &foreign::about()).unwrap()
}

fn sheets(bytes: &[u8]) -> Vec<(String, Range<Data>)> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    book.worksheets()
}

/// What a text is in a workbook.
fn plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let forbidden = |next: char| next < ' ' && !"\t\n".contains(next) || "\u{fffe}\u{ffff}".contains(next);
    text.chars()
        .map(|next| if forbidden(next) { '\u{fffd}' } else { next })
        .collect()
}

fn table(title: &str, rows: Vec<Vec<Cell>>) -> Table {
    let columns = rows.first().map_or(1, Vec::len);
    Table {
        id: "test",
        title: title.to_owned(),
        columns: (0..columns)
            .map(|place| Column {
                id: format!("c{place}"),
                title: format!("Column {place}"),
                width: 20,
            })
            .collect(),
        rows,
    }
}

#[test]
fn every_text_is_a_string_and_none_is_a_formula_or_a_link() {
    let table = foreign::table_of(&foreign::PAYLOADS);
    let bytes = written(std::slice::from_ref(&table));
    let (_, range) = &sheets(&bytes)[0];
    assert_eq!(range.get_size(), (1 + table.rows.len(), 2));
    for (row, cells) in table.rows.iter().zip(range.rows().skip(1)) {
        for (cell, read) in row.iter().zip(cells) {
            // The escapes of the format are read back by its readers in different ways; one text has them.
            let expected = plain(&cell.plain());
            let read = match read {
                Data::String(read) => read.replace("\r\n", "\n"),
                Data::Empty => String::new(),
                other => panic!("{other:?} is no text"),
            };
            assert!(
                read == expected || expected.contains("_x00"),
                "{read:?} is {expected:?}"
            );
        }
    }
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(!sheet.contains("<f>") && !sheet.contains("<hyperlink"));
    for (name, part) in parts(&bytes) {
        assert!(!part.contains("javascript:alert(1)\""), "{name}");
        is_well_formed(&part);
    }
}

#[test]
fn numbers_days_and_links_are_what_they_are() {
    let row = vec![
        Cell::Number(-2.5),
        Cell::Day(foreign::day()),
        Cell::Link {
            text: "=the Act".to_owned(),
            url: "https://law.example/a?b=1&c=2#d".to_owned(),
        },
        Cell::Day("1899-01-01".parse().unwrap()),
        Cell::Number(f64::NAN),
        Cell::Empty,
    ];
    let bytes = written(&[table("Types", vec![row])]);
    let (_, range) = &sheets(&bytes)[0];
    let read: Vec<&Data> = range.rows().nth(1).unwrap().iter().collect();
    assert_eq!(read[0], &Data::Float(-2.5));
    let Data::DateTime(day) = read[1] else {
        panic!("{:?} is a day", read[1]);
    };
    assert_eq!(day.to_ymd_hms_milli().0, 2026);
    assert_eq!(read[2], &Data::String("=the Act".to_owned()));
    assert_eq!(read[3], &Data::String("1899-01-01".to_owned()));
    assert_eq!(read[4], &Data::String("NaN".to_owned()));
    let links = part(&bytes, "xl/worksheets/_rels/sheet1.xml.rels");
    assert!(
        links.contains("Target=\"https://law.example/a?b=1&amp;c=2\""),
        "{links}"
    );
}

#[test]
fn a_text_too_long_for_a_cell_goes_on_below() {
    let long = "word 🙂 ".repeat(10_000);
    let row = vec![
        Cell::text("first"),
        Cell::Text(long.clone()),
        Cell::Text("x".repeat(40_000)),
    ];
    let bytes = written(&[table(
        "Long",
        vec![row, vec![Cell::text("second"), Cell::Empty, Cell::Empty]],
    )]);
    let (_, range) = &sheets(&bytes)[0];
    let column = |place: usize| {
        let cells = range.rows().skip(1).map(|row| match &row[place] {
            Data::String(text) => {
                assert!(text.encode_utf16().count() <= 32_767);
                text.trim_matches('…').to_owned()
            }
            _ => String::new(),
        });
        cells.collect::<Vec<_>>()
    };
    assert_eq!(column(1).concat(), long);
    assert_eq!(column(2).concat(), "x".repeat(40_000));
    assert_eq!(
        column(0),
        ["first", "The text above goes on here.", "", "", "second"]
    );
    let first = range.rows().nth(1).unwrap()[1].to_string();
    assert!(first.ends_with('…'), "a text that goes on says so");
}

#[test]
fn sheets_have_names_that_excel_takes() {
    let titles = [
        "Checklist",
        "checklist",
        "A: [b] * ? / \\ c",
        "'quoted'",
        "History",
        "",
        "A very long title that goes beyond what fits",
        "A very long title that goes beyond what fits too",
        "👩🏽‍💻👩🏽‍💻👩🏽‍💻👩🏽‍💻👩🏽‍💻👩🏽‍💻",
    ];
    let tables: Vec<Table> = titles.iter().map(|title| table(title, Vec::new())).collect();
    let names: Vec<String> = sheets(&written(&tables))
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    assert_eq!(
        names[..8],
        [
            "Checklist",
            "checklist 2",
            "A b c",
            "quoted",
            "test",
            "test 2",
            "A very long title that goes bey",
            "A very long title that goes b 2",
        ]
    );
    for name in &names {
        assert!(name.encode_utf16().count() <= 31, "{name}");
    }
}

#[test]
fn a_sheet_is_ready_to_read_and_to_print() {
    let bytes = written(&sample::tables());
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    for set in [
        "state=\"frozen\"",
        "<autoFilter ref=",
        "orientation=\"landscape\"",
        "<pageSetUpPr fitToPage=\"1\"/>",
        "fitToHeight=\"0\"",
        "&amp;L&amp;A&amp;R&amp;P / &amp;N",
    ] {
        assert!(sheet.contains(set), "{set}");
    }
    // As many lines as the longest text of the row takes, in a column of sixty letters.
    assert!(sheet.contains("customHeight=\"1\""));
    assert!(part(&bytes, "xl/workbook.xml").contains("_xlnm.Print_Titles"));
    assert!(part(&bytes, "docProps/core.xml").contains("2026-11-02T00:00:00Z"));
    let chart = part(&bytes, "xl/charts/chart1.xml");
    assert!(chart.contains("<c:barDir val=\"bar\"/>"));
    for (name, _) in sample::READINESS {
        assert!(chart.contains(name), "{name} is in the chart");
    }
}

#[test]
fn the_same_tables_are_the_same_bytes() {
    assert_eq!(written(&sample::tables()), written(&sample::tables()));
}

/// Two files of one second would be the same even if they said when they were made.
#[test]
fn no_moment_but_the_given_one_is_in_the_file() {
    for (name, part) in parts(&written(&sample::tables())) {
        for (at, _) in part.match_indices("T00:00:00Z") {
            assert!(part[..at].ends_with("2026-11-02"), "{name}");
        }
        let shape: String = part
            .chars()
            .map(|next| if next.is_ascii_digit() { '0' } else { next })
            .collect();
        let moments = shape.matches("0000-00-00T00:00").count();
        assert_eq!(moments, part.matches("2026-11-02T00:00").count(), "{name}");
    }
}

#[test]
fn no_table_is_an_empty_workbook() {
    assert_eq!(sheets(&written(&[])).len(), 1);
}
