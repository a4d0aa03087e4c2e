//! The root of the result: holds the session, shows result or checklist, tells the host.

use std::rc::Rc;

use yew::prelude::*;

use super::list::list_page;
use super::page::result_page;
use super::{Place, Reopened};
use crate::session::Session;
use crate::widget::focus::use_heading_focus;
use crate::widget::store::use_session;
use crate::widget::{Notice, Wording};

/// Properties of [`ResultApp`].
#[derive(Clone, PartialEq, Properties)]
pub struct ResultProps {
    /// The state to begin with.
    pub start: Session,
    /// Where to begin.
    pub place: Place,
    /// Texts; those of the checklist may follow.
    pub wording: Rc<Wording>,
    /// Language tag.
    pub lang: AttrValue,
    /// Takes notices for the host.
    pub notify: Callback<Notice>,
    /// A saved result that was opened.
    pub reopened: Reopened,
}

/// The result, and the checklist with what is made from it.
#[component]
pub fn ResultApp(props: &ResultProps) -> Html {
    let (session, view) = use_session(&props.start, &props.wording, &props.lang, &props.notify);
    let first = props.place;
    let place = use_state(move || first);
    use_notices(*place, &session, &props.notify);
    let heading = use_heading_focus(*place);
    let show = {
        let place = place.clone();
        Callback::from(move |to| place.set(to))
    };
    html! {
        <div class="app">
            { match *place {
                Place::Verdict => result_page(&view, &session, heading, &props.reopened, &show),
                Place::List(tab) => list_page(&view, &session, heading, tab, &show),
            } }
        </div>
    }
}

#[hook]
fn use_notices(place: Place, session: &Rc<Session>, notify: &Callback<Notice>) {
    let (session, notify) = (Rc::clone(session), notify.clone());
    use_effect_with(place, move |place| {
        notify.emit(Notice::Step(place.step()));
        if *place == Place::Verdict {
            notify.emit(Notice::Result(session));
        }
    });
}
