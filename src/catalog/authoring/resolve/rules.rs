//! Terms, derogations and rules.

use super::super::conditions::{self, Atom, Condition, unknown};
use super::super::problem::Text;
use super::super::shapes::{self, Word};
use super::super::source::Authored;
use super::choices::{BASES, TIERS};
use super::{Legal, Resolved, Resolver, Rule};

impl Resolver {
    pub(super) fn rules(&mut self, authored: &Authored, out: &mut Resolved) {
        for file in &authored.rules {
            for term in &file.content.term {
                let when = conditions::resolve(&term.when, &self.names, &file.text, &mut self.problems);
                out.terms.push((term.id.get_ref().clone(), when));
            }
            for derogation in &file.content.derogation {
                self.define("rule", &derogation.id, &file.text);
                let rule = Rule {
                    id: derogation.id.get_ref().clone(),
                    when: conditions::resolve(&derogation.when, &self.names, &file.text, &mut self.problems),
                    tier: Some(self.choice("tier", &derogation.to, TIERS, &file.text)),
                    derogation: None,
                    flags: self.flags(&derogation.flags, out),
                    adds_roles: 0,
                    outside_of: None,
                    extra: false,
                    legal: self.legal(&derogation.id, &derogation.legal(), out, &file.text),
                };
                out.derogations.push(rule);
            }
        }
        for file in &authored.rules {
            let within = self.condition(file.content.within.as_ref(), &file.text);
            for rule in &file.content.rule {
                self.define("rule", &rule.id, &file.text);
                let own = conditions::resolve(&rule.when, &self.names, &file.text, &mut self.problems);
                let tier = rule
                    .tier
                    .as_ref()
                    .map(|word| self.choice("tier", word, TIERS, &file.text));
                let outcomes = !rule.flags.is_empty() || !rule.adds_roles.is_empty();
                let says = rule.outside_of.is_some() || rule.milestone.is_some();
                if tier.is_none() && !outcomes && !says {
                    self.problems.push(file.text.problem(
                        rule.id.span(),
                        format!("rule `{}` has no outcome", rule.id.get_ref()),
                        "give it `tier`, `flags`, `adds_roles`, `outside_of` or `milestone`".to_owned(),
                    ));
                }
                if tier.is_some() && rule.outside_of.is_some() {
                    self.problems.push(file.text.problem(
                        rule.id.span(),
                        format!("rule `{}` has a tier and is outside of a rule", rule.id.get_ref()),
                        "a rule that explains why a use is outside leads to no tier".to_owned(),
                    ));
                }
                let derogation = rule.derogation.as_ref().and_then(|word| {
                    let found = out
                        .derogations
                        .iter()
                        .position(|known| known.id == *word.get_ref());
                    if found.is_none() {
                        let known = out.derogations.iter().map(|known| known.id.as_str());
                        self.problems.push(unknown("derogation", word, known, &file.text));
                    }
                    found
                });
                let order = |variant: &str| TIERS.iter().position(|(_, known)| *known == variant);
                let to = derogation
                    .and_then(|index| out.derogations.get(index))
                    .and_then(|known| known.tier);
                if to.is_some_and(|to| tier.is_none_or(|tier| order(to) >= order(tier))) {
                    self.problems.push(file.text.problem(
                        rule.id.span(),
                        format!(
                            "the derogation of rule `{}` does not lower its tier",
                            rule.id.get_ref()
                        ),
                        "a derogation leads to a lower tier than the rule".to_owned(),
                    ));
                }
                let rule = Rule {
                    id: rule.id.get_ref().clone(),
                    when: within.clone().and(own),
                    tier,
                    derogation,
                    flags: self.flags(&rule.flags, out),
                    adds_roles: 0,
                    outside_of: None,
                    extra: false,
                    legal: self.legal(&rule.id, &rule.legal(), out, &file.text),
                };
                out.rules.push(rule);
            }
        }
    }

    pub(super) fn rule_roles(&mut self, authored: &Authored, out: &mut Resolved) {
        let authored_rules = authored
            .rules
            .iter()
            .flat_map(|file| file.content.rule.iter().map(move |rule| (rule, &file.text)));
        for (number, (rule, text)) in authored_rules.enumerate() {
            let mask = self.role_mask(&rule.adds_roles, out, text);
            if let Some(slot) = out.rules.get_mut(number) {
                slot.adds_roles = mask;
            }
        }
    }

