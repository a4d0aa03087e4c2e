//! Texts that would be something else elsewhere: here they stay texts, through every way in and out.

use aims_readiness::reading::Value;
use aims_readiness::record::open;
use aims_readiness::register::{CsvStyle, Entry, Evaluator, Field, RegisterRecord, csv, guess, read, rows};

use crate::{catalog, day, import, is_formula, raw_cells, table, texts};

const PAYLOADS: [&str; 14] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "=HYPERLINK(\"https://x.example\",\"click\")",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "javascript:alert(1)",
    "__proto__",
    "constructor",
    "\u{202e}gnp.exe\u{202c}",
    "{{constructor.constructor('x')()}}",
];

#[test]
fn payloads_stay_text_in_every_field_and_come_back() {
    for payload in PAYLOADS {
        let header = [
            "id",
            "name",
            "description",
            "notes",
            "assessor",
            payload,
            "scope.ai_system",
            "tags",
        ];
        let other = [payload; 8];
        let table = table(&[&header, &other]);
        let mut mapping = guess(&table, catalog(), texts());
        mapping.set("name", Field::Name);
        let (use_cases, reports) = import(&table, &mapping);
        let case = &use_cases[0];
        for text in [
            &case.id,
            &case.name,
            &case.description,
            &case.notes,
            &case.assessor,
        ] {
            assert_eq!(text, payload);
        }
        assert!(case.columns.contains(&(payload.to_owned(), payload.to_owned())));
        assert!(case.answers.is_empty() && reports[0].notes.iter().any(|note| note.code == "bad-answer"));
        let json = serde_json::to_string(&RegisterRecord::of(&use_cases)).unwrap();
        let opened = open(&serde_json::from_str::<Value>(&json).unwrap(), catalog()).unwrap();
        assert_eq!(&opened.cases[0].use_case, case, "{payload}");
        let entry: Entry = Evaluator::new(catalog(), day()).entry(case);
        let written = rows(&use_cases, &[entry], catalog());
        let text = csv(
            &written.header,
            written.rows.iter().map(Vec::as_slice),
            CsvStyle::default(),
        );
        for cell in raw_cells(&text, b',') {
            assert!(!is_formula(&cell), "{cell:?}");
        }
        let again = read(text.as_bytes(), "").unwrap();
        assert_eq!(
            import(&again, &guess(&again, catalog(), texts())).0,
            use_cases,
            "{payload}"
        );
    }
}
