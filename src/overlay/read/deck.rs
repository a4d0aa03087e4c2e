//! Reads cases and exercises of a workshop.
//!
//! Whether a case is a good one is not said here: that needs the engine and a day.

use super::Reader;
use crate::catalog::{Date, Tier};
use crate::overlay::deck::{Matter, OwnExercise, OwnFinding, OwnScenario, Task};
use crate::overlay::limits::{
    LONG_ID, LONG_TEXT, MINUTES, MOST_DECISIONS, MOST_EXERCISES, MOST_MISSING, MOST_PROMPTS, MOST_SCENARIOS,
    SHORT_ID, SHORT_TEXT,
};
use crate::overlay::shape;
use crate::reading::{Fields, Node, Value, below};

/// What a scenario can train for.
const DOMAINS: [&str; 3] = ["foundation", "implementer", "auditor"];

/// How grave a finding can be.
const GRADES: [&str; 4] = ["major", "minor", "observation", "conform"];

/// Where nothing is said: of middling difficulty, in ten minutes.
const DIFFICULTY: u8 = 2;
const TEN_MINUTES: u8 = 10;

/// The kinds of exercises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Exclusion,
    Grading,
}

const KINDS: [(&str, Kind); 2] = [("exclusion", Kind::Exclusion), ("grading", Kind::Grading)];

