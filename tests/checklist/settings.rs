//! The whole list for settings that differ, each in a file that a person can read.

mod table;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use aims_readiness::catalog::{Applicability, Item, ItemKind, Tier, builtin};
use aims_readiness::engine::{Checklist, Classification, Line, Status, readiness};

use crate::case::{Case, item};
use table::settings;

/// Where the files are.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/checklist/settings")
}

/// The setting as a text: its answers, its tier and its lines.
fn text(case: &Case) -> String {
    let (catalog, list) = (builtin(), case.list());
    let mut lines = Vec::new();
    for (index, fact) in (0..).zip(catalog.facts) {
        if let Some(values) = case.answers.ids(catalog, index) {
            let values = if values.is_empty() { vec!["none"] } else { values };
            lines.push(["# ", fact.id, " ", &values.join(" ")].concat());
        }
    }
    let settled = if list.settled { "settled" } else { "open" };
    lines.push(["# tier ", list.tier.id(), " ", settled].concat());
    lines.extend(list.lines.iter().map(told));
    lines.push(String::new());
    lines.join("\n")
}

/// A line: id, applicability, depth, priority, due, reason, days and what a certificate saves.
fn told(line: &Line) -> String {
    let due = line.due.map_or("-".to_owned(), |due| due.to_string());
    let days = |half: u16| f32::from(half) / 2.0;
    let effort = line.half_days.map_or("-".to_owned(), |[low, high]| {
        format!("{}-{}", days(low), days(high))
    });
    let saved = match line.reuse {
        0 => String::new(),
        percent => format!(" less {percent} %"),
    };
    let (applicability, depth) = (line.applicability.id(), line.depth.id());
    let (priority, reason) = (line.priority, line.reason.code());
    let id = item(line).id;
    format!("{id} {applicability} {depth} {priority} {due} {reason} {effort}{saved}")
}

/// The lines of a text with their first words.
fn by_id(text: &str) -> Vec<(&str, &str)> {
    let lines = text.lines().map(|line| match line.strip_prefix("# ") {
        Some(answer) => (answer.split(' ').next().unwrap(), line),
        None => (line.split(' ').next().unwrap(), line),
    });
    lines.collect()
}

/// What differs between the text of a file and the text found, line by line.
fn differences(file: &str, found: &str) -> Vec<String> {
    let (wanted, found) = (by_id(file), by_id(found));
    let known: BTreeMap<&str, &str> = found.iter().copied().collect();
    let before: BTreeMap<&str, &str> = wanted.iter().copied().collect();
    let gone_or_other = wanted.iter().filter_map(|(id, line)| match known.get(id) {
        None => Some(format!("  gone    {line}")),
        Some(now) if now != line => Some(format!("  was     {line}\n  is now  {now}")),
        Some(_) => None,
    });
    let new = found.iter().filter(|(id, _)| !before.contains_key(id));
    let mut all: Vec<String> = gone_or_other
        .chain(new.map(|(_, line)| format!("  new     {line}")))
        .collect();
    if all.is_empty() && wanted != found {
        all.push("  the lines are in another order, or one is there twice".to_owned());
    }
    all
}

#[test]
fn every_setting_has_the_list_of_its_file() {
    let mut wrong = Vec::new();
    for (name, case) in settings() {
        let (path, found) = (folder().join(format!("{name}.txt")), text(&case));
        if std::env::var_os("AIMS_WRITE").is_some() {
            fs::write(&path, &found).unwrap();
        }
        let file = fs::read_to_string(&path).unwrap_or_default();
        let differences = differences(&file, &found);
        if !differences.is_empty() {
            wrong.push(format!("{name}:\n{}", differences.join("\n")));
        }
    }
    assert!(
        wrong.is_empty(),
        "{}\nRenew with AIMS_WRITE=1 cargo test --test checklist, if this is meant.",
        wrong.join("\n")
    );
}

#[test]
fn differences_are_found_and_named() {
    let file = "# tier high\n4.1 a 1\n4.2 b 2\n4.3 c 3";
    assert_eq!(differences(file, file), Vec::<String>::new());
    let found = "# tier low\n4.1 a 1\n4.3 c 4\n4.4 d 4";
    let expected = [
        "  was     # tier high\n  is now  # tier low",
        "  gone    4.2 b 2",
        "  was     4.3 c 3\n  is now  4.3 c 4",
        "  new     4.4 d 4",
    ];
    assert_eq!(differences(file, found), expected);
    let order = "  the lines are in another order, or one is there twice";
    assert_eq!(differences("a 1\nb 2", "b 2\na 1"), [order]);
    assert_eq!(differences("a 1", "a 1\na 1"), [order]);
}

