//! Brings what earlier versions wrote to the shape of today, one step at a time. Steps are never taken out:
//! files live longer than versions. Each has a fixture in `tests/record/kept/`.

use super::SCHEMA;
use crate::reading::Value;

/// The keys of a file with their values.
pub(super) type Entries = Vec<(String, Value)>;

/// What brings a file from one schema to the next, by the schema it is of.
const STEPS: [fn(&mut Entries); 2] = [
    // Before visits had a schema: `{answers, result}`, an answer as one text where it has one value.
    |file| file.push(("schema".to_owned(), Value::Number(1.0))),
    // Visits `{schema, answers, work, step, result}`; a record has more beside, and nothing of them moved.
    |_| {},
];

/// The schema that a file says it is of; that before there were schemas where it says none.
pub(super) fn schema_of(file: &[(String, Value)]) -> Option<u32> {
    match file.iter().find(|(key, _)| key == "schema") {
        None => Some(0),
        Some((_, Value::Number(number))) => (0..=1000).find(|known| f64::from(*known) == *number),
        Some(_) => None,
    }
}

/// The file in the shape of today. It is of an earlier schema or of this one.
pub(super) fn migrated(mut file: Entries, schema: u32) -> Entries {
    let from = usize::try_from(schema).unwrap_or(usize::MAX);
    for step in STEPS.iter().skip(from) {
        step(&mut file);
    }
    file.retain(|(key, _)| key != "schema");
    file.insert(0, ("schema".to_owned(), Value::Number(f64::from(SCHEMA))));
    file
}
