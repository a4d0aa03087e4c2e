//! A saved result as a host hands it over, read by hand: deserialising costs more bytes.

use std::collections::BTreeMap;

use js_sys::Object;
use wasm_bindgen::{JsCast, JsValue};

use super::options::{entries, get, list, text};
use crate::export::{Given, SavedClassification, SavedResult};

/// The saved result, if it is one: answers, and a result with range, catalogue and day.
pub(super) fn saved_result(value: &JsValue) -> Option<SavedResult> {
    let result = get(value, "result");
    let [lowest, highest] = <[String; 2]>::try_from(texts(&result, "range")?).ok()?;
    let mut answers = BTreeMap::new();
    let given = get(value, "answers");
    given.dyn_ref::<Object>()?;
    for (fact, given) in entries(&given) {
        let given = match given.as_string() {
            Some(one) => Given::One(one),
            None => Given::Many(list(&given)?),
        };
        answers.insert(fact, given);
    }
    Some(SavedResult {
        answers,
        result: SavedClassification {
            range: [lowest, highest],
            flags: texts(&result, "flags"),
            rules: texts(&result, "rules"),
            applies_from: Some(get(&result, "applies_from"))
                .filter(|saved| !saved.is_undefined())
                .map(|saved| saved.as_string()),
            catalog: text(&result, "catalog")?,
            law_date: text(&result, "law_date"),
            as_of: text(&result, "as_of")?,
            receipt: text(&result, "receipt"),
        },
    })
}

fn texts(value: &JsValue, key: &str) -> Option<Vec<String>> {
    list(&get(value, key))
}
