//! Writes the resolved catalogue as Rust statics: no parsing when the widget starts.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::conditions::Condition;
use super::emit_plan;
use super::resolve::{Item, Legal, Penalty, Resolved, Rule, Step, TIERS};

/// The source texts of the packed catalogue, each one expression of type `Catalog`: all of it, and what
/// the questions need, without items, reasons, dates and fines. Both carry the digest of all of it.
pub fn rust(catalog: &mut Resolved) -> [String; 2] {
    let all = body(catalog);
    let digest = Sha256::digest(all.as_bytes())
        .iter()
        .fold(String::new(), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        });
    catalog.items.clear();
    // What names items by number goes with them.
    catalog.emphasis.clear();
    catalog.crosswalk.clear();
    for list in [&mut catalog.findings, &mut catalog.prerequisites] {
        list.clear();
    }
    catalog.steps.clear();
    catalog.bases.clear();
    catalog.durations.clear();
    catalog.modifiers.clear();
    catalog.reasons.clear();
    catalog.verdicts.clear();
    catalog.positions.clear();
    catalog.starters.clear();
    catalog.prompts.clear();
    catalog.risks.clear();
    catalog.questions.clear();
    // Reasons, dates and fines are shown with the result, and only there.
    catalog.rules.retain(|rule| rule.outside_of.is_none());
    let rules = catalog.rules.iter_mut().map(|rule| &mut rule.legal);
    let derogations = catalog.derogations.iter_mut().map(|rule| &mut rule.legal);
    for legal in rules.chain(derogations) {
        legal.references.clear();
        legal.milestone = None;
    }
    for sector in &mut catalog.sectors {
        sector.laws.clear();
        sector.stressed.clear();
    }
    catalog.milestones.clear();
    catalog.penalties.clear();
    catalog.sector_laws.clear();
    catalog.tailoring.clear();
    let assessment = body(catalog);
    // Overlays come later, in a copy, and are no part of what the digest is about.
    [all, assessment].map(|body| format!("Catalog {{\ndigest: {digest:?},\noverlays: &[],\n{body}}}\n"))
}

fn body(catalog: &Resolved) -> String {
    let mut out = String::new();
    let mut field = |name: &str, value: String| {
        let _ = writeln!(out, "{name}: {value},");
    };
    field("id", quoted(&catalog.id));
    field("version", quoted(&catalog.version));
    field(
        "law_texts",
        list(&catalog.texts, |(from, source)| {
            format!("LawText {{ from: {}, source: {source} }}", date(*from))
        }),
    );
    field(
        "sources",
        list(&catalog.sources, |source| {
            format!(
                "Source {{ id: {}, short: {}, kind: SourceKind::{}, date: {} }}",
                quoted(&source.id),
                quoted(&source.short),
                source.kind,
                date(source.date)
            )
        }),
    );
    field(
        "milestones",
        list(&catalog.milestones, |(id, history)| {
            let history = list(history, |(from, value)| {
                format!("Dated {{ from: {}, value: {} }}", date(*from), date(*value))
            });
            format!("Milestone {{ id: {}, history: {history} }}", quoted(id))
        }),
    );
    field(
        "facts",
        list(&catalog.facts, |fact| {
            format!(
                "Fact {{ id: {}, kind: FactKind::{}, values: {}, ask_when: {}, part: Part::{}, topic: {} }}",
                quoted(&fact.id),
                fact.kind,
                list(&fact.values, |value| quoted(value)),
                condition(&fact.ask_when),
                fact.part,
                quoted(&fact.topic)
            )
        }),
    );
    field(
        "terms",
        list(&catalog.terms, |(id, when)| {
            format!("Term {{ id: {}, when: {} }}", quoted(id), condition(when))
        }),
    );
    field(
        "schedule",
        list(&catalog.schedule, |step| match step {
            Step::Fact(fact) => format!("Step::Fact({fact})"),
            Step::Term(term) => format!("Step::Term({term})"),
        }),
    );
    field("derogations", list(&catalog.derogations, derogation));
    field("rules", list(&catalog.rules, rule));
    field("flags", list(&catalog.flags, |flag| quoted(flag)));
    field("penalties", list(&catalog.penalties, penalty));
    field(
        "sector_laws",
        list(&catalog.sector_laws, |(id, confirmed)| {
            format!("SectorLaw {{ id: {}, confirmed: {confirmed} }}", quoted(id))
        }),
    );
    field(
        "sectors",
        list(&catalog.sectors, |sector| {
            format!(
                "Sector {{ areas: {}, practices: {}, laws: &{:?}, stressed: {} }}",
                sector.areas,
                sector.practices,
                sector.laws,
                list(&sector.stressed, |id| quoted(id))
            )
        }),
    );
    field("items", list(&catalog.items, item));
    field(
        "tailoring",
        list(&catalog.tailoring, |tailoring| {
            format!(
                "Tailoring {{ tier: Tier::{}, conditional_applies: {}, depth: Depth::{}, emphasised: {}, \
             emphasis: Depth::{}, wording: {} }}",
                tailoring.tier,
                tailoring.conditional_applies,
                tailoring.depth,
                list(&tailoring.emphasised, |id| quoted(id)),
                tailoring.emphasis,
                tailoring.wording
            )
        }),
    );
    field("plan", emit_plan::plan(catalog));
    let special = &catalog.special;
    field(
        "special",
        format!(
            "SpecialFacts {{ roles: {}, provider: {}, deployer: {}, sectors: {}, size: {}, systems: {}, traits: {}, stage: {}, sizes: {}, size_classes: {}, \
         certificates: {}, off_the_shelf: {}, in_scope: {}, areas: {}, practices: {}, places: {} }}",
            special.roles,
            special.provider,
            special.deployer,
            special.sectors,
            special.size,
            special.systems,
            special.traits,
            special.stage,
            list(&special.sizes, |size| format!("Size::{size}")),
            list(&special.size_classes, |class| (*class).to_owned()),
            special.certificates,
            special.off_the_shelf,
            special.in_scope,
            special.areas,
            special.practices,
            special.places
        ),
    );
    out
}

