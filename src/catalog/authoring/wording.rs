//! Packs the wording: one file per language and moment of loading, flat keys, plain text.

use std::collections::{BTreeMap, BTreeSet};

use super::emit::tier_ids;
use super::languages::SOURCE_LANGUAGE;
use super::problem::Problem;
use super::shapes::Word;
use super::source::{Authored, File};
use super::titles;

/// The part that results need.
const RESULTS: &str = ".results";

/// Writes `wording.<language>.json` for the first load and `wording.<language>.<part>.json` for the rest.
pub fn pack(authored: &Authored) -> Result<Vec<(String, String)>, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut languages: BTreeMap<&str, BTreeMap<&str, BTreeMap<String, String>>> = BTreeMap::new();
    for wording in &authored.wording {
        let parts = languages.entry(&wording.language).or_default();
        let texts = parts.entry(wording.part).or_default();
        let mut own = BTreeMap::new();
        flatten(
            String::new(),
            &wording.file.content,
            &wording.file,
            &mut own,
            &mut problems,
        );
        for (key, text) in own {
            if texts.insert(key.clone(), text).is_some() {
                problems.push(Problem {
                    file: wording.file.text.file.clone(),
                    line: line_of(&wording.file.text.text, &key),
                    message: format!("wording `{key}` is given twice"),
                    hint: "another file of the same part has it too; keep one".to_owned(),
                });
            }
        }
    }
    for (language, parts) in &mut languages {
        names(authored, parts.entry(RESULTS).or_default());
        if *language != SOURCE_LANGUAGE {
            for (part, texts) in titles::parts(authored, language) {
                parts.entry(part).or_default().extend(texts);
            }
        }
    }
    let required = required(authored);
    for (language, parts) in &languages {
        let present: BTreeSet<&str> = parts
            .values()
            .flat_map(|texts| texts.keys().map(String::as_str))
            .collect();
        for (key, area) in &required {
            if *language == SOURCE_LANGUAGE && !present.contains(key.as_str()) {
                problems.push(Problem {
                    file: format!("wording/{language}/{area}.toml"),
                    line: 0,
                    message: format!("wording `{key}` is missing"),
                    hint: "every id of the catalogue needs words in the source language; later questions may stand in details.toml"
                        .to_owned(),
                });
            }
        }
    }
    spare(authored, &required, &mut problems);
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut files = Vec::new();
    for (language, parts) in languages {
        for (part, texts) in parts {
            files.push((format!("wording.{language}{part}.json"), json(&texts)));
        }
    }
    Ok(files)
}

fn flatten(
    prefix: String,
    table: &toml::Table,
    file: &File<toml::Table>,
    texts: &mut BTreeMap<String, String>,
    problems: &mut Vec<Problem>,
) {
    for (key, value) in table {
        let key = if prefix.is_empty() {
            key.clone()
        } else {
            format!("{prefix}.{key}")
        };
        match value {
            toml::Value::Table(inner) => flatten(key, inner, file, texts, problems),
            toml::Value::String(text) if !text.trim().is_empty() => {
                texts.insert(key, text.split_whitespace().collect::<Vec<_>>().join(" "));
            }
            _ => problems.push(Problem {
                file: file.text.file.clone(),
                line: line_of(&file.text.text, &key),
                message: format!("wording `{key}` is not a text, or empty"),
                hint: "write a sentence, or remove the key".to_owned(),
            }),
        }
    }
}

/// Titles and addresses of documents: the same in each language, and only results show them.
fn names(authored: &Authored, texts: &mut BTreeMap<String, String>) {
    for source in &authored.sources.content.source {
        let id = source.id.get_ref();
        texts.insert(format!("source.{id}.title"), source.title.clone());
        texts.insert(format!("source.{id}.url"), source.url.get_ref().clone());
    }
    for law in &authored.sectors.content.law {
        let id = law.id.get_ref();
        texts.insert(format!("law.{id}.short"), law.short.clone());
        texts.insert(format!("law.{id}.title"), law.title.clone());
        texts.insert(format!("law.{id}.url"), law.url.get_ref().clone());
    }
}

