//! Words for ids, in the language of a file.

use super::Setting;
use crate::catalog::{Date, Texts, WordingKey, fill};
use crate::export::PrerequisiteRecord;

impl Setting<'_> {
    /// An interface text; the key itself where there is none, so that a gap is seen.
    pub(super) fn ui(&self, key: &str) -> String {
        let key = WordingKey::name("ui", key);
        self.texts.text(&key).unwrap_or(&key).to_owned()
    }

    /// An interface text with values in the places of its names.
    pub(super) fn ui_with(&self, key: &str, values: &[(&str, &str)]) -> String {
        fill(&self.ui(key), values)
    }

    /// A text of the catalogue; nothing where there is none.
    pub(super) fn part(&self, kind: &str, id: &str, part: &str) -> String {
        let key = WordingKey::part(kind, id, part);
        self.texts.text(&key).unwrap_or_default().to_owned()
    }

    /// The name of a tier.
    pub(super) fn tier(&self, id: &str) -> String {
        self.part("tier", id, "name")
    }

    /// The tiers of a range in words.
    pub(super) fn range(&self, [lowest, highest]: [&str; 2]) -> String {
        if lowest == highest {
            return self.tier(lowest);
        }
        let values = [("lowest", self.tier(lowest)), ("highest", self.tier(highest))];
        let values = values.each_ref().map(|(name, text)| (*name, text.as_str()));
        self.ui_with("result.range", &values)
    }

    /// Yes or no.
    pub(super) fn yes_no(&self, is: bool) -> String {
        self.ui(if is { "yes" } else { "no" })
    }

    /// A value of a fact in words.
    pub(super) fn value(&self, fact: &str, value: &str) -> String {
        let known = self.catalog.facts.iter().find(|known| known.id == fact);
        known.map_or_else(
            || value.to_owned(),
            |known| crate::export::value_words(known, value, self.texts),
        )
    }

    /// The question of a fact.
    pub(super) fn question(&self, fact: &str) -> String {
        let key = WordingKey::fact(fact, "question");
        self.texts.text(&key).unwrap_or(fact).to_owned()
    }

    /// A day in words.
    pub(super) fn date(&self, date: &str) -> String {
        spelled_date(date, self.texts)
    }

    /// A day that may be missing.
    pub(super) fn maybe_date(&self, date: Option<&str>) -> String {
        date.map(|date| self.date(date)).unwrap_or_default()
    }

    /// Whether something is true before the audit, and what is missing.
    pub(super) fn gate(&self, gate: &PrerequisiteRecord) -> String {
        if gate.met {
            self.ui("gate.met")
        } else {
            self.ui_with("gate.missing", &[("items", &gate.missing.join(", "))])
        }
    }

    /// The names of roles, shorter than the answers to the question are.
    pub(super) fn roles(&self, ids: &[&str]) -> Vec<String> {
        ids.iter().map(|id| self.ui(&["role.", id].concat())).collect()
    }

    /// The names of sectors.
    pub(super) fn sectors(&self, ids: &[&'static str]) -> Vec<String> {
        self.names(self.catalog.special.sectors, ids)
    }

    /// The values of a fact, by its index, in words.
    fn names(&self, fact: u16, ids: &[&'static str]) -> Vec<String> {
        let fact = self.catalog.facts.get(usize::from(fact));
        ids.iter()
            .map(|id| {
                fact.map_or_else(
                    || (*id).to_owned(),
                    |fact| crate::export::value_words(fact, id, self.texts),
                )
            })
            .collect()
    }
}

/// A day in words, `2 December 2027` in the order of the language, in which texts name the months; what is no
/// day stays as it is.
pub fn spelled_date(date: &str, texts: &dyn Texts) -> String {
    let Ok(day) = date.parse::<Date>() else {
        return date.to_owned();
    };
    let (year, month, day) = day.parts();
    let text = |key: &str| texts.text(key).unwrap_or_default().to_owned();
    let month = text(&["ui.month.", &month.to_string()].concat());
    let (year, day) = (year.to_string(), day.to_string());
    fill(
        &text("ui.date.long"),
        &[("day", &day), ("month", &month), ("year", &year)],
    )
}