#[test]
fn every_file_belongs_to_a_setting() {
    let files = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name());
    let files: BTreeSet<String> = files
        .filter_map(|name| Some(name.to_str()?.strip_suffix(".txt")?.to_owned()))
        .collect();
    let names: BTreeSet<String> = settings().iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(files, names);
    assert!(names.len() >= 24, "{} settings", names.len());
}

#[test]
fn no_two_settings_have_the_same_list() {
    let mut seen: BTreeMap<Vec<String>, &str> = BTreeMap::new();
    for (name, case) in settings() {
        let list = case.list().lines.iter().map(told).collect();
        if let Some(other) = seen.insert(list, name) {
            panic!("{name} and {other} have the same list");
        }
    }
}

/// Every tier, a range and an unknown role occur, so that the settings show what they are for.
#[test]
fn the_settings_are_of_every_kind() {
    let results: Vec<Classification> = settings().iter().map(|(_, case)| case.result()).collect();
    for tier in Tier::ALL {
        let settled = results
            .iter()
            .any(|result| result.settled() && result.lowest == tier);
        assert!(settled, "no setting is {}", tier.id());
    }
    assert!(results.iter().any(|result| !result.settled()), "none is open");
    assert!(
        results
            .iter()
            .any(|result| result.settled() && result.lowest == Tier::High && !result.roles_known),
        "none is high-risk in an unknown role"
    );
    let most =
        |mask: fn(&Classification) -> u32| results.iter().map(|result| mask(result).count_ones()).max();
    assert!(most(|result| result.roles) >= Some(2), "none has several roles");
    assert!(
        most(|result| result.sectors) >= Some(2),
        "none has several sectors"
    );
}

/// A setting is what its name says, so that nobody reads a file that is of another tier by now.
#[test]
fn the_name_of_a_setting_begins_with_its_tier() {
    for (name, case) in settings() {
        let result = case.result();
        let tier = if result.settled() {
            result.lowest.id()
        } else {
            "open"
        };
        assert!(name.starts_with(&[tier, "-"].concat()), "{name} is {tier}");
    }
}

/// The lines of one kind, each with its item.
fn of_kind(list: &Checklist, kind: ItemKind) -> Vec<(&Line, &'static Item)> {
    list.with_items(builtin())
        .filter(|(_, item)| item.kind == kind)
        .collect()
}

#[test]
fn clauses_always_apply_and_controls_always_have_a_reason() {
    let reasons = ["role", "tier", "emphasis", "conditional", "excludable"];
    let mut lists = 0;
    for (name, case) in settings() {
        let list = case.list();
        if list.tier == Tier::Prohibited {
            continue;
        }
        lists += 1;
        let (clauses, controls) = (
            of_kind(&list, ItemKind::Clause),
            of_kind(&list, ItemKind::Control),
        );
        assert_eq!((clauses.len(), controls.len()), (32, 38), "{name}");
        for (line, item) in clauses {
            let found = (line.applicability, line.reason.code());
            assert_eq!(
                found,
                (Applicability::Applicable, "clause"),
                "{name}: {}",
                item.id
            );
        }
        for (line, item) in controls {
            let (applicability, reason) = (line.applicability, line.reason.code());
            let place = reasons.iter().position(|known| *known == reason);
            // Reasons and applicability go together.
            let wanted = match place {
                Some(0..=2) => Applicability::Applicable,
                Some(3) => Applicability::Conditional,
                Some(_) => Applicability::Excludable,
                None => panic!("{name}: {} is there because of {reason}", item.id),
            };
            assert_eq!(applicability, wanted, "{name}: {} by {reason}", item.id);
        }
    }
    assert!(lists > 20, "{lists} lists");
}

#[test]
fn a_prohibited_use_has_the_stop_list_and_nothing_else() {
    let mut stopped = 0;
    for (name, case) in settings() {
        let list = case.list();
        let ids: Vec<&str> = list.lines.iter().map(|line| item(line).id).collect();
        let done = readiness(builtin(), &list, |_| Status::Verified);
        if list.tier == Tier::Prohibited {
            stopped += 1;
            let steps: Vec<String> = (1..=8).map(|step| format!("stop.{step}")).collect();
            assert_eq!(ids, steps, "{name}");
            assert_eq!(done, None, "{name}: a prohibited use has no readiness");
        } else {
            assert!(!ids.iter().any(|id| id.starts_with("stop.")), "{name}");
            assert!(done.is_some(), "{name}");
        }
    }
    assert_eq!(stopped, 2, "settings that are prohibited");
}
