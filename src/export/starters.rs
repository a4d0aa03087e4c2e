//! Documents begun from the answers: what is known is filled in, the rest is left to a person.

use serde::Serialize;

use super::value_words;
use crate::catalog::{Catalog, Condition, Starter, Texts, Tier, WordingKey, entries, fill};
use crate::engine::{Checklist, Classification, Evaluation, Tri};

/// The section of the risk register under which its rows stand, and that of the questions to suppliers.
const ROWS: &str = "register";
const QUESTIONS: &str = "questions";

/// A document begun from the answers.
#[derive(Clone, Debug, Serialize)]
pub struct StarterRecord {
    /// Stable id.
    pub id: &'static str,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub lead: String,
    /// Its sections, in order.
    pub sections: Vec<SectionRecord>,
}

/// A section of a document.
#[derive(Clone, Debug, Serialize)]
pub struct SectionRecord {
    /// Stable id.
    pub id: &'static str,
    /// Its title.
    pub title: String,
    /// Its parts: fields with what is known.
    pub fields: Vec<String>,
    /// Lines that hang on the answers.
    pub lines: Vec<String>,
    /// Rows of the risk register, in its section.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub risks: Vec<RiskRecord>,
}

/// A typical risk.
#[derive(Clone, Debug, Serialize)]
pub struct RiskRecord {
    /// Stable id.
    pub id: &'static str,
    /// Short name.
    pub name: String,
    /// Cause, event and consequence.
    pub event: String,
    /// A first treatment.
    pub treatment: String,
    /// Source of the risk as Annex C of ISO/IEC 42001 numbers it, or `own`.
    pub source: &'static str,
    /// Objective it touches, as Annex C numbers it.
    pub objective: &'static str,
    /// Ids of the items that treat it.
    pub items: Vec<&'static str>,
}

/// The documents that fit the answers; none for a prohibited use, which has to stop first.
pub fn starter_records(
    evaluation: &Evaluation<'_>,
    result: &Classification,
    checklist: &Checklist,
    texts: &dyn Texts,
) -> Vec<StarterRecord> {
    if checklist.tier == Tier::Prohibited {
        return Vec::new();
    }
    let writer = Writer {
        evaluation,
        catalog: evaluation.catalog,
        values: values(evaluation, result, checklist, texts),
        texts,
    };
    (0..)
        .zip(evaluation.catalog.plan.starters)
        .filter(|(_, starter)| writer.holds(&starter.when))
        .map(|(index, starter)| writer.starter(index, starter))
        .collect()
}

struct Writer<'a> {
    evaluation: &'a Evaluation<'a>,
    catalog: &'static Catalog,
    values: Vec<(&'static str, String)>,
    texts: &'a dyn Texts,
}

impl Writer<'_> {
    fn holds(&self, when: &Condition) -> bool {
        self.evaluation.value(when) == Tri::Yes
    }

    fn text(&self, key: &str) -> String {
        self.texts.text(key).unwrap_or_default().to_owned()
    }

    fn starter(&self, index: u16, starter: &'static Starter) -> StarterRecord {
        let part = |part: &str| self.text(&WordingKey::part("starter", starter.id, part));
        let section = |id: &'static str| SectionRecord {
            id,
            title: part(&["section.", id, ".title"].concat()),
            fields: self.fields(&part(&["section.", id, ".text"].concat())),
            lines: self.lines(index, id),
            risks: if id == ROWS { self.risks() } else { Vec::new() },
        };
        StarterRecord {
            id: starter.id,
            name: part("name"),
            lead: part("lead"),
            sections: starter.sections.iter().copied().map(section).collect(),
        }
    }

    /// A text as its fields, parted by strokes, with what is known.
    fn fields(&self, text: &str) -> Vec<String> {
        let values: Vec<(&str, &str)> = self
            .values
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let fields = entries(text).map(|field| fill(&field, &values));
        fields.filter(|field| !field.is_empty()).collect()
    }

    fn lines(&self, starter: u16, section: &str) -> Vec<String> {
        let plan = &self.catalog.plan;
        let prompts = plan.prompts.iter();
        let prompts = prompts.filter(|prompt| prompt.starter == starter && prompt.section == section);
        let mut lines: Vec<String> = prompts
            .filter(|prompt| self.holds(&prompt.when))
            .map(|prompt| self.text(&["starter.prompt.", prompt.id].concat()))
            .collect();
        if section == QUESTIONS {
            let questions = plan
                .questions
                .iter()
                .filter(|question| self.holds(&question.when));
            lines.extend(questions.map(|question| self.text(&WordingKey::name("supplier", question.id))));
        }
        lines
    }

    fn risks(&self) -> Vec<RiskRecord> {
        let risks = self
            .catalog
            .plan
            .risks
            .iter()
            .filter(|risk| self.holds(&risk.when));
        let id = |item: &u16| Some(self.catalog.items.get(usize::from(*item))?.id);
        risks
            .map(|risk| RiskRecord {
                id: risk.id,
                name: self.text(&WordingKey::part("risk", risk.id, "name")),
                event: self.text(&WordingKey::part("risk", risk.id, "event")),
                treatment: self.text(&WordingKey::part("risk", risk.id, "treatment")),
                source: risk.source,
                objective: risk.objective,
                items: risk.items.iter().filter_map(id).collect(),
            })
            .collect()
    }
}

/// What the placeholders of the texts stand for.
fn values(
    evaluation: &Evaluation<'_>,
    result: &Classification,
    checklist: &Checklist,
    texts: &dyn Texts,
) -> Vec<(&'static str, String)> {
    let (catalog, special) = (evaluation.catalog, &evaluation.catalog.special);
    let empty = texts.text("ui.starter.to-fill").unwrap_or_default().to_owned();
    let or_empty = |words: String| if words.is_empty() { empty.clone() } else { words };
    let of_fact = |fact: u16, mask: Option<u32>| {
        let known = catalog.facts.get(usize::from(fact));
        let words = known.map_or_else(Vec::new, |known| {
            let ids = known.value_ids(mask.unwrap_or(0));
            ids.map(|id| value_words(known, id, texts)).collect::<Vec<_>>()
        });
        or_empty(words.join(", "))
    };
    let answered = |fact: u16| of_fact(fact, evaluation.given(fact));
    let flags = result
        .flags
        .iter()
        .filter_map(|flag| catalog.flags.get(usize::from(*flag)));
    let flags = flags.filter_map(|flag| texts.text(&WordingKey::part("flag", flag, "name")));
    let law = result.law_date.map(|date| date.to_string()).unwrap_or_default();
    vec![
        (
            "tier",
            or_empty(
                texts
                    .text(&WordingKey::part("tier", checklist.tier.id(), "name"))
                    .unwrap_or_default()
                    .to_owned(),
            ),
        ),
        ("roles", of_fact(special.roles, Some(result.roles))),
        ("sectors", of_fact(special.sectors, Some(result.sectors))),
        ("areas", answered(special.areas)),
        ("traits", answered(special.traits)),
        ("size", answered(special.size)),
        ("stage", answered(special.stage)),
        ("systems", answered(special.systems)),
        ("date", result.as_of.to_string()),
        ("law", law),
        ("flags", or_empty(flags.collect::<Vec<_>>().join(", "))),
    ]
}
