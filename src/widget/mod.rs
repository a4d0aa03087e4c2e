//! The widget: pages and parts that show a session and turn what people do into actions.
//!
//! Belongs here: markup. Components get a [`View`] and what they show as props, and never evaluate
//! anything themselves. Does not belong here: rules, words (they come from the wording), styles
//! (`www/element.css`), and the host (see [`crate::embed`]).

mod app;
mod notice;
mod pages;
mod parts;
mod view;
mod wording;

pub use app::{App, AppProps};
pub use notice::Notice;
pub use view::View;
pub use wording::Wording;
