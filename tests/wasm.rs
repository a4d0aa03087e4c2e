//! The host boundary in a real browser: what the loader calls, and what comes back.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use aims_readiness::embed::{Mounted, mount, mount_list};
use js_sys::{Array, Function, JSON, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::Element;

wasm_bindgen_test_configure!(run_in_browser);

const START: &str = include_str!(concat!(env!("OUT_DIR"), "/wording.en.json"));
const DETAILS: &str = include_str!(concat!(env!("OUT_DIR"), "/wording.en.details.json"));
const RESULTS: &str = include_str!(concat!(env!("OUT_DIR"), "/wording.en.results.json"));
const CHECKLIST: &str = include_str!(concat!(env!("OUT_DIR"), "/wording.en.checklist.json"));

/// A bank that uses a tool to rank CVs, up to the last question.
const CV_RANKING: &str = r#"{
    "scope.ai_system": ["yes"], "scope.exclusion": ["none"],
    "organisation.roles": ["deployer"], "organisation.sectors": ["financial_services", "recruitment_hr"],
    "practice.screen": [], "area.screen": ["employment"], "employment.use": ["select"],
    "filter.task": ["more"], "transparency.screen": [],
    "organisation.public_role": ["private"], "organisation.changes": []
}"#;

fn object(json: &str) -> Object {
    JSON::parse(json).unwrap().unchecked_into()
}

fn get(value: &JsValue, path: &[&str]) -> JsValue {
    path.iter().fold(value.clone(), |value, key| {
        Reflect::get(&value, &JsValue::from_str(key)).unwrap()
    })
}

fn text(value: &JsValue, path: &[&str]) -> String {
    get(value, path).as_string().unwrap()
}

/// An element in the page, as the loader makes it.
fn stage() -> Element {
    let document = web_sys::window().unwrap().document().unwrap();
    let stage = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&stage).unwrap();
    stage
}

/// A function that notes each call in an array.
fn recorder() -> (Array, Function) {
    let calls = Array::new();
    let sink = calls.clone();
    let note = Closure::<dyn FnMut(JsValue, JsValue)>::new(move |name: JsValue, detail: JsValue| {
        sink.push(&Array::of2(&name, &detail));
    });
    (calls, note.into_js_value().unchecked_into())
}

/// Waits for a condition, one frame after the other.
async fn until(what: &str, condition: impl Fn() -> bool) {
    for _ in 0..2_000 {
        if condition() {
            return;
        }
        let frame = Promise::new(&mut |resolve, _| {
            web_sys::window()
                .unwrap()
                .request_animation_frame(&resolve)
                .unwrap();
        });
        JsFuture::from(frame).await.unwrap();
    }
    panic!("never came: {what}");
}

fn content(stage: &Element) -> String {
    stage.text_content().unwrap_or_default()
}

fn click(stage: &Element, label: &str) {
    let buttons = stage.query_selector_all("button").unwrap();
    for index in 0..buttons.length() {
        let button: web_sys::HtmlElement = buttons.get(index).unwrap().unchecked_into();
        if button.text_content().unwrap_or_default() == label {
            button.click();
            return;
        }
    }
    panic!("no button `{label}` in {}", content(stage));
}

fn mounted(stage: &Element, answers: &str, emit: Function) -> Mounted {
    mount(
        stage.clone(),
        "2026-11-21",
        "en-GB",
        object(answers),
        object(START),
        emit,
    )
    .unwrap()
}

#[wasm_bindgen_test]
async fn it_shows_the_start_and_leaves_nothing_behind() {
    let stage = stage();
    let (_, emit) = recorder();
    let widget = mounted(&stage, "{}", emit);
    until("the start", || content(&stage).contains("Start the check")).await;
    widget.destroy();
    until("an empty stage", || content(&stage).is_empty()).await;
}

#[wasm_bindgen_test]
fn state_is_plain_data_with_the_result_of_prefilled_answers() {
    let (_, emit) = recorder();
    let state = mounted(&stage(), CV_RANKING, emit).state();
    assert_eq!(text(&state, &["result", "tier"]), "high");
    assert_eq!(text(&state, &["result", "applies_from"]), "2027-12-02");
    assert_eq!(text(&state, &["answers", "employment.use", "0"]), "select");
    assert_eq!(
        Array::from(&get(&state, &["answers", "practice.screen"])).length(),
        0
    );
    let again = JSON::parse(&String::from(JSON::stringify(&state).unwrap())).unwrap();
    assert_eq!(
        text(&again, &["result", "receipt"]),
        text(&state, &["result", "receipt"])
    );
}

