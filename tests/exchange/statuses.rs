//! Each status in the words of each tool, on a control that may be left out and on one that may not.

use aims_readiness::engine::{Status, Work};
use aims_readiness::record::WorkRecord;
use serde_json::Value as Json;

use crate::Case;
use crate::cases::MINIMAL;

type Line = (
    Option<Status>,
    &'static str,
    &'static str,
    Option<&'static str>,
    &'static str,
);

/// Status, result and progress in CISO Assistant, status of the risk in OSCAL, state in ServiceNow.
const TABLE: [Line; 7] = [
    (
        Some(Status::NotStarted),
        "non_compliant",
        "to_do",
        Some("open"),
        "Not compliant",
    ),
    (
        Some(Status::Planned),
        "non_compliant",
        "to_do",
        Some("open"),
        "Not compliant",
    ),
    (
        Some(Status::Partial),
        "partially_compliant",
        "in_progress",
        Some("remediating"),
        "Partially",
    ),
    (
        Some(Status::Implemented),
        "compliant",
        "in_review",
        Some("closed"),
        "Compliant",
    ),
    (
        Some(Status::Verified),
        "compliant",
        "done",
        Some("closed"),
        "Compliant",
    ),
    (Some(Status::NotApplicable), "not_applicable", "done", None, "N/A"),
    (None, "not_assessed", "to_do", Some("open"), "Not assessed"),
];

fn with(id: &str, status: Option<Status>) -> Case {
    let mut case = MINIMAL.record.use_case.clone();
    case.work.clear();
    if let Some(status) = status {
        let work = Work {
            status,
            ..Work::default()
        };
        case.work.insert(id.to_owned(), WorkRecord(work));
    }
    Case::of("status", case)
}

fn risk(case: &Case, title: &str) -> Option<String> {
    let json = case.json("poam.json");
    let risks = json["plan-of-action-and-milestones"]["risks"]
        .as_array()
        .unwrap()
        .clone();
    let found = risks
        .iter()
        .find(|risk: &&Json| risk["title"].as_str().unwrap().contains(title))?;
    Some(found["status"].as_str().unwrap().to_owned())
}

#[test]
fn statuses_are_said_as_each_tool_says_them() {
    let lines = &MINIMAL.record.checklist.items;
    let free = lines
        .iter()
        .find(|line| line.kind == "control" && line.applicability != "applicable")
        .unwrap();
    for (status, result, progress, risk_status, compliance) in TABLE {
        let case = with(free.id, status);
        let row = case
            .rows("ciso-assessment.csv")
            .into_iter()
            .find(|row| row["ref_id"] == free.reference)
            .unwrap();
        assert_eq!(
            (
                row["compliance_result"].as_str(),
                row["requirement_progress"].as_str()
            ),
            (result, progress),
            "{status:?}"
        );
        assert_eq!(
            risk(&case, &format!("{} {}", free.reference, free.title)).as_deref(),
            risk_status,
            "{status:?}"
        );
        let row = case
            .rows("servicenow.csv")
            .into_iter()
            .find(|row| row["citation"] == free.reference)
            .unwrap();
        assert_eq!(row["compliance_status"], compliance, "{status:?}");
    }
}

#[test]
fn what_must_not_be_left_out_is_open() {
    let lines = &MINIMAL.record.checklist.items;
    let fixed = lines
        .iter()
        .find(|line| line.kind == "clause" && line.reference == "8.1")
        .unwrap();
    let case = with(fixed.id, Some(Status::NotApplicable));
    let row = case
        .rows("ciso-assessment.csv")
        .into_iter()
        .find(|row| row["ref_id"] == "8.1")
        .unwrap();
    assert_eq!(row["compliance_result"], "non_compliant");
    assert_eq!(risk(&case, &fixed.title).as_deref(), Some("open"));
}
