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
    Date::from_days(days).ok_or_else(error)
}
