//! What an overlay adds is there, where it should be, and hangs on answers as it says.

use aims_readiness::catalog::{Applicability, Catalog, FactKind, ItemKind, Tier, builtin};
use aims_readiness::engine::{
    Answers, Checklist, Classification, Evaluation, Reason, Status, Work, checklist, classify, readiness,
};
use aims_readiness::export::{checklist_record, fact_records, soa_record};
use aims_readiness::overlay::merge;
use serde_json::{Value as Json, json};

use crate::random::{self, Random, day};
use crate::{WORDS, Words, acme, example, read_against, with_acme};

/// Answers that make it a deployer in scope with a settled, low tier.
const CHATBOT: [(&str, &[&str]); 8] = [
    ("scope.ai_system", &["yes"]),
    ("scope.exclusion", &[]),
    ("organisation.roles", &["deployer"]),
    ("organisation.sectors", &["technology"]),
    ("practice.screen", &[]),
    ("area.screen", &[]),
    ("transparency.screen", &[]),
    ("organisation.size", &["small"]),
];

fn answers(catalog: &'static Catalog, given: &[(&str, &[&str])]) -> Answers {
    let mut answers = Answers::new(catalog);
    for (fact, values) in given {
        answers.set_by_id(catalog, fact, values).unwrap();
    }
    answers
}

fn list(catalog: &'static Catalog, given: &[(&str, &[&str])]) -> (Classification, Checklist) {
    let answers = answers(catalog, given);
    let result = classify(catalog, &answers, day());
    let list = checklist(&Evaluation::new(catalog, &answers), &result);
    (result, list)
}

/// How far an item applies, and why; nothing where it is not on the list.
fn stands(given: &[(&str, &[&str])], item: &str) -> Option<(Applicability, Reason)> {
    let catalog = with_acme();
    let all = [&CHATBOT[..], given].concat();
    let (_, list) = list(catalog, &all);
    let found = list.with_items(catalog).find(|(_, known)| known.id == item);
    found.map(|(line, _)| (line.applicability, line.reason))
}

#[test]
fn items_are_on_the_list_as_their_conditions_say() {
    let applies = Some((Applicability::Applicable, Reason::Overlay));
    let open = Some((Applicability::Conditional, Reason::Open));
    assert_eq!(stands(&[], "acme.record"), applies);
    for (partners, expected) in [
        (None, open),
        (Some(&["unknown"][..]), open),
        (Some(&["none"][..]), None),
        (Some(&["support"][..]), None),
        (Some(&["support", "hosting"][..]), applies),
        (Some(&["labelling"][..]), applies),
    ] {
        let given: Vec<_> = partners
            .map(|values| ("acme.partners", values))
            .into_iter()
            .collect();
        assert_eq!(stands(&given, "acme.dpa"), expected, "{partners:?}");
    }
    // All statements: the role too.
    let importer: [(&str, &[&str]); 2] = [
        ("organisation.roles", &["importer"]),
        ("acme.partners", &["hosting"]),
    ];
    assert_eq!(stands(&importer, "acme.dpa"), None);
    // A question that does not arise has no answer that counts.
    let stored: (&str, &[&str]) = ("acme.data_flow", &["elsewhere"]);
    assert_eq!(
        stands(&[("acme.register", &["yes"]), stored], "acme.transfer"),
        applies
    );
    assert_eq!(
        stands(&[("acme.register", &["no"]), stored], "acme.transfer"),
        None
    );
    assert_eq!(stands(&[stored], "acme.transfer"), open);
}

#[test]
fn the_rest_of_the_list_is_the_same() {
    let (_, before) = list(builtin(), &CHATBOT);
    let (_, after) = list(with_acme(), &CHATBOT);
    let own = builtin().items.len();
    let kept: Vec<_> = after
        .lines
        .iter()
        .filter(|line| usize::from(line.item) < own)
        .copied()
        .collect();
    assert_eq!(before.lines, kept);
    assert_eq!(after.lines[..kept.len()], kept[..], "what is added comes behind");
    assert_eq!(after.lines.len() - kept.len(), 3);
    let none = |_| Status::NotStarted;
    let before = readiness(builtin(), &before, none).unwrap();
    let after = readiness(with_acme(), &after, none).unwrap();
    assert_eq!(before.overall, after.overall, "readiness is for the standard");
    let groups: Vec<&str> = after.groups.iter().map(|(group, _)| *group).collect();
    assert!(groups.ends_with(&["acme.1", "acme.2"]), "{groups:?}");
}

#[test]
fn a_prohibited_use_gets_the_stop_list_alone() {
    let catalog = with_acme();
    let mut met = 0;
    for seed in 0..400 {
        let answers = random::sparse(&mut Random::new(seed), catalog);
        let result = classify(catalog, &answers, day());
        if result.lowest == Tier::Prohibited {
            met += 1;
            let list = checklist(&Evaluation::new(catalog, &answers), &result);
            assert!(
                list.with_items(catalog)
                    .all(|(_, item)| item.kind != ItemKind::Overlay)
            );
        }
    }
    assert!(met > 10, "{met}");
}

