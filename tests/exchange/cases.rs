//! Use cases to write: each of another kind.

use std::sync::LazyLock;

use aims_readiness::catalog::builtin;
use aims_readiness::engine::{Status, Work};
use aims_readiness::overlay::{Known, merge, read};
use aims_readiness::reading::Value;
use aims_readiness::record::{UseCase, WorkRecord};
use serde_json::Value as Json;

use crate::{Case, WORDS, Words};

/// What somebody could write to reach beyond a text.
pub(crate) const PAYLOAD: &str = "=HYPERLINK(\"http://evil.example\",\"x\")\r\nEND:VEVENT\r\nATTACH:http://evil.example\n---\n- urn: x\n<script>alert(1)</script> [x](javascript:alert(1)) {{ insert: param, p }} \"quoted\", 'single'; back\\slash \u{85}\u{2028}\u{0}\u{feff}# : & | * ä😀";

/// A use case from short lines: `scope.ai_system yes; practice.screen`.
pub(crate) fn use_case(name: &str, given: &str) -> UseCase {
    let answers = given.split("; ").map(|line| {
        let mut words = line.split(' ').map(str::to_owned);
        let fact = words.next().unwrap();
        (fact, words.collect::<Vec<_>>())
    });
    UseCase {
        name: name.to_owned(),
        answers: answers.collect(),
        ..UseCase::default()
    }
}

const CREDIT: &str = "scope.ai_system yes; scope.exclusion; organisation.sectors financial_services; \
    practice.screen; area.screen credit; transparency.screen; credit.use creditworthiness; filter.task more; \
    organisation.public_role private; organisation.changes";

/// The same with a status for each line, one after the other, and everything else that can be recorded.
fn worked(mut case: UseCase) -> UseCase {
    let plain = Case::of("plain", case.clone());
    let lines = plain.record.checklist.items.iter().enumerate();
    case.work = lines
        .filter(|(place, _)| place % 7 != 6)
        .map(|(place, line)| {
            let status = Status::ALL[place % 7];
            let work = Work {
                status,
                owner: if place % 2 == 0 {
                    "Ana Núñez".to_owned()
                } else {
                    "ben@example.org".to_owned()
                },
                due: (place % 3 == 0).then(|| "2027-03-01".parse().unwrap()),
                reason: if status == Status::NotApplicable {
                    "No such data".to_owned()
                } else {
                    String::new()
                },
                note: format!("Note {place}, with a comma; and more\nin two lines"),
                evidence: format!("https://example.org/evidence/{place}"),
                ..Work::default()
            };
            (line.id.to_owned(), WorkRecord(work))
        })
        .collect();
    case
}

/// High-risk, developed and placed on the market by the organisation, with work recorded.
pub(crate) static PROVIDER: LazyLock<Case> = LazyLock::new(|| {
    let mut case = use_case(
        "Credit scoring",
        &format!("{CREDIT}; organisation.roles provider deployer; organisation.size large"),
    );
    case.id = "UC-7".to_owned();
    case.description = "Scores applicants for consumer loans.".to_owned();
    case.plan_start = Some("2027-01-11".parse().unwrap());
    Case::of("provider", worked(case))
});

/// High-risk, used by a bank, with nothing recorded.
pub(crate) static DEPLOYER: LazyLock<Case> = LazyLock::new(|| {
    Case::of(
        "deployer",
        use_case("Loans", &format!("{CREDIT}; organisation.roles deployer")),
    )
});

pub(crate) static PROHIBITED: LazyLock<Case> = LazyLock::new(|| {
    let answers = "scope.ai_system yes; scope.exclusion; organisation.roles deployer; organisation.sectors energy_utilities; \
        practice.screen vulnerability; practice.vulnerability_harm yes";
    let mut case = use_case("Prices for the poor", answers);
    let plain = Case::of("plain", case.clone());
    let first = plain.record.checklist.items[0].id.to_owned();
    let work = Work {
        status: Status::Partial,
        note: "Frozen in two of three regions".to_owned(),
        ..Work::default()
    };
    case.work.insert(first, WorkRecord(work));
    Case::of("prohibited", case)
});

