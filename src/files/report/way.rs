//! How far the work is, and the way to a certificate: readiness, advice, plan and people.

use super::{cell, named, table};
use crate::files::days::weeks_later;
use crate::files::tables::months;
use crate::files::{Bar, Block, Chart, Run, Setting};
use crate::record::Record;

/// The chapters of the way.
pub(super) fn chapters(blocks: &mut Vec<Block>, record: &Record, setting: &Setting<'_>) {
    readiness(blocks, record, setting);
    gate(blocks, record, setting);
    gaps(blocks, record, setting, usize::MAX);
    advice(blocks, record, setting);
    plan(blocks, record, setting);
    steps(blocks, record, setting);
    people(blocks, record, setting);
}

/// Open lines that a board is shown.
const FIRST_GAPS: usize = 12;

/// The same without what those who do the work need.
pub(super) fn chapters_in_short(blocks: &mut Vec<Block>, record: &Record, setting: &Setting<'_>) {
    readiness(blocks, record, setting);
    gaps(blocks, record, setting, FIRST_GAPS);
    advice(blocks, record, setting);
    plan(blocks, record, setting);
}

fn readiness(blocks: &mut Vec<Block>, record: &Record, setting: &Setting<'_>) {
    let Some(progress) = &record.plan.progress else {
        return;
    };
    let overall = &progress.overall;
    blocks.push(Block::Heading(1, setting.ui("checklist.kicker")));
    let percent = setting.ui_with("number.percent", &[("number", &overall.percent.to_string())]);
    let percent = setting.ui_with("meter.ready", &[("percent", &percent)]);
    let counts = [
        ("done", overall.done.to_string()),
        ("counted", overall.counted.to_string()),
        ("excluded", overall.left_out.to_string()),
    ];
    let counts = counts.each_ref().map(|(name, text)| (*name, text.as_str()));
    blocks.push(Block::Paragraph(vec![
        Run::bold([percent.as_str(), ". "].concat()),
        Run::text(setting.ui_with("meter.counts", &counts)),
    ]));
    let bars = progress.groups.iter().map(|group| Bar {
        label: group.name.clone(),
        value: f64::from(group.readiness.percent),
    });
    blocks.push(Block::Chart(Chart::Bars {
        title: setting.ui("meter.groups"),
        unit: "\u{202f}%".to_owned(),
        most: 100.0,
        bars: bars.collect(),
    }));
}

fn gate(blocks: &mut Vec<Block>, record: &Record, setting: &Setting<'_>) {
    let Some(progress) = &record.plan.progress else {
        return;
    };
    blocks.push(Block::Heading(2, setting.ui("gate.title")));
    let met = progress.gate.iter().filter(|gate| gate.met).count().to_string();
    let all = progress.gate.len().to_string();
    blocks.push(Block::text(
        setting.ui_with("gate.count", &[("met", &met), ("all", &all)]),
    ));
    let gate = progress.gate.iter().map(|gate| {
        let state = setting.gate(gate);
        vec![cell(gate.words.as_str()), cell(state)]
    });
    let columns = [(setting.ui("column.what"), 60), (setting.ui("column.state"), 40)];
    table(blocks, setting.ui("gate.title"), &columns, gate.collect());
}

fn gaps(blocks: &mut Vec<Block>, record: &Record, setting: &Setting<'_>, most: usize) {
    let Some(progress) = &record.plan.progress else {
        return;
    };
    if progress.gaps.is_empty() {
        return;
    }
    blocks.push(Block::Heading(2, setting.ui("gaps.title")));
    blocks.push(Block::text(setting.ui("gaps.lead")));
    let rows = progress.gaps.iter().take(most).map(|gap| {
        let due = setting.maybe_date(gap.due.as_deref());
        let blocks = if gap.blocks {
            setting.ui("gaps.blocks")
        } else {
            String::new()
        };
        let days = gap
            .effort_days
            .map(|days| effort(days.map(f64::from)))
            .unwrap_or_default();
        vec![
            cell([gap.id, " ", &gap.title].concat()),
            cell(blocks),
            cell(due),
            cell(days),
        ]
    });
    let columns = [
        (setting.ui("column.what"), 45),
        (setting.ui("column.audit_waits"), 20),
        (setting.ui("column.due_date"), 20),
        (setting.ui("report.days"), 15),
    ];
    table(blocks, setting.ui("gaps.title"), &columns, rows.collect());
    let more = progress.gaps.len().saturating_sub(most);
    if more > 0 {
        blocks.push(Block::text(
            setting.ui_with("gaps.more", &[("count", &more.to_string())]),
        ));
    }
}

/// Low and high person-days.
pub(super) fn effort([least, most]: [f64; 2]) -> String {
    [&least.to_string(), "\u{2013}", &most.to_string()].concat()
}

