//! The result: tier, reasons, what it looks like, what would change it, dates, duties and fines.

use super::{cell, named, table};
use crate::catalog::Tier;
use crate::files::tables::edits;
use crate::files::{Block, Chart, Run, Setting};
use crate::record::Record;

/// The chapters of the result.
pub(super) fn chapters(blocks: &mut Vec<Block>, record: &Record, setting: &Setting<'_>) {
    summary(blocks, record, setting);
    reasons(blocks, record, setting);
    near_misses(blocks, record, setting);
    what_if(blocks, record, setting);
    dates(blocks, record, setting);
    penalties(blocks, record, setting);
}

fn summary(blocks: &mut Vec<Block>, record: &Record, setting: &Setting<'_>) {
    let (result, case) = (&record.result, &record.use_case);
    blocks.push(Block::Heading(1, setting.ui("report.summary")));
    if !case.description.trim().is_empty() {
        blocks.push(Block::text(case.description.trim()));
    }
    let meaning = match result.tier {
        Some(tier) => setting.part("tier", tier, "meaning"),
        None => setting.ui("result.unsettled"),
    };
    blocks.push(Block::Paragraph(vec![
        Run::bold([setting.range(result.range).as_str(), ". "].concat()),
        Run::text(meaning),
    ]));
    blocks.push(ladder(result.range, setting));
    blocks.push(Block::text(setting.part("tier", result.range[1], "next")));
    if !result.flags.is_empty() {
        blocks.push(Block::Heading(2, setting.ui("result.flags")));
        let flags = result.flags.iter();
        blocks.push(Block::Facts(
            flags
                .map(|flag| {
                    (
                        setting.part("flag", flag, "name"),
                        cell(setting.part("flag", flag, "meaning")),
                    )
                })
                .collect(),
        ));
    }
    if !result.open.is_empty() {
        blocks.push(Block::Heading(2, setting.ui("report.open")));
        blocks.push(Block::text(setting.ui("report.open-lead")));
        blocks.push(Block::list(result.open.iter().map(|fact| setting.question(fact))));
    }
    if !case.notes.trim().is_empty() {
        blocks.push(Block::Heading(2, setting.ui("column.notes")));
        blocks.push(Block::text(case.notes.trim()));
    }
}

/// The tiers with those that are still possible.
fn ladder([lowest, highest]: [&str; 2], setting: &Setting<'_>) -> Block {
    let place = |id: &str| Tier::ALL.iter().position(|tier| tier.id() == id);
    let (lowest, highest) = (place(lowest), place(highest));
    let tiers = Tier::ALL.iter().enumerate().rev().map(|(at, tier)| {
        let possible = lowest <= Some(at) && Some(at) <= highest;
        (tier.id(), setting.tier(tier.id()), possible)
    });
    Block::Chart(Chart::Ladder {
        title: setting.ui("start.picture"),
        tiers: tiers.collect(),
        ruled_out: setting.ui("ladder.ruled-out"),
    })
}

fn reasons(blocks: &mut Vec<Block>, record: &Record, setting: &Setting<'_>) {
    blocks.push(Block::Heading(1, setting.ui("result.because")));
    if record.reasons.is_empty() {
        blocks.push(Block::text(setting.ui("result.nothing-certain")));
    }
    for reason in &record.reasons {
        let mut runs = vec![Run::bold(reason.because.as_str())];
        if let Some(tier) = reason.tier {
            runs.push(Run::text([" (", &setting.tier(tier), ")"].concat()));
        }
        blocks.push(Block::Paragraph(runs));
        let mut places = Vec::new();
        for place in &reason.references {
            places.push(Run::link(place.text.as_str(), place.url.as_deref()));
            places.push(Run::text("; "));
        }
        places.push(Run::text(setting.ui(&["basis.", reason.basis].concat())));
        if let Some(from) = &reason.applies_from {
            let values = [("date", setting.date(from))];
            let values = values.each_ref().map(|(name, text)| (*name, text.as_str()));
            places.push(Run::text(
                ["; ", &setting.ui_with("report.duties-from", &values)].concat(),
            ));
        }
        blocks.push(Block::Small(places));
        if !reason.answers.is_empty() {
            let answers = reason.answers.iter();
            blocks.push(Block::List(
                answers
                    .map(|answer| named(&answer.question, answer.words.join("; ")))
                    .collect(),
            ));
        }
    }
}