fn rule(rule: &Rule) -> String {
    let tier = rule
        .tier
        .map_or("None".to_owned(), |tier| format!("Some(Tier::{tier})"));
    format!(
        "Rule {{ id: {}, when: {}, tier: {tier}, derogation: {:?}, flags: &{:?}, \
         adds_roles: {}, outside_of: {:?}, extra: {}, {} }}",
        quoted(&rule.id),
        condition(&rule.when),
        rule.derogation,
        rule.flags,
        rule.adds_roles,
        rule.outside_of,
        rule.extra,
        legal(&rule.legal)
    )
}

fn penalty(penalty: &Penalty) -> String {
    format!(
        "Penalty {{ id: {}, amount_eur: {:?}, percent: {:?}, lower: {:?}, tiers: {}, flags: &{:?}, \
         {} }}",
        quoted(&penalty.id),
        penalty.amount_eur,
        penalty.percent,
        penalty.lower,
        penalty.tiers,
        penalty.flags,
        legal(&penalty.legal)
    )
}

fn derogation(rule: &Rule) -> String {
    format!(
        "Derogation {{ id: {}, when: {}, to: Tier::{}, flags: &{:?}, {} }}",
        quoted(&rule.id),
        condition(&rule.when),
        rule.tier.unwrap_or("Minimal"),
        rule.flags,
        legal(&rule.legal)
    )
}

fn legal(legal: &Legal) -> String {
    let references = list(&legal.references, |(source, at, anchor)| {
        format!(
            "Reference {{ source: {source}, at: {}, anchor: {} }}",
            quoted(at),
            quoted(anchor)
        )
    });
    format!(
        "legal: Legal {{ references: {references}, basis: Basis::{}, in_force: {}, milestone: {:?} }}",
        legal.basis,
        period(legal.in_force, legal.until),
        legal.milestone
    )
}

fn period(from: u32, until: Option<u32>) -> String {
    let until = until.map_or("None".to_owned(), |until| format!("Some({})", date(until)));
    format!("Period {{ from: {}, until: {until} }}", date(from))
}

fn item(item: &Item) -> String {
    let fits: Vec<String> = item
        .role_fit
        .iter()
        .map(|(fit, depth)| format!("(Applicability::{fit}, Depth::{depth})"))
        .collect();
    let effort = item.effort.map_or("None".to_owned(), |half_days| {
        format!("Some(Effort {{ half_days: {half_days:?} }})")
    });
    let when = item
        .when
        .as_ref()
        .map_or("None".to_owned(), |when| format!("Some({})", condition(when)));
    let milestone = item
        .milestone
        .as_ref()
        .map_or("None".to_owned(), |id| format!("Some({})", quoted(id)));
    format!(
        "Item {{ id: {}, reference: {}, title: {}, kind: ItemKind::{}, group: {}, phase: Phase::{}, \
         owner: {}, documented: {}, effort: {effort}, reuse: {}, role_fit: RoleFit {{ provider: {}, \
         deployer: {}, user: {} }}, per_system: {}, sectors: {}, when: {when}, links: {}, confirmed: {}, \
         stages: {}, tiers: {}, roles: {}, because: {}, dated_by: {}, \
         milestone: {milestone}, basis: Basis::{}, priority: {:?} }}",
        quoted(&item.id),
        quoted(&item.reference),
        quoted(&item.title),
        item.kind,
        quoted(&item.group),
        item.phase,
        quoted(&item.owner),
        item.documented,
        list(&item.reuse, |(id, percent)| format!(
            "Certificate {{ id: {}, percent: {percent} }}",
            quoted(id)
        )),
        fits.first().map_or("", String::as_str),
        fits.get(1).map_or("", String::as_str),
        fits.get(2).map_or("", String::as_str),
        item.per_system,
        item.sectors,
        list(&item.links, |id| quoted(id)),
        item.confirmed,
        list(&item.stages, |stage| format!("Stage::{stage}")),
        item.tiers,
        item.roles,
        list(&item.because, |id| quoted(id)),
        list(&item.dated_by, |id| quoted(id)),
        item.basis,
        item.priority
    )
}

pub fn condition(authored: &Condition) -> String {
    match authored {
        Condition::All(parts) => format!("Condition::All({})", list(parts, condition)),
        Condition::Any(parts) => format!("Condition::Any({})", list(parts, condition)),
        Condition::Not(part) => format!("Condition::Not(&{})", condition(part)),
        Condition::Is { fact, values } => format!("Condition::Is {{ fact: {fact}, values: {values} }}"),
        Condition::Term(term) => format!("Condition::Term({term})"),
    }
}

pub fn list<T>(entries: &[T], write: impl Fn(&T) -> String) -> String {
    let entries: Vec<String> = entries.iter().map(write).collect();
    format!("&[{}]", entries.join(", "))
}

pub fn quoted(text: &str) -> String {
    format!("{text:?}")
}

fn date(number: u32) -> String {
    format!("Date::checked({number})")
}

/// Ids of the tiers, for the wording check.
pub fn tier_ids() -> impl Iterator<Item = &'static str> {
    TIERS.iter().map(|(id, _)| *id)
}
