//! What becomes of rows.

use aims_readiness::reading::Value;
use aims_readiness::record::open;
use aims_readiness::register::{Fate, Field, Importer, Mapping, RegisterRecord, guess};

use crate::{catalog, guessed, import, table, texts};

#[test]
fn a_row_becomes_a_use_case() {
    let rows: [&[&str]; 2] = [
        &[
            "ID",
            "Name",
            "Purpose",
            "Outputs",
            "Tags",
            "Notes",
            "Archived",
            "Plan start",
            "Assessor",
            "Budget",
        ],
        &[
            "7",
            "Chat",
            "Answers people.",
            "Text",
            "a, b; c",
            "Look.",
            "Ja",
            "2.12.2027",
            "Kim",
            "12 €",
        ],
    ];
    let (use_cases, reports) = guessed(&table(&rows));
    let case = &use_cases[0];
    assert_eq!((case.id.as_str(), case.name.as_str()), ("7", "Chat"));
    assert_eq!(case.description, "Purpose\nAnswers people.\n\nOutputs\nText");
    assert_eq!(case.tags, ["a", "b", "c"]);
    assert_eq!(
        (case.notes.as_str(), case.assessor.as_str(), case.archived),
        ("Look.", "Kim", true)
    );
    assert_eq!(case.plan_start, "2027-12-02".parse().ok());
    assert_eq!(case.columns, [("Budget".to_owned(), "12 €".to_owned())]);
    assert_eq!((reports[0].row, reports[0].fate), (2, Fate::Taken));
}

/// The answer that a cell gives to a fact; nothing where it is kept instead.
fn answer(fact: &str, cell: &str) -> Option<Vec<String>> {
    let table = table(&[&["name", fact], &["x", cell]]);
    let (use_cases, reports) = guessed(&table);
    let given = use_cases[0].answers.get(fact).cloned();
    let kept = (fact.to_owned(), cell.to_owned());
    assert_eq!(
        use_cases[0].columns.contains(&kept),
        given.is_none(),
        "{fact}: {cell}"
    );
    assert_eq!(reports[0].fate == Fate::Noted, given.is_none(), "{fact}: {cell}");
    if given.is_none() {
        assert_eq!(
            (reports[0].notes[0].code, reports[0].notes[0].column.as_str()),
            ("bad-answer", fact)
        );
    }
    given
}

#[test]
fn answers_are_ids_or_words() {
    let yes_no = "scope.ai_system";
    for cell in ["yes", "Yes", " YES ", "ja", "true", "1", "Oui", "Y"] {
        assert_eq!(answer(yes_no, cell).unwrap(), ["yes"], "{cell}");
    }
    for cell in ["no", "Nein", "FALSE", "0"] {
        assert_eq!(answer(yes_no, cell).unwrap(), ["no"], "{cell}");
    }
    for cell in ["unknown", "I don't know", "weiß nicht", "?"] {
        assert_eq!(answer(yes_no, cell).unwrap(), ["unknown"], "{cell}");
    }
    for cell in [
        "maybe",
        "yes and no",
        "yes|no",
        "2",
        "none",
        "-1",
        "=1",
        "!yes",
        "(no)",
    ] {
        assert_eq!(answer(yes_no, cell), None, "{cell}");
    }
    let many = "organisation.sectors";
    let words = texts()
        .text("fact.organisation.sectors.value.healthcare")
        .unwrap();
    assert_eq!(answer(many, words).unwrap(), ["healthcare"]);
    assert_eq!(answer(many, &words.to_uppercase()).unwrap(), ["healthcare"]);
    assert_eq!(
        answer(many, "insurance | Healthcare").unwrap(),
        ["insurance", "healthcare"]
    );
    assert_eq!(answer(many, "insurance;insurance").unwrap(), ["insurance"]);
    assert_eq!(answer(many, "None of these").unwrap(), [""; 0]);
    // Half of an answer would be another answer; and only what is yes or no takes 1 for yes.
    for cell in ["insurance|spaceships", "1", "yes", "|", "none|insurance"] {
        assert_eq!(answer(many, cell), None, "{cell}");
    }
}

