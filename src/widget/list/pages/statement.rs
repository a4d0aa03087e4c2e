//! The Statement of Applicability as a draft: one row for each control.

use yew::prelude::*;

use crate::catalog::WordingKey;
use crate::engine::{Checklist, Work};
use crate::export::{SoaRow, soa_record};
use crate::session::Session;
use crate::widget::View;

/// The page of the statement.
pub(crate) fn statement_page(view: &View, session: &Session, list: &Checklist) -> Html {
    let none = Work::default();
    let work = |item: u16| session.work.get(usize::from(item)).unwrap_or(&none);
    let draft = soa_record(session.catalog, &session.result, list, work, &*view.wording);
    html! {
        <>
            <p class="lead">{ view.t("statement.lead") }</p>
            <div class="scroll" tabindex="0" role="group" aria-label={view.t("tab.statement")}>
                <table class="statement">
                    <thead>
                        <tr>
                            for key in ["statement.control", "statement.applies", "statement.because", "statement.status", "statement.owner"] {
                                <th scope="col">{ view.t(key) }</th>
                            }
                        </tr>
                    </thead>
                    <tbody>{ for draft.rows.iter().map(|found| row(view, found)) }</tbody>
                </table>
            </div>
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
    html! {
        <tr key={found.control_id} data-applies={found.applicable}>
            <th scope="row"><b>{ found.control_id }</b>{ " " }{ found.title }</th>
            <td>{ view.t(applies) }</td>
            <td>{ found.justification.clone() }</td>
            <td>{ view.text(&WordingKey::part("ui", "status", found.status)) }</td>
            <td>
                { found.owner.clone() }
                if !found.evidence.is_empty() {
                    <br />{ found.evidence.clone() }
                }
            </td>
        </tr>
    }
}
