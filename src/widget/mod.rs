//! The widget: pages and parts that show a session and turn what people do into actions.
//!
//! Belongs here: markup. Pages and parts get a [`View`] and the session and show what it and the engine
//! say; no rule is decided here. Does not belong here: rules, words (they come from the wording), styles
//! (`www/element.css`), and the host (see [`crate::embed`]).

mod app;
mod notice;
mod pages;
mod parts;
mod reopened;
mod suggester;
mod view;
mod wording;

pub use app::{App, AppProps};
pub use notice::Notice;
pub use reopened::Reopened;
pub use suggester::Suggester;
pub use view::View;
pub use wording::Wording;