#[test]
fn items_are_modelled_as_written() {
    let catalog = with_acme();
    let item = |id: &str| catalog.items.iter().find(|item| item.id == id).unwrap();
    let record = item("acme.record");
    assert_eq!(
        (record.reference, record.title, record.group, record.owner),
        (
            "ACME-1",
            "Record in the register of systems",
            "acme.1",
            "ai-governance-lead"
        )
    );
    assert_eq!((record.kind, record.phase.id()), (ItemKind::Overlay, "plan"));
    assert_eq!((record.priority, record.per_system), ([1; 3], true));
    assert_eq!(record.effort.unwrap().half_days, [[1, 4]; 3]);
    // Defaults.
    let transfer = item("acme.transfer");
    assert_eq!((transfer.reference, transfer.priority), ("acme.transfer", [2; 3]));
    assert!(builtin().items.iter().any(|item| item.owner == transfer.owner));
    assert!(transfer.effort.is_none() && !transfer.per_system);
    let dpa = item("acme.dpa");
    assert_eq!((dpa.reference, dpa.owner), ("ACME-77", "Data steward"));
}

#[test]
fn questions_become_facts_beside_the_checklist() {
    let catalog = with_acme();
    let added = &catalog.facts[builtin().facts.len()..];
    let found: Vec<_> = added
        .iter()
        .map(|fact| (fact.id, fact.kind, fact.values.to_vec(), fact.topic))
        .collect();
    assert_eq!(
        found,
        [
            ("acme.register", FactKind::YesNo, vec!["no", "yes"], "acme"),
            (
                "acme.data_flow",
                FactKind::One,
                vec!["region", "elsewhere", "nowhere"],
                "acme"
            ),
            (
                "acme.partners",
                FactKind::Many,
                vec!["hosting", "labelling", "support"],
                "acme"
            ),
        ]
    );
    let mut words = Words(WORDS.clone());
    words.0.extend(acme().texts());
    let records = fact_records(catalog, &words);
    let record = records
        .iter()
        .find(|record| record.id == "acme.data_flow")
        .unwrap();
    let record = serde_json::to_value(record).unwrap();
    assert_eq!(record["question"], "Where does Acme store what people enter?");
    assert_eq!(record["values"][1]["wording"], "Elsewhere");
    assert_eq!(record["values"][1]["hint"], "Also if only some of it is there.");
    assert_eq!(record["asked_when"], "acme.register is yes");
    assert_eq!(record["part"], "checklist");
}

#[test]
fn what_is_added_to_an_item_is_found_by_its_id() {
    let catalog = with_acme();
    let found: Vec<_> = catalog.additions("A.6.2.8").collect();
    assert_eq!(found.len(), 1);
    let (mark, addition) = found[0];
    assert_eq!(
        (mark.id, addition.controls),
        ("acme", &["ACME-48", "ACME-49"][..])
    );
    assert_eq!(addition.links[1].title, "Ask the logging team");
    assert_eq!(addition.evidence.len(), 2);
    assert_eq!(catalog.additions("A.6.2.7").count(), 0);
    assert_eq!(builtin().additions("A.6.2.8").count(), 0);
    let call = mark.call_to_action.unwrap();
    assert_eq!(call.text, "Go on in Acme GRC");
    assert_eq!(call.url, Some("https://grc.acme.example/start?from=check"));
    // An item of its own has its evidence among its texts.
    let (_, own) = catalog.additions("acme.record").next().unwrap();
    assert_eq!((own.controls, own.evidence.len()), (&["ACME-1"][..], 0));
}

#[test]
fn records_name_the_overlay_and_what_it_adds() {
    let mut words = Words(WORDS.clone());
    words.0.extend(acme().texts());
    let catalog = with_acme();
    let (result, made) = list(catalog, &CHATBOT);
    let record = serde_json::to_value(checklist_record(catalog, &result, &made, &words)).unwrap();
    let mark = json!([{ "id": "acme", "version": "1.4.0", "name": "Acme GRC" }]);
    assert_eq!(record["overlays"], mark);
    let line = |id: &str| -> Json {
        let items = record["items"].as_array().unwrap();
        items.iter().find(|item| item["id"] == id).unwrap().clone()
    };
    assert_eq!(
        line("4.1")["additions"],
        json!([{
            "overlay": "acme",
            "controls": ["ACME-12"],
            "links": [{ "title": "Context of the organisation", "url": "https://grc.acme.example/controls/12" }],
        }])
    );
    assert_eq!(line("4.2").get("additions"), None);
    let own = line("acme.record");
    assert_eq!(own["reason"], "Acme GRC adds it.");
    assert_eq!(own["evidence"], "The record, with owner and day of review.");
    assert_eq!(
        (&own["effort_days"][0], &own["effort_days"][1]),
        (&json!(0.5), &json!(2.0))
    );
    assert_eq!(line("acme.dpa")["owner"], "Data steward");

    let work = Work::default();
    let statement = serde_json::to_value(soa_record(catalog, &result, &made, |_| &work, &words)).unwrap();
    assert_eq!(statement["overlays"], mark);
    let rows = statement["rows"].as_array().unwrap();
    let row = rows.iter().find(|row| row["control_id"] == "A.6.2.8").unwrap();
    assert_eq!(row["additions"][0]["controls"], json!(["ACME-48", "ACME-49"]));
    assert!(rows.iter().all(|row| row["control_id"] != "acme.record"));

    // And without an overlay nothing of it is there.
    let (result, made) = list(builtin(), &CHATBOT);
    for bare in [
        serde_json::to_string(&checklist_record(builtin(), &result, &made, &words)).unwrap(),
        serde_json::to_string(&soa_record(builtin(), &result, &made, |_| &work, &words)).unwrap(),
    ] {
        assert!(!bare.contains("overlay") && !bare.contains("additions"));
    }
}

