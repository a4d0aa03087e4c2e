//! How far the work on an item is, as people record it.

use crate::catalog::Date;

/// Where an item stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Nothing yet.
    #[default]
    NotStarted,
    /// Somebody will do it by a day.
    Planned,
    /// Done in part.
    Partial,
    /// Done.
    Implemented,
    /// Done, and somebody else has checked it.
    Verified,
    /// Left out with a reason; counts only where the item may be left out.
    NotApplicable,
}

impl Status {
    /// All statuses, in the order shown.
    pub const ALL: [Self; 6] = [
        Self::NotStarted,
        Self::Planned,
        Self::Partial,
        Self::Implemented,
        Self::Verified,
        Self::NotApplicable,
    ];

    /// Stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::NotStarted => "not-started",
            Self::Planned => "planned",
            Self::Partial => "partial",
            Self::Implemented => "implemented",
            Self::Verified => "verified",
            Self::NotApplicable => "not-applicable",
        }
    }

    /// The status with an id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.id() == id)
    }

    /// Whether it is done.
    pub const fn done(self) -> bool {
        matches!(self, Self::Implemented | Self::Verified)
    }
}

/// What is recorded about an item. A document, its use and its proof are three things, kept apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// Where it stands.
    pub status: Status,
    /// There is a document.
    pub documented: bool,
    /// It is done that way.
    pub working: bool,
    /// There is a record that shows it.
    pub proven: bool,
    /// Who sees to it.
    pub owner: String,
    /// By when.
    pub due: Option<Date>,
    /// Why it is left out.
    pub reason: String,
    /// Anything else.
    pub note: String,
    /// Where the evidence is: a name or an address, never the evidence itself.
    pub evidence: String,
}