#[wasm_bindgen_test]
async fn the_result_is_told_once_it_is_shown() {
    let stage = stage();
    let (calls, emit) = recorder();
    let mut widget = mounted(&stage, CV_RANKING, emit);
    until("the start", || content(&stage).contains("Go on")).await;
    for later in [DETAILS, RESULTS, CHECKLIST] {
        widget.add_wording(object(later));
    }
    click(&stage, "Go on");
    until("the result", || {
        content(&stage).contains("It is used to recruit or select people.")
    })
    .await;
    assert!(content(&stage).contains("2 December 2027"), "{}", content(&stage));
    let told = || -> Vec<JsValue> {
        calls
            .iter()
            .filter(|call| text(call, &["0"]) == "result")
            .collect()
    };
    // The page may stand before the host is told: that comes after the paint.
    until("the result told", || !told().is_empty()).await;
    assert_eq!(text(told().first().unwrap(), &["1", "result", "tier"]), "high");
    click(&stage, "Make my checklist");
    let asked = || -> Vec<JsValue> {
        calls
            .iter()
            .filter(|call| text(call, &["0"]) == "checklist")
            .collect()
    };
    until("the wish for the checklist told", || !asked().is_empty()).await;
    let visit = get(asked().first().unwrap(), &["1"]);
    assert_eq!(text(&visit, &["answers", "employment.use", "0"]), "select");
    assert_eq!(told().len(), 1, "told once, not again with the checklist");
}

#[wasm_bindgen_test]
async fn the_checklist_takes_answers_and_work_and_gives_them_back() {
    let stage = stage();
    let (calls, emit) = recorder();
    let work = object(
        r#"{ "4.1": { "status": "partial", "owner": "Ada" }, "of.another.version": { "status": "planned" } }"#,
    );
    let wording = object(START);
    for later in [DETAILS, RESULTS, CHECKLIST] {
        Object::assign(&wording, &object(later));
    }
    let list = mount_list(
        stage.clone(),
        "2026-11-21",
        "en-GB",
        object(CV_RANKING),
        work,
        wording,
        emit,
    )
    .unwrap();
    until("the checklist", || {
        content(&stage).contains("AI system impact assessment process")
    })
    .await;
    let state = list.state();
    assert_eq!(text(&state, &["result", "tier"]), "high");
    assert_eq!(text(&state, &["work", "4.1", "status"]), "partial");
    assert_eq!(text(&state, &["work", "4.1", "owner"]), "Ada");
    let work: Object = get(&state, &["work"]).unchecked_into();
    assert_eq!(Object::keys(&work).length(), 1);
    click(&stage, "Back to the result");
    let back = || calls.iter().find(|call| text(call, &["0"]) == "back");
    until("the way back told", || back().is_some()).await;
    assert_eq!(text(&back().unwrap(), &["1", "work", "4.1", "owner"]), "Ada");
    list.destroy();
    until("an empty stage", || content(&stage).is_empty()).await;
}

#[wasm_bindgen_test]
async fn texts_that_come_late_are_asked_for_and_then_shown() {
    let stage = stage();
    let (calls, emit) = recorder();
    let mut widget = mounted(&stage, CV_RANKING, emit);
    until("the start", || content(&stage).contains("Go on")).await;
    click(&stage, "Go on");
    until("a request for texts", || {
        calls.iter().any(|call| text(&call, &["0"]) == "wording-needed")
    })
    .await;
    until("a note that texts are on the way", || {
        content(&stage).contains("Loading the words")
    })
    .await;
    widget.add_wording(object(RESULTS));
    until("the result", || {
        content(&stage).contains("It is used to recruit or select people.")
    })
    .await;
}

#[wasm_bindgen_test]
fn mistakes_of_the_host_are_told_with_a_code_and_words() {
    let refused = |as_of: &str, answers: &str| {
        let (_, emit) = recorder();
        match mount(stage(), as_of, "en", object(answers), object(START), emit) {
            Ok(_) => panic!("taken: {as_of} {answers}"),
            Err(error) => (text(&error, &["code"]), text(&error, &["message"])),
        }
    };
    let (code, message) = refused("2024-07-31", "{}");
    assert_eq!(code, "as-of");
    assert!(message.contains("2024-08-01"), "{message}");
    assert_eq!(refused("tomorrow", "{}").0, "as-of");
    assert_eq!(refused("2026-11-21", r#"{"no.such": ["yes"]}"#).0, "unknown-fact");
    assert_eq!(
        refused("2026-11-21", r#"{"area.screen": ["moon"]}"#).0,
        "unknown-value"
    );
    assert_eq!(
        refused("2026-11-21", r#"{"scope.ai_system": ["yes", "no"]}"#).0,
        "not-one-value"
    );
    assert_eq!(
        refused("2026-11-21", r#"{"scope.ai_system": "yes"}"#).0,
        "not-a-list"
    );
    assert_eq!(
        refused("2026-11-21", r#"{"scope.ai_system": [1]}"#).0,
        "not-a-list"
    );
}

#[wasm_bindgen_test]
async fn a_host_that_throws_does_not_stop_the_visit() {
    let stage = stage();
    let _widget = mounted(&stage, "{}", Function::new_no_args("throw new Error('host')"));
    until("the start", || content(&stage).contains("Start the check")).await;
    click(&stage, "Start the check");
    until("the first question", || {
        content(&stage).contains("Was the system trained")
    })
    .await;
}