#[test]
fn items_of_a_group_stand_together() {
    let item = |id: &str, group: Option<&str>| {
        let mut item = json!({ "id": id, "title": id, "do": "Do it." });
        if let Some(group) = group {
            item["group"] = json!(group);
        }
        item
    };
    let overlay = json!({
        "schema": 1, "id": "acme", "version": "1", "name": "Acme",
        "items": [
            item("acme.1", Some("B")), item("acme.2", None), item("acme.3", Some("A")), item("acme.4", Some("B")),
            item("acme.5", None),
        ],
    });
    let overlay = read_against(builtin(), &overlay).unwrap();
    let merged = merge(&overlay, builtin());
    let added = &merged.items[builtin().items.len()..];
    let found: Vec<_> = added.iter().map(|item| (item.id, item.group)).collect();
    assert_eq!(
        found,
        [
            ("acme.1", "acme.1"),
            ("acme.4", "acme.1"),
            ("acme.2", "acme"),
            ("acme.5", "acme"),
            ("acme.3", "acme.2"),
        ]
    );
    let texts = overlay.texts();
    for (key, text) in [
        ("group.acme", "Acme"),
        ("group.acme.1", "B"),
        ("group.acme.2", "A"),
    ] {
        assert_eq!(
            texts
                .iter()
                .filter(|(known, words)| known == key && words == text)
                .count(),
            1
        );
    }
}

#[test]
fn a_second_overlay_goes_behind_the_first() {
    let second = json!({
        "schema": 1, "id": "beta", "version": "2", "name": "Beta",
        "additions": { "A.6.2.8": { "controls": ["B-1"] }, "acme.record": { "controls": ["B-2"] } },
        "questions": [{ "id": "beta.q", "kind": "yes_no", "question": "Q?", "help": "H.", "when": { "acme.register": ["yes"] } }],
    });
    let catalog = merge(&read_against(with_acme(), &second).unwrap(), with_acme());
    let marks: Vec<&str> = catalog.overlays.iter().map(|mark| mark.id).collect();
    assert_eq!(marks, ["acme", "beta"]);
    let added: Vec<_> = catalog
        .additions("A.6.2.8")
        .map(|(mark, addition)| (mark.id, addition.controls[0]))
        .collect();
    assert_eq!(added, [("acme", "ACME-48"), ("beta", "B-1")]);
    assert_eq!(catalog.additions("acme.record").count(), 2);
    assert_eq!(catalog.overlay_of("beta.q").map(|mark| mark.id), Some("beta"));
    assert!(catalog.overlay_of("betamax.q").is_none() && catalog.overlay_of("beta").is_none());
    assert_eq!(catalog.digest, builtin().digest);
    // The same one again is refused.
    let again = read_against(catalog, &second).unwrap_err();
    assert!(
        again
            .iter()
            .any(|mistake| mistake.code == "taken-id" && mistake.place == "/id")
    );
}

#[test]
fn scenarios_are_carried() {
    let scenario = &acme().scenarios[0];
    assert_eq!(
        (scenario.task.id.as_str(), scenario.task.title.as_str()),
        ("acme.s1", "A chatbot for customers")
    );
    let mut answers = Answers::new(with_acme());
    for statement in &scenario.task.answers {
        answers
            .set_by_id(with_acme(), &statement.fact, &statement.values)
            .unwrap();
    }
    let given = answers
        .iter()
        .filter(|(_, answer)| *answer != aims_readiness::engine::Answer::NotAsked);
    assert_eq!(given.count(), scenario.task.answers.len());
}

/// The module of the assessment has no items of the standard. An overlay is read there all the same.
#[test]
fn without_the_items_of_the_standard_an_overlay_is_read_too() {
    let items: Vec<_> = builtin()
        .items
        .iter()
        .filter(|item| item.kind == ItemKind::Act)
        .copied()
        .collect();
    let first: &'static Catalog = Box::leak(Box::new(Catalog {
        items: items.leak(),
        ..builtin().clone()
    }));
    let read = read_against(first, &example()).unwrap_or_else(|mistakes| panic!("{mistakes:#?}"));
    assert_eq!(read, acme());
    let merged = merge(&read, first);
    assert_eq!(merged.facts.len(), with_acme().facts.len());
    assert_eq!(merged.additions("4.1").count(), 1);
}
