//! Reads items, and what belongs to items of the catalogue.

use super::identity::is_slug;
use super::{Reader, Value};
use crate::catalog::Phase;
use crate::overlay::limits::{
    LONG_TEXT, MOST_ADDITIONS, MOST_CONTROLS, MOST_DAYS, MOST_EVIDENCE, MOST_ITEMS, MOST_LINKS, MOST_TASKS,
    SHORT_TEXT,
};
use crate::overlay::model::{ItemAddition, OwnItem, OwnLink};
use crate::overlay::shape;
use crate::reading::did_you_mean;
use crate::reading::{Fields, Node};

const PHASES: [(&str, Phase); 4] = [
    ("plan", Phase::Plan),
    ("do", Phase::Do),
    ("check", Phase::Check),
    ("act", Phase::Act),
];

/// Whether an item is done for each system.
const PER: [(&str, bool); 2] = [("organisation", false), ("system", true)];

/// The priority where none is named: next.
const PRIORITY: u8 = 2;

impl Reader<'_> {
    pub(super) fn additions(&mut self, node: Option<Node<'_>>) -> Vec<ItemAddition> {
        let Some(node) = node else {
            return Vec::new();
        };
        let mut found = Vec::new();
        for (item, part) in self.mistakes.entries(&node, MOST_ADDITIONS) {
            self.known_item(item, &part);
            let Some(fields) = self.mistakes.object(&part, &shape::ADDITION) else {
                continue;
            };
            let addition = self.addition(item, &fields);
            if matches!(part.value, Value::Map(entries) if entries.is_empty()) {
                let message = "nothing is added here";
                let hint = "name controls, links or evidence, or leave it out";
                self.mistakes.note("empty", &part.place, message, hint);
            }
            found.push(addition);
        }
        found
    }

    pub(super) fn known_item(&mut self, item: &str, node: &Node<'_>) {
        let catalog = self.known.catalog;
        let ids = || catalog.items.iter().map(|item| item.id);
        if !self.whole || ids().any(|known| known == item) {
            return;
        }
        let own = self.id.as_ref().map(|id| [id, "."].concat());
        let hint = match own {
            Some(own) if item.starts_with(&own) => {
                "what belongs to an item of yours stands at that item".to_owned()
            }
            _ => did_you_mean(item, ids())
                .unwrap_or_else(|| "the id of an item as `aims-readiness checklist` lists them".to_owned()),
        };
        let message = ["there is no item `", item, "`"].concat();
        self.mistakes.note("unknown-item", &node.place, message, hint);
    }

    fn addition(&mut self, item: &str, fields: &Fields<'_>) -> ItemAddition {
        let controls = self
            .mistakes
            .texts(fields.get("controls"), MOST_CONTROLS, SHORT_TEXT);
        let mut links = Vec::new();
        if let Some(node) = fields.get("links") {
            for part in self.mistakes.list(&node, MOST_LINKS) {
                links.extend(self.link(&part));
            }
        }
        ItemAddition {
            item: item.to_owned(),
            controls,
            links,
            evidence: self
                .mistakes
                .texts(fields.get("evidence"), MOST_EVIDENCE, LONG_TEXT),
        }
    }

    fn link(&mut self, node: &Node<'_>) -> Option<OwnLink> {
        let fields = self.mistakes.object(node, &shape::LINK)?;
        let title = self.mistakes.field(fields.get("title"), SHORT_TEXT);
        let url = self.mistakes.address(fields.get("url"));
        Some(OwnLink {
            title: title?,
            url: url?,
        })
    }

    pub(super) fn items(&mut self, node: Option<Node<'_>>) -> Vec<OwnItem> {
        let Some(node) = node else {
            return Vec::new();
        };
        let mut found: Vec<OwnItem> = Vec::new();
        let mut ids = Vec::new();
        for part in self.mistakes.list(&node, MOST_ITEMS) {
            if let Some((id, item)) = self.item(&part, &ids) {
                ids.extend(id);
                found.extend(item);
            }
        }
        together(found)
    }

    fn item(&mut self, node: &Node<'_>, before: &[String]) -> Option<(Option<String>, Option<OwnItem>)> {
        let fields = self.mistakes.object(node, &shape::ITEM)?;
        let id = self.own_id(fields.get("id"), before);
        let title = self.mistakes.field(fields.get("title"), SHORT_TEXT);
        let task = self.mistakes.field(fields.get("do"), LONG_TEXT);
        let addition = self.addition(id.as_deref().unwrap_or_default(), &fields);
        let shown = self.mistakes.field(fields.get("ref"), SHORT_TEXT);
        let shown = shown.or_else(|| addition.controls.first().cloned());
        let why = self.mistakes.field(fields.get("why"), LONG_TEXT);
        let tasks = self.mistakes.texts(fields.get("tasks"), MOST_TASKS, LONG_TEXT);
        let pitfall = self.mistakes.field(fields.get("pitfall"), LONG_TEXT);
        let group = self.mistakes.field(fields.get("group"), SHORT_TEXT);
        let owner = fields.get("owner").and_then(|node| self.owner(&node));
        let phase = self
            .mistakes
            .word(fields.get("phase"), &PHASES)
            .unwrap_or(Phase::Do);
        let priority = fields.get("priority").and_then(|node| self.priority(&node));
        let half_days = fields.get("effort_days").and_then(|node| self.effort(&node));
        let per_system = self.mistakes.word(fields.get("per"), &PER).unwrap_or(false);
        let when = self.when(fields.get("when"));
        let item = id
            .clone()
            .zip(title)
            .zip(task)
            .map(|((id, title), task)| OwnItem {
                reference: shown.unwrap_or_else(|| id.clone()),
                id,
                title,
                task,
                why,
                tasks,
                pitfall,
                group,
                owner,
                phase,
                priority: priority.unwrap_or(PRIORITY),
                half_days,
                per_system,
                when,
                addition,
            });
        Some((id, item))
    }

    /// The role of an owner: an id of the catalogue, or its name in words.
    fn owner(&mut self, node: &Node<'_>) -> Option<String> {
        let owner = self.mistakes.text(node, SHORT_TEXT)?;
        let owners = || self.known.catalog.items.iter().map(|item| item.owner);
        // What looks like an id is meant as one.
        if self.whole && is_slug(&owner) && !owners().any(|known| known == owner) {
            let message = ["there is no owner `", &owner, "`"].concat();
            let hint = did_you_mean(&owner, owners()).unwrap_or_else(|| {
                "an owner of the catalogue by its id, or another in words, such as `Data steward`".to_owned()
            });
            self.mistakes.note("unknown-owner", &node.place, message, hint);
            return None;
        }
        Some(owner)
    }

    fn priority(&mut self, node: &Node<'_>) -> Option<u8> {
        let known = [1_u8, 2, 3];
        let found = match node.value {
            Value::Number(number) => known.into_iter().find(|known| f64::from(*known) == *number),
            _ => None,
        };
        if found.is_none() {
            let message = "this is no priority";
            let hint = "1 for first, 2 for next, 3 for later";
            self.mistakes.note("bad-value", &node.place, message, hint);
        }
        found
    }

    /// Person-days, low and high, in halves.
    fn effort(&mut self, node: &Node<'_>) -> Option<[u16; 2]> {
        let halves = |value: &Value| match value {
            Value::Number(days) if (0.0..=MOST_DAYS).contains(days) && (days * 2.0).fract() == 0.0 => {
                // At most twice the limit, and whole.
                Some((days * 2.0) as u16)
            }
            _ => None,
        };
        let found = match node.value {
            Value::List(parts) => match parts.as_slice() {
                [low, high] => halves(low).zip(halves(high)).filter(|(low, high)| low <= high),
                _ => None,
            },
            _ => None,
        };
        if found.is_none() {
            let message = "this is no effort";
            let hint = "person-days, low and high, in halves, such as [0.5, 2]";
            self.mistakes.note("bad-value", &node.place, message, hint);
        }
        found.map(|(low, high)| [low, high])
    }
}

/// Items of a group stand together, in the order of the first of each.
fn together(items: Vec<OwnItem>) -> Vec<OwnItem> {
    let mut groups: Vec<Option<String>> = Vec::new();
    for item in &items {
        if !groups.contains(&item.group) {
            groups.push(item.group.clone());
        }
    }
    let mut items = items;
    items.sort_by_key(|item| groups.iter().position(|group| *group == item.group));
    items
}
