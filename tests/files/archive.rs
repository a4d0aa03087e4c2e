//! Reads office files without the code that writes them: the parts of the archive, and the text between tags.

use std::io::{Cursor, Read};

/// The names and contents of an archive, in order.
pub(crate) fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        parts.push((part.name().unwrap().into_owned(), text));
    }
    parts
}

/// One part of an archive.
pub(crate) fn part(bytes: &[u8], name: &str) -> String {
    let part = parts(bytes).into_iter().find(|(known, _)| known == name);
    part.unwrap_or_else(|| panic!("{name} is in the archive")).1
}

/// A tag or a text of markup.
#[derive(Debug, PartialEq)]
pub(crate) enum Token {
    /// The name with a slash in front where it ends an element, and the attributes as they are written.
    Tag(String, Vec<(String, String)>),
    /// A text without its references.
    Text(String),
}

/// The markup in pieces. A mistake in it fails the test.
pub(crate) fn tokens(markup: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = markup;
    while let Some(at) = rest.find('<') {
        if at > 0 {
            tokens.push(Token::Text(text(&rest[..at])));
        }
        let end = at + rest[at..].find('>').expect("a tag ends");
        let tag = rest[at + 1..end].trim_end_matches('/').trim_end();
        let (name, mut attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let mut all = Vec::new();
        while let Some((name, more)) = attributes.trim_start().split_once("=\"") {
            let (value, more) = more.split_once('"').expect("a value ends");
            all.push((name.to_owned(), text(value)));
            attributes = more;
        }
        tokens.push(Token::Tag(name.to_owned(), all));
        rest = &rest[end + 1..];
    }
    if !rest.is_empty() {
        tokens.push(Token::Text(text(rest)));
    }
    tokens
}

/// A text without its references.
fn text(escaped: &str) -> String {
    let mut text = String::new();
    let mut rest = escaped;
    while let Some(at) = rest.find('&') {
        text.push_str(&rest[..at]);
        let end = at + rest[at..].find(';').expect("a reference ends");
        text.push(match &rest[at + 1..end] {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "#39" | "apos" => '\'',
            other => panic!("the reference {other} is known"),
        });
        rest = &rest[end + 1..];
    }
    text.push_str(rest);
    text
}

/// Fails unless elements end in the order in which they begin, but for those that have no end.
pub(crate) fn is_well_formed(xml: &str) {
    let mut open = Vec::new();
    let mut rest = xml;
    while let Some(at) = rest.find('<') {
        let end = at + rest[at..].find('>').expect("a tag ends");
        let tag = &rest[at + 1..end];
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{name} ends what was begun");
        } else if !tag.ends_with(['/', '?']) && !tag.starts_with('!') {
            open.push(tag.split(' ').next().unwrap());
        }
        rest = &rest[end + 1..];
    }
    assert_eq!(open, Vec::<&str>::new());
    let forbidden = |next: char| next < ' ' && !"\t\n\r".contains(next) || "\u{fffe}\u{ffff}".contains(next);
    assert!(!xml.contains(forbidden), "no character that XML forbids");
}
