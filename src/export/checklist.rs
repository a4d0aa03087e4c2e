//! The checklist of one use case as a record.

use serde::Serialize;

use super::{AdditionRecord, OverlayRecord, addition_records, overlay_records};
use crate::catalog::{Catalog, Item, Texts, WordingKey, fill, title};
use crate::engine::{Checklist, Classification, Line, Reason};

/// The checklist of one use case.
#[derive(Clone, Debug, Serialize)]
pub struct ChecklistRecord {
    /// The tier the list is made for: the highest still possible.
    pub tier: &'static str,
    /// Whether that tier is settled.
    pub settled: bool,
    /// The lines, in the order of the catalogue.
    pub items: Vec<LineRecord>,
    /// Overlays that took part.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub overlays: Vec<OverlayRecord>,
}

/// One line of a checklist.
#[derive(Clone, Debug, Serialize)]
pub struct LineRecord {
    /// Stable id.
    pub id: &'static str,
    /// Number shown: `6.1.2`, `A.6.2.8`, `Art 26(2)`.
    #[serde(rename = "ref")]
    pub reference: &'static str,
    /// `clause`, `control`, `act`, `sector` or `overlay`.
    pub kind: &'static str,
    /// Short title.
    pub title: String,
    /// Heading.
    pub group: &'static str,
    /// `applicable`, `conditional` or `excludable`.
    pub applicability: &'static str,
    /// Why it is here, in words.
    pub reason: String,
    /// 1 first, 2 next, 3 later.
    pub priority: u8,
    /// Whether a sector of the use case stresses it.
    pub stressed: bool,
    /// `light`, `standard` or `full`.
    pub depth: &'static str,
    /// What to do.
    #[serde(rename = "do")]
    pub task: String,
    /// What changes at this depth.
    pub at_this_depth: Option<String>,
    /// What an auditor asks to see.
    pub evidence: String,
    /// Common finding.
    pub pitfall: Option<String>,
    /// Reason under which a control may be left out.
    pub excluded_when: Option<String>,
    /// Owner role, in words.
    pub owner: String,
    /// Phase of Plan-Do-Check-Act.
    pub phase: &'static str,
    /// Life-cycle stages.
    pub stages: Vec<&'static str>,
    /// Whether the standard asks for documented information.
    pub documented: bool,
    /// Set-up effort in person-days, low and high.
    pub effort_days: Option<[f32; 2]>,
    /// Percent of the effort saved by certificates held.
    pub reuse_percent: u8,
    /// Day on which the duty starts.
    pub due: Option<String>,
    /// Basis.
    pub basis: &'static str,
    /// What it is good for.
    pub why: Option<String>,
    /// The tasks it consists of.
    pub tasks: Vec<String>,
    /// What is different for the roles held, and for small organisations.
    pub notes: Vec<String>,
    /// What somebody with ISO/IEC 27001 still has to add.
    pub new: Option<String>,
    /// The law, guidance or standard behind an item of a sector.
    pub driver: Option<String>,
    /// For whom and where it applies.
    #[serde(rename = "where")]
    pub place: Option<String>,
    /// Whether that was confirmed at a source.
    pub confirmed: bool,
    /// `system` for what is done for each AI system, else `organisation`.
    pub per: &'static str,
    /// What brings it forward, in words.
    pub emphasis: Vec<String>,
    /// Ids of the items that it makes concrete.
    pub links: Vec<&'static str>,
    /// Findings that audits report often about it.
    pub findings: Vec<String>,
    /// What overlays add to it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub additions: Vec<AdditionRecord>,
}

/// The record of a checklist, in the language of `texts`.
pub fn checklist_record(
    catalog: &'static Catalog,
    result: &Classification,
    checklist: &Checklist,
    texts: &dyn Texts,
) -> ChecklistRecord {
    ChecklistRecord {
        tier: checklist.tier.id(),
        settled: checklist.settled,
        items: checklist
            .with_items(catalog)
            .map(|entry| line_record(catalog, result, checklist, entry, texts))
            .collect(),
        overlays: overlay_records(catalog),
    }
}

