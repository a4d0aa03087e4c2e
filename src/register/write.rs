//! The register as a table again, so that reading it gives the same use cases.
//!
//! The first columns are always the same, by which such a table is known again: in it other columns are
//! known by their exact names, and what was computed is not read. A kept column has its own name, unless it
//! could be taken for another: then it has a mark before it, which reading takes off.

use std::collections::{BTreeMap, BTreeSet};

use super::entry::Entry;
use super::import::{join_tags, joined_values};
use super::mapping::Field;
use crate::catalog::Catalog;
use crate::record::UseCase;

/// The first columns, with what they are read as.
const FIRST: [(&str, Field); 14] = [
    ("id", Field::Id),
    ("name", Field::Name),
    ("description", Field::Description),
    ("tier", Field::Ignore),
    ("range", Field::Ignore),
    ("sectors", Field::Ignore),
    ("next_deadline", Field::Ignore),
    ("status", Field::Ignore),
    ("open_questions", Field::Ignore),
    ("tags", Field::Tags),
    ("notes", Field::Notes),
    ("assessor", Field::Assessor),
    ("archived", Field::Archived),
    ("plan_start", Field::PlanStart),
];
/// What is recorded about items; there only where something is.
const WORK: &str = "work";
/// Before the name of a kept column that could be taken for another.
const KEPT: &str = "kept";

/// A table to be written: a header and rows of texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// Names of the columns, all different.
    pub header: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

/// A kept column: its name, and which of several with this name in one use case it is.
type Kept<'a> = (&'a str, usize);

/// The register as a table. Entries belong to the use cases in order.
pub fn rows(use_cases: &[UseCase], entries: &[Entry], catalog: &'static Catalog) -> Rows {
    let work = use_cases.iter().any(|use_case| !use_case.work.is_empty());
    let facts = answered(use_cases, catalog);
    let kept = kept_columns(use_cases);
    let mut header: Vec<String> = FIRST.iter().map(|(name, _)| (*name).to_owned()).collect();
    header.extend(work.then(|| WORK.to_owned()));
    header.extend(facts.iter().map(|fact| (*fact).to_owned()));
    header.extend(kept.iter().map(|kept| kept_heading(kept, catalog)));
    let places: BTreeMap<&Kept<'_>, usize> = kept.iter().zip(0..).collect();
    let rows = use_cases.iter().zip(entries).map(|(use_case, entry)| {
        let mut row = first_cells(use_case, entry, catalog);
        if work {
            row.push(if use_case.work.is_empty() {
                String::new()
            } else {
                serde_json::to_string(&use_case.work).unwrap_or_default()
            });
        }
        let answer = |fact: &&str| use_case.answers.get(*fact).map(|values| joined_values(values));
        row.extend(facts.iter().map(|fact| answer(fact).unwrap_or_default()));
        let mut cells = vec![String::new(); kept.len()];
        for (key, text) in numbered(use_case) {
            if let Some(cell) = places.get(&key).and_then(|place| cells.get_mut(*place)) {
                text.clone_into(cell);
            }
        }
        row.extend(cells);
        row
    });
    Rows {
        rows: rows.collect(),
        header,
    }
}

fn first_cells(use_case: &UseCase, entry: &Entry, catalog: &Catalog) -> Vec<String> {
    let (lowest, highest) = (entry.range[0].id(), entry.range[1].id());
    let day = |day: Option<crate::catalog::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    vec![
        use_case.id.clone(),
        use_case.name.clone(),
        use_case.description.clone(),
        if entry.settled() {
            lowest.to_owned()
        } else {
            String::new()
        },
        if entry.settled() {
            lowest.to_owned()
        } else {
            [lowest, " to ", highest].concat()
        },
        entry.sector_ids(catalog).join("|"),
        day(entry.deadline.as_ref().map(|deadline| deadline.day)),
        entry.progress.id().to_owned(),
        entry.open.to_string(),
        join_tags(&use_case.tags),
        use_case.notes.clone(),
        use_case.assessor.clone(),
        if use_case.archived { "yes" } else { "" }.to_owned(),
        day(use_case.plan_start),
    ]
}

/// Facts with an answer, in the order of the catalogue; those it does not know behind them.
fn answered<'a>(use_cases: &'a [UseCase], catalog: &Catalog) -> Vec<&'a str> {
    let all: BTreeSet<&str> = use_cases
        .iter()
        .flat_map(|use_case| use_case.answers.keys().map(String::as_str))
        .collect();
    let place = |fact: &str| catalog.facts.iter().position(|known| known.id == fact);
    let mut facts: Vec<&str> = all.into_iter().collect();
    facts.sort_by_key(|fact| place(fact).unwrap_or(usize::MAX));
    facts
}

