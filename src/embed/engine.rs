//! The engine without a page: answers in, records out, as plain data. For hosts that show results themselves.
//!
//! `answers` maps fact ids to lists of value ids, `work` item ids to what is recorded about them, `wording` keys
//! to texts; `as_of` is the day whose law is applied, `YYYY-MM-DD`. Each function refuses an answer that does not
//! fit the catalogue, and a day without law, by throwing `{code, message}`. `overlay` is the number of an overlay that
//! was read, or nothing.

use js_sys::Object;
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::Problem;
use super::options::{answer, day};
use super::overlay::catalog_with;
use super::work::works;
use crate::engine::{Checklist, Work};
use crate::export::{
    checklist_record, classification_record, crosswalk_record, fact_records, planned_record, soa_record,
};
use crate::session::Session;
use crate::widget::Wording;
use crate::workshop::{ModelRecord, Said, Worth, model_record, worth};

/// Every question with its answers, in words.
#[wasm_bindgen(js_name = engineFacts)]
pub fn engine_facts(wording: &Object, overlay: &JsValue) -> JsValue {
    plain(&fact_records(
        catalog_with(overlay),
        &Wording::from_object(wording).unmarked(),
    ))
}

/// The result of answers.
///
/// # Errors
/// `{code, message}`, see [`Problem`].
#[wasm_bindgen(js_name = engineClassify)]
pub fn engine_classify(answers: &JsValue, as_of: &str, overlay: &JsValue) -> Result<JsValue, JsValue> {
    let session = session(answers, as_of, overlay)?;
    let record = classification_record(session.catalog, &session.answers, &session.result);
    Ok(plain(&record))
}

/// The checklist of answers.
///
/// # Errors
/// `{code, message}`, see [`Problem`].
#[wasm_bindgen(js_name = engineChecklist)]
pub fn engine_checklist(
    answers: &JsValue,
    as_of: &str,
    wording: &Object,
    overlay: &JsValue,
) -> Result<JsValue, JsValue> {
    let (session, list) = listed(answers, as_of, overlay)?;
    let texts = Wording::from_object(wording).unmarked();
    Ok(plain(&checklist_record(
        session.catalog,
        &session.result,
        &list,
        &texts,
    )))
}

/// Readiness, gaps, plan and advice.
///
/// # Errors
/// `{code, message}`, see [`Problem`].
#[wasm_bindgen(js_name = enginePlan)]
pub fn engine_plan(
    answers: &JsValue,
    work: &JsValue,
    as_of: &str,
    wording: &Object,
    overlay: &JsValue,
) -> Result<JsValue, JsValue> {
    let (mut session, list) = listed(answers, as_of, overlay)?;
    session.work = works(session.catalog, work);
    let status = |item| session.status(item);
    let texts = Wording::from_object(wording).unmarked();
    let record = planned_record(&session.evaluation(), &session.result, &list, status, &texts);
    Ok(plain(&record))
}

/// The Statement of Applicability.
///
/// # Errors
/// `{code, message}`, see [`Problem`].
#[wasm_bindgen(js_name = engineStatement)]
pub fn engine_statement(
    answers: &JsValue,
    work: &JsValue,
    as_of: &str,
    wording: &Object,
    overlay: &JsValue,
) -> Result<JsValue, JsValue> {
    let (session, list) = listed(answers, as_of, overlay)?;
    let works = works(session.catalog, work);
    let none = Work::default();
    let work = |item: u16| works.get(usize::from(item)).unwrap_or(&none);
    let texts = Wording::from_object(wording).unmarked();
    Ok(plain(&soa_record(
        session.catalog,
        &session.result,
        &list,
        work,
        &texts,
    )))
}

/// What the engine says of a case, why and what would change it; with `said`, a tier or `open`, what that answer is
/// `worth`, in `points` of two.
///
/// # Errors
/// `{code, message}`, see [`Problem`].
#[wasm_bindgen(js_name = engineModel)]
pub fn engine_model(
    answers: &JsValue,
    said: Option<String>,
    as_of: &str,
    wording: &Object,
    overlay: &JsValue,
) -> Result<JsValue, JsValue> {
    let session = session(answers, as_of, overlay)?;
    let texts = Wording::from_object(wording).unmarked();
    let unknown = |id: &String| Problem::Said { given: id.clone() }.to_plain();
    let said = said.map(|id| Said::from_id(&id).ok_or_else(|| unknown(&id)));
    let worth = said.transpose()?.map(|said| worth(said, &session.result));
    Ok(plain(&Judged {
        model: model_record(session.catalog, &session.answers, session.as_of, &texts),
        worth: worth.map(Worth::id),
        points: worth.map(Worth::points),
    }))
}

/// What the engine says, and what somebody's answer is worth beside it.
#[derive(Serialize)]
struct Judged {
    #[serde(flatten)]
    model: ModelRecord,
    worth: Option<&'static str>,
    points: Option<u32>,
}

/// Every link to other standards and laws.
#[wasm_bindgen(js_name = engineCrosswalk)]
pub fn engine_crosswalk(wording: &Object, overlay: &JsValue) -> JsValue {
    plain(&crosswalk_record(
        catalog_with(overlay),
        &Wording::from_object(wording).unmarked(),
    ))
}

fn session(answers: &JsValue, as_of: &str, overlay: &JsValue) -> Result<Session, JsValue> {
    let catalog = catalog_with(overlay);
    let refused = |problem: &Problem| problem.to_plain();
    let as_of = day(catalog, as_of).map_err(|problem| refused(&problem))?;
    let mut session = Session::new(catalog, as_of);
    match answer(&mut session, answers).first() {
        Some(problem) => Err(refused(problem)),
        None => Ok(session),
    }
}

fn listed(answers: &JsValue, as_of: &str, overlay: &JsValue) -> Result<(Session, Checklist), JsValue> {
    let session = session(answers, as_of, overlay)?;
    let list = session.checklist();
    Ok((session, list))
}

/// A record as plain data.
pub(super) fn plain(record: &impl Serialize) -> JsValue {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    record.serialize(&serializer).unwrap_or(JsValue::NULL)
}
