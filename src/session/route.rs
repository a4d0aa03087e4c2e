//! Which screen comes before and after which.

use super::Session;
use crate::catalog::Part;
use crate::engine::{Answer, Asked, Tri, next_question, open_facts};

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// The start.
    Start,
    /// The question of a fact, by index.
    Question(u16),
    /// The result.
    Result,
}

/// How far the questions are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Questions answered that count.
    pub answered: u32,
    /// Questions that are open now; more can follow from their answers.
    pub left: u32,
}

impl Session {
    /// The screen after the questions so far: the next open question, else the result.
    pub fn next_screen(&self) -> Screen {
        next_question(&self.evaluation(), &self.result).map_or(Screen::Result, Screen::Question)
    }

    /// The screen before the one shown: the nearest earlier question that counts and was answered.
    pub fn previous_screen(&self) -> Screen {
        let before = match self.screen {
            Screen::Start => return Screen::Start,
            Screen::Question(fact) => fact,
            Screen::Result => u16::MAX,
        };
        let evaluation = self.evaluation();
        self.answers
            .iter()
            .take_while(|(fact, _)| *fact < before)
            .filter(|(fact, answer)| {
                *answer != Answer::NotAsked && evaluation.arises(*fact) != Tri::No && self.on_the_way(*fact)
            })
            .last()
            .map_or(Screen::Start, |(fact, _)| Screen::Question(fact))
    }

    /// How far the questions are.
    pub fn progress(&self) -> Progress {
        let evaluation = self.evaluation();
        let answered = self.answers.iter().filter(|(fact, answer)| {
            *answer != Answer::NotAsked && evaluation.arises(*fact) != Tri::No && self.on_the_way(*fact)
        });
        let left = open_facts(&evaluation, &self.result)
            .into_iter()
            .filter(|open| open.asked == Asked::NotYet && open.arises && self.on_the_way(open.fact));
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Progress {
            answered: count(answered.count()),
            left: count(left.count()),
        }
    }

    fn on_the_way(&self, fact: u16) -> bool {
        self.catalog
            .facts
            .get(usize::from(fact))
            .is_some_and(|fact| fact.part == Part::Classify)
    }
}
