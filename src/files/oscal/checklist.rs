//! The checklist as an OSCAL catalogue: headings are groups, lines are controls.

use serde_json::{Value, json};

use super::markup::{markup, title};
use super::{URN, Writer, joined, prop};
use crate::export::LineRecord;
use crate::files::ids::groups;

impl Writer<'_> {
    pub(super) fn catalog(&self) -> Value {
        let lines = &self.record.checklist.items;
        let groups = groups(lines, |line: &LineRecord| (line.group, line.kind));
        let groups = groups.into_iter().map(|group| {
            let controls = group.items.iter().map(|line| self.control(line));
            json!({
                "id": group.token,
                "class": group.kind,
                "title": title(&self.setting.group(group.heading)),
                "controls": controls.collect::<Vec<_>>(),
            })
        });
        json!({
            "metadata": self.metadata(&self.setting.ui("exchange.catalog")),
            "groups": groups.collect::<Vec<_>>(),
        })
    }

    fn control(&self, line: &LineRecord) -> Value {
        let id = self.token(line.id);
        // A tool may refuse links to controls that are not there.
        let linked = line.links.iter().filter(|id| self.has(id));
        let links =
            linked.map(|linked| json!({ "href": joined(&["#", &self.token(linked)]), "rel": "related" }));
        let label = match line.reference {
            "" => Value::Null,
            label => json!({ "name": "label", "value": label }),
        };
        let props = [
            label,
            prop("phase", line.phase),
            prop("basis", line.basis),
            prop("owner-role", &line.owner),
            prop("per", line.per),
            prop("documented", if line.documented { "yes" } else { "no" }),
            prop("confirmed", if line.confirmed { "yes" } else { "no" }),
        ];
        let mut props = props.to_vec();
        props.extend(line.stages.iter().map(|stage| prop("stage", stage)));
        for addition in &line.additions {
            props.extend(
                addition
                    .controls
                    .iter()
                    .map(|control| prop("own-control", control)),
            );
        }
        json!({
            "id": id,
            "class": line.kind,
            "title": title(&line.title),
            "props": props,
            "links": links.collect::<Vec<_>>(),
            "parts": self.parts(line, &id),
        })
    }

    /// What it is good for, what to do with its tasks, and what an auditor asks for.
    fn parts(&self, line: &LineRecord, id: &str) -> Vec<Value> {
        let tasks = line.tasks.iter().zip(1..).map(|(task, number)| {
            json!({
                "id": joined(&[id, ".t", &number.to_string()]),
                "name": "item",
                "prose": markup(task),
            })
        });
        let mut evidence = vec![line.evidence.as_str()];
        evidence.extend(
            line.additions
                .iter()
                .flat_map(|addition| addition.evidence)
                .copied(),
        );
        evidence.retain(|text| !text.is_empty());
        let own = |name: &str, text: Option<&str>| self.own_part(id, name, text);
        let why = line.why.as_deref();
        let parts = [
            why.map_or(
                Value::Null,
                |why| json!({ "id": joined(&[id, ".why"]), "name": "overview", "prose": markup(why) }),
            ),
            json!({
                "id": joined(&[id, ".do"]),
                "name": "statement",
                "prose": markup(&line.task),
                "parts": tasks.collect::<Vec<_>>(),
            }),
            own("evidence", Some(&evidence.join("\n\n"))),
            own("pitfall", line.pitfall.as_deref()),
            own("driver", line.driver.as_deref()),
            own("where", line.place.as_deref()),
            own("new", line.new.as_deref()),
        ];
        let mut parts = parts.to_vec();
        parts.retain(|part| !part.is_null());
        parts
    }

    /// A part of our own kind; nothing where there is no text.
    pub(super) fn own_part(&self, id: &str, name: &str, text: Option<&str>) -> Value {
        match text.map(markup) {
            Some(text) if !text.is_empty() => json!({
                "id": joined(&[id, ".", name]),
                "name": name,
                "ns": joined(&[URN, "oscal"]),
                "prose": text,
            }),
            _ => Value::Null,
        }
    }

    fn has(&self, id: &str) -> bool {
        self.record.checklist.items.iter().any(|line| line.id == id)
    }
}
