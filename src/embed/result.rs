//! Mounts result and checklist into an element the loader made.

use std::rc::Rc;

use js_sys::{Function, Object};
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, AttrValue, Callback, Renderer};

use super::VisitRecord;
use super::engine::plain;
use super::notices::{call, report, simple_detail};
use super::options::{Options, get, text};
use super::overlay::catalog_with;
use super::record::StateRecord;
use super::saved::saved_result;
use super::work::works;
use crate::export::{compare, saved_answers};
use crate::session::Session;
use crate::widget::result::{Place, Reopened, ResultApp, ResultProps, Tab};
use crate::widget::{Notice, Wording};

/// A mounted result. Dropping it leaves it in place; [`MountedResult::destroy`] removes it.
#[wasm_bindgen]
pub struct MountedResult {
    handle: AppHandle<ResultApp>,
    props: ResultProps,
}

/// Mounts the result into `root`, whose children it replaces.
///
/// `options` is as for [`super::mount`], with `work` (item ids with what is recorded about them), `saved` (a
/// saved result that was opened) and `overlay` (the number of one that was read) beside; the step is
/// `{name: 'result'}` or `{name: 'checklist', tab}`. `emit` is called with `(name, detail)`: `changed` with `{answers, work}`, `step` with `{name, tab}` or, where a person
/// goes back to the questions, `{name, fact}`, `result` with the visit's record, `save` and `document` for files,
/// `over` where one wants to begin anew, and `problem`.
///
/// # Errors
/// An object `{code, message}`, see [`super::Problem`].
#[wasm_bindgen(js_name = mountResult)]
pub fn mount_result(
    root: Element,
    options: &JsValue,
    wording: Object,
    emit: Function,
) -> Result<MountedResult, JsValue> {
    let catalog = catalog_with(&get(options, "overlay"));
    let mut read = Options::read(catalog, options).map_err(|problem| problem.to_plain())?;
    report(&emit, &read.problems);
    read.session.work = works(read.session.catalog, &get(options, "work"));
    let props = ResultProps {
        reopened: reopened(&read.session, &get(options, "saved")),
        start: read.session,
        place: place(&get(options, "step")),
        wording: Rc::new(Wording::from_object(&wording)),
        lang: AttrValue::from(read.locale),
        notify: notifier(emit),
    };
    let handle = Renderer::<ResultApp>::with_root_and_props(root, props.clone()).render();
    Ok(MountedResult { handle, props })
}

/// The visit in a saved result, `{answers, work}`; nothing where it is none. What the catalogue no longer knows
/// is left out of the answers; [`mount_result`] says what that was.
#[wasm_bindgen(js_name = readSaved)]
pub fn read_saved(saved: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    let catalog = catalog_with(&get(options, "overlay"));
    let mut session = Options::read(catalog, options)
        .map_err(|problem| problem.to_plain())?
        .session;
    let Some(found) = saved_result(saved) else {
        return Ok(JsValue::UNDEFINED);
    };
    session.answers = saved_answers(session.catalog, &found).0;
    session.work = works(session.catalog, &get(saved, "work"));
    Ok(plain(&StateRecord::of(&session)))
}

#[wasm_bindgen]
impl MountedResult {
    /// Adds texts that were not needed at the start.
    #[wasm_bindgen(js_name = addWording)]
    pub fn add_wording(&mut self, texts: Object) {
        self.props.wording = Rc::new(self.props.wording.with(&texts));
        self.handle.update(self.props.clone());
    }

    /// Removes the result.
    pub fn destroy(self) {
        self.handle.destroy();
    }
}

fn place(step: &JsValue) -> Place {
    match text(step, "name").as_deref() {
        Some("checklist") => {
            let tab = text(step, "tab").and_then(|tab| Tab::from_id(&tab));
            Place::List(tab.unwrap_or_default())
        }
        _ => Place::Verdict,
    }
}

/// What is different since a result was saved; nothing where none was opened.
fn reopened(session: &Session, saved: &JsValue) -> Reopened {
    Reopened(saved_result(saved).map(|saved| {
        let (answers, _) = saved_answers(session.catalog, &saved);
        Rc::new((answers, compare(session.catalog, &saved, session.as_of)))
    }))
}

/// Passes notices on as plain data.
fn notifier(emit: Function) -> Callback<Notice> {
    Callback::from(move |notice: Notice| {
        let detail = match &notice {
            Notice::Changed(session) => plain(&StateRecord::of(session)),
            Notice::Result(session) => plain(&VisitRecord::of(session)),
            notice => simple_detail(notice),
        };
        call(&emit, notice.name(), &detail);
    })
}
