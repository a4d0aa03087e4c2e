//! What stands on the first sheet: the use case, the result and what else is known, as names and values.

use super::{columns, places};
use crate::export::{AlternativeRecord, EditRecord, PlaceRecord};
use crate::files::{Cell, Setting, Table};
use crate::record::Record;

/// Part, name and value of everything that has no sheet of its own.
pub fn summary_table(record: &Record, setting: &Setting<'_>) -> Table {
    let mut rows = Rows {
        rows: Vec::new(),
        part: String::new(),
    };
    use_case(&mut rows, record, setting);
    result(&mut rows, record, setting);
    around(&mut rows, record, setting);
    way(&mut rows, record, setting);
    documents(&mut rows, record, setting);
    rows.part(setting.ui("report.about"));
    rows.add(setting.ui("report.product"), Cell::text(record.product));
    rows.add(
        setting.ui("report.disclaimer"),
        Cell::text(setting.ui("no-legal-advice")),
    );
    rows.add(
        setting.ui("report.own-words"),
        Cell::text(setting.ui("checklist.own-words")),
    );
    Table {
        id: "summary",
        title: setting.ui("report.summary"),
        columns: columns(setting, &[("part", 24), ("name", 36), ("value", 90)]),
        rows: rows.rows,
    }
}

/// Rows so far, and the part that the next one belongs to.
struct Rows {
    rows: Vec<Vec<Cell>>,
    part: String,
}

impl Rows {
    fn part(&mut self, part: String) {
        self.part = part;
    }

    /// A row; none where there is no value.
    fn add(&mut self, name: String, value: Cell) {
        if value != Cell::Empty {
            self.rows
                .push(vec![Cell::text(self.part.as_str()), Cell::text(name), value]);
        }
    }
}

fn use_case(rows: &mut Rows, record: &Record, setting: &Setting<'_>) {
    let case = &record.use_case;
    rows.part(setting.ui("report.use-case"));
    for (column, value) in [
        ("name", Cell::text(record.name(setting.texts))),
        ("id", Cell::text(case.id.as_str())),
        ("description", Cell::text(case.description.as_str())),
        ("tags", Cell::many(&case.tags)),
        ("assessor", Cell::text(case.assessor.as_str())),
        ("notes", Cell::text(case.notes.as_str())),
        (
            "archived",
            if case.archived {
                Cell::text(setting.ui("yes"))
            } else {
                Cell::Empty
            },
        ),
        ("plan_start", case.plan_start.map_or(Cell::Empty, Cell::Day)),
    ] {
        rows.add(setting.ui(&["column.", column].concat()), value);
    }
    for (name, text) in &case.columns {
        rows.add(name.clone(), Cell::text(text.as_str()));
    }
}

fn result(rows: &mut Rows, record: &Record, setting: &Setting<'_>) {
    let result = &record.result;
    rows.part(setting.ui("result.kicker"));
    let tier = result.tier.map_or_else(
        || setting.ui("result.unsettled"),
        |tier| setting.part("tier", tier, "meaning"),
    );
    rows.add(setting.ui("column.tier"), Cell::text(setting.range(result.range)));
    rows.add(setting.ui("report.meaning"), Cell::text(tier));
    rows.add(
        setting.ui("column.applies_from"),
        Cell::day(result.applies_from.as_deref()),
    );
    rows.add(
        setting.ui("column.roles"),
        Cell::many(setting.roles(&result.roles)),
    );
    rows.add(
        setting.ui("column.sectors"),
        Cell::many(setting.sectors(&result.sectors)),
    );
    for flag in &result.flags {
        rows.add(
            setting.part("flag", flag, "name"),
            Cell::text(setting.part("flag", flag, "meaning")),
        );
    }
    rows.add(setting.ui("report.rules"), Cell::many(&result.rules));
    rows.add(setting.ui("column.references"), Cell::many(&result.references));
    rows.add(
        setting.ui("column.open_questions"),
        Cell::many(result.open.iter().map(|fact| setting.question(fact))),
    );
    rows.add(setting.ui("column.catalog"), Cell::text(result.catalog.as_str()));
    rows.add(
        setting.ui("column.law_date"),
        Cell::day(result.law_date.as_deref()),
    );
    rows.add(setting.ui("column.as_of"), Cell::day(Some(&result.as_of)));
    rows.add(setting.ui("column.receipt"), Cell::text(result.receipt.as_str()));
    for overlay in &result.overlays {
        let values = [("name", overlay.name), ("version", overlay.version)];
        rows.add(
            overlay.id.to_owned(),
            Cell::text(setting.ui_with("result.overlay", &values)),
        );
    }
}

