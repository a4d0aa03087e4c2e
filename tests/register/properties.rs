//! What holds for any bytes, any table and any register.

use std::collections::{BTreeMap, BTreeSet};

use aims_readiness::catalog::FactKind;
use aims_readiness::engine::{Status, Work};
use aims_readiness::reading::Value;
use aims_readiness::record::{UseCase, WorkRecord, open};
use aims_readiness::register::{
    CsvStyle, Entry, Evaluator, Fate, Field, Mapping, RegisterRecord, Table, TextReader, csv, guess, read,
    read_paste, rows,
};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use crate::workbook;
use crate::zip::{Part, ods, zip};
use crate::{catalog, day, import, is_formula, raw_cells, texts};

/// As many cases as `PROPTEST_CASES` says, and no file of those that failed: the seed is printed.
fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Texts as people and attackers write them.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-zA-Z0-9 äß€]{0,12}",
        2 => "[\"',;|\t\r\n=+@' \\\\-]{0,6}",
        1 => "\\PC{0,8}",
        1 => any::<String>(),
        1 => select(vec![
            "=HYPERLINK(\"https://x.example\")", "'=1", "''=1", "@SUM(A1)", "-5", "<script>alert(1)</script>",
            "javascript:alert(1)", "__proto__", "a\u{202e}b", "yes", "no", "unknown", "none", "2027-12-02",
            "1", "kept: x", "kept 2: x", "x (2)", "id", "tier", "\u{feff}",
        ]).prop_map(str::to_owned),
    ]
}

fn seen() -> impl Strategy<Value = String> {
    text().prop_filter("not blank", |text| !text.trim().is_empty())
}

fn heading() -> impl Strategy<Value = String> {
    let facts: Vec<String> = catalog().facts.iter().map(|fact| fact.id.to_owned()).collect();
    let usual = [
        "ID",
        "Name",
        "Purpose",
        "Outputs",
        "Tags",
        "Notes",
        "Archived",
        "Plan start",
        "Assessor",
    ];
    prop_oneof![text(), select(facts), select(usual.map(str::to_owned).to_vec())]
}

fn any_table() -> impl Strategy<Value = Vec<Vec<String>>> {
    (vec(heading(), 0..8), vec(vec(text(), 0..9), 0..6)).prop_map(|(header, mut rows)| {
        rows.insert(0, header);
        rows
    })
}

/// All cells of a row that a use case or a report has to tell of.
fn filled(cells: &[String]) -> impl Iterator<Item = (usize, &String)> {
    cells
        .iter()
        .enumerate()
        .filter(|(_, cell)| !cell.trim().is_empty())
}

/// The pieces of a cell of tags, parted at every sign that could part them, unless a backslash is before it.
fn pieces(cell: &str) -> impl Iterator<Item = String> {
    let mut pieces = vec![String::new()];
    let mut signs = cell.chars();
    while let Some(sign) = signs.next() {
        let escaped = sign == '\\';
        match if escaped { signs.next() } else { Some(sign) } {
            Some(sign) if !escaped && "|;,\n\r".contains(sign) => pieces.push(String::new()),
            Some(sign) if sign != '\\' => pieces.last_mut().unwrap().push(sign),
            _ => {}
        }
    }
    let pieces = pieces.into_iter().map(|piece| piece.trim().to_owned());
    pieces.filter(|piece| !piece.is_empty())
}

/// Whether a cell of a column is in the use case, as what its column is read as or kept.
fn is_in(case: &UseCase, name: &str, field: &Field, cell: &str) -> bool {
    let kept = case
        .columns
        .iter()
        .any(|(known, text)| known == name && text == cell);
    // Whatever parts tags: each piece between what could part them is in one of them.
    let tags =
        || pieces(cell).all(|piece| case.tags.iter().any(|tag| tag.replace('\\', "").contains(&piece)));
    kept || match field {
        Field::Id => case.id == cell,
        Field::Name => case.name == cell,
        Field::Description => case.description.contains(cell),
        Field::Notes => case.notes.contains(cell),
        Field::Assessor => case.assessor == cell,
        Field::Tags => tags(),
        Field::Archived => true,
        Field::PlanStart => case.plan_start.is_some(),
        Field::Work => !case.work.is_empty(),
        Field::Answer(fact) => case.answers.contains_key(fact),
        Field::Keep => false,
        Field::Ignore => true,
    }
}

