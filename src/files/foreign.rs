//! What a text that somebody wrote may become in a file: text, and nothing else.

/// The text without what XML cannot hold: a forbidden character becomes U+FFFD, a carriage return a line feed.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' if characters.peek() == Some(&'\n') => {}
            '\r' => plain.push('\n'),
            '\t' | '\n' => plain.push(character),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => plain.push('\u{fffd}'),
            _ => plain.push(character),
        }
    }
    plain
}

/// The text in XML and HTML, between tags and in attributes alike.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in plain(text).chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(character),
        }
    }
    escaped
}

/// The address, if it is one that a file may lead to: a page by `https` or a mailbox.
pub(super) fn address(url: &str) -> Option<&str> {
    /// Spreadsheets take no longer ones.
    const LONGEST: usize = 2_000;
    let known = url.starts_with("https://") || url.starts_with("mailto:");
    let odd = |character: char| {
        character.is_whitespace()
            || character.is_control()
            || matches!(character, '<' | '>' | '"' | '\\' | '`')
    };
    (known && url.len() <= LONGEST && !url.contains(odd)).then_some(url)
}
