//! The root of the checklist: holds the session, shows the screen, tells the host.

use std::rc::Rc;

use yew::prelude::*;

use super::Tab;
use super::pages::{
    advice_page, checklist_page, crosswalk_page, gaps_page, plan_page, starters_page, statement_page,
};
use super::parts::tabs;
use crate::catalog::Tier;
use crate::engine::Checklist;
use crate::session::Session;
use crate::widget::focus::use_heading_focus;
use crate::widget::store::use_session;
use crate::widget::{Notice, View, Wording};

/// Properties of [`ListApp`].
#[derive(Clone, PartialEq, Properties)]
pub struct ListProps {
    /// The state to begin with.
    pub start: Session,
    /// Texts: all that the checklist shows.
    pub wording: Rc<Wording>,
    /// Language tag.
    pub lang: AttrValue,
    /// Takes notices for the host.
    pub notify: Callback<Notice>,
}

/// The checklist, with gaps, plan, Statement of Applicability and advice.
#[component]
pub fn ListApp(props: &ListProps) -> Html {
    let (session, view) = use_session(&props.start, &props.wording, &props.lang, &props.notify);
    let tab = use_state(Tab::default);
    let notify = props.notify.clone();
    use_effect_with(*tab, move |_| notify.emit(Notice::Step));
    let heading = use_heading_focus(*tab, true);
    let list = session.checklist();
    let stop = list.tier == Tier::Prohibited;
    let key = match *tab {
        Tab::Lines if stop => "checklist.stop-title",
        Tab::Lines => "checklist.title",
        tab => tab.key(),
    };
    let choose = {
        let tab = tab.clone();
        Callback::from(move |chosen| tab.set(chosen))
    };
    html! {
        <div class="app">
            <section class="page checklist">
                <header>
                    <p class="kicker">{ view.t("checklist.kicker") }</p>
                    <h2 ref={heading} tabindex="-1">{ view.t(key) }</h2>
                    <div class="actions">
                        <button type="button" class="button" onclick={view.tell(Notice::Back(Rc::clone(&session)))}>
                            { view.t("checklist.back") }
                        </button>
                        <button type="button" class="button" onclick={view.tell(Notice::Save(Rc::clone(&session)))}>
                            { view.t("checklist.save") }
                        </button>
                    </div>
                </header>
                if stop {
                    { checklist_page(&view, &session, &list) }
                } else {
                    { tabs(&view, *tab, choose) }
                    { page(&view, &session, &list, *tab) }
                }
            </section>
            <footer class="footer"><p>{ view.t("no-legal-advice") }</p></footer>
        </div>
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