/// Keys that the catalogue's ids demand, with the file each usually stands in.
fn required(authored: &Authored) -> BTreeMap<String, &'static str> {
    let (questions, results, checklist, reference) = ("questions", "results", "checklist", "reference");
    let mut keys = BTreeMap::new();
    let mut need = |key: String, area: &'static str| {
        keys.insert(key, area);
    };
    for file in &authored.facts {
        need(format!("topic.{}", file.content.topic.get_ref()), questions);
        for fact in &file.content.fact {
            let id = fact.id.get_ref();
            for part in ["question", "help", "example"] {
                need(format!("fact.{id}.{part}"), questions);
            }
            for value in &fact.values {
                need(format!("fact.{id}.value.{}", value.get_ref()), questions);
            }
        }
    }
    for file in &authored.rules {
        for rule in &file.content.rule {
            need(format!("rule.{}.because", rule.id.get_ref()), results);
            if rule.tier.is_some() {
                need(format!("rule.{}.name", rule.id.get_ref()), results);
            }
        }
        for term in &file.content.term {
            need(format!("term.{}", term.id.get_ref()), reference);
        }
        for rule in &file.content.derogation {
            need(format!("rule.{}.because", rule.id.get_ref()), results);
            need(format!("rule.{}.not", rule.id.get_ref()), results);
            need(format!("rule.{}.name", rule.id.get_ref()), results);
        }
        let flags = file.content.rule.iter().flat_map(|rule| &rule.flags);
        for flag in flags.chain(file.content.derogation.iter().flat_map(|rule| &rule.flags)) {
            need(format!("flag.{}.name", flag.get_ref()), results);
            need(format!("flag.{}.meaning", flag.get_ref()), results);
        }
    }
    for id in tier_ids() {
        need(format!("tier.{id}.name"), questions);
        need(format!("tier.{id}.meaning"), results);
        need(format!("tier.{id}.next"), results);
    }
    for milestone in &authored.milestones.content.milestone {
        need(format!("milestone.{}", milestone.id.get_ref()), results);
    }
    for penalty in &authored.penalties.content.penalty {
        need(format!("penalty.{}.name", penalty.id.get_ref()), results);
        need(format!("penalty.{}.meaning", penalty.id.get_ref()), results);
        for flag in &penalty.flags {
            need(format!("flag.{}.name", flag.get_ref()), results);
        }
    }
    for law in &authored.sectors.content.law {
        need(format!("law.{}.why", law.id.get_ref()), results);
    }
    for sector in &authored.sectors.content.sector {
        need(format!("sector.{}.stress", sector.id.get_ref()), results);
    }
    for owner in &authored.owners.content.owner {
        need(format!("owner.{}", owner.id.get_ref()), checklist);
    }
    for file in &authored.checklist {
        for item in &file.content.item {
            need(format!("item.{}.do", item.id.get_ref()), checklist);
            need(format!("item.{}.evidence", item.id.get_ref()), checklist);
            need(format!("group.{}", item.group.get_ref()), checklist);
            if file.content.kind.get_ref() == "sector" {
                need(format!("item.{}.driver", item.id.get_ref()), checklist);
                need(format!("item.{}.where", item.id.get_ref()), checklist);
            }
            if file.content.kind.get_ref() == "control" {
                for depth in ["high", "limited", "minimal"] {
                    need(format!("item.{}.{depth}", item.id.get_ref()), checklist);
                }
            }
            let leaves_out = item.role.as_ref().is_some_and(|fit| {
                [&fit.provider, &fit.deployer, &fit.user]
                    .iter()
                    .any(|word| ["conditional", "excludable"].contains(&word.get_ref().as_str()))
            });
            if leaves_out {
                need(format!("item.{}.excluded", item.id.get_ref()), checklist);
            }
        }
    }
    let mut each = |table: &str, id: &Word, parts: &[&str]| {
        for part in parts {
            let dot = if part.is_empty() { "" } else { "." };
            need(format!("{table}.{}{dot}{part}", id.get_ref()), checklist);
        }
    };
    for framework in &authored.crosswalk.content.framework {
        each("framework", &framework.id, &["name", "note"]);
    }
    for finding in &authored.findings.content.finding {
        each("finding", &finding.id, &[""]);
    }
    for emphasis in &authored.emphasis.content.emphasis {
        each("emphasis", &emphasis.id, &[""]);
    }
    for step in &authored.steps.content.step {
        each("step", &step.id, &["name", "do", "output"]);
    }
    for modifier in &authored.durations.content.modifier {
        each("modifier", &modifier.id, &[""]);
    }
    for base in &authored.durations.content.base {
        each("base", &base.id, &[""]);
    }
    for prerequisite in &authored.gate.content.prerequisite {
        each("prerequisite", &prerequisite.id, &[""]);
    }
    for reason in &authored.advice.content.reason {
        each("advice.reason", &reason.id, &[""]);
    }
    for verdict in &authored.advice.content.verdict {
        each("advice.verdict", &verdict.id, &["name", "meaning", "next"]);
    }
    for position in &authored.people.content.position {
        each("position", &position.id, &["name", "does", "competence"]);
        each("training", &position.training, &["name", "fits", "domains"]);
    }
    for starter in &authored.starters.content.starter {
        each("starter", &starter.id, &["name", "lead"]);
        for section in &starter.sections {
            for part in ["title", "text"] {
                let part = format!("section.{}.{part}", section.get_ref());
                each("starter", &starter.id, &[&part]);
            }
        }
    }
    for prompt in &authored.starters.content.prompt {
        each("starter.prompt", &prompt.id, &[""]);
    }
    for risk in &authored.starters.content.risk {
        each("risk", &risk.id, &["name", "event", "treatment"]);
    }
    for question in &authored.starters.content.question {
        each("supplier", &question.id, &[""]);
    }
    keys
}

