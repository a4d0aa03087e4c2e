//! Every case has the outcome that its source gives.

use std::collections::BTreeSet;

use aims_readiness::catalog::builtin;

use crate::case::cases;

#[test]
fn every_case_has_the_outcome_its_source_gives() {
    let failed: Vec<String> = cases()
        .iter()
        .filter_map(|case| {
            let differences = case.differences(builtin());
            let list = differences.join("\n    expected ");
            (!differences.is_empty()).then(|| format!("{}: {}\n    expected {list}", case.id, case.text))
        })
        .collect();
    let all = cases().len();
    assert!(
        failed.is_empty(),
        "{} of {all} cases fail:\n{}",
        failed.len(),
        failed.join("\n")
    );
}

#[test]
fn cases_are_many_and_tell_what_they_are() {
    let ids: BTreeSet<&str> = cases().iter().map(|case| case.id.as_str()).collect();
    assert_eq!(ids.len(), cases().len(), "case ids are unique");
    assert!(cases().len() >= 400, "{} cases", cases().len());
    for case in cases() {
        let told = case.text.len() > 20 && case.source.len() > 3;
        assert!(told, "{}: say what it is and where it comes from", case.id);
    }
}
