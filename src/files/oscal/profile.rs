//! The selection for this use case as an OSCAL profile: which lines are in, and what is special about them here.

use serde_json::{Value, json};

use super::{CATALOG, Writer, days, prop};
use crate::files::standing::{Entry, Standing, all_entries};

impl Writer<'_> {
    pub(super) fn profile(&self) -> Value {
        let setting = self.setting;
        let entries = all_entries(self.record);
        let chosen = entries.iter().filter(|entry| entry.standing != Standing::LeftOut);
        let ids: Vec<String> = chosen.clone().map(|entry| self.token(entry.line.id)).collect();
        let alters = chosen.map(|entry| self.alter(entry)).collect::<Vec<_>>();
        let name = self.record.name(setting.texts);
        json!({
            "metadata": self.metadata(&setting.ui_with("exchange.profile", &[("name", name)])),
            "imports": [{ "href": CATALOG, "include-controls": [{ "with-ids": ids }] }],
            "merge": { "as-is": true },
            "modify": { "alters": alters },
        })
    }

    fn alter(&self, entry: &Entry<'_>) -> Value {
        let line = entry.line;
        let id = self.token(line.id);
        let mut tailored = line.notes.clone();
        tailored.extend(line.at_this_depth.clone());
        tailored.extend(line.emphasis.iter().cloned());
        let part = |name: &str, text: &str| self.own_part(&id, name, Some(text));
        json!({
            "control-id": id,
            "adds": [{
                "position": "ending",
                "props": [
                    prop("applicability", line.applicability),
                    prop("priority", &line.priority.to_string()),
                    prop("depth", line.depth),
                    prop("due", line.due.as_deref().unwrap_or_default()),
                    days(line.effort_days),
                ],
                "parts": [
                    part("reason", &line.reason),
                    part("tailoring", &tailored.join("\n\n")),
                ],
            }],
        })
    }
}
