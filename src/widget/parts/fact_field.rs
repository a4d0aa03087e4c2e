//! A question among others: for those that are asked beside a result or a checklist.

use yew::prelude::*;

use super::choices;
use crate::catalog::{Fact, WordingKey};
use crate::session::Session;
use crate::widget::View;

/// The question, its help and its answers, as one field of a form.
pub(crate) fn fact_field(view: &View, session: &Session, index: u16, fact: &'static Fact) -> Html {
    html! {
        <fieldset key={fact.id}>
            <legend>{ view.text(&WordingKey::fact(fact.id, "question")) }</legend>
            <p class="quiet">{ view.text(&WordingKey::fact(fact.id, "help")) }</p>
            { choices(view, session, index, fact, false) }
        </fieldset>
    }
}
