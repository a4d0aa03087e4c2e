//! A calendar day as plain data: the engine compares days and never asks a clock.

use core::fmt;
use core::str::FromStr;

/// A day of the Gregorian calendar, ordered, stored as the number `yyyymmdd`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(u32);

impl Date {
    /// 1 January 1970, from which days are counted.
    pub const EPOCH: Self = Self(19_700_101);

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

    /// The day so many days later, or earlier; `None` beyond the years 1 to 9999.
    pub fn plus_days(self, days: i64) -> Option<Self> {
        Self::from_days(self.days().checked_add(days)?)
    }

    /// Days since 1970-01-01, after Howard Hinnant's `days_from_civil`.
    pub fn days(self) -> i64 {
        let (year, month, day) = self.parts();
        let (year, month, day) = (i64::from(year), i64::from(month), i64::from(day));
        let shifted = if month > 2 { year } else { year - 1 };
        let era = shifted.div_euclid(400);
        let year_of_era = shifted.rem_euclid(400);
        let month_index = (month + 9) % 12;
        let day_of_year = (153 * month_index + 2) / 5 + day - 1;
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
    }

    /// The day so many days since 1970-01-01, after Howard Hinnant's `civil_from_days`; `None` beyond the years
    /// 1 to 9999.
    pub fn from_days(days: i64) -> Option<Self> {
        let shifted = days.checked_add(719_468)?;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_index = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_index + 2) / 5 + 1;
        let month = if month_index < 10 {
            month_index + 3
        } else {
            month_index - 9
        };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Self::from_number(u32::try_from(year * 10_000 + month * 100 + day).ok()?)
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::Date;

    fn day(number: u32) -> Date {
        Date::from_number(number).unwrap()
    }

    #[test]
    fn known_days() {
        for (days, number) in [
            (0, 19_700_101),
            (19_782, 20_240_229),
            (20_778, 20_261_121),
            (-719_162, 10_101),
        ] {
            assert_eq!(Date::from_days(days), Some(day(number)));
            assert_eq!(day(number).days(), days);
        }
        assert_eq!(Date::from_days(-719_163), None);
        assert_eq!(Date::from_days(i64::MAX), None);
    }

    #[test]
    fn every_day_of_four_centuries_follows_the_one_before() {
        let mut last = day(20_000_101);
        for _ in 0..146_097 {
            let next = last.plus_days(1).unwrap();
            assert!(next > last);
            assert_eq!(next.days(), last.days() + 1);
            last = next;
        }
        assert_eq!(last, day(24_000_101));
    }
}