fn line_record(
    catalog: &'static Catalog,
    result: &Classification,
    checklist: &Checklist,
    (line, item): (&Line, &'static Item),
    texts: &dyn Texts,
) -> LineRecord {
    let (kinds, small) = (checklist.kinds, checklist.small);
    let text = |part: &str| {
        texts
            .text(&WordingKey::part("item", item.id, part))
            .map(str::to_owned)
    };
    LineRecord {
        id: item.id,
        reference: item.reference,
        kind: item.kind.id(),
        title: title(item, texts).to_owned(),
        group: item.group,
        applicability: line.applicability.id(),
        reason: reason_words(catalog, result, checklist, line, texts),
        priority: line.priority,
        stressed: line.stressed,
        depth: line.depth.id(),
        task: text("do").unwrap_or_default(),
        at_this_depth: text(depth_part(line.wording)),
        evidence: text("evidence").unwrap_or_default(),
        pitfall: text("pitfall"),
        excluded_when: match line.reason {
            Reason::Conditional | Reason::Excludable => text("excluded"),
            _ => None,
        },
        owner: texts
            .text(&WordingKey::name("owner", item.owner))
            .unwrap_or(item.owner)
            .to_owned(),
        phase: item.phase.id(),
        stages: item.stages.iter().map(|stage| stage.id()).collect(),
        documented: item.documented,
        effort_days: line.half_days.map(|days| days.map(|half| f32::from(half) / 2.0)),
        reuse_percent: line.reuse,
        due: line.due.map(|date| date.to_string()),
        basis: item.basis.id(),
        why: text("why"),
        tasks: ["task1", "task2", "task3", "task4"]
            .into_iter()
            .filter_map(text)
            .collect(),
        notes: notes(item, kinds, small, texts),
        new: text("new"),
        driver: text("driver"),
        place: text("where"),
        confirmed: item.confirmed,
        per: if item.per_system { "system" } else { "organisation" },
        emphasis: emphasis_words(catalog, line, texts),
        links: item.links.to_vec(),
        findings: finding_words(catalog, line.item, texts),
        additions: addition_records(catalog, item.id),
    }
}

/// What is different for the kinds of organisation it is, and for a small one.
pub fn notes(
    item: &Item,
    [provider, deployer, user]: [bool; 3],
    small: bool,
    texts: &dyn Texts,
) -> Vec<String> {
    [
        (provider, "provider"),
        (deployer, "deployer"),
        (user, "user"),
        (small, "small"),
    ]
    .into_iter()
    .filter(|(holds, _)| *holds)
    .filter_map(|(_, part)| texts.text(&WordingKey::part("item", item.id, part)))
    .map(str::to_owned)
    .collect()
}

/// What brings a line forward, in words.
pub fn emphasis_words(catalog: &Catalog, line: &Line, texts: &dyn Texts) -> Vec<String> {
    (0..)
        .zip(catalog.plan.emphasis)
        .filter(|(place, _)| line.emphasis >> place & 1 == 1)
        .filter_map(|(_, emphasis)| texts.text(&WordingKey::name("emphasis", emphasis.id)))
        .map(str::to_owned)
        .collect()
}

/// Findings that audits report often about an item.
pub fn finding_words(catalog: &Catalog, item: u16, texts: &dyn Texts) -> Vec<String> {
    let findings = catalog
        .plan
        .findings
        .iter()
        .filter(|finding| finding.items.contains(&item));
    findings
        .filter_map(|finding| texts.text(&WordingKey::name("finding", finding.id)))
        .map(str::to_owned)
        .collect()
}

/// The part of an item's wording that speaks at a depth.
pub fn depth_part(wording: u8) -> &'static str {
    match wording {
        0 => "high",
        1 => "limited",
        _ => "minimal",
    }
}

/// Why a line is here, in words.
pub fn reason_words(
    catalog: &Catalog,
    result: &Classification,
    checklist: &Checklist,
    line: &Line,
    texts: &dyn Texts,
) -> String {
    let text = |key: &str| texts.text(key).unwrap_or_default().to_owned();
    let tier = text(&WordingKey::part("tier", checklist.tier.id(), "name"));
    let rule = match line.reason {
        Reason::Rule(index) => catalog
            .rules
            .get(usize::from(index))
            .map(|rule| text(&WordingKey::part("rule", rule.id, "because")))
            .unwrap_or_default(),
        _ => String::new(),
    };
    let known = if result.roles_known { "" } else { "-unknown" };
    let key = match line.reason {
        Reason::Role => ["reason.role", known].concat(),
        reason => WordingKey::name("reason", reason.code()),
    };
    let trait_words = match line.reason {
        Reason::Emphasis(place) => catalog
            .plan
            .emphasis
            .get(usize::from(place))
            .map(|emphasis| text(&WordingKey::name("emphasis", emphasis.id)))
            .unwrap_or_default(),
        _ => String::new(),
    };
    let item = catalog.items.get(usize::from(line.item));
    let overlay = item
        .and_then(|item| catalog.overlay_of(item.id))
        .map_or("", |overlay| overlay.name);
    fill(
        &text(&key),
        &[
            ("tier", &tier),
            ("rule", &rule),
            ("trait", &trait_words),
            ("overlay", overlay),
        ],
    )
}