/// Nothing of a table is lost.
fn check_rows(table: &Table, mapping: &Mapping) -> Result<(), TestCaseError> {
    let (use_cases, reports) = import(table, mapping);
    prop_assert_eq!(reports.len(), table.rows.len());
    let mut taken = use_cases.iter();
    for ((cells, number), report) in table.rows.iter().zip(&table.numbers).zip(&reports) {
        prop_assert_eq!(report.row, *number);
        if report.fate == Fate::Refused {
            prop_assert!(!report.notes.is_empty());
            let told: Vec<&String> = report.cells.iter().map(|(_, cell)| cell).collect();
            let all: Vec<&String> = filled(cells).map(|(_, cell)| cell).collect();
            prop_assert_eq!(told, all);
            continue;
        }
        let case = taken.next().unwrap();
        prop_assert_eq!(report.fate == Fate::Noted, !report.notes.is_empty());
        for (place, cell) in filled(cells) {
            let name = &table.columns[place];
            let field = mapping.field(name).unwrap();
            prop_assert!(
                is_in(case, name, field, cell),
                "{:?} of {} is lost: {:?}",
                cell,
                name,
                case
            );
        }
    }
    prop_assert!(taken.next().is_none());
    // What was taken can be opened again, the same.
    let json = serde_json::to_string(&RegisterRecord::of(&use_cases)).unwrap();
    let opened = open(&serde_json::from_str::<Value>(&json).unwrap(), catalog());
    let opened = opened.map_err(|mistakes| TestCaseError::fail(format!("{mistakes:?}")))?;
    prop_assert!(opened.cases.iter().all(|case| case.left_out.is_empty()));
    prop_assert!(opened.cases.iter().map(|case| &case.use_case).eq(&use_cases));
    Ok(())
}

fn check_bytes(bytes: &[u8]) -> Result<(), TestCaseError> {
    match read(bytes, "x.csv") {
        Err(mistakes) => prop_assert!(!mistakes.is_empty()),
        Ok(table) => {
            prop_assert_eq!(table.rows.len(), table.numbers.len());
            prop_assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
            prop_assert!(table.numbers.windows(2).all(|pair| pair[0] < pair[1]));
            let mut names = table.columns.clone();
            names.sort_unstable();
            names.dedup();
            prop_assert_eq!(names.len(), table.columns.len());
            check_rows(&table, &guess(&table, catalog(), texts()))?;
        }
    }
    Ok(())
}

