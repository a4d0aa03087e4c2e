//! Reads an overlay from a tree of values, and says everything that is wrong with it.
//!
//! Reading goes on behind a mistake, so that one look shows them all. What is read beside a mistake is
//! thrown away.

mod deck;
mod identity;
mod items;
mod others;
mod questions;
mod statements;

use std::collections::BTreeMap;

use super::model::Overlay;
use super::shape;
use crate::catalog::{Catalog, FactKind, ItemKind};
use crate::reading::{FORBIDDEN, Mistake, Mistakes, Node, Value};

/// What an overlay is read against.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The catalogue, with the overlays that were merged before.
    pub catalog: &'static Catalog,
    /// All words by key, to check those that are replaced; nothing where they are not at hand.
    pub words: Option<&'a BTreeMap<String, String>>,
}

/// Reads an overlay.
///
/// # Errors
/// All its mistakes, in the order in which they were found.
pub fn read(tree: &Value, known: Known<'_>) -> Result<Overlay, Vec<Mistake>> {
    let mut reader = Reader::new(known);
    reader.mistakes.walk(tree, "", 0);
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

    fn overlay(&mut self, root: &Node<'_>) -> Option<Overlay> {
        let fields = self.mistakes.object(root, &shape::OVERLAY)?;
        let identity = self.identity(&fields);
        // Questions first: everything behind may name them.
        let questions = self.questions(fields.get("questions"));
        let additions = self.additions(fields.get("additions"));
        let items = self.items(fields.get("items"));
        let wording = self.wording(fields.get("wording"));
        let call_to_action = self.call(fields.get("call_to_action"));
        let scenarios = self.scenarios(fields.get("scenarios"));
        let exercises = self.exercises(fields.get("exercises"), &scenarios);
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
            exercises,
        })
    }
}
