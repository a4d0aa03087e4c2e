//! Links to other standards and laws, from their places back to clauses and controls.

use yew::prelude::*;

use crate::export::{FrameworkRecord, framework_records};
use crate::session::Session;
use crate::widget::View;

/// The page of the crosswalk.
pub(crate) fn crosswalk_page(view: &View, session: &Session) -> Html {
    let frameworks = framework_records(session.catalog, &*view.wording);
    html! {
        <>
            <p class="lead">{ view.t("crosswalk.lead") }</p>
            { for frameworks.iter().map(|framework| table(view, framework)) }
        </>
    }
}

fn table(view: &View, framework: &FrameworkRecord) -> Html {
    html! {
        <details class="card fold" part="card" key={framework.id}>
            <summary><h3>{ framework.name.clone() }</h3></summary>
            <p class="quiet">{ framework.note.clone() }</p>
            <table class="statement">
                <thead>
                    <tr>
                        <th scope="col">{ view.t("crosswalk.place") }</th>
                        <th scope="col">{ view.t("crosswalk.items") }</th>
                    </tr>
                </thead>
                <tbody>
                    for place in framework.places.iter() {
                        <tr key={place.target_id}>
                            <th scope="row">{ place.target_id }</th>
                            <td>{ place.items.join(", ") }</td>
                        </tr>
                    }
                </tbody>
            </table>
        </details>
    }
}
