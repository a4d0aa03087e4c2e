//! YAML, as little of it as a library needs.
//!
//! Every text is quoted: readers differ in what they take for a number, a day or a truth (`4.1`, `12:30`, `no`),
//! and a quoted text is a text for all of them.

use std::fmt::Write;

/// A value.
#[derive(Clone, Debug)]
pub(super) enum Yaml {
    /// A text.
    Text(String),
    /// What readers are to understand by themselves, such as a day.
    Plain(String),
    /// A whole number.
    Number(u64),
    /// Yes or no.
    Yes(bool),
    /// A list.
    List(Vec<Yaml>),
    /// Keys with their values.
    Map(Vec<(&'static str, Yaml)>),
}

impl Yaml {
    pub(super) fn map(entries: impl IntoIterator<Item = (&'static str, Self)>) -> Self {
        Self::Map(entries.into_iter().collect())
    }

    pub(super) fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) | Self::Plain(text) => text.is_empty(),
            Self::List(parts) => parts.is_empty(),
            Self::Map(parts) => parts.is_empty(),
            Self::Number(_) | Self::Yes(_) => false,
        }
    }
}

/// A value as a document.
pub(super) fn write(value: &Yaml) -> String {
    let mut out = String::new();
    block(&mut out, value, 0);
    out
}

/// The lines of a value; a list or a map begins where the line stands.
fn block(out: &mut String, value: &Yaml, depth: usize) {
    let indent = |out: &mut String, place: usize| {
        if place > 0 {
            out.push_str(&"  ".repeat(depth));
        }
    };
    match value {
        Yaml::Map(entries) if !entries.is_empty() => {
            for (place, (key, value)) in entries.iter().enumerate() {
                indent(out, place);
                out.push_str(key);
                out.push(':');
                below(out, value, depth);
            }
        }
        Yaml::List(parts) if !parts.is_empty() => {
            for (place, part) in parts.iter().enumerate() {
                indent(out, place);
                out.push_str("- ");
                block(out, part, depth + 1);
            }
        }
        simple => {
            scalar(out, simple);
            out.push('\n');
        }
    }
}

/// The value of a key: beside it, or in lines of its own.
fn below(out: &mut String, value: &Yaml, depth: usize) {
    let nested = matches!(value, Yaml::Map(_) | Yaml::List(_)) && !value.is_empty();
    if nested {
        out.push('\n');
        out.push_str(&"  ".repeat(depth + 1));
        block(out, value, depth + 1);
    } else {
        out.push(' ');
        scalar(out, value);
        out.push('\n');
    }
}

fn scalar(out: &mut String, value: &Yaml) {
    match value {
        Yaml::Text(text) => quoted(out, text),
        Yaml::Plain(text) => out.push_str(text),
        Yaml::Number(number) => out.push_str(&number.to_string()),
        Yaml::Yes(is) => out.push_str(if *is { "true" } else { "false" }),
        Yaml::List(_) => out.push_str("[]"),
        Yaml::Map(_) => out.push_str("{}"),
    }
}

/// A text in double quotes. Whatever a reader might not take as it is, is written by its number.
fn quoted(out: &mut String, text: &str) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            ' '..='~'
            | '\u{a0}'..='\u{2027}'
            | '\u{202a}'..='\u{d7ff}'
            | '\u{e000}'..='\u{fefe}'
            | '\u{ff00}'..='\u{fffd}' => out.push(character),
            other => {
                // Writing into a text does not fail.
                let _ = write!(out, "\\U{:08X}", u32::from(other));
            }
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_quoted_and_stays_what_it_is() {
        let document = Yaml::map([
            (
                "text",
                Yaml::Text("a: \"b\" # no\n\\ \u{0}\u{85}\u{2028}\u{1f600}ä".to_owned()),
            ),
            ("number", Yaml::Text("12.5".to_owned())),
            ("none", Yaml::List(Vec::new())),
            (
                "list",
                Yaml::List(vec![
                    Yaml::map([("one", Yaml::Yes(true)), ("two", Yaml::Number(2))]),
                    Yaml::Text("- x".to_owned()),
                ]),
            ),
            ("map", Yaml::map([("day", Yaml::Plain("d".to_owned()))])),
        ]);
        let expected = "text: \"a: \\\"b\\\" # no\\n\\\\ \\U00000000\\U00000085\\U00002028\\U0001F600ä\"\n\
            number: \"12.5\"\nnone: []\nlist:\n  - one: true\n    two: 2\n  - \"- x\"\nmap:\n  day: d\n";
        assert_eq!(write(&document), expected);
    }
}
