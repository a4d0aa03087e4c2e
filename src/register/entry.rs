//! What a use case of the register comes to: made for many, so that only what a register shows is computed.

use serde::{Serialize, Serializer};

use crate::catalog::{Catalog, Date, Tier};
use crate::engine::{
    Answers, Classification, Classifier, Evaluation, Status, Work, checklist, law_changes, milestones,
    next_question, open_facts, readiness,
};
use crate::record::UseCase;
use crate::suggest::{Model, Scored, suggest};

/// A use case, evaluated.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Entry {
    /// Lowest and highest tier still possible.
    #[serde(serialize_with = "tier_ids")]
    pub range: [Tier; 2],
    /// Sectors as answered; bit mask over the sectors fact.
    pub sectors: u32,
    /// Flags that are raised, by index.
    pub flags: Vec<u16>,
    /// Facts that could still change something.
    pub open: usize,
    /// Those of them that surely arise, by index.
    #[serde(skip)]
    pub arising: Vec<u16>,
    /// The fact to ask next, by index.
    pub next_question: Option<u16>,
    /// The next day on which something changes for it.
    pub deadline: Option<Deadline>,
    /// How far the work is.
    pub progress: Progress,
    /// Readiness in percent; nothing where no work is recorded, or for a prohibited use.
    pub percent: Option<u32>,
}

/// A day ahead that concerns a use case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Deadline {
    /// The day.
    #[serde(serialize_with = "day_text")]
    pub day: Date,
    /// Milestones that are reached, by index.
    pub milestones: Vec<u16>,
    /// Whether the law changes its tier on that day.
    pub tier_changes: bool,
}

/// How far the work on a use case is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Progress {
    /// Nothing is recorded.
    NotBegun,
    /// Something is.
    InWork,
    /// Everything on its checklist is done.
    Done,
}

impl Progress {
    /// All, in order.
    pub const ALL: [Self; 3] = [Self::NotBegun, Self::InWork, Self::Done];

    /// Stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::NotBegun => "not-begun",
            Self::InWork => "in-work",
            Self::Done => "done",
        }
    }
}

/// A value that a description suggests. It is for a person to confirm and settles nothing.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Suggested {
    /// Id of the value.
    pub value: &'static str,
    /// How likely it is, from 0 to 1.
    pub score: f32,
}

/// What the words of a use case suggest.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Suggestions {
    /// Sectors, the likeliest first.
    pub sectors: Vec<Suggested>,
    /// Areas, the likeliest first.
    pub areas: Vec<Suggested>,
}

impl Entry {
    /// Whether one tier is left.
    pub fn settled(&self) -> bool {
        self.range[0] == self.range[1]
    }

    /// Ids of its sectors.
    pub fn sector_ids(&self, catalog: &Catalog) -> Vec<&'static str> {
        let sectors = catalog.facts.get(usize::from(catalog.special.sectors));
        sectors.map_or_else(Vec::new, |fact| fact.value_ids(self.sectors).collect())
    }
}

/// Evaluates use cases on one day: what is the same for all is prepared once.
///
/// ```
/// use aims_readiness::{catalog::builtin, record::UseCase, register::Evaluator};
///
/// let evaluator = Evaluator::new(builtin(), "2026-11-21".parse().unwrap());
/// let entry = evaluator.entry(&UseCase::default());
/// assert!(!entry.settled() && entry.next_question.is_some());
/// ```
#[derive(Debug)]
pub struct Evaluator {
    catalog: &'static Catalog,
    as_of: Date,
    now: Classifier,
    /// Days ahead on which the law changes, with the law of each.
    ahead: Vec<(Date, Classifier)>,
}

impl Evaluator {
    /// Prepares for the law of a day.
    pub fn new(catalog: &'static Catalog, as_of: Date) -> Self {
        let ahead = law_changes(catalog, as_of).into_iter();
        Self {
            catalog,
            as_of,
            now: Classifier::new(catalog, as_of),
            ahead: ahead.map(|day| (day, Classifier::new(catalog, day))).collect(),
        }
    }

