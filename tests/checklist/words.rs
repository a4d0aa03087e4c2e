//! The English words, as the command line has them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use aims_readiness::catalog::{Texts, WordingKey};

/// The words by key.
pub(crate) struct Words(LazyLock<BTreeMap<String, String>>);

pub(crate) static WORDS: Words = Words(LazyLock::new(|| {
    let start = include_str!(concat!(env!("OUT_DIR"), "/wording.en.json"));
    let results = include_str!(concat!(env!("OUT_DIR"), "/wording.en.results.json"));
    let checklist = include_str!(concat!(env!("OUT_DIR"), "/wording.en.checklist.json"));
    let parse = |text| serde_json::from_str::<BTreeMap<String, String>>(text).unwrap();
    [start, results, checklist].into_iter().flat_map(parse).collect()
}));

impl Texts for Words {
    fn text(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }
}

impl Words {
    /// A part of the words of an item.
    pub(crate) fn item(&self, id: &str, part: &str) -> Option<&str> {
        self.text(&WordingKey::part("item", id, part))
    }
}
