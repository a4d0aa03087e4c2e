//! A calendar day as plain data: the engine compares days and never asks a clock.

use core::fmt;
use core::str::FromStr;

/// A day of the Gregorian calendar, ordered, stored as the number `yyyymmdd`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(u32);

impl Date {
    /// A date from the number `yyyymmdd`, or `None` where no such day exists.
    pub const fn from_number(number: u32) -> Option<Self> {
        let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let last = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        if year < 1 || year > 9999 || day < 1 || day > last {
            return None;
        }
        Some(Self(number))
    }

    /// A date the catalogue build has already checked.
    pub(crate) const fn checked(number: u32) -> Self {
        Self(number)
    }

    /// Year, month (1 to 12) and day of the month (1 to 31).
    pub const fn parts(self) -> (u32, u32, u32) {
        (self.0 / 10_000, self.0 / 100 % 100, self.0 % 100)
    }
}

impl fmt::Display for Date {
    /// ISO 8601: `2027-12-02`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

/// Why a text is not a [`Date`]: it is not `YYYY-MM-DD` or names no day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateError;

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected a calendar day written YYYY-MM-DD, such as 2027-12-02")
    }
}

impl core::error::Error for DateError {}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let mut number = 0;
        if text.len() != 10 {
            return Err(DateError);
        }
        for (place, byte) in text.bytes().enumerate() {
            match (place, byte) {
                (4 | 7, b'-') => {}
                (4 | 7, _) => return Err(DateError),
                (_, b'0'..=b'9') => number = number * 10 + u32::from(byte - b'0'),
                _ => return Err(DateError),
            }
        }
        Self::from_number(number).ok_or(DateError)
    }
}
