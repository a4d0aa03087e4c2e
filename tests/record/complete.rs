//! No field of a record is dropped silently: each is in the workbook and in the report, or stands here with
//! the reason why not.

use std::collections::{BTreeMap, BTreeSet};

use aims_readiness::catalog::{Catalog, Texts, builtin};
use aims_readiness::files::{
    Block, Cell, Document, Run, Setting, Table, report, spelled_date, workbook_tables,
};
use aims_readiness::record::Record;
use serde_json::Value as Json;

use super::{WITH_OVERLAY, WORDS, day, record, setting, use_case};

/// Fields whose ids stand in files as words: the pattern, and the head of the key of the words.
const AS_WORDS: [(&str, &str); 34] = [
    ("result.tier", "tier.{}.name"),
    ("result.range[]", "tier.{}.name"),
    ("result.flags[]", "flag.{}.name"),
    ("result.roles[]", "ui.role.{}"),
    ("result.sectors[]", "fact.organisation.sectors.value.{}"),
    ("result.open[]", "fact.{}.question"),
    ("reasons[].tier", "tier.{}.name"),
    ("reasons[].basis", "ui.basis.{}"),
    ("reasons[].answers[].fact", "fact.{}.question"),
    ("explanation.near_misses[].rule", "rule.{}.because"),
    ("explanation.near_misses[].basis", "ui.basis.{}"),
    ("explanation.up[].edits[].fact", "fact.{}.question"),
    ("explanation.down[].edits[].fact", "fact.{}.question"),
    ("explanation.up[].range[]", "tier.{}.name"),
    ("explanation.down[].range[]", "tier.{}.name"),
    ("explanation.upcoming[].milestones[]", "milestone.{}"),
    ("explanation.upcoming[].range[]", "tier.{}.name"),
    ("explanation.penalties[].id", "penalty.{}.meaning"),
    ("explanation.penalties[].counts", "ui.penalties.{}"),
    ("checklist.tier", "tier.{}.name"),
    ("checklist.items[].kind", "ui.kind.{}"),
    ("checklist.items[].group", "group.{}"),
    ("checklist.items[].applicability", "ui.applicability.{}"),
    ("checklist.items[].depth", "ui.depth.{}"),
    ("checklist.items[].phase", "ui.phase.{}"),
    ("checklist.items[].stages[]", "ui.stage.{}"),
    ("checklist.items[].basis", "ui.basis.{}"),
    ("checklist.items[].per", "ui.per.{}"),
    ("work.*.status", "ui.status.{}"),
    ("statement.rows[].status", "ui.status.{}"),
    ("statement.rows[].applicable", "ui.statement.{}"),
    ("statement.rows[].inclusion_reasons[]", "ui.inclusion.{}"),
    ("statement.rows[].exclusion_reason", "ui.exclusion.{}"),
    ("statement.rows[].source", "ui.soa-source.{}"),
];

/// Fields that no file but JSON has, each with the reason.
const LEFT_OUT: [(&str, &str); 32] = [
    ("schema", "says how JSON is to be read"),
    ("kind", "says how JSON is to be read"),
    ("answers.", "in words in the table of answers"),
    (
        "answered[].fact",
        "the question stands there; the id is in the table of answers",
    ),
    (
        "answered[].values[]",
        "the words stand there; the ids are in the table of answers",
    ),
    (
        "answered[].counts",
        "a mark beside the answer where it does not count",
    ),
    (
        "reasons[].id",
        "the sentence stands there; the id is in the table of reasons",
    ),
    ("reasons[].references[].url", "the address behind the reference"),
    ("reasons[].answers[].values[]", "the words stand there"),
    (
        "reasons[].answers[].counts",
        "only answers that count carry a reason",
    ),
    ("result.settled", "follows from the range"),
    (
        "result.rules[]",
        "the reasons stand there; the ids are in the summary of the workbook",
    ),
    ("result.references[]", "stand beside each reason"),
    (
        "explanation.near_misses[].outside_of",
        "the sentence names the point",
    ),
    (
        "explanation.up[].edits[].add[]",
        "in words, checked with the texts of values",
    ),
    (
        "explanation.down[].edits[].add[]",
        "in words, checked with the texts of values",
    ),
    (
        "explanation.down[].edits[].remove[]",
        "in words, checked with the texts of values",
    ),
    ("explanation.obligations[].id", "is the line of the checklist"),
    ("explanation.penalties[].amount_eur", "in the meaning of the fine"),
    ("explanation.penalties[].percent", "in the meaning of the fine"),
    ("checklist.settled", "follows from the range"),
    ("plan.tier", "is the tier of the checklist"),
    ("plan.progress.groups[].group", "its name stands there"),
    ("plan.progress.gate[].id", "its words stand there"),
    ("plan.progress.gate[].met", "said in words"),
    ("plan.advice.verdict", "its name stands there"),
    ("plan.advice.reasons[].id", "its words stand there"),
    ("plan.law[].month", "follows from the day"),
    (
        "plan.schedule.steps[].id",
        "its name stands there; the id is in the table of steps",
    ),
    ("plan.people[].", "its names and words stand there"),
    ("starters[].", "checked by texts"),
    ("sources[].id", "its short name stands there"),
];

