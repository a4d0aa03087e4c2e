//! Mounts the widget into an element the loader made.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Object};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, AttrValue, Callback, Renderer};

use super::saved::saved_result;
use super::{MountError, VisitRecord};
use crate::catalog::{Date, builtin};
use crate::export::{compare, saved_answers};
use crate::session::Session;
use crate::suggest::Model;
use crate::widget::{App, AppProps, Notice, Reopened, Suggester, Wording};

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
/// texts. `emit` is called with `(name, detail)`: `result` with the visit's record, `step`,
/// `wording-needed` with the area whose texts [`Mounted::add_wording`] should bring, `model-needed` for
/// [`Mounted::add_model`], `save` with the visit's record that a person wants as a file, and `open` where
/// one wants to choose a file for [`Mounted::open`].
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
        suggester: Suggester::Absent,
        reopened: Reopened::Nothing,
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
            Notice::Step | Notice::ModelNeeded | Notice::Open => JsValue::UNDEFINED,
            Notice::Result(session) | Notice::Save(session) => plain(&VisitRecord::of(session)),
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

    /// Adds the model for suggestions; what is no model says that suggestions are not to be had.
    #[wasm_bindgen(js_name = addModel)]
    pub fn add_model(&mut self, file: &[u8]) {
        self.props.suggester =
            Model::read(file).map_or(Suggester::Failed, |model| Suggester::Ready(Rc::new(model)));
        self.handle.update(self.props.clone());
    }

    /// Opens a saved result: shows what its answers give now, and what is different. Says whether it was
    /// one.
    pub fn open(&mut self, saved: &JsValue) -> bool {
        let catalog = builtin();
        let as_of = self.latest.borrow().as_of;
        self.props.reopened = saved_result(saved).map_or(Reopened::Refused, |saved| {
            let (answers, _) = saved_answers(catalog, &saved);
            Reopened::Saved(Rc::new((answers, compare(catalog, &saved, as_of))))
        });
        self.handle.update(self.props.clone());
        self.props.reopened != Reopened::Refused
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
