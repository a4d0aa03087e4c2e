//! What a sector adds: what to stress, and law that applies beside the Act.

use yew::prelude::*;

use crate::catalog::{Sector, SectorLaw, WordingKey};
use crate::session::Session;
use crate::widget::View;

/// A card for each sector of the use case.
pub(crate) fn sectors(view: &View, session: &Session) -> Html {
    let catalog = session.catalog;
    let Some(fact) = catalog.facts.get(usize::from(catalog.special.sectors)) else {
        return Html::default();
    };
    let chosen = (0..)
        .zip(fact.values.iter().zip(catalog.sectors))
        .filter(|(bit, _)| session.result.sectors >> bit & 1 == 1);
    html! {
        <>
            for (_, (id, sector)) in chosen {
                <details class="card fold" part="card" key={*id}>
                    <summary>
                        <h3>{ view.t_with("sector.title", &[("sector", &view.text(&WordingKey::value(fact.id, id)))]) }</h3>
                    </summary>
                    <p>{ view.text(&WordingKey::part("sector", id, "stress")) }</p>
                    { laws(view, session, sector) }
                </details>
            }
        </>
    }
}

fn laws(view: &View, session: &Session, sector: &Sector) -> Html {
    let known: Vec<&SectorLaw> = sector
        .laws
        .iter()
        .filter_map(|index| session.catalog.sector_laws.get(usize::from(*index)))
        .collect();
    if known.is_empty() {
        return Html::default();
    }
    let text = |law: &SectorLaw, part: &str| view.text(&WordingKey::part("law", law.id, part));
    html! {
        <>
            <h4>{ view.t("sector.laws") }</h4>
            <dl class="flags">
                for law in known {
                    <div key={law.id}>
                        <dt>
                            <a href={text(law, "url")} title={text(law, "title")} target="_blank" rel="noopener noreferrer">
                                { text(law, "short") }
                            </a>
                        </dt>
                        <dd>
                            { text(law, "why") }
                            if !law.confirmed {
                                { " " }<span class="quiet">{ view.t("sector.unconfirmed") }</span>
                            }
                        </dd>
                    </div>
                }
            </dl>
        </>
    }
}
