//! The page of the result: tier, why, dates, flags, and what to do next.

use yew::prelude::*;

use crate::catalog::{Catalog, Tier, WordingKey};
use crate::engine::{Asked, rank_open_facts, receipt};
use crate::export::{reasons, value_words};
use crate::session::{Screen, Session};
use crate::widget::parts::ladder;
use crate::widget::result::parts::{
    because, dates, duties, further, near_misses, penalties, sectors, since_saved, what_if,
};
use crate::widget::result::{Place, Reopened, Tab};
use crate::widget::{Notice, Step, View};

/// The result page.
pub(crate) fn result_page(
    view: &View,
    session: &Session,
    heading: NodeRef,
    reopened: &Reopened,
    show: &Callback<Place>,
) -> Html {
    let result = &session.result;
    // The texts of results load apart from those of the questions.
    if view
        .optional(&WordingKey::part("tier", result.highest.id(), "meaning"))
        .is_none()
    {
        return html! {
            <section class="page result">
                <h2 ref={heading} tabindex="-1" part="heading">{ view.range(result.lowest, result.highest) }</h2>
                <p class="loading">{ view.t("loading") }</p>
            </section>
        };
    }
    html! {
        <section class="page result">
            <header class="verdict" part="verdict" data-tier={result.highest.id()}>
                <div>
                    <p class="kicker" part="kicker">{ view.t("result.kicker") }</p>
                    <h2 ref={heading} tabindex="-1" part="heading">{ view.range(result.lowest, result.highest) }</h2>
                    { meaning(view, session) }
                    { place(view, session) }
                </div>
                { ladder(view, result.lowest, result.highest) }
            </header>
            { since_saved(view, session, reopened) }
            { open(view, session) }
            { next(view, session, show) }
            <div class="columns">
                <div class="column">
                    <section class="card" part="card" aria-labelledby="because">
                        <h3 id="because">{ view.t("result.because") }</h3>
                        { because_list(view, session) }
                    </section>
                    { near_misses(view, session) }
                    { dates(view, session) }
                    { duties(view, session) }
                </div>
                <div class="column">
                    { flags(view, session) }
                    { what_if(view, session) }
                    { sectors(view, session) }
                    { penalties(view, session) }
                    { further(view, session) }
                </div>
            </div>
            { imprint(view, session) }
        </section>
    }
}

fn next(view: &View, session: &Session, show: &Callback<Place>) -> Html {
    let highest = session.result.highest;
    let list = {
        let show = show.clone();
        Callback::from(move |_: MouseEvent| show.emit(Place::List(Tab::default())))
    };
    let before = match session.previous_screen() {
        Screen::Question(fact) => Step::question(session, fact),
        Screen::Start | Screen::Result => Step::START,
    };
    html! {
        <section class="card" part="card" aria-labelledby="next">
            <h3 id="next">{ view.t("result.next") }</h3>
            <p>{ view.text(&WordingKey::part("tier", highest.id(), "next")) }</p>
            <div class="actions" part="actions">
                <button type="button" class="button primary" part="button button-primary" onclick={list}>
                    { view.t(if highest == Tier::Prohibited { "result.stop-list" } else { "result.checklist" }) }
                </button>
                <button type="button" class="button" part="button" onclick={view.tell(Notice::Step(before))}>{ view.t("back") }</button>
                <button type="button" class="button" part="button" onclick={view.tell(Notice::Save)}>
                    { view.t("result.save") }
                </button>
                <button type="button" class="button" part="button" onclick={view.tell(Notice::Files)}>
                    { view.t("files.open") }
                </button>
                <button type="button" class="button" part="button" onclick={view.tell(Notice::Over)} disabled={view.readonly}>
                    { view.t("start.over") }
                </button>
            </div>
            <slot name="call-to-action">{ for call_to_action(session) }</slot>
        </section>
    }
}

/// What overlays invite to, unless the page says it itself.
fn call_to_action(session: &Session) -> Vec<Html> {
    let calls = session.catalog.overlays.iter().filter_map(|overlay| {
        let call = overlay.call_to_action?;
        Some(html! {
            <p class="call" part="call-to-action" key={overlay.id} lang={overlay.language}>
                if let Some(url) = call.url {
                    <a href={url} target="_blank" rel="noopener noreferrer">{ call.text }</a>
                } else {
                    { call.text }
                }
            </p>
        })
    });
    calls.collect()
}

fn meaning(view: &View, session: &Session) -> Html {
    let result = &session.result;
    if !result.settled() {
        return html! { <p class="lead" part="lead">{ view.t("result.unsettled") }</p> };
    }
    let applies = result.applies_from.map(|date| {
        let key = if date <= session.as_of {
            "result.applies-since"
        } else {
            "result.applies-from"
        };
        view.t_with(key, &[("date", &view.date(date))])
    });
    html! {
        <>
            <p class="lead" part="lead">{ view.text(&WordingKey::part("tier", result.highest.id(), "meaning")) }</p>
            if let Some(applies) = applies {
                <p class="applies"><b>{ applies }</b></p>
            }
        </>
    }
}

