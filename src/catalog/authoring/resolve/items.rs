//! Checklist items and how tiers tailor them.

use super::super::conditions::unknown;
use super::super::problem::{Problem, Text, did_you_mean};
use super::super::shapes;
use super::super::source::{Authored, File};
use super::choices::{BASES, DEPTHS, FITS, ITEM_KINDS, PHASES, STAGES, TIERS};
use super::{Item, Resolved, Resolver, Tailoring};

impl Resolver {
    pub(super) fn items(&mut self, authored: &Authored, out: &mut Resolved) {
        let owners: Vec<&str> = authored
            .owners
            .content
            .owner
            .iter()
            .map(|owner| owner.id.get_ref().as_str())
            .collect();
        for owner in &authored.owners.content.owner {
            self.define("owner", &owner.id, &authored.owners.text);
        }
        for file in &authored.checklist {
            let kind = self.choice("kind of item", &file.content.kind, ITEM_KINDS, &file.text);
            for item in &file.content.item {
                let resolved = self.item(item, kind, &owners, out, &file.text);
                out.items.push(resolved);
            }
        }
    }

    pub(super) fn item(
        &mut self,
        item: &shapes::Item,
        kind: &'static str,
        owners: &[&str],
        out: &Resolved,
        text: &Text,
    ) -> Item {
        self.define("item", &item.id, text);
        if !owners.contains(&item.owner.get_ref().as_str()) {
            self.problems
                .push(unknown("owner", &item.owner, owners.iter().copied(), text));
        }
        if kind == "Control" && item.role.is_none() {
            self.problems.push(text.problem(
                item.id.span(),
                format!("control `{}` has no `role` table", item.id.get_ref()),
                "say how it fits provider, deployer and user".to_owned(),
            ));
        }
        for word in item.rules.iter().chain(&item.dated_by) {
            let known = || {
                out.rules
                    .iter()
                    .chain(&out.derogations)
                    .map(|rule| rule.id.as_str())
            };
            if !known().any(|id| id == word.get_ref()) {
                self.problems.push(unknown("rule", word, known(), text));
            }
        }
        // `tier` and `rule` stand for the date of the tier, or of the rule that put the item on the list.
        if let Some(word) = item
            .milestone
            .as_ref()
            .filter(|word| !["tier", "rule"].contains(&word.get_ref().as_str()))
        {
            self.milestone(Some(word), out, text);
        }
        let certificates = out
            .facts
            .get(out.special.certificates)
            .map_or(&[][..], |fact| fact.values.as_slice());
        let mut reuse = Vec::new();
        for (id, percent) in &item.reuse {
            if !certificates.contains(id) {
                self.problems.push(text.problem(
                    percent.span(),
                    format!("`{id}` is not a certificate of the catalogue"),
                    did_you_mean(id, certificates.iter().map(String::as_str)),
                ));
            }
            if *percent.get_ref() > 100 {
                self.problems.push(text.problem(
                    percent.span(),
                    format!(
                        "reuse `{id} = {}` is more than all of the effort",
                        percent.get_ref()
                    ),
                    "write a percentage from 1 to 100".to_owned(),
                ));
            }
            reuse.push((id.clone(), *percent.get_ref()));
        }
        let priority = [
            &item.priority.high,
            &item.priority.limited,
            &item.priority.minimal,
        ];
        for level in priority {
            if !(1..=3).contains(level.get_ref()) {
                self.problems.push(text.problem(
                    level.span(),
                    format!("priority {} is not 1, 2 or 3", level.get_ref()),
                    "1 first, 2 next, 3 later".to_owned(),
                ));
            }
        }
        Item {
            id: item.id.get_ref().clone(),
            reference: item
                .reference
                .clone()
                .unwrap_or_else(|| item.id.get_ref().clone()),
            title: item.title.clone(),
            kind,
            group: item.group.get_ref().clone(),
            phase: self.choice("phase", &item.phase, PHASES, text),
            owner: item.owner.get_ref().clone(),
            documented: item.document.as_ref().is_some_and(|word| {
                self.choice(
                    "document",
                    word,
                    &[("mandatory", "yes"), ("expected", "no")],
                    text,
                ) == "yes"
            }),
            effort: item.effort.as_ref().map(|effort| {
                [&effort.small, &effort.medium, &effort.large].map(|days| self.half_days(days, text))
            }),
            reuse,
            role_fit: item.role.as_ref().map_or([("Applicable", "Light"); 3], |fit| {
                [&fit.provider, &fit.deployer, &fit.user].map(|word| {
                    let depth = if word.get_ref() == "applicable" {
                        "Standard"
                    } else {
                        "Light"
                    };
                    (self.choice("fit", word, FITS, text), depth)
                })
            }),
            per_system: item.per.as_ref().is_some_and(|word| {
                self.choice(
                    "kind of repetition",
                    word,
                    &[("system", "yes"), ("organisation", "no")],
                    text,
                ) == "yes"
            }),
            sectors: item.sectors.iter().fold(0, |mask, word| {
                mask | 1 << self.value(out, out.special.sectors, word, text)
            }),
            when: self.optional_condition(item.when.as_ref(), text),
            links: item.links.iter().map(|word| word.get_ref().clone()).collect(),
            confirmed: item.confirmed.unwrap_or(true),
            stages: item
                .stages
                .iter()
                .map(|word| self.choice("stage", word, STAGES, text))
                .collect(),
            tiers: item.tiers.iter().fold(0, |mask, word| {
                self.choice("tier", word, TIERS, text);
                let bit = TIERS.iter().position(|(id, _)| id == word.get_ref()).unwrap_or(0);
                mask | 1 << bit
            }),
            roles: self.role_mask(&item.roles, out, text),
            because: item.rules.iter().map(|word| word.get_ref().clone()).collect(),
            dated_by: item.dated_by.iter().map(|word| word.get_ref().clone()).collect(),
            milestone: item.milestone.as_ref().map(|word| word.get_ref().clone()),
            basis: item
                .basis
                .as_ref()
                .map_or("OwnJudgement", |word| self.choice("basis", word, BASES, text)),
            priority: priority.map(|level| *level.get_ref()),
        }
    }