/// A file of a spreadsheet, or something near to one.
fn packed() -> impl Strategy<Value = Vec<u8>> {
    let sheet = "(<(row|c|v|is|t)( r=\"[A-Z]{1,3}[0-9]{1,7}\"| t=\"(s|n|b|e|str|inlineStr|d)\"| s=\"[0-9]{1,3}\"){0,3}>|[0-9]{0,9}|</(row|c|v|is|t)>){0,40}";
    let rows = "(<table:table-row( table:number-rows-repeated=\"[0-9]{1,4}\")?>|<table:table-cell( table:number-columns-repeated=\"[0-9]{1,4}\")?( office:value-type=\"(string|float|date|boolean)\")?( office:value=\"[0-9.]{0,4}\")?/?>|<text:p>|[a-z]{0,3}|</text:p>|</table:table-cell>|</table:table-row>){0,40}";
    let xlsx = sheet.prop_map(|sheet| {
        let sheet = format!("<worksheet><sheetData>{sheet}</sheetData></worksheet>");
        let part = |name, content| Part { name, content, says: None };
        zip(&[
            part("[Content_Types].xml", &b"<Types/>"[..]),
            part("xl/workbook.xml", br#"<workbook xmlns:r="x"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>"#),
            part("xl/_rels/workbook.xml.rels", br#"<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#),
            part("xl/sharedStrings.xml", b"<sst uniqueCount=\"1\"><si><t>x</t></si></sst>"),
            part("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ])
    });
    prop_oneof![xlsx, rows.prop_map(|rows| ods(&rows))]
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in vec(any::<u8>(), 0..400)) {
        check_bytes(&bytes)?;
    }

    #[test]
    fn any_text_is_read_or_refused(parts in vec(prop_oneof![text(), select(vec![",", ";", "\n", "\r\n", "\"", "\t"]).prop_map(str::to_owned)], 0..60)) {
        let text = parts.concat();
        check_bytes(text.as_bytes())?;
        let _ = read_paste(&text);
    }

    #[test]
    fn any_package_is_read_or_refused(mut file in packed(), changes in vec((any::<prop::sample::Index>(), any::<u8>()), 0..4)) {
        check_bytes(&file)?;
        for (place, byte) in changes {
            *place.get_mut(file.as_mut_slice()) = byte;
        }
        check_bytes(&file)?;
    }

    #[test]
    fn steps_give_what_one_go_gives(rows in any_table(), step in 1_usize..4) {
        let text = csv(&rows[0], rows[1..].iter().map(Vec::as_slice), CsvStyle::default());
        let Ok(whole) = read(text.as_bytes(), "") else { return Ok(()); };
        let mut reader = TextReader::new(text.as_bytes()).unwrap();
        let mut found = Vec::new();
        loop {
            let rows = reader.next_rows(step).unwrap();
            if rows.is_empty() { break; }
            found.extend(rows);
        }
        let (columns, notes) = reader.finish();
        for row in &mut found {
            row.cells.resize(columns.len(), String::new());
        }
        prop_assert!(found.iter().map(|row| &row.cells).eq(&whole.rows));
        prop_assert_eq!((columns, notes), (whole.columns, whole.notes));
    }

    #[test]
    fn no_cell_is_lost_under_any_mapping(rows in any_table(), picks in vec(0_usize..40, 9)) {
        let text = csv(&rows[0], rows[1..].iter().map(Vec::as_slice), CsvStyle::default());
        let Ok(table) = read(text.as_bytes(), "") else { return Ok(()); };
        let mut mapping = guess(&table, catalog(), texts());
        check_rows(&table, &mapping)?;
        let fields = ["id", "name", "description", "tags", "notes", "assessor", "archived", "plan_start", "work", "keep", "ignore"];
        for (name, pick) in table.columns.iter().zip(picks) {
            let field = fields.get(pick).copied().or_else(|| catalog().facts.get(pick).map(|fact| fact.id));
            mapping.set(name, Field::of_text(field.unwrap_or("keep"), catalog()).unwrap());
        }
        check_rows(&table, &mapping)?;
        let kept: Value = serde_json::from_str(&serde_json::to_string(&mapping).unwrap()).unwrap();
        prop_assert_eq!(Mapping::of_value(&kept, catalog()), Ok(mapping));
    }

    #[test]
    fn csv_is_read_back_as_it_was(rows in vec(vec(seen(), 3), 1..6), semicolon in any::<bool>(), bom in any::<bool>()) {
        let style = CsvStyle { separator: if semicolon { b';' } else { b',' }, bom };
        let text = csv(&rows[0], rows[1..].iter().map(Vec::as_slice), style);
        let table = read(text.as_bytes(), "").unwrap();
        prop_assert_eq!(&table.rows, &rows[1..]);
        for cell in raw_cells(&text, style.separator) {
            prop_assert!(!is_formula(&cell), "{}", cell);
        }
    }

    #[test]
    fn a_register_is_written_and_read_the_same(use_cases in register(), semicolon in any::<bool>()) {
        let evaluator = Evaluator::new(catalog(), day());
        let entries: Vec<Entry> = use_cases.iter().map(|use_case| evaluator.entry(use_case)).collect();
        let written = rows(&use_cases, &entries, catalog());
        let style = CsvStyle { separator: if semicolon { b';' } else { b',' }, bom: true };
        let text = csv(&written.header, written.rows.iter().map(Vec::as_slice), style);
        let table = read(text.as_bytes(), "register.csv").unwrap();
        prop_assert_eq!(&table.columns, &written.header);
        let (again, reports) = import(&table, &guess(&table, catalog(), texts()));
        prop_assert!(reports.iter().all(|report| report.fate == Fate::Taken), "{:?}", reports);
        prop_assert_eq!(again, use_cases);
    }

    #[test]
    fn a_workbook_is_read_the_same_or_says_that_it_cannot_be(use_cases in register()) {
        let evaluator = Evaluator::new(catalog(), day());
        let entries: Vec<Entry> = use_cases.iter().map(|use_case| evaluator.entry(use_case)).collect();
        let expected = rows(&use_cases, &entries, catalog());
        let table = read(&workbook::written(&use_cases).0, "register.xlsx").unwrap();
        let cells = expected.header.iter().chain(expected.rows.iter().flatten());
        // What XML cannot hold, and what is an escape in a workbook.
        let odd = |text: &String| text.contains("_x") || text.contains(|sign: char| sign < ' ' && !"\t\r\n".contains(sign) || "\u{fffe}\u{ffff}".contains(sign));
        // Spreadsheets have one kind of line end.
        let ends = |text: &String| text.replace("\r\n", "\n").replace('\r', "\n");
        let names: BTreeSet<String> = expected.header.iter().map(ends).collect();
        if use_cases.is_empty() || cells.clone().any(odd) || names.len() < expected.header.len() {
            prop_assert!(!table.columns.iter().any(|name| name == "plan_start"), "{:?}", table.columns);
            return Ok(());
        }
        prop_assert_eq!(&table.columns, &expected.header.iter().map(ends).collect::<Vec<_>>());
        let rows: Vec<Vec<String>> = expected.rows.iter().map(|row| row.iter().map(ends).collect()).collect();
        prop_assert_eq!(&table.rows, &rows);
    }
}

/// Answers as they are kept.
fn answers() -> impl Strategy<Value = BTreeMap<String, Vec<String>>> {
    let facts: Vec<usize> = (0..catalog().facts.len()).collect();
    let answer = select(facts).prop_flat_map(|fact| {
        let fact = &catalog().facts[fact];
        let values: Vec<String> = fact.values.iter().map(|value| (*value).to_owned()).collect();
        let count = if fact.kind == FactKind::Many {
            0..=values.len()
        } else {
            1..=1
        };
        let given = prop_oneof![5 => subsequence(values, count), 1 => Just(vec!["unknown".to_owned()])];
        (Just(fact.id.to_owned()), given)
    });
    vec(answer, 0..6).prop_map(|answers| answers.into_iter().collect())
}

fn work() -> impl Strategy<Value = BTreeMap<String, WorkRecord>> {
    let items: Vec<String> = catalog().items.iter().map(|item| item.id.to_owned()).collect();
    let record =
        (select(Status::ALL.to_vec()), text(), any::<bool>()).prop_map(|(status, note, documented)| {
            WorkRecord(Work {
                status,
                note,
                documented,
                ..Work::default()
            })
        });
    btree_map(select(items), record, 0..3)
}

/// Use cases with different ids, and columns in the order of one register.
fn register() -> impl Strategy<Value = Vec<UseCase>> {
    // Each name once, as the columns of a table are: else use cases could contradict each other in their order.
    let columns = vec(text(), 0..5).prop_map(|mut columns| {
        let mut seen = BTreeSet::new();
        columns.retain(|name| seen.insert(name.clone()));
        columns
    });
    let case = (
        seen(),
        text(),
        vec("[a-z|;,\\\\]{0,3}[a-zß]", 0..3),
        text(),
        text(),
        any::<bool>(),
        answers(),
        work(),
    );
    let cells = vec(vec(text(), 5), 0..5);
    (columns, vec(case, 0..5), cells).prop_map(|(columns, cases, cells)| {
        let rows = cells.into_iter().chain(std::iter::repeat(Vec::new()));
        let mut ids = 0;
        cases
            .into_iter()
            .zip(rows)
            .map(
                |((name, description, mut tags, notes, assessor, archived, answers, work), cells)| {
                    ids += 1;
                    tags.sort_unstable();
                    tags.dedup();
                    // What is blank is nothing, in every field.
                    let said = |text: String| {
                        if text.trim().is_empty() {
                            String::new()
                        } else {
                            text
                        }
                    };
                    let cells = columns.iter().cloned().zip(cells.into_iter().map(said));
                    UseCase {
                        id: ids.to_string(),
                        name,
                        description: said(description),
                        tags,
                        notes: said(notes),
                        assessor: said(assessor),
                        archived,
                        plan_start: archived.then(day),
                        answers,
                        work,
                        columns: cells.filter(|(_, cell)| !cell.is_empty()).collect(),
                    }
                },
            )
            .collect()
    })
}

#[test]
fn columns_that_contradict_each_other_lose_no_cell() {
    let case = |id: &str, columns: &[(&str, &str)]| UseCase {
        id: id.to_owned(),
        name: id.to_owned(),
        columns: columns
            .iter()
            .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
            .collect(),
        ..UseCase::default()
    };
    let use_cases = [
        case("1", &[("a", "1"), ("b", "2"), ("a", "3")]),
        case("2", &[("b", "4"), ("a", "5")]),
        case("3", &[("", "6"), ("tier", "7"), ("kept: x", "8")]),
    ];
    let evaluator = Evaluator::new(catalog(), day());
    let entries: Vec<Entry> = use_cases
        .iter()
        .map(|use_case| evaluator.entry(use_case))
        .collect();
    let written = rows(&use_cases, &entries, catalog());
    let text = csv(
        &written.header,
        written.rows.iter().map(Vec::as_slice),
        CsvStyle::default(),
    );
    let table = read(text.as_bytes(), "").unwrap();
    let (again, _) = import(&table, &guess(&table, catalog(), texts()));
    for (one, other) in use_cases.iter().zip(&again) {
        let sorted = |case: &UseCase| {
            let mut columns = case.columns.clone();
            columns.sort();
            columns
        };
        assert_eq!(sorted(one), sorted(other));
    }
    assert_eq!((&again[0], &again[2]), (&use_cases[0], &use_cases[2]));
}
