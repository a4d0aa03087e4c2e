//! The focus after a step: on the heading of the new screen, never when the page loads.

use web_sys::HtmlElement;
use yew::prelude::*;

/// Moves the focus to the heading of a new screen. The first one leaves it: whoever mounts it knows whether a person
/// came there.
#[hook]
pub(crate) fn use_heading_focus<S: PartialEq + 'static>(screen: S) -> NodeRef {
    let heading = use_node_ref();
    let first = use_mut_ref(|| true);
    let target = heading.clone();
    use_effect_with(screen, move |_| {
        if first.replace(false) {
            return;
        }
        if let Some(element) = target.cast::<HtmlElement>() {
            // A heading that cannot take the focus leaves it where it was, which is no harm.
            let _ = element.focus();
            element.scroll_into_view_with_bool(true);
        }
    });
    heading
}