    /// An item may make later ones concrete, so its links are checked when all are known.
    pub(super) fn links(&mut self, authored: &Authored, out: &Resolved) {
        for file in &authored.checklist {
            for word in file.content.item.iter().flat_map(|item| &item.links) {
                if !out.items.iter().any(|item| item.id == *word.get_ref()) {
                    let known = out.items.iter().map(|item| item.id.as_str());
                    self.problems.push(unknown("item", word, known, &file.text));
                }
            }
        }
    }

    pub(super) fn half_days(&mut self, days: &toml::Spanned<(f64, f64)>, text: &Text) -> [u16; 2] {
        let (low, high) = *days.get_ref();
        let halves = [low * 2.0, high * 2.0];
        if low > high
            || halves
                .iter()
                .any(|half| half.fract() != 0.0 || !(0.0..=2000.0).contains(half))
        {
            self.problems.push(text.problem(
                days.span(),
                format!("effort {low} to {high} is not a range of whole or half days"),
                "write [low, high] in person-days, halves allowed".to_owned(),
            ));
        }
        halves.map(|half| half as u16)
    }

    pub(super) fn tailoring(&mut self, file: &File<shapes::Tailorings>, out: &mut Resolved) {
        for tailoring in &file.content.tailoring {
            for word in &tailoring.emphasised {
                if !out.items.iter().any(|item| item.id == *word.get_ref()) {
                    let known = out.items.iter().map(|item| item.id.as_str());
                    self.problems.push(unknown("item", word, known, &file.text));
                }
            }
            let depth = self.choice("depth", &tailoring.depth, DEPTHS, &file.text);
            out.tailoring.push(Tailoring {
                tier: self.choice("tier", &tailoring.tier, TIERS, &file.text),
                conditional_applies: tailoring.conditional_applies,
                depth,
                emphasised: tailoring
                    .emphasised
                    .iter()
                    .map(|word| word.get_ref().clone())
                    .collect(),
                emphasis: tailoring
                    .emphasis
                    .as_ref()
                    .map_or(depth, |word| self.choice("depth", word, DEPTHS, &file.text)),
                wording: match self.choice(
                    "wording",
                    &tailoring.wording,
                    &[("high", "0"), ("limited", "1"), ("minimal", "2")],
                    &file.text,
                ) {
                    "0" => 0,
                    "1" => 1,
                    _ => 2,
                },
            });
        }
        for (id, variant) in TIERS {
            if out
                .tailoring
                .iter()
                .filter(|known| known.tier == *variant)
                .count()
                != 1
            {
                self.problems.push(Problem {
                    file: file.text.file.clone(),
                    line: 0,
                    message: format!("tier `{id}` needs exactly one `[[tailoring]]` entry"),
                    hint: "every tier says how it changes the controls".to_owned(),
                });
            }
        }
    }
}