/// The columns of a use case, those of one name told apart.
fn numbered(use_case: &UseCase) -> impl Iterator<Item = (Kept<'_>, &str)> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    use_case.columns.iter().map(move |(name, text)| {
        let again = seen.entry(name).or_default();
        *again += 1;
        ((name.as_str(), *again), text.as_str())
    })
}

/// All kept columns, in an order in which each use case finds its own again: one comes after another if it
/// does so in some use case, else those seen first come first. Where use cases contradict each other, the
/// first seen counts.
fn kept_columns(use_cases: &[UseCase]) -> Vec<Kept<'_>> {
    let mut seen: BTreeMap<Kept<'_>, usize> = BTreeMap::new();
    let mut kept: Vec<Kept<'_>> = Vec::new();
    let mut follow: BTreeSet<(usize, usize)> = BTreeSet::new();
    for use_case in use_cases {
        let mut before = None;
        for (key, _) in numbered(use_case) {
            let place = *seen.entry(key).or_insert_with(|| {
                kept.push(key);
                kept.len() - 1
            });
            follow.extend(before.map(|before| (before, place)));
            before = Some(place);
        }
    }
    let mut waits = vec![0_usize; kept.len()];
    for (_, after) in &follow {
        if let Some(waits) = waits.get_mut(*after) {
            *waits += 1;
        }
    }
    let mut left: BTreeSet<usize> = (0..kept.len()).collect();
    let mut order = Vec::new();
    while let Some(first) = left.first().copied() {
        let free = |place: &&usize| waits.get(**place) == Some(&0);
        let next = left.iter().find(free).copied().unwrap_or(first);
        left.remove(&next);
        for (_, after) in follow.range((next, 0)..=(next, usize::MAX)) {
            if let Some(waits) = waits.get_mut(*after) {
                *waits = waits.saturating_sub(1);
            }
        }
        order.extend(kept.get(next).copied());
    }
    order
}

/// Whether a name stands for something else in a register that was written here.
fn reserved(name: &str, catalog: &Catalog) -> bool {
    name.trim().is_empty()
        || name == WORK
        || FIRST.iter().any(|(known, _)| *known == name)
        || catalog.facts.iter().any(|fact| fact.id == name)
}

fn kept_heading((name, again): &Kept<'_>, catalog: &Catalog) -> String {
    if *again > 1 {
        [KEPT, " ", &again.to_string(), ": ", name].concat()
    } else if reserved(name, catalog) || unmarked(name).is_some() || ends_with_number(name) {
        [KEPT, ": ", name].concat()
    } else {
        (*name).to_owned()
    }
}

/// Whether a name looks like one that reading gave a number to tell it from another.
fn ends_with_number(name: &str) -> bool {
    name.ends_with(')') && name.contains(" (")
}

/// The name behind the mark.
fn unmarked(heading: &str) -> Option<&str> {
    let (mark, name) = heading.strip_prefix(KEPT)?.split_once(": ")?;
    let number = mark.strip_prefix(' ').unwrap_or(mark);
    (mark.is_empty() || (mark != number && number.bytes().all(|byte| byte.is_ascii_digit()))).then_some(name)
}

/// Whether a table with these columns was written here.
pub(super) fn is_own(columns: &[String]) -> bool {
    columns.len() >= FIRST.len()
        && FIRST
            .iter()
            .zip(columns)
            .all(|((name, _), column)| name == column)
}

/// What a column is read as, in a table that was written here.
pub(super) fn own_field(columns: &[String], place: usize, catalog: &Catalog) -> Option<Field> {
    if !is_own(columns) {
        return None;
    }
    if let Some((_, field)) = FIRST.get(place) {
        return Some(field.clone());
    }
    let name = columns.get(place)?;
    let fact = catalog.facts.iter().any(|fact| fact.id == name);
    Some(match name.as_str() {
        WORK => Field::Work,
        _ if fact => Field::Answer(name.clone()),
        _ => Field::Keep,
    })
}

/// The name of a column as it was before it was written here.
pub(super) fn kept_name(columns: &[String], name: &str) -> String {
    let own = is_own(columns);
    unmarked(name).filter(|_| own).unwrap_or(name).to_owned()
}