    /// The catalogue that is evaluated against.
    pub fn catalog(&self) -> &'static Catalog {
        self.catalog
    }

    /// The day whose law is applied.
    pub fn as_of(&self) -> Date {
        self.as_of
    }

    /// Evaluates a use case.
    pub fn entry(&self, use_case: &UseCase) -> Entry {
        let (answers, _) = use_case.answers(self.catalog);
        let evaluation = self.now.evaluate(&answers);
        let result = self.now.classify_evaluated(&evaluation);
        let (progress, percent) = self.progress(use_case, &evaluation, &result);
        let open = open_facts(&evaluation, &result);
        let arising = open.iter().filter(|open| open.arises).map(|open| open.fact);
        Entry {
            range: [result.lowest, result.highest],
            sectors: result.sectors,
            open: open.len(),
            arising: arising.collect(),
            next_question: next_question(&evaluation, &result),
            deadline: self.deadline(&answers, &result),
            flags: result.flags,
            progress,
            percent,
        }
    }

    /// What the words of a use case suggest: name, description and tags.
    pub fn suggestions(&self, use_case: &UseCase, model: &Model) -> Suggestions {
        let words = [
            &use_case.name,
            "\n",
            &use_case.description,
            "\n",
            &use_case.tags.join(" "),
        ]
        .concat();
        let found = suggest(model, &words);
        let known = |fact: u16, scored: Vec<Scored>| {
            let values = self
                .catalog
                .facts
                .get(usize::from(fact))
                .map_or(&[][..], |fact| fact.values);
            let known = scored.into_iter().filter_map(|class| {
                let value = values.iter().find(|value| **value == class.id)?;
                Some(Suggested {
                    value,
                    score: class.score,
                })
            });
            known.collect()
        };
        Suggestions {
            sectors: known(self.catalog.special.sectors, found.sectors),
            areas: known(self.catalog.special.areas, found.areas),
        }
    }

    /// The next day ahead: the first of the changes that [`crate::engine::upcoming`] lists.
    fn deadline(&self, answers: &Answers, now: &Classification) -> Option<Deadline> {
        let mut then = None;
        let mut laws = self.ahead.iter();
        loop {
            let law = laws.next();
            let until = law.map(|(day, _)| *day);
            let result = then.as_ref().unwrap_or(now);
            if let Some(found) = self.reached(result, until) {
                return Some(found);
            }
            let (day, classifier) = law?;
            let next = classifier.classify(answers);
            if [next.lowest, next.highest] != [result.lowest, result.highest] {
                let reached = milestones(self.catalog, &next)
                    .into_iter()
                    .filter(|(_, date)| date == day);
                return Some(Deadline {
                    day: *day,
                    milestones: each_once(reached.map(|(index, _)| index)),
                    tier_changes: true,
                });
            }
            then = Some(next);
        }
    }

    /// The first milestone reached under a law that is in force until a day.
    fn reached(&self, then: &Classification, until: Option<Date>) -> Option<Deadline> {
        let ahead = |date: &Date| *date > self.as_of && until.is_none_or(|until| *date < until);
        let reached = milestones(self.catalog, then);
        let day = reached.iter().map(|(_, date)| *date).filter(ahead).min()?;
        let same = reached.iter().filter(|(_, date)| *date == day);
        Some(Deadline {
            day,
            milestones: each_once(same.map(|(index, _)| *index)),
            tier_changes: false,
        })
    }

    fn progress(
        &self,
        use_case: &UseCase,
        evaluation: &Evaluation<'_>,
        result: &Classification,
    ) -> (Progress, Option<u32>) {
        // A checklist is made only where there is something to say of it.
        let begun = use_case.work.values().any(|work| work.0 != Work::default());
        if !begun {
            return (Progress::NotBegun, None);
        }
        let (works, _) = use_case.works(self.catalog);
        let status = |item: u16| {
            works
                .get(usize::from(item))
                .map_or(Status::NotStarted, |work| work.status)
        };
        let list = checklist(evaluation, result);
        let mut lines = list.lines.iter();
        let done = lines.all(|line| {
            let counted = line.counted(status(line.item));
            counted.done() || counted == Status::NotApplicable
        });
        let report = readiness(self.catalog, &list, status);
        let progress = if done { Progress::Done } else { Progress::InWork };
        (progress, report.map(|report| report.overall.percent()))
    }
}

fn each_once(indices: impl Iterator<Item = u16>) -> Vec<u16> {
    let mut found: Vec<u16> = Vec::new();
    for index in indices {
        if !found.contains(&index) {
            found.push(index);
        }
    }
    found
}

fn tier_ids<S: Serializer>(range: &[Tier; 2], serializer: S) -> Result<S::Ok, S::Error> {
    range.map(Tier::id).serialize(serializer)
}

fn day_text<S: Serializer>(day: &Date, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(day)
}
