//! `compare`: what is different between a saved result and now, and why.

use std::collections::BTreeSet;

use aims_readiness::catalog::builtin;
use serde_json::{Value, json};

use super::{CLASSIFY, cv_ranking, cv_ranking_but, exempt, good, keys, prohibited, run};

const COMPARE: [&str; 3] = ["compare", "--as-of", "2026-11-21"];

/// A result as it would have been saved on a day.
fn saved_on(day: &str, answers: &Value) -> Value {
    let line = json!({ "id": "saved", "answers": answers });
    let mut result = good(&["classify", "--as-of", day], &[line]).remove(0);
    result.as_object_mut().unwrap().shift_remove("id");
    json!({ "id": "saved", "answers": answers, "result": result })
}

/// The saved result, but for what these keys of it say otherwise.
fn but(mut saved: Value, others: &Value) -> Value {
    let result = saved["result"].as_object_mut().unwrap();
    result.extend(others.as_object().unwrap().clone());
    saved
}

fn compared(saved: &Value) -> Value {
    good(&COMPARE, std::slice::from_ref(saved)).remove(0)
}

/// A machine whose AI has a safety function: its tier is another since the amendment.
pub(super) fn machine() -> Value {
    json!({
        "scope.ai_system": "yes", "scope.exclusion": "none", "organisation.roles": ["provider"],
        "organisation.sectors": ["manufacturing"], "practice.screen": "none", "area.screen": ["products"],
        "product.law": ["machinery"], "product.function": "safety", "product.third_party": "yes",
        "transparency.screen": "none", "organisation.changes": "none",
    })
}

#[test]
fn a_result_of_today_is_the_same_and_reproduced() {
    for answers in [cv_ranking(), exempt(), prohibited(), machine(), json!({})] {
        let saved = saved_on("2026-11-21", &answers);
        let mut line = compared(&saved);
        let promised = [
            "id",
            "same",
            "causes",
            "reproduced",
            "catalog",
            "as_of",
            "law_date",
            "range",
            "applies_from",
            "rules",
            "flags",
            "dropped",
            "unanswered",
            "now",
        ];
        assert_eq!(keys(&line), BTreeSet::from(promised));
        assert_eq!(
            (&line["id"], &line["same"], &line["causes"], &line["reproduced"]),
            (&json!("saved"), &json!(true), &json!([]), &json!(true))
        );
        assert_eq!(line["now"].take(), saved["result"], "what classify says");
        for key in ["catalog", "as_of", "law_date", "range", "applies_from"] {
            assert_eq!(
                line[key],
                json!({ "was": saved["result"][key], "is": saved["result"][key] })
            );
        }
        for key in ["rules", "flags"] {
            assert_eq!(line[key], json!({ "gone": [], "new": [] }));
        }
        assert_eq!(line["dropped"], json!([]));
    }
}

#[test]
fn another_text_of_the_act_is_named_as_the_cause() {
    let ranking = compared(&saved_on("2026-07-26", &cv_ranking()));
    assert_eq!(
        (&ranking["same"], &ranking["causes"], &ranking["reproduced"]),
        (&json!(false), &json!(["law"]), &json!(true))
    );
    assert_eq!(
        ranking["law_date"],
        json!({ "was": "2024-08-01", "is": "2026-07-27" })
    );
    assert_eq!(
        ranking["as_of"],
        json!({ "was": "2026-07-26", "is": "2026-11-21" })
    );
    assert_eq!(
        ranking["applies_from"],
        json!({ "was": "2026-08-02", "is": "2027-12-02" })
    );
    assert_eq!(
        ranking["range"],
        json!({ "was": ["high", "high"], "is": ["high", "high"] })
    );

    let machine = compared(&saved_on("2026-07-26", &machine()));
    assert_eq!(
        (&machine["same"], &machine["causes"]),
        (&json!(false), &json!(["law"]))
    );
    assert_eq!(
        machine["range"],
        json!({ "was": ["high", "high"], "is": ["high-sectoral", "high-sectoral"] })
    );
    assert_eq!(
        machine["rules"],
        json!({ "gone": ["annex_i.a.machinery"], "new": ["annex_i.b.machinery"] })
    );
    assert_eq!(
        machine["flags"],
        json!({ "gone": [], "new": ["machinery-rules-pending"] })
    );
    assert_eq!(machine["now"]["tier"], "high-sectoral");
}

