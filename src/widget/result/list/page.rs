//! The frame around every screen of the checklist: heading, the way back, tabs.

use yew::prelude::*;

use super::pages::{
    advice_page, checklist_page, crosswalk_page, gaps_page, plan_page, starters_page, statement_page,
};
use super::parts::tabs;
use crate::catalog::Tier;
use crate::engine::Checklist;
use crate::session::Session;
use crate::widget::result::{Place, Tab};
use crate::widget::{Notice, View};

/// A text that only comes with the wording of the checklist.
const MARKER: &str = "tab.label";

/// The page of a screen of the checklist; `show` goes to another.
pub(crate) fn list_page(
    view: &View,
    session: &Session,
    heading: NodeRef,
    tab: Tab,
    show: &Callback<Place>,
) -> Html {
    // The wording of the checklist comes behind that of the result.
    if view.optional(&["ui.", MARKER].concat()).is_none() {
        return html! {
            <section class="page">
                <h2 ref={heading} tabindex="-1" class="loading">{ view.t("loading") }</h2>
            </section>
        };
    }
    let list = session.checklist();
    let stop = list.tier == Tier::Prohibited;
    let key = match tab {
        _ if stop => "checklist.stop-title",
        Tab::Lines => "checklist.title",
        tab => tab.key(),
    };
    let back = {
        let show = show.clone();
        Callback::from(move |_: MouseEvent| show.emit(Place::Verdict))
    };
    let choose = {
        let show = show.clone();
        Callback::from(move |tab| show.emit(Place::List(tab)))
    };
    html! {
        <section class="page checklist">
            <header>
                <p class="kicker" part="kicker">{ view.t("checklist.kicker") }</p>
                <h2 ref={heading} tabindex="-1" part="heading">{ view.t(key) }</h2>
                <div class="actions" part="actions">
                    <button type="button" class="button" part="button" onclick={back}>
                        { view.t("checklist.back") }
                    </button>
                    <button type="button" class="button" part="button" onclick={view.tell(Notice::Save)}>
                        { view.t("checklist.save") }
                    </button>
                    <button type="button" class="button" part="button" onclick={view.tell(Notice::Files)}>
                        { view.t("files.open") }
                    </button>
                </div>
            </header>
            if stop {
                { checklist_page(view, session, &list) }
            } else {
                { tabs(view, tab, choose) }
                { page(view, session, &list, tab) }
            }
        </section>
    }
}

fn page(view: &View, session: &Session, list: &Checklist, tab: Tab) -> Html {
    match tab {
        Tab::Lines => checklist_page(view, session, list),
        Tab::Gaps => gaps_page(view, session, list),
        Tab::Plan => plan_page(view, session, list),
        Tab::Statement => statement_page(view, session, list),
        Tab::Starters => starters_page(view, session, list),
        Tab::Crosswalk => crosswalk_page(view, session),
        Tab::Advice => advice_page(view, session, list),
    }
}
