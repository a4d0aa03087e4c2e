//! Reads conditions and answers: facts with values.

use super::{Fact, Reader};
use crate::catalog::FactKind;
use crate::overlay::limits::{LONG_ID, MOST_STATEMENTS, MOST_VALUES};
use crate::overlay::model::Statement;
use crate::reading::Node;
use crate::reading::{below, did_you_mean};

/// The answer "I don't know".
const UNKNOWN: &str = "unknown";
/// The answer that no value holds.
const NONE: &str = "none";

impl Reader<'_> {
    /// A condition: each fact has one of its values.
    pub(super) fn when(&mut self, node: Option<Node<'_>>) -> Vec<Statement> {
        let Some(node) = node else {
            return Vec::new();
        };
        let entries = self.mistakes.entries(&node, MOST_STATEMENTS);
        if entries.is_empty() && matches!(node.value, super::Value::Map(_)) {
            let message = "the condition names no fact";
            self.mistakes.note(
                "empty",
                &node.place,
                message,
                "leave `when` out, then it always holds",
            );
        }
        let mut statements = Vec::new();
        for (fact, values) in entries {
            let found = self.mistakes.texts(Some(values.clone()), MOST_VALUES, LONG_ID);
            if matches!(values.value, super::Value::List(parts) if parts.is_empty()) {
                let message = "with no values the condition never holds";
                self.mistakes.note(
                    "empty",
                    &values.place,
                    message,
                    "name the values of which one must hold",
                );
            }
            self.check(fact, &values, &found, &[]);
            statements.push(Statement {
                fact: fact.to_owned(),
                values: found,
            });
        }
        statements
    }

    /// Answers to facts, as a file of answers has them.
    pub(super) fn answers(&mut self, node: Option<Node<'_>>) -> Vec<Statement> {
        let Some(node) = node else {
            return Vec::new();
        };
        let mut statements = Vec::new();
        for (fact, values) in self.mistakes.entries(&node, MOST_STATEMENTS) {
            let found = self.mistakes.texts(Some(values.clone()), MOST_VALUES, LONG_ID);
            let kind = self.facts.iter().find(|known| known.id == fact);
            let many = kind.is_none_or(|known| known.kind == FactKind::Many);
            let alone = found.len() == 1;
            let also: &[&str] = match (alone, many) {
                (true, true) => &[UNKNOWN, NONE],
                (true, false) => &[UNKNOWN],
                (false, _) => &[],
            };
            let sound = self.check(fact, &values, &found, also);
            if sound && !many && !alone {
                let message = ["`", fact, "` takes one value"].concat();
                self.mistakes.note(
                    "not-one-value",
                    &values.place,
                    message,
                    "a list with one value in it",
                );
            }
            let found = if found == [NONE] { Vec::new() } else { found };
            statements.push(Statement {
                fact: fact.to_owned(),
                values: found,
            });
        }
        statements
    }

    /// Whether the fact is known and has the values, or some other word that is taken for one.
    pub(super) fn check(&mut self, fact: &str, node: &Node<'_>, values: &[String], also: &[&str]) -> bool {
        let Some(known) = self.facts.iter().find(|known| known.id == fact) else {
            self.unknown_fact(fact, node);
            return false;
        };
        let Fact {
            values: Some(offered),
            ..
        } = known
        else {
            return false;
        };
        let mut wrong = Vec::new();
        for (at, value) in values.iter().enumerate() {
            if !offered.contains(value) && !also.contains(&value.as_str()) {
                let names = offered.iter().map(String::as_str);
                let hint =
                    did_you_mean(value, names).unwrap_or_else(|| ["one of ", &offered.join(", ")].concat());
                let message = ["`", value, "` is not a value of `", fact, "`"].concat();
                let place = below(&node.place, &at.to_string());
                wrong.push((place, message, hint));
            }
        }
        let sound = wrong.is_empty();
        for (place, message, hint) in wrong {
            self.mistakes.note("unknown-value", &place, message, hint);
        }
        sound
    }

    fn unknown_fact(&mut self, fact: &str, node: &Node<'_>) {
        if self.announced.iter().any(|announced| announced == fact) {
            let message = ["the question `", fact, "` comes further down"].concat();
            let hint = "put it above the question that hangs on it";
            self.mistakes.note("later-fact", &node.place, message, hint);
            return;
        }
        let message = ["there is no fact `", fact, "`"].concat();
        let known = self.facts.iter().map(|known| known.id.as_str());
        let hint = did_you_mean(fact, known).unwrap_or_else(|| {
            "a fact as `aims-readiness facts` lists them, or a question of yours".to_owned()
        });
        self.mistakes.note("unknown-fact", &node.place, message, hint);
    }
}
