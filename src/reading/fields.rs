//! Reads objects, lists, texts and addresses, whatever they are for.

use std::collections::BTreeSet;

use super::{Mistakes, Shape, Value, below, did_you_mean};

/// Keys that mean something else to JavaScript.
pub(crate) const FORBIDDEN: [&str; 3] = ["__proto__", "constructor", "prototype"];

/// Levels of lists and objects in each other.
const DEEPEST: usize = 16;

/// Characters of an address.
const ADDRESS: usize = 2000;

/// Characters of one of a few words.
const WORD: usize = 200;

/// A value with its place.
#[derive(Clone, Debug)]
pub(crate) struct Node<'a> {
    pub(crate) value: &'a Value,
    pub(crate) place: String,
}

/// The fields of an object.
pub(crate) struct Fields<'a> {
    entries: &'a [(String, Value)],
    place: String,
}

impl<'a> Fields<'a> {
    /// The field with this key, the first of several.
    pub(crate) fn get(&self, key: &str) -> Option<Node<'a>> {
        let (_, value) = self.entries.iter().find(|(known, _)| known == key)?;
        Some(Node {
            value,
            place: below(&self.place, key),
        })
    }
}

impl Mistakes {
    /// What is wrong anywhere: keys that come twice, keys that no object may have, and depth.
    pub(crate) fn walk(&mut self, value: &Value, place: &str, depth: usize) {
        if depth > DEEPEST {
            let message = "lists and objects lie too deep in each other";
            self.note("too-deep", place, message, "a sound file needs six levels");
            return;
        }
        match value {
            Value::List(parts) => {
                for (at, part) in parts.iter().enumerate() {
                    self.walk(part, &below(place, &at.to_string()), depth + 1);
                }
            }
            Value::Map(parts) => {
                let mut seen = BTreeSet::new();
                for (key, part) in parts {
                    let inner = below(place, key);
                    if FORBIDDEN.contains(&key.as_str()) {
                        let message = ["`", key, "` cannot be a key"].concat();
                        self.note("forbidden-key", &inner, message, "leave it out");
                    }
                    if !seen.insert(key.as_str()) {
                        let message = ["`", key, "` is there twice"].concat();
                        self.note("duplicate-key", &inner, message, "keep one of them");
                    }
                    self.walk(part, &inner, depth + 1);
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_) => {}
        }
    }

    /// The value is of another type than it should be.
    pub(crate) fn wrong_type(&mut self, node: &Node<'_>, wanted: &str) {
        let message = [wanted, " is wanted here, and this is ", node.value.what()].concat();
        self.note("wrong-type", &node.place, message, "");
    }

    /// The fields of an object of a shape.
    pub(crate) fn object<'v>(&mut self, node: &Node<'v>, shape: &Shape) -> Option<Fields<'v>> {
        let Value::Map(entries) = node.value else {
            self.wrong_type(node, "an object");
            return None;
        };
        for (key, _) in entries {
            if shape.keys().any(|known| known == key) || FORBIDDEN.contains(&key.as_str()) {
                continue;
            }
            let message = ["`", key, "` is not part of it"].concat();
            let hint = did_you_mean(key, shape.keys()).unwrap_or_else(|| {
                let keys: Vec<&str> = shape.keys().collect();
                ["it takes ", &keys.join(", ")].concat()
            });
            self.note("unknown-key", &below(&node.place, key), message, hint);
        }
        for needed in shape.needs {
            if !entries.iter().any(|(key, _)| key == needed) {
                let message = ["`", needed, "` is missing"].concat();
                self.note("missing-key", &node.place, message, "");
            }
        }
        Some(Fields {
            entries,
            place: node.place.clone(),
        })
    }

    /// The entries of an object whose keys are ids, each key once. Those beyond the limit are not read.
    pub(crate) fn entries<'v>(&mut self, node: &Node<'v>, most: usize) -> Vec<(&'v str, Node<'v>)> {
        let Value::Map(entries) = node.value else {
            self.wrong_type(node, "an object");
            return Vec::new();
        };
        self.count(node, entries.len(), most);
        let mut seen = BTreeSet::new();
        entries
            .iter()
            .filter(|(key, _)| !FORBIDDEN.contains(&key.as_str()) && seen.insert(key))
            .take(most)
            .map(|(key, value)| {
                let place = below(&node.place, key);
                (key.as_str(), Node { value, place })
            })
            .collect()
    }

    /// The parts of a list. Those beyond the limit are not read.
    pub(crate) fn list<'v>(&mut self, node: &Node<'v>, most: usize) -> Vec<Node<'v>> {
        let Value::List(parts) = node.value else {
            self.wrong_type(node, "a list");
            return Vec::new();
        };
        self.count(node, parts.len(), most);
        let parts = parts.iter().enumerate();
        parts
            .take(most)
            .map(|(at, value)| Node {
                value,
                place: below(&node.place, &at.to_string()),
            })
            .collect()
    }

    fn count(&mut self, node: &Node<'_>, count: usize, most: usize) {
        if count > most {
            let message = [&count.to_string(), " entries are too many"].concat();
            let hint = ["at most ", &most.to_string()].concat();
            self.note("too-many", &node.place, message, hint);
        }
    }

    /// A text of at most so many characters, with something in it.
    pub(crate) fn text(&mut self, node: &Node<'_>, most: usize) -> Option<String> {
        let Value::Text(text) = node.value else {
            self.wrong_type(node, "a text");
            return None;
        };
        let length = text.chars().count();
        if text.trim().is_empty() {
            self.note(
                "empty",
                &node.place,
                "the text is empty",
                "leave it out, or say something",
            );
        } else if length > most {
            let message = ["the text has ", &length.to_string(), " characters"].concat();
            let hint = ["at most ", &most.to_string()].concat();
            self.note("too-long", &node.place, message, hint);
        } else if text.chars().any(unseen) {
            let message = "the text has characters that cannot be seen";
            let hint = "plain text only: no control characters, and none that turn the direction";
            self.note("characters", &node.place, message, hint);
        } else {
            return Some(text.trim().to_owned());
        }
        None
    }

    /// A text that has to be there; that it is missing is known already.
    pub(crate) fn field(&mut self, node: Option<Node<'_>>, most: usize) -> Option<String> {
        self.text(&node?, most)
    }

    /// A text that may be left out or be empty: plain words, line breaks included. Characters that cannot be
    /// seen are left to the text, since people paste them; they are shown as text and as nothing else.
    pub(crate) fn maybe(&mut self, node: Option<Node<'_>>, most: usize) -> String {
        let Some(node) = node else {
            return String::new();
        };
        match node.value {
            Value::Null => String::new(),
            Value::Text(text) => {
                let length = text.chars().count();
                if length > most {
                    let message = ["the text has ", &length.to_string(), " characters"].concat();
                    let hint = ["at most ", &most.to_string()].concat();
                    self.note("too-long", &node.place, message, hint);
                }
                text.clone()
            }
            _ => {
                self.wrong_type(&node, "a text");
                String::new()
            }
        }
    }

    /// Yes or no; no where it is left out.
    pub(crate) fn yes(&mut self, node: Option<Node<'_>>) -> bool {
        match node {
            Some(Node {
                value: Value::Bool(is),
                ..
            }) => *is,
            Some(node) if *node.value != Value::Null => {
                self.wrong_type(&node, "true or false");
                false
            }
            _ => false,
        }
    }

    /// Short texts in a list, each once.
    pub(crate) fn texts(&mut self, node: Option<Node<'_>>, most: usize, longest: usize) -> Vec<String> {
        let Some(node) = node else {
            return Vec::new();
        };
        let mut found = Vec::new();
        for part in self.list(&node, most) {
            let Some(text) = self.text(&part, longest) else {
                continue;
            };
            if found.contains(&text) {
                let message = ["`", &text, "` is there twice"].concat();
                self.note("duplicate-value", &part.place, message, "keep one of them");
            }
            found.push(text);
        }
        found
    }

    /// One of a few words.
    pub(crate) fn word<T: Copy>(&mut self, node: Option<Node<'_>>, words: &[(&str, T)]) -> Option<T> {
        let node = node?;
        let text = self.text(&node, WORD)?;
        let known = words.iter().find(|(word, _)| *word == text);
        if known.is_none() {
            let message = ["`", &text, "` is not one of the words that are known here"].concat();
            let names = words.iter().map(|(word, _)| *word);
            let hint = did_you_mean(&text, names.clone())
                .unwrap_or_else(|| ["one of ", &names.collect::<Vec<_>>().join(", ")].concat());
            self.note("bad-value", &node.place, message, hint);
        }
        known.map(|(_, meant)| *meant)
    }

    /// An address that a link may lead to.
    pub(crate) fn address(&mut self, node: Option<Node<'_>>) -> Option<String> {
        let node = node?;
        let text = self.text(&node, ADDRESS)?;
        if leads_out(&text) {
            return Some(text);
        }
        let shown: String = text.chars().take(60).collect();
        let message = ["`", &shown, "` is no address that a link may lead to"].concat();
        let hint = "a whole address that begins with `https://`, or with `mailto:`";
        self.note("bad-url", &node.place, message, hint);
        None
    }
}

