//! What stands behind: the statement, documents begun, all answers, links, sources and what made it.

use super::{cell, named, table};
use crate::files::{Block, Run, Setting};
use crate::record::Record;

/// The Statement of Applicability; nothing for a prohibited use.
pub(super) fn statement(blocks: &mut Vec<Block>, record: &Record, setting: &Setting<'_>) {
    let statement = &record.statement;
    if statement.rows.is_empty() {
        return;
    }
    blocks.push(Block::Heading(1, setting.ui("tab.statement")));
    blocks.push(Block::text(setting.ui("statement.lead")));
    let (version, as_of) = (statement.version.as_str(), setting.date(&statement.as_of));
    let values = [("version", version), ("as_of", as_of.as_str())];
    blocks.push(Block::Small(cell(setting.ui_with("statement.version", &values))));
    let words = |kind: &str, id: &str| setting.ui(&[kind, ".", id].concat());
    let rows = statement.rows.iter().map(|row| {
        let mut why = vec![Run::text(row.justification.as_str())];
        let reasons = row
            .inclusion_reasons
            .iter()
            .map(|reason| words("inclusion", reason));
        let reasons = reasons.chain(row.exclusion_reason.map(|reason| words("exclusion", reason)));
        let reasons: Vec<String> = reasons.collect();
        if !reasons.is_empty() {
            why.push(Run::text(["\n", &reasons.join("; ")].concat()));
        }
        if !row.linked_duties.is_empty() {
            why.push(Run::text(["\n", &row.linked_duties.join(", ")].concat()));
        }
        for addition in &row.additions {
            let parts: Vec<&str> = addition
                .controls
                .iter()
                .chain(addition.evidence)
                .copied()
                .collect();
            why.push(Run::text(
                ["\n", addition.overlay, ": ", &parts.join("; ")].concat(),
            ));
        }
        let mut owner = vec![Run::text(row.owner.as_str())];
        for text in [setting.maybe_date(row.due_date.as_deref()), row.evidence.clone()] {
            if !text.is_empty() {
                owner.push(Run::text(["\n", &text].concat()));
            }
        }
        owner.push(Run::text(
            ["\n", &setting.ui("line.evidence"), " ", &row.evidence_expected].concat(),
        ));
        vec![
            vec![Run::bold(row.control_id), Run::text(["\n", &row.title].concat())],
            cell(words("statement", row.applicable)),
            why,
            cell(words("status", row.status)),
            owner,
        ]
    });
    let columns = [
        (setting.ui("statement.control"), 18),
        (setting.ui("statement.applies"), 9),
        (setting.ui("statement.because"), 37),
        (setting.ui("statement.status"), 12),
        (setting.ui("statement.owner"), 24),
    ];
    table(blocks, setting.ui("tab.statement"), &columns, rows.collect());
    blocks.push(Block::text(setting.ui("statement.approval")));
}

/// The same in short: whether each control applies, why, and how far it is.
pub(super) fn statement_in_short(blocks: &mut Vec<Block>, record: &Record, setting: &Setting<'_>) {
    let statement = &record.statement;
    if statement.rows.is_empty() {
        return;
    }
    blocks.push(Block::Heading(1, setting.ui("tab.statement")));
    blocks.push(Block::text(setting.ui("statement.lead")));
    let rows = statement.rows.iter().map(|row| {
        vec![
            vec![
                Run::bold([row.control_id, " "].concat()),
                Run::text(row.title.as_str()),
            ],
            cell(setting.ui(&["statement.", row.applicable].concat())),
            cell(row.justification.as_str()),
            cell(setting.ui(&["status.", row.status].concat())),
        ]
    });
    let columns = [
        (setting.ui("statement.control"), 30),
        (setting.ui("statement.applies"), 10),
        (setting.ui("statement.because"), 46),
        (setting.ui("statement.status"), 14),
    ];
    table(blocks, setting.ui("tab.statement"), &columns, rows.collect());
    blocks.push(Block::text(setting.ui("statement.approval")));
}

