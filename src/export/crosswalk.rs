//! The crosswalk in both directions: from items to places elsewhere, and from places to items.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::catalog::{Basis, Catalog, Framework, Texts, WordingKey};

/// One link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LinkRecord {
    /// Id of the item.
    pub source_id: &'static str,
    /// Id of the framework.
    pub target_framework: &'static str,
    /// Its name with the edition.
    pub target_name: String,
    /// The place there.
    pub target_id: &'static str,
    /// What the two have to do with each other. Nothing here says that one fulfils the other.
    pub relationship: &'static str,
    /// `published` or `own`.
    pub confidence: &'static str,
}

/// A place of a framework with the items linked to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PlaceLinks {
    /// The place.
    pub target_id: &'static str,
    /// Ids of the items.
    pub items: Vec<&'static str>,
}

/// A framework with its places.
#[derive(Clone, Debug, Serialize)]
pub struct FrameworkRecord {
    /// Stable id.
    pub id: &'static str,
    /// Its name with the edition.
    pub name: String,
    /// Where the links are from, and what to mind.
    pub note: String,
    /// `published` or `own`.
    pub confidence: &'static str,
    /// Its places in natural order, each with the items.
    pub places: Vec<PlaceLinks>,
}

/// All links, in the order of the items within each framework.
pub fn link_records(catalog: &'static Catalog, texts: &dyn Texts) -> Vec<LinkRecord> {
    let mut records = Vec::new();
    for framework in catalog.plan.crosswalk {
        for link in framework.links {
            let Some(item) = catalog.items.get(usize::from(link.item)) else {
                continue;
            };
            records.extend(link.at.iter().map(|at| LinkRecord {
                source_id: item.id,
                target_framework: framework.id,
                target_name: name(framework, texts),
                target_id: at,
                relationship: "intersects-with",
                confidence: confidence(framework),
            }));
        }
    }
    records
}

/// The frameworks with their places: the way back.
pub fn framework_records(catalog: &'static Catalog, texts: &dyn Texts) -> Vec<FrameworkRecord> {
    let frameworks = catalog.plan.crosswalk.iter();
    frameworks
        .map(|framework| {
            let mut places: BTreeMap<Vec<Part>, PlaceLinks> = BTreeMap::new();
            for link in framework.links {
                let Some(item) = catalog.items.get(usize::from(link.item)) else {
                    continue;
                };
                for at in link.at {
                    let place = places.entry(natural(at)).or_insert_with(|| PlaceLinks {
                        target_id: at,
                        items: Vec::new(),
                    });
                    place.items.push(item.id);
                }
            }
            FrameworkRecord {
                id: framework.id,
                name: name(framework, texts),
                note: texts
                    .text(&WordingKey::part("framework", framework.id, "note"))
                    .unwrap_or_default()
                    .to_owned(),
                confidence: confidence(framework),
                places: places.into_values().collect(),
            }
        })
        .collect()
}

/// The articles of the Act that an item is linked to.
pub(super) fn articles_of(catalog: &'static Catalog, item: u16) -> Vec<&'static str> {
    let links = catalog
        .plan
        .crosswalk
        .iter()
        .filter(|framework| framework.of_act)
        .flat_map(|framework| framework.links);
    links
        .filter(|link| link.item == item)
        .flat_map(|link| link.at)
        .copied()
        .collect()
}

fn name(framework: &Framework, texts: &dyn Texts) -> String {
    let key = WordingKey::part("framework", framework.id, "name");
    texts.text(&key).unwrap_or(framework.id).to_owned()
}

fn confidence(framework: &Framework) -> &'static str {
    match framework.basis {
        Basis::OwnJudgement => "own",
        Basis::Law | Basis::Guideline | Basis::DraftGuideline => "published",
    }
}

/// A part of a place, so that `A.5.10` comes after `A.5.9`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Number(u32),
    Text(String),
}

fn natural(place: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for character in place.chars() {
        match (character.to_digit(10), parts.last_mut()) {
            (Some(digit), Some(Part::Number(number))) => {
                *number = number.saturating_mul(10).saturating_add(digit)
            }
            (Some(digit), _) => parts.push(Part::Number(digit)),
            (None, Some(Part::Text(text))) => text.push(character),
            (None, _) => parts.push(Part::Text(character.to_string())),
        }
    }
    parts
}

/// Every link of the catalogue, and what the frameworks are.
#[derive(Clone, Debug, Serialize)]
pub struct CrosswalkRecord {
    /// Catalogue id and version, as `id@version`.
    pub catalog: String,
    /// Links, item by item.
    pub links: Vec<LinkRecord>,
    /// Standards and laws they lead to.
    pub frameworks: Vec<FrameworkRecord>,
}

/// The record of the crosswalk.
pub fn crosswalk_record(catalog: &'static Catalog, texts: &dyn Texts) -> CrosswalkRecord {
    CrosswalkRecord {
        catalog: [catalog.id, "@", catalog.version].concat(),
        links: link_records(catalog, texts),
        frameworks: framework_records(catalog, texts),
    }
}
