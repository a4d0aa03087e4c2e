//! The list of facts with their words: enough to answer for a use case without the page.

use serde::Serialize;

use super::condition_words;
use crate::catalog::{Catalog, Fact, FactKind, Part, Texts, WordingKey};

/// One fact with its words.
#[derive(Clone, Debug, Serialize)]
pub struct FactRecord {
    /// Stable id.
    pub id: &'static str,
    /// `yes-no`, `one` or `many`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The answers it takes, `unknown` and, for `many`, `none` included.
    pub values: Vec<ValueRecord>,
    /// The question.
    pub question: String,
    /// Help.
    pub help: String,
    /// An example.
    pub example: String,
    /// The condition under which it is asked, in words.
    pub asked_when: String,
    /// `classify` on the way to the tier, `extra` for what else may apply, `checklist` to tailor the list.
    pub part: &'static str,
}

/// One answer with its words.
#[derive(Clone, Debug, Serialize)]
pub struct ValueRecord {
    /// Stable id, as `classify` takes it.
    pub id: &'static str,
    /// Its words.
    pub wording: String,
    /// What is not meant, where that needs saying.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
}

/// Every fact, in the order in which it is asked, in the language of `texts`.
pub fn fact_records(catalog: &'static Catalog, texts: &dyn Texts) -> Vec<FactRecord> {
    catalog
        .facts
        .iter()
        .map(|fact| fact_record(catalog, fact, texts))
        .collect()
}

fn fact_record(catalog: &Catalog, fact: &'static Fact, texts: &dyn Texts) -> FactRecord {
    let text = |part: &str| {
        texts
            .text(&WordingKey::fact(fact.id, part))
            .unwrap_or_default()
            .to_owned()
    };
    let mut values: Vec<ValueRecord> = fact
        .values
        .iter()
        .map(|id| ValueRecord {
            id,
            wording: value_words(fact, id, texts),
            hint: texts.text(&WordingKey::hint(fact.id, id)).map(str::to_owned),
        })
        .collect();
    if fact.kind == FactKind::Many {
        values.push(ValueRecord {
            id: "none",
            wording: value_words(fact, "none", texts),
            hint: None,
        });
    }
    let unknown = texts.text("ui.unknown").unwrap_or_default().to_owned();
    values.push(ValueRecord {
        id: "unknown",
        wording: unknown,
        hint: None,
    });
    FactRecord {
        id: fact.id,
        kind: fact.kind.id(),
        values,
        question: text("question"),
        help: text("help"),
        example: text("example"),
        asked_when: condition_words(catalog, &fact.ask_when, texts),
        part: match fact.part {
            Part::Classify => "classify",
            Part::Extra => "extra",
            Part::Checklist => "checklist",
        },
    }
}

/// The words of one value of a fact; yes and no are shared by all yes-no facts.
pub fn value_words(fact: &Fact, value: &str, texts: &dyn Texts) -> String {
    let shared = WordingKey::name("ui", value);
    let key = match (fact.kind, value) {
        (FactKind::YesNo, _) => shared,
        (FactKind::Many, "none") => {
            let own = WordingKey::fact(fact.id, "none");
            if texts.text(&own).is_some() { own } else { shared }
        }
        _ => WordingKey::value(fact.id, value),
    };
    texts.text(&key).unwrap_or(value).to_owned()
}
