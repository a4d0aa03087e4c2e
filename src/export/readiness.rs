//! Readiness, the gate before the audit and the gaps, as records.

use serde::Serialize;

use crate::catalog::{Catalog, Texts, WordingKey, title};
use crate::engine::{Checklist, Readiness, Status, gaps, gate, readiness};

/// Readiness as a whole or of a group.
#[derive(Clone, Debug, Serialize)]
pub struct ReadinessRecord {
    /// Whole percent, rounded down.
    pub percent: u32,
    /// Lines that count.
    pub counted: u32,
    /// Lines done.
    pub done: u32,
    /// Lines left out.
    pub left_out: u32,
    /// What was earned: weight of the priority times percent of the status.
    pub earned: u32,
    /// What can be earned.
    pub possible: u32,
}

/// Readiness of a group of the list.
#[derive(Clone, Debug, Serialize)]
pub struct GroupRecord {
    /// Id of the group.
    pub group: &'static str,
    /// Its name.
    pub name: String,
    /// Its readiness.
    #[serde(flatten)]
    pub readiness: ReadinessRecord,
}

/// Something that must be true before the second stage of the audit.
#[derive(Clone, Debug, Serialize)]
pub struct PrerequisiteRecord {
    /// Stable id.
    pub id: &'static str,
    /// What it is, in words.
    pub words: String,
    /// Whether it is true.
    pub met: bool,
    /// Ids of the items that are missing.
    pub missing: Vec<&'static str>,
}

/// A line that is not done.
#[derive(Clone, Debug, Serialize)]
pub struct GapRecord {
    /// Id of the item.
    pub id: &'static str,
    /// Its title.
    pub title: String,
    /// Whether the second stage of the audit waits for it.
    pub blocks: bool,
    /// Day on which the law asks for it.
    pub due: Option<String>,
    /// 1 first, 2 next, 3 later.
    pub priority: u8,
    /// Person-days, low and high, less what a certificate saves.
    pub effort_days: Option<[f32; 2]>,
}

/// How far the work is, and what is missing. A prohibited use has none.
#[derive(Clone, Debug, Serialize)]
pub struct ProgressRecord {
    /// Over clauses and controls.
    pub overall: ReadinessRecord,
    /// By group.
    pub groups: Vec<GroupRecord>,
    /// The gate before the second stage of the audit.
    pub gate: Vec<PrerequisiteRecord>,
    /// Open lines, the most urgent first.
    pub gaps: Vec<GapRecord>,
}

/// The record of how far the work on a checklist is.
pub fn progress_record(
    catalog: &'static Catalog,
    checklist: &Checklist,
    status: impl Fn(u16) -> Status,
    texts: &dyn Texts,
) -> Option<ProgressRecord> {
    let report = readiness(catalog, checklist, &status)?;
    let text = |key: String| texts.text(&key).unwrap_or_default().to_owned();
    let id = |item: u16| catalog.items.get(usize::from(item)).map_or("", |item| item.id);
    let groups = report.groups.iter().map(|(group, own)| GroupRecord {
        group,
        name: text(WordingKey::name("group", group)),
        readiness: record(*own),
    });
    let gate = gate(catalog, checklist, &status)
        .into_iter()
        .map(|found| PrerequisiteRecord {
            id: found.id,
            words: text(WordingKey::name("prerequisite", found.id)),
            met: found.missing.is_empty(),
            missing: found.missing.iter().map(|item| id(*item)).collect(),
        });
    let gaps = gaps(catalog, checklist, &status).into_iter().filter_map(|gap| {
        let line = checklist.lines.get(gap.line)?;
        let item = catalog.items.get(usize::from(line.item))?;
        Some(GapRecord {
            id: item.id,
            title: title(item, texts).to_owned(),
            blocks: gap.blocks,
            due: gap.due.map(|due| due.to_string()),
            priority: line.priority,
            effort_days: gap.half_days.map(|days| days.map(|half| f32::from(half) / 2.0)),
        })
    });
    Some(ProgressRecord {
        overall: record(report.overall),
        groups: groups.collect(),
        gate: gate.collect(),
        gaps: gaps.collect(),
    })
}

fn record(readiness: Readiness) -> ReadinessRecord {
    ReadinessRecord {
        percent: readiness.percent(),
        counted: readiness.counted,
        done: readiness.done,
        left_out: readiness.left_out,
        earned: readiness.earned,
        possible: readiness.possible,
    }
}
