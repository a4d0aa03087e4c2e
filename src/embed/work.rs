//! What is recorded about items, from plain data: read by hand, because deserialising costs more bytes.

use wasm_bindgen::JsValue;

use super::options::{entries, is, text};
use crate::catalog::Catalog;
use crate::engine::{Status, Work};

/// What is recorded about each item, by index. Items that the catalogue does not have are passed over:
/// they belong to another version of it.
pub(super) fn works(catalog: &Catalog, given: &JsValue) -> Vec<Work> {
    let mut works = vec![Work::default(); catalog.items.len()];
    for (id, record) in entries(given) {
        let place = catalog.items.iter().position(|item| item.id == id);
        if let Some(slot) = place.and_then(|place| works.get_mut(place))
            && record.is_object()
        {
            *slot = work(&record);
        }
    }
    works
}

fn work(record: &JsValue) -> Work {
    let text = |key: &str| text(record, key).unwrap_or_default();
    let is = |key: &str| is(record, key);
    Work {
        status: Status::from_id(&text("status")).unwrap_or_default(),
        documented: is("documented"),
        working: is("working"),
        proven: is("proven"),
        owner: text("owner"),
        due: text("due").parse().ok(),
        reason: text("reason"),
        note: text("note"),
        evidence: text("evidence"),
    }
}
