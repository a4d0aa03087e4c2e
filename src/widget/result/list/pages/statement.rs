//! The Statement of Applicability as a draft: one row for each control.

use yew::prelude::*;

use crate::catalog::WordingKey;
use crate::engine::{Checklist, Work};
use crate::export::{SoaRow, soa_record};
use crate::session::Session;
use crate::widget::View;

/// The columns, by their keys.
const COLUMNS: [&str; 5] = [
    "statement.control",
    "statement.applies",
    "statement.because",
    "statement.status",
    "statement.owner",
];

/// The page of the statement.
pub(crate) fn statement_page(view: &View, session: &Session, list: &Checklist) -> Html {
    let none = Work::default();
    let work = |item: u16| session.work.get(usize::from(item)).unwrap_or(&none);
    let draft = soa_record(session.catalog, &session.result, list, work, &*view.wording);
    html! {
        <>
            <p class="lead">{ view.t("statement.lead") }</p>
            // On a phone the rows are shown as cards, which would take the meaning of a table away: the roles
            // keep it.
            <table class="statement statement-rows" role="table">
                <thead role="rowgroup">
                    <tr role="row">
                        for key in COLUMNS {
                            <th scope="col" role="columnheader">{ view.t(key) }</th>
                        }
                    </tr>
                </thead>
                <tbody role="rowgroup">{ for draft.rows.iter().map(|found| row(view, found)) }</tbody>
            </table>
            <p>{ view.t_with("statement.version", &[("version", &draft.version), ("as_of", &draft.as_of)]) }</p>
            <p class="approval">{ view.t("statement.approval") }</p>
        </>
    }
}

fn row(view: &View, found: &SoaRow) -> Html {
    let applies = match found.applicable {
        "yes" => "statement.yes",
        "no" => "statement.no",
        _ => "statement.decide",
    };
    let cell = |key: &str, words: Html| {
        html! { <td role="cell" data-label={view.t(key)}>{ words }</td> }
    };
    let status = view.text(&WordingKey::part("ui", "status", found.status));
    html! {
        <tr key={found.control_id} role="row" data-applies={found.applicable}>
            <th scope="row" role="rowheader"><b>{ found.control_id }</b>{ " " }{ found.title.clone() }</th>
            { cell("statement.applies", view.t(applies).into()) }
            { cell("statement.because", found.justification.clone().into()) }
            { cell("statement.status", status.into()) }
            { cell("statement.owner", html! {
                <>
                    { found.owner.clone() }
                    if !found.evidence.is_empty() {
                        <br />{ found.evidence.clone() }
                    }
                </>
            }) }
        </tr>
    }
}
