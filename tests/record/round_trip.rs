//! What is written is read again, whatever was said.

use aims_readiness::catalog::builtin;
use aims_readiness::engine::{Status, Work};
use aims_readiness::record::{Record, UseCase, WorkRecord};

use super::random::{Random, answers};
use super::{WORDS, day, opened};

/// Texts that files and spreadsheets, scripts and readers stumble over.
pub(super) const AWKWARD: [&str; 12] = [
    "plain",
    "=HYPERLINK(\"https://example.org\")",
    "<script>alert(1)</script>",
    "line\nbreak\r\nand\ttab",
    "\"quoted\", 'quoted'; and | parted",
    "Ünïcödé 日本語 🙂",
    "\u{202e}turned",
    "' apostrophe",
    "@at -minus +plus",
    "\u{feff}mark",
    "]]> &amp; </text>",
    "  spaces  ",
];

fn text(random: &mut Random) -> String {
    if random.one_in(4) {
        return String::new();
    }
    let parts = (0..=random.below(3)).map(|_| AWKWARD[random.below(AWKWARD.len())]);
    parts.collect::<Vec<_>>().join(" ")
}

/// A use case with anything in it.
pub(super) fn any(random: &mut Random) -> UseCase {
    let catalog = builtin();
    let given = answers(random, catalog, 3);
    let answers = (0..).zip(catalog.facts).filter_map(|(index, fact)| {
        let values = given.ids(catalog, index)?;
        Some((
            fact.id.to_owned(),
            values.into_iter().map(str::to_owned).collect(),
        ))
    });
    let answers = answers.collect();
    let mut case = UseCase {
        id: text(random),
        name: text(random),
        description: text(random),
        tags: ["hr", "pilot", "=1"]
            .into_iter()
            .take(random.below(4))
            .map(str::to_owned)
            .collect(),
        archived: random.one_in(2),
        assessor: text(random),
        notes: text(random),
        plan_start: random.one_in(2).then(day),
        answers,
        ..UseCase::default()
    };
    for item in catalog.items {
        if random.one_in(5) {
            let work = Work {
                status: Status::ALL[random.below(Status::ALL.len())],
                documented: random.one_in(2),
                working: random.one_in(2),
                proven: random.one_in(2),
                owner: text(random),
                due: random.one_in(2).then(day),
                reason: text(random),
                note: text(random),
                evidence: text(random),
            };
            case.work.insert(item.id.to_owned(), WorkRecord(work));
        }
    }
    for name in ["Budget", "=Cost", ""].into_iter().take(random.below(4)) {
        case.columns.push((name.to_owned(), text(random)));
    }
    case
}

#[test]
fn a_record_gives_back_what_was_said() {
    let mut random = Random::new(6);
    for _ in 0..60 {
        let case = any(&mut random);
        let (record, dropped) = Record::of(case.clone(), builtin(), day(), &*WORDS);
        assert!(dropped.is_empty());
        let text = serde_json::to_string(&record).unwrap();
        let mut opened = opened(&text).unwrap_or_else(|mistakes| panic!("{mistakes:?}"));
        let again = opened.cases.remove(0);
        assert!(again.left_out.is_empty(), "{:?}", again.left_out);
        assert_eq!(again.use_case, case);
        assert_eq!(again.saved.unwrap().receipt.unwrap(), record.result.receipt);
    }
}
