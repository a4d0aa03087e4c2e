//! The checklist, line by line.

use super::way::effort;
use super::{cell, named, table};
use crate::export::LineRecord;
use crate::files::{Block, Run, Setting};
use crate::record::Record;

/// The chapter of the checklist.
pub(super) fn chapter(blocks: &mut Vec<Block>, record: &Record, setting: &Setting<'_>) {
    opening(blocks, record, setting);
    let mut group = "";
    let mut rows = Vec::new();
    for line in &record.checklist.items {
        if line.group != group {
            write(blocks, group, core::mem::take(&mut rows), setting);
            group = line.group;
        }
        rows.push(vec![
            about(line, setting),
            doing(line, setting),
            done(record, line, setting),
        ]);
    }
    write(blocks, group, rows, setting);
}

/// The same in one table: what, how far, who and by when.
pub(super) fn chapter_in_short(blocks: &mut Vec<Block>, record: &Record, setting: &Setting<'_>) {
    opening(blocks, record, setting);
    let rows = record.checklist.items.iter().map(|line| {
        let work = record.work(line);
        let due = work.due.map(|due| due.to_string()).or_else(|| line.due.clone());
        vec![
            vec![
                Run::bold([line.reference, " "].concat()),
                Run::text(line.title.as_str()),
            ],
            cell(setting.ui(&["applicability.", line.applicability].concat())),
            cell(setting.ui(&["status.", work.status.id()].concat())),
            cell(record.owner(line)),
            cell(setting.maybe_date(due.as_deref())),
        ]
    });
    let columns = [
        (setting.ui("column.title"), 38),
        (setting.ui("column.applicable"), 15),
        (setting.ui("column.status"), 13),
        (setting.ui("column.owner"), 18),
        (setting.ui("report.by"), 16),
    ];
    table(blocks, setting.ui("checklist.title"), &columns, rows.collect());
}

/// Title and lead.
fn opening(blocks: &mut Vec<Block>, record: &Record, setting: &Setting<'_>) {
    let list = &record.checklist;
    let prohibited = record.plan.progress.is_none();
    let title = if prohibited {
        "checklist.stop-title"
    } else {
        "checklist.title"
    };
    blocks.push(Block::Heading(1, setting.ui(title)));
    let tier = setting.tier(list.tier);
    let lead = match (prohibited, list.settled) {
        (true, _) => setting.ui("checklist.stop-lead"),
        (false, true) => setting.ui_with("checklist.lead", &[("tier", &tier)]),
        (false, false) => setting.ui_with("checklist.lead-open", &[("tier", &tier)]),
    };
    blocks.push(Block::text(lead));
}

fn write(blocks: &mut Vec<Block>, group: &str, rows: Vec<Vec<Vec<Run>>>, setting: &Setting<'_>) {
    if rows.is_empty() {
        return;
    }
    blocks.push(Block::Heading(2, setting.group(group)));
    let columns = [
        (setting.ui("column.title"), 24),
        (setting.ui("column.description"), 50),
        (setting.ui("record.title"), 26),
    ];
    table(blocks, setting.group(group), &columns, rows);
}

