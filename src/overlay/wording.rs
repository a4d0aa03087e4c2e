//! Which words of ours an overlay may replace, and which are the legal core.
//!
//! What the law says, what a question asks, what an answer means and what an item wants to have done
//! stay as they are: a page that shows our result with other words under it would show a result that is
//! not ours. What surrounds them may change.

use std::collections::BTreeSet;

use crate::catalog::{Catalog, WordingKey};

/// Families that may be replaced as a whole: headings, names of owners, and the words about sectors.
const OPEN: [&str; 3] = ["topic", "owner", "sector"];

/// Families of the legal core, and of what else is ours to say.
const CORE: [&str; 32] = [
    "advice",
    "base",
    "compare",
    "dates",
    "duration",
    "emphasis",
    "fact",
    "finding",
    "flag",
    "framework",
    "group",
    "inventory",
    "iso27001",
    "item",
    "law",
    "milestone",
    "modifier",
    "outlook",
    "penalty",
    "place",
    "position",
    "prerequisite",
    "reason",
    "risk",
    "rule",
    "source",
    "starter",
    "step",
    "supplier",
    "term",
    "tier",
    "training",
];

/// Parts of the interface that say what the law or a result says: how firm a reason is, dates, duties,
/// fines, roles, what is ruled out, and which answer is which.
const CORE_OF_UI: [&str; 9] = [
    "ui.applicability.",
    "ui.basis.",
    "ui.dates.",
    "ui.duties.",
    "ui.ladder.",
    "ui.near.",
    "ui.penalties.",
    "ui.role.",
    "ui.since.",
];

/// Single texts of the interface of that kind.
const CORE_UI_TEXTS: [&str; 17] = [
    "ui.yes",
    "ui.no",
    "ui.none",
    "ui.unknown",
    "ui.no-legal-advice",
    "ui.checklist.own-words",
    "ui.checklist.stop-lead",
    "ui.line.documented",
    "ui.line.unconfirmed",
    "ui.result.applies-from",
    "ui.result.applies-since",
    "ui.result.imprint",
    "ui.result.nothing-certain",
    "ui.result.range",
    "ui.result.receipt",
    "ui.result.unsettled",
    "ui.sector.unconfirmed",
];

/// Whether a text may be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// It may.
    Open,
    /// It is part of the legal core.
    Core,
    /// There are no texts of this kind.
    Unknown,
}

/// How the text with this key stands.
pub(super) fn standing(catalog: &Catalog, key: &str) -> Standing {
    let family = key.split('.').next().unwrap_or_default();
    let example = |id: &str| key == WordingKey::fact(id, "example");
    match family {
        "ui" if CORE_UI_TEXTS.contains(&key) => Standing::Core,
        "ui" if CORE_OF_UI.iter().any(|head| key.starts_with(head)) => Standing::Core,
        "ui" => Standing::Open,
        "fact" if catalog.facts.iter().any(|fact| example(fact.id)) => Standing::Open,
        family if OPEN.contains(&family) => Standing::Open,
        family if CORE.contains(&family) => Standing::Core,
        _ => Standing::Unknown,
    }
}

/// The placeholders of a text, such as `{tier}`.
pub(super) fn placeholders(text: &str) -> BTreeSet<&str> {
    let mut found = BTreeSet::new();
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('{') {
        let Some((name, behind)) = after.split_once('}') else {
            break;
        };
        // A brace inside begins anew.
        if let Some((_, _)) = name.split_once('{') {
            rest = after;
            continue;
        }
        found.insert(name);
        rest = behind;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::placeholders;

    #[test]
    fn placeholders_are_found() {
        for (text, expected) in [
            ("none", vec![]),
            ("{a} and {b}, {a}", vec!["a", "b"]),
            ("open { brace", vec![]),
            ("{ {a}", vec!["a"]),
        ] {
            let found: Vec<&str> = placeholders(text).into_iter().collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
