//! Filters, orders and windows.

use aims_readiness::catalog::Tier;
use aims_readiness::record::UseCase;
use aims_readiness::register::{Entry, Evaluator, NextBest, Order, Progress, Query, Sort, select, window};

use crate::entries::golden;
use crate::{answering, catalog, day};

fn entries(use_cases: &[UseCase]) -> Vec<Entry> {
    let evaluator = Evaluator::new(catalog(), day());
    use_cases
        .iter()
        .map(|use_case| evaluator.entry(use_case))
        .collect()
}

#[test]
fn each_filter_leaves_those_that_are_wanted() {
    let mut use_cases = golden();
    use_cases[3].archived = true;
    use_cases[4].tags.push("Bern".to_owned());
    let entries = entries(&use_cases);
    let sectors = &catalog().facts[usize::from(catalog().special.sectors)];
    let finance = sectors
        .values
        .iter()
        .position(|value| *value == "financial_services")
        .unwrap() as u32;
    let all = Query::default();
    let question = catalog()
        .facts
        .iter()
        .position(|fact| fact.id == "filter.task")
        .unwrap() as u16;
    let queries: [(Query, &dyn Fn(usize) -> bool); 8] = [
        (
            Query {
                open: Some(question),
                ..all.clone()
            },
            // A question that is open and surely arises is one that the next best question counts.
            &|place| {
                let mut best = NextBest::new(catalog(), day());
                best.add(&use_cases[place]);
                best.ranking().iter().any(|best| best.fact == question)
            },
        ),
        (all.clone(), &|_| true),
        (
            Query {
                tier: Some(Tier::High),
                ..all.clone()
            },
            &|place| (entries[place].range[0]..=entries[place].range[1]).contains(&Tier::High),
        ),
        (
            Query {
                sector: Some(finance),
                ..all.clone()
            },
            &|place| entries[place].sectors >> finance & 1 == 1,
        ),
        (
            Query {
                unsettled: true,
                ..all.clone()
            },
            &|place| !entries[place].settled(),
        ),
        (
            Query {
                archived: Some(true),
                ..all.clone()
            },
            &|place| place == 3,
        ),
        (
            Query {
                tag: Some("Bern".to_owned()),
                ..all.clone()
            },
            &|place| place == 4,
        ),
        (
            Query {
                progress: Some(Progress::Done),
                ..all.clone()
            },
            &|_| false,
        ),
    ];
    for (query, wanted) in queries {
        let expected: Vec<usize> = (0..use_cases.len()).filter(|place| wanted(*place)).collect();
        assert_eq!(
            select(&use_cases, &entries, &query, Order::default()),
            expected,
            "{query:?}"
        );
    }
    let none = Query {
        sector: Some(99),
        ..all
    };
    assert_eq!(select(&use_cases, &entries, &none, Order::default()), [0; 0]);
}

#[test]
fn words_are_found_in_every_text_and_any_case() {
    let mut use_cases = vec![answering(&[]), answering(&[]), answering(&[])];
    use_cases[0].name = "Straße und Ampel".to_owned();
    use_cases[1].description = "Traffic LIGHTS".to_owned();
    use_cases[1].tags = vec!["Road".to_owned()];
    use_cases[2].id = "road-3".to_owned();
    let entries = entries(&use_cases);
    for (text, expected) in [
        ("AMPEL straße", &[0][..]),
        ("road", &[1, 2]),
        ("road lights", &[1]),
        (" ", &[0, 1, 2]),
        ("zz", &[]),
    ] {
        let query = Query {
            text: text.to_owned(),
            ..Query::default()
        };
        assert_eq!(
            select(&use_cases, &entries, &query, Order::default()),
            expected,
            "{text}"
        );
    }
}

#[test]
fn orders_are_orders_and_equal_ones_stay() {
    let use_cases = golden();
    let entries = entries(&use_cases);
    let sorted =
        |by: Sort, reversed: bool| select(&use_cases, &entries, &Query::default(), Order { by, reversed });
    for by in [Sort::Register, Sort::Name, Sort::Tier, Sort::Deadline, Sort::Open] {
        for reversed in [false, true] {
            let mut places = sorted(by, reversed);
            let ordered = |pair: &[usize]| {
                let (one, other) = if reversed {
                    (pair[1], pair[0])
                } else {
                    (pair[0], pair[1])
                };
                let day = |place: usize| entries[place].deadline.as_ref().map(|found| found.day);
                match by {
                    Sort::Register => one < other,
                    Sort::Name => use_cases[one].name.to_lowercase() <= use_cases[other].name.to_lowercase(),
                    Sort::Tier => entries[one].range[1] <= entries[other].range[1],
                    Sort::Open => entries[one].open <= entries[other].open,
                    Sort::Deadline => match (day(pair[0]), day(pair[1])) {
                        (Some(_), Some(_)) => day(one) <= day(other),
                        (first, second) => first.is_some() || second.is_none(),
                    },
                }
            };
            assert!(places.windows(2).all(ordered), "{by:?} {reversed}");
            places.sort_unstable();
            assert!(places.into_iter().eq(0..use_cases.len()), "{by:?}");
        }
    }
}

#[test]
fn a_window_never_leaves_the_list() {
    let places = [5, 6, 7];
    for (offset, limit, expected) in [
        (0, 2, &[5, 6][..]),
        (2, 5, &[7]),
        (3, 1, &[]),
        (usize::MAX, usize::MAX, &[]),
        (1, 0, &[]),
    ] {
        assert_eq!(window(&places, offset, limit), expected);
    }
}
