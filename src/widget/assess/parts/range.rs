//! What is still possible, in a sentence.

use yew::AttrValue;

use crate::engine::Classification;
use crate::widget::View;

/// What is still possible, in a sentence.
pub(crate) fn range_words(view: &View, result: &Classification) -> AttrValue {
    view.tiers("side.settled", "side.range", result.lowest, result.highest)
}
