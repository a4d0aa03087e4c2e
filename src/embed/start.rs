//! What both apps start with: a session from plain data, and notices turned into plain data.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Object};
use serde::Serialize;
use wasm_bindgen::JsValue;
use yew::Callback;

use super::{MountError, VisitRecord};
use crate::catalog::{Date, builtin};
use crate::session::Session;
use crate::widget::Notice;

/// A session for a day with answers: fact ids with lists of value ids.
pub(super) fn begin(as_of: &str, answers: &Object) -> Result<Session, MountError> {
    let catalog = builtin();
    let first = catalog.law_texts.first().map(|text| text.from);
    let as_of = as_of
        .parse::<Date>()
        .ok()
        .filter(|date| first.is_none_or(|first| *date >= first))
        .ok_or_else(|| MountError::AsOf {
            given: as_of.to_owned(),
            first,
        })?;
    let mut session = Session::new(catalog, as_of);
    for entry in Object::entries(answers) {
        let entry = Array::from(&entry);
        let fact = entry.get(0).as_string().unwrap_or_default();
        let values: Option<Vec<String>> = if Array::is_array(&entry.get(1)) {
            Array::from(&entry.get(1))
                .iter()
                .map(|value| value.as_string())
                .collect()
        } else {
            None
        };
        let values = values.ok_or_else(|| MountError::NotAList { fact: fact.clone() })?;
        session
            .answers
            .set_by_id(catalog, &fact, &values)
            .map_err(MountError::Answer)?;
    }
    Ok(session.reclassified())
}

/// Keeps the latest state for the host and passes notices on as plain data.
pub(super) fn notifier(emit: Function, latest: Rc<RefCell<Session>>) -> Callback<Notice> {
    Callback::from(move |notice: Notice| {
        let detail = match &notice {
            Notice::Changed(session) => {
                latest.replace(Session::clone(session));
                return;
            }
            Notice::Step | Notice::ModelNeeded | Notice::Open => JsValue::UNDEFINED,
            Notice::Result(session)
            | Notice::Save(session)
            | Notice::Checklist(session)
            | Notice::Back(session) => plain(&VisitRecord::of(session)),
            Notice::WordingNeeded(area) => JsValue::from_str(area),
            Notice::Document { name, text } => {
                Array::of2(&JsValue::from_str(name), &JsValue::from_str(text)).into()
            }
        };
        // A host that throws in its own handler must not stop the visit.
        let _ = emit.call2(&JsValue::UNDEFINED, &JsValue::from_str(notice.name()), &detail);
    })
}

pub(super) fn plain(record: &impl Serialize) -> JsValue {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    record.serialize(&serializer).unwrap_or(JsValue::NULL)
}
