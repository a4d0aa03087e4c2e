//! A register as a workbook: what all use cases come to, one line for each in words, and the register itself as
//! it can be read again.

use std::collections::BTreeSet;

use super::foreign::plain;
use super::tables::columns;
use super::xlsx::holds;
use super::{About, Cell, Column, FileError, Setting, Table, workbook};
use crate::catalog::{Date, Tier, WordingKey};
use crate::record::{PRODUCT, UseCase};
use crate::register::{Entry, Portfolio, Progress, rows};

/// The register of a day as a workbook. Entries belong to the use cases in order.
///
/// # Errors
/// [`FileError`] where the library that writes workbooks fails.
pub fn register_workbook(
    use_cases: &[UseCase],
    entries: &[Entry],
    setting: &Setting<'_>,
    as_of: Date,
) -> Result<Vec<u8>, FileError> {
    let mut portfolio = Portfolio::default();
    for (use_case, entry) in use_cases.iter().zip(entries) {
        portfolio.add(use_case, entry, None);
    }
    let data = data_table(use_cases, entries, setting);
    let mut totals = totals_table(&portfolio, setting, as_of);
    // A cut text would be read again as another one, and so would the second of two columns with one name.
    let names = data.columns.iter().map(|column| plain(&column.id));
    let distinct = names.collect::<BTreeSet<_>>().len() == data.columns.len();
    let mut headings = data.columns.iter().map(|column| Cell::text(column.id.as_str()));
    let whole = distinct && headings.all(|name| holds(&name)) && data.rows.iter().flatten().all(holds);
    if !whole {
        totals.rows.push(vec![
            Cell::text(setting.ui("portfolio.left-out")),
            Cell::text(setting.ui("portfolio.too-long")),
            Cell::Empty,
        ]);
    }
    let mut tables = vec![
        totals,
        tiers_table(&portfolio, setting),
        list_table(use_cases, entries, setting),
    ];
    tables.extend(whole.then_some(data));
    tables.retain(|table| !table.rows.is_empty());
    let about = About {
        title: setting.ui("report.register"),
        subject: setting.ui("report.register"),
        program: PRODUCT.to_owned(),
        as_of,
        continued: setting.ui("report.continued"),
    };
    workbook(&tables, &about)
}

/// Tiers and ranges with their use cases.
fn tiers(portfolio: &Portfolio, setting: &Setting<'_>) -> Vec<(String, usize)> {
    let settled = portfolio
        .tiers
        .iter()
        .map(|(tier, use_cases)| ([*tier; 2], use_cases));
    let open = portfolio
        .ranges
        .iter()
        .map(|(range, use_cases)| (*range, use_cases));
    settled
        .chain(open)
        .map(|(range, use_cases)| (setting.range(range.map(Tier::id)), *use_cases))
        .collect()
}

fn tiers_table(portfolio: &Portfolio, setting: &Setting<'_>) -> Table {
    Table {
        id: "tiers",
        title: setting.ui("portfolio.tiers"),
        columns: columns(setting, &[("tier", 40), ("use_cases", 12)]),
        rows: tiers(portfolio, setting)
            .into_iter()
            .map(|(tier, use_cases)| vec![Cell::text(tier), Cell::count(use_cases)])
            .collect(),
    }
}

fn totals_table(portfolio: &Portfolio, setting: &Setting<'_>, as_of: Date) -> Table {
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut add = |group: &str, entries: Vec<(Cell, Cell)>| {
        let group = setting.ui(group);
        rows.extend(
            entries
                .into_iter()
                .map(|(what, number)| vec![Cell::text(group.as_str()), what, number]),
        );
    };
    let counted = |entries: Vec<(String, usize)>| {
        let entries = entries.into_iter();
        entries
            .map(|(what, number)| (Cell::text(what), Cell::count(number)))
            .collect()
    };
    let sectors = setting
        .catalog
        .facts
        .get(usize::from(setting.catalog.special.sectors));
    let sectors = sectors.map_or(&[][..], |fact| fact.values);
    let sector = |bit: usize| sectors.get(bit).map(|id| setting.sectors(&[*id]).concat());
    let settled: usize = portfolio.tiers.values().sum();
    add(
        "portfolio.all",
        counted(vec![
            (setting.ui("portfolio.counted"), portfolio.use_cases),
            (setting.ui("portfolio.settled"), settled),
            (setting.ui("column.open_questions"), portfolio.open),
            (setting.ui("column.archived"), portfolio.archived),
        ]),
    );
    add(
        "portfolio.all",
        vec![(Cell::text(setting.ui("column.as_of")), Cell::Day(as_of))],
    );
    add("column.tier", counted(tiers(portfolio, setting)));
    let by_sector = portfolio.sectors.iter();
    let by_sector = by_sector.filter_map(|(bit, number)| Some((sector(*bit)?, *number)));
    add("column.sectors", counted(by_sector.collect()));
    let by_progress = portfolio.progress.iter();
    let by_progress = by_progress.map(|(progress, number)| (setting.progress(*progress), *number));
    add("portfolio.checklist", counted(by_progress.collect()));
    let days = portfolio.deadlines.iter();
    let days = days.map(|(day, number)| (Cell::Day(*day), Cell::count(*number)));
    add("column.next_deadline", days.collect());
    let tags = portfolio.tags.iter().map(|(tag, number)| (tag.clone(), *number));
    add("column.tags", counted(tags.collect()));
    Table {
        id: "totals",
        title: setting.ui("portfolio.totals"),
        columns: columns(setting, &[("group", 24), ("what", 50), ("use_cases", 12)]),
        rows,
    }
}

