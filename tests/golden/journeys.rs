//! How many questions a visitor is asked who answers as the cases do.

use aims_readiness::catalog::{Part, builtin};
use aims_readiness::engine::Answer;
use aims_readiness::session::{Screen, Session};

use crate::case::{Case, cases};

/// Uses with nothing special about them.
pub(crate) const PLAIN: [&str; 2] = ["journey.internal-writing-assistant", "journey.spam-filter"];

/// Questions asked over all cases.
pub(crate) struct Journeys {
    pub(crate) mean: f64,
    pub(crate) worst: usize,
    pub(crate) worst_case: &'static str,
    /// Questions on the way to a tier, if all were asked.
    pub(crate) all: usize,
}

/// The number of questions on the way to the result; what a case does not answer is "I don't know".
pub(crate) fn asked(case: &Case) -> usize {
    let catalog = builtin();
    let answers = case.answers().unwrap();
    let mut session = Session::new(catalog, case.as_of());
    let mut asked = 0;
    while let Screen::Question(fact) = session.next_screen() {
        let answer = match answers.get(fact) {
            Answer::NotAsked => Answer::DontKnow,
            given => given,
        };
        session.answers.set(fact, answer);
        session = session.reclassified();
        asked += 1;
        assert!(asked <= catalog.facts.len(), "{}: asked without end", case.id);
    }
    asked
}

/// The journeys of all cases.
pub(crate) fn journeys() -> Journeys {
    let counts: Vec<(usize, &'static str)> = cases()
        .iter()
        .map(|case| (asked(case), case.id.as_str()))
        .collect();
    let sum: usize = counts.iter().map(|(count, _)| count).sum();
    let (worst, worst_case) = counts.iter().copied().max().unwrap_or_default();
    let all = builtin()
        .facts
        .iter()
        .filter(|fact| fact.part == Part::Classify)
        .count();
    Journeys {
        mean: sum as f64 / counts.len() as f64,
        worst,
        worst_case,
        all,
    }
}

pub(crate) fn named(id: &str) -> &'static Case {
    cases()
        .iter()
        .find(|case| case.id == id)
        .unwrap_or_else(|| panic!("no case {id}"))
}

#[test]
fn a_plain_case_takes_at_most_eight_questions() {
    for id in PLAIN {
        let asked = asked(named(id));
        assert!(asked <= 8, "{id}: {asked} questions");
    }
}

#[test]
fn a_case_of_annex_iii_takes_at_most_sixteen_questions() {
    for case in cases() {
        let tier = case.tier.as_deref();
        if tier == Some("high") || tier == Some("exempt") {
            let asked = asked(case);
            assert!(asked <= 16, "{}: {asked} questions", case.id);
        }
    }
}
