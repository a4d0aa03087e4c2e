//! Texts of one language, as the loader fetched them.

use js_sys::{Array, Object};
use yew::AttrValue;

use crate::catalog::{FOREIGN, Texts};

/// Texts by key, sorted by key.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wording {
    texts: Vec<(String, AttrValue)>,
}

impl Wording {
    /// Texts from an object of the browser; entries that are not texts are left out.
    pub fn from_object(object: &Object) -> Self {
        let mut wording = Self::default();
        wording.add(object);
        wording
    }

    /// The texts without the mark of those that the language lacks, for who gets them as data.
    #[must_use]
    pub fn unmarked(mut self) -> Self {
        for (_, text) in &mut self.texts {
            if let Some(plain) = text.strip_prefix(FOREIGN) {
                *text = AttrValue::from(plain.to_owned());
            }
        }
        self
    }

    /// A copy with more texts; later ones win.
    #[must_use]
    pub fn with(&self, object: &Object) -> Self {
        let mut wording = self.clone();
        wording.add(object);
        wording
    }

    /// Adds texts; later ones win.
    pub fn add(&mut self, object: &Object) {
        self.extend(Object::entries(object).iter().filter_map(|entry| {
            let pair = Array::from(&entry);
            Some((pair.get(0).as_string()?, pair.get(1).as_string()?))
        }));
    }
}

impl Extend<(String, String)> for Wording {
    fn extend<T: IntoIterator<Item = (String, String)>>(&mut self, texts: T) {
        self.texts
            .extend(texts.into_iter().map(|(key, text)| (key, text.into())));
        // The sort keeps the order of equal keys: of those the last one is the latest.
        self.texts.sort_by(|a, b| a.0.cmp(&b.0));
        self.texts.reverse();
        self.texts.dedup_by(|a, b| a.0 == b.0);
        self.texts.reverse();
    }
}

impl Wording {
    /// The text of a key, shared; the key itself where there is none, so that a gap is seen.
    pub fn get(&self, key: &str) -> AttrValue {
        self.find(key)
            .cloned()
            .unwrap_or_else(|| AttrValue::from(key.to_owned()))
    }

    /// The text of a key, if there is one.
    pub fn find(&self, key: &str) -> Option<&AttrValue> {
        let place = self
            .texts
            .binary_search_by(|(known, _)| known.as_str().cmp(key))
            .ok()?;
        self.texts.get(place).map(|(_, text)| text)
    }
}

impl Texts for Wording {
    fn text(&self, key: &str) -> Option<&str> {
        self.find(key).map(AsRef::as_ref)
    }
}
