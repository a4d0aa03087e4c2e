//! Puts an overlay behind a catalogue: a copy with more facts, items and additions.

use super::model::{Call, ItemAddition, Overlay, OwnItem, OwnLink, Question, Statement};
use crate::catalog::{
    Addition, Applicability, Basis, CallToAction, Catalog, Condition, Depth, Effort, Fact, FactKind, Item,
    ItemKind, OverlayMark, Part, PortalLink, RoleFit, Step,
};

/// A catalogue with what the overlay adds, behind what is there. Nothing that is there changes: no rule
/// can name what comes behind, and the digest stays that of the packed catalogue.
///
/// The copy is leaked, as are the overlay's texts in it: the engine reads a catalogue that lives as long
/// as the program, and so does an overlay, which lives as long as the page that it is for.
pub fn merge(overlay: &Overlay, catalog: &'static Catalog) -> &'static Catalog {
    let mut facts = catalog.facts.to_vec();
    let mut schedule = catalog.schedule.to_vec();
    for question in &overlay.questions {
        // Facts are numbered in sixteen bits; the limits of overlays are far below.
        let Ok(index) = u16::try_from(facts.len()) else {
            break;
        };
        facts.push(fact(question, overlay, &facts));
        schedule.push(Step::Fact(index));
    }
    let mut items = catalog.items.to_vec();
    items.extend(
        overlay
            .items
            .iter()
            .map(|own| item(own, overlay, catalog, &facts)),
    );
    let mut overlays = catalog.overlays.to_vec();
    overlays.push(mark(overlay));
    Box::leak(Box::new(Catalog {
        facts: facts.leak(),
        schedule: schedule.leak(),
        items: items.leak(),
        overlays: overlays.leak(),
        ..catalog.clone()
    }))
}

fn fact(question: &Question, overlay: &Overlay, facts: &[Fact]) -> Fact {
    Fact {
        id: leak(&question.id),
        kind: question.kind,
        values: match question.kind {
            FactKind::YesNo => &["no", "yes"],
            FactKind::One | FactKind::Many => {
                let values = question.values.iter().map(|value| leak(&value.id));
                values.collect::<Vec<_>>().leak()
            }
        },
        ask_when: condition(&question.when, facts),
        // Beside the checklist, and so never on the way to the tier.
        part: Part::Checklist,
        topic: leak(&overlay.id),
    }
}

fn item(own: &OwnItem, overlay: &Overlay, catalog: &'static Catalog, facts: &[Fact]) -> Item {
    let fit = (Applicability::Applicable, Depth::Standard);
    Item {
        id: leak(&own.id),
        reference: leak(&own.reference),
        title: leak(&own.title),
        kind: ItemKind::Overlay,
        group: leak(&overlay.group_of(own)),
        phase: own.phase,
        owner: own
            .owner
            .as_deref()
            .map_or_else(|| usual_owner(catalog), |owner| leak(owner)),
        documented: false,
        effort: own.half_days.map(|half_days| Effort {
            half_days: [half_days; 3],
        }),
        reuse: &[],
        role_fit: RoleFit {
            provider: fit,
            deployer: fit,
            user: fit,
        },
        per_system: own.per_system,
        sectors: 0,
        when: (!own.when.is_empty()).then(|| condition(&own.when, facts)),
        links: &[],
        confirmed: true,
        stages: &[],
        tiers: 0,
        roles: 0,
        because: &[],
        dated_by: &[],
        milestone: None,
        basis: Basis::OwnJudgement,
        priority: [own.priority; 3],
    }
}

/// The role that owns most items of the catalogue.
fn usual_owner(catalog: &'static Catalog) -> &'static str {
    let count = |owner: &str| catalog.items.iter().filter(|item| item.owner == owner).count();
    let owners = catalog.items.iter().map(|item| item.owner);
    owners.max_by_key(|owner| count(owner)).unwrap_or_default()
}

/// All statements hold.
fn condition(statements: &[Statement], facts: &[Fact]) -> Condition {
    let parts: Vec<Condition> = statements.iter().map(|statement| is(statement, facts)).collect();
    match parts.as_slice() {
        [only] => *only,
        _ => Condition::All(parts.leak()),
    }
}

/// A fact has one of the values; never where it is not known, which reading has refused.
fn is(statement: &Statement, facts: &[Fact]) -> Condition {
    let found = (0_u16..).zip(facts).find(|(_, fact)| fact.id == statement.fact);
    found.map_or(Condition::Any(&[]), |(index, fact)| Condition::Is {
        fact: index,
        values: (0_u32..)
            .zip(fact.values)
            .filter(|(_, value)| statement.values.iter().any(|named| named == *value))
            .fold(0, |mask, (bit, _)| mask | 1 << bit),
    })
}

fn mark(overlay: &Overlay) -> OverlayMark {
    let own = overlay.items.iter().map(|item| Addition {
        // It is among the texts of the item, where those of the catalogue have it.
        evidence: &[],
        ..addition(&item.addition)
    });
    let additions = overlay.additions.iter().map(addition).chain(own);
    let additions: Vec<Addition> = additions
        .filter(|added| !(added.controls.is_empty() && added.links.is_empty() && added.evidence.is_empty()))
        .collect();
    OverlayMark {
        id: leak(&overlay.id),
        version: leak(&overlay.version),
        name: leak(&overlay.name),
        language: leak(&overlay.language),
        additions: additions.leak(),
        call_to_action: overlay.call_to_action.as_ref().map(call),
    }
}

fn addition(added: &ItemAddition) -> Addition {
    let links = added.links.iter().map(|OwnLink { title, url }| PortalLink {
        title: leak(title),
        url: leak(url),
    });
    Addition {
        item: leak(&added.item),
        controls: leak_all(&added.controls),
        links: links.collect::<Vec<_>>().leak(),
        evidence: leak_all(&added.evidence),
    }
}

fn call(call: &Call) -> CallToAction {
    CallToAction {
        text: leak(&call.text),
        url: call.url.as_deref().map(leak),
    }
}

fn leak(text: &str) -> &'static str {
    Box::leak(Box::from(text))
}

fn leak_all(texts: &[String]) -> &'static [&'static str] {
    texts.iter().map(|text| leak(text)).collect::<Vec<_>>().leak()
}