/// One line for each use case, in words.
fn list_table(use_cases: &[UseCase], entries: &[Entry], setting: &Setting<'_>) -> Table {
    let known = [
        ("id", 12),
        ("name", 30),
        ("tier", 24),
        ("settled", 10),
        ("sectors", 24),
        ("next_deadline", 12),
        ("what", 40),
        ("state", 12),
        ("readiness_pct", 10),
        ("open_questions", 10),
        ("next_question", 44),
        ("tags", 20),
        ("assessor", 16),
        ("archived", 10),
        ("notes", 30),
    ];
    Table {
        id: "use-cases",
        title: setting.ui("report.register"),
        columns: columns(setting, &known),
        rows: use_cases
            .iter()
            .zip(entries)
            .map(|(use_case, entry)| line(use_case, entry, setting))
            .collect(),
    }
}

fn line(use_case: &UseCase, entry: &Entry, setting: &Setting<'_>) -> Vec<Cell> {
    let catalog = setting.catalog;
    let deadline = entry.deadline.as_ref();
    let milestones = deadline.into_iter().flat_map(|deadline| &deadline.milestones);
    let reached = milestones.filter_map(|index| {
        let id = catalog.milestones.get(usize::from(*index))?.id;
        setting
            .texts
            .text(&WordingKey::name("milestone", id))
            .map(str::to_owned)
    });
    let changes = deadline.is_some_and(|deadline| deadline.tier_changes);
    let changes = changes.then(|| setting.ui("portfolio.tier-changes"));
    let next = entry
        .next_question
        .and_then(|fact| catalog.facts.get(usize::from(fact)));
    vec![
        Cell::text(use_case.id.as_str()),
        Cell::text(use_case.name.as_str()),
        Cell::text(setting.range(entry.range.map(Tier::id))),
        Cell::text(setting.yes_no(entry.settled())),
        Cell::many(setting.sectors(&entry.sector_ids(catalog))),
        deadline.map_or(Cell::Empty, |deadline| Cell::Day(deadline.day)),
        Cell::many(changes.into_iter().chain(reached)),
        Cell::text(setting.progress(entry.progress)),
        Cell::number(entry.percent),
        Cell::count(entry.open),
        Cell::maybe(next.map(|fact| setting.question(fact.id))),
        Cell::many(&use_case.tags),
        Cell::text(use_case.assessor.as_str()),
        Cell::text(setting.yes_no(use_case.archived)),
        Cell::text(use_case.notes.as_str()),
    ]
}

/// The table that is read again: the same as the CSV file.
fn data_table(use_cases: &[UseCase], entries: &[Entry], setting: &Setting<'_>) -> Table {
    let written = rows(use_cases, entries, setting.catalog);
    Table {
        id: "register",
        title: setting.ui("portfolio.data"),
        columns: written
            .header
            .into_iter()
            .map(|name| Column {
                id: name.clone(),
                title: name,
                width: 20,
            })
            .collect(),
        rows: written
            .rows
            .into_iter()
            .map(|row| row.into_iter().map(Cell::text).collect())
            .collect(),
    }
}

impl Setting<'_> {
    /// How far the work is, in words.
    fn progress(&self, progress: Progress) -> String {
        self.ui(match progress {
            Progress::NotBegun => "portfolio.not-begun",
            Progress::InWork => "portfolio.in-work",
            Progress::Done => "portfolio.done",
        })
    }
}
