//! References with links into the law, and how firm they are.

use yew::prelude::*;

use crate::catalog::{Basis, Reference, WordingKey};
use crate::export::{place_text, reference_url};
use crate::session::Session;
use crate::widget::View;

/// A line of references with links and the basis.
pub(crate) fn references(view: &View, session: &Session, places: &[Reference], basis: Basis) -> Html {
    let (catalog, as_of) = (session.catalog, session.as_of);
    html! {
        <p class="references">
            for place in places {
                <a
                    href={reference_url(catalog, place, as_of, &*view.wording)}
                    target="_blank"
                    rel="noopener noreferrer"
                >
                    { place_text(catalog, place, as_of, &*view.wording) }
                </a>
            }
            <span class="basis" data-basis={basis.id()}>{ view.text(&WordingKey::part("ui", "basis", basis.id())) }</span>
        </p>
    }
}
