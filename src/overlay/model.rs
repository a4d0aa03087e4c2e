//! An overlay as it was read: free of mistakes, with ids in the place of numbers.

use super::deck::{OwnExercise, OwnScenario};
use crate::catalog::{FactKind, Phase, WordingKey};

/// An overlay without mistakes.
#[derive(Clone, Debug, PartialEq)]
pub struct Overlay {
    /// Stable id, the first part of its own ids.
    pub id: String,
    /// Version.
    pub version: String,
    /// Name.
    pub name: String,
    /// Language tag of its words.
    pub language: String,
    /// What it adds to items of the catalogue.
    pub additions: Vec<ItemAddition>,
    /// Its questions, each after those that it hangs on.
    pub questions: Vec<Question>,
    /// Its items, those of a group together.
    pub items: Vec<OwnItem>,
    /// Texts in the place of ours, by key.
    pub wording: Vec<(String, String)>,
    /// What it invites to.
    pub call_to_action: Option<Call>,
    /// Cases of a workshop.
    pub scenarios: Vec<OwnScenario>,
    /// Exercises of a workshop.
    pub exercises: Vec<OwnExercise>,
}

/// What belongs to an item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ItemAddition {
    /// Id of the item.
    pub item: String,
    /// Ids of the vendor's controls.
    pub controls: Vec<String>,
    /// Places in the portal.
    pub links: Vec<OwnLink>,
    /// What proves it there.
    pub evidence: Vec<String>,
}

/// A place in the portal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnLink {
    /// What is there.
    pub title: String,
    /// Its address.
    pub url: String,
}

/// A question, which becomes a fact beside the checklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Id.
    pub id: String,
    /// How it is answered.
    pub kind: FactKind,
    /// The question.
    pub question: String,
    /// What counts and what does not.
    pub help: String,
    /// An example.
    pub example: Option<String>,
    /// Its values; none for yes and no.
    pub values: Vec<QuestionValue>,
    /// When it is asked: all of these hold.
    pub when: Vec<Statement>,
}

/// A value of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionValue {
    /// Id.
    pub id: String,
    /// Its words.
    pub words: String,
    /// What is not meant.
    pub hint: Option<String>,
}

/// The fact has one of the values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Id of the fact.
    pub fact: String,
    /// Ids of the values.
    pub values: Vec<String>,
}

/// An item of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnItem {
    /// Id.
    pub id: String,
    /// What is shown as the number.
    pub reference: String,
    /// Title.
    pub title: String,
    /// What to do.
    pub task: String,
    /// What it is good for.
    pub why: Option<String>,
    /// The tasks it consists of.
    pub tasks: Vec<String>,
    /// What often goes wrong.
    pub pitfall: Option<String>,
    /// Heading; the overlay's name where there is none.
    pub group: Option<String>,
    /// Id of the owner's role in the catalogue, or its name; what most items have where there is none.
    pub owner: Option<String>,
    /// Phase.
    pub phase: Phase,
    /// 1 first, 2 next, 3 later.
    pub priority: u8,
    /// Effort in half person-days, low and high.
    pub half_days: Option<[u16; 2]>,
    /// Whether it is done for each system.
    pub per_system: bool,
    /// When it is on the list: all of these hold.
    pub when: Vec<Statement>,
    /// Controls, links and evidence.
    pub addition: ItemAddition,
}

/// What an overlay invites to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// The invitation.
    pub text: String,
    /// Where it leads.
    pub url: Option<String>,
}

impl Overlay {
    /// The id of the heading that an item stands under: the overlay's, or one for each other heading in
    /// the order in which they come.
    pub(super) fn group_of(&self, item: &OwnItem) -> String {
        let Some(heading) = &item.group else {
            return self.id.clone();
        };
        let mut headings: Vec<&str> = Vec::new();
        for known in self.items.iter().filter_map(|item| item.group.as_deref()) {
            if !headings.contains(&known) {
                headings.push(known);
            }
        }
        let place = headings.iter().position(|known| known == heading).unwrap_or(0) + 1;
        [&self.id, ".", &place.to_string()].concat()
    }

    /// Its words, by the keys under which those of the catalogue are looked up. They go before the
    /// catalogue's: among them are those in the place of ours.
    pub fn texts(&self) -> Vec<(String, String)> {
        let mut texts = vec![(WordingKey::name("topic", &self.id), self.name.clone())];
        for question in &self.questions {
            question.texts(&mut texts);
        }
        for item in &self.items {
            let heading = item.group.as_ref().unwrap_or(&self.name);
            let group = (WordingKey::name("group", &self.group_of(item)), heading.clone());
            if !texts.contains(&group) {
                texts.push(group);
            }
            item.texts(&mut texts);
        }
        texts.extend(self.wording.iter().cloned());
        texts
    }
}

impl Question {
    fn texts(&self, texts: &mut Vec<(String, String)>) {
        texts.push((WordingKey::fact(&self.id, "question"), self.question.clone()));
        texts.push((WordingKey::fact(&self.id, "help"), self.help.clone()));
        if let Some(example) = &self.example {
            texts.push((WordingKey::fact(&self.id, "example"), example.clone()));
        }
        for value in &self.values {
            texts.push((WordingKey::value(&self.id, &value.id), value.words.clone()));
            if let Some(hint) = &value.hint {
                texts.push((WordingKey::hint(&self.id, &value.id), hint.clone()));
            }
        }
    }
}

impl OwnItem {
    fn texts(&self, texts: &mut Vec<(String, String)>) {
        let mut text = |part: &str, words: &str| {
            texts.push((WordingKey::part("item", &self.id, part), words.to_owned()));
        };
        text("do", &self.task);
        if !self.addition.evidence.is_empty() {
            text("evidence", &self.addition.evidence.join(" "));
        }
        // A name, which has no words of its own yet.
        if let Some(owner) = self
            .owner
            .as_ref()
            .filter(|owner| owner.contains(|c: char| !c.is_ascii_lowercase() && c != '-'))
        {
            texts.push((WordingKey::name("owner", owner), owner.clone()));
        }
        let mut text = |part: &str, words: &str| {
            texts.push((WordingKey::part("item", &self.id, part), words.to_owned()));
        };
        for (part, words) in [("why", &self.why), ("pitfall", &self.pitfall)] {
            if let Some(words) = words {
                text(part, words);
            }
        }
        for (part, words) in ["task1", "task2", "task3", "task4"].iter().zip(&self.tasks) {
            text(part, words);
        }
    }
}
