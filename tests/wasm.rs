//! The host boundary in a real browser: what the loader calls, and what comes back.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use aims_readiness::embed::{
    Mounted, engine_classify, engine_facts, engine_plan, engine_read_overlay, mount, mount_result, read_saved,
};
use js_sys::{Array, Function, JSON, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::Element;

wasm_bindgen_test_configure!(run_in_browser);

const START: &str = include_str!(concat!(env!("OUT_DIR"), "/wording.en.json"));
const DETAILS: &str = include_str!(concat!(env!("OUT_DIR"), "/wording.en.details.json"));
const RESULTS: &str = include_str!(concat!(env!("OUT_DIR"), "/wording.en.results.json"));
const OVERLAY: &str = include_str!("../examples/overlay/acme.json");
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

/// What the loader asks for: a day, a way to write dates, answers, and more.
fn options(answers: &str, more: &str) -> JsValue {
    let given = format!(r#"{{"asOf": "2026-11-21", "locale": "en-GB", "answers": {answers}{more}}}"#);
    object(&given).into()
}

fn mounted(stage: &Element, answers: &str, emit: Function) -> Mounted {
    mount(stage.clone(), &options(answers, ""), object(START), emit).unwrap()
}

fn words(parts: &[&str]) -> Object {
    let all = Object::new();
    for part in parts {
        Object::assign(&all, &object(part));
    }
    all
}

/// The details of all notices of a name, in order.
fn told(calls: &Array, name: &str) -> Vec<JsValue> {
    let named = calls.iter().filter(|call| text(call, &["0"]) == name);
    named.map(|call| get(&call, &["1"])).collect()
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
async fn prefilled_answers_are_told_back_and_lead_to_the_result() {
    let stage = stage();
    let (calls, emit) = recorder();
    let _widget = mounted(&stage, CV_RANKING, emit);
    until("the start", || content(&stage).contains("Start the check")).await;
    assert!(
        content(&stage).contains("filled in for you: 11"),
        "{}",
        content(&stage)
    );
    until("the answers told", || !told(&calls, "changed").is_empty()).await;
    let changed = told(&calls, "changed").remove(0);
    assert_eq!(text(&changed, &["answers", "employment.use", "0"]), "select");
    let none: Array = get(&changed, &["answers", "practice.screen"]).unchecked_into();
    assert_eq!(none.length(), 0);
    click(&stage, "Start the check");
    let result = || {
        told(&calls, "step")
            .iter()
            .any(|step| text(step, &["name"]) == "result")
    };
    until("the way to the result told", result).await;
}

#[wasm_bindgen_test]
async fn short_names_stand_for_facts_and_what_is_unknown_is_told() {
    let (calls, emit) = recorder();
    let given = r#"{
        "sector": ["recruitment_hr"], "operator-role": "deployer", "jurisdiction": ["no-such-place"],
        "size": ["small"], "moon.phase": ["full"], "area.screen": 7
    }"#;
    let _widget = mounted(&stage(), given, emit);
    let codes: Vec<String> = told(&calls, "problem")
        .iter()
        .map(|told| text(told, &["code"]))
        .collect();
    assert_eq!(codes, ["unknown-value", "unknown-fact", "not-a-list"]);
    until("the answers told", || !told(&calls, "changed").is_empty()).await;
    let answers = get(&told(&calls, "changed").remove(0), &["answers"]);
    let known: Vec<String> = Object::keys(answers.unchecked_ref::<Object>())
        .iter()
        .filter_map(|key| key.as_string())
        .collect();
    assert_eq!(
        known,
        ["organisation.roles", "organisation.sectors", "organisation.size"]
    );
}

#[wasm_bindgen_test]
async fn it_goes_where_it_is_sent() {
    let stage = stage();
    let (_, emit) = recorder();
    let mut widget = mounted(&stage, "{}", emit);
    until("the start", || content(&stage).contains("Start the check")).await;
    let step = object(r#"{"name": "question", "fact": "scope.exclusion"}"#);
    widget.go(&object(r#"{"scope.ai_system": ["yes"]}"#), &step);
    until("the question", || {
        content(&stage).contains("Is one of these true")
    })
    .await;
    widget.go(&object("{}"), &object(r#"{"name": "question"}"#));
    until("the next question", || {
        content(&stage).contains("Was the system trained")
    })
    .await;
}

#[wasm_bindgen_test]
async fn the_result_is_told_once_it_is_shown() {
    let stage = stage();
    let (calls, emit) = recorder();
    let wording = words(&[START, DETAILS, RESULTS]);
    let asked = options(CV_RANKING, r#", "step": {"name": "result"}"#);
    let mut result = mount_result(stage.clone(), &asked, wording, emit).unwrap();
    until("the result", || {
        content(&stage).contains("It is used to recruit or select people.")
    })
    .await;
    assert!(content(&stage).contains("2 December 2027"), "{}", content(&stage));
    // The page may stand before the host is told: that comes after the paint.
    until("the result told", || !told(&calls, "result").is_empty()).await;
    let visit = told(&calls, "result").remove(0);
    assert_eq!(text(&visit, &["result", "tier"]), "high");
    assert_eq!(text(&visit, &["result", "applies_from"]), "2027-12-02");
    let again = JSON::parse(&String::from(JSON::stringify(&visit).unwrap())).unwrap();
    assert_eq!(
        text(&again, &["result", "receipt"]),
        text(
            &engine_classify(&object(CV_RANKING), "2026-11-21", &JsValue::UNDEFINED).unwrap(),
            &["receipt"]
        )
    );
    click(&stage, "Make my checklist");
    until("a note that words are on the way", || {
        content(&stage).contains("Loading the words")
    })
    .await;
    result.add_wording(object(CHECKLIST));
    until("the checklist", || {
        content(&stage).contains("AI system impact assessment process")
    })
    .await;
    assert_eq!(
        told(&calls, "result").len(),
        1,
        "told once, not again with the checklist"
    );
}

#[wasm_bindgen_test]
async fn the_checklist_takes_answers_and_work_and_gives_them_back() {
    let stage = stage();
    let (calls, emit) = recorder();
    let asked = options(
        CV_RANKING,
        r#", "step": {"name": "checklist", "tab": "lines"},
            "work": {"4.1": {"status": "partial", "owner": "Ada"}, "of.another.version": {"status": "planned"}}"#,
    );
    let wording = words(&[START, DETAILS, RESULTS, CHECKLIST]);
    let list = mount_result(stage.clone(), &asked, wording, emit).unwrap();
    until("the checklist", || {
        content(&stage).contains("AI system impact assessment process")
    })
    .await;
    until("the state told", || !told(&calls, "changed").is_empty()).await;
    let visit = told(&calls, "changed").remove(0);
    let answers = get(&visit, &["answers"]);
    let result = engine_classify(&answers, "2026-11-21", &JsValue::UNDEFINED).unwrap();
    assert_eq!(text(&result, &["tier"]), "high");
    assert_eq!(text(&visit, &["work", "4.1", "status"]), "partial");
    assert_eq!(text(&visit, &["work", "4.1", "owner"]), "Ada");
    let work: Object = get(&visit, &["work"]).unchecked_into();
    assert_eq!(Object::keys(&work).length(), 1);
    click(&stage, "Back to the result");
    let back = || {
        told(&calls, "step")
            .iter()
            .any(|step| text(step, &["name"]) == "result")
    };
    until("the way back told", back).await;
    list.destroy();
    until("an empty stage", || content(&stage).is_empty()).await;
}

#[wasm_bindgen_test]
fn a_saved_visit_is_read_and_anything_else_refused() {
    let asked = options("{}", "");
    let visit = Object::new();
    let answers = object(CV_RANKING);
    let result = engine_classify(&answers, "2026-11-21", &JsValue::UNDEFINED).unwrap();
    Reflect::set(&visit, &"answers".into(), &answers).unwrap();
    Reflect::set(&visit, &"result".into(), &result).unwrap();
    let read = read_saved(&visit, &asked).unwrap();
    assert_eq!(text(&read, &["answers", "employment.use", "0"]), "select");
    for wrong in [
        "{}",
        "[]",
        r#"{"answers": {"scope.ai_system": [1]}, "result": {}}"#,
    ] {
        assert!(
            read_saved(&object(wrong), &asked).unwrap().is_undefined(),
            "{wrong}"
        );
    }
}

#[wasm_bindgen_test]
fn the_engine_works_without_a_page() {
    let (answers, none) = (object(CV_RANKING), JsValue::UNDEFINED);
    let wording = words(&[START, DETAILS, RESULTS, CHECKLIST]);
    let facts: Array = engine_facts(&wording, &none).unchecked_into();
    assert!(facts.length() > 50);
    let plan = engine_plan(&answers, &none, "2026-11-21", &wording, &none).unwrap();
    assert_eq!(text(&plan, &["tier"]), "high");
    let error = engine_classify(&object(r#"{"moon.phase": ["full"]}"#), "2026-11-21", &none).unwrap_err();
    assert_eq!(text(&error, &["code"]), "unknown-fact");
    let error = engine_classify(&answers, "yesterday", &none).unwrap_err();
    assert_eq!(text(&error, &["code"]), "as-of");
}

#[wasm_bindgen_test]
async fn an_overlay_adds_to_the_checklist_and_changes_no_result() {
    let wording = words(&[START, DETAILS, RESULTS, CHECKLIST]);
    let read = engine_read_overlay(OVERLAY, &wording);
    let mistakes: Array = get(&read, &["mistakes"]).unchecked_into();
    assert_eq!(mistakes.length(), 0, "{:?}", JSON::stringify(&read));
    let number = get(&read, &["number"]);
    assert_eq!(
        get(&engine_read_overlay(OVERLAY, &wording), &["number"]),
        number,
        "merged once"
    );
    let answers = object(CV_RANKING);
    let with = engine_classify(&answers, "2026-11-21", &number).unwrap();
    let without = engine_classify(&answers, "2026-11-21", &JsValue::UNDEFINED).unwrap();
    assert_eq!(text(&with, &["receipt"]), text(&without, &["receipt"]));
    assert!(!text(&with, &["overlays", "0", "id"]).is_empty());
    assert!(get(&without, &["overlays"]).is_undefined());
    let mistakes: Array = get(&engine_read_overlay("{", &wording), &["mistakes"]).unchecked_into();
    assert_eq!(text(&mistakes.get(0), &["code"]), "not-json");
    let wrong: Array = get(
        &engine_read_overlay(r#"{"schema": 1, "id": "acme", "rules": []}"#, &wording),
        &["mistakes"],
    )
    .unchecked_into();
    assert!(
        wrong.iter().any(|mistake| text(&mistake, &["place"]) == "/rules"),
        "the law is not for overlays"
    );
}

#[wasm_bindgen_test]
fn a_day_without_law_is_refused_with_a_code_and_words() {
    for day in ["2024-07-31", "tomorrow", ""] {
        let (_, emit) = recorder();
        let asked = object(&format!(r#"{{"asOf": "{day}"}}"#));
        let Err(error) = mount(stage(), &asked, object(START), emit) else {
            panic!("taken: {day}")
        };
        assert_eq!(text(&error, &["code"]), "as-of");
        assert!(text(&error, &["message"]).contains("2024-08-01"));
    }
}

#[wasm_bindgen_test]
async fn what_is_shown_only_changes_nothing() {
    let stage = stage();
    let (calls, emit) = recorder();
    let asked = options("{}", r#", "readonly": true, "step": {"name": "question"}"#);
    let _widget = mount(stage.clone(), &asked, object(START), emit).unwrap();
    until("the question", || {
        content(&stage).contains("Was the system trained")
    })
    .await;
    let enabled = stage.query_selector_all("input:not([disabled])").unwrap();
    assert_eq!(enabled.length(), 0);
    let input: web_sys::HtmlElement = stage.query_selector("input").unwrap().unwrap().unchecked_into();
    input.remove_attribute("disabled").unwrap();
    input.click();
    click(&stage, "Continue");
    until("an error that an answer is missing", || {
        content(&stage).contains("Choose an answer")
    })
    .await;
    for changed in told(&calls, "changed") {
        assert_eq!(
            Object::keys(get(&changed, &["answers"]).unchecked_ref::<Object>()).length(),
            0
        );
    }
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
