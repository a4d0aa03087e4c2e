//! Mounts the assessment into an element the loader made.

use std::rc::Rc;

use js_sys::{Array, Function, Object};
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, AttrValue, Callback, Renderer};

use super::notices::{call, object, report, simple_detail};
use super::options::{Options, answer, screen};
use crate::catalog::builtin;
use crate::session::Session;
use crate::suggest::Model;
use crate::widget::assess::{App, AppProps, Directed, Suggester};
use crate::widget::{Notice, Wording};

/// A mounted assessment. Dropping it leaves it in place; [`Mounted::destroy`] removes it.
#[wasm_bindgen]
pub struct Mounted {
    handle: AppHandle<App>,
    props: AppProps,
    emit: Function,
}

/// Mounts the assessment into `root`, whose children it replaces.
///
/// `options` is `{asOf, locale, answers, step, begun, readonly}`: the day whose law is applied
/// (`YYYY-MM-DD`; the host knows today), a language tag for dates, fact ids with lists of value ids, where to
/// begin, whether a person had begun before, and whether it is shown only.
/// `wording` maps keys to texts. `emit` is called with `(name, detail)`: `changed` with `{answers}`, `step`
/// with `{name, fact}` (with `result` the loader shows the other app), `wording-needed` with the area whose
/// texts [`Mounted::add_wording`] should bring, `model-needed` for [`Mounted::add_model`], `open` where a
/// person wants to choose a file, `over` where one wants to begin anew, and `problem` with `{code, message}`
/// for an answer that could not be taken.
///
/// # Errors
/// An object `{code, message}`, see [`super::Problem`].
#[wasm_bindgen]
pub fn mount(root: Element, options: &JsValue, wording: Object, emit: Function) -> Result<Mounted, JsValue> {
    let options = Options::read(builtin(), options).map_err(|problem| problem.to_plain())?;
    report(&emit, &options.problems);
    let props = AppProps {
        start: options.session,
        wording: Rc::new(Wording::from_object(&wording)),
        lang: AttrValue::from(options.locale),
        notify: notifier(emit.clone()),
        suggester: Suggester::Absent,
        refused: false,
        directed: Directed::default(),
    };
    let handle = Renderer::<App>::with_root_and_props(root, props.clone()).render();
    Ok(Mounted { handle, props, emit })
}

#[wasm_bindgen]
impl Mounted {
    /// Adds texts that were not needed at the start.
    #[wasm_bindgen(js_name = addWording)]
    pub fn add_wording(&mut self, texts: Object) {
        self.props.wording = Rc::new(self.props.wording.with(&texts));
        self.update();
    }

    /// Adds the model for suggestions; what is no model says that suggestions are not to be had.
    #[wasm_bindgen(js_name = addModel)]
    pub fn add_model(&mut self, file: &[u8]) {
        self.props.suggester =
            Model::read(file).map_or(Suggester::Failed, |model| Suggester::Ready(Rc::new(model)));
        self.update();
    }

    /// Goes on with other answers at a step.
    pub fn go(&mut self, answers: &JsValue, step: &JsValue) {
        let mut session = Session::new(builtin(), self.props.start.as_of);
        let problems = answer(&mut session, answers);
        report(&self.emit, &problems);
        let screen = screen(&session, step);
        self.props.directed.times += 1;
        self.props.directed.to = Some(Rc::new((session.answers, screen)));
        self.props.refused = false;
        self.update();
    }

    /// Says that the file chosen holds no visit.
    pub fn refuse(&mut self) {
        self.props.refused = true;
        self.update();
    }

    /// Removes the assessment.
    pub fn destroy(self) {
        self.handle.destroy();
    }

    fn update(&mut self) {
        self.handle.update(self.props.clone());
    }
}

/// Passes notices on as plain data, made by hand: a general way would cost the first load too much.
fn notifier(emit: Function) -> Callback<Notice> {
    Callback::from(move |notice: Notice| {
        let detail = match &notice {
            Notice::Changed(session) => object([("answers", answers_object(session).into())]).into(),
            notice => simple_detail(notice),
        };
        call(&emit, notice.name(), &detail);
    })
}

/// Answers as `{fact: [value]}`.
fn answers_object(session: &Session) -> Object {
    object(session.answer_ids().into_iter().map(|(fact, values)| {
        let values: Array = values.into_iter().map(JsValue::from_str).collect();
        (fact, values.into())
    }))
}
