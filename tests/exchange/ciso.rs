//! CISO Assistant: columns, one row for each node of its outline, and a library that fits together.

use std::collections::BTreeSet;

use aims_readiness::engine::{Status, Work};
use aims_readiness::record::WorkRecord;

use crate::Case;
use crate::cases::{DEPLOYER, PROHIBITED, PROVIDER, all};

fn header(case: &Case, name: &str) -> String {
    case.text(name).lines().next().unwrap().to_owned()
}

#[test]
fn the_columns_are_those_of_the_imports() {
    assert_eq!(
        header(&PROVIDER, "ciso-assessment.csv"),
        "urn,assessable,ref_id,name,description,compliance_result,requirement_progress,score,observations"
    );
    assert!(
        header(&PROVIDER, "ciso-actions.csv")
            .starts_with("ref_id,name,description,status,category,priority,")
    );
}

#[test]
fn each_node_of_the_outline_has_one_row() {
    let rows = PROVIDER.rows("ciso-assessment.csv");
    let urns: BTreeSet<&str> = rows.iter().map(|row| row["urn"].as_str()).collect();
    assert_eq!(urns.len(), rows.len());
    for urn in ["a.6.2.8", "4.1", "6.1", "9.2.2", "7.5.3", "10.2", "a.10.4"] {
        let urn = format!("urn:intuitem:risk:req_node:iso42001-2023:{urn}");
        assert!(urns.contains(urn.as_str()), "no {urn}");
    }
    assert!(
        !urns.iter().any(|urn| urn.ends_with(":6.1.2")),
        "its outline has no such node"
    );
    let lines = &PROVIDER.record.checklist.items;
    let of_standard = lines
        .iter()
        .filter(|line| line.kind == "clause" || line.kind == "control");
    assert_eq!(rows.len(), of_standard.count() - 3, "four clauses are one node");
    for row in &rows {
        assert_eq!((row["assessable"].as_str(), row["score"].as_str()), ("true", ""));
        assert!(!row["name"].is_empty() && !row["description"].is_empty());
    }
    assert!(PROHIBITED.rows("ciso-assessment.csv").is_empty());
}

#[test]
fn a_merged_node_has_the_worst_status_and_all_notes() {
    let statuses = [
        (
            [
                Status::Verified,
                Status::Implemented,
                Status::Verified,
                Status::Verified,
            ],
            "compliant",
        ),
        (
            [
                Status::Verified,
                Status::Partial,
                Status::Verified,
                Status::Verified,
            ],
            "partially_compliant",
        ),
        (
            [
                Status::Verified,
                Status::Partial,
                Status::Planned,
                Status::Verified,
            ],
            "non_compliant",
        ),
    ];
    for (statuses, expected) in statuses {
        let mut case = DEPLOYER.record.use_case.clone();
        for (status, number) in statuses.into_iter().zip(1..) {
            let work = Work {
                status,
                note: format!("Note of part {number}"),
                ..Work::default()
            };
            case.work.insert(format!("6.1.{number}"), WorkRecord(work));
        }
        let rows = Case::of("merged", case).rows("ciso-assessment.csv");
        let row = rows.iter().find(|row| row["ref_id"] == "6.1").unwrap();
        assert_eq!(row["compliance_result"], expected);
        for number in 1..=4 {
            assert!(
                row["observations"].contains(&format!("Note of part {number}")),
                "{}",
                row["observations"]
            );
            assert!(
                row["observations"].contains(&format!("6.1.{number} ")),
                "{}",
                row["observations"]
            );
        }
    }
}

#[test]
fn each_open_line_is_an_action() {
    for case in all() {
        let rows = case.rows("ciso-actions.csv");
        assert_eq!(rows.len(), case.open().len(), "{}", case.name);
        for row in &rows {
            assert!(["to_do", "in_progress"].contains(&row["status"].as_str()));
            assert!(["1", "2", "3"].contains(&row["priority"].as_str()));
            assert!(["", "XS", "S", "M", "L", "XL"].contains(&row["effort"].as_str()));
            assert!(row["eta"].is_empty() || row["eta"].len() == 10, "{}", row["eta"]);
        }
    }
    let rows = PROVIDER.rows("ciso-actions.csv");
    assert!(rows.iter().any(|row| row["owner"] == "ben@example.org"));
    assert!(
        rows.iter().all(|row| row["owner"] != "Ana Núñez"),
        "a name is no user"
    );
    assert!(rows.iter().any(|row| row["observation"].contains("Ana Núñez")));
}

#[test]
fn the_library_has_every_item_under_its_heading() {
    for case in all() {
        let library = case.text("ciso-library.yaml");
        let values = |key: &str| -> Vec<String> {
            let head = format!("{key}: \"");
            let lines = library
                .lines()
                .map(|line| line.trim_start().trim_start_matches("- "));
            let lines = lines.filter_map(|line| line.strip_prefix(&head)?.strip_suffix('"'));
            lines.map(str::to_owned).collect()
        };
        let urns = values("urn");
        let known: BTreeSet<&String> = urns.iter().collect();
        assert_eq!(known.len(), urns.len(), "{}: a name twice", case.name);
        let parents = values("parent_urn");
        assert_eq!(parents.len(), case.catalog.items.len(), "{}", case.name);
        assert!(
            parents.iter().all(|parent| known.contains(parent)),
            "{}",
            case.name
        );
        let refs: BTreeSet<String> = values("ref_id").into_iter().collect();
        for line in &case.record.checklist.items {
            assert!(refs.contains(line.id), "{}: no {}", case.name, line.id);
        }
    }
}
