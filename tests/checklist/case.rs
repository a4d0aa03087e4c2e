//! Use cases, written as short lines, and what the engine makes of them.

use aims_readiness::catalog::{Date, Item, builtin};
use aims_readiness::engine::{
    Answer, Answers, Checklist, Classification, Evaluation, Line, checklist, classify,
};

/// A use case: answers on a day.
#[derive(Clone)]
pub(crate) struct Case {
    pub(crate) answers: Answers,
}

impl Case {
    /// A use case from facts with their values: `scope.ai_system yes; organisation.roles provider deployer`.
    pub(crate) fn of(given: &str) -> Self {
        let answers = Answers::new(builtin());
        Self { answers }.but(given)
    }

    /// The same with other answers to these facts. `fact -` takes an answer away.
    pub(crate) fn but(&self, given: &str) -> Self {
        let mut answers = self.answers.clone();
        for line in given.split("; ").filter(|line| !line.is_empty()) {
            let (fact, values) = line.split_once(' ').unwrap_or_else(|| panic!("{line}: no value"));
            let values: Vec<&str> = values.split(' ').collect();
            if values == ["-"] {
                answers.set(fact_index(fact), Answer::NotAsked);
            } else {
                let taken = answers.set_by_id(builtin(), fact, &values);
                taken.unwrap_or_else(|error| panic!("{line}: {error}"));
            }
        }
        Self { answers }
    }

    pub(crate) fn evaluation(&self) -> Evaluation<'_> {
        Evaluation::new(builtin(), &self.answers)
    }

    pub(crate) fn result(&self) -> Classification {
        classify(builtin(), &self.answers, day())
    }

    pub(crate) fn list(&self) -> Checklist {
        checklist(&self.evaluation(), &self.result())
    }
}

/// The day of every case.
pub(crate) fn day() -> Date {
    Date::from_number(20_261_121).unwrap()
}

/// The index of a fact.
pub(crate) fn fact_index(id: &str) -> u16 {
    let place = builtin().facts.iter().position(|fact| fact.id == id);
    u16::try_from(place.unwrap_or_else(|| panic!("{id} is no fact"))).unwrap()
}

/// The index of an item.
pub(crate) fn item_index(id: &str) -> u16 {
    let place = builtin().items.iter().position(|item| item.id == id);
    u16::try_from(place.unwrap_or_else(|| panic!("{id} is no item"))).unwrap()
}

/// The item of a line.
pub(crate) fn item(line: &Line) -> &'static Item {
    &builtin().items[usize::from(line.item)]
}

/// The line of an item, where the list has it.
pub(crate) fn line(list: &Checklist, id: &str) -> Option<Line> {
    let index = item_index(id);
    list.lines.iter().find(|line| line.item == index).copied()
}
