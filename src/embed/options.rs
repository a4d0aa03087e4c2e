//! What both apps start with: a session and a step from plain data.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::Problem;
use crate::catalog::{Catalog, Date, builtin};
use crate::engine::classify;
use crate::session::{Screen, Session};

/// What the loader asks for when it mounts an app.
pub(super) struct Options {
    /// The session to begin with.
    pub(super) session: Session,
    /// Language tag for dates and numbers.
    pub(super) locale: String,
    /// What could not be taken of the answers; the rest was.
    pub(super) problems: Vec<Problem>,
}

impl Options {
    /// Reads `{asOf, locale, answers, step, begun, readonly}` against a catalogue; all but the first two may
    /// be missing.
    ///
    /// # Errors
    /// [`Problem::AsOf`] where the day is none for which there is law.
    pub(super) fn read(catalog: &'static Catalog, given: &JsValue) -> Result<Self, Problem> {
        let as_of = day(catalog, &text(given, "asOf").unwrap_or_default())?;
        let mut session = Session::new(catalog, as_of);
        let problems = answer(&mut session, &get(given, "answers"));
        session.begun = is(given, "begun");
        session.readonly = is(given, "readonly");
        session.screen = screen(&session, &get(given, "step"));
        Ok(Self {
            session,
            locale: text(given, "locale").unwrap_or_default(),
            problems,
        })
    }
}

/// Catalogue and version that a module was built with, as `id@version`.
#[wasm_bindgen(js_name = catalogId)]
pub fn catalog_id() -> String {
    let catalog = builtin();
    [catalog.id, "@", catalog.version].concat()
}

/// The day, if the catalogue knows the law of it.
pub(super) fn day(catalog: &Catalog, given: &str) -> Result<Date, Problem> {
    let first = catalog.law_texts.first().map(|text| text.from);
    given
        .parse::<Date>()
        .ok()
        .filter(|date| first.is_none_or(|first| *date >= first))
        .ok_or_else(|| Problem::AsOf {
            given: given.to_owned(),
            first,
        })
}

/// Takes answers by the ids of facts, or by the short names that hosts may use, and says what could not be
/// taken. The result is that of all that could.
pub(super) fn answer(session: &mut Session, given: &JsValue) -> Vec<Problem> {
    let mut problems = Vec::new();
    let catalog = session.catalog;
    for (name, given) in entries(given) {
        let fact = full_name(catalog, &name);
        let one = given.as_string().map(|value| vec![value]);
        let Some(values) = one.or_else(|| list(&given)) else {
            problems.push(Problem::NotAList { fact });
            continue;
        };
        if let Err(error) = session.answers.set_by_id(catalog, &fact, &values) {
            problems.push(Problem::Answer(error));
        }
    }
    session.result = classify(catalog, &session.answers, session.as_of);
    problems
}

/// The id of the fact that a short name stands for.
fn full_name(catalog: &Catalog, name: &str) -> String {
    let special = &catalog.special;
    let index = match name {
        "sector" => special.sectors,
        "operator-role" => special.roles,
        "jurisdiction" => special.places,
        "size" => special.size,
        "certificates" => special.certificates,
        _ => return name.to_owned(),
    };
    let fact = catalog.facts.get(usize::from(index));
    fact.map_or_else(|| name.to_owned(), |fact| fact.id.to_owned())
}

/// The screen that a step `{name, fact}` stands for; a question without a fact is the next one.
pub(super) fn screen(session: &Session, step: &JsValue) -> Screen {
    match text(step, "name").as_deref() {
        Some("question") => {
            let fact = text(step, "fact");
            let known = fact.and_then(|id| {
                (0_u16..)
                    .zip(session.catalog.facts)
                    .find(|(_, fact)| fact.id == id)
            });
            known.map_or_else(|| session.next_screen(), |(index, _)| Screen::Question(index))
        }
        Some("result" | "checklist") => Screen::Result,
        _ => Screen::Start,
    }
}

/// The properties of an object, in its order; none of what is no object.
pub(super) fn entries(value: &JsValue) -> impl Iterator<Item = (String, JsValue)> + use<> {
    let entries = value.dyn_ref::<Object>().map(Object::entries).unwrap_or_default();
    entries.into_iter().map(|entry| {
        let entry = Array::from(&entry);
        (entry.get(0).as_string().unwrap_or_default(), entry.get(1))
    })
}

pub(super) fn get(value: &JsValue, key: &str) -> JsValue {
    // What is no object has no properties.
    Reflect::get(value, &JsValue::from_str(key)).unwrap_or(JsValue::UNDEFINED)
}

pub(super) fn text(value: &JsValue, key: &str) -> Option<String> {
    get(value, key).as_string()
}

pub(super) fn list(value: &JsValue) -> Option<Vec<String>> {
    let list = value.dyn_ref::<Array>()?;
    list.iter().map(|entry| entry.as_string()).collect()
}

pub(super) fn is(value: &JsValue, key: &str) -> bool {
    get(value, key).is_truthy()
}
