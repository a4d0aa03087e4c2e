//! What a person said about the facts, by fact index, and its reading from ids.

use core::fmt;

use crate::catalog::{Catalog, FactKind};

/// The answer to one fact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Answer {
    /// Nobody has been asked.
    #[default]
    NotAsked,
    /// Asked, and the person does not know.
    DontKnow,
    /// The values that hold, as a bit mask; 0 says that none of a `many` fact does.
    Values(u32),
}

/// Answers to the facts of a catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Answers {
    given: Vec<Answer>,
}

impl Answers {
    /// No answers yet.
    pub fn new(catalog: &Catalog) -> Self {
        Self {
            given: vec![Answer::NotAsked; catalog.facts.len()],
        }
    }

    /// The answer to a fact by index; facts beyond the catalogue are not asked.
    pub fn get(&self, fact: u16) -> Answer {
        self.given.get(usize::from(fact)).copied().unwrap_or_default()
    }

    /// Sets the answer to a fact by index. An index beyond the catalogue is ignored.
    pub fn set(&mut self, fact: u16, answer: Answer) {
        if let Some(slot) = self.given.get_mut(usize::from(fact)) {
            *slot = answer;
        }
    }

    /// Fact indices with their answers, in the order of the catalogue.
    pub fn iter(&self) -> impl Iterator<Item = (u16, Answer)> + '_ {
        (0..).zip(self.given.iter().copied())
    }

    /// Sets an answer from ids, as they come from a host, a file or a link.
    ///
    /// `unknown` is the answer "I don't know"; `none`, alone, says that no value of a `many` fact
    /// holds, and so does an empty list.
    ///
    /// # Errors
    /// The id or a value is not in the catalogue, or the number of values does not fit the fact.
    pub fn set_by_id(
        &mut self,
        catalog: &Catalog,
        id: &str,
        values: &[impl AsRef<str>],
    ) -> Result<(), AnswerError> {
        let (index, fact) = (0_u16..)
            .zip(catalog.facts)
            .find(|(_, fact)| fact.id == id)
            .ok_or_else(|| AnswerError::UnknownFact { fact: id.to_owned() })?;
        if let [only] = values {
            match only.as_ref() {
                "unknown" => {
                    self.set(index, Answer::DontKnow);
                    return Ok(());
                }
                "none" if fact.kind == FactKind::Many => {
                    self.set(index, Answer::Values(0));
                    return Ok(());
                }
                _ => {}
            }
        }
        let mut mask = 0_u32;
        for value in values {
            let bit = fact.values.iter().position(|known| *known == value.as_ref());
            let Some(bit) = bit else {
                return Err(AnswerError::UnknownValue {
                    fact: fact.id,
                    value: value.as_ref().to_owned(),
                    expected: fact.values,
                    many: fact.kind == FactKind::Many,
                });
            };
            mask |= 1 << bit;
        }
        if fact.kind != FactKind::Many && mask.count_ones() != 1 {
            return Err(AnswerError::NotOneValue {
                fact: fact.id,
                expected: fact.values,
            });
        }
        self.set(index, Answer::Values(mask));
        Ok(())
    }

    /// The ids of an answer's values; `unknown` for "I don't know"; nothing where not asked.
    pub fn ids(&self, catalog: &Catalog, fact: u16) -> Option<Vec<&'static str>> {
        let known = catalog.facts.get(usize::from(fact))?;
        match self.get(fact) {
            Answer::NotAsked => None,
            Answer::DontKnow => Some(vec!["unknown"]),
            Answer::Values(mask) => Some(known.value_ids(mask).collect()),
        }
    }
}

/// Why an answer was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnswerError {
    /// The catalogue has no such fact.
    UnknownFact {
        /// The id given.
        fact: String,
    },
    /// The fact has no such value.
    UnknownValue {
        /// The fact.
        fact: &'static str,
        /// The value given.
        value: String,
        /// The values it has.
        expected: &'static [&'static str],
        /// Whether `none` is an answer too.
        many: bool,
    },
    /// The fact takes exactly one value.
    NotOneValue {
        /// The fact.
        fact: &'static str,
        /// The values it has.
        expected: &'static [&'static str],
    },
}

impl AnswerError {
    /// Stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::UnknownFact { .. } => "unknown-fact",
            Self::UnknownValue { .. } => "unknown-value",
            Self::NotOneValue { .. } => "not-one-value",
        }
    }

    /// What would have been taken, in words.
    pub fn expected(&self) -> String {
        match self {
            Self::UnknownFact { .. } => "the id of a fact of this catalogue".to_owned(),
            Self::UnknownValue {
                expected, many: true, ..
            } => [&expected.join(", "), ", none, unknown"].concat(),
            Self::UnknownValue { expected, .. } | Self::NotOneValue { expected, .. } => {
                [&expected.join(", "), ", unknown"].concat()
            }
        }
    }
}

impl fmt::Display for AnswerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownFact { fact } => write!(f, "`{fact}` is not a fact of this catalogue"),
            Self::UnknownValue { fact, value, .. } => {
                write!(
                    f,
                    "`{value}` is not a value of `{fact}`; expected {}",
                    self.expected()
                )
            }
            Self::NotOneValue { fact, .. } => write!(f, "`{fact}` takes exactly one of {}", self.expected()),
        }
    }
}

impl core::error::Error for AnswerError {}