/// Words for an id that does not exist would never be seen, which hides a spelling mistake.
fn spare(authored: &Authored, required: &BTreeMap<String, &'static str>, problems: &mut Vec<Problem>) {
    /// Tables keyed by an id, the number of optional parts below it, and those parts.
    const OPTIONAL: [(&str, &[&str]); 3] = [
        ("fact", &["hint", "none", "short"]),
        (
            "item",
            &[
                "pitfall", "high", "limited", "minimal", "excluded", "why", "task1", "task2", "task3",
                "task4", "new", "provider", "deployer", "user", "small",
            ],
        ),
        ("sector", &["example"]),
    ];
    const KEYED: [&str; 26] = [
        "starter",
        "risk",
        "supplier",
        "framework",
        "finding",
        "emphasis",
        "step",
        "modifier",
        "base",
        "prerequisite",
        "advice",
        "position",
        "training",
        "law",
        "penalty",
        "sector",
        "fact",
        "topic",
        "rule",
        "term",
        "flag",
        "tier",
        "milestone",
        "owner",
        "group",
        "item",
    ];
    for wording in &authored.wording {
        let file = &wording.file;
        let mut texts = BTreeMap::new();
        flatten(String::new(), &file.content, file, &mut texts, &mut Vec::new());
        for key in texts.keys() {
            let Some((head, _)) = key.split_once('.') else {
                continue;
            };
            if !KEYED.contains(&head) || required.contains_key(key) {
                continue;
            }
            let optional = OPTIONAL
                .iter()
                .filter(|(name, _)| *name == head)
                .flat_map(|(_, parts)| *parts);
            let known = optional.clone().any(|part| {
                let stem = key.rsplit_once(&format!(".{part}"));
                stem.is_some_and(|(stem, rest)| {
                    let (anchor, below) = match head {
                        "fact" => ("question", format!("{stem}.value{rest}")),
                        "sector" => ("stress", format!("fact{rest}.question")),
                        _ => ("do", String::new()),
                    };
                    required.contains_key(&format!("{stem}.{anchor}"))
                        && (rest.is_empty() || required.contains_key(&below))
                })
            });
            if !known {
                let line = line_of(&file.text.text, key);
                problems.push(Problem {
                    file: file.text.file.clone(),
                    line,
                    message: format!("wording `{key}` belongs to nothing in the catalogue"),
                    hint: "check the spelling of the id, or remove the text".to_owned(),
                });
            }
        }
    }
}

/// The line that gives a key, found by its table and name; 0 where it cannot be told.
pub fn line_of(text: &str, key: &str) -> usize {
    let mut table = String::new();
    for (number, line) in text.lines().enumerate() {
        let bare = line.trim().replace('"', "");
        if let Some(header) = bare.strip_prefix('[') {
            table = [header.trim_end_matches(']'), "."].concat();
        } else if let Some((name, _)) = bare.split_once('=') {
            let own = name.trim();
            if key == own || key == [table.as_str(), own].concat() {
                return number + 1;
            }
        }
    }
    0
}

fn json(texts: &BTreeMap<String, String>) -> String {
    serde_json::to_string(texts).unwrap_or_default()
}