/// The day alone changes nothing where the text is the same.
#[test]
fn another_day_under_the_same_text_is_no_cause() {
    let line = compared(&saved_on("2026-07-27", &cv_ranking()));
    assert_eq!(
        (&line["same"], &line["causes"], &line["reproduced"]),
        (&json!(true), &json!([]), &json!(true))
    );
    assert_eq!(line["as_of"], json!({ "was": "2026-07-27", "is": "2026-11-21" }));
}

#[test]
fn every_difference_between_two_days_has_a_cause() {
    let elsewhere = cv_ranking_but(&json!({
        "employment.use": ["decide"], "places.elsewhere": ["us-california"],
    }));
    let line = compared(&saved_on("2026-09-29", &elsewhere));
    assert_eq!(line["rules"]["new"], json!(["places.us_ca_947"]));
    assert_eq!(
        (&line["same"], &line["reproduced"]),
        (&json!(false), &json!(true))
    );
    assert_ne!(line["causes"], json!([]), "{line}");
}

#[test]
fn another_catalogue_is_named_as_the_cause() {
    let older = but(
        saved_on("2026-11-21", &cv_ranking()),
        &json!({
            "catalog": "aims-readiness-eu@0.1.0", "receipt": "sha256-of-then", "range": ["limited", "high"],
            "rules": ["literacy", "annex_iii.gone"], "flags": ["literacy", "flag-of-then"],
            "applies_from": null, "key.of.another.version": 1,
        }),
    );
    let line = compared(&older);
    assert_eq!(
        (&line["same"], &line["causes"], &line["reproduced"]),
        (&json!(false), &json!(["catalog"]), &json!(false))
    );
    let current = [builtin().id, "@", builtin().version].concat();
    assert_eq!(
        line["catalog"],
        json!({ "was": "aims-readiness-eu@0.1.0", "is": current })
    );
    assert_eq!(
        line["range"],
        json!({ "was": ["limited", "high"], "is": ["high", "high"] })
    );
    assert_eq!(line["applies_from"], json!({ "was": null, "is": "2027-12-02" }));
    assert_eq!(
        line["rules"],
        json!({ "gone": ["annex_iii.gone"], "new": ["annex_iii.4.a"] })
    );
    assert_eq!(line["flags"], json!({ "gone": ["flag-of-then"], "new": [] }));
}

#[test]
fn answers_that_are_no_longer_taken_are_named_with_the_reason() {
    let mut saved = saved_on("2026-11-21", &cv_ranking());
    saved["answers"]["scope.eu_link"] = json!("yes");
    saved["answers"]["filter.task"] = json!("most");
    saved["answers"]["organisation.public_role"] = json!(["private", "public-body"]);
    let line = compared(&saved);
    assert_eq!(
        (&line["same"], &line["causes"], &line["reproduced"]),
        (&json!(false), &json!(["answers"]), &json!(false))
    );
    let dropped = line["dropped"].as_array().unwrap();
    let told: BTreeSet<[&str; 2]> = dropped
        .iter()
        .map(|one| ["fact", "code"].map(|key| one[key].as_str().unwrap()))
        .collect();
    let expected = [
        ["filter.task", "unknown-value"],
        ["organisation.public_role", "not-one-value"],
        ["scope.eu_link", "unknown-fact"],
    ];
    assert_eq!(told, BTreeSet::from(expected));
    for one in dropped {
        let named = format!("`{}`", one["fact"].as_str().unwrap());
        assert!(one["message"].as_str().unwrap().contains(&named), "{one}");
    }
    assert_eq!(line["range"]["is"], json!(["exempt", "high"]));
    assert_eq!(
        line["unanswered"],
        json!(["filter.task"]),
        "the other one hangs on it"
    );
}

