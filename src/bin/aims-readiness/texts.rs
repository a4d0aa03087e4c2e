//! The words of every language, built into the command line, which itself speaks English.

use std::collections::BTreeMap;
use std::io;

use aims_readiness::catalog::Texts;

// `FILES`: wording files and decks of all languages, by file name, as the build packed them.
include!(concat!(env!("OUT_DIR"), "/texts.rs"));

/// What the names of English wording files begin with.
const ENGLISH: &str = "wording.en.";

/// The English scenario deck.
pub(crate) const DECK: &str = "deck.en.json";

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
    for (_, file) in FILES.iter().filter(|(name, _)| name.starts_with(ENGLISH)) {
        texts.extend(serde_json::from_str::<BTreeMap<String, String>>(file)?);
    }
    Ok(English(texts))
}

/// A packed file by its name.
pub(crate) fn file(wanted: &str) -> io::Result<&'static str> {
    let found = FILES.iter().find(|(name, _)| *name == wanted);
    let missing = || io::Error::other(["the build packed no ", wanted].concat());
    found.map(|(_, text)| *text).ok_or_else(missing)
}
