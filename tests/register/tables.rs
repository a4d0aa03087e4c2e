//! Tables as text: encodings, delimiters, quotes, ragged rows.

use aims_readiness::register::{
    LARGEST_FILE, MOST_ROWS, MOST_TABLE_COLUMNS, Table, TextReader, read, read_paste,
};

use crate::codes;

fn of(text: &str) -> Table {
    read(text.as_bytes(), "register.csv").unwrap()
}

#[test]
fn delimiters_are_found_by_the_rows_that_fit_them() {
    for (text, columns) in [
        ("id,name\n1,Chat\n2,Scan", &["id", "name"][..]),
        ("id;name\n1;Chat, quickly\n2;Scan, slowly", &["id", "name"]),
        ("id\tname\n1\tChat; a\n2\tScan; b", &["id", "name"]),
        ("id|name\n1|Chat\n2|Scan", &["id", "name"]),
        ("id;name, short\n1;a\n2;b", &["id", "name, short"]),
        ("\"id\";\"a,b,c,d\"\n\"1\";\"2\"", &["id", "a,b,c,d"]),
        ("sep=|\nid|a;b\n1|2", &["id", "a;b"]),
        ("sep=;\r\nid;name\r\n1;2", &["id", "name"]),
        ("name\nAnna, Ben and Cem\nDoris", &["name"]),
    ] {
        assert_eq!(of(text).columns, columns, "{text}");
    }
    let one = of("name\nAnna, Ben and Cem\nDoris");
    assert_eq!(one.rows, [["Anna, Ben and Cem"], ["Doris"]]);
}

#[test]
fn encodings_are_found_by_mark_then_by_sense() {
    let text = "id;name\n1;Prüfung für Café – 5 €";
    let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(text);
    let mut marked = vec![0xef, 0xbb, 0xbf];
    marked.extend(text.as_bytes());
    let little: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let big: Vec<u8> = [0xfe, 0xff]
        .into_iter()
        .chain(text.encode_utf16().flat_map(u16::to_be_bytes))
        .collect();
    for (bytes, notes) in [
        (text.as_bytes(), &[][..]),
        (&marked, &[]),
        (&little, &[]),
        (&big, &[]),
        (&windows, &["windows-1252"]),
    ] {
        let table = read(bytes, "").unwrap();
        assert_eq!(table.rows, [["1", "Prüfung für Café – 5 €"]]);
        assert_eq!(codes(&table.notes), notes);
    }
    let damaged = [0xff, 0xfe, b'a', 0, 0, 0xd8, b'b', 0];
    assert_eq!(codes(&read(&damaged, "").unwrap().notes), ["bad-encoding"]);
}

#[test]
fn quotes_hold_breaks_delimiters_and_quotes() {
    let table = of("id,name\r\n1,\"two\r\nlines, \"\"quoted\"\"\"\r\n2,plain \"inside\" it\r\n");
    assert_eq!(
        table.rows,
        [["1", "two\r\nlines, \"quoted\""], ["2", "plain \"inside\" it"]]
    );
    assert_eq!(table.numbers, [2, 3]);
    assert_eq!(codes(&table.notes), [""; 0]);
}

#[test]
fn a_quote_that_is_not_closed_is_told() {
    let table = of("id,name\n1,\"open\n2,b\n3,c\n");
    assert_eq!(table.rows, [["1", "open\n2,b\n3,c\n"]]);
    assert_eq!(codes(&table.notes), ["open-quote"]);
    assert!(
        table.notes[0].message.contains("row 2"),
        "{}",
        table.notes[0].message
    );
}

#[test]
fn ragged_rows_lose_nothing() {
    let table = of("id,name\n1\n2,b,extra,,more\n3,c\n");
    assert_eq!(table.columns, ["id", "name", "column 3", "column 4", "column 5"]);
    assert_eq!(table.rows[0], ["1", "", "", "", ""]);
    assert_eq!(table.rows[1], ["2", "b", "extra", "", "more"]);
    assert_eq!(table.rows[2], ["3", "c", "", "", ""]);
    let notes = codes(&table.notes);
    assert!(
        notes.contains(&"short-rows") && notes.contains(&"long-rows"),
        "{notes:?}"
    );
    let short = table.notes.iter().find(|note| note.code == "short-rows").unwrap();
    assert!(short.message.contains("(2"), "{}", short.message);
}

#[test]
fn headers_are_named_and_told_apart() {
    let table = of("name,,name,name (2),,\n1,2,3,4,5,\n");
    assert_eq!(
        table.columns,
        ["name", "column 2", "name (2)", "name (2) (2)", "column 5"]
    );
    assert_eq!(table.rows, [["1", "2", "3", "4", "5"]]);
    assert_eq!(
        codes(&table.notes),
        ["unnamed-columns", "double-columns", "long-rows"]
    );
}

