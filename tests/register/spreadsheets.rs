//! Spreadsheets: sheets, kinds of cells, and files that hold more than they say.

use aims_readiness::register::read;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

use crate::codes;
use crate::zip::{Part, ods, zip};

#[test]
fn what_is_wrong_with_a_sheet_that_is_not_read_stops_nothing() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Register").unwrap();
    sheet.write_string(0, 0, "Name").unwrap();
    sheet.write_string(1, 0, "Alpha").unwrap();
    let wide = book.add_worksheet().set_name("Wide").unwrap();
    for column in 0..600 {
        wide.write_string(0, column, "x").unwrap();
    }
    let table = read(&book.save_to_buffer().unwrap(), "x.xlsx").unwrap();
    assert_eq!(table.rows, [["Alpha"]]);
    assert_eq!(codes(&table.notes), ["other-sheets"]);
    // Of the sheet that is read it is told.
    let mut book = Workbook::new();
    let wide = book.add_worksheet();
    for column in 0..600 {
        wide.write_string(0, column, "x").unwrap();
    }
    let refused = read(&book.save_to_buffer().unwrap(), "x.xlsx").unwrap_err();
    assert_eq!(codes(&refused), ["too-many-columns"]);
}

#[test]
fn cells_of_excel_become_texts() {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Cover").unwrap();
    let sheet = book.add_worksheet().set_name("Register").unwrap();
    for (column, name) in ["Name", "Number", "Share", "Day", "Time", "Yes", "Sum"]
        .into_iter()
        .enumerate()
    {
        sheet.write_string(2, column as u16, name).unwrap();
    }
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let time = Format::new().set_num_format("yyyy-mm-dd hh:mm");
    sheet.write_string(3, 0, "=HYPERLINK(\"x\")\nline two").unwrap();
    sheet.write_number(3, 1, 1200).unwrap();
    sheet.write_number(3, 2, 0.25).unwrap();
    let moment = |text: &str| ExcelDateTime::parse_from_str(text).unwrap();
    sheet
        .write_datetime_with_format(3, 3, moment("2027-12-02"), &day)
        .unwrap();
    sheet
        .write_datetime_with_format(3, 4, moment("2027-12-02T09:30"), &time)
        .unwrap();
    sheet.write_boolean(3, 5, true).unwrap();
    sheet
        .write_formula(3, 6, Formula::new("=1/0").set_result("#DIV/0!"))
        .unwrap();
    sheet.write_string(6, 0, "Far below").unwrap();
    book.add_worksheet()
        .set_name("Lists")
        .unwrap()
        .write_string(0, 0, "x")
        .unwrap();
    let table = read(&book.save_to_buffer().unwrap(), "register.xlsx").unwrap();
    assert_eq!(
        table.columns,
        ["Name", "Number", "Share", "Day", "Time", "Yes", "Sum"]
    );
    let expected = [
        "=HYPERLINK(\"x\")\nline two",
        "1200",
        "0.25",
        "2027-12-02",
        "2027-12-02 09:30:00",
        "true",
        "#DIV/0!",
    ];
    assert_eq!(table.rows[0], expected);
    assert_eq!(table.rows[1][0], "Far below");
    assert_eq!(table.numbers, [4, 7]);
    assert_eq!(codes(&table.notes), ["empty-rows", "other-sheets"]);
    assert!(
        table.notes[1].message.contains("Cover, Lists"),
        "{}",
        table.notes[1].message
    );
}

#[test]
fn two_far_cells_are_no_large_table() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_string(0, 0, "Name").unwrap();
    sheet.write_string(1_048_575, 0, "last").unwrap();
    let table = read(&book.save_to_buffer().unwrap(), "").unwrap();
    assert_eq!((table.rows.len(), table.numbers[0]), (1, 1_048_576));
    book.worksheet_from_index(0)
        .unwrap()
        .write_string(0, 16_383, "far")
        .unwrap();
    assert_eq!(
        codes(&read(&book.save_to_buffer().unwrap(), "").unwrap_err()),
        ["too-many-columns"]
    );
}