fn advice(blocks: &mut Vec<Block>, record: &Record, setting: &Setting<'_>) {
    let advice = &record.plan.plan.advice;
    if advice.name.is_none() && advice.reasons.is_empty() {
        return;
    }
    blocks.push(Block::Heading(1, setting.ui("tab.advice")));
    match &advice.name {
        Some(name) => blocks.push(Block::Paragraph(vec![
            Run::bold([name, ". "].concat()),
            Run::text(advice.meaning.clone().unwrap_or_default()),
        ])),
        None if record.plan.progress.is_some() => blocks.push(Block::text(setting.ui("advice.open"))),
        None => {}
    }
    if let Some(next) = &advice.next {
        blocks.push(Block::text(next.as_str()));
    }
    for (title, good) in [("advice.for", true), ("advice.against", false)] {
        let reasons = advice.reasons.iter().filter(|reason| (reason.weight > 0) == good);
        let words = reasons.map(|reason| [&reason.words, " (", &reason.weight.to_string(), ")"].concat());
        let words: Vec<String> = words.collect();
        if !words.is_empty() {
            blocks.push(Block::Heading(2, setting.ui(title)));
            blocks.push(Block::list(words));
        }
    }
    let points = advice.points.to_string();
    blocks.push(Block::Small(cell(
        setting.ui_with("advice.points", &[("points", &points)]),
    )));
}

fn plan(blocks: &mut Vec<Block>, record: &Record, setting: &Setting<'_>) {
    let Some(schedule) = &record.plan.plan.schedule else {
        return;
    };
    blocks.push(Block::Heading(1, setting.ui("tab.plan")));
    blocks.push(Block::text(months(schedule.months, setting)));
    if !schedule.base.is_empty() {
        blocks.push(Block::text(schedule.base.as_str()));
    }
    let [least, most] = schedule.saved_months.map(|months| months.to_string());
    if most != "0" {
        blocks.push(Block::text(
            setting.ui_with("plan.saved", &[("low", &least), ("high", &most)]),
        ));
    }
    if !schedule.modifiers.is_empty() {
        blocks.push(Block::list(schedule.modifiers.iter().cloned()));
    }
    match schedule.effort_days.map(|days| days.map(|days| days.to_string())) {
        Some([least, most]) => {
            let days = setting.ui_with("line.days", &[("low", &least), ("high", &most)]);
            blocks.push(Block::text(days));
        }
        None => blocks.push(Block::text(setting.ui("plan.no-size"))),
    }
    let spans = schedule.steps.iter();
    let spans = spans.map(|step| {
        (
            step.name.clone(),
            f64::from(step.slow[0]),
            f64::from(step.slow[1]),
        )
    });
    let last = schedule
        .steps
        .iter()
        .map(|step| step.slow[1])
        .max()
        .unwrap_or_default();
    blocks.push(Block::Chart(Chart::Spans {
        title: setting.ui("tab.plan"),
        unit: setting.ui("report.weeks"),
        most: f64::from(last),
        spans: spans.collect(),
    }));
    blocks.push(Block::Small(cell(setting.ui("plan.slower"))));
}

/// Each step with its days.
fn steps(blocks: &mut Vec<Block>, record: &Record, setting: &Setting<'_>) {
    let Some(schedule) = &record.plan.plan.schedule else {
        return;
    };
    let start = record.plan_start();
    let day = |week: u16| {
        let day = start.and_then(|start| weeks_later(start, week));
        day.map(|day| setting.date(&day.to_string())).unwrap_or_default()
    };
    let rows = schedule.steps.iter().map(|step| {
        let weeks = |[from, to]: [u16; 2]| {
            setting.ui_with(
                "plan.weeks",
                &[("from", &from.to_string()), ("to", &to.to_string())],
            )
        };
        vec![
            vec![
                Run::bold(step.name.as_str()),
                Run::text(["\n", &step.task].concat()),
            ],
            cell(step.output.as_str()),
            cell([&weeks(step.fast), "\n", &weeks(step.slow)].concat()),
            cell([&day(step.fast[0]), "\u{2013}", &day(step.slow[1])].concat()),
            cell(step.items.join(", ")),
        ]
    });
    let columns = [
        (setting.ui("column.step"), 32),
        (setting.ui("column.output"), 20),
        (setting.ui("report.fast-slow"), 14),
        (setting.ui("report.between"), 16),
        (setting.ui("column.items"), 18),
    ];
    table(blocks, setting.ui("tab.plan"), &columns, rows.collect());
}

fn people(blocks: &mut Vec<Block>, record: &Record, setting: &Setting<'_>) {
    let people = &record.plan.plan.people;
    if people.is_empty() {
        return;
    }
    blocks.push(Block::Heading(1, setting.ui("people.title")));
    let entries = people.iter().map(|person| {
        let mut runs = named(&[&person.name, ":"].concat(), person.does.as_str());
        if person.needed == "open" {
            runs.push(Run::text([" (", &setting.ui("people.open"), ")"].concat()));
        }
        runs.push(Run::text([" ", &person.competence].concat()));
        let training = [" ", &setting.ui("people.training"), " ", &person.training_name].concat();
        runs.push(Run::text(training));
        if let Some(other) = person
            .combine
            .and_then(|id| people.iter().find(|other| other.id == id))
        {
            let words = setting.ui_with("people.combine", &[("other", &other.name)]);
            runs.push(Run::text([" ", &words].concat()));
        }
        runs
    });
    blocks.push(Block::List(entries.collect()));
}
