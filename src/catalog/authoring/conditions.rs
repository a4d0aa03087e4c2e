//! Conditions with names turned into numbers, and the search for conditions that can never hold.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;

use super::problem::{Problem, Text, did_you_mean};
use super::shapes;

/// A condition over fact and term numbers.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    All(Vec<Condition>),
    Any(Vec<Condition>),
    Not(Box<Condition>),
    Is { fact: usize, values: u32 },
    Term(usize),
}

impl Condition {
    /// Both conditions, without needless nesting.
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::All(parts), other) if parts.is_empty() => other,
            (own, Self::All(parts)) if parts.is_empty() => own,
            (Self::All(mut own), other) => {
                own.push(other);
                Self::All(own)
            }
            (own, other) => Self::All(vec![own, other]),
        }
    }

    /// The condition that always holds.
    pub fn always() -> Self {
        Self::All(Vec::new())
    }

    /// Calls `visit` for every fact and term in it.
    pub fn atoms(&self, visit: &mut impl FnMut(Atom)) {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.atoms(visit)),
            Self::Not(part) => part.atoms(visit),
            Self::Is { fact, values } => visit(Atom::Fact(*fact, *values)),
            Self::Term(term) => visit(Atom::Term(*term)),
        }
    }
}

/// What a condition rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Atom {
    Fact(usize, u32),
    Term(usize),
}

/// The names a condition may use.
#[derive(Debug, Default)]
pub struct Names {
    /// Fact id to number.
    pub facts: BTreeMap<String, usize>,
    /// Values of each fact.
    pub values: Vec<Vec<String>>,
    /// Term id to number.
    pub terms: BTreeMap<String, usize>,
}

/// Turns an authored condition into numbers; mistakes go to `problems`.
pub fn resolve(
    authored: &Spanned<shapes::Condition>,
    names: &Names,
    text: &Text,
    problems: &mut Vec<Problem>,
) -> Condition {
    let condition = authored.get_ref();
    let mut found = Vec::new();
    let list = |parts: &Vec<Spanned<shapes::Condition>>, problems: &mut Vec<Problem>| {
        if parts.is_empty() {
            problems.push(text.problem(
                authored.span(),
                "a condition has an empty list".to_owned(),
                "leave the condition out if it always holds".to_owned(),
            ));
        }
        parts
            .iter()
            .map(|part| resolve(part, names, text, problems))
            .collect()
    };
    if let Some(parts) = &condition.all {
        found.push(Condition::All(list(parts, problems)));
    }
    if let Some(parts) = &condition.any {
        found.push(Condition::Any(list(parts, problems)));
    }
    if let Some(part) = &condition.not {
        found.push(Condition::Not(Box::new(resolve(part, names, text, problems))));
    }
    if let Some((fact, value)) = &condition.is {
        found.extend(atom(fact, std::slice::from_ref(value), names, text, problems));
    }
    if let Some((fact, values)) = &condition.one_of {
        if values.is_empty() {
            problems.push(text.problem(
                authored.span(),
                "a condition has an empty list".to_owned(),
                "name at least one value, or leave the condition out".to_owned(),
            ));
        }
        found.extend(atom(fact, values, names, text, problems));
    }
    if let Some(term) = &condition.term {
        match names.terms.get(term.get_ref()) {
            Some(number) => found.push(Condition::Term(*number)),
            None => problems.push(unknown(
                "term",
                term,
                names.terms.keys().map(String::as_str),
                text,
            )),
        }
    }
    let keys = [
        condition.all.is_some(),
        condition.any.is_some(),
        condition.not.is_some(),
        condition.is.is_some(),
        condition.one_of.is_some(),
        condition.term.is_some(),
    ];
    if keys.iter().filter(|present| **present).count() != 1 {
        problems.push(text.problem(
            authored.span(),
            "a condition needs exactly one of `all`, `any`, `not`, `is`, `in`, `term`".to_owned(),
            "put several conditions into `all = [...]` or `any = [...]`".to_owned(),
        ));
    }
    found.pop().unwrap_or_else(Condition::always)
}

fn atom(
    fact: &shapes::Word,
    values: &[shapes::Word],
    names: &Names,
    text: &Text,
    problems: &mut Vec<Problem>,
) -> Option<Condition> {
    let Some(number) = names.facts.get(fact.get_ref()).copied() else {
        problems.push(unknown(
            "fact",
            fact,
            names.facts.keys().map(String::as_str),
            text,
        ));
        return None;
    };
    let known = names.values.get(number).map_or(&[][..], Vec::as_slice);
    let mut mask = 0;
    for value in values {
        match known.iter().position(|id| id == value.get_ref()) {
            Some(bit) => mask |= 1_u32 << bit,
            None => {
                let what = format!("value of `{}`", fact.get_ref());
                problems.push(unknown(&what, value, known.iter().map(String::as_str), text));
            }
        }
    }
    Some(Condition::Is {
        fact: number,
        values: mask,
    })
}

