//! Facts, their values, and the facts that results read by name.

use super::super::conditions::unknown;
use super::super::problem::Text;
use super::super::shapes::{self, Word};
use super::super::source::Authored;
use super::choices::{KINDS, PARTS, SIZE_CLASSES, SIZES};
use super::{Fact, Resolved, Resolver};

impl Resolver {
    pub(super) fn declare(&mut self, authored: &Authored) {
        for file in &authored.facts {
            for fact in &file.content.fact {
                self.define("fact", &fact.id, &file.text);
                let number = self.names.values.len();
                self.names.facts.insert(fact.id.get_ref().clone(), number);
                let kind = fact.kind.get_ref().as_str();
                let values: Vec<String> = if kind == "yes-no" {
                    vec!["no".to_owned(), "yes".to_owned()]
                } else {
                    fact.values.iter().map(|value| value.get_ref().clone()).collect()
                };
                self.check_values(fact, &values, &file.text);
                self.names.values.push(values);
            }
        }
        for file in &authored.rules {
            for term in &file.content.term {
                self.define("term", &term.id, &file.text);
                let number = self.names.terms.len();
                self.names.terms.insert(term.id.get_ref().clone(), number);
            }
        }
    }

    pub(super) fn check_values(&mut self, fact: &shapes::Fact, values: &[String], text: &Text) {
        let id = fact.id.get_ref();
        let mut complain = |message: String, hint: &str| {
            self.problems
                .push(text.problem(fact.id.span(), message, hint.to_owned()));
        };
        if fact.kind.get_ref() == "yes-no" && !fact.values.is_empty() {
            complain(
                format!("yes-no fact `{id}` lists values"),
                "its values are always no and yes",
            );
        }
        if values.len() < 2 || values.len() > 31 {
            complain(
                format!("fact `{id}` has {} value(s)", values.len()),
                "a fact has 2 to 31 values",
            );
        }
        for (place, value) in values.iter().enumerate() {
            if values.iter().take(place).any(|earlier| earlier == value) {
                complain(format!("fact `{id}` lists value `{value}` twice"), "remove one");
            }
            if ["unknown", "none"].contains(&value.as_str()) && fact.kind.get_ref() == "many" {
                complain(
                    format!("fact `{id}` lists the reserved value `{value}`"),
                    "every fact can be answered unknown, and a `many` fact none, without listing it",
                );
            }
        }
    }

    pub(super) fn facts(&mut self, authored: &Authored, out: &mut Resolved) {
        for file in &authored.facts {
            let within = self.condition(file.content.within.as_ref(), &file.text);
            let part = match &file.content.part {
                Some(word) => self.choice("part", word, PARTS, &file.text),
                None => "Classify",
            };
            for fact in &file.content.fact {
                let own = self.condition(fact.ask_when.as_ref(), &file.text);
                out.facts.push(Fact {
                    id: fact.id.get_ref().clone(),
                    kind: self.choice("kind of fact", &fact.kind, KINDS, &file.text),
                    values: self
                        .names
                        .values
                        .get(out.facts.len())
                        .cloned()
                        .unwrap_or_default(),
                    ask_when: within.clone().and(own),
                    part,
                    topic: file.content.topic.get_ref().clone(),
                });
            }
        }
    }

    pub(super) fn special(&mut self, authored: &Authored, out: &mut Resolved) {
        let special = &authored.identity.content.special;
        let text = &authored.identity.text;
        out.special.roles = self.fact(&special.roles, text);
        out.special.provider = self.value(out, out.special.roles, &special.provider, text);
        out.special.deployer = self.value(out, out.special.roles, &special.deployer, text);
        out.special.sectors = self.fact(&special.sectors, text);
        out.special.size = self.fact(&special.size, text);
        out.special.systems = self.fact(&special.systems, text);
        out.special.traits = self.fact(&special.traits, text);
        out.special.stage = self.fact(&special.stage, text);
        out.special.sizes = special
            .sizes
            .iter()
            .map(|word| self.choice("size", word, SIZES, text))
            .collect();
        out.special.size_classes = special
            .size_classes
            .iter()
            .map(|word| self.choice("size class", word, SIZE_CLASSES, text))
            .collect();
        let values = out
            .facts
            .get(out.special.size)
            .map_or(0, |fact| fact.values.len());
        for (name, words, choices) in [
            ("sizes", &special.sizes, "small, medium, large"),
            ("size_classes", &special.size_classes, "sme, midcap, large"),
        ] {
            if values != words.len() {
                self.problems.push(text.problem(
                    words.first().unwrap_or(&special.size).span(),
                    format!("`{name}` names {} bands for {values} values", words.len()),
                    format!("give one of {choices} for each value of the size fact"),
                ));
            }
        }
        out.special.certificates = self.fact(&special.certificates, text);
        out.special.off_the_shelf = self.fact(&special.off_the_shelf, text);
        out.special.areas = self.fact(&special.areas, text);
        out.special.practices = self.fact(&special.practices, text);
        out.special.places = self.fact(&special.places, text);
        match self.names.terms.get(special.in_scope.get_ref()) {
            Some(term) => out.special.in_scope = *term,
            None => {
                let known = self.names.terms.keys().map(String::as_str);
                self.problems
                    .push(unknown("term", &special.in_scope, known, text));
            }
        }
    }

    pub(super) fn fact(&mut self, word: &Word, text: &Text) -> usize {
        self.names.facts.get(word.get_ref()).copied().unwrap_or_else(|| {
            let known = self.names.facts.keys().map(String::as_str);
            self.problems.push(unknown("fact", word, known, text));
            0
        })
    }

    pub(super) fn value(&mut self, out: &Resolved, fact: usize, word: &Word, text: &Text) -> usize {
        let known = out.facts.get(fact).map_or(&[][..], |fact| fact.values.as_slice());
        known
            .iter()
            .position(|id| id == word.get_ref())
            .unwrap_or_else(|| {
                self.problems
                    .push(unknown("value", word, known.iter().map(String::as_str), text));
                0
            })
    }
}
