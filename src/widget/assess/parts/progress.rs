//! How far the questions are.

use yew::prelude::*;

use crate::catalog::WordingKey;
use crate::session::Progress;
use crate::widget::View;

/// A bar with the topic of the question shown and the number of questions answered and left.
pub(crate) fn step_progress(view: &View, progress: Progress, topic: &str) -> Html {
    let Progress { answered, left } = progress;
    let (answered_text, left_text) = (answered.to_string(), left.to_string());
    let key = if left == 0 {
        "progress.last"
    } else {
        "progress.words"
    };
    let words = view.t_with(key, &[("answered", &answered_text), ("left", &left_text)]);
    html! {
        <div class="progress" part="progress">
            <p class="progress-words">
                <b>{ view.text(&WordingKey::name("topic", topic)) }</b>
                <span>{ words.clone() }</span>
            </p>
            <progress aria-label={words} max={(answered + left).max(1).to_string()} value={answered_text} />
        </div>
    }
}