/// Sectors and roles.
fn place(view: &View, session: &Session) -> Html {
    let catalog = session.catalog;
    let names = |fact: u16, mask: u32| {
        let Some(known) = catalog.facts.get(usize::from(fact)) else {
            return Vec::new();
        };
        known
            .value_ids(mask)
            .map(|id| (id, AttrValue::from(value_words(known, id, &*view.wording))))
            .collect()
    };
    let sectors: Vec<(&str, AttrValue)> = names(catalog.special.sectors, session.result.sectors);
    let roles: Vec<(&str, AttrValue)> = names(catalog.special.roles, session.result.roles)
        .into_iter()
        .map(|(id, _)| (id, view.text(&WordingKey::part("ui", "role", id))))
        .collect();
    let list = |title: AttrValue, entries: Vec<(&str, AttrValue)>| {
        if entries.is_empty() {
            return Html::default();
        }
        html! {
            <div>
                <dt>{ title }</dt>
                for (id, words) in entries {
                    <dd key={id}>{ words }</dd>
                }
            </div>
        }
    };
    html! {
        <dl class="place">
            { list(view.t("result.sector"), sectors) }
            { list(view.t("result.role"), roles) }
        </dl>
    }
}

/// What is missing, with the question that would settle most.
fn open(view: &View, session: &Session) -> Html {
    if session.result.settled() {
        return Html::default();
    }
    let ranked = rank_open_facts(session.catalog, &session.answers, session.as_of);
    let Some(best) = ranked.iter().find(|open| open.arises) else {
        return Html::default();
    };
    let Some(fact) = session.catalog.facts.get(usize::from(best.fact)) else {
        return Html::default();
    };
    let title = match best.asked {
        Asked::DontKnow => "open.best",
        Asked::NotYet => "open.unasked",
    };
    html! {
        <section class="card open" part="card" aria-labelledby="open">
            <h3 id="open">{ view.t(title) }</h3>
            <p class="open-question">{ view.text(&WordingKey::fact(fact.id, "question")) }</p>
            <div class="actions" part="actions">
                <button type="button" class="button" part="button" onclick={view.tell(Notice::Step(Step::question(session, best.fact)))}>
                    { view.t("open.answer") }
                </button>
            </div>
        </section>
    }
}

fn because_list(view: &View, session: &Session) -> Html {
    let reasons = reasons(session.catalog, &session.result);
    if reasons.is_empty() {
        return html! { <p>{ view.t("result.nothing-certain") }</p> };
    }
    let reasons = reasons.into_iter().map(|found| {
        let legal = (found.legal.references, found.legal.basis);
        because(view, session, (found.id, found.part), found.when, legal)
    });
    html! { <ul class="reasons">{ for reasons }</ul> }
}

fn flags(view: &View, session: &Session) -> Html {
    let names = |indices: &[u16]| flag_ids(session.catalog, indices);
    let raised = names(&session.result.flags);
    if raised.is_empty() {
        return Html::default();
    }
    html! {
        <section class="card" part="card" aria-labelledby="flags">
            <h3 id="flags">{ view.t("result.flags") }</h3>
            <dl class="flags">
                for id in raised {
                    <div key={id}>
                        <dt>{ view.text(&WordingKey::part("flag", id, "name")) }</dt>
                        <dd>{ view.text(&WordingKey::part("flag", id, "meaning")) }</dd>
                    </div>
                }
            </dl>
        </section>
    }
}

fn flag_ids(catalog: &Catalog, indices: &[u16]) -> Vec<&'static str> {
    indices
        .iter()
        .filter_map(|index| catalog.flags.get(usize::from(*index)).copied())
        .collect()
}

/// Catalogue, law and receipt: what makes the result checkable.
fn imprint(view: &View, session: &Session) -> Html {
    let law = session
        .result
        .law_date
        .map(|date| view.date(date))
        .unwrap_or_default();
    let as_of = view.date(session.as_of);
    let values = [
        ("version", session.catalog.version),
        ("law", law.as_str()),
        ("as_of", as_of.as_str()),
    ];
    html! {
        <footer class="imprint">
            <p>{ view.t_with("result.imprint", &values) }</p>
            for overlay in session.catalog.overlays {
                <p key={overlay.id}>
                    { view.t_with("result.overlay", &[("name", overlay.name), ("version", overlay.version)]) }
                </p>
            }
            <p>{ view.t("result.receipt") }{ " " }<code>{ receipt(session.catalog, &session.answers, &session.result) }</code></p>
        </footer>
    }
}
