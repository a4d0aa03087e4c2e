//! What stands around the checklist: crosswalk, findings, emphasis, plan, advice, people.

use std::collections::BTreeMap;

use super::super::conditions::{self, unknown};
use super::super::problem::Text;
use super::super::shapes::{Condition as Authored, Word};
use super::super::source::{Authored as Files, File};
use super::super::{conditions::Condition, shapes};
use super::choices::{BASES, SIDES, STAGES, STATUSES, TRAININGS};
use super::{
    Advice, Base, Duration, Emphasis, Framework, ItemList, Modifier, PlanStep, Position, Prompt, Resolved,
    Resolver, Risk, Starter,
};

impl Resolver {
    pub(super) fn plan(&mut self, authored: &Files, out: &mut Resolved) {
        self.crosswalk(&authored.crosswalk, out);
        self.emphasis(&authored.emphasis, out);
        out.findings = self.item_lists(
            "finding",
            &authored.findings.content.finding,
            out,
            &authored.findings.text,
        );
        let gate = &authored.gate;
        out.prerequisites = self.item_lists("prerequisite", &gate.content.prerequisite, out, &gate.text);
        self.steps(&authored.steps, out);
        self.durations(&authored.durations, out);
        self.advice(&authored.advice, out);
        self.people(&authored.people, out);
        self.starters(&authored.starters, out);
    }

    fn starters(&mut self, file: &File<shapes::Starters>, out: &mut Resolved) {
        for starter in &file.content.starter {
            self.define("starter", &starter.id, &file.text);
            let when = self.condition(starter.when.as_ref(), &file.text);
            out.starters.push(Starter {
                id: starter.id.get_ref().clone(),
                when,
                sections: starter
                    .sections
                    .iter()
                    .map(|word| word.get_ref().clone())
                    .collect(),
            });
        }
        for prompt in &file.content.prompt {
            self.define("prompt", &prompt.id, &file.text);
            let when = self.condition(Some(&prompt.when), &file.text);
            let known = out
                .starters
                .iter()
                .position(|known| known.id == *prompt.starter.get_ref());
            let Some(starter) = known else {
                let known = out.starters.iter().map(|known| known.id.as_str());
                self.problems
                    .push(unknown("starter", &prompt.starter, known, &file.text));
                continue;
            };
            let sections = out
                .starters
                .get(starter)
                .map_or(&[][..], |known| known.sections.as_slice());
            if !sections.contains(prompt.section.get_ref()) {
                let known = sections.iter().map(String::as_str);
                self.problems
                    .push(unknown("section", &prompt.section, known, &file.text));
            }
            out.prompts.push(Prompt {
                id: prompt.id.get_ref().clone(),
                starter,
                section: prompt.section.get_ref().clone(),
                when,
            });
        }
        for risk in &file.content.risk {
            self.define("risk", &risk.id, &file.text);
            let when = self.condition(risk.when.as_ref(), &file.text);
            let items = self.item_places(&risk.items, out, &file.text);
            out.risks.push(Risk {
                id: risk.id.get_ref().clone(),
                when,
                source: risk.source.clone(),
                objective: risk.objective.clone(),
                items,
            });
        }
        for question in &file.content.question {
            self.define("question", &question.id, &file.text);
            let when = self.condition(question.when.as_ref(), &file.text);
            let id = question.id.get_ref().clone();
            out.questions.push(Base { id, when });
        }
    }

    fn crosswalk(&mut self, file: &File<shapes::Crosswalk>, out: &mut Resolved) {
        for framework in &file.content.framework {
            self.define("framework", &framework.id, &file.text);
            let basis = self.choice("basis", &framework.basis, BASES, &file.text);
            out.crosswalk.push(Framework {
                id: framework.id.get_ref().clone(),
                basis,
                of_act: framework.of_act,
                links: Vec::new(),
            });
        }
        let mut links: BTreeMap<usize, Vec<(usize, Vec<String>)>> = BTreeMap::new();
        for (item, places) in &file.content.link {
            let Some(item) = self.item_place(item, out, &file.text) else {
                continue;
            };
            for (framework, at) in places {
                match out
                    .crosswalk
                    .iter()
                    .position(|known| known.id == *framework.get_ref())
                {
                    Some(place) => links.entry(place).or_default().push((item, at.clone())),
                    None => {
                        let known = out.crosswalk.iter().map(|known| known.id.as_str());
                        self.problems
                            .push(unknown("framework", framework, known, &file.text));
                    }
                }
            }
        }
        for (framework, mut found) in links {
            found.sort_by_key(|(item, _)| *item);
            if let Some(slot) = out.crosswalk.get_mut(framework) {
                slot.links = found;
            }
        }
    }

    fn emphasis(&mut self, file: &File<shapes::Emphases>, out: &mut Resolved) {
        for emphasis in &file.content.emphasis {
            self.define("emphasis", &emphasis.id, &file.text);
            let entry = Emphasis {
                id: emphasis.id.get_ref().clone(),
                when: self.condition(Some(&emphasis.when), &file.text),
                items: self.item_places(&emphasis.items, out, &file.text),
                stages: emphasis
                    .stages
                    .iter()
                    .map(|word| self.choice("stage", word, STAGES, &file.text))
                    .collect(),
                applies: emphasis.applies,
            };
            out.emphasis.push(entry);
        }
        let systems = &file.content.systems;
        let values = out
            .facts
            .get(out.special.systems)
            .map_or(0, |fact| fact.values.len());
        for band in [&systems.small, &systems.medium, &systems.large] {
            if band.len() != values {
                self.problems.push(file.text.problem(
                    0..0,
                    format!("`systems` has {} figures for {values} values", band.len()),
                    "give one figure for each value of the systems fact".to_owned(),
                ));
            }
            out.systems.push(band.clone());
        }
        for (id, _) in STATUSES {
            let found = file
                .content
                .readiness
                .status
                .iter()
                .find(|(word, _)| word.get_ref() == id);
            out.status_weights.push(found.map_or(0, |(_, weight)| *weight));
        }
        for (word, weight) in &file.content.readiness.status {
            self.choice("status", word, STATUSES, &file.text);
            if *weight > 100 {
                self.problems.push(file.text.problem(
                    word.span(),
                    format!("status `{}` is worth more than 100 percent", word.get_ref()),
                    "write a percentage from 0 to 100".to_owned(),
                ));
            }
        }
        out.priority_weights = file.content.readiness.priority;
    }

