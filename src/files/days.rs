//! Days as plans and calendars write them.

use crate::catalog::Date;

/// The day so many days later; nothing past the end of the calendar.
pub(super) fn later(day: Date, days: u32) -> Option<Date> {
    day.plus_days(i64::from(days))
}

/// The day so many weeks later.
pub(super) fn weeks_later(day: Date, weeks: u16) -> Option<Date> {
    day.plus_days(i64::from(weeks) * 7)
}

/// `20271202`, as calendars write days.
pub(super) fn compact(day: Date) -> String {
    day.to_string().replace('-', "")
}

/// A day as a moment: midnight, in the time that is the same everywhere.
pub(super) fn moment(day: &str) -> String {
    [day, "T00:00:00Z"].concat()
}
