//! The list of rules with their words: the whole engine, open to reading.

use serde::Serialize;

use super::{place_text, reference_url, value_words};
use crate::catalog::{Catalog, Condition, Date, Derogation, Legal, Rule, Texts, WordingKey};

/// One rule or derogation with its words.
#[derive(Clone, Debug, Serialize)]
pub struct RuleRecord {
    /// Stable id.
    pub id: &'static str,
    /// Short name, where it has one.
    pub name: Option<String>,
    /// What it says when it holds.
    pub because: String,
    /// `rule`, `derogation` or `outside`.
    pub kind: &'static str,
    /// The tier it leads to, or that remains under the derogation.
    pub tier: Option<&'static str>,
    /// The derogation that may lower it.
    pub derogation: Option<&'static str>,
    /// The rule whose point it explains a use to be outside of.
    pub outside_of: Option<&'static str>,
    /// Flags it raises.
    pub flags: Vec<&'static str>,
    /// Its condition.
    pub when: ConditionRecord,
    /// Where it stands.
    pub references: Vec<PlaceRecord>,
    /// How firm it is.
    pub basis: &'static str,
    /// First day on which it is part of the law.
    pub in_force: String,
    /// First day on which it no longer is.
    pub until: Option<String>,
    /// When its duties start, under the text in force on the day asked for.
    pub applies_from: Option<String>,
}

/// A place in a document.
#[derive(Clone, Debug, Serialize)]
pub struct PlaceRecord {
    /// As it is shown.
    pub text: String,
    /// Its address.
    pub url: Option<String>,
}

/// A condition with the words of its questions and answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ConditionRecord {
    /// Every part holds.
    All(Vec<ConditionRecord>),
    /// At least one part holds.
    Any(Vec<ConditionRecord>),
    /// The part does not hold.
    Not(Box<ConditionRecord>),
    /// The fact has one of the values.
    Is {
        /// Id of the fact.
        fact: &'static str,
        /// Its question.
        question: String,
        /// Value ids.
        values: Vec<&'static str>,
        /// Their words.
        answers: Vec<String>,
    },
    /// The named condition holds.
    Term {
        /// Its id.
        term: &'static str,
        /// What it says.
        words: String,
    },
}

/// A named condition.
#[derive(Clone, Debug, Serialize)]
pub struct TermRecord {
    /// Stable id.
    pub id: &'static str,
    /// What it says.
    pub words: String,
    /// Its condition.
    pub when: ConditionRecord,
}

/// Every rule and derogation, in the order of the catalogue; places as in the text in force on `as_of`.
pub fn rule_records(catalog: &'static Catalog, texts: &dyn Texts, as_of: Date) -> Vec<RuleRecord> {
    let lister = Lister {
        catalog,
        texts,
        as_of,
    };
    let rules = catalog.rules.iter().map(|rule| lister.rule(rule));
    let derogations = catalog.derogations.iter().map(|rule| lister.derogation(rule));
    derogations.chain(rules).collect()
}

/// Every named condition, in the order of the catalogue.
pub fn term_records(catalog: &'static Catalog, texts: &dyn Texts, as_of: Date) -> Vec<TermRecord> {
    let lister = Lister {
        catalog,
        texts,
        as_of,
    };
    let terms = catalog.terms.iter().map(|term| TermRecord {
        id: term.id,
        words: lister.term_words(term.id),
        when: lister.condition(&term.when),
    });
    terms.collect()
}

struct Lister<'a> {
    catalog: &'static Catalog,
    texts: &'a dyn Texts,
    as_of: Date,
}

impl Lister<'_> {
    fn rule(&self, rule: &'static Rule) -> RuleRecord {
        let derogation = rule
            .derogation
            .and_then(|index| self.catalog.derogations.get(usize::from(index)));
        let target = rule
            .outside_of
            .and_then(|index| self.catalog.rules.get(usize::from(index)));
        RuleRecord {
            kind: if target.is_some() { "outside" } else { "rule" },
            tier: rule.tier.map(|tier| tier.id()),
            derogation: derogation.map(|derogation| derogation.id),
            outside_of: target.map(|target| target.id),
            ..self.record(rule.id, &rule.when, rule.flags, &rule.legal)
        }
    }

    fn derogation(&self, rule: &'static Derogation) -> RuleRecord {
        RuleRecord {
            kind: "derogation",
            tier: Some(rule.to.id()),
            ..self.record(rule.id, &rule.when, rule.flags, &rule.legal)
        }
    }

    fn record(&self, id: &'static str, when: &Condition, flags: &[u16], legal: &Legal) -> RuleRecord {
        let text = |part: &str| {
            self.texts
                .text(&WordingKey::part("rule", id, part))
                .map(str::to_owned)
        };
        let milestone = legal
            .milestone
            .and_then(|index| self.catalog.milestones.get(usize::from(index)));
        RuleRecord {
            id,
            name: text("name"),
            because: text("because").unwrap_or_default(),
            kind: "rule",
            tier: None,
            derogation: None,
            outside_of: None,
            flags: flags
                .iter()
                .filter_map(|flag| self.catalog.flags.get(usize::from(*flag)).copied())
                .collect(),
            when: self.condition(when),
            references: legal
                .references
                .iter()
                .map(|place| PlaceRecord {
                    text: place_text(self.catalog, place, self.as_of, self.texts),
                    url: reference_url(self.catalog, place, self.as_of, self.texts),
                })
                .collect(),
            basis: legal.basis.id(),
            in_force: legal.in_force.from.to_string(),
            until: legal.in_force.until.map(|until| until.to_string()),
            applies_from: milestone
                .and_then(|milestone| milestone.as_of(self.as_of))
                .map(|date| date.to_string()),
        }
    }

    fn condition(&self, condition: &Condition) -> ConditionRecord {
        let list = |parts: &[Condition]| parts.iter().map(|part| self.condition(part)).collect();
        match condition {
            Condition::All(parts) => ConditionRecord::All(list(parts)),
            Condition::Any(parts) => ConditionRecord::Any(list(parts)),
            Condition::Not(part) => ConditionRecord::Not(Box::new(self.condition(part))),
            Condition::Is { fact, values } => match self.catalog.facts.get(usize::from(*fact)) {
                Some(fact) => ConditionRecord::Is {
                    fact: fact.id,
                    question: self
                        .texts
                        .text(&WordingKey::fact(fact.id, "question"))
                        .unwrap_or_default()
                        .to_owned(),
                    values: fact.value_ids(*values).collect(),
                    answers: fact
                        .value_ids(*values)
                        .map(|id| value_words(fact, id, self.texts))
                        .collect(),
                },
                None => ConditionRecord::Any(Vec::new()),
            },
            Condition::Term(index) => {
                let id = self
                    .catalog
                    .terms
                    .get(usize::from(*index))
                    .map_or("", |term| term.id);
                ConditionRecord::Term {
                    term: id,
                    words: self.term_words(id),
                }
            }
        }
    }

    fn term_words(&self, id: &str) -> String {
        self.texts
            .text(&WordingKey::name("term", id))
            .unwrap_or(id)
            .to_owned()
    }
}
