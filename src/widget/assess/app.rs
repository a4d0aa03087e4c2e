//! The root of the assessment: holds the session, shows the screen, moves the focus, tells the host.

use std::rc::Rc;

use yew::prelude::*;

use super::Suggester;
use super::pages::{question_page, start_page};
use super::parts::range_words;
use crate::engine::Answers;
use crate::session::{Action, Screen, Session};
use crate::widget::focus::use_heading_focus;
use crate::widget::store::use_session;
use crate::widget::{Notice, Step, View, Wording};

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
    /// Whether a file was chosen that holds no visit.
    pub refused: bool,
    /// Where the host sent the visit last.
    pub directed: Directed,
}

/// Answers and a screen to go on with, given from outside.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Directed {
    /// How often that happened; nothing is done the first time.
    pub times: u32,
    /// What to go on with.
    pub to: Option<Rc<(Answers, Screen)>>,
}

/// Wording area that questions need beyond the first load.
const DETAILS_AREA: &str = "details";

/// The widget.
#[component]
pub fn App(props: &AppProps) -> Html {
    let (session, view) = use_session(&props.start, &props.wording, &props.lang, &props.notify);
    use_directions(&props.directed, &view.act);
    use_notices(&session, &props.notify);
    let heading = use_heading_focus((session.screen, props.directed.times));
    let page = match session.screen {
        Screen::Start => start_page(&view, &session, heading, props),
        Screen::Question(fact) => question_page(&view, &session, heading, fact),
        Screen::Result => leaving_page(&view),
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
        </div>
    }
}

/// What stands here until the other module shows the result.
fn leaving_page(view: &View) -> Html {
    html! {
        <section class="page">
            <p class="loading">{ view.t("loading") }</p>
        </section>
    }
}

#[hook]
fn use_notices(session: &Rc<Session>, notify: &Callback<Notice>) {
    let (session, notify) = (Rc::clone(session), notify.clone());
    use_effect_with(session.screen, move |screen| {
        let step = match screen {
            Screen::Start => Step::START,
            Screen::Question(fact) => Step::question(&session, *fact),
            Screen::Result => Step::RESULT,
        };
        notify.emit(Notice::Step(step));
        if matches!(screen, Screen::Question(_)) {
            notify.emit(Notice::WordingNeeded(DETAILS_AREA));
        }
    });
}

/// Goes where the host sends the visit.
#[hook]
fn use_directions(directed: &Directed, act: &Callback<Action>) {
    let (act, to) = (act.clone(), directed.to.clone());
    use_effect_with(directed.times, move |_| {
        if let Some(to) = to {
            let (answers, screen) = (to.0.clone(), to.1);
            act.emit(Action::Open { answers, screen });
        }
    });
}
