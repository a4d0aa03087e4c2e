//! Turns names into numbers and words into typed values: the authored catalogue becomes total.

use std::collections::BTreeMap;

use super::conditions::{self, Condition, Names, unknown};
use super::problem::{Problem, Text, did_you_mean};
use super::shapes::{self, Word};
use super::source::{Authored, File};

/// The catalogue with all names resolved; lists keep the authored order.
#[derive(Debug, Default)]
pub struct Resolved {
    pub id: String,
    pub version: String,
    pub texts: Vec<(u32, usize)>,
    pub sources: Vec<Source>,
    pub milestones: Vec<(String, Vec<(u32, u32)>)>,
    pub facts: Vec<Fact>,
    pub terms: Vec<(String, Condition)>,
    pub schedule: Vec<Step>,
    pub derogations: Vec<Rule>,
    pub rules: Vec<Rule>,
    pub flags: Vec<String>,
    pub items: Vec<Item>,
    pub tailoring: Vec<Tailoring>,
    pub special: Special,
}

#[derive(Debug)]
pub struct Source {
    pub id: String,
    pub short: String,
    pub title: String,
    pub url: String,
    pub kind: &'static str,
    pub date: u32,
}

#[derive(Debug)]
pub struct Fact {
    pub id: String,
    pub kind: &'static str,
    pub values: Vec<String>,
    pub ask_when: Condition,
    pub part: &'static str,
    pub topic: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Fact(usize),
    Term(usize),
}

/// A rule, or a derogation (whose `tier` is the tier that remains).
#[derive(Debug)]
pub struct Rule {
    pub id: String,
    pub when: Condition,
    pub tier: Option<&'static str>,
    pub derogation: Option<usize>,
    pub flags: Vec<usize>,
    pub adds_roles: u32,
    pub references: Vec<(usize, String, String)>,
    pub basis: &'static str,
    pub in_force: u32,
    pub until: Option<u32>,
    pub milestone: Option<usize>,
}

#[derive(Debug)]
pub struct Item {
    pub id: String,
    pub reference: String,
    pub title: String,
    pub kind: &'static str,
    pub group: String,
    pub phase: &'static str,
    pub owner: String,
    pub documented: bool,
    pub effort: Option<[[u16; 2]; 3]>,
    pub reuse: Vec<(String, u8)>,
    pub role_fit: [(&'static str, &'static str); 3],
    pub stages: Vec<&'static str>,
    pub tiers: u8,
    pub roles: u32,
    pub because: Vec<String>,
    pub milestone: Option<String>,
    pub basis: &'static str,
    pub priority: [u8; 3],
}

#[derive(Debug)]
pub struct Tailoring {
    pub tier: &'static str,
    pub conditional_applies: bool,
    pub depth: &'static str,
    pub emphasised: Vec<String>,
    pub emphasis: &'static str,
    pub wording: u8,
}

#[derive(Debug, Default)]
pub struct Special {
    pub roles: usize,
    pub provider: usize,
    pub deployer: usize,
    pub sectors: usize,
    pub size: usize,
    pub sizes: Vec<&'static str>,
    pub certificates: usize,
    pub off_the_shelf: usize,
    pub in_scope: usize,
}

type Choices = &'static [(&'static str, &'static str)];

