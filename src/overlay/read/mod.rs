//! Reads an overlay from a tree of values, and says everything that is wrong with it.
//!
//! Reading goes on behind a mistake, so that one look shows them all. What is read beside a mistake is
//! thrown away.

mod fields;
mod identity;
mod items;
mod others;
mod questions;
mod statements;

use std::collections::{BTreeMap, BTreeSet};

use super::limits::DEEPEST;
use super::mistake::{Mistake, Mistakes};
use super::model::Overlay;
use super::shape;
use super::value::{Value, below};
use crate::catalog::{Catalog, FactKind, ItemKind};
use fields::Node;

/// What an overlay is read against.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The catalogue, with the overlays that were merged before.
    pub catalog: &'static Catalog,
    /// All words by key, to check those that are replaced; nothing where they are not at hand.
    pub words: Option<&'a BTreeMap<String, String>>,
}

/// Keys that mean something else to JavaScript.
const FORBIDDEN: [&str; 3] = ["__proto__", "constructor", "prototype"];

/// Reads an overlay.
///
/// # Errors
/// All its mistakes, in the order in which they were found.
pub fn read(tree: &Value, known: Known<'_>) -> Result<Overlay, Vec<Mistake>> {
    let mut reader = Reader::new(known);
    reader.walk(tree, "", 0);
    let root = Node {
        value: tree,
        place: String::new(),
    };
    let overlay = reader.overlay(&root);
    match overlay {
        Some(overlay) if reader.mistakes.0.is_empty() => Ok(overlay),
        _ => Err(reader.mistakes.0),
    }
}

/// A fact that conditions and scenarios may name.
struct Fact {
    id: String,
    kind: FactKind,
    /// Its values; nothing where they could not be read, so that not every use of them is a mistake too.
    values: Option<Vec<String>>,
}

/// What reading needs to know, and what it found.
struct Reader<'a> {
    known: Known<'a>,
    mistakes: Mistakes,
    /// The overlay's id, once it was read and is sound.
    id: Option<String>,
    /// Facts of the catalogue, and the questions so far.
    facts: Vec<Fact>,
    /// Ids of all questions, those further down too.
    announced: Vec<String>,
    /// Whether the catalogue has the items of the standard: that of the assessment has not.
    whole: bool,
}

impl<'a> Reader<'a> {
    fn new(known: Known<'a>) -> Self {
        let facts = known.catalog.facts.iter();
        let facts = facts.map(|fact| Fact {
            id: fact.id.to_owned(),
            kind: fact.kind,
            values: Some(fact.values.iter().map(|&value| value.to_owned()).collect()),
        });
        Self {
            facts: facts.collect(),
            whole: known
                .catalog
                .items
                .iter()
                .any(|item| item.kind == ItemKind::Clause),
            known,
            mistakes: Mistakes::default(),
            id: None,
            announced: Vec::new(),
        }
    }

    /// What is wrong anywhere: keys that come twice, keys that no object may have, and depth.
    fn walk(&mut self, value: &Value, place: &str, depth: usize) {
        if depth > DEEPEST {
            let message = "lists and objects lie too deep in each other";
            self.mistakes
                .note("too-deep", place, message, "an overlay needs six levels");
            return;
        }
        match value {
            Value::List(parts) => {
                for (at, part) in parts.iter().enumerate() {
                    self.walk(part, &below(place, &at.to_string()), depth + 1);
                }
            }
            Value::Map(parts) => {
                let mut seen = BTreeSet::new();
                for (key, part) in parts {
                    let inner = below(place, key);
                    if FORBIDDEN.contains(&key.as_str()) {
                        let message = ["`", key, "` cannot be a key"].concat();
                        self.mistakes
                            .note("forbidden-key", &inner, message, "leave it out");
                    }
                    if !seen.insert(key.as_str()) {
                        let message = ["`", key, "` is there twice"].concat();
                        self.mistakes
                            .note("duplicate-key", &inner, message, "keep one of them");
                    }
                    self.walk(part, &inner, depth + 1);
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_) => {}
        }
    }

    fn overlay(&mut self, root: &Node<'_>) -> Option<Overlay> {
        let fields = self.object(root, &shape::OVERLAY)?;
        let identity = self.identity(&fields);
        // Questions first: everything behind may name them.
        let questions = self.questions(fields.get("questions"));
        let additions = self.additions(fields.get("additions"));
        let items = self.items(fields.get("items"));
        let wording = self.wording(fields.get("wording"));
        let call_to_action = self.call(fields.get("call_to_action"));
        let scenarios = self.scenarios(fields.get("scenarios"));
        let identity = identity?;
        Some(Overlay {
            id: identity.id,
            version: identity.version,
            name: identity.name,
            language: identity.language,
            additions,
            questions,
            items,
            wording,
            call_to_action,
            scenarios,
        })
    }
}
