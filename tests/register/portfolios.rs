//! What all use cases come to.

use aims_readiness::engine::rank_open_facts;
use aims_readiness::record::UseCase;
use aims_readiness::register::{Evaluator, NextBest, Portfolio, Suggested, Suggestions};
use serde_json::{Value, json};

use crate::entries::golden;
use crate::{answering, catalog, day};

fn record(use_cases: &[UseCase]) -> Value {
    let evaluator = Evaluator::new(catalog(), day());
    let mut portfolio = Portfolio::default();
    for use_case in use_cases {
        portfolio.add(use_case, &evaluator.entry(use_case), None);
    }
    serde_json::to_value(portfolio.record(catalog())).unwrap()
}

#[test]
fn totals_count_each_use_case_once() {
    let use_cases = golden();
    let found = record(&use_cases);
    let sum = |part: &Value| {
        part.as_object()
            .unwrap()
            .values()
            .map(|count| count.as_u64().unwrap())
            .sum::<u64>()
    };
    let open: u64 = found["ranges"]
        .as_array()
        .unwrap()
        .iter()
        .map(|range| range["use_cases"].as_u64().unwrap())
        .sum();
    let all = use_cases.len() as u64;
    assert_eq!(found["use_cases"], all);
    assert_eq!(sum(&found["tiers"]), found["settled"].as_u64().unwrap());
    assert_eq!(sum(&found["tiers"]) + open, all);
    assert_eq!(sum(&found["status"]), all);
    assert!(sum(&found["tiers"]) > 50 && open > 0 && sum(&found["deadlines"]) > 10);
}

#[test]
fn totals_of_a_few() {
    let mut settled = answering(&[
        ("scope.ai_system", &["no"]),
        ("organisation.sectors", &["healthcare", "insurance"]),
    ]);
    settled.tags = vec!["a".to_owned(), "b".to_owned()];
    let mut open = answering(&[]);
    open.tags = vec!["a".to_owned()];
    let archived = UseCase {
        archived: true,
        ..settled.clone()
    };
    let found = record(&[settled, open, archived]);
    assert_eq!(found["archived"], 1);
    assert_eq!(found["tiers"], json!({ "out-of-scope": 1 }));
    assert_eq!(
        found["ranges"],
        json!([{ "range": ["out-of-scope", "prohibited"], "use_cases": 1 }])
    );
    assert_eq!(found["tags"], json!({ "a": 2, "b": 1 }));
    assert_eq!(found["status"], json!({ "not-begun": 2 }));
}

#[test]
fn suggested_sectors_are_counted_apart() {
    let evaluator = Evaluator::new(catalog(), day());
    let suggested = Suggestions {
        sectors: vec![Suggested {
            value: "energy_utilities",
            score: 0.9,
        }],
        areas: Vec::new(),
    };
    let mut portfolio = Portfolio::default();
    let answered = answering(&[
        ("scope.ai_system", &["yes"]),
        ("scope.exclusion", &[]),
        ("organisation.sectors", &["insurance"]),
    ]);
    for use_case in [&answering(&[]), &answered] {
        portfolio.add(use_case, &evaluator.entry(use_case), Some(&suggested));
    }
    let record = portfolio.record(catalog());
    assert_eq!(Vec::from_iter(record.sectors), [("insurance", 1)]);
    assert_eq!(
        Vec::from_iter(record.suggested_sectors),
        [("energy_utilities", 1)]
    );
}

#[test]
fn the_best_question_of_one_use_case_is_that_of_its_ranking() {
    let mut compared = 0;
    for use_case in golden() {
        let mut best = NextBest::new(catalog(), day());
        best.add(&use_case);
        let ranking = best.ranking();
        let (answers, _) = use_case.answers(catalog());
        let ranked = rank_open_facts(catalog(), &answers, day());
        let mut arising: Vec<u16> = ranked
            .iter()
            .filter(|open| open.arises)
            .map(|open| open.fact)
            .collect();
        let first = arising.first().copied();
        let mut found: Vec<u16> = ranking.iter().map(|best| best.fact).collect();
        // Only among those that narrow the range is the order the same: beyond it rules decide.
        if let Some(best) = ranking.first().filter(|best| best.narrowing > 0) {
            let equal = ranking.iter().filter(|other| other.narrowing == best.narrowing);
            assert!(
                equal.map(|best| best.fact).any(|fact| Some(fact) == first),
                "{}",
                use_case.id
            );
            compared += 1;
        }
        arising.sort_unstable();
        found.sort_unstable();
        assert_eq!(found, arising, "{}", use_case.id);
    }
    assert!(compared > 5, "{compared}");
}

#[test]
fn what_many_use_cases_wait_for_is_summed() {
    let (mut one, mut many) = (NextBest::new(catalog(), day()), NextBest::new(catalog(), day()));
    let settled = answering(&[("scope.ai_system", &["no"])]);
    one.add(&answering(&[]));
    for _ in 0..7 {
        many.add(&answering(&[]));
    }
    many.add(&settled);
    let (one, many) = (one.ranking(), many.ranking());
    assert_eq!(many[0].fact, one[0].fact);
    assert_eq!((many[0].use_cases, many[0].narrowing), (7, one[0].narrowing * 7));
    assert_eq!(catalog().facts[usize::from(many[0].fact)].id, "scope.ai_system");
}
