//! The screens of the checklist.

/// A screen of the checklist.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Tab {
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
    pub(crate) const ALL: [Self; 7] = [
        Self::Lines,
        Self::Gaps,
        Self::Plan,
        Self::Statement,
        Self::Starters,
        Self::Crosswalk,
        Self::Advice,
    ];

    /// Key of its name among the interface texts.
    pub(crate) const fn key(self) -> &'static str {
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
}
