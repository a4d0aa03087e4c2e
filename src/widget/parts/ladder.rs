//! The ladder of tiers: a picture of what is still possible, with the words beside it.

use yew::prelude::*;

use crate::catalog::{Tier, WordingKey};
use crate::widget::View;

/// The ladder, highest tier on top, with the tiers from `lowest` to `highest` marked.
pub(crate) fn ladder(view: &View, lowest: Tier, highest: Tier) -> Html {
    let possible = |tier: Tier| lowest <= tier && tier <= highest;
    html! {
        <ol class="ladder" reversed={true}>
            for tier in Tier::ALL.into_iter().rev() {
                <li
                    key={tier.id()}
                    class={classes!("rung", possible(tier).then_some("rung-possible"))}
                    data-tier={tier.id()}
                >
                    { view.text(&WordingKey::part("tier", tier.id(), "name")) }
                    if !possible(tier) {
                        <span class="visually-hidden">{ " " }{ view.t("ladder.ruled-out") }</span>
                    }
                </li>
            }
        </ol>
    }
}
