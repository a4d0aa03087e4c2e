//! The English wording, built into the command line.

use std::collections::BTreeMap;
use std::io;

use aims_readiness::catalog::Texts;

/// Wording files of the widget, by file name.
pub(crate) const FILES: [(&str, &str); 2] = [
    (
        "wording.en.json",
        include_str!(concat!(env!("OUT_DIR"), "/wording.en.json")),
    ),
    (
        "wording.en.checklist.json",
        include_str!(concat!(env!("OUT_DIR"), "/wording.en.checklist.json")),
    ),
];

/// Texts by key.
pub(crate) struct English(BTreeMap<String, String>);

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
