//! Notices of the widget as plain data for the loader. What only the result knows is added there.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::JsValue;

use super::Problem;
use crate::widget::{Notice, Step};

/// Calls the loader's function. A host that throws in its own handler must not stop the visit.
pub(super) fn call(emit: &Function, name: &str, detail: &JsValue) {
    let _ = emit.call2(&JsValue::UNDEFINED, &JsValue::from_str(name), detail);
}

/// Tells the loader what could not be taken.
pub(super) fn report(emit: &Function, problems: &[Problem]) {
    for problem in problems {
        call(emit, "problem", &problem.to_plain());
    }
}

/// The detail of a notice that needs no record of the result.
pub(super) fn simple_detail(notice: &Notice) -> JsValue {
    match notice {
        Notice::Step(step) => step_object(*step).into(),
        Notice::WordingNeeded(area) => JsValue::from_str(area),
        Notice::Document { name, text } => {
            Array::of2(&JsValue::from_str(name), &JsValue::from_str(text)).into()
        }
        _ => JsValue::UNDEFINED,
    }
}

/// An object made of pairs.
pub(super) fn object<'a>(pairs: impl IntoIterator<Item = (&'a str, JsValue)>) -> Object {
    let object = Object::new();
    for (key, value) in pairs {
        // Setting a property of an object made here cannot fail.
        let _ = Reflect::set(&object, &JsValue::from_str(key), &value);
    }
    object
}

fn step_object(step: Step) -> Object {
    let key = if step.name == "checklist" { "tab" } else { "fact" };
    let at = step.at.map(|at| (key, JsValue::from_str(at)));
    object([("name", JsValue::from_str(step.name))].into_iter().chain(at))
}
