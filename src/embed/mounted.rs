//! Mounts the assessment into an element the loader made.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Object};
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, AttrValue, Renderer};

use super::VisitRecord;
use super::saved::saved_result;
use super::start::{begin, notifier, plain};
use crate::catalog::builtin;
use crate::export::{compare, saved_answers};
use crate::session::Session;
use crate::suggest::Model;
use crate::widget::Wording;
use crate::widget::assess::{App, AppProps, Reopened, Suggester};

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
/// one wants to choose a file for [`Mounted::open`], and `checklist` with the visit's record for
/// [`super::mount_list`].
///
/// # Errors
/// An object `{code, message}`, see [`super::MountError`].
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
        resumed: (0, Rc::new(latest.borrow().answers.clone())),
    };
    let handle = Renderer::<App>::with_root_and_props(root, props.clone()).render();
    Ok(Mounted {
        handle,
        props,
        latest,
    })
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

    /// Shows the result of answers with which the checklist was left.
    ///
    /// # Errors
    /// An object `{code, message}`, see [`super::MountError`].
    pub fn resume(&mut self, answers: Object) -> Result<(), JsValue> {
        let as_of = self.latest.borrow().as_of.to_string();
        let times = self.props.resumed.0 + 1;
        self.props.resumed = (times, Rc::new(begin(&as_of, &answers)?.answers));
        self.handle.update(self.props.clone());
        Ok(())
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
