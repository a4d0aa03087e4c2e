//! `classify --explain`: each list says what it promises, and what it promises comes true.

use std::collections::BTreeSet;

use aims_readiness::catalog::{Date, FactKind, ItemKind, builtin};
use serde_json::{Map, Value, json};

use super::compare::machine;
use super::{cv_ranking, cv_ranking_but, exempt, good, keys, prohibited, run, texts};

const EXPLAIN: [&str; 4] = ["classify", "--explain", "--as-of", "2026-11-21"];

/// The explanations of use cases, each with its whole line.
fn explained(arguments: &[&str], cases: &[Value]) -> Vec<Value> {
    let line = |(number, answers): (usize, &Value)| json!({ "id": number, "answers": answers });
    good(arguments, &cases.iter().enumerate().map(line).collect::<Vec<_>>())
}

fn entries<'a>(line: &'a Value, list: &str) -> &'a Vec<Value> {
    line["explanation"][list]
        .as_array()
        .unwrap_or_else(|| panic!("{list} of {line}"))
}

/// Neither product nor area nor practice.
fn plain() -> Value {
    json!({
        "scope.ai_system": "yes",
        "scope.exclusion": "none",
        "organisation.roles": ["deployer"],
        "organisation.sectors": ["financial_services"],
        "practice.screen": "none",
        "area.screen": "none",
        "transparency.screen": "none",
    })
}

/// A bank looks for fraud in credit applications.
fn fraud() -> Value {
    let mut answers = plain();
    answers["area.screen"] = json!(["credit"]);
    answers["credit.use"] = json!(["fraud"]);
    answers
}

/// A chatbot that people may take for a person.
fn chatbot() -> Value {
    let mut answers = plain();
    answers["transparency.screen"] = json!(["interacts"]);
    answers["transparency.obvious"] = json!("no");
    answers
}

#[test]
fn an_explanation_stands_beside_the_same_classification() {
    let cases = [cv_ranking(), exempt(), prohibited(), fraud(), json!({})];
    let bare = explained(
        &EXPLAIN[..1]
            .iter()
            .chain(&EXPLAIN[2..])
            .copied()
            .collect::<Vec<_>>(),
        &cases,
    );
    for (mut line, bare) in explained(&EXPLAIN, &cases).into_iter().zip(bare) {
        let explanation = line.as_object_mut().unwrap().shift_remove("explanation").unwrap();
        assert_eq!(line, bare);
        let lists = [
            "near_misses",
            "up",
            "down",
            "upcoming",
            "obligations",
            "penalties",
        ];
        assert_eq!(keys(&explanation), BTreeSet::from(lists));
        assert!(
            lists.iter().all(|list| explanation[list].is_array()),
            "{explanation}"
        );
    }
}

#[test]
fn a_near_miss_names_rule_point_reference_and_basis() {
    let [fraud, ranking] = &explained(&EXPLAIN, &[fraud(), cv_ranking()])[..] else {
        unreachable!()
    };
    let [miss] = &entries(fraud, "near_misses")[..] else {
        panic!("{fraud}")
    };
    assert_eq!(
        keys(miss),
        BTreeSet::from(["rule", "outside_of", "references", "basis"])
    );
    assert_eq!(
        (&miss["rule"], &miss["outside_of"], &miss["basis"]),
        (
            &json!("annex_iii.5.b.outside.fraud"),
            &json!("annex_iii.5.b"),
            &json!("law")
        )
    );
    assert!(
        texts(&miss["references"]).contains(&"AI Act, Annex III, point 5(b)"),
        "{miss}"
    );
    assert_eq!(fraud["tier"], "minimal");
    let held = texts(&fraud["rules"]);
    assert!(!held.contains(&"annex_iii.5.b") && !held.contains(&"annex_iii.5.b.outside.fraud"));
    assert_eq!(entries(ranking, "near_misses"), &Vec::<Value>::new());
}

/// The answers after the edits; of the values to add the one at `place`, or the first.
fn edited(answers: &Value, alternative: &Value, place: usize) -> Value {
    let mut answers: Map<String, Value> = answers.as_object().unwrap().clone();
    for edit in alternative["edits"].as_array().unwrap() {
        let id = edit["fact"].as_str().unwrap();
        let fact = builtin().facts.iter().find(|fact| fact.id == id).unwrap();
        let (add, remove) = (texts(&edit["add"]), texts(&edit["remove"]));
        let added = add.get(place).or(add.first()).copied();
        let given = match answers.get(id) {
            Some(Value::Array(many)) if fact.kind == FactKind::Many => many.clone(),
            _ => Vec::new(),
        };
        let kept = given
            .into_iter()
            .filter(|value| !remove.contains(&value.as_str().unwrap()));
        answers.insert(id.to_owned(), kept.chain(added.map(Value::from)).collect());
    }
    Value::Object(answers)
}

