//! Use cases as lines of an inventory.

use super::columns;
use crate::files::{Cell, Column, Setting, Table};
use crate::record::Record;

/// One row for each use case. What a use case brought along from another register stands behind, in columns of
/// its own names.
pub fn inventory_table(records: &[&Record], setting: &Setting<'_>) -> Table {
    let mut brought: Vec<&str> = Vec::new();
    for (name, _) in records.iter().flat_map(|record| &record.use_case.columns) {
        if !brought.contains(&name.as_str()) {
            brought.push(name);
        }
    }
    let own = columns(
        setting,
        &[
            ("id", 12),
            ("name", 30),
            ("description", 50),
            ("tier", 16),
            ("settled", 10),
            ("lowest", 16),
            ("highest", 16),
            ("roles", 24),
            ("sectors", 24),
            ("flags", 30),
            ("references", 40),
            ("applies_from", 12),
            ("open_questions", 10),
            ("readiness_pct", 10),
            ("assessor", 16),
            ("tags", 20),
            ("notes", 30),
            ("archived", 10),
            ("plan_start", 12),
            ("catalog", 22),
            ("law_date", 12),
            ("as_of", 12),
            ("receipt", 30),
        ],
    );
    let brought_columns = brought.iter().map(|name| Column {
        id: (*name).to_owned(),
        title: (*name).to_owned(),
        width: 24,
    });
    Table {
        id: "inventory",
        title: setting.ui("report.register"),
        columns: own.into_iter().chain(brought_columns).collect(),
        rows: records
            .iter()
            .map(|record| row(record, &brought, setting))
            .collect(),
    }
}

fn row(record: &Record, brought: &[&str], setting: &Setting<'_>) -> Vec<Cell> {
    let (case, result) = (&record.use_case, &record.result);
    let [lowest, highest] = result.range;
    let progress = record.plan.progress.as_ref();
    let flags = result.flags.iter();
    let own = vec![
        Cell::text(case.id.as_str()),
        Cell::text(case.name.as_str()),
        Cell::text(case.description.as_str()),
        Cell::maybe(result.tier.map(|tier| setting.tier(tier))),
        Cell::text(setting.yes_no(result.settled)),
        Cell::text(setting.tier(lowest)),
        Cell::text(setting.tier(highest)),
        Cell::many(setting.roles(&result.roles)),
        Cell::many(setting.sectors(&result.sectors)),
        Cell::many(flags.map(|flag| setting.part("flag", flag, "name"))),
        Cell::many(&result.references),
        Cell::day(result.applies_from.as_deref()),
        Cell::count(result.open.len()),
        Cell::number(progress.map(|progress| progress.overall.percent)),
        Cell::text(case.assessor.as_str()),
        Cell::many(&case.tags),
        Cell::text(case.notes.as_str()),
        Cell::text(setting.yes_no(case.archived)),
        case.plan_start.map_or(Cell::Empty, Cell::Day),
        Cell::text(result.catalog.as_str()),
        Cell::day(result.law_date.as_deref()),
        Cell::day(Some(&result.as_of)),
        Cell::text(result.receipt.as_str()),
    ];
    let brought = brought.iter().map(|name| {
        let columns = case.columns.iter().filter(|(known, _)| known == name);
        Cell::text(
            columns
                .map(|(_, text)| text.as_str())
                .collect::<Vec<_>>()
                .join(" | "),
        )
    });
    own.into_iter().chain(brought).collect()
}
