//! The start: what this is, what it does not do, and the way in.

use yew::prelude::*;

use crate::catalog::Tier;
use crate::session::{Action, Session};
use crate::widget::assess::AppProps;
use crate::widget::assess::parts::Describe;
use crate::widget::parts::ladder;
use crate::widget::{Notice, View};

/// The start page.
pub(crate) fn start_page(view: &View, session: &Session, heading: NodeRef, props: &AppProps) -> Html {
    let begun = session.begun;
    let label = view.t(if begun { "start.resume" } else { "start.begin" });
    let given = session.progress().answered;
    html! {
        <section class="page start">
            <div class="start-text">
                <p class="kicker" part="kicker">{ view.t("start.kicker") }</p>
                <h2 ref={heading} tabindex="-1" part="heading">{ view.t("start.title") }</h2>
                <p class="lead" part="lead">{ view.t("start.lead") }</p>
                <div class="actions" part="actions">
                    <button type="button" class="button primary" part="button button-primary" data-begin="" onclick={view.on(Action::Begin)}>
                        { label }
                    </button>
                    if begun {
                        <button type="button" class="button" part="button" onclick={view.tell(Notice::Over)} disabled={view.readonly}>{ view.t("start.over") }</button>
                    }
                    <button type="button" class="button" part="button" onclick={view.tell(Notice::Open)}>
                        { view.t("start.open") }
                    </button>
                </div>
                if given > 0 && !begun {
                    <p class="quiet">{ view.t_with("start.given", &[("count", &given.to_string())]) }</p>
                }
                if props.refused {
                    <p class="error" role="alert">{ view.t("start.not-saved") }</p>
                }
                <Describe view={view.clone()} session={session.clone()} suggester={props.suggester.clone()} />
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
