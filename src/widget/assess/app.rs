//! The root of the assessment: holds the session, shows the screen, moves the focus, tells the host.

use std::rc::Rc;

use yew::prelude::*;

use super::pages::{question_page, result_page, start_page};
use super::parts::range_words;
use super::{Reopened, Suggester};
use crate::engine::Answers;
use crate::session::{Action, Screen, Session};
use crate::widget::focus::use_heading_focus;
use crate::widget::store::use_session;
use crate::widget::{Notice, Wording};

/// Properties of [`App`].
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The state to begin with.
    pub start: Session,
    /// Texts.
    pub wording: Rc<Wording>,
    /// Language tag.
    pub lang: AttrValue,
    /// Takes notices for the host.
    pub notify: Callback<Notice>,
    /// The model for suggestions.
    pub suggester: Suggester,
    /// A saved result that was opened.
    pub reopened: Reopened,
    /// How often the checklist was left, and the answers with which it was left last.
    pub resumed: (u32, Rc<Answers>),
}

/// Wording areas that pages need beyond the first load.
const DETAILS_AREA: &str = "details";
const RESULTS_AREA: &str = "results";

/// The widget.
#[component]
pub fn App(props: &AppProps) -> Html {
    let (session, view) = use_session(&props.start, &props.wording, &props.lang, &props.notify);
    use_reopening(&props.reopened, &view.act);
    use_resuming(&props.resumed, &view.act);
    use_notices(&session, &props.notify);
    let heading = use_heading_focus((session.screen, props.resumed.0), false);
    let page = match session.screen {
        Screen::Start => start_page(&view, &session, heading, props),
        Screen::Question(fact) => question_page(&view, &session, heading, fact),
        Screen::Result => result_page(&view, &session, heading, &props.reopened),
    };
    // The one live region: mounted before it is needed, it says what a change of answers did.
    let news = match session.screen {
        Screen::Question(_) => range_words(&view, &session.result),
        _ => AttrValue::default(),
    };
    html! {
        <div class="app">
            { page }
            <p class="visually-hidden" role="status">{ news }</p>
            <footer class="footer"><p>{ view.t("no-legal-advice") }</p></footer>
        </div>
    }
}

#[hook]
fn use_notices(session: &Rc<Session>, notify: &Callback<Notice>) {
    let first = use_mut_ref(|| true);
    let (latest, notify) = (Rc::clone(session), notify.clone());
    use_effect_with(session.screen, move |screen| {
        if !first.replace(false) {
            notify.emit(Notice::Step);
        }
        match screen {
            Screen::Result => {
                notify.emit(Notice::Result(latest));
                notify.emit(Notice::WordingNeeded(RESULTS_AREA));
            }
            Screen::Question(_) => notify.emit(Notice::WordingNeeded(DETAILS_AREA)),
            Screen::Start => {}
        }
    });
}

/// Shows the result for the answers with which the checklist was left.
#[hook]
fn use_resuming(resumed: &(u32, Rc<Answers>), act: &Callback<Action>) {
    let (act, answers) = (act.clone(), Rc::clone(&resumed.1));
    use_effect_with(resumed.0, move |times| {
        if *times > 0 {
            act.emit(Action::Open(Answers::clone(&answers)));
        }
    });
}

/// Shows a saved result once it is opened.
#[hook]
fn use_reopening(reopened: &Reopened, act: &Callback<Action>) {
    let act = act.clone();
    use_effect_with(reopened.clone(), move |reopened| {
        if let Reopened::Saved(saved) = reopened {
            act.emit(Action::Open(saved.0.clone()));
        }
    });
}