/// Fields that the workbook has and the report has not, each with the reason.
const ONLY_IN_TABLES: [(&str, &str); 6] = [
    (
        "crosswalk[].relationship",
        "the same for all links; said once in words",
    ),
    ("crosswalk[].target_framework", "its name stands there"),
    ("plan.progress.overall.earned", "the percent is made of it"),
    ("plan.progress.overall.possible", "the percent is made of it"),
    ("plan.progress.groups[].earned", "the percent is made of it"),
    ("plan.progress.groups[].possible", "the percent is made of it"),
];

/// Every text of a table.
fn of_table(table: &Table, found: &mut String) {
    for cell in table.rows.iter().flatten() {
        if let Cell::Link { url, .. } = cell {
            found.push_str(url);
        }
        found.push_str(&cell.plain());
        found.push('\n');
    }
}

fn of_runs(runs: &[Run], found: &mut String) {
    for run in runs {
        found.push_str(&run.text);
        found.push_str(run.link.as_deref().unwrap_or_default());
    }
    found.push('\n');
}

/// Every text of a document.
fn of_document(document: &Document) -> String {
    let mut found = [
        &document.title,
        "\n",
        &document.subject,
        "\n",
        &document.verdict,
        "\n",
    ]
    .map(|text: &str| text)
    .concat();
    for (_, value) in &document.facts {
        found.push_str(value);
        found.push('\n');
    }
    for block in &document.blocks {
        match block {
            Block::Heading(_, text) => found.push_str(&[text, "\n"].map(|text: &str| text).concat()),
            Block::Paragraph(runs) | Block::Small(runs) => of_runs(runs, &mut found),
            Block::List(entries) => entries.iter().for_each(|runs| of_runs(runs, &mut found)),
            Block::Facts(facts) => {
                for (name, runs) in facts {
                    found.push_str(name);
                    of_runs(runs, &mut found);
                }
            }
            Block::Table { rows, .. } => rows.iter().flatten().for_each(|runs| of_runs(runs, &mut found)),
            Block::Chart(_) => {}
        }
    }
    found
}

/// All tables of a workbook as one text.
fn of_workbook(record: &Record, setting: &Setting<'_>) -> String {
    let mut found = String::new();
    for table in workbook_tables(record, setting) {
        assert!(
            table.rows.iter().all(|row| row.len() == table.columns.len()),
            "{}",
            table.id
        );
        of_table(&table, &mut found);
    }
    found
}

/// Leaves with the pattern of their place.
fn leaves<'a>(value: &'a Json, place: String, found: &mut Vec<(String, &'a Json)>) {
    match value {
        Json::Object(map) => {
            for (key, value) in map {
                let by_id = ["work", "answers"].contains(&place.as_str());
                let place = match (place.as_str(), by_id) {
                    ("", _) => key.clone(),
                    (_, true) => format!("{place}.*"),
                    (_, false) => format!("{place}.{key}"),
                };
                leaves(value, place, found);
            }
        }
        Json::Array(parts) => {
            for part in parts {
                leaves(part, format!("{place}[]"), found);
            }
        }
        Json::Null => {}
        leaf => found.push((place, leaf)),
    }
}

/// Fields of a record that a text does not have.
fn dropped(record: &Record, texts: &dyn Texts, whole: &str) -> BTreeMap<String, String> {
    let json = serde_json::to_value(record).unwrap();
    let mut all = Vec::new();
    leaves(&json, String::new(), &mut all);
    let mut dropped = BTreeMap::new();
    for (place, leaf) in all {
        if LEFT_OUT
            .iter()
            .any(|(known, _)| place == *known || (known.ends_with('.') && place.starts_with(known)))
        {
            continue;
        }
        let shown = match leaf {
            Json::String(id) => match AS_WORDS.iter().find(|(known, _)| *known == place) {
                Some((_, key)) => {
                    let key = key.replace("{}", id);
                    let words = texts
                        .text(&key)
                        .unwrap_or_else(|| panic!("no text {key} for {place}"));
                    whole.contains(words)
                }
                None => whole.contains(id.trim()) || whole.contains(&spelled_date(id, texts)),
            },
            Json::Number(number) => whole.contains(&number.as_f64().unwrap().to_string()),
            // A yes or no is a mark or a word of its own; the tables have a column for each.
            _ => true,
        };
        if !shown {
            dropped.entry(place).or_insert_with(|| leaf.to_string());
        }
    }
    dropped
}

