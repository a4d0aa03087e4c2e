//! Records: read back whatever version wrote them, refused with a place where they are none, and whole in
//! every file.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod complete;
mod fuzz;
mod kept;
mod mistakes;
#[path = "../random/mod.rs"]
#[allow(
    dead_code,
    reason = "small random catalogues are for the properties of the engine"
)]
mod random;
mod round_trip;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use aims_readiness::catalog::{Catalog, Date, Texts, builtin};
use aims_readiness::files::{CsvStyle, Setting};
use aims_readiness::overlay::{Known, merge};
use aims_readiness::reading::{Mistake, Value};
use aims_readiness::record::{Opened, Record, UseCase, open};

/// Words by key.
struct Words(BTreeMap<String, String>);

impl Texts for Words {
    fn text(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }
}

/// All English words.
static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let files = [
        include_str!(concat!(env!("OUT_DIR"), "/wording.en.json")),
        include_str!(concat!(env!("OUT_DIR"), "/wording.en.details.json")),
        include_str!(concat!(env!("OUT_DIR"), "/wording.en.results.json")),
        include_str!(concat!(env!("OUT_DIR"), "/wording.en.checklist.json")),
        include_str!(concat!(env!("OUT_DIR"), "/wording.en.starters.json")),
        include_str!(concat!(env!("OUT_DIR"), "/wording.en.records.json")),
        include_str!(concat!(env!("OUT_DIR"), "/wording.en.reference.json")),
    ];
    let parse = |text| serde_json::from_str::<BTreeMap<String, String>>(text).unwrap();
    Words(files.into_iter().flat_map(parse).collect())
});

fn day() -> Date {
    "2026-11-21".parse().unwrap()
}

fn opened(text: &str) -> Result<Opened, Vec<Mistake>> {
    let tree: Value = serde_json::from_str(text).unwrap();
    open(&tree, builtin())
}

fn use_case(text: &str) -> UseCase {
    opened(text).unwrap().cases.remove(0).use_case
}

/// The catalogue with the overlay that uses everything, and its words.
static WITH_OVERLAY: LazyLock<(&'static Catalog, Words)> = LazyLock::new(|| {
    let tree: Value = serde_json::from_str(include_str!("../../examples/overlay/acme.json")).unwrap();
    let known = Known {
        catalog: builtin(),
        words: Some(&WORDS.0),
    };
    let overlay = aims_readiness::overlay::read(&tree, known).unwrap();
    let mut words = WORDS.0.clone();
    words.extend(overlay.texts());
    (merge(&overlay, builtin()), Words(words))
});

fn setting() -> Setting<'static> {
    Setting {
        catalog: builtin(),
        texts: &*WORDS,
        language: "en",
        csv: CsvStyle::default(),
    }
}

fn record(text: &str) -> Record {
    Record::of(use_case(text), builtin(), day(), &*WORDS).0
}
