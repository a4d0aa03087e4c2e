//! OSCAL: names are sound, every line is there, no gap is lost, and the files fit each other.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;

use crate::cases::{DEPLOYER, OVERLAY, PROHIBITED, PROVIDER, UNSETTLED, all};
use crate::{Case, texts};

/// Whether OSCAL takes a text for a token.
fn is_token(text: &str) -> bool {
    let mut characters = text.chars();
    let first = characters
        .next()
        .is_some_and(|first| first.is_alphabetic() || first == '_');
    first && characters.all(|next| next.is_alphanumeric() || ".-_".contains(next))
}

fn controls(case: &Case) -> Vec<Json> {
    let catalog = case.json("catalog.json");
    let groups = catalog["catalog"]["groups"].as_array().unwrap();
    let controls = groups
        .iter()
        .flat_map(|group| group["controls"].as_array().unwrap());
    controls.cloned().collect()
}

fn ids(list: &[Json], key: &str) -> Vec<String> {
    list.iter()
        .map(|entry| entry[key].as_str().unwrap().to_owned())
        .collect()
}

fn property(entry: &Json, name: &str) -> Option<String> {
    let props = entry["props"].as_array()?;
    let found = props.iter().find(|prop| prop["name"] == name)?;
    Some(found["value"].as_str().unwrap().to_owned())
}

#[test]
fn tokens_are_sound_and_stand_for_one_thing() {
    assert!(is_token("cl-6.1.2") && !is_token("6.1.2") && !is_token("a b") && !is_token(""));
    for case in all() {
        let catalog = case.json("catalog.json");
        let mut seen = BTreeSet::new();
        for (way, id) in texts(&catalog)
            .into_iter()
            .filter(|(way, _)| way.ends_with("/id"))
        {
            assert!(is_token(&id), "{}: {way} {id}", case.name);
            assert!(seen.insert(id.clone()), "{}: {id} twice", case.name);
        }
        for (way, name) in texts(&catalog)
            .into_iter()
            .filter(|(way, _)| way.ends_with("/name"))
        {
            assert!(is_token(&name), "{}: {way} {name}", case.name);
        }
    }
    let ids = ids(&controls(&PROVIDER), "id");
    for id in ["cl-6.1.2", "a.6.2.8", "act-26.1", "sx-fin-01"] {
        assert!(ids.iter().any(|known| known == id), "no {id} in {ids:?}");
    }
    assert!(self::ids(&controls(&OVERLAY), "id").contains(&"x-acme.record".to_owned()));
}

#[test]
fn identifiers_are_of_version_5_and_stand_for_one_thing() {
    for case in all() {
        let mut seen = BTreeSet::new();
        for file in case.files().iter().filter(|file| file.name.ends_with(".json")) {
            let json: Json = serde_json::from_slice(&file.bytes).unwrap();
            for (way, id) in texts(&json).into_iter().filter(|(way, _)| way.ends_with("/uuid")) {
                let sound = id.len() == 36 && &id[14..15] == "5" && "89ab".contains(&id[19..20]);
                assert!(sound, "{}: {way} {id}", case.name);
                assert!(seen.insert(id.clone()), "{}: {id} twice", case.name);
            }
        }
        assert!(seen.len() > 10, "{}: {} identifiers", case.name, seen.len());
    }
}

#[test]
fn a_change_renews_the_document_and_keeps_its_items() {
    let mut changed = PROVIDER.record.use_case.clone();
    changed.work.get_mut("4.1").unwrap().0.note = "Another note".to_owned();
    let changed = Case::of("provider", changed);
    let (before, after) = (PROVIDER.json("poam.json"), changed.json("poam.json"));
    let root = |json: &Json| json["plan-of-action-and-milestones"].clone();
    assert_ne!(root(&before)["uuid"], root(&after)["uuid"]);
    let items = |json: &Json| ids(root(json)["poam-items"].as_array().unwrap(), "uuid");
    assert_eq!(items(&before), items(&after));
    assert_ne!(items(&before), items(&DEPLOYER.json("poam.json")));
}

