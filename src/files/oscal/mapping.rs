//! The crosswalk as an OSCAL mapping collection: one mapping for each standard or law that lines are linked to.

use serde_json::{Value, json};

use super::markup::markup;
use super::{CATALOG, URN, Writer, joined, prop};
use crate::export::LinkRecord;

impl Writer<'_> {
    /// Nothing where no line is linked.
    pub(super) fn mapping(&self) -> Option<Value> {
        let setting = self.setting;
        let links = &self.record.crosswalk;
        let mut frameworks: Vec<&LinkRecord> = Vec::new();
        for link in links {
            if !frameworks
                .iter()
                .any(|known| known.target_framework == link.target_framework)
            {
                frameworks.push(link);
            }
        }
        if frameworks.is_empty() {
            return None;
        }
        let mappings = frameworks.iter().map(|framework| {
            let own = links
                .iter()
                .filter(|link| link.target_framework == framework.target_framework);
            self.framework(framework, &own.collect::<Vec<_>>())
        });
        let name = self.record.name(setting.texts);
        Some(json!({
            "metadata": self.metadata(&setting.ui_with("exchange.mapping", &[("name", name)])),
            "provenance": {
                "method": "human",
                "matching-rationale": "functional",
                // The lines of one use case, and of each the links that are known.
                "status": "not-complete",
                "mapping-description": markup(&setting.ui("exchange.mapping-how")),
            },
            "mappings": mappings.collect::<Vec<_>>(),
        }))
    }

    fn framework(&self, framework: &LinkRecord, links: &[&LinkRecord]) -> Value {
        let id = framework.target_framework;
        let published = framework.confidence == "published";
        let words = if published {
            self.setting.ui("exchange.published")
        } else {
            self.setting.ui("exchange.own")
        };
        let note = self.setting.part("framework", id, "note");
        json!({
            "uuid": self.uuid(&["mapping", id]),
            "method": "human",
            "matching-rationale": "functional",
            "status": if published { "complete" } else { "draft" },
            "source-resource": { "type": "catalog", "href": CATALOG },
            "target-resource": {
                "type": "catalog",
                "href": joined(&[URN, "framework:", id]),
                "props": [prop("title", &framework.target_name)],
            },
            "maps": links.iter().map(|link| self.map(link)).collect::<Vec<_>>(),
            "props": [prop("confidence", framework.confidence)],
            "remarks": markup(&[words, note].join("\n\n")),
        })
    }

    fn map(&self, link: &LinkRecord) -> Value {
        json!({
            "uuid": self.uuid(&["map", link.source_id, link.target_framework, link.target_id]),
            "relationship": link.relationship,
            "sources": [{ "type": "control", "id-ref": self.token(link.source_id) }],
            "targets": [{ "type": "control", "id-ref": link.target_id }],
        })
    }
}