/// What stands beside the result.
fn around(rows: &mut Rows, record: &Record, setting: &Setting<'_>) {
    let explanation = &record.explanation;
    rows.part(setting.ui("near.title"));
    for near in &explanation.near_misses {
        let because = setting.part("rule", near.rule, "because");
        let basis = setting.ui(&["basis.", near.basis].concat());
        let text = [&because, " (", &near.references.join("; "), "; ", &basis, ")"].concat();
        rows.add(near.outside_of.to_owned(), Cell::text(text));
    }
    for (title, alternatives) in [
        ("what-if.up", &explanation.up),
        ("what-if.down", &explanation.down),
    ] {
        rows.part(setting.ui(title));
        for alternative in alternatives {
            rows.add(
                setting.range(alternative.range),
                Cell::text(edits(alternative, setting)),
            );
        }
    }
    rows.part(setting.ui("penalties.title"));
    for penalty in &explanation.penalties {
        let name = setting.part("penalty", penalty.id, "name");
        let mut parts = vec![setting.part("penalty", penalty.id, "meaning")];
        parts.extend(
            penalty
                .counts
                .map(|counts| setting.ui(&["penalties.", counts].concat())),
        );
        parts.push(penalty.references.join("; "));
        rows.add(name, Cell::text(parts.join(" ")));
    }
}

/// The way to a certificate.
fn way(rows: &mut Rows, record: &Record, setting: &Setting<'_>) {
    let plan = &record.plan.plan;
    rows.part(setting.ui("tab.advice"));
    let advice = &plan.advice;
    rows.add(setting.ui("advice.title"), Cell::maybe(advice.name.as_deref()));
    rows.add(
        setting.ui("report.meaning"),
        Cell::maybe(advice.meaning.as_deref()),
    );
    rows.add(setting.ui("result.next"), Cell::maybe(advice.next.as_deref()));
    for reason in &advice.reasons {
        rows.add(reason.weight.to_string(), Cell::text(reason.words.as_str()));
    }
    if let Some(schedule) = &plan.schedule {
        rows.part(setting.ui("tab.plan"));
        rows.add(
            setting.ui("report.duration"),
            Cell::text(months(schedule.months, setting)),
        );
        rows.add(setting.ui("report.base"), Cell::text(schedule.base.as_str()));
        let [least, most] = schedule.saved_months.map(|months| months.to_string());
        if most != "0" {
            let values = [("low", least.as_str()), ("high", most.as_str())];
            rows.add(
                setting.ui("report.saved"),
                Cell::text(setting.ui_with("plan.saved", &values)),
            );
        }
        rows.add(setting.ui("report.modifiers"), Cell::many(&schedule.modifiers));
        if let Some([least, most]) = schedule.effort_days {
            let (least, most) = (least.to_string(), most.to_string());
            let values = [("low", least.as_str()), ("high", most.as_str())];
            rows.add(
                setting.ui("report.effort"),
                Cell::text(setting.ui_with("line.days", &values)),
            );
        }
    }
    rows.part(setting.ui("people.title"));
    for person in &plan.people {
        let open = if person.needed == "open" {
            setting.ui("people.open")
        } else {
            String::new()
        };
        let parts = [
            person.does.as_str(),
            person.competence.as_str(),
            person.training_name.as_str(),
            &open,
        ];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        rows.add(person.name.clone(), Cell::many(parts));
    }
    if let Some(progress) = &record.plan.progress {
        rows.part(setting.ui("gate.title"));
        for gate in &progress.gate {
            let state = setting.gate(gate);
            rows.add(gate.words.clone(), Cell::text(state));
        }
    }
}

/// Documents that were begun, and those that it rests on.
fn documents(rows: &mut Rows, record: &Record, setting: &Setting<'_>) {
    for starter in &record.starters {
        rows.part(starter.name.clone());
        rows.add(setting.ui("report.meaning"), Cell::text(starter.lead.as_str()));
        for section in &starter.sections {
            let risks = section
                .risks
                .iter()
                .map(|risk| [&risk.name, ": ", &risk.event, " ", &risk.treatment].concat());
            let lines = section.fields.iter().chain(&section.lines).cloned();
            rows.add(section.title.clone(), Cell::many(lines.chain(risks)));
        }
    }
    rows.part(setting.ui("report.sources"));
    for source in &record.sources {
        let place = PlaceRecord {
            text: source.title.clone(),
            url: source.url.clone(),
        };
        rows.add(source.short.to_owned(), places(&[place]));
    }
}

/// How long it takes, in words.
pub(in crate::files) fn months([least, most]: [u16; 2], setting: &Setting<'_>) -> String {
    let (least, most) = (least.to_string(), most.to_string());
    setting.ui_with("plan.months", &[("low", &least), ("high", &most)])
}

/// Changed answers in words.
pub(in crate::files) fn edits(alternative: &AlternativeRecord, setting: &Setting<'_>) -> String {
    let edits = alternative.edits.iter().map(|edit| edit_words(edit, setting));
    edits.collect::<Vec<_>>().join(" | ")
}

fn edit_words(edit: &EditRecord, setting: &Setting<'_>) -> String {
    let words = |ids: &[&str]| {
        let words = ids.iter().map(|id| setting.value(edit.fact, id));
        words.collect::<Vec<_>>().join("; ")
    };
    let mut parts = vec![setting.question(edit.fact)];
    if !edit.add.is_empty() {
        parts.push(words(&edit.add));
    }
    if !edit.remove.is_empty() {
        parts.push([setting.ui("what-if.without").as_str(), " ", &words(&edit.remove)].concat());
    }
    parts.join(" ")
}
