//! What is pointed out at an option of a question. A mark decides nothing: people tick for themselves.

use super::Session;

/// Why an option is pointed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A description in free words suggests it.
    Suggested,
    /// It is common in a sector of the use case.
    Sector,
}

impl Session {
    /// The mark at a value of a fact, by position.
    pub fn mark(&self, fact: u16, value: u8) -> Option<Mark> {
        let has = |mask: u32| mask >> value & 1 == 1;
        if has(self.suggested(fact)) {
            return Some(Mark::Suggested);
        }
        has(self.common(fact)).then_some(Mark::Sector)
    }

    /// Values of a fact that a description suggests; bit mask.
    pub fn suggested(&self, fact: u16) -> u32 {
        let known = self.suggestions.iter().find(|(known, _)| *known == fact);
        known.map_or(0, |(_, mask)| *mask)
    }

    /// Values of a fact that are common in the sectors chosen; bit mask.
    fn common(&self, fact: u16) -> u32 {
        let special = &self.catalog.special;
        let chosen = (0..)
            .zip(self.catalog.sectors)
            .filter(|(bit, _)| self.result.sectors >> bit & 1 == 1);
        chosen.fold(0, |mask, (_, sector)| {
            mask | if fact == special.areas {
                sector.areas
            } else if fact == special.practices {
                sector.practices
            } else {
                0
            }
        })
    }
}