/// Number, title and why it is here.
fn about(line: &LineRecord, setting: &Setting<'_>) -> Vec<Run> {
    let mut runs = vec![
        Run::bold([line.reference, " ", &line.title].concat()),
        Run::text(
            [
                "\n",
                &setting.ui(&["applicability.", line.applicability].concat()),
            ]
            .concat(),
        ),
        Run::text(["\n", &line.reason].concat()),
    ];
    let id = if line.id == line.reference { "" } else { line.id };
    let details = [
        (
            setting.ui("column.type"),
            setting.ui(&["kind.", line.kind].concat()),
        ),
        (setting.ui("column.id"), id.to_owned()),
        (setting.ui("column.priority"), line.priority.to_string()),
        (
            setting.ui("column.depth"),
            setting.ui(&["depth.", line.depth].concat()),
        ),
        (
            setting.ui("column.pdca"),
            setting.ui(&["phase.", line.phase].concat()),
        ),
        (setting.ui("column.per"), setting.ui(&["per.", line.per].concat())),
        (
            setting.ui("column.due_date"),
            setting.maybe_date(line.due.as_deref()),
        ),
        (setting.ui("column.owner_role"), line.owner.clone()),
        (
            setting.ui("report.days"),
            line.effort_days
                .map(|days| effort(days.map(f64::from)))
                .unwrap_or_default(),
        ),
        (
            setting.ui("column.basis"),
            setting.ui(&["basis.", line.basis].concat()),
        ),
    ];
    for (name, value) in details {
        if !value.is_empty() {
            runs.push(Run::text(["\n", &name, ": ", &value].concat()));
        }
    }
    if line.reuse_percent > 0 {
        let percent = line.reuse_percent.to_string();
        runs.push(Run::text(
            ["\n", &setting.ui_with("line.reuse", &[("percent", &percent)])].concat(),
        ));
    }
    if line.documented {
        runs.push(Run::text(["\n", &setting.ui("line.documented")].concat()));
    }
    if line.stressed {
        runs.push(Run::text(["\n", &setting.ui("column.stressed")].concat()));
    }
    if !line.stages.is_empty() {
        let stages: Vec<String> = line
            .stages
            .iter()
            .map(|stage| setting.ui(&["stage.", stage].concat()))
            .collect();
        runs.push(Run::text(["\n", &stages.join(", ")].concat()));
    }
    if !line.links.is_empty() {
        let links = line.links.join(", ");
        runs.push(Run::text(
            ["\n", &setting.ui("line.makes-concrete"), ": ", &links].concat(),
        ));
    }
    runs
}

/// What to do and what an auditor asks for.
fn doing(line: &LineRecord, setting: &Setting<'_>) -> Vec<Run> {
    let mut runs = vec![Run::text(line.task.as_str())];
    for task in &line.tasks {
        runs.push(Run::text(["\n\u{2022} ", task].concat()));
    }
    let mut also = |key: &str, text: Option<&str>| {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            runs.push(Run::bold(["\n", &setting.ui(key), " "].concat()));
            runs.push(Run::text(text));
        }
    };
    also("line.depth", line.at_this_depth.as_deref());
    also("line.why", line.why.as_deref());
    also("line.evidence", Some(&line.evidence));
    also("line.pitfall", line.pitfall.as_deref());
    also("line.finding", Some(&line.findings.join(" ")));
    also("line.earlier", Some(&line.emphasis.join(" ")));
    also("line.yours", Some(&line.notes.join(" ")));
    also("line.new", line.new.as_deref());
    also("line.excluded", line.excluded_when.as_deref());
    also("line.driver", line.driver.as_deref());
    also("line.where", line.place.as_deref());
    if !line.confirmed {
        runs.push(Run::text(["\n", &setting.ui("line.unconfirmed")].concat()));
    }
    for addition in &line.additions {
        let parts = addition.controls.iter().chain(addition.evidence).copied();
        let links = addition
            .links
            .iter()
            .map(|link| [link.title, " ", link.url].concat());
        let parts: Vec<String> = parts.map(str::to_owned).chain(links).collect();
        runs.push(Run::bold(["\n", addition.overlay, ": "].concat()));
        runs.push(Run::text(parts.join("; ")));
    }
    runs
}

/// What is recorded.
fn done(record: &Record, line: &LineRecord, setting: &Setting<'_>) -> Vec<Run> {
    let work = record.work(line);
    let mut runs = vec![Run::bold(setting.ui(&["status.", work.status.id()].concat()))];
    for (key, is) in [
        ("record.documented", work.documented),
        ("record.working", work.working),
        ("record.proven", work.proven),
    ] {
        if is {
            runs.push(Run::text(["\n\u{2713} ", &setting.ui(key)].concat()));
        }
    }
    let due = work
        .due
        .map(|due| setting.date(&due.to_string()))
        .unwrap_or_default();
    for (key, text) in [
        ("record.owner", &work.owner),
        ("record.due", &due),
        ("column.evidence_link", &work.evidence),
        ("record.reason", &work.reason),
        ("record.note", &work.note),
    ] {
        if !text.trim().is_empty() {
            runs.extend(named(&["\n", &setting.ui(key), ":"].concat(), text.as_str()));
        }
    }
    if runs.is_empty() { cell("") } else { runs }
}
