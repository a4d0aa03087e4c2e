//! Whether to certify, with the reasons both ways; beside ISO/IEC 27001; and the people it needs.

use yew::prelude::*;

use crate::catalog::{AdviceReason, WordingKey, entries};
use crate::engine::{Checklist, advice, positions};
use crate::session::Session;
use crate::widget::View;

/// The page of the advice.
pub(crate) fn advice_page(view: &View, session: &Session, list: &Checklist) -> Html {
    let found = advice(&session.evaluation(), &session.result);
    let text =
        |id: &str, part: &str| view.text(&WordingKey::part("advice", "verdict", &[id, ".", part].concat()));
    let (against, support): (Vec<&AdviceReason>, Vec<&AdviceReason>) = found
        .reasons
        .iter()
        .copied()
        .partition(|reason| reason.weight < 0);
    html! {
        <>
            <section class="card" part="card" aria-labelledby="advice">
                <h3 id="advice">{ view.t("advice.title") }</h3>
                if let Some(verdict) = found.verdict {
                    <p class="lead"><b data-verdict={verdict.id}>{ text(verdict.id, "name") }</b></p>
                    <p>{ text(verdict.id, "meaning") }</p>
                    <p>{ text(verdict.id, "next") }</p>
                } else {
                    <p>{ view.t("advice.open") }</p>
                }
                { reasons(view, "advice.for", &support) }
                { reasons(view, "advice.against", &against) }
                <p class="quiet">{ view.t_with("advice.points", &[("points", &found.points.to_string())]) }</p>
            </section>
            { beside(view) }
            { people(view, session, list.small) }
            <section class="card" part="card" aria-labelledby="outlook">
                <h3 id="outlook">{ view.t("advice.outlook") }</h3>
                for part in ["act", "standard", "uk", "cost"] {
                    <p>{ view.text(&WordingKey::name("outlook", part)) }</p>
                }
            </section>
        </>
    }
}

fn reasons(view: &View, title: &str, found: &[&AdviceReason]) -> Html {
    if found.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h4>{ view.t(title) }</h4>
            <ul class="plain">
                for reason in found {
                    <li key={reason.id}>
                        { view.text(&WordingKey::part("advice", "reason", reason.id)) }
                        { " " }
                        <span class="quiet">{ signed(reason.weight) }</span>
                    </li>
                }
            </ul>
        </>
    }
}

fn signed(weight: i16) -> String {
    let sign = if weight < 0 { "−" } else { "+" };
    ["(", sign, &weight.unsigned_abs().to_string(), ")"].concat()
}

/// ISO/IEC 27001 and 42001 side by side.
fn beside(view: &View) -> Html {
    let text = |part: &str| view.text(&WordingKey::name("iso27001", part));
    let cell = |row: &str, part: &str| view.text(&WordingKey::part("compare", row, part));
    html! {
        <section class="card" part="card" aria-labelledby="beside">
            <h3 id="beside">{ text("question") }</h3>
            for part in ["answer_core", "answer_minimal", "carries_over", "not_a_prerequisite", "combined_audit", "saves"] {
                <p>{ text(part) }</p>
            }
            <div class="scroll" tabindex="0" role="group" aria-label={text("question")}>
                <table class="statement">
                    <thead>
                        <tr><td></td><th scope="col">{ view.t("advice.column-27001") }</th><th scope="col">{ view.t("advice.column-42001") }</th></tr>
                    </thead>
                    <tbody>
                        for row in ["goal", "risks", "controls", "human", "scope", "assets"] {
                            <tr key={row}>
                                <th scope="row">{ cell(row, "name") }</th>
                                <td>{ cell(row, "iso27001") }</td>
                                <td>{ cell(row, "iso42001") }</td>
                            </tr>
                        }
                    </tbody>
                </table>
            </div>
        </section>
    }
}

fn people(view: &View, session: &Session, small: bool) -> Html {
    let mut levels: Vec<&'static str> = Vec::new();
    for (position, _) in positions(&session.evaluation()) {
        if !levels.contains(&position.training) {
            levels.push(position.training);
        }
    }
    html! {
        <section class="card" part="card" aria-labelledby="people">
            <h3 id="people">{ view.t("people.title") }</h3>
            <dl class="flags">
                for (position, sure) in positions(&session.evaluation()) {
                    <div key={position.id}>
                        <dt>
                            { view.text(&WordingKey::part("position", position.id, "name")) }
                            if !sure {
                                { " " }<span class="mark">{ view.t("people.open") }</span>
                            }
                        </dt>
                        <dd>
                            { view.text(&WordingKey::part("position", position.id, "does")) }
                            { " " }
                            { view.text(&WordingKey::part("position", position.id, "competence")) }
                            <p class="quiet">
                                <span>{ view.t("people.training") }</span>{ " " }
                                <span>{ view.text(&WordingKey::part("training", position.training, "name")) }</span>
                                if let Some(other) = position.combine.filter(|_| small) {
                                    { ". " }
                                    <span>{ view.t_with("people.combine", &[("other", &view.text(&WordingKey::part("position", other, "name")))]) }</span>
                                }
                            </p>
                        </dd>
                    </div>
                }
            </dl>
            <details class="fold">
                <summary>{ view.t("people.levels") }</summary>
                <dl class="flags">
                    for level in levels {
                        <div key={level}>
                            <dt>{ view.text(&WordingKey::part("training", level, "name")) }</dt>
                            <dd>
                                { view.text(&WordingKey::part("training", level, "fits")) }
                                <ul class="plain">
                                    for domain in entries(&view.text(&WordingKey::part("training", level, "domains"))) {
                                        <li>{ domain }</li>
                                    }
                                </ul>
                            </dd>
                        </div>
                    }
                </dl>
            </details>
        </section>
    }
}