/// Words that mean themselves.
fn themselves<const N: usize>(words: [&'static str; N]) -> [(&'static str, &'static str); N] {
    words.map(|word| (word, word))
}

impl Reader<'_> {
    pub(super) fn scenarios(&mut self, node: Option<Node<'_>>) -> Vec<OwnScenario> {
        let Some(node) = node else {
            return Vec::new();
        };
        let mut found: Vec<OwnScenario> = Vec::new();
        let mut ids = Vec::new();
        for part in self.mistakes.list(&node, MOST_SCENARIOS) {
            let Some(fields) = self.mistakes.object(&part, &shape::SCENARIO) else {
                continue;
            };
            let task = self.task(&fields, &mut ids);
            let missing = self.missing(fields.get("missing"), &fields);
            let mistake = fields.get("mistake").and_then(|node| self.common_mistake(&node));
            let as_of = fields.get("as_of").and_then(|node| self.day(&node));
            found.extend(task.map(|task| OwnScenario {
                task,
                missing,
                mistake,
                as_of,
            }));
        }
        found
    }

    pub(super) fn exercises(
        &mut self,
        node: Option<Node<'_>>,
        scenarios: &[OwnScenario],
    ) -> Vec<OwnExercise> {
        let Some(node) = node else {
            return Vec::new();
        };
        let mut found: Vec<OwnExercise> = Vec::new();
        let mut ids: Vec<String> = scenarios.iter().map(|known| known.task.id.clone()).collect();
        for part in self.mistakes.list(&node, MOST_EXERCISES) {
            let Some(fields) = self.mistakes.object(&part, &shape::EXERCISE) else {
                continue;
            };
            let task = self.task(&fields, &mut ids);
            let note = self.mistakes.field(fields.get("note"), LONG_TEXT);
            let kind = self.mistakes.word(fields.get("kind"), &KINDS);
            let matter = kind.and_then(|kind| self.matter(kind, &part, &fields, scenarios));
            found.extend(task.zip(matter).map(|(task, matter)| OwnExercise {
                task,
                note: note.unwrap_or_default(),
                matter,
            }));
        }
        found
    }

    /// What scenarios and exercises have in common; `ids` are those before it.
    fn task(&mut self, fields: &Fields<'_>, ids: &mut Vec<String>) -> Option<Task> {
        let id = self.own_id(fields.get("id"), ids);
        ids.extend(id.clone());
        let title = self.mistakes.field(fields.get("title"), SHORT_TEXT);
        let story = self.mistakes.field(fields.get("story"), LONG_TEXT);
        let prompts = self
            .mistakes
            .texts(fields.get("prompts"), MOST_PROMPTS, LONG_TEXT);
        let domains = self.domains(fields.get("domains"));
        let difficulty = self.between(fields.get("difficulty"), [1, 3], "1 is easy, 3 is hard");
        let minutes = self.between(fields.get("minutes"), MINUTES, "to read, answer and discuss");
        let answers = self.answers(fields.get("answers"));
        Some(Task {
            id: id?,
            title: title?,
            story: story?,
            prompts,
            domains,
            difficulty: difficulty.unwrap_or(DIFFICULTY),
            minutes: minutes.unwrap_or(TEN_MINUTES),
            answers,
        })
    }

    fn domains(&mut self, node: Option<Node<'_>>) -> Vec<&'static str> {
        let Some(node) = node else {
            return Vec::new();
        };
        let known = themselves(DOMAINS);
        let mut found = Vec::new();
        for part in self.mistakes.list(&node, DOMAINS.len()) {
            if let Some(domain) = self.mistakes.word(Some(part), &known)
                && !found.contains(&domain)
            {
                found.push(domain);
            }
        }
        found
    }

    /// A whole number within bounds.
    fn between(&mut self, node: Option<Node<'_>>, [low, high]: [u8; 2], hint: &str) -> Option<u8> {
        let node = node?;
        let found = match node.value {
            Value::Number(number) => (low..=high).find(|known| f64::from(*known) == *number),
            _ => None,
        };
        if found.is_none() {
            let (low, high) = (low.to_string(), high.to_string());
            let message = ["a whole number from ", &low, " to ", &high, " is expected"].concat();
            self.mistakes.note("bad-value", &node.place, message, hint);
        }
        found
    }

    /// Facts that are not told, which can therefore not be answered.
    fn missing(&mut self, node: Option<Node<'_>>, fields: &Fields<'_>) -> Vec<String> {
        let Some(node) = node else {
            return Vec::new();
        };
        let answers = fields.get("answers");
        let told = |fact: &str| match &answers {
            Some(Node {
                value: Value::Map(answers),
                ..
            }) => answers.iter().any(|(key, _)| key == fact),
            _ => false,
        };
        let found = self.mistakes.texts(Some(node.clone()), MOST_MISSING, LONG_ID);
        for (at, fact) in found.iter().enumerate() {
            let part = Node {
                value: node.value,
                place: below(&node.place, &at.to_string()),
            };
            self.check(fact, &part, &[], &[]);
            if told(fact) {
                let message = ["`", fact, "` is among the answers"].concat();
                let hint = "a fact is told or missing, not both";
                self.mistakes.note("told-and-missing", &part.place, message, hint);
            }
        }
        found
    }

    fn common_mistake(&mut self, node: &Node<'_>) -> Option<(Tier, String)> {
        let fields = self.mistakes.object(node, &shape::MISTAKE)?;
        let tiers = Tier::ALL.map(|tier| (tier.id(), tier));
        let tier = self.mistakes.word(fields.get("tier"), &tiers);
        let why = self.mistakes.field(fields.get("why"), LONG_TEXT);
        Some((tier?, why?))
    }

    /// A day for which there is law.
    fn day(&mut self, node: &Node<'_>) -> Option<Date> {
        let text = self.mistakes.text(node, SHORT_ID)?;
        let first = self.known.catalog.law_texts.first().map(|text| text.from);
        let day = text.parse::<Date>().ok();
        let found = day.filter(|day| first.is_none_or(|first| *day >= first));
        if found.is_none() {
            let message = ["`", &text, "` is no day for which there is law"].concat();
            let from = first.map(|day| day.to_string()).unwrap_or_default();
            let hint = ["year, month and day, not before ", &from].concat();
            self.mistakes.note("bad-value", &node.place, message, hint);
        }
        found
    }

    /// What is decided in an exercise of a kind; what belongs to the other kind is a mistake.
    fn matter(
        &mut self,
        kind: Kind,
        node: &Node<'_>,
        fields: &Fields<'_>,
        scenarios: &[OwnScenario],
    ) -> Option<Matter> {
        let (needed, foreign): (&str, &[&str]) = match kind {
            Kind::Exclusion => ("controls", &["findings"]),
            Kind::Grading => ("findings", &["controls", "scenario"]),
        };
        for key in foreign {
            if let Some(odd) = fields.get(key) {
                let message = ["an exercise of this kind has no `", key, "`"].concat();
                let hint = "an exclusion has controls, a grading has findings";
                self.mistakes.note("other-kind", &odd.place, message, hint);
            }
        }
        let Some(list) = fields.get(needed) else {
            let message = ["`", needed, "` is missing"].concat();
            let hint = "an exclusion has controls, a grading has findings";
            self.mistakes.note("missing-key", &node.place, message, hint);
            return None;
        };
        if matches!(list.value, Value::List(parts) if parts.is_empty()) {
            let message = "there is nothing to decide";
            self.mistakes
                .note("empty", &list.place, message, "name at least one");
        }
        Some(match kind {
            Kind::Exclusion => Matter::Exclusion {
                scenario: self.setting(fields.get("scenario"), scenarios),
                controls: self.controls(&list),
            },
            Kind::Grading => Matter::Grading(self.findings(&list)),
        })
    }

    /// The case that is the setting: one of the overlay's own.
    fn setting(&mut self, node: Option<Node<'_>>, scenarios: &[OwnScenario]) -> Option<String> {
        let node = node?;
        let id = self.mistakes.text(&node, LONG_ID)?;
        if scenarios.iter().any(|known| known.task.id == id) {
            return Some(id);
        }
        let message = ["there is no scenario `", &id, "`"].concat();
        let hint = "the id of a scenario of this overlay";
        self.mistakes.note("unknown-scenario", &node.place, message, hint);
        None
    }

    fn controls(&mut self, node: &Node<'_>) -> Vec<String> {
        let found = self.mistakes.texts(Some(node.clone()), MOST_DECISIONS, LONG_ID);
        for (at, control) in found.iter().enumerate() {
            let part = Node {
                value: node.value,
                place: below(&node.place, &at.to_string()),
            };
            self.known_item(control, &part);
        }
        found
    }

    fn findings(&mut self, node: &Node<'_>) -> Vec<OwnFinding> {
        let mut found: Vec<OwnFinding> = Vec::new();
        for part in self.mistakes.list(node, MOST_DECISIONS) {
            let Some(fields) = self.mistakes.object(&part, &shape::FINDING) else {
                continue;
            };
            let id = self.mistakes.field(fields.get("id"), SHORT_ID);
            if let (Some(id), Some(node)) = (&id, fields.get("id"))
                && found.iter().any(|known| known.id == *id)
            {
                let message = ["`", id, "` is there twice"].concat();
                self.mistakes
                    .note("duplicate-id", &node.place, message, "each id once");
            }
            let item = self.mistakes.field(fields.get("item"), LONG_ID);
            if let (Some(item), Some(node)) = (&item, fields.get("item")) {
                self.known_item(item, &node);
            }
            let grade = self.mistakes.word(fields.get("grade"), &themselves(GRADES));
            let text = self.mistakes.field(fields.get("text"), LONG_TEXT);
            let reason = self.mistakes.field(fields.get("reason"), LONG_TEXT);
            let finding = id.zip(item).zip(grade).zip(text).zip(reason);
            found.extend(finding.map(|((((id, item), grade), text), reason)| OwnFinding {
                id,
                item,
                grade,
                text,
                reason,
            }));
        }
        found
    }
}
