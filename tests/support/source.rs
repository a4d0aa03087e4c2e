//! Source text apart into code, comments and literals, for the tests that read it.
//!
//! Small on purpose: enough of Rust's lexing that a word in a comment or a text is never taken for code.

use std::fs;
use std::path::{Path, PathBuf};

/// A source file.
pub(crate) struct Source {
    /// Path below the package.
    pub(crate) file: String,
    /// The text as it stands.
    pub(crate) text: String,
    /// The text with comments and the insides of literals blanked: offsets and lines stay.
    pub(crate) code: String,
    /// Insides of text and character literals.
    pub(crate) literals: Vec<Literal>,
}

/// The inside of a literal, escapes as written.
pub(crate) struct Literal {
    /// Offset of its first byte in the text.
    pub(crate) start: usize,
    /// What stands between the quotes.
    pub(crate) text: String,
}

enum Piece {
    Code,
    Comment,
    /// With the lengths of the opening and of the closing.
    Literal(usize, usize),
}

impl Source {
    /// Takes a text apart.
    pub(crate) fn new(file: &str, text: &str) -> Self {
        let mut code = String::with_capacity(text.len());
        let mut literals = Vec::new();
        let mut at = 0;
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            let in_word = code.ends_with(is_word);
            let (piece, length) = piece(rest, in_word);
            let raw = &rest[..length];
            match piece {
                Piece::Code => code.push_str(raw),
                Piece::Comment => blank(raw, &mut code),
                Piece::Literal(open, close) => {
                    let inside = &raw[open..length - close];
                    code.push_str(&raw[..open]);
                    blank(inside, &mut code);
                    code.push_str(&raw[length - close..]);
                    literals.push(Literal {
                        start: at + open,
                        text: inside.to_owned(),
                    });
                }
            }
            at += length;
        }
        Self {
            file: file.to_owned(),
            text: text.to_owned(),
            code,
            literals,
        }
    }

    /// Every Rust file below a folder of the package, in order of path.
    pub(crate) fn all_below(folder: &str) -> Vec<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        files_below(&root.join(folder))
            .into_iter()
            .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
            .map(|path| {
                let file = path
                    .strip_prefix(root)
                    .unwrap()
                    .to_string_lossy()
                    .replace('\\', "/");
                Self::new(&file, &fs::read_to_string(&path).unwrap())
            })
            .collect()
    }

    /// The line of an offset, from 1.
    pub(crate) fn line(&self, offset: usize) -> usize {
        self.text[..offset].matches('\n').count() + 1
    }
}

/// Every file below a folder, in order of path.
pub(crate) fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.unwrap().path())
        .collect();
    entries.sort();
    for entry in entries {
        if entry.is_dir() {
            files.extend(files_below(&entry));
        } else {
            files.push(entry);
        }
    }
    files
}

/// Whether a character may stand in a name.
pub(crate) fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

fn blank(raw: &str, code: &mut String) {
    code.extend(raw.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
}

/// The first piece of a text that is not empty, and its length.
fn piece(rest: &str, in_word: bool) -> (Piece, usize) {
    let end = |found: Option<usize>| found.unwrap_or(rest.len());
    if rest.starts_with("//") {
        return (Piece::Comment, end(rest.find('\n')));
    }
    if rest.starts_with("/*") {
        return (Piece::Comment, end(rest.find("*/").map(|at| at + 2)));
    }
    let raw = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r'));
    if let Some(raw) = raw.filter(|_| !in_word) {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        if raw[hashes..].starts_with('"') {
            let open = rest.len() - raw.len() + hashes + 1;
            let close = ["\"", &"#".repeat(hashes)].concat();
            let length = end(rest[open..].find(&close).map(|at| open + at + close.len()));
            return (Piece::Literal(open, close.len()), length);
        }
    }
    if rest.starts_with('"') {
        return (Piece::Literal(1, 1), end(closing(rest, '"')));
    }
    let mut characters = rest.chars();
    if characters.next() == Some('\'') {
        // Anything else after a quote is a lifetime.
        if let (Some('\\'), _) | (Some(_), Some('\'')) = (characters.next(), characters.next()) {
            return (Piece::Literal(1, 1), end(closing(rest, '\'')));
        }
    }
    (Piece::Code, rest.chars().next().map_or(1, char::len_utf8))
}

/// The length of a literal up to its closing quote, which no backslash stands before.
fn closing(rest: &str, quote: char) -> Option<usize> {
    let mut escaped = false;
    for (at, character) in rest.char_indices().skip(1) {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if character == quote => return Some(at + 1),
            _ => {}
        }
    }
    None
}

#[test]
fn code_comments_and_literals_are_told_apart() {
    let text = r##"let a = "one // \" two"; // three "four"
/* five */ let b: &'static str = r#"si"x"#; let c = ['"', '\'', 'é']; seven();
"##;
    let source = Source::new("planted.rs", text);
    let literals: Vec<&str> = source.literals.iter().map(|found| found.text.as_str()).collect();
    assert_eq!(literals, ["one // \\\" two", "si\"x", "\"", "\\'", "é"]);
    assert_eq!(source.code.len(), text.len());
    for word in ["one", "two", "three", "four", "five", "si"] {
        assert!(!source.code.contains(word), "{word} is not code");
    }
    for word in ["let a", "let b", "'static str", "seven()"] {
        assert!(source.code.contains(word), "{word} is code");
    }
    assert_eq!(source.line(source.code.find("seven").unwrap()), 2);
}
