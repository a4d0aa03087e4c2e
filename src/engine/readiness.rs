//! How far a checklist is done, in whole percent, by a formula that can be shown.

use super::checklist::Checklist;
use crate::catalog::{Applicability, Tier};

/// Where a line stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Nothing yet.
    #[default]
    Open,
    /// Begun.
    Started,
    /// Done, with evidence.
    Done,
    /// Left out with a reason; only for lines that are not applicable without condition.
    Excluded,
}

impl Status {
    /// All statuses, in the order shown.
    pub const ALL: [Self; 4] = [Self::Open, Self::Started, Self::Done, Self::Excluded];

    /// Stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Started => "started",
            Self::Done => "done",
            Self::Excluded => "excluded",
        }
    }
}

/// Counts over a checklist and the figure that follows from them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Readiness {
    /// Lines that count: all but those left out.
    pub counted: u32,
    /// Lines done.
    pub done: u32,
    /// Lines begun.
    pub started: u32,
    /// Lines left out.
    pub excluded: u32,
}

impl Readiness {
    /// `(done + started / 2) / counted`, in whole percent, rounded down so that 100 means all.
    pub const fn percent(self) -> u32 {
        match ((self.done * 2 + self.started) * 50).checked_div(self.counted) {
            Some(percent) => percent,
            None => 0,
        }
    }
}

/// Readiness of a checklist; `None` for a prohibited use, which has no readiness.
pub fn readiness(checklist: &Checklist, status: impl Fn(u16) -> Status) -> Option<Readiness> {
    if checklist.tier == Tier::Prohibited {
        return None;
    }
    let mut counts = Readiness {
        counted: 0,
        done: 0,
        started: 0,
        excluded: 0,
    };
    for line in &checklist.lines {
        let status = status(line.item);
        if status == Status::Excluded && line.applicability != Applicability::Applicable {
            counts.excluded += 1;
            continue;
        }
        counts.counted += 1;
        match status {
            Status::Done => counts.done += 1,
            Status::Started => counts.started += 1,
            Status::Open | Status::Excluded => {}
        }
    }
    Some(counts)
}
