//! The open lines as an OSCAL plan of action and milestones. Each is an item with its risk; lines that are done
//! follow as closed, so that a tool sees them close.

use serde_json::{Value, json};

use super::markup::{markup, title};
use super::{CATALOG, URN, Writer, days, joined, prop};
use crate::export::StepRecord;
use crate::files::days::{moment, weeks_later};
use crate::files::standing::{Entry, done_entries, open_entries};

impl Writer<'_> {
    pub(super) fn poam(&self) -> Value {
        let setting = self.setting;
        let name = self.record.name(setting.texts);
        let mut entries = open_entries(self.record);
        entries.extend(done_entries(self.record));
        let case = match self.record.use_case.id.trim() {
            "" => self.uuid(&["system"]),
            id => crate::files::ids::in_one_line(id),
        };
        json!({
            "metadata": self.metadata(&setting.ui_with("exchange.poam", &[("name", name)])),
            "system-id": { "identifier-type": joined(&[URN, "use-case"]), "id": case },
            "risks": entries.iter().map(|entry| self.risk(entry)).collect::<Vec<_>>(),
            "poam-items": entries.iter().map(|entry| self.item(entry)).collect::<Vec<_>>(),
        })
    }

    fn item(&self, entry: &Entry<'_>) -> Value {
        let line = entry.line;
        let work = &entry.work;
        json!({
            "uuid": self.uuid(&["item", line.id]),
            "title": title(&entry.heading()),
            "description": markup(&line.task),
            "props": [
                prop("status", work.status.id()),
                prop("priority", &line.priority.to_string()),
                prop("blocks-audit", if entry.blocks { "yes" } else { "no" }),
                prop("owner", entry.owner),
                prop("due", entry.due.as_deref().unwrap_or_default()),
                prop("evidence", &work.evidence),
                days(entry.effort_days),
            ],
            "links": [{ "href": joined(&[CATALOG, "#", &self.token(line.id)]), "rel": "reference" }],
            "related-risks": [{ "risk-uuid": self.uuid(&["risk", line.id]) }],
            "remarks": markup(&work.note),
        })
    }

    fn risk(&self, entry: &Entry<'_>) -> Value {
        let line = entry.line;
        let heading = entry.heading();
        let values = [("title", heading.as_str())];
        let statement = if entry.standing.open() {
            self.setting.ui_with("exchange.open", &values)
        } else {
            self.setting.ui_with("exchange.closed", &values)
        };
        let why = [
            line.why.as_deref(),
            line.pitfall.as_deref(),
            Some(line.reason.as_str()),
        ];
        let why = why.into_iter().flatten().filter(|text| !text.is_empty());
        let why = why.collect::<Vec<_>>().join("\n\n");
        let description = if why.is_empty() { heading.clone() } else { why };
        let remediation = json!({
            "uuid": self.uuid(&["remediation", line.id]),
            "lifecycle": "planned",
            "title": title(&heading),
            "description": markup(&line.task),
            "tasks": self.milestones(entry),
        });
        json!({
            "uuid": self.uuid(&["risk", line.id]),
            "title": title(&heading),
            "description": markup(&description),
            "statement": markup(&statement),
            "status": entry.standing.risk(),
            "deadline": entry.due.as_deref().map(moment),
            "remediations": if entry.standing.open() { vec![remediation] } else { Vec::new() },
        })
    }

    /// The day recorded, the day of the law, and the steps of the plan that are about the line.
    fn milestones(&self, entry: &Entry<'_>) -> Vec<Value> {
        let id = entry.line.id;
        let on = |kind: &str, words: String, day: &str| {
            json!({
                "uuid": self.uuid(&["milestone", kind, id]),
                "type": "milestone",
                "title": title(&words),
                "timing": { "on-date": { "date": moment(day) } },
            })
        };
        let mut milestones = Vec::new();
        if let Some(day) = entry.work.due {
            let words = self.setting.ui("exchange.by-record");
            milestones.push(on("record", words, &day.to_string()));
        }
        if let Some(day) = &entry.line.due {
            milestones.push(on("law", self.setting.ui("exchange.by-law"), day));
        }
        let steps = self
            .record
            .plan
            .plan
            .schedule
            .iter()
            .flat_map(|schedule| &schedule.steps);
        let about = steps.filter(|step| step.items.contains(&id));
        milestones.extend(about.filter_map(|step| self.step(step, id)));
        milestones
    }

    fn step(&self, step: &StepRecord, id: &str) -> Option<Value> {
        let start = self.record.plan_start()?;
        let [from, to] = step.slow.map(|weeks| weeks_later(start, weeks));
        Some(json!({
            "uuid": self.uuid(&["step", step.id, id]),
            "type": "milestone",
            "title": title(&step.name),
            "description": markup(&step.task),
            "timing": { "within-date-range": {
                "start": moment(&from?.to_string()),
                "end": moment(&to?.to_string()),
            } },
        }))
    }
}