#[test]
fn an_empty_spreadsheet_is_refused() {
    let mut book = Workbook::new();
    book.add_worksheet();
    assert_eq!(
        codes(&read(&book.save_to_buffer().unwrap(), "").unwrap_err()),
        ["empty-table"]
    );
}

fn cell(text: &str) -> String {
    format!(r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#)
}

fn row(repeated: usize, cells: &[String]) -> String {
    format!(
        r#"<table:table-row table:number-rows-repeated="{repeated}">{}</table:table-row>"#,
        cells.concat()
    )
}

#[test]
fn opendocument_is_read_too() {
    let day = r#"<table:table-cell office:value-type="date" office:date-value="2027-12-02"><text:p>2.12.27</text:p></table:table-cell>"#;
    let number = r#"<table:table-cell office:value-type="float" office:value="3"><text:p>3</text:p></table:table-cell>"#;
    let empty = r#"<table:table-cell table:number-columns-repeated="16000"/>"#.to_owned();
    let rows = [
        row(1, &[cell("Name"), cell("Day"), cell("Number"), empty.clone()]),
        row(
            2,
            &[
                cell("Chat &amp; scan"),
                day.to_owned(),
                number.to_owned(),
                empty.clone(),
            ],
        ),
        row(1_048_573, &[empty]),
    ];
    let table = read(&ods(&rows.concat()), "register.ods").unwrap();
    assert_eq!(table.columns, ["Name", "Day", "Number"]);
    assert_eq!(
        table.rows,
        [
            ["Chat & scan", "2027-12-02", "3"],
            ["Chat & scan", "2027-12-02", "3"]
        ]
    );
    assert_eq!(table.numbers, [2, 3]);
}

#[test]
fn repeated_rows_cannot_fill_the_memory() {
    let wide: Vec<String> = (0..100).map(|number| cell(&number.to_string())).collect();
    let bomb = [row(1, &[cell("Name")]), row(1_000_000, &wide)];
    assert_eq!(
        codes(&read(&ods(&bomb.concat()), "").unwrap_err()),
        ["too-many-rows"]
    );
    let gap = [row(1, &[cell("Name")]), row(1_000_000, &[]), row(1, &wide)];
    assert_eq!(
        codes(&read(&ods(&gap.concat()), "").unwrap_err()),
        ["too-many-rows"]
    );
    let odd = row(1, &[cell("Name")]).replace("\"1\"", "\"&#49;000000\"");
    assert_eq!(codes(&read(&ods(&odd), "").unwrap_err()), ["damaged"]);
}

#[test]
fn a_packed_file_cannot_hold_more_than_it_says() {
    let zeros = vec![b'0'; 5_000_000];
    let lies = Part {
        name: "xl/workbook.xml",
        content: &zeros,
        says: Some(1_000),
    };
    assert_eq!(codes(&read(&zip(&[lies]), "").unwrap_err()), ["damaged"]);
    let says = Part {
        name: "xl/workbook.xml",
        content: b"x",
        says: Some(500_000_000),
    };
    assert_eq!(
        codes(&read(&zip(&[says]), "").unwrap_err()),
        ["unpacks-too-large"]
    );
    let other = Part {
        name: "letter.docx.txt",
        content: b"x",
        says: None,
    };
    assert_eq!(codes(&read(&zip(&[other]), "").unwrap_err()), ["not-a-table"]);
}

#[test]
fn a_number_of_texts_that_cannot_be_is_refused() {
    for count in ["99999999999", "18446744073709551615", "many"] {
        let strings = format!(r#"<sst count="1" uniqueCount="{count}"><si><t>x</t></si></sst>"#);
        let part = Part {
            name: "xl/sharedStrings.xml",
            content: strings.as_bytes(),
            says: None,
        };
        assert_eq!(
            codes(&read(&zip(&[part]), "").unwrap_err()),
            ["damaged"],
            "{count}"
        );
    }
}
