//! Open lines as tickets, and the whole list as tools for policy and compliance stage it.

use super::ciso::machine_csv;
use super::ids::{in_one_line, token};
use super::standing::{Entry, all_entries, open_entries};
use super::{Cell, Setting};
use crate::record::Record;

/// Columns that Jira's import offers by their names.
const JIRA: [&str; 8] = [
    "Summary",
    "Description",
    "Issue Type",
    "Priority",
    "Labels",
    "Due date",
    "Assignee",
    "External id",
];

/// One ticket for each open line, the most urgent first, for Jira.
pub fn jira(record: &Record, setting: &Setting<'_>) -> Vec<u8> {
    let entries = open_entries(record);
    let rows = entries.iter().map(|entry| {
        let line = entry.line;
        let labels = ["aims-readiness", line.kind, record.checklist.tier, line.phase];
        vec![
            Cell::text(in_one_line(&entry.heading())),
            Cell::text(description(record, entry, setting)),
            Cell::text("Task"),
            Cell::text(priority(entry)),
            Cell::text(labels.join(" ")),
            Cell::maybe(entry.due.as_deref()),
            Cell::text(entry.work.owner.trim()),
            Cell::text(token(setting.catalog, line.id)),
        ]
    });
    machine_csv("jira", &JIRA, rows.collect())
}

fn priority(entry: &Entry<'_>) -> &'static str {
    match (entry.blocks, entry.line.priority) {
        (true, _) => "Highest",
        (_, 1) => "High",
        (_, 2) => "Medium",
        _ => "Low",
    }
}

fn description(record: &Record, entry: &Entry<'_>, setting: &Setting<'_>) -> String {
    let line = entry.line;
    let mut parts = vec![line.task.clone()];
    parts.extend(line.tasks.iter().map(|task| ["- ", task].concat()));
    parts.extend(line.at_this_depth.clone());
    if !line.evidence.is_empty() {
        parts.push(setting.ui_with("exchange.expected", &[("evidence", &line.evidence)]));
    }
    if entry.blocks {
        parts.push(setting.ui("exchange.blocks"));
    }
    parts.push(setting.ui_with("exchange.owner", &[("owner", entry.owner)]));
    parts.push(line.reason.clone());
    parts.extend(super::ciso::observations(entry, setting));
    parts.push(record.name(setting.texts).to_owned());
    parts.push(setting.ui("no-legal-advice"));
    parts.retain(|part| !part.trim().is_empty());
    parts.join("\n")
}

/// Columns of an import set: document, citation and control objective, each by its name, then where it stands
/// and what is to be done.
const IMPORT_SET: [&str; 17] = [
    "authority_document",
    "citation",
    "citation_name",
    "control_objective",
    "control_objective_name",
    "control_objective_description",
    "category",
    "compliance_status",
    "applicability",
    "action",
    "action_status",
    "action_due",
    "action_priority",
    "owner",
    "evidence",
    "notes",
    "correlation_id",
];

/// One row for each line of the checklist, for ServiceNow.
pub fn servicenow(record: &Record, setting: &Setting<'_>) -> Vec<u8> {
    let entries = all_entries(record);
    let rows = entries.iter().map(|entry| {
        let line = entry.line;
        let id = token(setting.catalog, line.id);
        let open = entry.standing.open();
        let action = |text: &str| if open { Cell::text(text) } else { Cell::Empty };
        vec![
            Cell::text(authority(entry, setting)),
            Cell::text(if line.reference.is_empty() {
                line.id
            } else {
                line.reference
            }),
            Cell::text(in_one_line(&line.title)),
            Cell::text(id.clone()),
            Cell::text(in_one_line(&entry.heading())),
            Cell::text(line.task.as_str()),
            Cell::text(setting.group(line.group)),
            Cell::text(entry.standing.compliance()),
            Cell::text(line.applicability),
            action(&entry.heading()),
            action(entry.work.status.id()),
            action(entry.due.as_deref().unwrap_or_default()),
            if open {
                Cell::number(Some(line.priority))
            } else {
                Cell::Empty
            },
            Cell::text(entry.owner),
            Cell::text(entry.work.evidence.as_str()),
            Cell::text(notes(entry, setting)),
            Cell::text(super::ids::uuid(record, &["line:", line.id].concat())),
        ]
    });
    machine_csv("servicenow", &IMPORT_SET, rows.collect())
}

fn notes(entry: &Entry<'_>, setting: &Setting<'_>) -> String {
    let mut parts = vec![entry.work.note.clone()];
    if !entry.work.reason.trim().is_empty() {
        parts.push(setting.ui_with("exchange.reason", &[("reason", &entry.work.reason)]));
    }
    parts.retain(|part| !part.trim().is_empty());
    parts.join("\n")
}

/// The document that asks for a line. What a sector or an overlay asks is ordered by its heading.
fn authority(entry: &Entry<'_>, setting: &Setting<'_>) -> String {
    match entry.line.kind {
        "clause" | "control" => setting.ui("exchange.authority"),
        "act" => setting.ui("exchange.authority-law"),
        _ => setting.group(entry.line.group),
    }
}
