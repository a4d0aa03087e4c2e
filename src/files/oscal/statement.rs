//! The management system as an OSCAL component, which has the Statement of Applicability as what it implements.

use serde_json::{Value, json};

use super::markup::{markup, title};
use super::{PROFILE, Writer, prop};
use crate::export::SoaRow;

impl Writer<'_> {
    pub(super) fn component(&self) -> Value {
        let setting = self.setting;
        let name = self.record.name(setting.texts);
        let heading = setting.ui_with("exchange.component", &[("name", name)]);
        let rows = &self.record.statement.rows;
        let what = if rows.is_empty() {
            setting.ui("exchange.component-stop")
        } else {
            setting.ui("exchange.component-what")
        };
        let description = [what, self.record.use_case.description.clone()].join("\n\n");
        let implementations = if rows.is_empty() {
            Vec::new()
        } else {
            vec![json!({
                "uuid": self.uuid(&["statement"]),
                "source": PROFILE,
                "description": markup(&setting.ui("exchange.statement")),
                "implemented-requirements": rows.iter().map(|row| self.requirement(row)).collect::<Vec<_>>(),
            })]
        };
        json!({
            "metadata": self.metadata(&heading),
            "components": [{
                "uuid": self.uuid(&["component"]),
                "type": "process-procedure",
                "title": title(&heading),
                "description": markup(&description),
                "control-implementations": implementations,
            }],
        })
    }

    fn requirement(&self, row: &SoaRow) -> Value {
        let mut props = vec![
            prop("applicable", row.applicable),
            prop("status", row.status),
            prop("owner", &row.owner),
            prop("due", row.due_date.as_deref().unwrap_or_default()),
            prop("evidence", &row.evidence),
            prop("exclusion-reason", row.exclusion_reason.unwrap_or_default()),
        ];
        props.extend(
            row.inclusion_reasons
                .iter()
                .map(|reason| prop("inclusion-reason", reason)),
        );
        let linked = row
            .linked_duties
            .iter()
            .map(|duty| prop("linked-duty", &self.token(duty)));
        props.extend(linked);
        let work = self.record.use_case.work.get(row.control_id);
        let note = work.map(|work| work.0.note.as_str()).unwrap_or_default();
        // The description must be there, and reasons can be empty.
        let description = match markup(&row.justification) {
            text if text.is_empty() => title(&row.title),
            text => text,
        };
        json!({
            "uuid": self.uuid(&["statement", row.control_id]),
            "control-id": self.token(row.control_id),
            "description": description,
            "props": props,
            "remarks": markup(note),
        })
    }
}
