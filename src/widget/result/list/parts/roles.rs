//! What changes on the list when the organisation takes on another role.

use yew::prelude::*;

use crate::catalog::WordingKey;
use crate::engine::{Answer, Checklist, Evaluation, checklist, classify};
use crate::export::{DifferenceRecord, difference};
use crate::session::Session;
use crate::widget::View;

/// For each role that is not held: what it adds, takes away and changes.
pub(crate) fn other_roles(view: &View, session: &Session, list: &Checklist) -> Html {
    let catalog = session.catalog;
    let roles = catalog.special.roles;
    let (Some(fact), Answer::Values(held)) =
        (catalog.facts.get(usize::from(roles)), session.answers.get(roles))
    else {
        return Html::default();
    };
    let others = (0_u8..).zip(fact.values).filter(|(bit, _)| held >> bit & 1 == 0);
    html! {
        <details class="roles">
            <summary>{ view.t("roles.title") }</summary>
            <p class="quiet">{ view.t("roles.lead") }</p>
            <dl class="flags">
                for (bit, id) in others {
                    <div key={*id}>
                        <dt>{ view.text(&WordingKey::part("ui", "role", id)) }</dt>
                        <dd>{ words(view, &with_role(session, list, held | 1 << bit)) }</dd>
                    </div>
                }
            </dl>
        </details>
    }
}

fn with_role(session: &Session, list: &Checklist, roles: u32) -> DifferenceRecord {
    let mut answers = session.answers.clone();
    answers.set(session.catalog.special.roles, Answer::Values(roles));
    let result = classify(session.catalog, &answers, session.as_of);
    let after = checklist(&Evaluation::new(session.catalog, &answers), &result);
    difference(session.catalog, list, &after)
}

fn words(view: &View, found: &DifferenceRecord) -> Html {
    let changed: Vec<&str> = found.changed.iter().map(|line| line.id).collect();
    let [before, after] = found.tier;
    let parts = [
        ("roles.added", found.added.join(", ")),
        ("roles.removed", found.removed.join(", ")),
        ("roles.changed", changed.join(", ")),
    ];
    html! {
        <>
            if before != after {
                <p>{ view.t_with("roles.tier", &[("tier", &view.text(&WordingKey::part("tier", after, "name")))]) }</p>
            }
            if parts.iter().all(|(_, ids)| ids.is_empty()) {
                <p>{ view.t("roles.same") }</p>
            }
            for (key, ids) in parts {
                if !ids.is_empty() {
                    <p>{ view.t(key) }{ " " }<span class="quiet">{ ids }</span></p>
                }
            }
        </>
    }
}
