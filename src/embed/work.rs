//! What is recorded about items, from plain data: read by hand, because deserialising costs more bytes.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::catalog::Catalog;
use crate::engine::{Status, Work};

/// What is recorded about each item, by index. Items that the catalogue does not have are passed over:
/// they belong to another version of it.
pub(super) fn works(catalog: &Catalog, given: &JsValue) -> Vec<Work> {
    let mut works = vec![Work::default(); catalog.items.len()];
    let entries = given.dyn_ref::<Object>().map(Object::entries).unwrap_or_default();
    for entry in entries {
        let entry = Array::from(&entry);
        let id = entry.get(0).as_string().unwrap_or_default();
        let place = catalog.items.iter().position(|item| item.id == id);
        if let Some(slot) = place.and_then(|place| works.get_mut(place))
            && entry.get(1).is_object()
        {
            *slot = work(entry.get(1).unchecked_ref());
        }
    }
    works
}

fn work(record: &Object) -> Work {
    let get = |key: &str| Reflect::get(record, &JsValue::from_str(key)).unwrap_or(JsValue::UNDEFINED);
    let text = |key: &str| get(key).as_string().unwrap_or_default();
    Work {
        status: Status::from_id(&text("status")).unwrap_or_default(),
        documented: get("documented").is_truthy(),
        working: get("working").is_truthy(),
        proven: get("proven").is_truthy(),
        owner: text("owner"),
        due: text("due").parse().ok(),
        reason: text("reason"),
        note: text("note"),
        evidence: text("evidence"),
    }
}