/// Little is known, not even a name.
pub(crate) static UNSETTLED: LazyLock<Case> = LazyLock::new(|| {
    Case::of(
        "unsettled",
        use_case("", "scope.ai_system yes; area.screen unknown"),
    )
});

/// With the published overlay.
pub(crate) static OVERLAY: LazyLock<Case> = LazyLock::new(|| {
    let example = include_str!("../../examples/overlay/acme.json");
    let json: Json = serde_json::from_str(example).unwrap();
    with_overlay(
        "overlay",
        use_case(
            "Chatbot",
            "scope.ai_system yes; scope.exclusion; organisation.roles deployer; organisation.sectors retail_platforms; acme.partners hosting",
        ),
        &json,
    )
});

/// Payloads wherever a person can write, in the record and in an overlay.
pub(crate) static HOSTILE: LazyLock<Case> = LazyLock::new(|| {
    let mut case = worked(use_case(
        PAYLOAD,
        &format!("{CREDIT}; organisation.roles provider deployer"),
    ));
    for text in [
        &mut case.id,
        &mut case.description,
        &mut case.assessor,
        &mut case.notes,
    ] {
        *text = PAYLOAD.to_owned();
    }
    case.tags = vec![PAYLOAD.to_owned()];
    case.columns = vec![(PAYLOAD.to_owned(), PAYLOAD.to_owned())];
    for WorkRecord(work) in case.work.values_mut() {
        for text in [
            &mut work.owner,
            &mut work.reason,
            &mut work.note,
            &mut work.evidence,
        ] {
            *text = PAYLOAD.to_owned();
        }
    }
    // Texts of an overlay are of one line and not as long.
    let shown = "=1+1 <script>alert(1)</script> [x](javascript:alert(1)) {{ insert: param, p }} \"q\", 's'; \\ # : & | * ä😀";
    let json = serde_json::json!({
        "schema": 1, "id": "evil", "version": "1.0.0", "name": shown,
        "items": [{ "id": "evil.one", "ref": "=1+1", "title": shown, "do": shown, "why": shown, "pitfall": shown,
            "group": shown, "owner": shown, "tasks": [shown], "evidence": [shown], "controls": ["=2+2"] }],
    });
    with_overlay("hostile", case, &json)
});

/// Low risk, with work recorded and controls left out.
pub(crate) static MINIMAL: LazyLock<Case> = LazyLock::new(|| {
    let answers = "scope.ai_system yes; scope.exclusion; organisation.roles deployer; organisation.sectors retail_platforms; \
        practice.screen; area.screen; transparency.screen; organisation.size small";
    Case::of("minimal", worked(use_case("Forecast of stock", answers)))
});

pub(crate) fn all() -> [&'static Case; 7] {
    [
        &PROVIDER,
        &DEPLOYER,
        &PROHIBITED,
        &UNSETTLED,
        &OVERLAY,
        &MINIMAL,
        &HOSTILE,
    ]
}

fn with_overlay(name: &'static str, case: UseCase, json: &Json) -> Case {
    let known = Known {
        catalog: builtin(),
        words: Some(&WORDS),
    };
    let overlay = read(&tree(json), known).unwrap_or_else(|mistakes| panic!("{mistakes:#?}"));
    let mut words = WORDS.clone();
    words.extend(overlay.texts());
    Case::with(name, case, merge(&overlay, builtin()), Words(words))
}

/// JSON as the tree that is read.
fn tree(json: &Json) -> Value {
    match json {
        Json::Null => Value::Null,
        Json::Bool(value) => Value::Bool(*value),
        Json::Number(number) => Value::Number(number.as_f64().unwrap()),
        Json::String(text) => Value::Text(text.clone()),
        Json::Array(parts) => Value::List(parts.iter().map(tree).collect()),
        Json::Object(parts) => {
            let parts = parts.iter().map(|(key, part)| (key.clone(), tree(part)));
            Value::Map(parts.collect())
        }
    }
}