#[test]
fn every_line_is_a_control_and_is_selected_unless_left_out() {
    for case in all() {
        let lines = &case.record.checklist.items;
        let controls = controls(case);
        assert_eq!(controls.len(), lines.len(), "{}", case.name);
        let titles: BTreeMap<String, Json> = controls
            .iter()
            .map(|control| {
                (
                    control["id"].as_str().unwrap().to_owned(),
                    control["title"].clone(),
                )
            })
            .collect();
        let profile = case.json("profile.json");
        let selected = &profile["profile"]["imports"][0]["include-controls"][0]["with-ids"];
        let selected: BTreeSet<&str> = selected
            .as_array()
            .unwrap()
            .iter()
            .map(|id| id.as_str().unwrap())
            .collect();
        assert!(
            selected.iter().all(|id| titles.contains_key(*id)),
            "{}",
            case.name
        );
        let left_out = lines.iter().filter(|line| {
            let work = case.record.work(line);
            work.status.id() == "not-applicable" && line.applicability != "applicable"
        });
        assert_eq!(selected.len() + left_out.count(), lines.len(), "{}", case.name);
        for (line, control) in lines.iter().zip(&controls) {
            if line.kind != "overlay" && !line.reference.is_empty() {
                let label = control["props"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .find(|prop| prop["name"] == "label");
                assert!(label.is_some(), "{}: {} has no label", case.name, line.id);
            }
            let parts = control["parts"].as_array().unwrap();
            let named = |name: &str| parts.iter().find(|part| part["name"] == name);
            let tasks = named("statement").unwrap()["parts"]
                .as_array()
                .map_or(0, Vec::len);
            assert_eq!(tasks, line.tasks.len(), "{}: tasks of {}", case.name, line.id);
            assert_eq!(named("overview").is_some(), line.why.is_some());
        }
    }
}

#[test]
fn the_statement_is_what_the_component_implements() {
    for case in [&PROVIDER, &DEPLOYER, &UNSETTLED, &OVERLAY] {
        let json = case.json("component-definition.json");
        let implementation = &json["component-definition"]["components"][0]["control-implementations"][0];
        let requirements = implementation["implemented-requirements"].as_array().unwrap();
        let rows = &case.record.statement.rows;
        assert_eq!(requirements.len(), rows.len());
        assert_eq!(rows.len(), 38);
        for (row, requirement) in rows.iter().zip(requirements) {
            assert_eq!(
                requirement["control-id"].as_str().unwrap(),
                row.control_id.to_lowercase()
            );
            assert_eq!(property(requirement, "applicable").unwrap(), row.applicable);
            assert_eq!(property(requirement, "status").unwrap(), row.status);
        }
    }
}

#[test]
fn no_gap_is_lost() {
    for case in all() {
        let json = case.json("poam.json");
        let root = &json["plan-of-action-and-milestones"];
        let (items, risks) = (
            root["poam-items"].as_array().unwrap(),
            root["risks"].as_array().unwrap(),
        );
        let status = |item: &Json| {
            let id = &item["related-risks"][0]["risk-uuid"];
            risks.iter().find(|risk| risk["uuid"] == *id).unwrap()["status"]
                .as_str()
                .unwrap()
                .to_owned()
        };
        let open: Vec<&Json> = items.iter().filter(|item| status(item) != "closed").collect();
        let gaps = case.open();
        assert_eq!(open.len(), gaps.len(), "{}", case.name);
        let lines = &case.record.checklist.items;
        let controls = ids(&controls(case), "id");
        for (gap, item) in gaps.iter().zip(open) {
            let line = lines.iter().find(|line| line.id == *gap).unwrap();
            let href = item["links"][0]["href"].as_str().unwrap();
            let token = href.strip_prefix("catalog.json#").unwrap();
            assert!(controls.iter().any(|control| control == token), "{href}");
            assert!(
                token.ends_with(line.id.rsplit('.').next().unwrap().to_lowercase().as_str()),
                "{gap} is {token}"
            );
        }
    }
}

#[test]
fn days_of_law_record_and_plan_are_milestones() {
    let json = PROVIDER.json("poam.json");
    let risks = json["plan-of-action-and-milestones"]["risks"]
        .as_array()
        .unwrap()
        .clone();
    let tasks = |risk: &Json| {
        risk["remediations"][0]["tasks"]
            .as_array()
            .cloned()
            .unwrap_or_default()
    };
    let all: Vec<Json> = risks.iter().flat_map(tasks).collect();
    let on = |day: &str| {
        all.iter()
            .filter(|task| task["timing"]["on-date"]["date"] == day)
            .count()
    };
    let recorded = PROVIDER.open().into_iter().filter(|id| {
        let work = PROVIDER.record.use_case.work.get(*id);
        work.is_some_and(|work| work.0.due.is_some())
    });
    assert_eq!(on("2027-03-01T00:00:00Z"), recorded.count());
    assert!(on("2027-12-02T00:00:00Z") > 5, "duties of a high-risk system");
    let first = all
        .iter()
        .find(|task| task["timing"]["within-date-range"].is_object())
        .unwrap();
    let start = first["timing"]["within-date-range"]["start"].as_str().unwrap();
    assert!(
        start >= "2027-01-11T00:00:00Z",
        "the plan starts on its day, not on {start}"
    );
}

#[test]
fn links_are_one_mapping_for_each_framework() {
    for case in [&PROVIDER, &DEPLOYER, &UNSETTLED] {
        let json = case.json("mapping.json");
        let mappings = json["mapping-collection"]["mappings"].as_array().unwrap().clone();
        let targets: BTreeSet<&str> = case
            .record
            .crosswalk
            .iter()
            .map(|link| link.target_framework)
            .collect();
        assert_eq!(mappings.len(), targets.len());
        let maps: Vec<&Json> = mappings
            .iter()
            .flat_map(|mapping| mapping["maps"].as_array().unwrap())
            .collect();
        assert_eq!(maps.len(), case.record.crosswalk.len());
        assert!(maps.iter().all(|map| map["relationship"] == "intersects-with"));
        let known: BTreeSet<String> = ids(&controls(case), "id").into_iter().collect();
        assert!(
            maps.iter()
                .all(|map| known.contains(map["sources"][0]["id-ref"].as_str().unwrap()))
        );
    }
}

#[test]
fn a_prohibited_use_has_the_stop_list_and_no_statement() {
    let json = PROHIBITED.json("poam.json");
    let items = json["plan-of-action-and-milestones"]["poam-items"]
        .as_array()
        .unwrap()
        .clone();
    assert_eq!(items.len(), PROHIBITED.record.checklist.items.len());
    let component = PROHIBITED.json("component-definition.json");
    assert!(
        component["component-definition"]["components"][0]
            .get("control-implementations")
            .is_none()
    );
    assert!(!PROHIBITED.files().iter().any(|file| file.name == "mapping.json"));
}

#[test]
fn nothing_is_empty_and_moments_are_of_the_day() {
    for case in all() {
        for file in case.files().iter().filter(|file| file.name.ends_with(".json")) {
            let json: Json = serde_json::from_slice(&file.bytes).unwrap();
            for (way, text) in texts(&json) {
                assert!(!text.trim().is_empty(), "{}: {} {way}", case.name, file.name);
                if way.ends_with("last-modified") {
                    assert_eq!(text, "2026-11-21T00:00:00Z");
                }
            }
        }
    }
}
