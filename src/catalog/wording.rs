//! Lookup of wording. The texts themselves are loaded by the host or the command line.

use super::Item;

/// A source of texts in one language, by flat key such as `fact.scope.exclusion.question`.
pub trait Texts {
    /// The text, if the language has it.
    fn text(&self, key: &str) -> Option<&str>;
}

/// Builds the keys of wording, so that their form is spelled in one place.
#[derive(Clone, Copy, Debug)]
pub struct WordingKey;

impl WordingKey {
    /// `fact.<id>.question`, `.help`, `.example` or `.none`.
    pub fn fact(id: &str, part: &str) -> String {
        ["fact.", id, ".", part].concat()
    }

    /// `fact.<id>.value.<value>`.
    pub fn value(id: &str, value: &str) -> String {
        ["fact.", id, ".value.", value].concat()
    }

    /// `fact.<id>.hint.<value>`.
    pub fn hint(id: &str, value: &str) -> String {
        ["fact.", id, ".hint.", value].concat()
    }

    /// `<kind>.<id>.<part>`, such as `tier.high.name` or `item.6.1.2.do`.
    pub fn part(kind: &str, id: &str, part: &str) -> String {
        [kind, ".", id, ".", part].concat()
    }

    /// `<kind>.<id>`, such as `milestone.annex-iii`.
    pub fn name(kind: &str, id: &str) -> String {
        [kind, ".", id].concat()
    }
}

/// The language in which the texts are written first.
pub const SOURCE_LANGUAGE: &str = "en";

/// Stands before a text that its language does not have yet, which is shown in the source language. It is never seen.
pub const FOREIGN: char = '\u{2063}';

/// Texts without the mark of those that their language lacks: for whoever has no way to say of what language a text is.
#[derive(Clone, Copy)]
pub struct Unmarked<'a>(pub &'a dyn Texts);

impl Texts for Unmarked<'_> {
    fn text(&self, key: &str) -> Option<&str> {
        let text = self.0.text(key)?;
        Some(text.strip_prefix(FOREIGN).unwrap_or(text))
    }
}

/// The entries of a text that is a list, such as the fields of a document. They are parted by strokes; each has the mark
/// where the text has it.
pub fn entries(text: &str) -> impl Iterator<Item = String> {
    let (mark, text) = match text.strip_prefix(FOREIGN) {
        Some(text) => (Some(FOREIGN), text),
        None => (None, text),
    };
    text.split(" | ")
        .map(move |entry| mark.into_iter().chain(entry.chars()).collect())
}

/// The title of an item: that of the language, else the one that the catalogue has in the source language.
pub fn title<'a>(item: &Item, texts: &'a dyn Texts) -> &'a str {
    texts
        .text(&WordingKey::part("item", item.id, "title"))
        .unwrap_or(item.title)
}

/// A place in a document, as the language writes it, else as the catalogue does.
pub fn place<'a>(at: &'a str, texts: &'a dyn Texts) -> &'a str {
    texts.text(&WordingKey::name("place", at)).unwrap_or(at)
}

/// Replaces `{name}` in a text by the value given for it.
///
/// Unknown placeholders stay as they are, so that a mistake is seen.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(text.to_owned(), |text, (name, value)| {
        text.replace(&["{", name, "}"].concat(), value)
    })
}
