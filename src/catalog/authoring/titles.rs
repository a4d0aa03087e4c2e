//! Titles of lines of the checklist, of laws and of documents, and places in them. The catalogue has them in the source
//! language; another language has them in `titles.toml`.

use std::collections::{BTreeMap, BTreeSet};

use super::languages::{completed, flat};
use super::problem::Text;
use super::shapes::Item;
use super::source::{Authored, File};

/// The file of a language beside the source one.
pub const FILE: &str = "titles";

/// The titles as a wording file of the source language would have them.
pub fn table(authored: &Authored) -> toml::Table {
    let text = |text: &str| toml::Value::String(text.to_owned());
    let table = |entries: Vec<(&str, &str)>| {
        let entries = entries.into_iter();
        toml::Value::Table(
            entries
                .map(|(key, title)| (key.to_owned(), text(title)))
                .collect(),
        )
    };
    let items = authored.checklist.iter().flat_map(|file| &file.content.item);
    let items = items.map(|item| (item.id.get_ref().clone(), table(vec![("title", &item.title)])));
    let sources = authored.sources.content.source.iter();
    let sources = sources.map(|source| {
        let titles = table(vec![("short", &source.short), ("title", &source.title)]);
        (source.id.get_ref().clone(), titles)
    });
    let laws = authored.sectors.content.law.iter();
    let laws = laws.map(|law| {
        let titles = table(vec![("short", &law.short), ("title", &law.title)]);
        (law.id.get_ref().clone(), titles)
    });
    let places = places(authored)
        .into_iter()
        .map(|place| (place.to_owned(), text(place)));
    let groups: [(&str, toml::Table); 4] = [
        ("item", items.collect()),
        ("source", sources.collect()),
        ("law", laws.collect()),
        ("place", places.collect()),
    ];
    let groups = groups.into_iter();
    groups
        .map(|(name, titles)| (name.to_owned(), toml::Value::Table(titles)))
        .collect()
}

/// Places in documents, as the catalogue writes them: of rules, of fines and of lines that are duties.
fn places(authored: &Authored) -> BTreeSet<&str> {
    let rules = authored.rules.iter().flat_map(|file| &file.content.rule);
    let derogations = authored.rules.iter().flat_map(|file| &file.content.derogation);
    let penalties = authored.penalties.content.penalty.iter();
    let references = rules
        .flat_map(|rule| &rule.references)
        .chain(derogations.flat_map(|rule| &rule.references))
        .chain(penalties.flat_map(|penalty| &penalty.references));
    let duties = duties(authored).filter_map(|item| item.reference.as_deref());
    references
        .map(|reference| reference.at.as_str())
        .chain(duties)
        .collect()
}

/// Lines that are duties of the Act.
fn duties(authored: &Authored) -> impl Iterator<Item = &Item> {
    let files = authored.checklist.iter();
    let files = files.filter(|file| file.content.kind.get_ref() == "act");
    files.flat_map(|file| &file.content.item)
}

/// The same as a file, which is nowhere.
pub fn file(authored: &Authored) -> File<toml::Table> {
    File {
        text: Text {
            file: "checklist".to_owned(),
            text: String::new(),
        },
        content: table(authored),
    }
}

/// The titles of a language by the part that needs them: what results show, and what only the checklist does. English
/// ones are marked where it has none.
pub fn parts(authored: &Authored, language: &str) -> [(&'static str, BTreeMap<String, String>); 2] {
    let known = authored.languages.iter().find(|known| known.tag == language);
    let own = known.and_then(|known| known.files.iter().find(|(name, _)| name == FILE));
    let none = toml::Table::new();
    let all = completed(&table(authored), own.map_or(&none, |(_, file)| &file.content));
    // Results name duties, which are lines of the Act.
    let duties: Vec<String> = duties(authored)
        .map(|item| format!("item.{}.title", item.id.get_ref()))
        .collect();
    let (results, checklist) = flat(&all)
        .into_iter()
        .partition(|(key, _)| !key.starts_with("item.") || duties.contains(key));
    [(".results", results), (".checklist", checklist)]
}
