//! A receipt that anyone can recompute: SHA-256 over a plain text of what went in and what came out.
//!
//! The text has one line each, in this order, every line ended by a line feed:
//! `aims-readiness receipt 1`, `catalog <id> <version> <digest>`, `as-of <date>`, one line
//! `<fact> <value> <value> …` for each answered fact in the order of the catalogue (`unknown` for
//! "I don't know", `none` for an empty list), `tier <lowest> <highest>`, `rules <id> …`, `flags <id> …`.

use sha2::{Digest, Sha256};

use super::answers::Answers;
use super::classify::Classification;
use crate::catalog::Catalog;

/// The receipt as `sha256-` and 64 lower-case hex digits.
pub fn receipt(catalog: &'static Catalog, answers: &Answers, result: &Classification) -> String {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let mut out = String::from("sha256-");
    for byte in Sha256::digest(receipt_text(catalog, answers, result)) {
        for nibble in [byte >> 4, byte & 15] {
            out.extend(HEX.get(usize::from(nibble)).map(|digit| char::from(*digit)));
        }
    }
    out
}

/// The text that the receipt is taken over.
fn receipt_text(catalog: &'static Catalog, answers: &Answers, result: &Classification) -> String {
    let mut lines = vec![
        "aims-readiness receipt 1".to_owned(),
        ["catalog", catalog.id, catalog.version, catalog.digest].join(" "),
        ["as-of ", &result.as_of.to_string()].concat(),
    ];
    for (index, fact) in (0..).zip(catalog.facts) {
        // What an overlay asks decides nothing, and who recomputes a receipt need not have it.
        if catalog.overlay_of(fact.id).is_some() {
            continue;
        }
        if let Some(ids) = answers.ids(catalog, index) {
            let values = if ids.is_empty() {
                "none".to_owned()
            } else {
                ids.join(" ")
            };
            lines.push([fact.id, " ", &values].concat());
        }
    }
    lines.push(["tier", result.lowest.id(), result.highest.id()].join(" "));
    lines.push(["rules ", &result.rule_ids(catalog).join(" ")].concat());
    let flags: Vec<&str> = result
        .flags
        .iter()
        .filter_map(|index| catalog.flags.get(usize::from(*index)).copied())
        .collect();
    lines.push(["flags ", &flags.join(" ")].concat());
    lines.push(String::new());
    lines.join("\n")
}
