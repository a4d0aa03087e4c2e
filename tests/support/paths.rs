//! The paths that code names, with the groups of `use` taken apart.

use crate::source::is_word;

/// Every path in the code with its offset; a macro's ends with `!`. The code has no comments and empty literals.
pub(crate) fn paths(code: &str) -> Vec<(usize, String)> {
    let mut reader = Reader {
        tokens: tokens(code),
        at: 0,
        found: Vec::new(),
    };
    while reader.peek().is_some() {
        reader.path("");
    }
    reader.found
}

/// Whether a path names what is forbidden: a path such as `std::fs` or `super::export` by its beginning,
/// a macro such as `dbg!` by its end, a single word such as `yew` by any part, `yew_router` included.
pub(crate) fn names(path: &str, forbidden: &str) -> bool {
    if forbidden.ends_with('!') {
        return path.rsplit("::").next() == Some(forbidden);
    }
    if forbidden.contains("::") {
        let mut path = path;
        // However many levels it goes up, it is where it ends that counts.
        while let Some(rest) = path
            .strip_prefix("super::")
            .filter(|rest| rest.starts_with("super::"))
        {
            path = rest;
        }
        let rest = path.strip_prefix(forbidden);
        return rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("::"));
    }
    path.split("::").any(|part| {
        let rest = part.trim_end_matches('!').strip_prefix(forbidden);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
    })
}

/// Words, `::`, `!=` and single other characters, with their offsets.
fn tokens(code: &str) -> Vec<(usize, &str)> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(rest) = code.get(at..).filter(|rest| !rest.is_empty()) {
        let word = rest.find(|next| !is_word(next)).unwrap_or(rest.len());
        let length = match rest {
            _ if word > 0 => word,
            _ if rest.starts_with("::") || rest.starts_with("!=") => 2,
            _ => rest.chars().next().map_or(1, char::len_utf8),
        };
        if !rest.starts_with(char::is_whitespace) {
            tokens.push((at, &rest[..length]));
        }
        at += length;
    }
    tokens
}

struct Reader<'a> {
    tokens: Vec<(usize, &'a str)>,
    at: usize,
    found: Vec<(usize, String)>,
}

impl Reader<'_> {
    fn peek(&self) -> Option<&str> {
        self.tokens.get(self.at).map(|(_, token)| *token)
    }

    /// Reads a path that goes on from `prefix`, or a token that begins none.
    fn path(&mut self, prefix: &str) {
        let (offset, first) = self.tokens[self.at];
        self.at += 1;
        if first == "as" {
            // The name it gets is no path.
            self.at += 1;
            return;
        }
        if !first.starts_with(is_word) {
            return;
        }
        let mut path = [prefix, first].concat();
        while self.peek() == Some("::") {
            self.at += 1;
            match self.peek() {
                Some("{") => return self.group(&[&path, "::"].concat()),
                Some(next) if next == "*" || next.starts_with(is_word) => path = [&path, "::", next].concat(),
                _ => break,
            }
            self.at += 1;
        }
        if self.peek() == Some("!") {
            path.push('!');
        }
        self.found.push((offset, path));
    }

    /// Reads a group of paths that go on from `prefix`.
    fn group(&mut self, prefix: &str) {
        self.at += 1;
        while let Some(next) = self.peek() {
            if next == "}" {
                self.at += 1;
                return;
            }
            self.path(prefix);
        }
    }
}

#[test]
fn paths_are_read_with_their_groups() {
    let code = "use a::{b::{self, c as d}, e};\nlet x = f::g::<h>(i != j, k!()); use l::*;";
    let found: Vec<String> = paths(code).into_iter().map(|(_, path)| path).collect();
    for path in ["a::b::self", "a::b::c", "a::e", "f::g", "h", "i", "k!", "l::*"] {
        assert!(found.iter().any(|known| known == path), "{path} in {found:?}");
    }
    assert!(
        !found.iter().any(|path| path == "i!" || path.ends_with('d')),
        "{found:?}"
    );
    assert!(paths(code).contains(&(code.find("self").unwrap(), "a::b::self".to_owned())));
}

#[test]
fn names_are_told_from_those_that_look_like_them() {
    for (path, forbidden) in [
        ("std::fs", "std::fs"),
        ("std::fs::read", "std::fs"),
        ("super::super::super::export::x", "super::export"),
        ("std::dbg!", "dbg!"),
        ("gloo_net::http", "gloo"),
        ("x::yew", "yew"),
    ] {
        assert!(names(path, forbidden), "{path} names {forbidden}");
    }
    for (path, forbidden) in [
        ("std::fsx", "std::fs"),
        ("core::std::fs", "std::fs"),
        ("super::exports", "super::export"),
        ("dbg", "dbg!"),
        ("random", "rand"),
        ("my_yew", "yew"),
    ] {
        assert!(!names(path, forbidden), "{path} does not name {forbidden}");
    }
}
