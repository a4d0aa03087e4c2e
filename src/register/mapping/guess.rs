//! What each column is likely to mean, by its heading and by what is in it.

use std::collections::{BTreeMap, BTreeSet};

use super::headings::{cell_words, field_of, folded, plain};
use super::{Field, MappedColumn, Mapping};
use crate::catalog::{Catalog, Texts, WordingKey};
use crate::register::Table;
use crate::register::write::own_field;

/// Rows that are looked at.
const SAMPLE: usize = 2_000;
/// Characters of an id at most.
const LONGEST_ID: usize = 60;
/// Characters of a cell in the mean, from which on a column is a description.
const LONG: usize = 60;

/// What is in a column.
#[derive(Default)]
struct Contents {
    filled: usize,
    distinct: usize,
    longest: usize,
    mean: usize,
    numbers: usize,
    digits: usize,
    yes_or_no: usize,
    values: bool,
}

/// What each column of a table is likely to mean. A heading that is the id of a fact, or its question, is
/// the answer to it; nothing else is taken for an answer.
pub fn guess(table: &Table, catalog: &Catalog, texts: &dyn Texts) -> Mapping {
    if let Some(mapping) = own(&table.columns, catalog) {
        return mapping;
    }
    let contents: Vec<Contents> = (0..table.columns.len())
        .map(|column| look(table, column))
        .collect();
    let mut mapping = Mapping::keeping(&table.columns);
    let questions: BTreeMap<String, &str> = catalog
        .facts
        .iter()
        .filter_map(|fact| {
            let question = texts.text(&WordingKey::fact(fact.id, "question"))?;
            Some((folded(question), fact.id))
        })
        .collect();
    // The columns that may be the one of a field, each with its rank: lower is likelier.
    let mut single: BTreeMap<Field, (usize, usize)> = BTreeMap::new();
    for (place, (column, found)) in mapping.columns.iter_mut().zip(&contents).enumerate() {
        let heading = column.name.trim();
        let fact = catalog
            .facts
            .iter()
            .find(|fact| fact.id == heading)
            .map(|fact| fact.id);
        if let Some(fact) = fact.or_else(|| questions.get(&folded(heading)).copied()) {
            column.field = Field::Answer(fact.to_owned());
            continue;
        }
        let Some((field, rank)) = heading_field(heading).filter(|(field, _)| fits(field, found)) else {
            continue;
        };
        match field {
            Field::Description | Field::Tags | Field::Notes => column.field = field,
            _ => {
                let best = single.entry(field).or_insert((rank, place));
                if rank < best.0 {
                    *best = (rank, place);
                }
            }
        }
    }
    for (field, (_, place)) in single {
        set(&mut mapping, place, field);
    }
    by_contents(&mut mapping, &contents);
    mapping
}

/// The mapping of a register that was written here; nothing for any other table.
fn own(columns: &[String], catalog: &Catalog) -> Option<Mapping> {
    let fields = columns.iter().enumerate().map(|(place, name)| {
        Some(MappedColumn {
            name: name.clone(),
            field: own_field(columns, place, catalog)?,
        })
    });
    let columns: Option<Vec<MappedColumn>> = fields.collect();
    columns
        .filter(|columns| !columns.is_empty())
        .map(|columns| Mapping { columns })
}

/// What a heading says: the whole of it, or one of its parts, such as `Name (short)`.
fn heading_field(heading: &str) -> Option<(Field, usize)> {
    field_of(&folded(heading)).or_else(|| {
        heading
            .split(['/', '(', ')', ':', '\n', '–', '|'])
            .find_map(|part| field_of(&folded(part)))
            .map(|(field, rank)| (field, rank + 100))
    })
}

fn look(table: &Table, column: usize) -> Contents {
    let mut found = Contents::default();
    let mut seen = BTreeSet::new();
    let words = cell_words();
    let mut characters = 0;
    for row in table.rows.iter().take(SAMPLE) {
        let cell = row.get(column).map_or("", |cell| cell.trim());
        if cell.is_empty() {
            continue;
        }
        let length = cell.chars().count();
        found.filled += 1;
        characters += length;
        found.longest = found.longest.max(length);
        found.numbers += usize::from(cell.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.'));
        found.digits += usize::from(cell.bytes().any(|byte| byte.is_ascii_digit()));
        found.yes_or_no += usize::from(length < 20 && words.contains_key(plain(cell).as_str()));
        seen.insert(cell);
    }
    found.distinct = seen.len();
    found.mean = characters.checked_div(found.filled).unwrap_or(0);
    found.values = !table.rows.is_empty();
    found
}

/// Whether what is in a column does not speak against what its heading says.
fn fits(field: &Field, found: &Contents) -> bool {
    // A table without rows has only its headings to go by.
    if !found.values {
        return true;
    }
    match field {
        Field::Id => found.distinct == found.filled && found.longest <= LONGEST_ID && found.filled > 0,
        Field::Name => found.filled > 0 && found.yes_or_no * 2 <= found.filled && found.mean <= 200,
        Field::Archived => found.yes_or_no == found.filled,
        _ => true,
    }
}

/// What headings did not say.
fn by_contents(mapping: &mut Mapping, contents: &[Contents]) {
    let rows = contents.iter().map(|found| found.filled).max().unwrap_or(0);
    let has = |mapping: &Mapping, field: &Field| mapping.columns.iter().any(|column| column.field == *field);
    let free = |mapping: &Mapping, place: usize| {
        mapping
            .columns
            .get(place)
            .is_some_and(|column| column.field == Field::Keep)
    };
    let candidate = |mapping: &Mapping, is: &dyn Fn(&Contents) -> bool| {
        let mut places = contents.iter().enumerate();
        places
            .find(|(place, found)| free(mapping, *place) && found.filled == rows && rows > 1 && is(found))
            .map(|(place, _)| place)
    };
    if !has(mapping, &Field::Id)
        && let Some(place) = candidate(mapping, &|found| {
            found.distinct == found.filled && found.digits == found.filled && found.longest <= 20
        })
    {
        set(mapping, place, Field::Id);
    }
    if !has(mapping, &Field::Description) {
        let places = contents.iter().enumerate();
        let longest = places
            .filter(|(place, found)| free(mapping, *place) && found.mean >= LONG)
            .max_by_key(|(_, found)| found.mean);
        if let Some((place, _)) = longest {
            set(mapping, place, Field::Description);
        }
    }
    if !has(mapping, &Field::Name)
        && let Some(place) = candidate(mapping, &|found| {
            found.distinct * 10 > found.filled * 8 && (3..=LONG).contains(&found.mean) && found.numbers == 0
        })
    {
        set(mapping, place, Field::Name);
    }
}

fn set(mapping: &mut Mapping, place: usize, field: Field) {
    if let Some(column) = mapping.columns.get_mut(place) {
        column.field = field;
    }
}
