//! What each action does to the state.

use super::{Screen, Session};
use crate::catalog::Date;
use crate::engine::{Answer, Answers, Status, Work, classify};

/// Something a person or a host did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Begin, or go on with, the questions.
    Begin,
    /// Edit the answer to a fact.
    Edit {
        /// The fact, by index.
        fact: u16,
        /// What changed.
        edit: Edit,
    },
    /// Leave the question for the next screen.
    Continue,
    /// Go to the screen before.
    Back,
    /// Record something about an item.
    Record {
        /// The item, by index.
        item: u16,
        /// What changes.
        change: Change,
    },
    /// Point out what a description in free words suggests: facts by index, with a bit mask of values.
    Suggest(Vec<(u16, u32)>),
    /// Go on from other answers at a screen.
    Open {
        /// The answers.
        answers: Answers,
        /// The screen.
        screen: Screen,
    },
}

impl Action {
    /// Whether it changes answers or records, and not only what is shown.
    const fn changes(&self) -> bool {
        matches!(self, Self::Edit { .. } | Self::Record { .. } | Self::Suggest(_))
    }
}

/// A change of what is recorded about an item. One field at a time, so that changes made at once all stay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Where it stands.
    Status(Status),
    /// Whether there is a document.
    Documented(bool),
    /// Whether it is done that way.
    Working(bool),
    /// Whether a record shows it.
    Proven(bool),
    /// Who sees to it.
    Owner(String),
    /// By when.
    Due(Option<Date>),
    /// Why it is left out.
    Reason(String),
    /// Anything else.
    Note(String),
    /// Where the evidence is.
    Evidence(String),
}

impl Change {
    fn apply(self, work: &mut Work) {
        match self {
            Self::Status(status) => work.status = status,
            Self::Documented(is) => work.documented = is,
            Self::Working(is) => work.working = is,
            Self::Proven(is) => work.proven = is,
            Self::Owner(owner) => work.owner = owner,
            Self::Due(due) => work.due = due,
            Self::Reason(reason) => work.reason = reason,
            Self::Note(note) => work.note = note,
            Self::Evidence(evidence) => work.evidence = evidence,
        }
    }
}

/// A change to one answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Choose one value and no other, by position.
    Choose(u8),
    /// Tick or untick a value of a `many` fact, by position.
    Toggle(u8),
    /// Tick or untick "none of these".
    ToggleNone,
    /// Choose or untick "I don't know".
    ToggleUnknown,
}

impl Session {
    /// The state after `action`.
    #[must_use]
    pub fn reduce(&self, action: Action) -> Self {
        if self.readonly && action.changes() {
            return self.clone();
        }
        let mut next = self.clone();
        match action {
            Action::Begin => {
                next.begun = true;
                next.screen = next.next_screen();
            }
            Action::Edit { fact, edit } => {
                next.answers.set(fact, edited(next.answers.get(fact), edit));
                next.result = classify(next.catalog, &next.answers, next.as_of);
                next.missing_answer = false;
            }
            Action::Continue => {
                let unanswered = matches!(next.screen, Screen::Question(fact)
                    if next.answers.get(fact) == Answer::NotAsked);
                next.missing_answer = unanswered;
                if !unanswered {
                    next.screen = next.next_screen();
                }
            }
            Action::Back => {
                next.screen = next.previous_screen();
                next.missing_answer = false;
            }
            Action::Record { item, change } => {
                if let Some(work) = next.work.get_mut(usize::from(item)) {
                    change.apply(work);
                }
            }
            Action::Suggest(suggestions) => next.suggestions = suggestions,
            Action::Open { answers, screen } => {
                next.answers = answers;
                next.missing_answer = false;
                next = next.reclassified();
                next.screen = screen;
            }
        }
        next
    }
}

/// An answer after an edit. Unticking the last box leaves the question unanswered again.
fn edited(before: Answer, edit: Edit) -> Answer {
    match (edit, before) {
        (Edit::Choose(value), _) => Answer::Values(1 << value),
        (Edit::Toggle(value), Answer::Values(mask)) => match mask ^ 1 << value {
            0 => Answer::NotAsked,
            mask => Answer::Values(mask),
        },
        (Edit::Toggle(value), _) => Answer::Values(1 << value),
        (Edit::ToggleNone, Answer::Values(0)) | (Edit::ToggleUnknown, Answer::DontKnow) => Answer::NotAsked,
        (Edit::ToggleNone, _) => Answer::Values(0),
        (Edit::ToggleUnknown, _) => Answer::DontKnow,
    }
}
