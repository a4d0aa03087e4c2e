//! The lines under their headings, with readiness and what tailors them.

use yew::prelude::*;

use crate::catalog::{Item, ItemKind, Tier, WordingKey};
use crate::engine::{Checklist, Line, readiness};
use crate::export::reason_words;
use crate::session::Session;
use crate::widget::View;
use crate::widget::result::list::parts::{ItemRef, LineDetails, meter, other_roles, profile_form};

/// The page of the lines.
pub(crate) fn checklist_page(view: &View, session: &Session, list: &Checklist) -> Html {
    let stop = list.tier == Tier::Prohibited;
    let tier = view.text(&WordingKey::part("tier", list.tier.id(), "name"));
    let lead = match (stop, list.settled) {
        (true, _) => view.t("checklist.stop-lead"),
        (false, true) => view.t_with("checklist.lead", &[("tier", &tier)]),
        (false, false) => view.t_with("checklist.lead-open", &[("tier", &tier)]),
    };
    html! {
        <>
            <p class="lead">{ lead }</p>
            if let Some(report) = readiness(session.catalog, list, |item| session.status(item)) {
                { meter(view, session.catalog, &report) }
                { profile_form(view, session) }
                { other_roles(view, session, list) }
            }
            { for groups(session, list).into_iter().map(|(group, lines)| section(view, session, list, group, &lines)) }
            <footer class="imprint"><p>{ view.t("checklist.own-words") }</p></footer>
        </>
    }
}

type Group<'a> = (&'static str, Vec<(&'static Item, &'a Line)>);

/// Lines under their headings, in the order of the list.
fn groups<'a>(session: &Session, list: &'a Checklist) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    for (line, item) in list.with_items(session.catalog) {
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
    let done = lines.iter().filter(|(_, line)| session.status(line.item).done());
    let (done, all) = (done.count().to_string(), lines.len().to_string());
    let numbered = lines
        .iter()
        .any(|(item, _)| matches!(item.kind, ItemKind::Clause | ItemKind::Control));
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
                        item={ItemRef(item, session.catalog)}
                        line={**line}
                        reason={AttrValue::from(reason_words(session.catalog, &session.result, list, line, &*view.wording))}
                        work={session.work(line.item)}
                        kinds={(list.kinds, list.small)}
                    />
                }
            </ul>
        </section>
    }
}
