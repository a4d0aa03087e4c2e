//! Two assessments of one use case.

use aims_readiness::record::UseCase;
use aims_readiness::register::{Comparison, compare};

use crate::entries::golden;
use crate::{answering, catalog, day};

fn of(one: &UseCase, other: &UseCase) -> Comparison {
    compare(catalog(), [one, other], day())
}

fn credit() -> UseCase {
    let cases = golden();
    cases
        .into_iter()
        .find(|case| case.id == "border.scorecard-fitted-to-data")
        .unwrap()
}

fn set(case: &mut UseCase, fact: &str, values: &[&str]) {
    case.answers.insert(
        fact.to_owned(),
        values.iter().map(|value| (*value).to_owned()).collect(),
    );
}

#[test]
fn the_same_assessment_differs_in_nothing() {
    let found = of(&credit(), &credit());
    assert!(
        found.same_answers && found.same_range && found.matter.is_empty() && found.no_difference.is_empty()
    );
}

#[test]
fn one_answer_explains_and_the_rest_makes_no_difference() {
    let mut other = credit();
    set(&mut other, "filter.task", &["narrow"]);
    let known = catalog()
        .facts
        .iter()
        .find(|fact| fact.id == "filter.task")
        .unwrap();
    let task = known.values.iter().find(|value| **value != "more").unwrap();
    set(&mut other, "filter.task", &[task]);
    set(&mut other, "organisation.sectors", &["insurance"]);
    let found = of(&credit(), &other);
    assert_eq!(found.explained_by, ["filter.task"]);
    assert_eq!(found.matter.len(), 1);
    let difference = &found.matter[0];
    assert_eq!(difference.answers, [Some(vec!["more"]), Some(vec![*task])]);
    assert!(difference.moves && difference.range == found.results[1].range);
    let rest: Vec<&str> = found
        .no_difference
        .iter()
        .map(|difference| difference.fact)
        .collect();
    assert_eq!(rest, ["organisation.sectors"]);
    assert_eq!(found.results[0].tier, Some("high"));
}

#[test]
fn two_answers_that_only_together_lead_there_are_found() {
    let one = answering(&[
        ("scope.ai_system", &["yes"]),
        ("scope.exclusion", &[]),
        ("practice.screen", &[]),
        ("area.screen", &[]),
        ("transparency.screen", &[]),
        ("organisation.roles", &["deployer"]),
    ]);
    let mut other = credit();
    other.answers.remove("organisation.sectors");
    let found = of(&one, &other);
    assert!(
        !found.same_range && found.explained_by.len() >= 2,
        "{:?}",
        found.explained_by
    );
    assert!(found.explained_by.contains(&"area.screen") && found.explained_by.contains(&"credit.use"));
    assert!(
        found
            .matter
            .iter()
            .all(|difference| difference.moves || difference.explains)
    );
}

#[test]
fn an_explanation_leads_there_and_nothing_of_it_can_be_left_out() {
    let cases = golden();
    let mut sizes = [0; 4];
    for pair in cases.windows(2).step_by(3) {
        let (one, other) = (&pair[0], &pair[1]);
        let found = of(one, other);
        assert_eq!(found.same_range, found.explained_by.is_empty());
        let leads = |facts: &[&str]| {
            let mut mixed = one.clone();
            for fact in facts {
                match other.answers.get(*fact) {
                    Some(values) => mixed.answers.insert((*fact).to_owned(), values.clone()),
                    None => mixed.answers.remove(*fact),
                };
            }
            of(&mixed, other).same_range
        };
        assert!(leads(&found.explained_by), "{} {}", one.id, other.id);
        for left_out in &found.explained_by {
            let rest: Vec<&str> = found
                .explained_by
                .iter()
                .copied()
                .filter(|fact| fact != left_out)
                .collect();
            assert!(!leads(&rest), "{} {} without {left_out}", one.id, other.id);
        }
        sizes[found.explained_by.len().min(3)] += 1;
    }
    assert!(
        sizes.iter().all(|count| *count > 0),
        "explanations of every size: {sizes:?}"
    );
}
