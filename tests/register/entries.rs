//! What use cases come to: the same as when each is looked at alone.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use aims_readiness::catalog::Date;
use aims_readiness::engine::{
    Evaluation, Status, Work, checklist, classify, next_question, open_facts, readiness, upcoming,
};
use aims_readiness::record::{UseCase, WorkRecord};
use aims_readiness::register::{Evaluator, Progress};
use aims_readiness::suggest::Model;

use crate::{answering, catalog, day};

/// The use cases of the golden cases, with all that can be settled and much that is not.
pub(crate) fn golden() -> Vec<UseCase> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut use_cases = Vec::new();
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    for path in files
        .iter()
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
    {
        let file: toml::Table = toml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        for case in file
            .get("case")
            .and_then(toml::Value::as_array)
            .into_iter()
            .flatten()
        {
            let mut answers = BTreeMap::new();
            for (fact, given) in case["answers"].as_table().unwrap() {
                let values = match given {
                    toml::Value::Array(values) => values
                        .iter()
                        .map(|value| value.as_str().unwrap().to_owned())
                        .collect(),
                    one => vec![one.as_str().unwrap().to_owned()],
                };
                answers.insert(fact.clone(), values);
            }
            use_cases.push(UseCase {
                id: case["id"].as_str().unwrap().to_owned(),
                name: case["id"].as_str().unwrap().to_owned(),
                description: case["text"].as_str().unwrap().to_owned(),
                answers,
                ..UseCase::default()
            });
        }
    }
    assert!(use_cases.len() > 100, "{}", use_cases.len());
    use_cases
}

#[test]
fn an_entry_says_what_each_part_of_the_engine_says() {
    for as_of in [
        "2024-08-01",
        "2025-02-02",
        "2026-07-26",
        "2026-11-21",
        "2028-01-01",
    ] {
        let as_of: Date = as_of.parse().unwrap();
        let evaluator = Evaluator::new(catalog(), as_of);
        for use_case in golden() {
            let entry = evaluator.entry(&use_case);
            let (answers, _) = use_case.answers(catalog());
            let result = classify(catalog(), &answers, as_of);
            let evaluation = Evaluation::new(catalog(), &answers);
            let id = &use_case.id;
            assert_eq!(entry.range, [result.lowest, result.highest], "{id}");
            assert_eq!(
                (entry.sectors, &entry.flags),
                (result.sectors, &result.flags),
                "{id}"
            );
            assert_eq!(entry.open, open_facts(&evaluation, &result).len(), "{id}");
            assert_eq!(entry.next_question, next_question(&evaluation, &result), "{id}");
            let next = upcoming(catalog(), &answers, &result).into_iter().next();
            let next = next.map(|next| (next.date, next.milestones, next.range.is_some()));
            let deadline = entry
                .deadline
                .map(|found| (found.day, found.milestones, found.tier_changes));
            assert_eq!(deadline, next, "{id} on {as_of}");
        }
    }
}

#[test]
fn a_use_case_without_answers_shows_its_whole_range() {
    let entry = Evaluator::new(catalog(), day()).entry(&UseCase::default());
    assert_eq!(entry.range.map(|tier| tier.id()), ["out-of-scope", "prohibited"]);
    assert!(!entry.settled() && entry.open > 10 && entry.deadline.is_none());
    let first = entry
        .next_question
        .map(|fact| catalog().facts[usize::from(fact)].id);
    assert_eq!(first, Some("scope.ai_system"));
}

#[test]
fn suggestions_settle_nothing_and_are_no_answers() {
    let bytes = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("catalog/suggest/model.bin")).unwrap();
    let model = Model::read(&bytes).unwrap();
    let evaluator = Evaluator::new(catalog(), day());
    let mut use_case = answering(&[]);
    let before = evaluator.entry(&use_case);
    use_case.description = "We rank CVs of job applicants and invite the best ones.".to_owned();
    let suggested = evaluator.suggestions(&use_case, &model);
    assert_eq!(suggested.sectors[0].value, "recruitment_hr");
    assert_eq!(suggested.areas[0].value, "employment");
    assert_eq!(evaluator.entry(&use_case), before);
    assert!(use_case.answers.is_empty());
}

#[test]
fn progress_follows_the_work_on_the_checklist() {
    let evaluator = Evaluator::new(catalog(), day());
    for mut use_case in golden().into_iter().step_by(9) {
        assert_eq!(evaluator.entry(&use_case).progress, Progress::NotBegun);
        let (answers, _) = use_case.answers(catalog());
        let result = classify(catalog(), &answers, day());
        let list = checklist(&Evaluation::new(catalog(), &answers), &result);
        let items: Vec<&str> = list
            .lines
            .iter()
            .map(|line| catalog().items[usize::from(line.item)].id)
            .collect();
        let status = |status| {
            WorkRecord(Work {
                status,
                ..Work::default()
            })
        };
        use_case
            .work
            .insert(items[0].to_owned(), status(Status::NotStarted));
        assert_eq!(evaluator.entry(&use_case).progress, Progress::NotBegun);
        use_case.work.insert(items[0].to_owned(), status(Status::Partial));
        let entry = evaluator.entry(&use_case);
        let report = readiness(catalog(), &list, |item| {
            if catalog().items[usize::from(item)].id == items[0] {
                Status::Partial
            } else {
                Status::NotStarted
            }
        });
        assert_eq!(
            (entry.progress, entry.percent),
            (Progress::InWork, report.map(|report| report.overall.percent()))
        );
        use_case.work.extend(
            items
                .iter()
                .map(|item| ((*item).to_owned(), status(Status::Verified))),
        );
        let entry = evaluator.entry(&use_case);
        assert_eq!(entry.progress, Progress::Done, "{}", use_case.id);
        assert!(entry.percent.is_none_or(|percent| percent == 100));
    }
}