#[test]
fn alternatives_lead_to_the_range_they_promise_when_they_are_classified() {
    let cases = [cv_ranking(), exempt(), prohibited(), fraud(), chatbot(), plain()];
    let (mut changed, mut promised, mut moves) = (Vec::new(), Vec::new(), BTreeSet::new());
    for (answers, line) in cases.iter().zip(explained(&EXPLAIN, &cases)) {
        for list in ["up", "down"] {
            for alternative in entries(&line, list) {
                assert_eq!(keys(alternative), BTreeSet::from(["edits", "range"]));
                assert_ne!(alternative["range"], line["range"], "{alternative}");
                let edits = alternative["edits"].as_array().unwrap();
                assert!((1..=2).contains(&edits.len()), "{alternative}");
                let most = edits.iter().map(|edit| texts(&edit["add"]).len()).max().unwrap();
                for place in 0..most.max(1) {
                    changed.push(edited(answers, alternative, place));
                    promised.push((alternative.clone(), place));
                }
                moves.insert((line["tier"].clone().to_string(), list));
            }
        }
    }
    assert!(promised.len() > 100, "{} ways", promised.len());
    for tier in ["high", "exempt", "minimal", "limited"] {
        for list in ["up", "down"] {
            assert!(moves.contains(&(format!("{tier:?}"), list)), "{tier} {list}");
        }
    }
    for (then, (alternative, place)) in explained(&EXPLAIN, &changed).iter().zip(promised) {
        assert_eq!(
            then["range"], alternative["range"],
            "way {place} of {alternative}"
        );
    }
}

#[test]
fn the_nearest_alternatives_are_the_known_ones() {
    let [ranking, spared, stopped] = &explained(&EXPLAIN, &[cv_ranking(), exempt(), prohibited()])[..] else {
        unreachable!()
    };
    let edit =
        |fact: &str, add: &[&str], remove: &[&str]| json!({ "fact": fact, "add": add, "remove": remove });
    let alternative = |edits: &[Value], tier: &str| json!({ "edits": edits, "range": [tier, tier] });
    assert_eq!(
        entries(ranking, "down").first(),
        Some(&alternative(
            &[edit("employment.use", &[], &["select"])],
            "minimal"
        ))
    );
    assert!(entries(spared, "up").contains(&alternative(&[edit("filter.profiling", &["yes"], &[])], "high")));
    assert_eq!(
        entries(stopped, "up"),
        &Vec::<Value>::new(),
        "nothing is above prohibited"
    );
    assert!(
        entries(stopped, "down").contains(&alternative(
            &[edit("practice.manipulation_harm", &["no"], &[])],
            "high"
        )),
        "{stopped}"
    );
}

#[test]
fn nothing_is_proposed_while_the_tier_is_open() {
    let open = cv_ranking_but(&json!({ "filter.task": "unknown" }));
    let line = &explained(&EXPLAIN, &[open])[0];
    assert_eq!(line["range"], json!(["exempt", "high"]));
    for list in ["up", "down"] {
        assert_eq!(entries(line, list), &Vec::<Value>::new());
    }
}

#[test]
fn obligations_are_the_duties_of_the_checklist_with_their_days() {
    let cases = [
        ("high", cv_ranking()),
        (
            "high and fundamental rights",
            cv_ranking_but(&json!({ "organisation.public_role": "public-body" })),
        ),
        ("exempt", exempt()),
        ("limited", chatbot()),
        ("prohibited", prohibited()),
    ];
    let answers: Vec<Value> = cases.iter().map(|(_, answers)| answers.clone()).collect();
    let lists = explained(&["checklist", "--as-of", "2026-11-21"], &answers);
    for ((case, _), (line, list)) in cases.iter().zip(explained(&EXPLAIN, &answers).iter().zip(lists)) {
        let duties = list["items"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|item| item["kind"] == "act");
        let duties: Vec<Value> = duties
            .map(|item| {
                json!({
                    "id": item["id"], "ref": item["ref"], "title": item["title"], "applies_from": item["due"],
                })
            })
            .collect();
        assert_eq!(entries(line, "obligations"), &duties, "{case}");
        let acts = builtin().items.iter().filter(|item| item.kind == ItemKind::Act);
        let acts: BTreeSet<&str> = acts.map(|item| item.id).collect();
        assert!(
            !duties.is_empty()
                && duties
                    .iter()
                    .all(|duty| acts.contains(duty["id"].as_str().unwrap()))
        );
    }
    let oversight = json!({
        "id": "act.26.2", "ref": "Art 26(2)", "title": "Human oversight by competent people",
        "applies_from": "2027-12-02",
    });
    let line = &explained(&EXPLAIN, &[cv_ranking()])[0];
    assert!(entries(line, "obligations").contains(&oversight), "{line}");
}

