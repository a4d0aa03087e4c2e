//! The documents that a result rests on.

use serde::Serialize;

use crate::catalog::{Catalog, Texts, WordingKey};
use crate::engine::Classification;

/// A document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SourceRecord {
    /// Stable id.
    pub id: &'static str,
    /// As references name it.
    pub short: &'static str,
    /// Its title.
    pub title: String,
    /// Its address.
    pub url: Option<String>,
}

/// The documents that the reasons of a result cite, in the order of the catalogue; for the Act the version of
/// its text that was applied.
pub fn source_records(
    catalog: &'static Catalog,
    result: &Classification,
    texts: &dyn Texts,
) -> Vec<SourceRecord> {
    let of_law: Vec<u16> = catalog.law_texts.iter().map(|text| text.source).collect();
    let applied = catalog
        .law_texts
        .iter()
        .rev()
        .find(|text| text.from <= result.as_of);
    let mut cited: Vec<u16> = applied.map(|text| text.source).into_iter().collect();
    for because in super::reasons(catalog, result) {
        let places = because.legal.references.iter().map(|place| place.source);
        cited.extend(places.filter(|source| !of_law.contains(source)));
    }
    cited.sort_unstable();
    cited.dedup();
    let sources = cited
        .into_iter()
        .filter_map(|index| catalog.sources.get(usize::from(index)));
    sources
        .map(|source| {
            let text = |part: &str| {
                texts
                    .text(&WordingKey::part("source", source.id, part))
                    .map(str::to_owned)
            };
            SourceRecord {
                id: source.id,
                short: source.short,
                title: text("title").unwrap_or_else(|| source.short.to_owned()),
                url: text("url"),
            }
        })
        .collect()
}
