//! Names that other tools know things by: tokens, names of resources and identifiers made of them.
//!
//! They are the same each time a record is written, so that a tool that has read one file finds the same things
//! in the next.

use uuid::Uuid;

use crate::catalog::{Catalog, ItemKind};
use crate::record::Record;

/// What all names of resources begin with.
pub(super) const URN: &str = "urn:aims-readiness:";

/// The token of an item: clauses and what an overlay adds get letters in front, because a token begins with
/// none but a letter, and no two kinds can have the same.
pub(super) fn token(catalog: &Catalog, id: &str) -> String {
    let item = catalog.items.iter().find(|item| item.id == id);
    let id = id.to_lowercase();
    match item.map(|item| item.kind) {
        Some(ItemKind::Clause) => ["cl-", &id].concat(),
        Some(ItemKind::Act) => id.replacen('.', "-", 1),
        Some(ItemKind::Overlay) => ["x-", &id].concat(),
        Some(ItemKind::Control | ItemKind::Sector) | None => id,
    }
}

/// A group of lines: its token, the heading as the catalogue knows it, and the items under it.
pub(super) struct Group<'a, T> {
    /// Its token.
    pub(super) token: String,
    /// The heading.
    pub(super) heading: &'a str,
    /// What kind of items stands first under it.
    pub(super) kind: &'a str,
    /// What stands under it.
    pub(super) items: Vec<&'a T>,
}

/// Items by heading, in the order in which the headings come. `of` tells heading and kind of an item.
pub(super) fn groups<'a, T>(
    items: impl IntoIterator<Item = &'a T>,
    of: impl Fn(&'a T) -> (&'a str, &'a str),
) -> Vec<Group<'a, T>> {
    let mut groups: Vec<Group<'a, T>> = Vec::new();
    for item in items {
        let (heading, kind) = of(item);
        if let Some(known) = groups.iter_mut().find(|group| group.heading == heading) {
            known.items.push(item);
            continue;
        }
        let place = groups.len() + 1;
        let token = match kind {
            "clause" => ["cl-", heading].concat(),
            // The heading is in a vendor's words.
            "overlay" => ["x-group-", &place.to_string()].concat(),
            _ => heading.to_lowercase(),
        };
        groups.push(Group {
            token,
            heading,
            kind,
            items: vec![item],
        });
    }
    groups
}

/// The identifier of a thing of a use case: of version 5, made of its name, so that it is the same each time.
///
/// The receipt alone would not do: two use cases with the same answers have the same.
pub(super) fn uuid(record: &Record, thing: &str) -> String {
    let case = &record.use_case;
    let own = if case.id.is_empty() { &case.name } else { &case.id };
    let name = [URN, &record.result.receipt, ":", own, ":", thing].concat();
    Uuid::new_v5(&Uuid::NAMESPACE_URL, name.as_bytes()).to_string()
}

/// A text in one line without spaces around it; nothing where there is none.
pub(super) fn in_one_line(text: &str) -> String {
    let parted =
        |character: char| character.is_whitespace() || character.is_control() || character == '\u{feff}';
    let words = text.split(parted).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}
