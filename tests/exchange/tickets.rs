//! Tickets: each open line is one, and the list for policy and compliance has every line.

use std::collections::BTreeSet;

use crate::cases::{PROVIDER, all};

#[test]
fn each_open_line_is_a_ticket() {
    for case in all() {
        let rows = case.rows("jira.csv");
        assert_eq!(rows.len(), case.open().len(), "{}", case.name);
        let ids: BTreeSet<&str> = rows.iter().map(|row| row["External id"].as_str()).collect();
        assert_eq!(ids.len(), rows.len(), "{}", case.name);
        for row in &rows {
            assert!(!row["Summary"].is_empty() && row["Summary"].lines().count() == 1);
            assert_eq!(row["Issue Type"], "Task");
            assert!(["Highest", "High", "Medium", "Low"].contains(&row["Priority"].as_str()));
            assert!(row["Description"].contains("no legal advice"));
        }
    }
    let rows = PROVIDER.rows("jira.csv");
    assert!(
        rows.iter()
            .any(|row| row["Due date"] == "2027-03-01" && row["Assignee"] == "Ana Núñez")
    );
    assert!(
        rows.iter().any(|row| row["Due date"] == "2027-12-02"),
        "days of the law are due dates"
    );
}

#[test]
fn every_line_is_a_citation_with_its_document() {
    for case in all() {
        let rows = case.rows("servicenow.csv");
        let lines = &case.record.checklist.items;
        assert_eq!(rows.len(), lines.len(), "{}", case.name);
        let open: BTreeSet<&str> = case.open().into_iter().collect();
        for (line, row) in lines.iter().zip(&rows) {
            let document = row["authority_document"].as_str();
            match line.kind {
                "clause" | "control" => assert_eq!(document, "ISO/IEC 42001:2023"),
                "act" => assert_eq!(document, "EU AI Act"),
                _ => assert!(!document.is_empty()),
            }
            assert_eq!(
                row["action"].is_empty(),
                !open.contains(line.id),
                "{}: {}",
                case.name,
                line.id
            );
        }
    }
}