/// Characters that are not seen, or that make what is seen another text than what is there.
fn unseen(character: char) -> bool {
    match character {
        '\n' | '\t' => false,
        '\u{200b}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => true,
        _ => character.is_control(),
    }
}

/// Whether a link may lead there: a web page by a safe connection, or a mailbox.
fn leads_out(address: &str) -> bool {
    let odd = |character: char| character.is_whitespace() || "<>\"\\^`{|}".contains(character);
    if address.contains(odd) {
        return false;
    }
    if let Some(mailbox) = address.strip_prefix("mailto:") {
        return mailbox
            .split_once('@')
            .is_some_and(|(name, host)| !name.is_empty() && !host.is_empty());
    }
    let Some(rest) = address.strip_prefix("https://") else {
        return false;
    };
    // A name before `@` can make one host look like another.
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let part = |character: char| character.is_alphanumeric() || "-.:[]".contains(character);
    host.starts_with(|first: char| first.is_alphanumeric() || first == '[') && host.chars().all(part)
}

#[cfg(test)]
mod tests {
    use super::leads_out;

    #[test]
    fn addresses() {
        for good in [
            "https://portal.example",
            "https://portal.example:8443/a/b?c=d#e",
            "https://[::1]/",
            "https://bücher.example/",
            "mailto:grc@acme.example",
            "mailto:grc@acme.example?subject=AI",
        ] {
            assert!(leads_out(good), "{good}");
        }
        for bad in [
            "http://portal.example",
            "HTTPS://portal.example",
            "//portal.example",
            "/relative",
            "portal.example",
            "https:portal.example",
            "https://",
            "https:///path",
            "https://user@portal.example",
            "https://portal.example\\@other.example",
            "https://portal.example/a b",
            "https://portal.example/\"><script>",
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "java\tscript:alert(1)",
            "data:text/html,x",
            "blob:https://portal.example/x",
            "mailto:",
            "mailto:nobody",
            "",
        ] {
            assert!(!leads_out(bad), "{bad}");
        }
    }
}
