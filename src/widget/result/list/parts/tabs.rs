//! The way from one screen of the checklist to another.

use yew::prelude::*;

use crate::widget::View;
use crate::widget::result::Tab;

/// A list of buttons; the one of the screen shown says so.
pub(crate) fn tabs(view: &View, shown: Tab, choose: Callback<Tab>) -> Html {
    html! {
        <nav class="tabs" aria-label={view.t("tab.label")}>
            <ul>
                for tab in Tab::ALL {
                    <li>
                        <button
                            type="button"
                            class="tab"
                            part="tab"
                            aria-current={(tab == shown).then_some("page")}
                            onclick={let choose = choose.clone(); Callback::from(move |_: MouseEvent| choose.emit(tab))}
                        >
                            { view.t(tab.key()) }
                        </button>
                    </li>
                }
            </ul>
        </nav>
    }
}
