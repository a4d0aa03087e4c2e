//! The report as a page: one file that needs nothing else, and the same tree for a page that builds it itself.
//!
//! Belongs here: the page around the report and its policy. The report is made in `report`, pictures in `chart`,
//! how it looks is `report.css`, which a page that builds the tree loads as its style sheet.

mod chart;
mod node;
mod report;

use sha2::{Digest, Sha256};

use self::node::Node;
use super::Document;
use super::foreign::escaped;
use crate::catalog::FOREIGN;

/// How the report looks.
const STYLES: &str = include_str!("report.css");

/// The document as one file of HTML. Its policy forbids scripts, and everything that is not in the file.
pub fn html(document: &Document) -> String {
    let mut report = String::new();
    report::report(document).write(&mut report);
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        base64(&Sha256::digest(STYLES))
    );
    let title = match [document.title.trim(), document.subject.trim()] {
        ["", one] | [one, ""] => one.to_owned(),
        [title, subject] => [title, " – ", subject].concat(),
    };
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"color-scheme\" content=\"light\">\n\
         <title>{title}</title>\n<style>{STYLES}</style>\n</head>\n<body>\n{report}\n</body>\n</html>\n",
        language = escaped(&document.language),
        policy = escaped(&policy),
        title = escaped(&title.replace(['\n', FOREIGN], " ")),
    )
}

/// The report as plain data, from which a page can build the same elements without reading markup: a text, or
/// `[tag, {attributes}, [children]]`. What is in an `svg` belongs to its name space.
pub fn tree(document: &Document) -> serde_json::Value {
    report::report(document).value()
}

/// Bytes as a policy writes them (RFC 4648).
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for group in bytes.chunks(3) {
        let bits = (0..3).fold(0_usize, |bits, place| {
            bits << 8 | usize::from(group.get(place).copied().unwrap_or_default())
        });
        for place in 0..4 {
            let letter = LETTERS.get(bits >> (18 - 6 * place) & 63).copied();
            let letter = letter.filter(|_| place <= group.len()).unwrap_or(b'=');
            out.push(char::from(letter));
        }
    }
    out
}