#[test]
fn empty_rows_are_counted_and_numbers_stay_those_of_the_file() {
    for text in [
        "\n\nid,name\n\n1,a\n,\n\n\n2,b\n\n",
        "\r\n\r\nid,name\r\n\r\n1,a\r\n,\r\n\r\n\r\n2,b\r\n\r\n",
    ] {
        let table = of(text);
        assert_eq!(table.rows, [["1", "a"], ["2", "b"]]);
        assert_eq!(table.numbers, [5, 9], "{text:?}");
        assert_eq!(codes(&table.notes), ["empty-rows"]);
        assert!(
            table.notes[0].message.starts_with("4 "),
            "{}",
            table.notes[0].message
        );
    }
}

#[test]
fn control_characters_are_text() {
    let table = of("id,name\n1,a\0b\u{1}\u{202e}c\u{feff}\n");
    assert_eq!(table.rows, [["1", "a\0b\u{1}\u{202e}c\u{feff}"]]);
}

#[test]
fn a_guarded_cell_is_read_without_its_guard() {
    let table = of("name,x\n'=1+1,''=1\n'quoted',it's\n'-5,'\n");
    assert_eq!(table.rows, [["=1+1", "'=1"], ["'quoted'", "it's"], ["-5", "'"]]);
}

#[test]
fn what_is_on_the_clipboard_is_a_table() {
    let table = read_paste("Name\tPurpose\nChat\t\"answers,\nquickly\"\nScan\treads; \"fast\"\n").unwrap();
    assert_eq!(table.columns, ["Name", "Purpose"]);
    assert_eq!(
        table.rows,
        [["Chat", "answers,\nquickly"], ["Scan", "reads; \"fast\""]]
    );
    assert_eq!(
        read_paste("Name;Purpose\nChat;x").unwrap().columns,
        ["Name", "Purpose"]
    );
    assert_eq!(read_paste("").unwrap(), Table::default());
}

#[test]
fn steps_give_the_same_rows_as_one_go() {
    let mut text = "id,name\n".to_owned();
    for number in 0..250 {
        text.push_str(&format!("{number},\"line\nof {number}\"\n"));
    }
    let whole = of(&text);
    let mut reader = TextReader::new(text.as_bytes()).unwrap();
    let mut rows = Vec::new();
    let mut progress = 0.0;
    loop {
        let step = reader.next_rows(60).unwrap();
        if step.is_empty() {
            break;
        }
        assert!(step.len() <= 60 && reader.progress() > progress);
        progress = reader.progress();
        rows.extend(step);
    }
    assert_eq!(rows.len(), 250);
    assert!(
        rows.iter()
            .zip(&whole.rows)
            .all(|(one, other)| one.cells == *other)
    );
    assert!(
        rows.iter()
            .zip(&whole.numbers)
            .all(|(one, other)| one.number == *other)
    );
    assert_eq!(reader.finish(), (whole.columns, whole.notes));
}

#[test]
fn what_is_too_much_is_refused() {
    let refused = |bytes: &[u8]| codes(&read(bytes, "").unwrap_err())[0].to_owned();
    assert_eq!(refused(&vec![b'a'; LARGEST_FILE + 1]), "too-large");
    let rows = |count: usize| ["id\n".to_owned(), "1\n".repeat(count)].concat();
    assert_eq!(
        read(rows(MOST_ROWS).as_bytes(), "").unwrap().rows.len(),
        MOST_ROWS
    );
    assert_eq!(refused(rows(MOST_ROWS + 1).as_bytes()), "too-many-rows");
    let columns = |count: usize| vec!["a"; count].join(",");
    assert_eq!(
        read(columns(MOST_TABLE_COLUMNS).as_bytes(), "")
            .unwrap()
            .columns
            .len(),
        MOST_TABLE_COLUMNS
    );
    assert_eq!(
        refused(columns(MOST_TABLE_COLUMNS + 1).as_bytes()),
        "too-many-columns"
    );
    assert_eq!(
        refused([columns(2), "\n".to_owned(), columns(501)].concat().as_bytes()),
        "too-many-columns"
    );
    let wide = [
        columns(400),
        "\n".to_owned(),
        [columns(400), "\n".to_owned()].concat().repeat(25_001),
    ]
    .concat();
    assert_eq!(refused(wide.as_bytes()), "too-many-cells");
}

#[test]
fn what_is_no_table_is_refused_with_what_helps() {
    for (bytes, code) in [
        (&b""[..], "empty-table"),
        (b"\n\n,,\n", "empty-table"),
        (b"%PDF-1.7", "not-a-table"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old-spreadsheet"),
        (b"PK\x03\x04", "damaged"),
    ] {
        let mistakes = read(bytes, "x").unwrap_err();
        assert_eq!(codes(&mistakes), [code]);
        assert!(!mistakes[0].hint.is_empty());
    }
    assert_eq!(
        codes(&read(b"id,name\n1,2", "x.XLSX").unwrap().notes),
        ["not-a-spreadsheet"]
    );
}
