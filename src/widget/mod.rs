//! The widget: pages and parts that show a session and turn what people do into actions.
//!
//! Belongs here: markup. Pages and parts get a [`View`] and the session and show what it and the engine
//! say; no rule is decided here. Does not belong here: rules, words (they come from the wording), styles
//! (`www/element.css`), and the host (see [`crate::embed`]).
//!
//! There are two apps, each a module of its own in the browser: [`assess`] asks and shows the result,
//! [`list`] is the checklist and the plan, which are loaded behind it.

#[cfg(feature = "assess")]
pub mod assess;
mod focus;
#[cfg(feature = "list")]
pub mod list;
mod notice;
mod parts;
mod store;
mod view;
mod wording;

pub use notice::Notice;
pub use view::View;
pub use wording::Wording;
