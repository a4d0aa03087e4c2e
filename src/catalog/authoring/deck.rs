//! Packs the scenario deck: one file per language, data and words together, in the shape that own decks have too.
//!
//! It is no part of the catalogue that classifies, so nothing in it changes a digest or a receipt.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};
use toml::Spanned;

use super::date::Date;
use super::languages::SOURCE_LANGUAGE;
use super::problem::{Problem, Text, did_you_mean};
use super::resolve::{Resolved, TIERS};
use super::shapes::{Exercise, ExerciseText, Scenario, ScenarioText, Scenarios, Word};
use super::source::{Authored, DeckWords, File};

/// What a scenario or an exercise trains for.
const DOMAINS: [&str; 3] = ["foundation", "implementer", "auditor"];
const KINDS: [&str; 2] = ["exclusion", "grading"];
const GRADES: [&str; 4] = ["major", "minor", "observation", "conform"];
const LONGEST_STORY: usize = 120;

/// Writes `deck.<language>.json`.
pub fn pack(authored: &Authored, resolved: &Resolved) -> Result<Vec<(String, String)>, Vec<Problem>> {
    let mut packer = Packer {
        facts: resolved
            .facts
            .iter()
            .map(|fact| (fact.id.as_str(), fact.values.as_slice()))
            .collect(),
        items: authored
            .checklist
            .iter()
            .flat_map(|file| {
                file.content
                    .item
                    .iter()
                    .map(|item| (item, file.content.kind.get_ref()))
            })
            .map(|(item, kind)| (item.id.get_ref().as_str(), kind.as_str()))
            .collect(),
        seen: BTreeSet::new(),
        problems: Vec::new(),
    };
    for file in &authored.scenarios {
        packer.check(file, &authored.scenarios);
    }
    let mut files = Vec::new();
    for words in &authored.deck_words {
        let deck = packer.deck(authored, words);
        let text = serde_json::to_string(&deck).unwrap_or_default();
        files.push((format!("deck.{}.json", words.language), text));
    }
    if packer.problems.is_empty() {
        Ok(files)
    } else {
        Err(packer.problems)
    }
}

struct Packer<'a> {
    facts: BTreeMap<&'a str, &'a [String]>,
    /// Lines of the checklist with their kinds.
    items: BTreeMap<&'a str, &'a str>,
    seen: BTreeSet<String>,
    problems: Vec<Problem>,
}

impl<'a> Packer<'a> {
    fn problem(&mut self, text: &Text, word: &Word, message: String, hint: &str) {
        self.problems
            .push(text.problem(word.span(), message, hint.to_owned()));
    }

