//! A saved result under the catalogue and the law of today: what is different, and why.

use yew::prelude::*;

use crate::catalog::WordingKey;
use crate::export::{Changed, ComparisonRecord};
use crate::session::Session;
use crate::widget::View;
use crate::widget::result::Reopened;

/// What is different since the result was saved; nothing once an answer was changed.
pub(crate) fn since_saved(view: &View, session: &Session, reopened: &Reopened) -> Html {
    let found = match &reopened.0 {
        Some(saved) if saved.0 == session.answers => &saved.1,
        _ => return Html::default(),
    };
    let body = if found.same {
        html! { <p>{ view.t("since.same") }</p> }
    } else {
        differences(view, found)
    };
    html! {
        <section class="card since" part="card" aria-labelledby="since">
            <h3 id="since">{ view.t("since.title") }</h3>
            { body }
            { causes(view, found) }
        </section>
    }
}

fn differences(view: &View, found: &ComparisonRecord) -> Html {
    let tiers = |[lowest, highest]: [&str; 2]| {
        let name = |id: &str| view.text(&WordingKey::part("tier", id, "name"));
        if lowest == highest {
            return name(highest);
        }
        let (lowest, highest) = (name(lowest), name(highest));
        view.t_with("result.range", &[("lowest", &lowest), ("highest", &highest)])
    };
    let was = found.range.was.each_ref().map(String::as_str);
    let is = found.range.is.each_ref().map(String::as_str);
    html! {
        <>
            if was != is {
                <p><b>{ view.t_with("since.tier", &[("was", &tiers(was)), ("is", &tiers(is))]) }</b></p>
            }
            { changed(view, "since.rules-new", "since.rules-gone", &found.rules, |id| ["rule.", id, ".because"].concat()) }
            { changed(view, "since.flags-new", "since.flags-gone", &found.flags, |id| ["flag.", id, ".name"].concat()) }
        </>
    }
}

fn changed(view: &View, new: &str, gone: &str, changed: &Changed, key: fn(&str) -> String) -> Html {
    let list = |title: &str, ids: &[String]| {
        if ids.is_empty() {
            return Html::default();
        }
        html! {
            <>
                <h4>{ view.t(title) }</h4>
                <ul>
                    for id in ids.iter() {
                        // What a newer catalogue no longer has keeps at least its id.
                        <li>{ view.optional(&key(id)).unwrap_or_else(|| id.clone().into()) }</li>
                    }
                </ul>
            </>
        }
    };
    html! { <>{ list(new, &changed.new) }{ list(gone, &changed.gone) }</> }
}

/// Why there may be differences, said even where there are none.
fn causes(view: &View, found: &ComparisonRecord) -> Html {
    let versions = [
        ("was", found.catalog.was.as_str()),
        ("is", found.catalog.is.as_str()),
    ];
    let days = [("was", found.as_of.was.as_str()), ("is", found.as_of.is.as_str())];
    html! {
        <ul class="quiet">
            if found.catalog.was != found.catalog.is {
                <li>{ view.t_with("since.catalog", &versions) }</li>
            }
            if found.as_of.was != found.as_of.is {
                <li>{ view.t_with("since.day", &days) }</li>
            }
            if found.law_date.was != found.law_date.is {
                <li>{ view.t("since.law") }</li>
            }
            for dropped in found.dropped.iter() {
                <li>{ view.t_with("since.dropped", &[("what", &dropped.message)]) }</li>
            }
            if !found.unanswered.is_empty() {
                <li>{ view.t_with("since.unanswered", &[("count", &found.unanswered.len().to_string())]) }</li>
            }
        </ul>
    }
}
