//! What a cell says: answers, tags, days, work.

use std::collections::BTreeMap;

use super::Works;
use crate::catalog::{Catalog, Date, FactKind, Texts};
use crate::export::value_words;
use crate::reading::Value;
use crate::record::open;
use crate::register::mapping::{Word, cell_words, plain};

/// What parts the values of an answer.
const PARTS: [char; 3] = ['|', ';', '\n'];

/// The answers that the cells of each fact can give, by their words.
#[derive(Debug)]
pub(super) struct Understanding {
    words: BTreeMap<&'static str, Word>,
    facts: BTreeMap<String, Known>,
}

/// The values of a fact.
#[derive(Debug)]
struct Known {
    kind: FactKind,
    /// Ids by plain words; nothing where two values have the same.
    values: BTreeMap<String, Option<&'static str>>,
    none: String,
    unknown: String,
}

impl Understanding {
    /// For the facts with these ids.
    pub(super) fn of<'a>(
        facts: impl Iterator<Item = &'a str>,
        catalog: &'static Catalog,
        texts: &dyn Texts,
    ) -> Self {
        let mut known = BTreeMap::new();
        for id in facts {
            let Some(fact) = catalog.facts.iter().find(|fact| fact.id == id) else {
                continue;
            };
            let mut values: BTreeMap<String, Option<&'static str>> = BTreeMap::new();
            let mut add = |words: String, value: &'static str| {
                let slot = values.entry(words).or_insert(Some(value));
                *slot = slot.filter(|known| *known == value);
            };
            for value in fact.values {
                add(plain(&value_words(fact, value, texts)), value);
            }
            // An id means its value, whatever the words of another are.
            for value in fact.values {
                values.insert(plain(value), Some(value));
            }
            known.insert(
                id.to_owned(),
                Known {
                    kind: fact.kind,
                    values,
                    none: plain(&value_words(fact, "none", texts)),
                    unknown: plain(texts.text("ui.unknown").unwrap_or_default()),
                },
            );
        }
        Self {
            words: cell_words(),
            facts: known,
        }
    }

    fn word(&self, cell: &str) -> Option<Word> {
        self.words.get(plain(cell).as_str()).copied()
    }

    /// Whether a cell says yes.
    pub(super) fn yes(&self, cell: &str) -> Option<bool> {
        match self.word(cell)? {
            Word::Yes => Some(true),
            Word::No => Some(false),
            Word::Unknown | Word::None => None,
        }
    }

    /// The answer that a cell gives to a fact; nothing where any part of it is not understood, for half of an
    /// answer is another answer.
    pub(super) fn values(&self, fact: &str, cell: &str) -> Option<Vec<String>> {
        let known = self.facts.get(fact)?;
        if let Some(value) = self.one(known, cell) {
            return Some(vec![value.to_owned()]);
        }
        let words = plain(cell);
        let many = known.kind == FactKind::Many;
        let says = self.words.get(words.as_str()).copied();
        if words == known.unknown || says == Some(Word::Unknown) {
            return Some(vec!["unknown".to_owned()]);
        }
        if many && (words == known.none || says == Some(Word::None)) {
            return Some(Vec::new());
        }
        if !many {
            return None;
        }
        let mut values: Vec<String> = Vec::new();
        for part in cell.split(PARTS).filter(|part| !part.trim().is_empty()) {
            let value = self.one(known, part)?;
            if !values.iter().any(|known| known == value) {
                values.push(value.to_owned());
            }
        }
        (!values.is_empty()).then_some(values)
    }

    /// The value that a text names.
    fn one(&self, known: &Known, text: &str) -> Option<&'static str> {
        let words = plain(text);
        if let Some(value) = known.values.get(&words) {
            return *value;
        }
        if known.kind != FactKind::YesNo {
            return None;
        }
        match self.words.get(words.as_str())? {
            Word::Yes => Some("yes"),
            Word::No => Some("no"),
            Word::Unknown | Word::None => None,
        }
    }
}

/// Value ids as a cell.
pub(in crate::register) fn joined_values(values: &[String]) -> String {
    if values.is_empty() {
        "none".to_owned()
    } else {
        values.join("|")
    }
}

/// What parts tags.
const TAG_PARTS: [char; 5] = ['|', ';', ',', '\n', '\\'];

/// Tags as a cell; what would part them has a backslash before it.
pub(in crate::register) fn join_tags(tags: &[String]) -> String {
    let mut cell = String::new();
    for (place, tag) in tags.iter().enumerate() {
        if place > 0 {
            cell.push('|');
        }
        for letter in tag.chars() {
            if TAG_PARTS.contains(&letter) {
                cell.push('\\');
            }
            cell.push(letter);
        }
    }
    cell
}

/// The tags of a cell.
pub(super) fn split_tags(cell: &str) -> Vec<String> {
    let mut tags = Vec::new();
    let mut tag = String::new();
    let mut letters = cell.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next_if(|next| TAG_PARTS.contains(next)) {
                Some(escaped) => tag.push(escaped),
                None => tag.push('\\'),
            },
            '|' | ';' | ',' | '\n' => tags.push(core::mem::take(&mut tag)),
            _ => tag.push(letter),
        }
    }
    tags.push(tag);
    let tags = tags.iter().map(|tag| tag.trim().to_owned());
    tags.filter(|tag| !tag.is_empty()).collect()
}

/// A day: `2027-12-02`, with or without a time behind it, or `2.12.2027`. Days with slashes can be read in two
/// ways and are not read.
pub(super) fn day(cell: &str) -> Option<Date> {
    let cell = cell.trim();
    if let Some((day, rest)) = cell.split_at_checked(10)
        && (rest.is_empty() || rest.starts_with(['T', ' ']))
        && let Ok(day) = day.parse()
    {
        return Some(day);
    }
    let mut parts = cell.split('.').map(|part| {
        let digits = part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| part.parse::<u32>().ok()).flatten()
    });
    let (day, month, year) = (parts.next()??, parts.next()??, parts.next()??);
    if parts.next().is_some() || year < 1000 {
        return None;
    }
    Date::from_number(year * 10_000 + month * 100 + day).filter(|_| month <= 12 && day <= 31)
}

/// What is recorded about items, as JSON; nothing where any of it is not understood.
pub(super) fn works(cell: &str, catalog: &'static Catalog) -> Option<Works> {
    let work: Value = serde_json::from_str(cell).ok()?;
    let file = Value::Map(vec![
        (
            "schema".to_owned(),
            Value::Number(f64::from(crate::record::SCHEMA)),
        ),
        ("answers".to_owned(), Value::Map(Vec::new())),
        ("work".to_owned(), work),
    ]);
    let mut cases = open(&file, catalog).ok()?.cases;
    let case = cases.pop().filter(|case| case.left_out.is_empty())?;
    Some(case.use_case.work)
}
