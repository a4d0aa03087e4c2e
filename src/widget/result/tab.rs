//! The screens of the checklist.

/// A screen of the checklist.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// The lines under their headings.
    #[default]
    Lines,
    /// What is missing.
    Gaps,
    /// The way to a certificate.
    Plan,
    /// The Statement of Applicability.
    Statement,
    /// Documents begun from the answers.
    Starters,
    /// Links to other standards and laws, by place.
    Crosswalk,
    /// Whether to certify.
    Advice,
}

impl Tab {
    /// All, in the order shown.
    pub const ALL: [Self; 7] = [
        Self::Lines,
        Self::Gaps,
        Self::Plan,
        Self::Statement,
        Self::Starters,
        Self::Crosswalk,
        Self::Advice,
    ];

    /// Key of its name among the interface texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Lines => "tab.lines",
            Self::Gaps => "tab.gaps",
            Self::Plan => "tab.plan",
            Self::Statement => "tab.statement",
            Self::Starters => "tab.starters",
            Self::Crosswalk => "tab.crosswalk",
            Self::Advice => "tab.advice",
        }
    }

    /// Stable name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Lines => "lines",
            Self::Gaps => "gaps",
            Self::Plan => "plan",
            Self::Statement => "statement",
            Self::Starters => "starters",
            Self::Crosswalk => "crosswalk",
            Self::Advice => "advice",
        }
    }

    /// The one with this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tab| tab.id() == id)
    }
}
