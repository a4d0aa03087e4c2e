//! The report of a record: what one hands to a board.

mod annex;
mod checklist;
mod result;
mod way;

use super::{Block, Document, Run, Setting};
use crate::record::Record;

/// The whole report: result, reasons, dates, readiness, plan, checklist, statement, answers and sources.
pub fn report(record: &Record, setting: &Setting<'_>) -> Document {
    let mut document = cover(record, setting, setting.ui("report.title"));
    let blocks = &mut document.blocks;
    result::chapters(blocks, record, setting);
    way::chapters(blocks, record, setting);
    checklist::chapter(blocks, record, setting);
    annex::statement(blocks, record, setting);
    annex::starters(blocks, record, setting);
    annex::answers(blocks, record, setting);
    annex::crosswalk(blocks, record, setting);
    annex::about(blocks, record, setting);
    document
}

/// What one hands to a board: result, reasons, dates, readiness and plan, the checklist and the statement in
/// short, sources. What it leaves out stands in the whole report.
pub fn board_report(record: &Record, setting: &Setting<'_>) -> Document {
    let mut document = cover(record, setting, setting.ui("report.title"));
    let blocks = &mut document.blocks;
    result::chapters(blocks, record, setting);
    way::chapters_in_short(blocks, record, setting);
    checklist::chapter_in_short(blocks, record, setting);
    annex::statement_in_short(blocks, record, setting);
    annex::about(blocks, record, setting);
    document
}

/// The Statement of Applicability alone.
pub fn statement_report(record: &Record, setting: &Setting<'_>) -> Document {
    let mut document = cover(record, setting, setting.ui("tab.statement"));
    annex::statement(&mut document.blocks, record, setting);
    annex::about(&mut document.blocks, record, setting);
    document
}

/// The cover, with nothing behind it yet.
fn cover(record: &Record, setting: &Setting<'_>, title: String) -> Document {
    let (result, case) = (&record.result, &record.use_case);
    let column = |id: &str| setting.ui(&["column.", id].concat());
    let list = |texts: Vec<String>| texts.join(", ");
    let law = setting.maybe_date(result.law_date.as_deref());
    let facts = [
        (column("id"), case.id.clone()),
        (column("sectors"), list(setting.sectors(&result.sectors))),
        (column("roles"), list(setting.roles(&result.roles))),
        (
            column("applies_from"),
            setting.maybe_date(result.applies_from.as_deref()),
        ),
        (column("assessor"), case.assessor.clone()),
        (column("tags"), case.tags.join(", ")),
        (column("as_of"), setting.date(&result.as_of)),
        (column("law_date"), law),
        (column("catalog"), result.catalog.clone()),
        (column("receipt"), result.receipt.clone()),
    ];
    Document {
        language: setting.language.to_owned(),
        title,
        subject: record.name(setting.texts).to_owned(),
        verdict: setting.range(result.range),
        tier: result.range[1],
        facts: facts.into_iter().filter(|(_, value)| !value.is_empty()).collect(),
        disclaimer: setting.ui("no-legal-advice"),
        blocks: Vec::new(),
    }
}

/// A paragraph of a name and what it is.
fn named(name: &str, text: impl Into<String>) -> Vec<Run> {
    vec![Run::bold([name, " "].concat()), Run::text(text)]
}

/// A cell of plain text.
fn cell(text: impl Into<String>) -> Vec<Run> {
    vec![Run::text(text)]
}

/// A table, where it has rows.
fn table(blocks: &mut Vec<Block>, caption: String, columns: &[(String, u8)], rows: Vec<Vec<Vec<Run>>>) {
    if rows.is_empty() {
        return;
    }
    blocks.push(Block::Table {
        caption,
        head: columns.iter().map(|(name, _)| name.clone()).collect(),
        widths: columns.iter().map(|(_, width)| *width).collect(),
        rows,
    });
}
