//! The widget: pages and parts that show a session and turn what people do into actions.
//!
//! Belongs here: markup. Pages and parts get a [`View`] and the session and show what it and the engine
//! say; no rule is decided here. Does not belong here: rules, words (they come from the wording), styles
//! (`element/styles`), and the host (see [`crate::embed`]).
//!
//! There are two apps, each a module of its own in the browser: [`assess`] asks, [`result`] shows the
//! result, the checklist and the plan and is loaded behind it.

#[cfg(feature = "assess")]
pub mod assess;
mod focus;
mod notice;
mod parts;
#[cfg(feature = "result")]
pub mod result;
mod store;
mod view;
mod wording;

pub use notice::{Notice, Step};
pub use view::View;
pub use wording::Wording;
