//! Writes what stands around the items as one Rust expression of type `Plan`.

use super::emit::{condition, list, quoted};
use super::resolve::{ItemList, Resolved};

/// The expression.
pub fn plan(catalog: &Resolved) -> String {
    let fields = [
        (
            "emphasis",
            list(&catalog.emphasis, |entry| {
                format!(
                    "Emphasis {{ id: {}, when: {}, items: &{:?}, stages: {}, applies: {} }}",
                    quoted(&entry.id),
                    condition(&entry.when),
                    entry.items,
                    list(&entry.stages, |stage| format!("Stage::{stage}")),
                    entry.applies
                )
            }),
        ),
        (
            "crosswalk",
            list(&catalog.crosswalk, |framework| {
                let links = list(&framework.links, |(item, at)| {
                    format!("Link {{ item: {item}, at: &{at:?} }}")
                });
                format!(
                    "Framework {{ id: {}, basis: Basis::{}, of_act: {}, links: {links} }}",
                    quoted(&framework.id),
                    framework.basis,
                    framework.of_act
                )
            }),
        ),
        ("findings", item_lists(&catalog.findings)),
        ("prerequisites", item_lists(&catalog.prerequisites)),
        (
            "steps",
            list(&catalog.steps, |step| {
                format!(
                    "PlanStep {{ id: {}, weeks: {:?}, months: {:?}, parallel: {}, items: &{:?} }}",
                    quoted(&step.id),
                    step.weeks,
                    step.months,
                    step.parallel,
                    step.items
                )
            }),
        ),
        ("least_months", catalog.least_months.to_string()),
        (
            "bases",
            list(&catalog.bases, |base| {
                format!(
                    "Base {{ id: {}, when: {} }}",
                    quoted(&base.id),
                    condition(&base.when)
                )
            }),
        ),
        (
            "durations",
            list(&catalog.durations, |duration| {
                format!(
                    "Duration {{ id: {}, when: {}, months: &{:?} }}",
                    quoted(&duration.id),
                    condition(&duration.when),
                    duration.months
                )
            }),
        ),
        (
            "modifiers",
            list(&catalog.modifiers, |modifier| {
                format!(
                    "Modifier {{ id: {}, when: {}, months: {:?} }}",
                    quoted(&modifier.id),
                    condition(&modifier.when),
                    modifier.months
                )
            }),
        ),
        (
            "reasons",
            list(&catalog.reasons, |reason| {
                format!(
                    "AdviceReason {{ id: {}, weight: {}, when: {} }}",
                    quoted(&reason.id),
                    reason.weight,
                    condition(&reason.when)
                )
            }),
        ),
        (
            "verdicts",
            list(&catalog.verdicts, |(id, points)| {
                format!("AdviceVerdict {{ id: {}, points: {points:?} }}", quoted(id))
            }),
        ),
        (
            "positions",
            list(&catalog.positions, |position| {
                format!(
                    "Position {{ id: {}, when: {}, training: {}, combine: {:?} }}",
                    quoted(&position.id),
                    condition(&position.when),
                    quoted(position.training),
                    position.combine
                )
            }),
        ),
        (
            "starters",
            list(&catalog.starters, |starter| {
                format!(
                    "Starter {{ id: {}, when: {}, sections: &{:?} }}",
                    quoted(&starter.id),
                    condition(&starter.when),
                    starter.sections
                )
            }),
        ),
        (
            "prompts",
            list(&catalog.prompts, |prompt| {
                format!(
                    "Prompt {{ id: {}, starter: {}, section: {}, when: {} }}",
                    quoted(&prompt.id),
                    prompt.starter,
                    quoted(&prompt.section),
                    condition(&prompt.when)
                )
            }),
        ),
        (
            "risks",
            list(&catalog.risks, |risk| {
                format!(
                    "Risk {{ id: {}, when: {}, source: {}, objective: {}, items: &{:?} }}",
                    quoted(&risk.id),
                    condition(&risk.when),
                    quoted(&risk.source),
                    quoted(&risk.objective),
                    risk.items
                )
            }),
        ),
        (
            "questions",
            list(&catalog.questions, |question| {
                format!(
                    "Base {{ id: {}, when: {} }}",
                    quoted(&question.id),
                    condition(&question.when)
                )
            }),
        ),
        ("systems", list(&catalog.systems, |band| format!("&{band:?}"))),
        ("status_weights", format!("&{:?}", catalog.status_weights)),
        ("priority_weights", format!("{:?}", catalog.priority_weights)),
    ];
    let fields: Vec<String> = fields
        .iter()
        .map(|(name, value)| format!("{name}: {value}"))
        .collect();
    format!("Plan {{\n{}\n}}", fields.join(",\n"))
}

fn item_lists(lists: &[ItemList]) -> String {
    list(lists, |entry| {
        format!(
            "ItemList {{ id: {}, items: &{:?} }}",
            quoted(&entry.id),
            entry.items
        )
    })
}
