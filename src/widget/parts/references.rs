//! References with links into the law, and how firm they are.

use yew::prelude::*;

use crate::catalog::{Basis, Catalog, Reference, WordingKey};
use crate::export::{reference_text, reference_url};
use crate::widget::View;

/// A line of references with links and the basis.
pub(crate) fn references(view: &View, catalog: &Catalog, places: &[Reference], basis: Basis) -> Html {
    html! {
        <p class="references">
            for place in places {
                <a
                    href={reference_url(catalog, place)}
                    target="_blank"
                    rel="noopener noreferrer"
                >
                    { reference_text(catalog, place) }
                </a>
            }
            <span class="basis" data-basis={basis.id()}>{ view.text(&WordingKey::part("ui", "basis", basis.id())) }</span>
        </p>
    }
}