    fn steps(&mut self, file: &File<shapes::Steps>, out: &mut Resolved) {
        for step in &file.content.step {
            self.define("step", &step.id, &file.text);
            if step.after_certificate == step.months.is_none()
                || step.weeks.is_some() == step.months.is_some()
            {
                self.problems.push(file.text.problem(
                    step.id.span(),
                    format!("step `{}` does not say how long it takes", step.id.get_ref()),
                    "give `weeks`, or `months` with `after_certificate = true`".to_owned(),
                ));
            }
            let items = self.item_places(&step.items, out, &file.text);
            out.steps.push(PlanStep {
                id: step.id.get_ref().clone(),
                weeks: step.weeks,
                months: step.months,
                parallel: step.parallel,
                items,
            });
        }
    }

    fn durations(&mut self, file: &File<shapes::Durations>, out: &mut Resolved) {
        out.least_months = file.content.least;
        for base in &file.content.base {
            self.define("base", &base.id, &file.text);
            let when = self.condition(base.when.as_ref(), &file.text);
            let id = base.id.get_ref().clone();
            out.bases.push(Base { id, when });
        }
        for duration in &file.content.duration {
            self.define("duration", &duration.id, &file.text);
            let mut months = Vec::new();
            for base in &out.bases {
                let found = duration
                    .months
                    .iter()
                    .find(|(word, _)| *word.get_ref() == base.id);
                match found {
                    Some((_, [low, high])) if low <= high => months.push([*low, *high]),
                    _ => self.problems.push(file.text.problem(
                        duration.id.span(),
                        format!(
                            "duration `{}` has no range of months for `{}`",
                            duration.id.get_ref(),
                            base.id
                        ),
                        "give [low, high] for each [[base]]".to_owned(),
                    )),
                }
            }
            out.durations.push(Duration {
                id: duration.id.get_ref().clone(),
                when: self.condition(duration.when.as_ref(), &file.text),
                months,
            });
        }
        for modifier in &file.content.modifier {
            self.define("modifier", &modifier.id, &file.text);
            let when = self.condition(Some(&modifier.when), &file.text);
            out.modifiers.push(Modifier {
                id: modifier.id.get_ref().clone(),
                when,
                months: modifier.months,
            });
        }
    }

    fn advice(&mut self, file: &File<shapes::Advice>, out: &mut Resolved) {
        for reason in &file.content.reason {
            self.define("reason", &reason.id, &file.text);
            let against = self.choice("side", &reason.side, SIDES, &file.text) == "against";
            let when: Condition = self.condition(Some(&reason.when), &file.text);
            out.reasons.push(Advice {
                id: reason.id.get_ref().clone(),
                weight: if against { -reason.weight } else { reason.weight },
                when,
            });
        }
        for verdict in &file.content.verdict {
            self.define("verdict", &verdict.id, &file.text);
            out.verdicts.push((verdict.id.get_ref().clone(), verdict.points));
        }
    }

    fn people(&mut self, file: &File<shapes::People>, out: &mut Resolved) {
        for position in &file.content.position {
            self.define("position", &position.id, &file.text);
        }
        let ids = || {
            file.content
                .position
                .iter()
                .map(|position| position.id.get_ref().as_str())
        };
        for position in &file.content.position {
            if let Some(word) = position
                .combine
                .as_ref()
                .filter(|word| !ids().any(|id| id == word.get_ref()))
            {
                self.problems.push(unknown("position", word, ids(), &file.text));
            }
            let entry = Position {
                id: position.id.get_ref().clone(),
                when: self.condition(position.when.as_ref(), &file.text),
                training: self.choice("training", &position.training, TRAININGS, &file.text),
                combine: position.combine.as_ref().map(|word| word.get_ref().clone()),
            };
            out.positions.push(entry);
        }
    }

    fn item_lists(
        &mut self,
        what: &'static str,
        lists: &[shapes::ItemList],
        out: &Resolved,
        text: &Text,
    ) -> Vec<ItemList> {
        let mut found = Vec::new();
        for list in lists {
            self.define(what, &list.id, text);
            found.push(ItemList {
                id: list.id.get_ref().clone(),
                items: self.item_places(&list.items, out, text),
            });
        }
        found
    }

    fn item_places(&mut self, words: &[Word], out: &Resolved, text: &Text) -> Vec<usize> {
        words
            .iter()
            .filter_map(|word| self.item_place(word, out, text))
            .collect()
    }

    fn item_place(&mut self, word: &Word, out: &Resolved, text: &Text) -> Option<usize> {
        let found = out.items.iter().position(|item| item.id == *word.get_ref());
        if found.is_none() {
            let known = out.items.iter().map(|item| item.id.as_str());
            self.problems.push(unknown("item", word, known, text));
        }
        found
    }

    pub(super) fn optional_condition(
        &mut self,
        authored: Option<&toml::Spanned<Authored>>,
        text: &Text,
    ) -> Option<Condition> {
        authored.map(|authored| conditions::resolve(authored, &self.names, text, &mut self.problems))
    }
}
