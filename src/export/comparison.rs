//! A saved result beside what the same answers give now: what is different, and why.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};

use super::{ClassificationRecord, classification_record};
use crate::catalog::{Catalog, Date};
use crate::engine::{Answer, Answers, Asked, Classification, Evaluation, classify, open_facts, receipt};

/// A result as it was saved: answers, and what `classify` said. What later versions add is left alone.
#[derive(Clone, Debug, Deserialize)]
pub struct SavedResult {
    /// Value ids of each answered fact.
    pub answers: BTreeMap<String, Given>,
    /// What was found then.
    pub result: SavedClassification,
}

/// An answer as it may be saved.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Given {
    /// One value id, or `unknown`.
    One(String),
    /// Any number of value ids.
    Many(Vec<String>),
}

/// The part of a saved classification that is compared. What was not saved is not compared.
#[derive(Clone, Debug, Deserialize)]
pub struct SavedClassification {
    /// Lowest and highest tier then possible.
    pub range: [String; 2],
    /// Flags raised then.
    #[serde(default)]
    pub flags: Option<Vec<String>>,
    /// Rules that held then.
    #[serde(default)]
    pub rules: Option<Vec<String>>,
    /// Day on which the duties of the tier started, as seen then; the outer `None` where it was not saved.
    #[serde(default, deserialize_with = "present")]
    pub applies_from: Option<Option<String>>,
    /// Catalogue, as `id@version`.
    pub catalog: String,
    /// First day of the version of the Act that was applied.
    #[serde(default)]
    pub law_date: Option<String>,
    /// Day whose law was applied.
    pub as_of: String,
    /// Receipt.
    #[serde(default)]
    pub receipt: Option<String>,
}

/// What is different, and why.
#[derive(Clone, Debug, Serialize)]
pub struct ComparisonRecord {
    /// Whether tier, rules, flags and dates are the same.
    pub same: bool,
    /// Why there may be differences: `catalog`, `law`, `day`, `answers`; empty where nothing of that
    /// changed.
    pub causes: Vec<&'static str>,
    /// Whether today's catalogue gives the saved receipt for the saved day: then answers, catalogue and
    /// result are exactly those of then.
    pub reproduced: bool,
    /// Catalogue then and now.
    pub catalog: Pair<String>,
    /// Day whose law was applied, then and now.
    pub as_of: Pair<String>,
    /// Version of the Act, then and now.
    pub law_date: Pair<Option<String>>,
    /// Tiers possible, then and now.
    pub range: Pair<[String; 2]>,
    /// Start of the duties, then and now.
    pub applies_from: Pair<Option<String>>,
    /// Rules that no longer hold, and rules that hold now.
    pub rules: Changed,
    /// Flags that are no longer raised, and those raised now.
    pub flags: Changed,
    /// Saved answers that the catalogue no longer takes, with the reason.
    pub dropped: Vec<Dropped>,
    /// Facts that arise now and were not answered.
    pub unanswered: Vec<&'static str>,
    /// The result of now.
    pub now: ClassificationRecord,
}

/// A value then and now.
#[derive(Clone, Debug, Serialize)]
pub struct Pair<T> {
    /// Then.
    pub was: T,
    /// Now.
    pub is: T,
}

/// Ids that went and came.
#[derive(Clone, Debug, Serialize)]
pub struct Changed {
    /// There then, not now.
    pub gone: Vec<String>,
    /// There now, not then.
    pub new: Vec<String>,
}

/// An answer that is no longer taken.
#[derive(Clone, Debug, Serialize)]
pub struct Dropped {
    /// The fact.
    pub fact: String,
    /// Stable code of the reason.
    pub code: &'static str,
    /// The reason in words.
    pub message: String,
}

