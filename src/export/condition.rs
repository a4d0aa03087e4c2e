//! Conditions in words, for lists that people and programs read beside the catalogue's ids.

use crate::catalog::{Catalog, Condition, FactKind, Texts, WordingKey};

/// The condition as a phrase with fact ids, such as `area.screen includes credit`; `always` if it always holds.
pub fn condition_words(catalog: &Catalog, condition: &Condition, texts: &dyn Texts) -> String {
    match condition {
        Condition::All([]) => "always".to_owned(),
        Condition::All(parts) => join(catalog, parts, " and ", texts),
        Condition::Any(parts) => join(catalog, parts, " or ", texts),
        Condition::Not(part) => ["not (", &condition_words(catalog, part, texts), ")"].concat(),
        Condition::Term(index) => catalog
            .terms
            .get(usize::from(*index))
            .map_or_else(String::new, |term| {
                texts
                    .text(&WordingKey::name("term", term.id))
                    .unwrap_or(term.id)
                    .to_owned()
            }),
        Condition::Is { fact, values } => {
            let Some(fact) = catalog.facts.get(usize::from(*fact)) else {
                return String::new();
            };
            let names: Vec<&str> = fact.value_ids(*values).collect();
            let verb = match (fact.kind, names.len()) {
                (FactKind::Many, 1) => " includes ",
                (FactKind::Many, _) => " includes one of ",
                (_, 1) => " is ",
                _ => " is one of ",
            };
            [fact.id, verb, &names.join(", ")].concat()
        }
    }
}

fn join(catalog: &Catalog, parts: &[Condition], between: &str, texts: &dyn Texts) -> String {
    let parts: Vec<String> = parts
        .iter()
        .map(|part| {
            let words = condition_words(catalog, part, texts);
            let nested = matches!(part, Condition::All(inner) | Condition::Any(inner) if inner.len() > 1);
            if nested || matches!(part, Condition::Term(_)) {
                ["(", &words, ")"].concat()
            } else {
                words
            }
        })
        .collect();
    parts.join(between)
}
