//! Today, from the system's clock: the command line is a host, and only hosts know the day.

use std::io;
use std::time::{SystemTime, UNIX_EPOCH};

use aims_readiness::catalog::Date;

/// Today in UTC.
pub(crate) fn today() -> io::Result<Date> {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_err(io::Error::other)?;
    let error = || io::Error::other("the system's clock shows no usable date; use --as-of");
    let days = i64::try_from(since.as_secs() / 86_400).map_err(|_| error())?;
    u32::try_from(civil(days))
        .ok()
        .and_then(Date::from_number)
        .ok_or_else(error)
}

/// Days since 1970-01-01 as `yyyymmdd`, after Howard Hinnant's `civil_from_days`.
fn civil(days: i64) -> i64 {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_index = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_index + 2) / 5 + 1;
    let month = if month_index < 10 {
        month_index + 3
    } else {
        month_index - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    year * 10_000 + month * 100 + day
}

#[cfg(test)]
mod tests {
    use super::civil;

    #[test]
    fn known_days() {
        assert_eq!(civil(0), 19_700_101);
        assert_eq!(civil(19_782), 20_240_229);
        assert_eq!(civil(20_778), 20_261_121);
    }
}