/// Compares a saved result with what its answers give under today's catalogue on `as_of`.
pub fn compare(catalog: &'static Catalog, saved: &SavedResult, as_of: Date) -> ComparisonRecord {
    let (answers, dropped) = saved_answers(catalog, saved);
    let result = classify(catalog, &answers, as_of);
    let now = classification_record(catalog, &answers, &result);
    let then = &saved.result;
    let rules = changed(then.rules.as_deref(), &now.rules);
    let flags = changed(then.flags.as_deref(), &now.flags);
    let applies_from = Pair {
        was: then
            .applies_from
            .clone()
            .unwrap_or_else(|| now.applies_from.clone()),
        is: now.applies_from.clone(),
    };
    let range = Pair {
        was: then.range.clone(),
        is: now.range.map(str::to_owned),
    };
    let same = range.was == range.is
        && rules.gone.is_empty()
        && rules.new.is_empty()
        && flags.gone.is_empty()
        && flags.new.is_empty()
        && applies_from.was == applies_from.is;
    let mut causes = Vec::new();
    if then.catalog != now.catalog {
        causes.push("catalog");
    }
    if then.law_date.is_some() && then.law_date != now.law_date {
        causes.push("law");
    }
    // Rules come into force and duties start while the text stays the same, too.
    if then.as_of != now.as_of && !same && !causes.contains(&"law") {
        causes.push("day");
    }
    if !dropped.is_empty() {
        causes.push("answers");
    }
    ComparisonRecord {
        same,
        causes,
        reproduced: dropped.is_empty() && reproduced(catalog, &answers, then),
        catalog: Pair {
            was: then.catalog.clone(),
            is: now.catalog.clone(),
        },
        as_of: Pair {
            was: then.as_of.clone(),
            is: now.as_of.clone(),
        },
        law_date: Pair {
            was: then.law_date.clone().or_else(|| now.law_date.clone()),
            is: now.law_date.clone(),
        },
        range,
        applies_from,
        rules,
        flags,
        dropped,
        unanswered: unanswered(catalog, &answers, &result),
        now,
    }
}

/// The answers of a saved result, as far as the catalogue takes them, and those it does not.
pub fn saved_answers(catalog: &'static Catalog, saved: &SavedResult) -> (Answers, Vec<Dropped>) {
    taken_answers(
        catalog,
        saved.answers.iter().map(|(fact, given)| (fact, given.clone())),
    )
}

/// The answers that the catalogue takes of those given, by fact, and those it does not.
pub fn taken_answers<'a>(
    catalog: &'static Catalog,
    given: impl IntoIterator<Item = (&'a String, Given)>,
) -> (Answers, Vec<Dropped>) {
    let mut answers = Answers::new(catalog);
    let mut dropped = Vec::new();
    for (fact, given) in given {
        let values = match &given {
            Given::One(value) => core::slice::from_ref(value),
            Given::Many(values) => values,
        };
        if let Err(error) = answers.set_by_id(catalog, fact, values) {
            dropped.push(Dropped {
                fact: fact.clone(),
                code: error.code(),
                message: error.to_string(),
            });
        }
    }
    (answers, dropped)
}

fn reproduced(catalog: &'static Catalog, answers: &Answers, then: &SavedClassification) -> bool {
    let (Ok(day), Some(saved)) = (then.as_of.parse::<Date>(), &then.receipt) else {
        return false;
    };
    receipt(catalog, answers, &classify(catalog, answers, day)) == *saved
}

fn unanswered(catalog: &'static Catalog, answers: &Answers, result: &Classification) -> Vec<&'static str> {
    open_facts(&Evaluation::new(catalog, answers), result)
        .into_iter()
        .filter(|open| open.asked == Asked::NotYet && open.arises)
        .filter(|open| answers.get(open.fact) == Answer::NotAsked)
        .filter_map(|open| catalog.facts.get(usize::from(open.fact)).map(|fact| fact.id))
        .collect()
}

/// What went and came; nothing where it was not saved.
fn changed(was: Option<&[String]>, is: &[&str]) -> Changed {
    let Some(was) = was else {
        return Changed {
            gone: Vec::new(),
            new: Vec::new(),
        };
    };
    let gone = was.iter().filter(|id| !is.contains(&id.as_str()));
    let new = is.iter().filter(|id| !was.iter().any(|known| known == **id));
    Changed {
        gone: gone.cloned().collect(),
        new: new.map(|id| (*id).to_owned()).collect(),
    }
}

/// A key that is there, be it with `null`; one that is not there is left to the default.
fn present<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<String>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}