#[test]
fn what_is_not_understood_is_kept_and_told() {
    let rows: [&[&str]; 2] = [
        &["name", "Archived", "Plan start", "Tags", "scope.ai_system"],
        &["Chat", "yes", "12/02/2027", "a\u{202e}b", "perhaps"],
    ];
    let mut table = table(&rows);
    table
        .rows
        .push(["Scan", "perhaps", "", "", ""].map(str::to_owned).to_vec());
    table.numbers.push(3);
    let mut mapping = guess(&table, catalog(), texts());
    mapping.set("Archived", Field::Archived);
    let (use_cases, reports) = import(&table, &mapping);
    let kept: Vec<&str> = use_cases[0]
        .columns
        .iter()
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(kept, ["Plan start", "Tags", "scope.ai_system"]);
    let codes: Vec<&str> = reports[0].notes.iter().map(|note| note.code).collect();
    assert_eq!(codes, ["bad-date", "bad-tags", "bad-answer"]);
    assert_eq!(
        use_cases[1].columns,
        [("Archived".to_owned(), "perhaps".to_owned())]
    );
}

#[test]
fn refused_rows_are_told_in_full() {
    let rows: [&[&str]; 6] = [
        &["id", "name", "budget"],
        &["1", "a", ""],
        &["2", "", "5 €"],
        &["1 ", "b", "x"],
        &["taken", "c", ""],
        &["", "d", ""],
    ];
    let table = table(&rows);
    let mut mapping = Mapping::keeping(&table.columns);
    mapping.set("id", Field::Id);
    mapping.set("name", Field::Name);
    let taken = ["taken", "row-6"].map(str::to_owned);
    let mut importer = Importer::new(&mapping, &table.columns, (catalog(), texts()), taken);
    let outcomes: Vec<_> = table
        .rows
        .iter()
        .zip(&table.numbers)
        .map(|(cells, number)| importer.row(cells, *number))
        .collect();
    let refused = |place: usize| {
        let (use_case, report) = &outcomes[place];
        assert!(use_case.is_none() && report.fate == Fate::Refused);
        (
            report.notes[0].code,
            report.notes[0].message.as_str(),
            report.cells.len(),
        )
    };
    assert_eq!(
        refused(1),
        ("nothing-said", "the row has neither a name nor a description", 2)
    );
    assert_eq!(refused(2), ("duplicate-id", "row 2 has the id “1” already", 3));
    assert_eq!(
        refused(3),
        (
            "duplicate-id",
            "a use case of the register has the id “taken” already",
            2
        )
    );
    assert_eq!(
        outcomes[4].0.as_ref().unwrap().id,
        "row-6-2",
        "an id that is not taken"
    );
}

#[test]
fn texts_that_are_too_long_are_kept_whole() {
    let (name, text) = ("n".repeat(600), "t".repeat(60_000));
    let table = table(&[&["id", "name", "description", "x"], &[&name, &name, &text, &text]]);
    let mut mapping = guess(&table, catalog(), texts());
    for (column, field) in [("id", Field::Id), ("name", Field::Name)] {
        mapping.set(column, field);
    }
    let (use_cases, reports) = import(&table, &mapping);
    let case = &use_cases[0];
    assert_eq!(
        (case.id.as_str(), case.name.len(), case.description.as_str()),
        ("row-2", 500, "")
    );
    let kept: Vec<(&str, usize)> = case
        .columns
        .iter()
        .map(|(name, text)| (name.as_str(), text.len()))
        .collect();
    assert_eq!(
        kept,
        [("id", 600), ("name", 600), ("description", 60_000), ("x", 60_000)]
    );
    assert!(reports[0].notes.iter().all(|note| note.code == "too-long") && reports[0].notes.len() == 3);
    // What was taken can be opened again.
    let json = serde_json::to_string(&RegisterRecord::of(&use_cases)).unwrap();
    let opened = open(&serde_json::from_str::<Value>(&json).unwrap(), catalog()).unwrap();
    assert_eq!(opened.cases[0].use_case, use_cases[0]);
}

#[test]
fn ignored_columns_are_named_by_the_mapping() {
    let table = table(&[&["name", "x"], &["a", "secret"]]);
    let mut mapping = guess(&table, catalog(), texts());
    mapping.set("x", Field::Ignore);
    assert_eq!(mapping.ignored().collect::<Vec<_>>(), ["x"]);
    assert!(import(&table, &mapping).0[0].columns.is_empty());
}

#[test]
fn rows_can_be_longer_than_the_columns_that_were_known() {
    let columns = vec!["name".to_owned()];
    let mapping = Mapping::keeping(&columns);
    let mut importer = Importer::new(&mapping, &columns, (catalog(), texts()), []);
    let (use_case, report) = importer.row(&["a".to_owned(), "b".to_owned()], 2);
    assert!(use_case.is_none());
    assert_eq!(report.cells[1], ("column 2".to_owned(), "b".to_owned()));
}
