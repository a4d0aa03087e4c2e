//! Readiness as a figure, a bar and the formula behind it.

use yew::prelude::*;

use crate::engine::Readiness;
use crate::widget::View;

/// The readiness figure.
pub(crate) fn meter(view: &View, readiness: Readiness) -> Html {
    let percent = readiness.percent().to_string();
    let numbers = [
        ("done", readiness.done.to_string()),
        ("started", readiness.started.to_string()),
        ("counted", readiness.counted.to_string()),
        ("excluded", readiness.excluded.to_string()),
    ];
    let values: Vec<(&str, &str)> = numbers
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    html! {
        <div class="meter">
            <p class="meter-figure"><b>{ percent.clone() }</b>{ view.t("meter.percent") }</p>
            <div class="meter-words">
                <meter min="0" max="100" value={percent} aria-label={view.t("meter.label")} />
                <p>{ view.t_with("meter.counts", &values) }</p>
                <p class="quiet">{ view.t("meter.formula") }</p>
            </div>
        </div>
    }
}