/// Records of every kind.
fn records() -> Vec<(&'static str, Record, &'static Catalog, &'static dyn Texts)> {
    let setting = setting();
    let plain = include_str!("kept/2-record.json");
    let provider = include_str!("cases/provider.json");
    let prohibited = include_str!("cases/prohibited.json");
    let open = r#"{"schema": 2, "name": "Open", "answers": {"scope.ai_system": "yes", "area.screen": ["employment"]}}"#;
    let near = include_str!("cases/near.json");
    let early = "2026-07-01".parse().unwrap();
    let early = Record::of(
        use_case(include_str!("cases/soon-prohibited.json")),
        builtin(),
        early,
        &*WORDS,
    )
    .0;
    let (catalog, words) = &*WITH_OVERLAY;
    let with_overlay = Record::of(use_case(plain), catalog, day(), words).0;
    vec![
        ("deployer", record(plain), setting.catalog, &*WORDS),
        ("provider", record(provider), setting.catalog, &*WORDS),
        ("prohibited", record(prohibited), setting.catalog, &*WORDS),
        ("open", record(open), setting.catalog, &*WORDS),
        ("near", record(near), setting.catalog, &*WORDS),
        ("soon prohibited", early, setting.catalog, &*WORDS),
        ("overlay", with_overlay, catalog, words),
    ]
}

/// Writes every record for the check against the published schema, `tests/record/run.mjs`.
#[test]
fn every_record_is_written_for_the_schema() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("records");
    std::fs::create_dir_all(&folder).unwrap();
    for (name, record, ..) in records() {
        let text = serde_json::to_string(&record).unwrap();
        std::fs::write(folder.join(format!("{name}.json")), text).unwrap();
    }
    let cases: Vec<_> = records()
        .into_iter()
        .map(|(_, record, ..)| record.use_case)
        .collect();
    let register = serde_json::to_string(&aims_readiness::register::RegisterRecord::of(&cases)).unwrap();
    std::fs::write(folder.with_file_name("register.json"), register).unwrap();
}

#[test]
fn the_workbook_has_every_field() {
    for (name, record, catalog, texts) in records() {
        let setting = Setting {
            catalog,
            texts,
            ..setting()
        };
        let whole = of_workbook(&record, &setting);
        assert!(!whole.contains("ui."), "{name}: a text is missing");
        assert_eq!(dropped(&record, texts, &whole), BTreeMap::new(), "{name}");
    }
}

#[test]
fn the_report_has_every_field() {
    for (name, record, catalog, texts) in records() {
        let setting = Setting {
            catalog,
            texts,
            ..setting()
        };
        let whole = of_document(&report(&record, &setting));
        assert!(!whole.contains("ui."), "{name}: a text is missing");
        let mut dropped = dropped(&record, texts, &whole);
        dropped.retain(|place, _| ONLY_IN_TABLES.iter().all(|(known, _)| place != known));
        assert_eq!(dropped, BTreeMap::new(), "{name}");
    }
}

#[test]
fn a_field_that_is_dropped_is_found() {
    let (_, record, catalog, texts) = records().remove(0);
    let setting = Setting {
        catalog,
        texts,
        ..setting()
    };
    let whole = of_workbook(&record, &setting)
        .replace("Ranks applicants", "")
        .replace("Controls and safeguards", "");
    let found: BTreeSet<String> = dropped(&record, texts, &whole).into_keys().collect();
    assert!(found.contains("description"), "{found:?}");
}

#[test]
fn every_exception_is_needed() {
    let mut places = BTreeSet::new();
    let all = records();
    for (_, record, _, _) in &all {
        let json = serde_json::to_value(record).unwrap();
        let mut found = Vec::new();
        leaves(&json, String::new(), &mut found);
        places.extend(found.into_iter().map(|(place, _)| place));
    }
    for (known, _) in LEFT_OUT.iter().chain(&AS_WORDS).chain(&ONLY_IN_TABLES) {
        assert!(
            places
                .iter()
                .any(|place| place == known || place.starts_with(known)),
            "no record has {known}"
        );
    }
}
