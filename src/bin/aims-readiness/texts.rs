//! The English wording, built into the command line.

use std::collections::BTreeMap;
use std::io;

use aims_readiness::catalog::Texts;

/// Wording files, by file name.
pub(crate) const FILES: [(&str, &str); 12] = [
    (
        "wording.en.json",
        include_str!(concat!(env!("OUT_DIR"), "/wording.en.json")),
    ),
    (
        "wording.en.details.json",
        include_str!(concat!(env!("OUT_DIR"), "/wording.en.details.json")),
    ),
    (
        "wording.en.results.json",
        include_str!(concat!(env!("OUT_DIR"), "/wording.en.results.json")),
    ),
    (
        "wording.en.checklist.json",
        include_str!(concat!(env!("OUT_DIR"), "/wording.en.checklist.json")),
    ),
    (
        "wording.en.starters.json",
        include_str!(concat!(env!("OUT_DIR"), "/wording.en.starters.json")),
    ),
    (
        "wording.en.loader.json",
        include_str!(concat!(env!("OUT_DIR"), "/wording.en.loader.json")),
    ),
    (
        "wording.en.privacy.json",
        include_str!(concat!(env!("OUT_DIR"), "/wording.en.privacy.json")),
    ),
    (
        "wording.en.records.json",
        include_str!(concat!(env!("OUT_DIR"), "/wording.en.records.json")),
    ),
    (
        "wording.en.keep.json",
        include_str!(concat!(env!("OUT_DIR"), "/wording.en.keep.json")),
    ),
    (
        "wording.en.register.json",
        include_str!(concat!(env!("OUT_DIR"), "/wording.en.register.json")),
    ),
    (
        "wording.en.workshop.json",
        include_str!(concat!(env!("OUT_DIR"), "/wording.en.workshop.json")),
    ),
    (
        "wording.en.reference.json",
        include_str!(concat!(env!("OUT_DIR"), "/wording.en.reference.json")),
    ),
];

/// The scenario deck, with its file name.
pub(crate) const DECK: (&str, &str) = (
    "deck.en.json",
    include_str!(concat!(env!("OUT_DIR"), "/deck.en.json")),
);

/// Texts by key.
pub(crate) struct English(pub(crate) BTreeMap<String, String>);

impl Texts for English {
    fn text(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }
}

/// All English texts.
pub(crate) fn english() -> io::Result<English> {
    let mut texts = BTreeMap::new();
    for (_, file) in FILES {
        texts.extend(serde_json::from_str::<BTreeMap<String, String>>(file)?);
    }
    Ok(English(texts))
}
