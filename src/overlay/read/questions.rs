//! Reads questions.

use super::identity::is_slug;
use super::{FORBIDDEN, Fact, Reader, Value};
use crate::catalog::FactKind;
use crate::overlay::limits::{LONG_TEXT, MOST_QUESTIONS, MOST_VALUES, SHORT_ID, SHORT_TEXT};
use crate::overlay::model::{Question, QuestionValue};
use crate::overlay::shape;
use crate::reading::Node;

/// The kinds as an overlay writes them.
const KINDS: [(&str, FactKind); 3] = [
    ("yes_no", FactKind::YesNo),
    ("one", FactKind::One),
    ("many", FactKind::Many),
];

/// Answers that every question has, or that yes-no questions have.
const TAKEN: [&str; 4] = ["unknown", "none", "yes", "no"];

impl Reader<'_> {
    pub(super) fn questions(&mut self, node: Option<Node<'_>>) -> Vec<Question> {
        let Some(node) = node else {
            return Vec::new();
        };
        let parts = self.mistakes.list(&node, MOST_QUESTIONS);
        self.announced = parts.iter().filter_map(|part| announced(part.value)).collect();
        let mut found: Vec<Question> = Vec::new();
        let mut ids = Vec::new();
        for part in parts {
            let question = self.question(&part, &ids);
            ids.extend(announced(part.value));
            found.extend(question);
        }
        found
    }

    fn question(&mut self, node: &Node<'_>, before: &[String]) -> Option<Question> {
        let fields = self.mistakes.object(node, &shape::QUESTION)?;
        let id = self.own_id(fields.get("id"), before);
        let kind = self.mistakes.word(fields.get("kind"), &KINDS);
        let question = self.mistakes.field(fields.get("question"), LONG_TEXT);
        let help = self.mistakes.field(fields.get("help"), LONG_TEXT);
        let example = self.mistakes.field(fields.get("example"), LONG_TEXT);
        let values = self.values(kind, &node.place, fields.get("values"));
        // Before it is known itself: it cannot hang on its own answer.
        let when = self.when(fields.get("when"));
        if let Some(id) = &id {
            let offered = match (kind, &values) {
                (Some(FactKind::YesNo), _) => Some(vec!["no".to_owned(), "yes".to_owned()]),
                (_, Some(values)) => Some(values.iter().map(|value| value.id.clone()).collect()),
                (_, None) => None,
            };
            self.facts.push(Fact {
                id: id.clone(),
                kind: kind.unwrap_or(FactKind::Many),
                values: offered,
            });
        }
        Some(Question {
            id: id?,
            kind: kind?,
            question: question?,
            help: help?,
            example,
            values: values.unwrap_or_default(),
            when,
        })
    }

    /// The values of a question; nothing where something is wrong with one.
    fn values(
        &mut self,
        kind: Option<FactKind>,
        question: &str,
        node: Option<Node<'_>>,
    ) -> Option<Vec<QuestionValue>> {
        let Some(node) = node else {
            if matches!(kind, Some(FactKind::One | FactKind::Many)) {
                let message = "`values` is missing";
                let hint = "a question of this kind says which values it offers";
                self.mistakes.note("missing-key", question, message, hint);
            }
            return None;
        };
        if kind == Some(FactKind::YesNo) {
            let message = "a yes-no question has no values of its own";
            let hint = "leave them out, or make it a question of kind `one`";
            self.mistakes.note("spare-values", &node.place, message, hint);
            return None;
        }
        let parts = self.mistakes.list(&node, MOST_VALUES);
        let least = if kind == Some(FactKind::One) { 2 } else { 1 };
        if parts.len() < least && matches!(node.value, Value::List(_)) {
            let message = "the question offers too few values";
            let hint = ["at least ", &least.to_string()].concat();
            self.mistakes.note("too-few", &node.place, message, hint);
        }
        let mut found: Vec<QuestionValue> = Vec::new();
        let mut whole = true;
        for part in parts {
            let value = self.value(&part, &found);
            whole &= value.is_some();
            found.extend(value);
        }
        whole.then_some(found)
    }

    fn value(&mut self, node: &Node<'_>, before: &[QuestionValue]) -> Option<QuestionValue> {
        let fields = self.mistakes.object(node, &shape::VALUE)?;
        let place = fields.get("id");
        let id = place.as_ref().and_then(|node| self.mistakes.text(node, SHORT_ID));
        let words = self.mistakes.field(fields.get("words"), SHORT_TEXT);
        let hint = self.mistakes.field(fields.get("hint"), LONG_TEXT);
        if let (Some(node), Some(id)) = (place, &id) {
            if !is_slug(id) || FORBIDDEN.contains(&id.as_str()) || TAKEN.contains(&id.as_str()) {
                let message = ["`", id, "` cannot be a value"].concat();
                let hint = "lower-case letters, digits, hyphens and underscores, a letter first; \
                            none, unknown, yes and no are taken";
                self.mistakes.note("bad-id", &node.place, message, hint);
            } else if before.iter().any(|known| known.id == *id) {
                let message = ["`", id, "` is there twice"].concat();
                self.mistakes
                    .note("duplicate-id", &node.place, message, "each value once");
            }
        }
        Some(QuestionValue {
            id: id?,
            words: words?,
            hint,
        })
    }
}

/// The id that a question gives itself, whatever is wrong with it.
fn announced(question: &Value) -> Option<String> {
    let Value::Map(fields) = question else {
        return None;
    };
    fields.iter().find_map(|(key, value)| match value {
        Value::Text(id) if key == "id" => Some(id.trim().to_owned()),
        _ => None,
    })
}