/// Whoever changed an answer afterwards does not reproduce the receipt, whatever the tier.
#[test]
fn a_result_whose_answers_were_changed_is_not_reproduced() {
    let mut saved = saved_on("2026-11-21", &cv_ranking());
    saved["answers"]["organisation.sectors"] = json!(["recruitment_hr"]);
    let line = compared(&saved);
    assert_eq!(
        (&line["same"], &line["reproduced"]),
        (&json!(true), &json!(false))
    );
}

#[test]
fn range_catalogue_and_day_are_enough_to_compare() {
    let whole = saved_on("2026-11-21", &cv_ranking());
    let least = |key: &str| whole["result"][key].clone();
    let saved = json!({
        "id": "least", "answers": cv_ranking(),
        "result": { "range": least("range"), "catalog": least("catalog"), "as_of": least("as_of") },
    });
    let line = compared(&saved);
    assert_eq!(
        (&line["same"], &line["causes"]),
        (&json!(true), &json!([])),
        "{line}"
    );
}

#[test]
fn comparisons_come_back_in_order_with_bad_lines_in_their_place() {
    let fine = |id: Value| {
        let mut saved = saved_on("2026-11-21", &json!({ "scope.ai_system": "no" }));
        saved["id"] = id;
        saved
    };
    let without = |key: &str| {
        let mut saved = fine(json!("bad"));
        saved["result"].as_object_mut().unwrap().shift_remove(key);
        saved
    };
    let result = fine(json!("bad"))["result"].clone();
    let bad = [
        (json!({ "id": "bad", "result": result }), "not-a-saved-result"),
        (json!({ "id": "bad", "answers": {} }), "not-a-saved-result"),
        (
            json!({ "id": "bad", "answers": [], "result": result }),
            "not-a-saved-result",
        ),
        (
            json!({ "id": "bad", "answers": { "scope.ai_system": 1 }, "result": result }),
            "not-a-saved-result",
        ),
        (
            json!({ "id": "bad", "answers": {}, "result": "high" }),
            "not-a-saved-result",
        ),
        (without("range"), "not-a-saved-result"),
        (without("catalog"), "not-a-saved-result"),
        (without("as_of"), "not-a-saved-result"),
        (
            but(fine(json!("bad")), &json!({ "range": ["high"] })),
            "not-a-saved-result",
        ),
    ];
    let mut input = String::from("{\n\r\n");
    for (number, (line, _)) in bad.iter().enumerate() {
        input.push_str(&format!("{line}\n\n{}\n", fine(json!(number))));
    }
    let run = run(&COMPARE, input.trim_end());
    assert_eq!((run.code, run.errors.as_str()), (Some(1), ""));
    let out = run.lines();
    assert_eq!(out.len(), 1 + 2 * bad.len());
    assert_eq!(
        (&out[0]["line"], &out[0]["error"]["code"]),
        (&json!(1), &json!("not-json"))
    );
    for ((number, (line, code)), pair) in bad.iter().enumerate().zip(out[1..].chunks(2)) {
        assert_eq!(keys(&pair[0]), BTreeSet::from(["id", "line", "error"]), "{line}");
        assert_eq!(
            (&pair[0]["id"], &pair[0]["line"], &pair[0]["error"]["code"]),
            (&json!("bad"), &json!(3 + 3 * number), &json!(code)),
            "{line}"
        );
        assert_eq!(
            (&pair[1]["id"], &pair[1]["same"]),
            (&json!(number), &json!(true)),
            "after {line}"
        );
    }
    let all = super::run(&COMPARE, "");
    assert_eq!((all.code, all.out.as_str()), (Some(0), ""));
    assert_eq!(
        super::run(&CLASSIFY, fine(json!(1)).to_string()).code,
        Some(1),
        "result is no key of classify"
    );
}

#[test]
fn a_saved_result_needs_an_id_and_is_an_object() {
    let saved = saved_on("2026-11-21", &cv_ranking());
    let bare = json!({ "answers": saved["answers"], "result": saved["result"] });
    let list = json!([saved["answers"], saved["result"]]);
    for (line, code) in [(bare, "no-id"), (list, "not-an-object")] {
        let run = run(&COMPARE, line.to_string());
        assert_eq!(run.lines()[0]["error"]["code"], code);
        assert_eq!(run.code, Some(1));
    }
}
