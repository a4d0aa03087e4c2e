//! The checklist: readiness, what tailors it, and the lines under their headings.

use yew::prelude::*;

use crate::catalog::{Item, ItemKind, Tier, WordingKey};
use crate::engine::{Checklist, Line, Status, readiness};
use crate::export::reason_words;
use crate::session::{Action, Session};
use crate::widget::View;
use crate::widget::parts::{ItemRef, LineDetails, meter, profile_form};

/// The checklist page.
pub(crate) fn checklist_page(view: &View, session: &Session, heading: NodeRef) -> Html {
    let list = session.checklist();
    let stop = list.tier == Tier::Prohibited;
    let tier = view.text(&WordingKey::part("tier", list.tier.id(), "name"));
    // The texts of the checklist load apart; the first group's name tells whether they are here.
    let loaded = list
        .lines
        .first()
        .and_then(|line| session.catalog.items.get(usize::from(line.item)))
        .is_none_or(|item| view.optional(&WordingKey::part("item", item.id, "do")).is_some());
    let lead = match (stop, list.settled) {
        (true, _) => view.t("checklist.stop-lead"),
        (false, true) => view.t_with("checklist.lead", &[("tier", &tier)]),
        (false, false) => view.t_with("checklist.lead-open", &[("tier", &tier)]),
    };
    html! {
        <section class="page checklist">
            <header>
                <p class="kicker">{ view.t("checklist.kicker") }</p>
                <h2 ref={heading} tabindex="-1">{ view.t(if stop { "checklist.stop-title" } else { "checklist.title" }) }</h2>
                if loaded {
                    <p class="lead">{ lead }</p>
                }
                <div class="actions">
                    <button type="button" class="button" onclick={view.on(Action::Back)}>{ view.t("checklist.back") }</button>
                </div>
            </header>
            if let Some(readiness) = readiness(&list, |item| session.status(item)).filter(|_| loaded) {
                { meter(view, readiness) }
                { profile_form(view, session) }
            }
            if loaded {
                { for groups(session, &list).into_iter().map(|(group, lines)| section(view, session, &list, group, &lines)) }
            } else {
                <p class="loading" role="status">{ view.t("loading") }</p>
            }
            if loaded {
                <footer class="imprint"><p>{ view.t("checklist.own-words") }</p></footer>
            }
        </section>
    }
}

type Group<'a> = (&'static str, Vec<(&'static Item, &'a Line)>);

/// Lines under their headings, in the order of the list.
fn groups<'a>(session: &Session, list: &'a Checklist) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    for line in &list.lines {
        let Some(item) = session.catalog.items.get(usize::from(line.item)) else {
            continue;
        };
        match groups.last_mut() {
            Some((group, lines)) if *group == item.group => lines.push((item, line)),
            _ => groups.push((item.group, vec![(item, line)])),
        }
    }
    groups
}

fn section(
    view: &View,
    session: &Session,
    list: &Checklist,
    group: &'static str,
    lines: &[(&'static Item, &Line)],
) -> Html {
    let done = lines
        .iter()
        .filter(|(_, line)| session.status(line.item) == Status::Done)
        .count()
        .to_string();
    let all = lines.len().to_string();
    let numbered = lines.iter().any(|(item, _)| item.kind != ItemKind::Act);
    let id = ["group-", &group.replace('.', "-")].concat();
    html! {
        <section key={group} class="group" aria-labelledby={id.clone()}>
            <h3 {id}>
                if numbered {
                    <span class="group-number">{ group }</span>
                }
                { view.text(&WordingKey::name("group", group)) }
                <span class="group-count">{ view.t_with("checklist.count", &[("done", &done), ("all", &all)]) }</span>
            </h3>
            <ul class="lines">
                for (item, line) in lines {
                    <LineDetails
                        key={item.id}
                        view={view.clone()}
                        item={ItemRef(item)}
                        line={**line}
                        reason={AttrValue::from(reason_words(session.catalog, &session.result, list, line, &*view.wording))}
                        status={session.status(line.item)}
                    />
                }
            </ul>
        </section>
    }
}