/// Documents begun from the answers.
pub(super) fn starters(blocks: &mut Vec<Block>, record: &Record, setting: &Setting<'_>) {
    if record.starters.is_empty() {
        return;
    }
    blocks.push(Block::Heading(1, setting.ui("tab.starters")));
    blocks.push(Block::text(setting.ui("starter.lead")));
    for starter in &record.starters {
        blocks.push(Block::Heading(2, starter.name.clone()));
        blocks.push(Block::text(starter.lead.as_str()));
        for section in &starter.sections {
            blocks.push(Block::Heading(3, section.title.clone()));
            let lines: Vec<String> = section.fields.iter().chain(&section.lines).cloned().collect();
            if !lines.is_empty() {
                blocks.push(Block::list(lines));
            }
            let risks = section.risks.iter().map(|risk| {
                let values = [
                    ("source", risk.source),
                    ("objective", risk.objective),
                    ("items", &risk.items.join(", ")),
                ];
                let first = [" ", &setting.ui("starter.treatment"), " ", &risk.treatment].concat();
                let mut runs = named(&[&risk.name, ":"].concat(), risk.event.as_str());
                runs.push(Run::text(first));
                runs.push(Run::text(
                    ["\n", &setting.ui_with("starter.annex", &values)].concat(),
                ));
                runs
            });
            let risks: Vec<Vec<Run>> = risks.collect();
            if !risks.is_empty() {
                blocks.push(Block::List(risks));
            }
        }
    }
}

/// Every answer.
pub(super) fn answers(blocks: &mut Vec<Block>, record: &Record, setting: &Setting<'_>) {
    if record.answered.is_empty() {
        return;
    }
    blocks.push(Block::Heading(1, setting.ui("report.answers")));
    let rows = record.answered.iter().map(|answer| {
        let mut words = vec![Run::text(answer.words.join("; "))];
        if !answer.counts {
            words.push(Run::text([" ", &setting.ui("report.not-counted")].concat()));
        }
        vec![cell(answer.question.as_str()), words]
    });
    let columns = [
        (setting.ui("column.question"), 60),
        (setting.ui("column.answer"), 40),
    ];
    table(blocks, setting.ui("report.answers"), &columns, rows.collect());
}

/// Links to other standards and laws, one line for each framework and item.
pub(super) fn crosswalk(blocks: &mut Vec<Block>, record: &Record, setting: &Setting<'_>) {
    let mut rows: Vec<(&str, &str, Vec<&str>)> = Vec::new();
    for link in &record.crosswalk {
        let known = rows
            .iter_mut()
            .find(|(name, source, _)| *name == link.target_name && *source == link.source_id);
        match known {
            Some((_, _, targets)) => targets.push(link.target_id),
            None => rows.push((&link.target_name, link.source_id, vec![link.target_id])),
        }
    }
    if rows.is_empty() {
        return;
    }
    blocks.push(Block::Heading(1, setting.ui("tab.crosswalk")));
    blocks.push(Block::text(setting.ui("crosswalk.lead")));
    let mut frameworks: Vec<&str> = Vec::new();
    for (name, _, _) in &rows {
        if !frameworks.contains(name) {
            frameworks.push(name);
        }
    }
    for framework in frameworks {
        let own = rows.iter().filter(|(name, _, _)| *name == framework);
        let lines = own.map(|(_, source, targets)| vec![vec![Run::bold(*source)], cell(targets.join(", "))]);
        let columns = [
            (setting.ui("crosswalk.items"), 30),
            (setting.ui("crosswalk.place"), 70),
        ];
        blocks.push(Block::Heading(2, framework.to_owned()));
        table(blocks, framework.to_owned(), &columns, lines.collect());
    }
}

/// What it was made of and with, and what it is not.
pub(super) fn about(blocks: &mut Vec<Block>, record: &Record, setting: &Setting<'_>) {
    let result = &record.result;
    blocks.push(Block::Heading(1, setting.ui("report.about")));
    blocks.push(Block::Paragraph(vec![Run::bold(setting.ui("no-legal-advice"))]));
    blocks.push(Block::text(setting.ui("checklist.own-words")));
    let (law, as_of) = (
        setting.maybe_date(result.law_date.as_deref()),
        setting.date(&result.as_of),
    );
    let values = [
        ("version", result.catalog.as_str()),
        ("law", &law),
        ("as_of", &as_of),
    ];
    blocks.push(Block::text(setting.ui_with("result.imprint", &values)));
    for overlay in &result.overlays {
        let values = [("name", overlay.name), ("version", overlay.version)];
        blocks.push(Block::text(setting.ui_with("result.overlay", &values)));
    }
    blocks.push(Block::text(
        [&setting.ui("result.receipt"), " ", &result.receipt].concat(),
    ));
    blocks.push(Block::Small(cell(record.product)));
    if !record.use_case.columns.is_empty() {
        blocks.push(Block::Heading(2, setting.ui("report.columns")));
        let columns = record.use_case.columns.iter();
        blocks.push(Block::Facts(
            columns
                .map(|(name, text)| (name.clone(), cell(text.as_str())))
                .collect(),
        ));
    }
    blocks.push(Block::Heading(2, setting.ui("report.sources")));
    let sources = record.sources.iter().map(|source| {
        vec![
            Run::bold([source.short, ": "].concat()),
            Run::link(source.title.as_str(), source.url.as_deref()),
        ]
    });
    blocks.push(Block::List(sources.collect()));
}
