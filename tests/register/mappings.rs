//! What columns are taken for.

use aims_readiness::reading::Value;
use aims_readiness::register::{Field, Mapping, guess};

use crate::{catalog, codes, table, texts};

fn fields(rows: &[&[&str]]) -> Vec<String> {
    let mapping = guess(&table(rows), catalog(), texts());
    mapping.columns.iter().map(|column| column.field.text()).collect()
}

#[test]
fn headings_say_what_columns_are() {
    for (header, expected) in [
        (
            &["ID", "Use Case Name", "Purpose", "Tags", "Comments", "Assessor"][..],
            "id name description tags notes assessor",
        ),
        (
            &[
                "Lfd. Nr.",
                "Bezeichnung",
                "Zweckbestimmung",
                "Schlagworte",
                "Bemerkungen",
            ],
            "id name description tags notes",
        ),
        (
            &["Identifiant", "Nom", "Finalité", "Mots-clés", "Remarques"],
            "id name description tags notes",
        ),
        (
            &["Name (short)", "Purpose / aim", "Owner", "Plan start", "Archived"],
            "name description keep plan_start archived",
        ),
        (
            &["system", "name", "purpose", "outputs"],
            "keep name description description",
        ),
        (
            &["scope.ai_system", "employment.use"],
            "answer:scope.ai_system answer:employment.use",
        ),
        (&["tier", "Risk", "Budget"], "keep keep keep"),
    ] {
        assert_eq!(fields(&[header]).join(" "), expected, "{header:?}");
    }
}

#[test]
fn the_question_of_a_fact_is_its_heading_too() {
    let question = texts().text("fact.scope.ai_system.question").unwrap();
    assert_eq!(fields(&[&["Name", question]]), ["name", "answer:scope.ai_system"]);
}

#[test]
fn contents_can_speak_against_a_heading() {
    assert_eq!(
        fields(&[&["id", "name"], &["1", "a"], &["1", "b"]]),
        ["keep", "name"]
    );
    assert_eq!(
        fields(&[&["archived", "name"], &["in 2020", "a"], &["", "b"]]),
        ["keep", "name"]
    );
    assert_eq!(
        fields(&[&["application", "title"], &["yes", "a"], &["no", "b"]]),
        ["keep", "name"]
    );
}

#[test]
fn contents_speak_where_headings_do_not() {
    let long =
        "This system reads letters of citizens and proposes an answer to the clerk who handles the file.";
    let rows: [&[&str]; 4] = [
        &["A", "B", "C", "D"],
        &["17", "Letter reader", "x", long],
        &["18", "Road watcher", "x", ""],
        &["19", "Form filler", "y", long],
    ];
    assert_eq!(fields(&rows), ["id", "name", "keep", "description"]);
}

#[test]
fn a_mapping_is_kept_as_json_and_found_by_its_key() {
    let table = table(&[&["ID", "Name", "x", "scope.ai_system"]]);
    let mut mapping = guess(&table, catalog(), texts());
    assert!(mapping.set("x", Field::Ignore) && !mapping.set("y", Field::Ignore));
    let text = serde_json::to_string(&mapping).unwrap();
    let value: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(Mapping::of_value(&value, catalog()).unwrap(), mapping);
    let key = |names: &[&str]| Mapping::key(&names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>());
    assert_eq!(
        Mapping::key(&table.columns),
        key(&["ID", "Name", "x", "scope.ai_system"])
    );
    assert_ne!(key(&["a", "b"]), key(&["b", "a"]));
    assert_ne!(key(&["ab", "c"]), key(&["a", "bc"]));
}

#[test]
fn a_mapping_with_mistakes_is_refused_with_places() {
    for (text, code, place) in [
        ("[]", "wrong-type", ""),
        ("{}", "missing-key", ""),
        (
            r#"{"columns": [{"name": "x", "field": "tier"}]}"#,
            "bad-field",
            "/columns/0/field",
        ),
        (
            r#"{"columns": [{"name": "x", "field": "answer:no.fact"}]}"#,
            "bad-field",
            "/columns/0/field",
        ),
        (
            r#"{"columns": [{"name": "x", "field": "keep", "__proto__": 1}]}"#,
            "forbidden-key",
            "/columns/0/__proto__",
        ),
    ] {
        let value: Value = serde_json::from_str(text).unwrap();
        let mistakes = Mapping::of_value(&value, catalog()).unwrap_err();
        assert_eq!(
            (mistakes[0].code, mistakes[0].place.as_str()),
            (code, place),
            "{text}"
        );
    }
}

#[test]
fn a_mapping_fits_a_header_that_has_changed() {
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let mut mapping = Mapping::keeping(&names(&["ID", "Use case", "Zweck", "Old"]));
    mapping.set("ID", Field::Id);
    mapping.set("Use case", Field::Name);
    mapping.set("Zweck", Field::Description);
    let (same, told) = mapping.fit(&names(&["ID", "Use case", "Zweck", "Old"]));
    assert!(same == mapping && told.is_empty());
    let (fitted, told) = mapping.fit(&names(&["Use-Case", "Budget", "id"]));
    let fields: Vec<&Field> = fitted.columns.iter().map(|column| &column.field).collect();
    assert_eq!(fields, [&Field::Name, &Field::Keep, &Field::Id]);
    assert_eq!(codes(&told), ["new-column", "gone-column"]);
    assert_eq!(told[1].place, "/columns/Zweck");
}
