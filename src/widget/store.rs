//! The session of an app, and the view on it.

use std::rc::Rc;

use yew::prelude::*;

use super::{Notice, View, Wording};
use crate::session::{Action, Session};

/// Makes the session a reducer of the framework.
struct Store(Rc<Session>);

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Self(Rc::new(self.0.reduce(action))))
    }
}

/// The session, begun with `start`, and what every component gets. The host boundary is told of each change.
#[hook]
pub(crate) fn use_session(
    start: &Session,
    wording: &Rc<Wording>,
    lang: &AttrValue,
    notify: &Callback<Notice>,
) -> (Rc<Session>, View) {
    let start = start.clone();
    let store = use_reducer(move || Store(Rc::new(start)));
    let session = Rc::clone(&store.0);
    let changed = notify.clone();
    use_effect_with(Rc::clone(&session), move |session| {
        changed.emit(Notice::Changed(Rc::clone(session)))
    });
    let dispatcher = store.dispatcher();
    let view = View {
        wording: Rc::clone(wording),
        lang: lang.clone(),
        readonly: session.readonly,
        act: Callback::from(move |action| dispatcher.dispatch(action)),
        notify: notify.clone(),
    };
    (session, view)
}
