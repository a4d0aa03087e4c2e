//! A record in OSCAL, the language in which tools for compliance exchange catalogues, selections, statements
//! and plans of action: five files that name each other.
//!
//! Everything in them is in our own words; of the standard there are numbers and short titles alone. What OSCAL
//! has no place for is a property of our own name space. No file has a time of its own: the day is that whose
//! law was applied, and identifiers are made of names.

mod checklist;
mod mapping;
mod markup;
mod poam;
mod profile;
mod statement;

use std::io::{Cursor, Write};

use serde_json::{Value, json};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::days::moment;
use super::ids::{URN, in_one_line, uuid};
use super::{File, FileError, Setting};
use crate::record::Record;
use markup::{markup, title};

/// The version written: the newest that the tools known to read all five models take.
const VERSION: &str = "1.2.1";

/// Names of the files, by which they name each other.
const CATALOG: &str = "catalog.json";
const PROFILE: &str = "profile.json";
const COMPONENT: &str = "component-definition.json";
const POAM: &str = "poam.json";
const MAPPING: &str = "mapping.json";

/// The files of a record: checklist, selection, statement, plan of action, and links to other standards where
/// there are any.
///
/// # Errors
/// [`FileError`] where JSON cannot be written.
pub fn oscal(record: &Record, setting: &Setting<'_>) -> Result<Vec<File>, FileError> {
    let writer = Writer { record, setting };
    let documents = [
        (CATALOG, "catalog", Some(writer.catalog())),
        (PROFILE, "profile", Some(writer.profile())),
        (COMPONENT, "component-definition", Some(writer.component())),
        (POAM, "plan-of-action-and-milestones", Some(writer.poam())),
        (MAPPING, "mapping-collection", writer.mapping()),
    ];
    let documents = documents.into_iter();
    documents
        .filter_map(|(name, model, body)| Some(writer.file(name, model, body?)))
        .collect()
}

/// The same files in one ZIP archive.
///
/// # Errors
/// [`FileError`] where the archive cannot be written.
pub fn oscal_bundle(record: &Record, setting: &Setting<'_>) -> Result<Vec<u8>, FileError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    // Entries have a time; the same archive has to come out on every day.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for file in oscal(record, setting)? {
        archive.start_file(file.name, options).map_err(failed)?;
        archive.write_all(&file.bytes).map_err(failed)?;
    }
    Ok(archive.finish().map_err(failed)?.into_inner())
}

fn failed(error: impl std::fmt::Display) -> FileError {
    FileError {
        message: error.to_string(),
    }
}

/// What writes the files of one record.
struct Writer<'a> {
    record: &'a Record,
    setting: &'a Setting<'a>,
}

impl Writer<'_> {
    /// A document with its identifier, which is another one as soon as anything in it is another.
    fn file(&self, name: &str, model: &str, body: Value) -> Result<File, FileError> {
        let body = whole(body);
        let id = uuid(self.record, &[model, ":", &body.to_string()].concat());
        let Value::Object(mut parts) = body else {
            return Err(failed("a document is an object"));
        };
        parts.shift_insert(0, "uuid".to_owned(), Value::String(id));
        let document = json!({ model: parts });
        let bytes = serde_json::to_vec_pretty(&document).map_err(failed)?;
        Ok(File {
            name: name.to_owned(),
            media_type: "application/json",
            bytes,
        })
    }

    /// What stands over every document. The name of the use case fills `{name}`.
    fn metadata(&self, title_text: &str) -> Value {
        let (record, setting) = (self.record, self.setting);
        let result = &record.result;
        let remarks = [
            setting.ui("no-legal-advice"),
            setting.ui("checklist.own-words"),
            setting.made(record),
        ];
        json!({
            "title": title(title_text),
            "last-modified": moment(&result.as_of),
            "version": in_one_line(&result.catalog),
            "oscal-version": VERSION,
            "props": [
                prop("tier-lowest", result.range[0]),
                prop("tier-highest", result.range[1]),
                prop("law-as-of", &result.as_of),
                prop("receipt", &result.receipt),
                prop("product", record.product),
                prop("language", setting.language),
            ],
            "remarks": markup(&remarks.join("\n\n")),
        })
    }

    fn uuid(&self, parts: &[&str]) -> String {
        uuid(self.record, &parts.join(":"))
    }

    fn token(&self, id: &str) -> String {
        super::ids::token(self.setting.catalog, id)
    }
}

/// Texts one behind the other.
fn joined(parts: &[&str]) -> String {
    parts.concat()
}

/// A property of our own; nothing where it has no value.
fn prop(name: &str, value: &str) -> Value {
    match in_one_line(value).as_str() {
        "" => Value::Null,
        value => json!({ "name": name, "ns": joined(&[URN, "oscal"]), "value": value }),
    }
}

/// A range of person-days as a property.
fn days(effort: Option<[f32; 2]>) -> Value {
    effort.map_or(Value::Null, |[low, high]| {
        prop(
            "effort-person-days",
            &[low.to_string(), high.to_string()].join("-"),
        )
    })
}

/// Without what is empty: the models allow no empty text and no empty list.
fn whole(value: Value) -> Value {
    let empty = |value: &Value| match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(parts) => parts.is_empty(),
        // Some objects say what they say by being there.
        _ => false,
    };
    match value {
        Value::Array(parts) => {
            let parts = parts.into_iter().map(whole);
            Value::Array(parts.filter(|part| !empty(part)).collect())
        }
        Value::Object(parts) => {
            let parts = parts.into_iter().map(|(key, part)| (key, whole(part)));
            Value::Object(parts.filter(|(_, part)| !empty(part)).collect())
        }
        other => other,
    }
}