/// Tier ids, lowest first, with the name of the variant.
pub const TIERS: Choices = &[
    ("out-of-scope", "OutOfScope"),
    ("minimal", "Minimal"),
    ("limited", "Limited"),
    ("exempt", "Exempt"),
    ("high-sectoral", "HighSectoral"),
    ("high", "High"),
    ("prohibited", "Prohibited"),
];
const KINDS: Choices = &[("yes-no", "YesNo"), ("one", "One"), ("many", "Many")];
const PARTS: Choices = &[("classify", "Classify"), ("checklist", "Checklist")];
const BASES: Choices = &[
    ("law", "Law"),
    ("guideline", "Guideline"),
    ("draft-guideline", "DraftGuideline"),
    ("own-judgement", "OwnJudgement"),
];
const SOURCE_KINDS: Choices = &[
    ("law", "Law"),
    ("guideline", "Guideline"),
    ("draft-guideline", "DraftGuideline"),
    ("standard", "Standard"),
];
const ITEM_KINDS: Choices = &[("clause", "Clause"), ("control", "Control"), ("act", "Act")];
const PHASES: Choices = &[("plan", "Plan"), ("do", "Do"), ("check", "Check"), ("act", "Act")];
const DEPTHS: Choices = &[("light", "Light"), ("standard", "Standard"), ("full", "Full")];
const SIZES: Choices = &[("small", "Small"), ("medium", "Medium"), ("large", "Large")];
const FITS: Choices = &[
    ("applicable", "Applicable"),
    ("conditional", "Conditional"),
    ("light", "Applicable"),
    ("excludable", "Excludable"),
];
const STAGES: Choices = &[
    ("organisation", "Organisation"),
    ("inception", "Inception"),
    ("design", "Design"),
    ("validation", "Validation"),
    ("deployment", "Deployment"),
    ("operation", "Operation"),
    ("continuous-validation", "ContinuousValidation"),
    ("re-evaluation", "ReEvaluation"),
    ("retirement", "Retirement"),
];

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
        self.items(authored, &mut out);
        self.tailoring(&authored.tailoring, &mut out);
        if self.problems.is_empty() {
            self.schedule(authored, &mut out);
        }
        out
    }

    fn sources(&mut self, file: &File<shapes::Sources>, out: &mut Resolved) {
        for source in &file.content.source {
            self.define("source", &source.id, &file.text);
            let kind = self.choice("kind of source", &source.kind, SOURCE_KINDS, &file.text);
            let date = self.date(&source.date, &file.text);
            if !source.url.get_ref().starts_with("https://") {
                self.problems.push(file.text.problem(
                    source.url.span(),
                    "a source needs an https address".to_owned(),
                    "use the official page of the document".to_owned(),
                ));
            }
            out.sources.push(Source {
                id: source.id.get_ref().clone(),
                short: source.short.clone(),
                title: source.title.clone(),
                url: source.url.get_ref().clone(),
                kind,
                date,
            });
        }
        for law in &file.content.text {
            let from = self.date(&law.from, &file.text);
            if let Some(source) = self.source(&law.source, out, &file.text) {
                out.texts.push((from, source));
            }
        }
        if out.texts.is_empty() || !out.texts.is_sorted_by(|a, b| a.0 < b.0) {
            self.problems.push(file.text.problem(
                0..0,
                "`[[text]]` entries must be there, oldest first".to_owned(),
                "each entry is a version of the Act and the day from which it is in force".to_owned(),
            ));
        }
    }

    fn milestones(&mut self, file: &File<shapes::Milestones>, out: &mut Resolved) {
        for milestone in &file.content.milestone {
            self.define("milestone", &milestone.id, &file.text);
            self.source(&milestone.reference.source, out, &file.text);
            let history: Vec<_> = milestone
                .history
                .iter()
                .map(|entry| {
                    (
                        self.date(&entry.from, &file.text),
                        self.date(&entry.value, &file.text),
                    )
                })
                .collect();
            if history.is_empty() || !history.is_sorted_by(|a, b| a.0 < b.0) {
                self.problems.push(file.text.problem(
                    milestone.id.span(),
                    format!(
                        "the history of milestone `{}` is empty or out of order",
                        milestone.id.get_ref()
                    ),
                    "list what each version of the law says, oldest first".to_owned(),
                ));
            }
            out.milestones.push((milestone.id.get_ref().clone(), history));
        }
    }

    /// Makes all fact and term ids known before any condition is read.
    fn declare(&mut self, authored: &Authored) {
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

    fn check_values(&mut self, fact: &shapes::Fact, values: &[String], text: &Text) {
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

    fn facts(&mut self, authored: &Authored, out: &mut Resolved) {
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

    fn rules(&mut self, authored: &Authored, out: &mut Resolved) {
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
                    references: self.references(&derogation.id, &derogation.references, out, &file.text),
                    basis: self.basis(&derogation.id, derogation.basis.as_ref(), &file.text),
                    in_force: self.in_force(&derogation.id, derogation.in_force.as_ref(), &file.text),
                    until: derogation.until.as_ref().map(|word| self.date(word, &file.text)),
                    milestone: self.milestone(derogation.milestone.as_ref(), out, &file.text),
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
                if tier.is_none() && rule.flags.is_empty() && rule.adds_roles.is_empty() {
                    self.problems.push(file.text.problem(
                        rule.id.span(),
                        format!("rule `{}` has no outcome", rule.id.get_ref()),
                        "give it `tier`, `flags` or `adds_roles`".to_owned(),
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
                let rule = Rule {
                    id: rule.id.get_ref().clone(),
                    when: within.clone().and(own),
                    tier,
                    derogation,
                    flags: self.flags(&rule.flags, out),
                    adds_roles: 0,
                    references: self.references(&rule.id, &rule.references, out, &file.text),
                    basis: self.basis(&rule.id, rule.basis.as_ref(), &file.text),
                    in_force: self.in_force(&rule.id, rule.in_force.as_ref(), &file.text),
                    until: rule.until.as_ref().map(|word| self.date(word, &file.text)),
                    milestone: self.milestone(rule.milestone.as_ref(), out, &file.text),
                };
                out.rules.push(rule);
            }
        }
    }

    /// Roles that rules add; read after the roles fact is known.
    fn rule_roles(&mut self, authored: &Authored, out: &mut Resolved) {
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

    fn role_mask(&mut self, words: &[Word], out: &Resolved, text: &Text) -> u32 {
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

    fn special(&mut self, authored: &Authored, out: &mut Resolved) {
        let special = &authored.identity.content.special;
        let text = &authored.identity.text;
        out.special.roles = self.fact(&special.roles, text);
        out.special.provider = self.value(out, out.special.roles, &special.provider, text);
        out.special.deployer = self.value(out, out.special.roles, &special.deployer, text);
        out.special.sectors = self.fact(&special.sectors, text);
        out.special.size = self.fact(&special.size, text);
        out.special.sizes = special
            .sizes
            .iter()
            .map(|word| self.choice("size", word, SIZES, text))
            .collect();
        let values = out
            .facts
            .get(out.special.size)
            .map_or(0, |fact| fact.values.len());
        if values != out.special.sizes.len() {
            self.problems.push(text.problem(
                special.size.span(),
                format!(
                    "`sizes` names {} bands for {values} values",
                    out.special.sizes.len()
                ),
                "give one of small, medium, large for each value of the size fact".to_owned(),
            ));
        }
        out.special.certificates = self.fact(&special.certificates, text);
        out.special.off_the_shelf = self.fact(&special.off_the_shelf, text);
        match self.names.terms.get(special.in_scope.get_ref()) {
            Some(term) => out.special.in_scope = *term,
            None => {
                let known = self.names.terms.keys().map(String::as_str);
                self.problems
                    .push(unknown("term", &special.in_scope, known, text));
            }
        }
    }

    fn items(&mut self, authored: &Authored, out: &mut Resolved) {
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

    fn item(
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
        for word in &item.rules {
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
        // "high" stands for the date of the route that made the system high-risk.
        if let Some(word) = item.milestone.as_ref().filter(|word| word.get_ref() != "high") {
            self.milestone(Some(word), out, text);
        }
        let certificates = out
            .facts
            .get(out.special.certificates)
            .map_or(&[][..], |fact| fact.values.as_slice());
        let mut reuse = Vec::new();
        for (id, percent) in &item.reuse {
            if !certificates.contains(id) || *percent.get_ref() > 100 {
                self.problems.push(text.problem(
                    percent.span(),
                    format!(
                        "reuse `{id} = {}` is not a known certificate and a percentage",
                        percent.get_ref()
                    ),
                    did_you_mean(id, certificates.iter().map(String::as_str)),
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
            milestone: item.milestone.as_ref().map(|word| word.get_ref().clone()),
            basis: item
                .basis
                .as_ref()
                .map_or("OwnJudgement", |word| self.choice("basis", word, BASES, text)),
            priority: priority.map(|level| *level.get_ref()),
        }
    }

    fn half_days(&mut self, days: &toml::Spanned<(f64, f64)>, text: &Text) -> [u16; 2] {
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

    fn tailoring(&mut self, file: &File<shapes::Tailorings>, out: &mut Resolved) {
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
                self.problems.push(file.text.problem(
                    0..0,
                    format!("tier `{id}` needs exactly one `[[tailoring]]` entry"),
                    "every tier says how it changes the controls".to_owned(),
                ));
            }
        }
    }

    /// An order in which each fact and term comes after what it depends on.
    fn schedule(&mut self, authored: &Authored, out: &mut Resolved) {
        let mut state = vec![false; out.terms.len()];
        let mut steps = Vec::new();
        let places = authored
            .facts
            .iter()
            .flat_map(|file| file.content.fact.iter().map(move |fact| (fact, &file.text)));
        for (number, (authored_fact, text)) in places.enumerate() {
            let Some(fact) = out.facts.get(number) else {
                continue;
            };
            let known = steps.len();
            let mut late = Vec::new();
            visit(&fact.ask_when, out, number, &mut state, &mut steps, &mut late, 0);
            if let Some(other) = late.first() {
                steps.truncate(known);
                self.problems.push(text.problem(
                    authored_fact.id.span(),
                    format!(
                        "fact `{}` is asked when `{other}` is answered, which comes later",
                        fact.id
                    ),
                    "a fact may depend only on facts above it; move one of them".to_owned(),
                ));
            }
            steps.push(Step::Fact(number));
        }
        for term in 0..out.terms.len() {
            let mut late = Vec::new();
            visit(
                &Condition::Term(term),
                out,
                out.facts.len(),
                &mut state,
                &mut steps,
                &mut late,
                0,
            );
            if !late.is_empty() {
                self.problems.push(Problem {
                    file: "rules".to_owned(),
                    line: 0,
                    message: format!("terms depend on each other in a circle: `{}`", late.join("`, `")),
                    hint: "break the circle".to_owned(),
                });
            }
        }
        out.schedule = steps;
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

    fn date(&mut self, word: &Word, text: &Text) -> u32 {
        let digits: String = word.get_ref().split('-').collect();
        let number = digits.parse().unwrap_or(0);
        let (month, day) = (number / 100 % 100, number % 100);
        let shape = word.get_ref().len() == 10 && digits.len() == 8;
        if !shape || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
            self.problems.push(text.problem(
                word.span(),
                format!("`{}` is not a date", word.get_ref()),
                "write YYYY-MM-DD".to_owned(),
            ));
        }
        number
    }

    fn fact(&mut self, word: &Word, text: &Text) -> usize {
        self.names.facts.get(word.get_ref()).copied().unwrap_or_else(|| {
            let known = self.names.facts.keys().map(String::as_str);
            self.problems.push(unknown("fact", word, known, text));
            0
        })
    }

    fn value(&mut self, out: &Resolved, fact: usize, word: &Word, text: &Text) -> usize {
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

    fn source(&mut self, word: &Word, out: &Resolved, text: &Text) -> Option<usize> {
        let found = out.sources.iter().position(|source| source.id == *word.get_ref());
        if found.is_none() {
            let known = out.sources.iter().map(|source| source.id.as_str());
            self.problems.push(unknown("source", word, known, text));
        }
        found
    }

    fn flags(&mut self, words: &[Word], out: &mut Resolved) -> Vec<usize> {
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

    fn milestone(&mut self, word: Option<&Word>, out: &Resolved, text: &Text) -> Option<usize> {
        let word = word?;
        let found = out.milestones.iter().position(|(id, _)| id == word.get_ref());
        if found.is_none() {
            let known = out.milestones.iter().map(|(id, _)| id.as_str());
            self.problems.push(unknown("milestone", word, known, text));
        }
        found
    }
}

/// Adds the terms a condition needs to `steps`; facts at or after `limit` are reported in `late`.
fn visit(
    condition: &Condition,
    out: &Resolved,
    limit: usize,
    done: &mut [bool],
    steps: &mut Vec<Step>,
    late: &mut Vec<String>,
    depth: usize,
) {
    let mut atoms = Vec::new();
    condition.atoms(&mut |atom| atoms.push(atom));
    for atom in atoms {
        match atom {
            conditions::Atom::Fact(fact, _) if fact >= limit => {
                late.push(
                    out.facts
                        .get(fact)
                        .map_or_else(String::new, |fact| fact.id.clone()),
                );
            }
            conditions::Atom::Fact(..) => {}
            conditions::Atom::Term(term) => {
                let Some((id, when)) = out.terms.get(term) else {
                    continue;
                };
                if depth > out.terms.len() {
                    late.push(id.clone());
                    return;
                }
                if done.get(term).copied().unwrap_or(false) {
                    continue;
                }
                let before = late.len();
                visit(when, out, limit, done, steps, late, depth + 1);
                if late.len() == before {
                    if let Some(slot) = done.get_mut(term) {
                        *slot = true;
                    }
                    steps.push(Step::Term(term));
                }
            }
        }
    }
}