    pub(super) fn outside_of(&mut self, authored: &Authored, out: &mut Resolved) {
        let authored_rules = authored
            .rules
            .iter()
            .flat_map(|file| file.content.rule.iter().map(move |rule| (rule, &file.text)));
        for (number, (rule, text)) in authored_rules.enumerate() {
            let Some(word) = &rule.outside_of else {
                continue;
            };
            // The engine decides rules in order, so the point must come first.
            let found = out
                .rules
                .iter()
                .take(number)
                .position(|known| known.id == *word.get_ref());
            if found.is_none() {
                let known = out.rules.iter().take(number).map(|known| known.id.as_str());
                self.problems.push(unknown("earlier rule", word, known, text));
            }
            if let Some(slot) = out.rules.get_mut(number) {
                slot.outside_of = found;
            }
        }
    }

    /// Marks the rules that wait for a fact of the extra part, in terms as well.
    pub(super) fn extra(out: &mut Resolved) {
        let extra_fact: Vec<bool> = out.facts.iter().map(|fact| fact.part == "Extra").collect();
        let mut extra_term: Vec<bool> = vec![false; out.terms.len()];
        // Terms may rest on later terms: as many passes as there are terms reach all of them.
        for _ in 0..out.terms.len() {
            extra_term = out
                .terms
                .iter()
                .map(|(_, when)| rests_on(when, &extra_fact, &extra_term))
                .collect();
        }
        for rule in &mut out.rules {
            rule.extra = rests_on(&rule.when, &extra_fact, &extra_term);
        }
    }

    pub(super) fn role_mask(&mut self, words: &[Word], out: &Resolved, text: &Text) -> u32 {
        let known = out
            .facts
            .get(out.special.roles)
            .map_or(&[][..], |fact| fact.values.as_slice());
        let mut mask = 0;
        for word in words {
            match known.iter().position(|id| id == word.get_ref()) {
                Some(bit) => mask |= 1 << bit,
                None => self
                    .problems
                    .push(unknown("role", word, known.iter().map(String::as_str), text)),
            }
        }
        mask
    }

    pub(super) fn flags(&mut self, words: &[Word], out: &mut Resolved) -> Vec<usize> {
        words
            .iter()
            .map(|word| {
                out.flags
                    .iter()
                    .position(|flag| flag == word.get_ref())
                    .unwrap_or_else(|| {
                        out.flags.push(word.get_ref().clone());
                        out.flags.len() - 1
                    })
            })
            .collect()
    }

    /// Where an entry stands in the law; whatever it does not say is a problem.
    pub(super) fn legal(
        &mut self,
        id: &Word,
        authored: &shapes::Legal<'_>,
        out: &Resolved,
        text: &Text,
    ) -> Legal {
        Legal {
            references: self.references(id, authored.references, out, text),
            basis: self.basis(id, authored.basis, text),
            in_force: self.in_force(id, authored.in_force, text),
            until: authored.until.map(|word| self.date(word, text)),
            milestone: self.milestone(authored.milestone, out, text),
        }
    }

    fn references(
        &mut self,
        id: &Word,
        references: &[shapes::Reference],
        out: &Resolved,
        text: &Text,
    ) -> Vec<(usize, String, String)> {
        if references.is_empty() {
            self.problems.push(text.problem(
                id.span(),
                format!("rule `{}` has no reference", id.get_ref()),
                "add `references = [{ source = \"...\", at = \"Art ...\" }]`".to_owned(),
            ));
        }
        references
            .iter()
            .filter_map(|reference| {
                let source = self.source(&reference.source, out, text)?;
                Some((source, reference.at.clone(), reference.anchor.clone()))
            })
            .collect()
    }

    fn basis(&mut self, id: &Word, word: Option<&Word>, text: &Text) -> &'static str {
        match word {
            Some(word) => self.choice("basis", word, BASES, text),
            None => {
                self.problems.push(text.problem(
                    id.span(),
                    format!("rule `{}` does not say what it is based on", id.get_ref()),
                    "add `basis = \"law\"`, or guideline, draft-guideline, own-judgement".to_owned(),
                ));
                ""
            }
        }
    }

    fn in_force(&mut self, id: &Word, word: Option<&Word>, text: &Text) -> u32 {
        match word {
            Some(word) => self.date(word, text),
            None => {
                self.problems.push(
                    text.problem(
                        id.span(),
                        format!("rule `{}` has no date", id.get_ref()),
                        "add `in_force = \"YYYY-MM-DD\"`, the first day on which it is part of the law"
                            .to_owned(),
                    ),
                );
                0
            }
        }
    }
}

fn rests_on(when: &Condition, facts: &[bool], terms: &[bool]) -> bool {
    let mut found = false;
    when.atoms(&mut |atom| {
        found |= match atom {
            Atom::Fact(fact, _) => facts.get(fact).copied(),
            Atom::Term(term) => terms.get(term).copied(),
        }
        .unwrap_or(false);
    });
    found
}