#[test]
fn upcoming_days_lie_ahead_and_come_true() {
    let machine = machine();
    let before = ["classify", "--explain", "--as-of", "2026-07-26"];
    let line = &explained(&before, std::slice::from_ref(&machine))[0];
    assert_eq!(line["tier"], "high");
    let [first, ..] = &entries(line, "upcoming")[..] else {
        panic!("{line}")
    };
    assert_eq!(keys(first), BTreeSet::from(["date", "range", "milestones"]));
    assert_eq!(first["date"], "2026-07-27");
    assert_eq!(first["range"], json!(["high-sectoral", "high-sectoral"]));
    let after = &explained(&["classify", "--explain", "--as-of", "2026-07-27"], &[machine])[0];
    assert_eq!(after["range"], first["range"], "the day comes as promised");

    for line in explained(&EXPLAIN, &[cv_ranking(), exempt(), prohibited(), chatbot()]) {
        let days = entries(&line, "upcoming")
            .iter()
            .map(|change| change["date"].as_str().unwrap());
        let days: Vec<Date> = days.map(|day| day.parse().unwrap()).collect();
        let asked: Date = "2026-11-21".parse().unwrap();
        assert!(
            days.is_sorted() && days.iter().all(|day| *day > asked),
            "{days:?}"
        );
    }
    let line = &explained(&EXPLAIN, &[cv_ranking()])[0];
    assert_eq!(
        entries(line, "upcoming"),
        &[json!({ "date": "2027-12-02", "range": null, "milestones": ["annex-iii"] })]
    );
}

#[test]
fn which_ceiling_counts_depends_on_the_size_and_the_text() {
    let counts = |day: &str, size: Option<&str>| -> Value {
        let size = size.map_or(json!({}), |size| json!({ "organisation.size": size }));
        let line = explained(
            &["classify", "--explain", "--as-of", day],
            &[cv_ranking_but(&size)],
        )
        .remove(0);
        let ceilings = entries(&line, "penalties");
        let ceiling = ceilings
            .iter()
            .find(|ceiling| ceiling["amount_eur"] == 15_000_000)
            .unwrap();
        assert_eq!(
            keys(ceiling),
            BTreeSet::from(["id", "amount_eur", "percent", "counts", "references"])
        );
        assert_eq!(ceiling["percent"], 3);
        assert!(
            texts(&ceiling["references"])[0].ends_with(", Art 99(4)"),
            "{ceiling}"
        );
        ceiling["counts"].clone()
    };
    for (day, size, expected) in [
        ("2026-11-21", None, Value::Null),
        ("2026-11-21", Some("large"), json!("higher")),
        ("2026-11-21", Some("midcap"), json!("lower")),
        ("2026-07-26", Some("midcap"), json!("higher")),
        ("2026-07-26", Some("small"), json!("lower")),
    ] {
        assert_eq!(counts(day, size), expected, "{day} {size:?}");
    }
    let stopped = &explained(&EXPLAIN, &[prohibited()])[0];
    let highest = entries(stopped, "penalties")
        .iter()
        .map(|ceiling| &ceiling["amount_eur"]);
    assert_eq!(highest.filter_map(Value::as_u64).max(), Some(35_000_000));
}

#[test]
fn bad_lines_are_told_and_the_last_line_needs_no_line_end() {
    let fine = json!({ "id": "fine", "answers": fraud() });
    let input = format!("\n{{}}\n\n{fine}\n[]\n{{\"id\": 1, \"answers\": {{}}, \"explain\": true}}\n{fine}");
    let run = run(&EXPLAIN, input);
    assert_eq!((run.code, run.errors.as_str()), (Some(1), ""));
    let out = run.lines();
    let told: Vec<Value> = out
        .iter()
        .map(|line| json!([line["line"], line["error"]["code"]]))
        .collect();
    let expected = [
        json!([2, "no-id"]),
        json!([null, null]),
        json!([5, "not-an-object"]),
        json!([6, "unknown-key"]),
        json!([null, null]),
    ];
    assert_eq!(told, expected);
    for (line, error) in out.iter().zip([true, false, true, true, false]) {
        assert_eq!(line.get("explanation").is_none(), error, "{line}");
    }
    assert_eq!(out[1], out[4]);
}
