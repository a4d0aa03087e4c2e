//! What an answer to a scenario is worth.

use crate::catalog::Tier;
use crate::engine::Classification;

/// What somebody answers to a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// A tier.
    Tier(Tier),
    /// That the story does not tell enough.
    Open,
}

impl Said {
    /// The id of the answer that the story does not tell enough.
    pub const OPEN: &'static str = "open";

    /// The answer with an id: a tier's, or `open`.
    pub fn from_id(id: &str) -> Option<Self> {
        if id == Self::OPEN {
            return Some(Self::Open);
        }
        let tier = Tier::ALL.into_iter().find(|tier| tier.id() == id);
        tier.map(Self::Tier)
    }
}

/// What an answer is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Worth {
    /// It is what the engine says.
    Right,
    /// A tier that is possible, where the story leaves more than one.
    TooEarly,
    /// That the story does not tell enough, where it does.
    TooOpen,
    /// A tier that is not possible.
    Wrong,
}

impl Worth {
    /// Stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::TooEarly => "too-early",
            Self::TooOpen => "too-open",
            Self::Wrong => "wrong",
        }
    }

    /// Points out of two: an answer that goes too far on a right way is worth half.
    pub const fn points(self) -> u32 {
        match self {
            Self::Right => 2,
            Self::TooEarly => 1,
            Self::TooOpen | Self::Wrong => 0,
        }
    }
}

/// What an answer is worth beside a result.
pub fn worth(said: Said, result: &Classification) -> Worth {
    match said {
        Said::Open if result.settled() => Worth::TooOpen,
        Said::Open => Worth::Right,
        Said::Tier(tier) if !(result.lowest..=result.highest).contains(&tier) => Worth::Wrong,
        Said::Tier(_) if result.settled() => Worth::Right,
        Said::Tier(_) => Worth::TooEarly,
    }
}