/// The problem of a word that names nothing known.
pub fn unknown<'a>(
    what: &str,
    word: &shapes::Word,
    known: impl Iterator<Item = &'a str>,
    text: &Text,
) -> Problem {
    let span: Range<usize> = word.span();
    text.problem(
        span,
        format!("unknown {what} `{}`", word.get_ref()),
        did_you_mean(word.get_ref(), known),
    )
}

/// What the search for satisfying answers needs to know about facts and terms.
pub struct World<'a> {
    /// For each fact: may several values hold at once, number of values, condition it arises under.
    pub facts: Vec<(bool, usize, &'a Condition)>,
    /// Conditions of the terms.
    pub terms: Vec<&'a Condition>,
}

/// Answers decided so far: for each fact the values that hold and the values that do not.
type Decided = Vec<(u32, u32)>;

impl World<'_> {
    /// Whether some answers make the condition hold.
    pub fn can_hold(&self, condition: &Condition) -> bool {
        let mut decided = vec![(0, 0); self.facts.len()];
        self.search(condition, &mut decided)
    }

    fn search(&self, condition: &Condition, decided: &mut Decided) -> bool {
        match self.value(condition, decided) {
            Some(known) => known,
            None => {
                let Some((fact, bit)) = self.undecided(condition, decided) else {
                    return false;
                };
                let Some((many, count, _)) = self.facts.get(fact).copied() else {
                    return false;
                };
                let before = decided.get(fact).copied().unwrap_or_default();
                let all = (1_u32 << count) - 1;
                let yes = if many {
                    (before.0 | bit, before.1)
                } else {
                    (bit, all & !bit)
                };
                let mut no = (before.0, before.1 | bit);
                if !many && (all & !no.1).count_ones() == 1 {
                    no.0 = all & !no.1;
                }
                for choice in [yes, no] {
                    if let Some(slot) = decided.get_mut(fact) {
                        *slot = choice;
                    }
                    if self.search(condition, decided) {
                        return true;
                    }
                }
                if let Some(slot) = decided.get_mut(fact) {
                    *slot = before;
                }
                false
            }
        }
    }

    /// Three-valued value; `None` is undecided.
    fn value(&self, condition: &Condition, decided: &Decided) -> Option<bool> {
        match condition {
            Condition::All(parts) => self.fold(parts, decided, false),
            Condition::Any(parts) => self.fold(parts, decided, true),
            Condition::Not(part) => self.value(part, decided).map(|known| !known),
            Condition::Term(term) => self.terms.get(*term).and_then(|when| self.value(when, decided)),
            Condition::Is { fact, values } => {
                let (_, _, arises) = self.facts.get(*fact)?;
                let (yes, no) = decided.get(*fact).copied().unwrap_or_default();
                let own = if yes & values != 0 {
                    Some(true)
                } else if values & !no == 0 {
                    Some(false)
                } else {
                    None
                };
                match (self.value(arises, decided), own) {
                    (Some(false), _) | (_, Some(false)) => Some(false),
                    (Some(true), Some(true)) => Some(true),
                    _ => None,
                }
            }
        }
    }

    fn fold(&self, parts: &[Condition], decided: &Decided, deciding: bool) -> Option<bool> {
        let mut result = Some(!deciding);
        for part in parts {
            match self.value(part, decided) {
                Some(known) if known == deciding => return Some(deciding),
                Some(_) => {}
                None => result = None,
            }
        }
        result
    }

    /// A fact and value that is not decided yet and that the condition waits for.
    fn undecided(&self, condition: &Condition, decided: &Decided) -> Option<(usize, u32)> {
        if self.value(condition, decided).is_some() {
            return None;
        }
        match condition {
            Condition::All(parts) | Condition::Any(parts) => {
                parts.iter().find_map(|part| self.undecided(part, decided))
            }
            Condition::Not(part) => self.undecided(part, decided),
            Condition::Term(term) => self
                .terms
                .get(*term)
                .and_then(|when| self.undecided(when, decided)),
            Condition::Is { fact, values } => {
                let (_, _, arises) = self.facts.get(*fact)?;
                let (yes, no) = decided.get(*fact).copied().unwrap_or_default();
                let open = values & !yes & !no;
                if yes & values == 0 && open != 0 {
                    Some((*fact, 1 << open.trailing_zeros()))
                } else {
                    self.undecided(arises, decided)
                }
            }
        }
    }
}
