//! Overlays: what they add, what they cannot touch, and what is said of their mistakes.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[cfg(feature = "cli")]
mod command_line;
mod core;
mod deck;
mod merged;
mod mistakes;
#[path = "../random/mod.rs"]
#[allow(
    dead_code,
    reason = "small random catalogues are for the properties of the engine"
)]
mod random;
mod schema;
mod texts;
mod whole;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use aims_readiness::catalog::{Catalog, Texts, builtin};
use aims_readiness::overlay::{Known, Overlay, merge, read};
use aims_readiness::reading::{Mistake, Value};
use serde_json::Value as Json;

/// The example that is published.
const EXAMPLE: &str = include_str!("../../examples/overlay/acme.json");

/// All English words.
static WORDS: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let files = [
        include_str!(concat!(env!("OUT_DIR"), "/wording.en.json")),
        include_str!(concat!(env!("OUT_DIR"), "/wording.en.details.json")),
        include_str!(concat!(env!("OUT_DIR"), "/wording.en.results.json")),
        include_str!(concat!(env!("OUT_DIR"), "/wording.en.checklist.json")),
        include_str!(concat!(env!("OUT_DIR"), "/wording.en.starters.json")),
        include_str!(concat!(env!("OUT_DIR"), "/wording.en.reference.json")),
    ];
    let parse = |text| serde_json::from_str::<BTreeMap<String, String>>(text).unwrap();
    files.into_iter().flat_map(parse).collect()
});

/// Words by key.
struct Words(BTreeMap<String, String>);

impl Texts for Words {
    fn text(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }
}

/// JSON as the tree that is read.
fn tree(json: &Json) -> Value {
    match json {
        Json::Null => Value::Null,
        Json::Bool(value) => Value::Bool(*value),
        Json::Number(number) => Value::Number(number.as_f64().unwrap()),
        Json::String(text) => Value::Text(text.clone()),
        Json::Array(parts) => Value::List(parts.iter().map(tree).collect()),
        Json::Object(parts) => {
            let parts = parts.iter().map(|(key, part)| (key.clone(), tree(part)));
            Value::Map(parts.collect())
        }
    }
}

/// Reads an overlay against a catalogue, with all words at hand.
fn read_against(catalog: &'static Catalog, json: &Json) -> Result<Overlay, Vec<Mistake>> {
    let known = Known {
        catalog,
        words: Some(&WORDS),
    };
    read(&tree(json), known)
}

/// The published example as JSON.
fn example() -> Json {
    serde_json::from_str(EXAMPLE).unwrap()
}

/// The published example, read.
fn acme() -> Overlay {
    read_against(builtin(), &example()).unwrap_or_else(|mistakes| panic!("{mistakes:#?}"))
}

/// The catalogue with the published example, made once.
fn with_acme() -> &'static Catalog {
    static MERGED: LazyLock<&'static Catalog> = LazyLock::new(|| merge(&acme(), builtin()));
    *MERGED
}