    fn one_of<'k>(
        &mut self,
        text: &Text,
        word: &Word,
        what: &str,
        known: impl Iterator<Item = &'k str> + Clone,
    ) {
        if !known.clone().any(|id| id == word.get_ref()) {
            let hint = did_you_mean(word.get_ref(), known);
            self.problem(text, word, format!("`{}` is no {what}", word.get_ref()), &hint);
        }
    }

    fn between(&mut self, text: &Text, number: &Spanned<u8>, what: &str, range: [u8; 2], hint: &str) {
        let [least, most] = range;
        if !(least..=most).contains(number.get_ref()) {
            let message = format!("{what} is not between {least} and {most}");
            self.problems
                .push(text.problem(number.span(), message, hint.to_owned()));
        }
    }

    fn check(&mut self, file: &File<Scenarios>, all: &[File<Scenarios>]) {
        let text = &file.text;
        for scenario in &file.content.scenario {
            self.heading(
                text,
                &scenario.id,
                &scenario.domains,
                &scenario.difficulty,
                &scenario.minutes,
            );
            self.one_of(text, &scenario.mistake, "tier", TIERS.iter().map(|(id, _)| *id));
            if let Some(day) = &scenario.as_of
                && day.get_ref().parse::<Date>().is_err()
            {
                self.problem(
                    text,
                    day,
                    format!("`{}` is no day", day.get_ref()),
                    "write YYYY-MM-DD",
                );
            }
            self.answers(text, &scenario.id, &scenario.answers);
            for fact in &scenario.missing {
                let known: Vec<&str> = self.facts.keys().copied().collect();
                self.one_of(text, fact, "fact", known.into_iter());
                if scenario.answers.contains_key(fact.get_ref()) {
                    let message = format!("`{}` is missing and answered", fact.get_ref());
                    self.problem(text, fact, message, "it is one or the other");
                }
            }
        }
        let scenarios = || all.iter().flat_map(|file| &file.content.scenario);
        for exercise in &file.content.exercise {
            self.heading(
                text,
                &exercise.id,
                &exercise.domains,
                &exercise.difficulty,
                &exercise.minutes,
            );
            self.one_of(text, &exercise.kind, "kind of exercise", KINDS.into_iter());
            self.answers(text, &exercise.id, &exercise.answers);
            if let Some(scenario) = &exercise.scenario {
                let known = scenarios().map(|known| known.id.get_ref().as_str());
                self.one_of(text, scenario, "scenario", known);
            }
            let excludes = exercise.kind.get_ref() == "exclusion";
            if excludes != exercise.scenario.is_some()
                || excludes == exercise.controls.is_empty()
                || excludes != exercise.finding.is_empty()
            {
                let message = format!("`{}` has not what its kind needs", exercise.id.get_ref());
                let hint = "an exclusion has a scenario and controls, a grading has findings";
                self.problem(text, &exercise.id, message, hint);
            }
            let controls: Vec<&str> = self.items_of("control").collect();
            for control in &exercise.controls {
                self.one_of(text, control, "control", controls.iter().copied());
            }
            let items: Vec<&str> = self.items_of("clause").chain(controls).collect();
            for finding in &exercise.finding {
                self.one_of(text, &finding.item, "clause or control", items.iter().copied());
                self.one_of(text, &finding.grade, "grade", GRADES.into_iter());
            }
        }
    }

    fn items_of(&self, kind: &'a str) -> impl Iterator<Item = &'a str> + use<'a, '_> {
        let items = self.items.iter();
        items.filter(move |(_, known)| **known == kind).map(|(id, _)| *id)
    }

    fn heading(
        &mut self,
        text: &Text,
        id: &Word,
        domains: &[Word],
        difficulty: &Spanned<u8>,
        minutes: &Spanned<u8>,
    ) {
        if !self.seen.insert(id.get_ref().clone()) {
            let message = format!("`{}` is defined twice", id.get_ref());
            self.problem(text, id, message, "ids of scenarios and exercises are unique");
        }
        if domains.is_empty() {
            let message = format!("`{}` has no domain", id.get_ref());
            self.problem(text, id, message, "say what it trains for");
        }
        for domain in domains {
            self.one_of(text, domain, "domain", DOMAINS.into_iter());
        }
        self.between(text, difficulty, "the difficulty", [1, 3], "1 is easy, 3 is hard");
        self.between(
            text,
            minutes,
            "the number of minutes",
            [3, 60],
            "to read, answer and discuss",
        );
    }

    fn answers(&mut self, text: &Text, id: &Word, answers: &BTreeMap<String, Vec<Word>>) {
        for (fact, values) in answers {
            let Some(known) = self.facts.get(fact.as_str()).copied() else {
                let hint = did_you_mean(fact, self.facts.keys().copied());
                self.problem(text, id, format!("`{fact}` is no fact"), &hint);
                continue;
            };
            for value in values {
                let known = known.iter().map(String::as_str).chain(["none", "yes", "no"]);
                self.one_of(text, value, "value of this fact", known);
            }
        }
    }

    fn deck(&mut self, authored: &Authored, words: &DeckWords) -> Value {
        let mut scenarios = Vec::new();
        let mut exercises = Vec::new();
        let mut used = BTreeSet::new();
        let source = words.language == SOURCE_LANGUAGE;
        for file in &authored.scenarios {
            for scenario in &file.content.scenario {
                let id = scenario.id.get_ref();
                let found = words.files.iter().find_map(|file| {
                    let mut texts = file.content.scenario.iter();
                    Some((file, texts.find(|(known, _)| known.get_ref() == id)?.1))
                });
                match found {
                    Some((words, found)) => {
                        self.story(&words.text, &found.story, source);
                        self.prompts(&words.text, &found.story, &found.prompt);
                        scenarios.push(scenario_value(scenario, found));
                    }
                    None => self.wordless(file, &scenario.id, &words.language),
                }
                used.insert(id.as_str());
            }
            for exercise in &file.content.exercise {
                let id = exercise.id.get_ref();
                let found = words.files.iter().find_map(|file| {
                    let mut texts = file.content.exercise.iter();
                    Some((file, texts.find(|(known, _)| known.get_ref() == id)?.1))
                });
                match found {
                    Some((words, found)) => {
                        self.story(&words.text, &found.story, source);
                        self.prompts(&words.text, &found.story, &found.prompt);
                        let wanted: BTreeSet<&str> = exercise
                            .finding
                            .iter()
                            .map(|finding| finding.id.get_ref().as_str())
                            .collect();
                        let given: BTreeSet<&str> = found.finding.keys().map(String::as_str).collect();
                        if wanted != given {
                            let message = format!("the findings of `{id}` and their words differ");
                            self.problem(
                                &file.text,
                                &exercise.id,
                                message,
                                "each finding has its words, and no others",
                            );
                        }
                        exercises.push(exercise_value(exercise, found));
                    }
                    None => self.wordless(file, &exercise.id, &words.language),
                }
                used.insert(id.as_str());
            }
        }
        for file in &words.files {
            let ids = file.content.scenario.keys().chain(file.content.exercise.keys());
            for id in ids.filter(|id| !used.contains(id.get_ref().as_str())) {
                let message = format!("there is no scenario `{}`", id.get_ref());
                self.problem(
                    &file.text,
                    id,
                    message,
                    "check the spelling of the id, or remove the text",
                );
            }
        }
        let identity = &authored.identity.content;
        json!({
            "schema": 1,
            "id": identity.id,
            "version": identity.version.get_ref(),
            "language": words.language,
            "scenarios": scenarios,
            "exercises": exercises,
        })
    }

    fn wordless(&mut self, file: &File<Scenarios>, id: &Word, language: &str) {
        let message = format!("`{}` has no words in `{language}`", id.get_ref());
        self.problem(
            &file.text,
            id,
            message,
            "write them below wording/<language>/scenarios",
        );
    }

    /// The length is that of the source language: others need more words for the same.
    fn story(&mut self, text: &Text, story: &Word, source: bool) {
        if !source {
            return;
        }
        let words = story.get_ref().split_whitespace().count();
        if words > LONGEST_STORY {
            let message = format!("the story has {words} words");
            self.problem(text, story, message, &format!("at most {LONGEST_STORY}"));
        }
    }

    fn prompts(&mut self, text: &Text, near: &Word, prompts: &BTreeMap<String, String>) {
        let numbered = (1..=prompts.len()).all(|number| prompts.contains_key(&number.to_string()));
        if prompts.is_empty() || !numbered {
            let message = "the questions for the room are not numbered from 1".to_owned();
            self.problem(text, near, message, "begin with 1 and leave none out");
        }
    }
}

