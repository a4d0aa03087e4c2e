//! Reads which overlay it is, and the ids that begin with its id.

use super::{FORBIDDEN, Reader};
use crate::overlay::limits::{LONG_ID, SHORT_ID, SHORT_TEXT};
use crate::reading::Value;
use crate::reading::{Fields, Node};

/// Which overlay it is.
pub(super) struct Identity {
    pub(super) id: String,
    pub(super) version: String,
    pub(super) name: String,
    pub(super) language: String,
}

/// The language of a text where none is named.
const LANGUAGE: &str = "en";

impl Reader<'_> {
    pub(super) fn identity(&mut self, fields: &Fields<'_>) -> Option<Identity> {
        if let Some(node) = fields.get("schema")
            && *node.value != Value::Number(1.0)
        {
            let message = "this version of the form is not known";
            self.mistakes
                .note("unknown-schema", &node.place, message, "write 1");
        }
        if let Some(node) = fields.get("$schema") {
            self.mistakes.text(&node, SHORT_TEXT);
        }
        let id = fields.get("id").and_then(|node| self.overlay_id(&node));
        self.id.clone_from(&id);
        let version = fields
            .get("version")
            .and_then(|node| self.shaped(&node, is_version, "such as 1.4.0"));
        let name = self.mistakes.field(fields.get("name"), SHORT_TEXT);
        let language = match fields.get("language") {
            Some(node) => self.shaped(&node, is_language, "such as en or de-AT"),
            None => Some(LANGUAGE.to_owned()),
        };
        if let Some(node) = fields.get("requires")
            && let Some(wanted) = self.mistakes.text(&node, SHORT_TEXT)
            && wanted != self.known.catalog.id
        {
            let message = ["the overlay is for the catalogue `", &wanted, "`"].concat();
            let hint = ["this is `", self.known.catalog.id, "`"].concat();
            self.mistakes.note("other-catalogue", &node.place, message, hint);
        }
        Some(Identity {
            id: id?,
            version: version?,
            name: name?,
            language: language?,
        })
    }

    /// A short text of a certain form.
    fn shaped(&mut self, node: &Node<'_>, sound: fn(&str) -> bool, hint: &str) -> Option<String> {
        let text = self.mistakes.text(node, SHORT_ID)?;
        if sound(&text) {
            return Some(text);
        }
        let message = ["`", &text, "` has not the form that is wanted here"].concat();
        self.mistakes.note("bad-value", &node.place, message, hint);
        None
    }

    fn overlay_id(&mut self, node: &Node<'_>) -> Option<String> {
        let id = self.mistakes.text(node, SHORT_ID)?;
        if !is_slug(&id) || id.contains('_') || FORBIDDEN.contains(&id.as_str()) {
            let message = ["`", &id, "` cannot be an id"].concat();
            let hint = "lower-case letters, digits and hyphens, a letter first";
            self.mistakes.note("bad-id", &node.place, message, hint);
            return None;
        }
        let catalog = self.known.catalog;
        let facts = catalog.facts.iter().map(|fact| fact.id);
        let items = catalog.items.iter().map(|item| item.id);
        let rules = catalog.rules.iter().map(|rule| rule.id);
        let terms = catalog.terms.iter().map(|term| term.id);
        let overlays = catalog.overlays.iter().map(|overlay| overlay.id);
        let mut known = facts.chain(items).chain(rules).chain(terms).chain(overlays);
        if known.any(|known| known.split('.').next() == Some(id.as_str())) {
            let message = ["ids that begin with `", &id, ".` are there already"].concat();
            let hint = "take the name of your organisation or product";
            self.mistakes.note("taken-id", &node.place, message, hint);
            return None;
        }
        Some(id)
    }

    /// An id of the overlay's own, which begins with the overlay's id and is not there already.
    pub(super) fn own_id(&mut self, node: Option<Node<'_>>, before: &[String]) -> Option<String> {
        let node = node?;
        let id = self.mistakes.text(&node, LONG_ID)?;
        let owner = self.id.clone();
        let prefix = owner.as_deref().map(|owner| [owner, "."].concat());
        if let Some(prefix) = &prefix
            && !id.starts_with(prefix)
        {
            let message = ["`", &id, "` does not begin with `", prefix, "`"].concat();
            let hint = ["such as `", prefix, &id, "`"].concat();
            self.mistakes.note("prefix", &node.place, message, hint);
            return None;
        }
        let mut parts = id.split('.');
        let sound = parts.next().is_some_and(is_slug)
            && id.contains('.')
            && parts.all(|part| {
                is_slug(part) || part.chars().all(|part| part.is_ascii_digit()) && !part.is_empty()
            });
        if !sound || id.split('.').any(|part| FORBIDDEN.contains(&part)) {
            let message = ["`", &id, "` cannot be an id"].concat();
            let hint =
                "lower-case letters, digits, hyphens and underscores, in parts with a dot between them";
            self.mistakes.note("bad-id", &node.place, message, hint);
            return None;
        }
        if before.contains(&id) {
            let message = ["`", &id, "` is there twice"].concat();
            self.mistakes
                .note("duplicate-id", &node.place, message, "each id once");
        }
        Some(id)
    }
}

/// Lower-case letters, digits, hyphens and underscores, a letter first.
pub(super) fn is_slug(text: &str) -> bool {
    let inner = |character: char| {
        character.is_ascii_lowercase() || character.is_ascii_digit() || character == '-' || character == '_'
    };
    text.starts_with(|first: char| first.is_ascii_lowercase()) && text.chars().all(inner)
}

fn is_version(text: &str) -> bool {
    let inner = |character: char| character.is_ascii_alphanumeric() || ".-+".contains(character);
    text.starts_with(|first: char| first.is_ascii_digit()) && text.chars().all(inner)
}

fn is_language(text: &str) -> bool {
    let mut parts = text.split('-');
    let first = parts.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.chars().all(|letter| letter.is_ascii_lowercase())
        && parts.all(|part| {
            (2..=8).contains(&part.len()) && part.chars().all(|letter| letter.is_ascii_alphanumeric())
        })
}
