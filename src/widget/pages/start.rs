//! The start: what this is, what it does not do, and the way in.

use yew::prelude::*;

use crate::catalog::Tier;
use crate::session::{Action, Session};
use crate::widget::View;
use crate::widget::parts::ladder;

/// The start page.
pub(crate) fn start_page(view: &View, session: &Session, heading: NodeRef) -> Html {
    let begun = session.progress().answered > 0;
    let label = view.t(if begun { "start.resume" } else { "start.begin" });
    html! {
        <section class="page start">
            <div class="start-text">
                <p class="kicker">{ view.t("start.kicker") }</p>
                <h2 ref={heading} tabindex="-1">{ view.t("start.title") }</h2>
                <p class="lead">{ view.t("start.lead") }</p>
                <div class="actions">
                    <button type="button" class="button primary" onclick={view.on(Action::Begin)}>{ label }</button>
                    if begun {
                        <button type="button" class="button" onclick={view.on(Action::Reset)}>{ view.t("start.over") }</button>
                    }
                </div>
                <ul class="promises">
                    for key in ["start.promise-private", "start.promise-short", "start.promise-unsure"] {
                        <li>{ view.t(key) }</li>
                    }
                </ul>
            </div>
            <figure class="start-picture">
                { ladder(view, Tier::OutOfScope, Tier::Prohibited) }
                <figcaption>{ view.t("start.picture") }</figcaption>
            </figure>
        </section>
    }
}