fn ids(words: &[Word]) -> Vec<&str> {
    words.iter().map(|word| word.get_ref().as_str()).collect()
}

/// Answers as records have them: no values say that none holds.
fn answers(answers: &BTreeMap<String, Vec<Word>>) -> Value {
    let entries = answers.iter().map(|(fact, values)| {
        let values = ids(values);
        let none = values == ["none"];
        (fact.clone(), if none { json!([]) } else { json!(values) })
    });
    Value::Object(entries.collect::<Map<_, _>>())
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The questions in the order of their numbers.
fn prompts(prompts: &BTreeMap<String, String>) -> Vec<String> {
    (1..=prompts.len())
        .filter_map(|number| prompts.get(&number.to_string()))
        .map(|text| plain(text))
        .collect()
}

fn scenario_value(scenario: &Scenario, words: &ScenarioText) -> Value {
    let mut value = json!({
        "id": scenario.id.get_ref(),
        "title": plain(&words.title),
        "story": plain(words.story.get_ref()),
        "answers": answers(&scenario.answers),
        "missing": ids(&scenario.missing),
        "mistake": { "tier": scenario.mistake.get_ref(), "why": plain(&words.mistake) },
        "prompts": prompts(&words.prompt),
        "domains": ids(&scenario.domains),
        "difficulty": scenario.difficulty.get_ref(),
        "minutes": scenario.minutes.get_ref(),
    });
    if let (Some(day), Some(fields)) = (&scenario.as_of, value.as_object_mut()) {
        fields.insert("as_of".to_owned(), json!(day.get_ref()));
    }
    value
}

fn exercise_value(exercise: &Exercise, words: &ExerciseText) -> Value {
    let mut value = json!({
        "id": exercise.id.get_ref(),
        "kind": exercise.kind.get_ref(),
        "title": plain(&words.title),
        "story": plain(words.story.get_ref()),
        "note": plain(&words.note),
        "prompts": prompts(&words.prompt),
        "domains": ids(&exercise.domains),
        "difficulty": exercise.difficulty.get_ref(),
        "minutes": exercise.minutes.get_ref(),
    });
    let Some(fields) = value.as_object_mut() else {
        return value;
    };
    if let Some(scenario) = &exercise.scenario {
        fields.insert("scenario".to_owned(), json!(scenario.get_ref()));
        fields.insert("answers".to_owned(), answers(&exercise.answers));
        fields.insert("controls".to_owned(), json!(ids(&exercise.controls)));
    } else {
        let findings = exercise.finding.iter().filter_map(|finding| {
            let words = words.finding.get(finding.id.get_ref())?;
            Some(json!({
                "id": finding.id.get_ref(),
                "item": finding.item.get_ref(),
                "grade": finding.grade.get_ref(),
                "text": plain(&words.text),
                "reason": plain(&words.reason),
            }))
        });
        fields.insert("findings".to_owned(), findings.collect());
    }
    value
}
