//! The words by which headings and cells are known, from `headings.tsv`.

use std::collections::BTreeMap;

use super::{Field, NAMED};

/// The words, as people edit them.
const TABLE: &str = include_str!("headings.tsv");

/// A cell that says the same in every column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Word {
    /// Yes.
    Yes,
    /// No.
    No,
    /// "I don't know".
    Unknown,
    /// None of the values.
    None,
}

/// A text to compare: small letters, and signs and blanks as one blank between words.
pub(crate) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_alphanumeric() || letter == '?' {
            folded.extend(letter.to_lowercase());
        } else if !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// A cell to compare: small letters, one blank between words, one kind of apostrophe. Signs stay: `-1` is not 1.
pub(crate) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !plain.is_empty() {
            plain.push(' ');
        }
        let letters = word.chars().flat_map(char::to_lowercase);
        plain.extend(letters.map(|letter| if letter == '’' { '\'' } else { letter }));
    }
    plain
}

/// The lines of the table: what it is, and the words for it.
fn lines() -> impl Iterator<Item = (&'static str, &'static str)> {
    TABLE.lines().filter_map(|line| {
        let mut parts = line.split('\t');
        let what = parts.next().filter(|what| !what.starts_with('#'))?;
        Some((what, parts.nth(1)?))
    })
}

fn known(folded: &str, words: &str) -> Option<usize> {
    words.split('|').position(|word| word == folded)
}

/// What a heading says, and how far back in the list of its words it stands: the usual ones stand first.
pub(super) fn field_of(folded: &str) -> Option<(Field, usize)> {
    let (what, place) = lines().find_map(|(what, words)| Some((what, known(folded, words)?)))?;
    let (field, _) = NAMED.iter().find(|(_, name)| *name == what)?;
    Some((field.clone(), place))
}

/// What cells say, by their plain words.
pub(crate) fn cell_words() -> BTreeMap<&'static str, Word> {
    let mut found = BTreeMap::new();
    for (what, words) in lines() {
        let word = match what.strip_prefix("cell:") {
            Some("yes") => Word::Yes,
            Some("no") => Word::No,
            Some("unknown") => Word::Unknown,
            Some("none") => Word::None,
            _ => continue,
        };
        for known in words.split('|') {
            found.entry(known).or_insert(word);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{TABLE, field_of, folded, lines, plain};

    #[test]
    fn words_are_folded_and_lines_are_whole() {
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            assert_eq!(line.split('\t').count(), 3, "{line}");
        }
        for (what, words) in lines() {
            for word in words.split('|') {
                if what.starts_with("cell:") {
                    assert_eq!(plain(word), word, "{what}");
                } else {
                    assert_eq!(folded(word), word, "{what}");
                    assert!(field_of(word).is_some(), "{what}: {word}");
                }
            }
        }
    }

    #[test]
    fn headings_are_folded() {
        for (heading, expected) in [
            ("Use-Case  Name", "use case name"),
            ("  ID* ", "id"),
            ("Größe (m²)", "größe m²"),
            ("…", ""),
        ] {
            assert_eq!(folded(heading), expected, "{heading}");
        }
    }
}
