//! Person-days in words.

use yew::AttrValue;

use crate::widget::View;

/// Half days as days: `1.5`. Integers only, because formatting floats costs five kilobytes.
pub(crate) fn days(half_days: u32) -> String {
    let whole = (half_days / 2).to_string();
    if half_days % 2 == 1 { whole + ".5" } else { whole }
}

/// A range of person-days.
pub(crate) fn range(view: &View, [low, high]: [u32; 2]) -> AttrValue {
    view.t_with("line.days", &[("low", &days(low)), ("high", &days(high))])
}
