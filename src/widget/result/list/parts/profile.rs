//! What tailors the checklist: size, certificates and the like, beside the list.

use yew::prelude::*;

use crate::catalog::Part;
use crate::engine::Tri;
use crate::session::Session;
use crate::widget::View;
use crate::widget::parts::fact_field;

/// The facts that tailor the checklist.
pub(crate) fn profile_form(view: &View, session: &Session) -> Html {
    let evaluation = session.evaluation();
    let facts = (0_u16..)
        .zip(session.catalog.facts)
        .filter(|(index, fact)| fact.part == Part::Checklist && evaluation.arises(*index) == Tri::Yes);
    html! {
        <details class="profile">
            <summary>{ view.t("profile.title") }</summary>
            <div class="profile-facts">
                for (index, fact) in facts {
                    { fact_field(view, session, index, fact) }
                }
            </div>
        </details>
    }
}
