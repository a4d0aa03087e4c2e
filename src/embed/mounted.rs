//! Mounts the widget into an element the loader made.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Object};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, AttrValue, Callback, Renderer};

use super::{MountError, VisitRecord};
use crate::catalog::{Date, builtin};
use crate::session::Session;
use crate::widget::{App, AppProps, Notice, Wording};

/// A mounted widget. Dropping it leaves the widget in place; [`Mounted::destroy`] removes it.
#[wasm_bindgen]
pub struct Mounted {
    handle: AppHandle<App>,
    props: AppProps,
    latest: Rc<RefCell<Session>>,
}

/// Mounts the widget into `root`, whose children it replaces.
///
/// `as_of` is the day whose law is applied, `YYYY-MM-DD`; the host knows today. `lang` is a language
/// tag for dates. `answers` maps fact ids to lists of value ids to begin with. `wording` maps keys to
/// texts. `emit` is called with `(name, detail)`: `result` with the visit's record, `step`, and
/// `wording-needed` with the area whose texts [`Mounted::add_wording`] should bring.
///
/// # Errors
/// An object `{code, message}`, see [`MountError`].
#[wasm_bindgen]
pub fn mount(
    root: Element,
    as_of: &str,
    lang: &str,
    answers: Object,
    wording: Object,
    emit: Function,
) -> Result<Mounted, JsValue> {
    let session = begin(as_of, &answers)?;
    let latest = Rc::new(RefCell::new(session.clone()));
    let props = AppProps {
        start: session,
        wording: Rc::new(Wording::from_object(&wording)),
        lang: AttrValue::from(lang.to_owned()),
        notify: notifier(emit, Rc::clone(&latest)),
    };
    let handle = Renderer::<App>::with_root_and_props(root, props.clone()).render();
    Ok(Mounted {
        handle,
        props,
        latest,
    })
}

fn begin(as_of: &str, answers: &Object) -> Result<Session, MountError> {
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
fn notifier(emit: Function, latest: Rc<RefCell<Session>>) -> Callback<Notice> {
    Callback::from(move |notice: Notice| {
        let detail = match &notice {
            Notice::Changed(session) => {
                latest.replace(Session::clone(session));
                return;
            }
            Notice::Step => JsValue::UNDEFINED,
            Notice::Result(session) => plain(&VisitRecord::of(session)),
            Notice::WordingNeeded(area) => JsValue::from_str(area),
        };
        // A host that throws in its own handler must not stop the visit.
        let _ = emit.call2(&JsValue::UNDEFINED, &JsValue::from_str(notice.name()), &detail);
    })
}

fn plain(record: &impl Serialize) -> JsValue {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    record.serialize(&serializer).unwrap_or(JsValue::NULL)
}

#[wasm_bindgen]
impl Mounted {
    /// Adds texts that were not needed at the start.
    #[wasm_bindgen(js_name = addWording)]
    pub fn add_wording(&mut self, texts: Object) {
        let mut wording = Wording::clone(&self.props.wording);
        wording.add(&texts);
        self.props.wording = Rc::new(wording);
        self.handle.update(self.props.clone());
    }

    /// Answers and result so far, as plain data.
    pub fn state(&self) -> JsValue {
        plain(&VisitRecord::of(&self.latest.borrow()))
    }

    /// Removes the widget.
    pub fn destroy(self) {
        self.handle.destroy();
    }
}
