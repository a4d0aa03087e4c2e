//! What speaks against a case: whoever writes one should know before a room does.

use serde::Serialize;

use super::deck::Scenario;
use super::judge::{Said, Worth, worth};
use crate::catalog::{Catalog, Date};
use crate::engine::{Evaluation, classify, open_facts};

/// Words of a story that can be read in a minute.
pub const LONGEST_STORY: usize = 120;

/// Something that speaks against a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Doubt {
    /// Stable code: `settled`, `open`, `idle`, `right-mistake` or `long-story`.
    pub code: &'static str,
    /// The fact that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fact: Option<String>,
}

impl Doubt {
    const fn of(code: &'static str) -> Self {
        Self { code, fact: None }
    }
}

/// What speaks against a case, under the law of its day or of the one that is asked for.
///
/// - `settled`: facts are said to be missing, and yet one tier is left;
/// - `open`: nothing is said to be missing, and yet more than one tier is possible;
/// - `idle`: a fact that is said to be missing changes nothing;
/// - `right-mistake`: the common mistake is what the engine says;
/// - `long-story`: more than [`LONGEST_STORY`] words.
pub fn doubts(scenario: &Scenario, catalog: &'static Catalog, asked: Date) -> Vec<Doubt> {
    let (answers, _) = scenario.answers(catalog);
    let result = classify(catalog, &answers, scenario.day(asked));
    let mut found = Vec::new();
    match (result.settled(), scenario.missing.is_empty()) {
        (true, false) => found.push(Doubt::of("settled")),
        (false, true) => found.push(Doubt::of("open")),
        (true, true) => {}
        (false, false) => {
            let evaluation = Evaluation::new(catalog, &answers);
            let open = open_facts(&evaluation, &result);
            let open = open
                .iter()
                .filter_map(|open| catalog.facts.get(usize::from(open.fact)));
            let open: Vec<&str> = open.map(|fact| fact.id).collect();
            let idle = scenario
                .missing
                .iter()
                .filter(|fact| !open.contains(&fact.as_str()));
            found.extend(idle.map(|fact| Doubt {
                code: "idle",
                fact: Some(fact.clone()),
            }));
        }
    }
    let mistake = scenario.mistake.as_ref();
    let said = mistake.and_then(|mistake| Said::from_id(&mistake.tier));
    if said.is_some_and(|said| worth(said, &result) == Worth::Right) {
        found.push(Doubt::of("right-mistake"));
    }
    if scenario.story.split_whitespace().count() > LONGEST_STORY {
        found.push(Doubt::of("long-story"));
    }
    found
}
