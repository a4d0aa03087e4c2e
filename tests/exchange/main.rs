//! Formats that other tools import: what is in them, that nothing is lost, and that what people write stays text.
//!
//! `written` leaves all files in `target/tmp/exchange/`, where `run.mjs` holds them against the published schemas
//! and `oscal.py` reads them with the tools of others.

#![cfg(feature = "files")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod calendar;
mod cases;
mod ciso;
mod hostile;
mod oscal;
mod statuses;
mod tickets;
mod written;

use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};

use aims_readiness::catalog::{Catalog, Texts};
use aims_readiness::files::{CsvStyle, File, Setting};
use aims_readiness::record::{Record, UseCase};
use serde_json::Value as Json;

/// All English words.
static WORDS: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let files = [
        include_str!(concat!(env!("OUT_DIR"), "/wording.en.json")),
        include_str!(concat!(env!("OUT_DIR"), "/wording.en.details.json")),
        include_str!(concat!(env!("OUT_DIR"), "/wording.en.results.json")),
        include_str!(concat!(env!("OUT_DIR"), "/wording.en.checklist.json")),
        include_str!(concat!(env!("OUT_DIR"), "/wording.en.starters.json")),
        include_str!(concat!(env!("OUT_DIR"), "/wording.en.records.json")),
        include_str!(concat!(env!("OUT_DIR"), "/wording.en.reference.json")),
    ];
    let parse = |text| serde_json::from_str::<BTreeMap<String, String>>(text).unwrap();
    files.into_iter().flat_map(parse).collect()
});

/// Words by key.
struct Words(BTreeMap<String, String>);

impl Texts for Words {
    fn text(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }
}

/// A record with what is needed to write it.
struct Case {
    name: &'static str,
    catalog: &'static Catalog,
    words: Words,
    record: Record,
    /// Every file, made once.
    made: OnceLock<Vec<File>>,
}

impl Case {
    fn of(name: &'static str, use_case: UseCase) -> Self {
        let catalog = aims_readiness::catalog::builtin();
        Self::with(name, use_case, catalog, Words(WORDS.clone()))
    }

    fn with(name: &'static str, use_case: UseCase, catalog: &'static Catalog, words: Words) -> Self {
        let day = "2026-11-21".parse().unwrap();
        let (record, dropped) = Record::of(use_case, catalog, day, &words);
        let dropped: Vec<&str> = dropped.iter().map(|one| one.message.as_str()).collect();
        assert!(dropped.is_empty(), "{name}: {dropped:?}");
        Self {
            name,
            catalog,
            words,
            record,
            made: OnceLock::new(),
        }
    }

    fn setting(&self) -> Setting<'_> {
        Setting {
            catalog: self.catalog,
            texts: &self.words,
            language: "en",
            csv: CsvStyle::default(),
        }
    }

    /// Every file of every format.
    fn files(&self) -> &[File] {
        self.made.get_or_init(|| self.write())
    }

    /// The same, made anew.
    fn write(&self) -> Vec<File> {
        use aims_readiness::files;
        let (record, setting) = (&self.record, &self.setting());
        let mut all = files::oscal(record, setting).unwrap();
        let more = [
            (
                "oscal.zip",
                "application/zip",
                files::oscal_bundle(record, setting).unwrap(),
            ),
            (
                "ciso-assessment.csv",
                "text/csv",
                files::ciso_assessment(record, setting),
            ),
            (
                "ciso-actions.csv",
                "text/csv",
                files::ciso_actions(record, setting),
            ),
            (
                "ciso-library.yaml",
                "application/yaml",
                files::ciso_library(record, setting),
            ),
            ("jira.csv", "text/csv", files::jira(record, setting)),
            ("servicenow.csv", "text/csv", files::servicenow(record, setting)),
            ("calendar.ics", "text/calendar", files::calendar(record, setting)),
        ];
        all.extend(more.map(|(name, media_type, bytes)| File {
            name: name.to_owned(),
            media_type,
            bytes,
        }));
        all
    }

    /// A file by its name.
    fn file(&self, name: &str) -> Vec<u8> {
        let found = self.files().iter().find(|file| file.name == name);
        found
            .unwrap_or_else(|| panic!("{}: no {name}", self.name))
            .bytes
            .clone()
    }

    fn text(&self, name: &str) -> String {
        String::from_utf8(self.file(name)).unwrap()
    }

    fn json(&self, name: &str) -> Json {
        serde_json::from_slice(&self.file(name)).unwrap()
    }

    /// Rows of a CSV file by the names of their columns.
    fn rows(&self, name: &str) -> Vec<BTreeMap<String, String>> {
        let bytes = self.file(name);
        let mut reader = csv::Reader::from_reader(bytes.as_slice());
        let head = reader.headers().unwrap().clone();
        let rows = reader.records().map(|row| {
            let row = row.unwrap();
            head.iter()
                .map(str::to_owned)
                .zip(row.iter().map(str::to_owned))
                .collect()
        });
        rows.collect()
    }

    /// Lines on which something is left to do.
    fn open(&self) -> Vec<&'static str> {
        match &self.record.plan.progress {
            Some(progress) => progress.gaps.iter().map(|gap| gap.id).collect(),
            None => self.record.checklist.items.iter().map(|line| line.id).collect(),
        }
    }
}

/// Every text of a JSON value with the way to it.
fn texts(value: &Json) -> Vec<(String, String)> {
    fn walk(value: &Json, way: &str, found: &mut Vec<(String, String)>) {
        match value {
            Json::String(text) => found.push((way.to_owned(), text.clone())),
            Json::Array(parts) => parts.iter().for_each(|part| walk(part, way, found)),
            Json::Object(parts) => {
                parts
                    .iter()
                    .for_each(|(key, part)| walk(part, &format!("{way}/{key}"), found));
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(value, "", &mut found);
    found
}
