//! Mounts the checklist into an element the loader made.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Object};
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, AttrValue, Renderer};

use super::VisitRecord;
use super::start::{begin, notifier, plain};
use super::work::works;
use crate::session::Session;
use crate::widget::Wording;
use crate::widget::list::{ListApp, ListProps};

/// A mounted checklist. Dropping it leaves it in place; [`MountedList::destroy`] removes it.
#[wasm_bindgen]
pub struct MountedList {
    handle: AppHandle<ListApp>,
    latest: Rc<RefCell<Session>>,
}

/// Mounts the checklist into `root`, whose children it replaces.
///
/// Day, language, answers and `emit` are as for [`super::mount`]; `wording` has all that is shown; `work` maps item ids to what is
/// recorded about them, as the visit's record has it. `emit` is called with `step`, `save`, `document` with name
/// and text, and `back` with the visit's record when a person goes back to the result.
///
/// # Errors
/// An object `{code, message}`, see [`super::MountError`].
#[wasm_bindgen(js_name = mountList)]
pub fn mount_list(
    root: Element,
    as_of: &str,
    lang: &str,
    answers: Object,
    work: Object,
    wording: Object,
    emit: Function,
) -> Result<MountedList, JsValue> {
    let mut session = begin(as_of, &answers)?;
    session.work = works(session.catalog, &work);
    let latest = Rc::new(RefCell::new(session.clone()));
    let props = ListProps {
        start: session,
        wording: Rc::new(Wording::from_object(&wording)),
        lang: AttrValue::from(lang.to_owned()),
        notify: notifier(emit, Rc::clone(&latest)),
    };
    let handle = Renderer::<ListApp>::with_root_and_props(root, props).render();
    Ok(MountedList { handle, latest })
}

#[wasm_bindgen]
impl MountedList {
    /// Answers, result and work so far, as plain data.
    pub fn state(&self) -> JsValue {
        plain(&VisitRecord::of(&self.latest.borrow()))
    }

    /// Removes the checklist.
    pub fn destroy(self) {
        self.handle.destroy();
    }
}
