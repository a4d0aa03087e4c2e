//! Checks on the resolved catalogue as a whole: nothing unreachable, nothing unused.

use super::conditions::{Atom, Condition, World};
use super::problem::{Problem, Text};
use super::resolve::Resolved;
use super::shapes::Word;
use super::source::Authored;

/// Finds dead ends.
pub fn check(authored: &Authored, resolved: &Resolved) -> Result<(), Vec<Problem>> {
    let world = World {
        facts: resolved
            .facts
            .iter()
            .map(|fact| (fact.kind == "Many", fact.values.len(), &fact.ask_when))
            .collect(),
        terms: resolved.terms.iter().map(|(_, when)| when).collect(),
    };
    let mut problems = Vec::new();
    unreachable(authored, resolved, &world, &mut problems);
    unused(authored, resolved, &mut problems);
    if resolved.flags.len() > 128 {
        problems.push(Problem {
            file: "rules".to_owned(),
            line: 0,
            message: format!("{} flags, but a result holds at most 128", resolved.flags.len()),
            hint: "merge flags, or widen the set in the engine".to_owned(),
        });
    }
    if problems.is_empty() {
        Ok(())
    } else {
        Err(problems)
    }
}

fn unreachable(authored: &Authored, resolved: &Resolved, world: &World<'_>, problems: &mut Vec<Problem>) {
    let facts = fact_places(authored)
        .zip(&resolved.facts)
        .map(|(place, fact)| (place, fact.ask_when.clone()));
    let rules = authored
        .rules
        .iter()
        .flat_map(|file| file.content.rule.iter().map(move |rule| (&rule.id, &file.text)))
        .zip(&resolved.rules)
        .map(|(place, rule)| {
            let target = rule.outside_of.and_then(|target| resolved.rules.get(target));
            let outside = target.map_or_else(Condition::always, |target| {
                Condition::Not(Box::new(target.when.clone()))
            });
            (place, rule.when.clone().and(outside))
        });
    let derogations = authored
        .rules
        .iter()
        .flat_map(|file| {
            file.content
                .derogation
                .iter()
                .map(move |rule| (&rule.id, &file.text))
        })
        .zip(&resolved.derogations)
        .map(|(place, rule)| (place, rule.when.clone()));
    for ((id, text), when) in facts.chain(rules).chain(derogations) {
        if !world.can_hold(&when) {
            problems.push(text.problem(
                id.span(),
                format!(
                    "`{}` is unreachable: no answers make its condition hold",
                    id.get_ref()
                ),
                "look for two parts that exclude each other, or a fact that cannot arise".to_owned(),
            ));
        }
    }
    if !problems.is_empty() {
        // What rests on an unreachable fact is unreachable for that reason alone.
        return;
    }
    for (id, _) in beside_rules(resolved).filter(|(_, when)| !world.can_hold(when)) {
        problems.push(Problem {
            file: "checklist or plan".to_owned(),
            line: 0,
            message: format!("`{id}` is unreachable: no answers make its condition hold"),
            hint: "look for two parts that exclude each other, or a fact that cannot arise".to_owned(),
        });
    }
}

/// Conditions of the checklist and the plan, each with the id of its entry.
fn beside_rules(resolved: &Resolved) -> impl Iterator<Item = (&str, &Condition)> {
    macro_rules! of {
        ($($list:ident),+) => {
            std::iter::empty()$(.chain(resolved.$list.iter().map(|entry| (entry.id.as_str(), &entry.when))))+
        };
    }
    let items = resolved.items.iter();
    let items = items.filter_map(|item| Some((item.id.as_str(), item.when.as_ref()?)));
    items.chain(of!(
        emphasis, bases, durations, modifiers, reasons, positions, starters, prompts, risks, questions
    ))
}

fn unused(authored: &Authored, resolved: &Resolved, problems: &mut Vec<Problem>) {
    let special = &resolved.special;
    let named = [
        special.roles,
        special.sectors,
        special.size,
        special.systems,
        special.traits,
        special.stage,
        special.certificates,
        special.off_the_shelf,
        special.areas,
        special.practices,
        special.places,
    ];
    let mut used = vec![false; resolved.facts.len()];
    let mut mark = |condition: &Condition| {
        condition.atoms(&mut |atom| {
            if let Atom::Fact(fact, _) = atom
                && let Some(slot) = used.get_mut(fact)
            {
                *slot = true;
            }
        });
    };
    resolved.facts.iter().for_each(|fact| mark(&fact.ask_when));
    resolved.terms.iter().for_each(|(_, when)| mark(when));
    resolved
        .rules
        .iter()
        .chain(&resolved.derogations)
        .for_each(|rule| mark(&rule.when));
    beside_rules(resolved).for_each(|(_, when)| mark(when));
    for (number, (id, text)) in fact_places(authored).enumerate() {
        if !used.get(number).copied().unwrap_or(true) && !named.contains(&number) {
            problems.push(text.problem(
                id.span(),
                format!("nothing uses fact `{}`", id.get_ref()),
                "use it in a rule, or do not ask people for it".to_owned(),
            ));
        }
    }
    for (number, milestone) in authored.milestones.content.milestone.iter().enumerate() {
        let id = milestone.id.get_ref();
        let in_rules = resolved
            .rules
            .iter()
            .chain(&resolved.derogations)
            .any(|rule| rule.legal.milestone == Some(number));
        if !in_rules
            && !resolved
                .items
                .iter()
                .any(|item| item.milestone.as_ref() == Some(id))
            && !resolved
                .penalties
                .iter()
                .any(|penalty| penalty.legal.milestone == Some(number))
        {
            problems.push(authored.milestones.text.problem(
                milestone.id.span(),
                format!("nothing uses milestone `{id}`"),
                "remove it, or give it to a rule or item".to_owned(),
            ));
        }
    }
}

fn fact_places(authored: &Authored) -> impl Iterator<Item = (&Word, &Text)> {
    authored
        .facts
        .iter()
        .flat_map(|file| file.content.fact.iter().map(move |fact| (&fact.id, &file.text)))
}
