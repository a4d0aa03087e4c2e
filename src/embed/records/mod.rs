//! Records and files without a page: what is loaded when somebody asks for a file.
//!
//! Texts go in and out as JSON, files as bytes, so that the same calls work in the page and in a worker.

mod register;

use std::collections::BTreeMap;

use js_sys::{Array, Uint8Array};
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::catalog::{Catalog, Date, Texts, Unmarked, builtin};
use crate::files::{CsvStyle, Format, Setting, board_report, make, tree};
use crate::overlay::{Known, merge};
use crate::reading::{Mistake, Value};
use crate::record::{LARGEST_RECORD, Opened, Record, UseCase, open};

pub use register::Register;

/// Texts by key.
struct Words(BTreeMap<String, String>);

impl Texts for Words {
    fn text(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }
}

/// A refusal as the page gets it.
#[derive(Serialize)]
struct Refusal<'a> {
    code: &'a str,
    message: String,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    mistakes: &'a [Mistake],
}

/// What a file holds, as the page gets it.
#[derive(Serialize)]
struct OpenedFile {
    register: bool,
    schema: u32,
    cases: Vec<OpenedCase>,
}

#[derive(Serialize)]
struct OpenedCase {
    use_case: UseCase,
    left_out: Vec<Mistake>,
}

/// What makes and reads files, with the words of one language.
#[wasm_bindgen]
pub struct Records {
    catalog: &'static Catalog,
    texts: Words,
    language: String,
}

#[wasm_bindgen]
impl Records {
    /// `words` is a JSON object of texts by key; `overlay` the JSON text of an overlay that was found sound, or
    /// nothing.
    ///
    /// # Errors
    /// `{code, message}` as JSON where one of them cannot be read.
    #[wasm_bindgen(constructor)]
    pub fn new(words: &str, language: &str, overlay: Option<String>) -> Result<Records, JsValue> {
        let texts: BTreeMap<String, String> =
            serde_json::from_str(words).map_err(|error| refused("words", &error, &[]))?;
        let mut records = Self {
            catalog: builtin(),
            texts: Words(texts),
            language: language.to_owned(),
        };
        if let Some(text) = overlay {
            let tree: Value = serde_json::from_str(&text).map_err(|error| refused("overlay", &error, &[]))?;
            let known = Known {
                catalog: records.catalog,
                words: Some(&records.texts.0),
            };
            let overlay = crate::overlay::read(&tree, known)
                .map_err(|mistakes| refused("overlay", &"the overlay has mistakes", &mistakes))?;
            records.catalog = merge(&overlay, records.catalog);
            records.texts.0.extend(overlay.texts());
        }
        Ok(records)
    }

    /// The file of a use case in a format: `[name, media type, bytes]`. `use_case` is JSON as [`Records::open`]
    /// gives it; `semicolon` parts CSV cells by semicolons.
    ///
    /// # Errors
    /// `{code, message}` as JSON.
    pub fn make(&self, format: &str, use_case: &str, as_of: &str, semicolon: bool) -> Result<Array, JsValue> {
        let known = Format::from_id(format);
        let format =
            known.ok_or_else(|| refused("format", &["there is no format ", format].concat(), &[]))?;
        // Only a page can say of what language a text in it is.
        let plain = Unmarked(&self.texts);
        let texts: &dyn Texts = if format == Format::Page {
            &self.texts
        } else {
            &plain
        };
        let record = self.record(use_case, as_of, texts)?;
        let file = make(format, &record, &self.setting(semicolon, texts))
            .map_err(|error| refused("file", &error, &[]))?;
        let parts: [JsValue; 3] = [
            file.name.into(),
            file.media_type.into(),
            Uint8Array::from(file.bytes.as_slice()).into(),
        ];
        Ok(parts.into_iter().collect())
    }

    /// The report for a board as a tree of elements `[tag, {attributes}, [children]]`, as JSON, so that a page can
    /// build it without parsing markup.
    ///
    /// # Errors
    /// `{code, message}` as JSON.
    pub fn report(&self, use_case: &str, as_of: &str) -> Result<String, JsValue> {
        let record = self.record(use_case, as_of, &self.texts)?;
        json(&tree(&board_report(&record, &self.setting(false, &self.texts))))
    }

    /// What a file holds: `{register, schema, cases: [{use_case, left_out}]}` as JSON.
    ///
    /// # Errors
    /// `{code, message, mistakes}` as JSON.
    pub fn open(&self, text: &str) -> Result<String, JsValue> {
        let opened = self.opened(text)?;
        let cases = opened.cases.into_iter().map(|case| OpenedCase {
            left_out: case.left_out,
            use_case: case.use_case,
        });
        json(&OpenedFile {
            register: opened.register,
            schema: opened.schema,
            cases: cases.collect(),
        })
    }

    fn record(&self, use_case: &str, as_of: &str, texts: &dyn Texts) -> Result<Record, JsValue> {
        let as_of: Date = as_of.parse().map_err(|error| refused("as-of", &error, &[]))?;
        let mut opened = self.opened(use_case)?;
        let case = opened.cases.pop().map(|case| case.use_case).unwrap_or_default();
        Ok(Record::of(case, self.catalog, as_of, texts).0)
    }

    fn setting<'a>(&'a self, semicolon: bool, texts: &'a dyn Texts) -> Setting<'a> {
        Setting {
            catalog: self.catalog,
            texts,
            language: &self.language,
            csv: CsvStyle {
                separator: if semicolon { ';' } else { ',' },
                mark: true,
            },
        }
    }

    fn opened(&self, text: &str) -> Result<Opened, JsValue> {
        if text.len() > LARGEST_RECORD {
            return Err(refused("too-large", &"the file is too large to be a record", &[]));
        }
        let tree: Value = serde_json::from_str(text).map_err(|error| refused("not-json", &error, &[]))?;
        open(&tree, self.catalog)
            .map_err(|mistakes| refused("not-a-record", &"the file is no record", &mistakes))
    }
}

/// Ids of all formats, in the order in which they are offered.
#[wasm_bindgen(js_name = recordFormats)]
pub fn record_formats() -> Array {
    Format::ALL
        .into_iter()
        .map(|format| JsValue::from(format.id()))
        .collect()
}

fn json(value: &impl Serialize) -> Result<String, JsValue> {
    serde_json::to_string(value).map_err(|error| refused("json", &error, &[]))
}

/// A refusal as JSON.
fn refused(code: &str, message: &impl ToString, mistakes: &[Mistake]) -> JsValue {
    let refusal = Refusal {
        code,
        message: message.to_string(),
        mistakes,
    };
    // What is made of texts alone can always be written.
    serde_json::to_string(&refusal).unwrap_or_default().into()
}
