//! The classification of one use case as a record.

use serde::Serialize;

use super::{OverlayRecord, overlay_records};
use crate::catalog::{Catalog, Date, Reference, Source, SourceKind, Texts, WordingKey, place};
use crate::engine::{Answers, Classification, rank_open_facts, receipt};

/// What `classify` says about one use case.
#[derive(Clone, Debug, Serialize)]
pub struct ClassificationRecord {
    /// Tier id where one tier is left, else nothing.
    pub tier: Option<&'static str>,
    /// Whether one tier is left.
    pub settled: bool,
    /// Lowest and highest tier still possible.
    pub range: [&'static str; 2],
    /// Flags raised.
    pub flags: Vec<&'static str>,
    /// Operator roles, as answered and as the law adds them.
    pub roles: Vec<&'static str>,
    /// Sectors.
    pub sectors: Vec<&'static str>,
    /// Rules and derogations that hold.
    pub rules: Vec<&'static str>,
    /// Places they stand at, each once.
    pub references: Vec<String>,
    /// Day on which the duties of the tier start.
    pub applies_from: Option<String>,
    /// Facts that could still change something, the one that settles most first.
    pub open: Vec<&'static str>,
    /// Catalogue id and version, as `id@version`.
    pub catalog: String,
    /// First day of the version of the Act that was applied.
    pub law_date: Option<String>,
    /// Day whose law was applied.
    pub as_of: String,
    /// Receipt over answers, catalogue and result.
    pub receipt: String,
    /// Overlays that took part. They decide nothing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub overlays: Vec<OverlayRecord>,
}

/// The record of a result.
pub fn classification_record(
    catalog: &'static Catalog,
    answers: &Answers,
    result: &Classification,
) -> ClassificationRecord {
    let mut references: Vec<String> = Vec::new();
    let mut cite = |places: &[Reference]| {
        for place in places {
            let text = reference_text(catalog, place, result.as_of);
            if !references.contains(&text) {
                references.push(text);
            }
        }
    };
    for (_, rule, verdict) in result.fired(catalog) {
        cite(rule.legal.references);
        if let Some(derogation) = verdict.lowered_by(catalog, rule) {
            cite(derogation.legal.references);
        }
    }
    let fact_id = |index: u16| catalog.facts.get(usize::from(index)).map(|fact| fact.id);
    ClassificationRecord {
        tier: result.settled().then(|| result.lowest.id()),
        settled: result.settled(),
        range: [result.lowest.id(), result.highest.id()],
        flags: result
            .flags
            .iter()
            .filter_map(|index| catalog.flags.get(usize::from(*index)).copied())
            .collect(),
        roles: values(catalog, catalog.special.roles, result.roles),
        sectors: values(catalog, catalog.special.sectors, result.sectors),
        rules: result.rule_ids(catalog),
        references,
        applies_from: result.applies_from.map(|date| date.to_string()),
        open: rank_open_facts(catalog, answers, result.as_of)
            .into_iter()
            .filter_map(|open| fact_id(open.fact))
            .collect(),
        catalog: [catalog.id, "@", catalog.version].concat(),
        law_date: result.law_date.map(|date| date.to_string()),
        as_of: result.as_of.to_string(),
        receipt: receipt(catalog, answers, result),
        overlays: overlay_records(catalog),
    }
}

/// A reference as it is shown: `AI Act, Art 6(2)`.
pub fn reference_text(catalog: &Catalog, reference: &Reference, as_of: Date) -> String {
    match source(catalog, reference, as_of) {
        Some(source) => [source.short, ", ", reference.at].concat(),
        None => reference.at.to_owned(),
    }
}

/// A reference as people read it: short name of the document and place, in the language where it has them.
pub fn place_text(catalog: &Catalog, reference: &Reference, as_of: Date, texts: &dyn Texts) -> String {
    let at = place(reference.at, texts);
    match source(catalog, reference, as_of) {
        Some(source) => {
            let short = texts.text(&WordingKey::part("source", source.id, "short"));
            [short.unwrap_or(source.short), ", ", at].concat()
        }
        None => at.to_owned(),
    }
}

/// The address a reference links to, with the anchor where the document has one; nothing while the texts
/// that hold it are not there.
pub fn reference_url(
    catalog: &Catalog,
    reference: &Reference,
    as_of: Date,
    texts: &dyn Texts,
) -> Option<String> {
    let source = source(catalog, reference, as_of)?;
    let url = texts.text(&WordingKey::part("source", source.id, "url"))?;
    let anchored = source.kind == SourceKind::Law && !reference.anchor.is_empty();
    Some(if anchored {
        [url, "#", reference.anchor].concat()
    } else {
        url.to_owned()
    })
}

/// The source of a reference; for the Act itself the version of its text in force on `as_of`.
fn source(catalog: &Catalog, reference: &Reference, as_of: Date) -> Option<&'static Source> {
    let texts = catalog.law_texts;
    let index = if texts.iter().any(|text| text.source == reference.source) {
        texts
            .iter()
            .rev()
            .find(|text| text.from <= as_of)
            .map_or(reference.source, |text| text.source)
    } else {
        reference.source
    };
    catalog.sources.get(usize::from(index))
}

fn values(catalog: &Catalog, fact: u16, mask: u32) -> Vec<&'static str> {
    let known = catalog.facts.get(usize::from(fact));
    known.map_or_else(Vec::new, |fact| fact.value_ids(mask).collect())
}
