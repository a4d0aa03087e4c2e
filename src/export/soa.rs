//! The Statement of Applicability, drafted from a checklist: one row for each control.

use serde::Serialize;

use super::{AdditionRecord, OverlayRecord, addition_records, articles_of, overlay_records, reason_words};
use crate::catalog::{Applicability, Catalog, ItemKind, Texts, WordingKey, title};
use crate::engine::{Checklist, Classification, Line, Reason, Status, Work};

/// A draft Statement of Applicability. Management approves it; until then it is a draft.
#[derive(Clone, Debug, Serialize)]
pub struct SoaRecord {
    /// Its rows, in the order of Annex A.
    pub rows: Vec<SoaRow>,
    /// Version of the draft: the catalogue it was made with.
    pub version: String,
    /// Day whose law was applied.
    pub as_of: String,
    /// Who approved it: to be filled in.
    pub approved_by: Option<String>,
    /// When: to be filled in.
    pub approved_on: Option<String>,
    /// Overlays that took part.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub overlays: Vec<OverlayRecord>,
}

/// One control.
#[derive(Clone, Debug, Serialize)]
pub struct SoaRow {
    /// Number of the control.
    pub control_id: &'static str,
    /// Short title.
    pub title: String,
    /// Where the control is from.
    pub source: &'static str,
    /// `yes`, `no`, or `decide` where it depends on a decision that is not recorded.
    pub applicable: &'static str,
    /// Why it is in: codes.
    pub inclusion_reasons: Vec<&'static str>,
    /// Why it is out: a code.
    pub exclusion_reason: Option<&'static str>,
    /// Why, in words, from the trace of the list.
    pub justification: String,
    /// Duties on the same list that rest on the control.
    pub linked_duties: Vec<&'static str>,
    /// Status.
    pub status: &'static str,
    /// Owner: the person named, else the role.
    pub owner: String,
    /// When it is to be done.
    pub due_date: Option<String>,
    /// Where the evidence is.
    pub evidence: String,
    /// What an auditor asks to see.
    pub evidence_expected: String,
    /// What overlays add to it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub additions: Vec<AdditionRecord>,
}

/// The draft for a checklist; nothing for a prohibited use.
pub fn soa_record<'a>(
    catalog: &'static Catalog,
    result: &Classification,
    checklist: &Checklist,
    work: impl Fn(u16) -> &'a Work,
    texts: &dyn Texts,
) -> SoaRecord {
    let rows = checklist
        .with_items(catalog)
        .filter(|(_, item)| item.kind == ItemKind::Control)
        .map(|(line, item)| {
            let work = work(line.item);
            let text = |part: &str| {
                let key = WordingKey::part("item", item.id, part);
                texts.text(&key).unwrap_or_default().to_owned()
            };
            let linked = linked_duties(catalog, checklist, line.item);
            let applicable = applicable(line, work.status);
            let because = reason_words(catalog, result, checklist, line, texts);
            SoaRow {
                control_id: item.id,
                title: title(item, texts).to_owned(),
                source: "annex_a",
                applicable,
                inclusion_reasons: inclusion(line, applicable, &linked),
                exclusion_reason: (applicable == "no").then_some(match line.reason {
                    Reason::Excludable => "not_in_role",
                    _ => "not_needed_by_risk",
                }),
                justification: match (applicable, work.reason.trim()) {
                    ("no", "") => text("excluded"),
                    ("no", reason) => reason.to_owned(),
                    ("yes", reason) if line.applicability != Applicability::Applicable => {
                        let decided = texts.text("reason.decided").unwrap_or_default();
                        [decided, " ", reason].concat().trim_end().to_owned()
                    }
                    _ => because,
                },
                linked_duties: linked,
                status: line.counted(work.status).id(),
                owner: if work.owner.trim().is_empty() {
                    let role = texts.text(&WordingKey::name("owner", item.owner));
                    role.unwrap_or(item.owner).to_owned()
                } else {
                    work.owner.clone()
                },
                due_date: work.due.map(|due| due.to_string()),
                evidence: work.evidence.clone(),
                evidence_expected: text("evidence"),
                additions: addition_records(catalog, item.id),
            }
        });
    SoaRecord {
        rows: rows.collect(),
        version: [catalog.id, "@", catalog.version].concat(),
        as_of: result.as_of.to_string(),
        approved_by: None,
        approved_on: None,
        overlays: overlay_records(catalog),
    }
}

fn applicable(line: &Line, status: Status) -> &'static str {
    match (line.applicability, status) {
        (Applicability::Applicable, _) => "yes",
        (_, Status::NotApplicable) => "no",
        // Work on it is a decision for it.
        (_, Status::Planned | Status::Partial | Status::Implemented | Status::Verified) => "yes",
        (_, Status::NotStarted) => "decide",
    }
}

fn inclusion(line: &Line, applicable: &str, linked: &[&str]) -> Vec<&'static str> {
    let mut reasons = Vec::new();
    if applicable == "yes" {
        reasons.push("risk_treatment");
        if !linked.is_empty() {
            reasons.push("legal");
        }
        if line.stressed {
            reasons.push("business");
        }
    }
    reasons
}

/// Duties on the list that rest on a control: of the Act, where the control is linked to their article;
/// of a sector, where they name it.
fn linked_duties(catalog: &'static Catalog, checklist: &Checklist, control: u16) -> Vec<&'static str> {
    let places = articles_of(catalog, control);
    let own = catalog.items.get(usize::from(control)).map_or("", |item| item.id);
    let lines = checklist.with_items(catalog);
    lines
        .filter(|(_, item)| match item.kind {
            ItemKind::Act => places.iter().any(|place| same_article(place, item.reference)),
            ItemKind::Sector => item.links.contains(&own),
            ItemKind::Clause | ItemKind::Control | ItemKind::Overlay => false,
        })
        .map(|(_, item)| item.id)
        .collect()
}

/// Whether a place of the crosswalk covers the article of a duty: `Art 26(1) to (5)` that of `Art 26(2)`,
/// and `Art 47 to 49` that of `Art 49(1)`.
fn same_article(place: &str, duty: &str) -> bool {
    let number = |rest: &str| -> Option<u32> {
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        digits.parse().ok()
    };
    // The word before the number tells articles from annexes.
    let parts = |place: &str| {
        let at = place.find(|character: char| character.is_ascii_digit())?;
        let (word, rest) = place.split_at(at);
        Some((word.to_owned(), rest.to_owned()))
    };
    let (Some((word, place)), Some((duty_word, duty))) = (parts(place), parts(duty)) else {
        return false;
    };
    let head = |rest: &str| rest.split(['(', ',', ' ']).next().unwrap_or_default().to_owned();
    let within = match place.split_once(" to ") {
        Some((from, to)) if number(from).is_some() && number(to).is_some() && !from.contains('(') => {
            (number(from)..=number(to)).contains(&number(&duty))
        }
        _ => head(&place) == head(&duty),
    };
    word == duty_word && within
}
