//! The checklist in our own words as a library for CISO Assistant.
//!
//! A library is a thing of the catalogue and not of a use case: who imports it once can make any number of
//! audits with it, and a newer one takes the place of the one before. So it has every item, and parts of it
//! to choose from.

use std::collections::BTreeSet;

use super::yaml::{Yaml, write};
use crate::catalog::{Catalog, Item, ItemKind};
use crate::files::Setting;
use crate::files::ids::{groups, in_one_line, token};
use crate::record::Record;

/// Who packs the library: a part of all its names.
const PACKAGER: &str = "aims-readiness";

/// The library as YAML.
pub fn ciso_library(record: &Record, setting: &Setting<'_>) -> Vec<u8> {
    let writer = Writer { setting };
    write(&writer.library(record)).into_bytes()
}

struct Writer<'a> {
    setting: &'a Setting<'a>,
}

impl Writer<'_> {
    fn library(&self, record: &Record) -> Yaml {
        let setting = self.setting;
        let id = library_id(setting.catalog);
        let name = setting.ui("exchange.catalog");
        let text = |text: &str| Yaml::Text(text.to_owned());
        let description = [setting.ui("checklist.own-words"), setting.ui("no-legal-advice")].join("\n");
        let nodes = self.nodes(&id);
        let framework = Yaml::map([
            ("urn", self.urn("framework", &id)),
            ("ref_id", text(&id)),
            ("name", text(&name)),
            ("description", text(&description)),
            ("implementation_groups_definition", Yaml::List(self.parts())),
            ("requirement_nodes", Yaml::List(nodes)),
        ]);
        Yaml::map([
            ("urn", self.urn("library", &id)),
            ("locale", text(setting.language)),
            ("ref_id", text(&id)),
            ("name", text(&name)),
            ("description", text(&description)),
            ("copyright", text("CC BY 4.0")),
            ("version", Yaml::Number(version(setting.catalog))),
            ("publication_date", Yaml::Plain(record.result.as_of.clone())),
            ("provider", text(PACKAGER)),
            ("packager", text(PACKAGER)),
            ("objects", Yaml::map([("framework", framework)])),
        ])
    }

    fn urn(&self, family: &str, id: &str) -> Yaml {
        Yaml::Text(["urn:", PACKAGER, ":risk:", family, ":", id].concat())
    }

    /// Headings, which are not assessed, each with the items under it.
    fn nodes(&self, id: &str) -> Vec<Yaml> {
        let items = self.setting.catalog.items;
        let mut nodes = Vec::new();
        for group in groups(items, |item: &Item| (item.group, item.kind.id())) {
            let parent = [id, ":group-", &group.token].concat();
            nodes.push(Yaml::map([
                ("urn", self.urn("req_node", &parent)),
                ("assessable", Yaml::Yes(false)),
                ("depth", Yaml::Number(1)),
                ("ref_id", Yaml::Text(group.heading.to_owned())),
                ("name", Yaml::Text(self.setting.group(group.heading))),
            ]));
            nodes.extend(group.items.iter().map(|item| self.node(item, id, &parent)));
        }
        nodes
    }

    fn node(&self, item: &Item, id: &str, parent: &str) -> Yaml {
        let part = |part: &str| self.setting.part("item", item.id, part);
        let tasks = ["task1", "task2", "task3", "task4"].map(part);
        let mut description = vec![part("do")];
        description.extend(
            tasks
                .into_iter()
                .filter(|task| !task.is_empty())
                .map(|task| ["- ", &task].concat()),
        );
        let token = token(self.setting.catalog, item.id);
        let entries = [
            ("urn", self.urn("req_node", &[id, ":", &token].concat())),
            ("assessable", Yaml::Yes(true)),
            ("depth", Yaml::Number(2)),
            ("parent_urn", self.urn("req_node", parent)),
            ("ref_id", Yaml::Text(item.id.to_owned())),
            ("name", Yaml::Text(in_one_line(item.title))),
            ("description", Yaml::Text(description.join("\n"))),
            ("typical_evidence", Yaml::Text(part("evidence"))),
            ("annotation", Yaml::Text(part("why"))),
            (
                "implementation_groups",
                Yaml::List(vec![Yaml::Text(part_of(item).0)]),
            ),
        ];
        Yaml::map(entries.into_iter().filter(|(_, value)| !value.is_empty()))
    }

    /// The parts to choose from.
    fn parts(&self) -> Vec<Yaml> {
        let mut known = BTreeSet::new();
        let items = self.setting.catalog.items.iter();
        items
            .map(part_of)
            .filter(|(id, _)| known.insert(id.clone()))
            .map(|(id, key)| {
                let name = key.map_or_else(|heading| self.setting.group(heading), |key| self.setting.ui(key));
                Yaml::map([("ref_id", Yaml::Text(id)), ("name", Yaml::Text(name))])
            })
            .collect()
    }
}

/// The part of the library that an item belongs to: its id, and the key of its name or else its heading.
fn part_of(item: &Item) -> (String, Result<&'static str, &'static str>) {
    let named = |id: &str, key| (id.to_owned(), Ok(key));
    match item.kind {
        ItemKind::Clause => named("clauses", "exchange.clauses"),
        ItemKind::Control => named("controls", "exchange.controls"),
        ItemKind::Act | ItemKind::Sector => (item.group.to_lowercase(), Err(item.group)),
        ItemKind::Overlay => {
            let overlay = item.id.split('.').next().unwrap_or_default();
            (["overlay-", overlay].concat(), Err(item.group))
        }
    }
}

/// The catalogue with the overlays that add to it.
fn library_id(catalog: &Catalog) -> String {
    let overlays = catalog.overlays.iter().map(|overlay| overlay.id);
    std::iter::once(catalog.id)
        .chain(overlays)
        .collect::<Vec<_>>()
        .join("-")
}

/// Versions as one whole number that rises with each of them.
fn version(catalog: &Catalog) -> u64 {
    let overlays = catalog.overlays.iter().map(|overlay| overlay.version);
    std::iter::once(catalog.version)
        .chain(overlays)
        .map(number)
        .sum::<u64>()
        .max(1)
}

/// `1.4.12` as 1004012.
fn number(version: &str) -> u64 {
    let core = version.split(['-', '+']).next().unwrap_or_default();
    let mut parts = core
        .split('.')
        .map(|part| part.parse::<u64>().unwrap_or(0).min(999));
    let mut next = || parts.next().unwrap_or(0);
    let (major, minor, patch) = (next(), next(), next());
    major * 1_000_000 + minor * 1_000 + patch
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn versions_rise_as_numbers() {
        let versions = ["0.1.0", "0.1.1", "0.2.0", "0.12.0", "1.0.0", "1.4.12", "2.0.0"];
        let numbers: Vec<u64> = versions.into_iter().map(number).collect();
        assert!(numbers.is_sorted_by(|one, next| one < next), "{numbers:?}");
        assert_eq!(number("1.4.12"), 1_004_012);
    }
}
