//! Overlays that a page brings: read once, then named by number.

use core::cell::RefCell;
use std::collections::BTreeMap;

use js_sys::{Array, JSON, Object};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::notices::object;
use super::options::{day, entries};
use crate::catalog::{Catalog, builtin};
use crate::overlay::{Known, LARGEST_FILE, Overlay, merge, read};
use crate::reading::{Mistake, Value};
use crate::workshop::{OwnDeck, doubts};

/// An overlay that was read: its text, the catalogue with it, and what it brings for a workshop.
struct Kept {
    text: String,
    catalog: &'static Catalog,
    deck: OwnDeck,
}

thread_local! {
    /// Those that were read since the page was loaded: one that comes again is not merged again.
    static KEPT: RefCell<Vec<Kept>> = const { RefCell::new(Vec::new()) };
}

/// Reads an overlay, given as JSON, against the words in `wording`.
///
/// Returns `{mistakes, number, texts}`: what is wrong with it, each with `code`, `place` (a JSON pointer), `message`
/// and `hint`; where nothing is, the number by which other functions know it, and its texts by key. A key that occurs
/// twice is not seen here, since browsers keep the last.
#[wasm_bindgen(js_name = engineReadOverlay)]
pub fn engine_read_overlay(text: &str, wording: &Object) -> JsValue {
    match overlay(text, wording) {
        Ok((number, texts)) => {
            let texts = texts
                .iter()
                .map(|(key, text)| (key.as_str(), text.as_str().into()));
            object([
                ("mistakes", Array::new().into()),
                ("number", number.into()),
                ("texts", object(texts).into()),
            ])
            .into()
        }
        Err(mistakes) => told(&mistakes),
    }
}

/// Scenarios and exercises of the overlay of a number, with its `id`, `version`, `name` and `language`; null where
/// there is no such overlay.
#[wasm_bindgen(js_name = engineDeck)]
pub fn engine_deck(number: &JsValue) -> JsValue {
    with_kept(number, |kept| super::engine::plain(&kept.deck)).unwrap_or(JsValue::NULL)
}

/// The catalogue with the overlay of a number; the catalogue alone where there is none.
pub(super) fn catalog_with(number: &JsValue) -> &'static Catalog {
    with_kept(number, |kept| kept.catalog).unwrap_or_else(builtin)
}

/// Something of the overlay of a number.
fn with_kept<T>(number: &JsValue, take: impl FnOnce(&Kept) -> T) -> Option<T> {
    let number = number.as_f64()?;
    KEPT.with_borrow(|kept| {
        let mut numbered = (0_u32..).zip(kept);
        let (_, found) = numbered.find(|(own, _)| f64::from(*own) == number)?;
        Some(take(found))
    })
}

/// Reads an overlay as its deck is written, and says what is wrong with it and what speaks against its cases on a day.
///
/// Returns `{mistakes}` as [`engine_read_overlay`] has them, or `{mistakes, deck, doubts}`: the deck as
/// [`engine_deck`] gives it, and for each of its scenarios a list of `{code, fact}`. Nothing is kept of it.
///
/// # Errors
/// `{code, message}` where there is no law of the day, see [`Problem`](super::Problem).
#[wasm_bindgen(js_name = engineCheckDeck)]
pub fn engine_check_deck(text: &str, as_of: &str, wording: &Object) -> Result<JsValue, JsValue> {
    let as_of = day(builtin(), as_of).map_err(|problem| problem.to_plain())?;
    let found = match parsed(text, wording) {
        Ok(found) => found,
        Err(mistakes) => return Ok(told(&mistakes)),
    };
    let deck = OwnDeck::new(&found);
    let scenarios = deck.scenarios.iter();
    let doubts: Vec<_> = scenarios
        .map(|scenario| doubts(scenario, builtin(), as_of))
        .collect();
    Ok(object([
        ("mistakes", Array::new().into()),
        ("deck", super::engine::plain(&deck)),
        ("doubts", super::engine::plain(&doubts)),
    ])
    .into())
}

/// Number and texts of an overlay.
type Merged = (u32, Vec<(String, String)>);

fn overlay(text: &str, wording: &Object) -> Result<Merged, Vec<Mistake>> {
    let found = parsed(text, wording)?;
    let number = KEPT.with_borrow_mut(|kept| {
        let known = kept.iter().position(|kept| kept.text == text);
        let place = known.unwrap_or_else(|| {
            kept.push(Kept {
                text: text.to_owned(),
                catalog: merge(&found, builtin()),
                deck: OwnDeck::new(&found),
            });
            kept.len() - 1
        });
        u32::try_from(place).unwrap_or(u32::MAX)
    });
    Ok((number, found.texts()))
}

fn parsed(text: &str, wording: &Object) -> Result<Overlay, Vec<Mistake>> {
    if text.len() > LARGEST_FILE {
        let hint = ["at most ", &LARGEST_FILE.to_string()].concat();
        let message = ["the overlay has ", &text.len().to_string(), " bytes"].concat();
        return Err(vec![whole("too-large", message, hint)]);
    }
    let tree = JSON::parse(text).map_err(|error| {
        let message = error.dyn_ref::<js_sys::Error>().map(js_sys::Error::message);
        vec![whole(
            "not-json",
            message.map(String::from).unwrap_or_default(),
            String::new(),
        )]
    })?;
    let words: BTreeMap<String, String> = entries(wording)
        .filter_map(|(key, text)| Some((key, text.as_string()?)))
        .collect();
    let known = Known {
        catalog: builtin(),
        words: Some(&words),
    };
    read(&value(&tree), known)
}

fn value(tree: &JsValue) -> Value {
    if tree.is_null() || tree.is_undefined() {
        return Value::Null;
    }
    if let Some(is) = tree.as_bool() {
        return Value::Bool(is);
    }
    if let Some(number) = tree.as_f64() {
        return Value::Number(number);
    }
    if let Some(text) = tree.as_string() {
        return Value::Text(text);
    }
    if let Some(list) = tree.dyn_ref::<Array>() {
        return Value::List(list.iter().map(|entry| value(&entry)).collect());
    }
    Value::Map(entries(tree).map(|(key, tree)| (key, value(&tree))).collect())
}

/// A mistake of the overlay as a whole.
fn whole(code: &'static str, message: String, hint: String) -> Mistake {
    Mistake {
        code,
        place: String::new(),
        message,
        hint,
    }
}

fn told(mistakes: &[Mistake]) -> JsValue {
    let mistakes: Array = mistakes.iter().map(plain).collect();
    object([("mistakes", mistakes.into())]).into()
}

fn plain(mistake: &Mistake) -> JsValue {
    object([
        ("code", mistake.code.into()),
        ("place", mistake.place.as_str().into()),
        ("message", mistake.message.as_str().into()),
        ("hint", mistake.hint.as_str().into()),
    ])
    .into()
}