fn near_misses(blocks: &mut Vec<Block>, record: &Record, setting: &Setting<'_>) {
    let near = &record.explanation.near_misses;
    if near.is_empty() {
        return;
    }
    blocks.push(Block::Heading(1, setting.ui("near.title")));
    for miss in near {
        blocks.push(Block::text(setting.part("rule", miss.rule, "because")));
        let basis = setting.ui(&["basis.", miss.basis].concat());
        blocks.push(Block::Small(cell(
            [&miss.references.join("; "), "; ", &basis].concat(),
        )));
    }
}

fn what_if(blocks: &mut Vec<Block>, record: &Record, setting: &Setting<'_>) {
    let explanation = &record.explanation;
    if explanation.up.is_empty() && explanation.down.is_empty() {
        return;
    }
    blocks.push(Block::Heading(1, setting.ui("what-if.title")));
    for (title, found) in [
        ("what-if.up", &explanation.up),
        ("what-if.down", &explanation.down),
    ] {
        if found.is_empty() {
            continue;
        }
        blocks.push(Block::Heading(2, setting.ui(title)));
        let entries = found.iter().map(|alternative| {
            let tier = [setting.range(alternative.range).as_str(), ":"].concat();
            named(&tier, edits(alternative, setting))
        });
        blocks.push(Block::List(entries.collect()));
    }
}

fn dates(blocks: &mut Vec<Block>, record: &Record, setting: &Setting<'_>) {
    let (law, explanation) = (&record.plan.plan.law, &record.explanation);
    blocks.push(Block::Heading(1, setting.ui("result.dates")));
    if law.is_empty() {
        blocks.push(Block::text(setting.ui("plan.no-law")));
    }
    let rows = law.iter().map(|day| {
        let range = explanation.upcoming.iter();
        let range = range
            .filter(|known| known.date == day.date)
            .find_map(|known| known.range);
        let tier = range.map(|range| setting.range(range)).unwrap_or_default();
        vec![
            vec![Run::bold(setting.date(&day.date))],
            cell(day.words.join("\n")),
            cell(tier),
        ]
    });
    let column = |id: &str, width: u8| (setting.ui(&["column.", id].concat()), width);
    let columns = [
        column("date", 20),
        column("what", 55),
        column("tier_from_then", 25),
    ];
    table(blocks, setting.ui("result.dates"), &columns, rows.collect());
    if !explanation.obligations.is_empty() {
        blocks.push(Block::Heading(2, setting.ui("duties.title")));
        blocks.push(Block::text(setting.ui("duties.lead")));
        let rows = explanation.obligations.iter().map(|duty| {
            let from = setting.maybe_date(duty.applies_from.as_deref());
            vec![vec![Run::bold(duty.reference)], cell(duty.title), cell(from)]
        });
        let columns = [column("ref", 20), column("what", 55), column("applies_from", 25)];
        table(blocks, setting.ui("duties.title"), &columns, rows.collect());
    }
}

fn penalties(blocks: &mut Vec<Block>, record: &Record, setting: &Setting<'_>) {
    let penalties = &record.explanation.penalties;
    if penalties.is_empty() {
        return;
    }
    blocks.push(Block::Heading(1, setting.ui("penalties.title")));
    let facts = penalties.iter().map(|penalty| {
        let mut runs = cell(setting.part("penalty", penalty.id, "meaning"));
        if let Some(counts) = penalty.counts {
            runs.push(Run::bold(
                [" ", &setting.ui(&["penalties.", counts].concat())].concat(),
            ));
        }
        runs.push(Run::text([" (", &penalty.references.join("; "), ")"].concat()));
        (setting.part("penalty", penalty.id, "name"), runs)
    });
    blocks.push(Block::Facts(facts.collect()));
}
