//! Turns names into numbers and words into typed values: the authored catalogue becomes total.

mod choices;
mod facts;
mod items;
mod law;
mod model;
mod penalties;
mod plan;
mod rules;
mod schedule;
mod sectors;
mod simplify;

use std::collections::BTreeMap;

use super::conditions::{self, Condition, Names, unknown};
use super::problem::{Problem, Text};
use super::shapes::{self, Word};
use super::source::Authored;
use choices::Choices;

pub use choices::TIERS;
pub use model::{
    Advice, Base, Duration, Emphasis, Fact, Framework, Item, ItemList, Legal, Modifier, Penalty, PlanStep,
    Position, Prompt, Resolved, Risk, Rule, Sector, Source, Starter, Step, Tailoring,
};

/// Resolves every name.
pub fn resolve(authored: &Authored) -> Result<Resolved, Vec<Problem>> {
    let mut resolver = Resolver {
        problems: Vec::new(),
        names: Names::default(),
        ids: BTreeMap::new(),
    };
    let resolved = resolver.all(authored);
    if resolver.problems.is_empty() {
        Ok(resolved)
    } else {
        Err(resolver.problems)
    }
}

struct Resolver {
    problems: Vec<Problem>,
    names: Names,
    /// Every id of the catalogue with the place that defines it.
    ids: BTreeMap<(&'static str, String), String>,
}

impl Resolver {
    fn all(&mut self, authored: &Authored) -> Resolved {
        let mut out = Resolved {
            id: authored.identity.content.id.clone(),
            version: authored.identity.content.version.get_ref().clone(),
            ..Resolved::default()
        };
        self.sources(&authored.sources, &mut out);
        self.milestones(&authored.milestones, &mut out);
        self.declare(authored);
        self.facts(authored, &mut out);
        self.rules(authored, &mut out);
        self.special(authored, &mut out);
        self.rule_roles(authored, &mut out);
        self.outside_of(authored, &mut out);
        Self::extra(&mut out);
        self.penalties(&authored.penalties, &mut out);
        self.items(authored, &mut out);
        self.sectors(&authored.sectors, &mut out);
        self.tailoring(&authored.tailoring, &mut out);
        self.links(authored, &out);
        self.plan(authored, &mut out);
        if self.problems.is_empty() {
            self.schedule(authored, &mut out);
        }
        if self.problems.is_empty() {
            // After the schedule, which has found that nothing rests on itself.
            simplify::simplify(&mut out);
        }
        out
    }

    fn define(&mut self, what: &'static str, word: &Word, text: &Text) {
        let id = word.get_ref();
        let sound = !id.is_empty()
            && id
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte));
        if !sound {
            self.problems.push(text.problem(
                word.span(),
                format!("`{id}` is not a sound id"),
                "use letters, digits, dots, underscores and hyphens".to_owned(),
            ));
        }
        let place = text.problem(word.span(), String::new(), String::new());
        let place = format!("catalog/{}:{}", place.file, place.line);
        if let Some(first) = self.ids.insert((what, id.clone()), place) {
            self.problems.push(text.problem(
                word.span(),
                format!("{what} `{id}` is defined twice"),
                format!("the other definition is at {first}"),
            ));
        }
    }

    fn condition(&mut self, authored: Option<&toml::Spanned<shapes::Condition>>, text: &Text) -> Condition {
        authored.map_or_else(Condition::always, |authored| {
            conditions::resolve(authored, &self.names, text, &mut self.problems)
        })
    }

    fn choice(&mut self, what: &str, word: &Word, choices: Choices, text: &Text) -> &'static str {
        match choices.iter().find(|(id, _)| id == word.get_ref()) {
            Some((_, variant)) => variant,
            None => {
                let known = choices.iter().map(|(id, _)| *id);
                self.problems.push(unknown(what, word, known, text));
                choices.first().map_or("", |(_, variant)| variant)
            }
        }
    }
}
