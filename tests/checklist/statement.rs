//! The draft Statement of Applicability: every control, a reason for each, and nothing left out by accident.

use std::collections::BTreeSet;

use aims_readiness::catalog::{Applicability, ItemKind, builtin};
use aims_readiness::engine::{Status, Work};
use aims_readiness::export::{SoaRow, soa_record};

use crate::case::{Case, item, item_index, line};
use crate::uses::{CV_RANKING, DEEP_FAKES, MANIPULATION, TIERS, plain};
use crate::words::WORDS;

/// The statement of a case, with the same recorded about every control.
fn rows(case: &Case, work: &Work) -> Vec<SoaRow> {
    soa_record(builtin(), &case.result(), &case.list(), |_| work, &WORDS).rows
}

/// A record with a status and a reason.
fn work(status: Status, reason: &str) -> Work {
    Work {
        status,
        reason: reason.to_owned(),
        ..Work::default()
    }
}

/// Cases of every tier and role.
fn cases() -> Vec<Case> {
    let roles = [
        "organisation.roles provider",
        "organisation.roles deployer; organisation.off_the_shelf no",
        "organisation.roles deployer; organisation.off_the_shelf yes",
        "organisation.roles -",
    ];
    let sectors = "organisation.sectors healthcare public_sector; use.traits generative";
    let tiers = TIERS.iter().map(|(_, answers)| *answers);
    tiers
        .flat_map(|answers| roles.map(|role| plain("-").but(answers).but(role).but(sectors)))
        .collect()
}

#[test]
fn there_is_a_row_for_each_control_in_order() {
    let wanted: Vec<&str> = builtin()
        .items
        .iter()
        .filter(|item| item.kind == ItemKind::Control)
        .map(|item| item.id)
        .collect();
    assert_eq!(wanted.len(), 38);
    for case in cases() {
        let rows = rows(&case, &Work::default());
        let ids: Vec<&str> = rows.iter().map(|row| row.control_id).collect();
        assert_eq!(ids, wanted);
        for row in rows {
            assert_eq!(row.source, "annex_a");
            assert_eq!(
                row.title,
                builtin().items[usize::from(item_index(row.control_id))].title
            );
            for text in [&row.owner, &row.evidence_expected, &row.justification] {
                assert!(!text.trim().is_empty(), "{}", row.control_id);
            }
        }
    }
}

#[test]
fn a_prohibited_use_has_no_statement() {
    assert!(rows(&plain("deployer").but(MANIPULATION), &Work::default()).is_empty());
}

#[test]
fn applicable_is_no_only_where_that_is_allowed_and_always_with_a_reason() {
    let (mut out, mut kept) = (0, 0);
    for case in cases() {
        let list = case.list();
        for reason in ["", "  \n", "We build nothing ourselves."] {
            for row in rows(&case, &work(Status::NotApplicable, reason)) {
                let line = line(&list, row.control_id).unwrap();
                if line.applicability == Applicability::Applicable {
                    assert_eq!(row.applicable, "yes", "{} cannot be left out", row.control_id);
                    assert_eq!(row.exclusion_reason, None);
                    assert!(!row.inclusion_reasons.is_empty());
                    kept += 1;
                    continue;
                }
                assert_eq!(row.applicable, "no", "{}", row.control_id);
                assert_eq!(row.inclusion_reasons, Vec::<&str>::new());
                let wanted = if line.applicability == Applicability::Excludable {
                    "not_in_role"
                } else {
                    "not_needed_by_risk"
                };
                assert_eq!(row.exclusion_reason, Some(wanted));
                let own = WORDS.item(row.control_id, "excluded").unwrap();
                let said = if reason.trim().is_empty() { own } else { reason };
                assert_eq!(row.justification, said, "{}", row.control_id);
                assert!(!row.justification.trim().is_empty(), "{}", row.control_id);
                out += 1;
            }
        }
    }
    assert!(out > 300 && kept > 1000, "{out} left out, {kept} kept");
}

#[test]
fn no_status_but_not_applicable_leaves_a_control_out() {
    for case in cases() {
        let list = case.list();
        for status in Status::ALL {
            for row in rows(&case, &work(status, "")) {
                let applicability = line(&list, row.control_id).unwrap().applicability;
                let wanted = match (applicability, status) {
                    (Applicability::Applicable, _) => "yes",
                    (_, Status::NotStarted) => "decide",
                    (_, Status::NotApplicable) => "no",
                    _ => "yes",
                };
                assert_eq!(row.applicable, wanted, "{} {}", row.control_id, status.id());
                assert_eq!(
                    row.exclusion_reason.is_some(),
                    wanted == "no",
                    "{}",
                    row.control_id
                );
                assert_eq!(
                    row.inclusion_reasons.is_empty(),
                    wanted != "yes",
                    "{}",
                    row.control_id
                );
            }
        }
    }
}

#[test]
fn undecided_controls_say_that_they_wait_for_a_decision() {
    let user = plain("deployer").but("organisation.off_the_shelf yes");
    let configured = plain("deployer").but("organisation.off_the_shelf no");
    let (mut conditional, mut excludable) = (0, 0);
    for case in [user, configured] {
        let list = case.list();
        for row in rows(&case, &Work::default()) {
            let applicability = line(&list, row.control_id).unwrap().applicability;
            let decide = row.justification.contains("Decide, and record why");
            let out = row.justification.contains("leave it out, with a reason");
            assert_eq!(
                decide,
                applicability == Applicability::Conditional,
                "{}",
                row.control_id
            );
            assert_eq!(
                out,
                applicability == Applicability::Excludable,
                "{}",
                row.control_id
            );
            let open = applicability != Applicability::Applicable;
            assert_eq!(row.applicable == "decide", open, "{}", row.control_id);
            conditional += usize::from(decide);
            excludable += usize::from(out);
        }
    }
    assert_eq!((conditional, excludable), (22, 9));
}

#[test]
fn what_is_recorded_about_a_control_is_in_its_row() {
    let work = Work {
        status: Status::Partial,
        owner: "Ada".to_owned(),
        due: "2027-03-31".parse().ok(),
        evidence: "wiki/42".to_owned(),
        ..Work::default()
    };
    let rows = rows(&plain("provider"), &work);
    for row in &rows {
        assert_eq!(
            (row.status, row.owner.as_str(), row.evidence.as_str()),
            ("partial", "Ada", "wiki/42")
        );
        assert_eq!(row.due_date.as_deref(), Some("2027-03-31"));
    }
    let blank = Work {
        owner: "  ".to_owned(),
        ..Work::default()
    };
    let roles: BTreeSet<String> = self::rows(&plain("provider"), &blank)
        .into_iter()
        .map(|row| row.owner)
        .collect();
    assert!(
        roles.len() > 5 && roles.iter().all(|role| !role.trim().is_empty()),
        "{roles:?}"
    );
}

#[test]
fn the_draft_names_its_version_and_is_approved_by_nobody() {
    let case = plain("provider");
    let none = Work::default();
    let record = soa_record(builtin(), &case.result(), &case.list(), |_| &none, &WORDS);
    assert_eq!(record.version, [builtin().id, "@", builtin().version].concat());
    assert_eq!(record.as_of, "2026-11-21");
    assert_eq!((record.approved_by, record.approved_on), (None, None));
}

#[test]
fn linked_duties_are_on_the_list() {
    let mut linked = 0;
    for case in cases() {
        let list = case.list();
        let ids: BTreeSet<&str> = list.lines.iter().map(|line| item(line).id).collect();
        for row in rows(&case, &Work::default()) {
            for duty in &row.linked_duties {
                assert!(ids.contains(duty), "{}: {duty}", row.control_id);
                linked += 1;
            }
            let legal = row.inclusion_reasons.contains(&"legal");
            let wanted = row.applicable == "yes" && !row.linked_duties.is_empty();
            assert_eq!(legal, wanted, "{}", row.control_id);
        }
    }
    assert!(linked > 1000, "{linked} links");
}

/// The duties linked to a control.
fn duties(case: &Case, control: &str) -> Vec<&'static str> {
    let rows = rows(case, &Work::default());
    let row = rows.into_iter().find(|row| row.control_id == control);
    row.unwrap().linked_duties
}

/// A control, and duties of a high-risk provider and deployer that rest on it.
const LINKED: [(&str, &str); 10] = [
    ("A.3.2", "act.14 act.17 act.26.2"),
    ("A.5.2", "act.9"),
    ("A.6.2.3", "act.11 act.17"),
    ("A.6.2.4", "act.9 act.15 act.17"),
    ("A.6.2.6", "act.15 act.17 act.20 act.26.5 act.72"),
    ("A.6.2.7", "act.11 act.13 act.18"),
    ("A.6.2.8", "act.12 act.26.6"),
    ("A.7.4", "act.10 act.26.4"),
    ("A.8.4", "act.20 act.26.5 act.73"),
    ("A.9.2", "act.4 act.14 act.26.1"),
];

#[test]
fn the_duties_that_rest_on_a_control_are_linked_to_it() {
    let both = plain("provider deployer").but(CV_RANKING);
    for (control, ids) in LINKED {
        let found = duties(&both, control);
        for id in ids.split(' ') {
            assert!(found.contains(&id), "{control}: {id}, found {found:?}");
        }
    }
    let told = duties(&plain("deployer").but(DEEP_FAKES), "A.8.2");
    assert!(told.contains(&"act.50.4.deepfake"), "{told:?}");
    let bank = plain("deployer").but("organisation.sectors financial_services");
    assert!(duties(&bank, "A.9.2").contains(&"sx-fin-07"));
    assert!(!duties(&plain("deployer"), "A.9.2").contains(&"sx-fin-07"));
}

#[test]
fn an_article_of_another_law_links_no_duty_of_the_act() {
    let both = plain("provider deployer").but(CV_RANKING);
    // Preparation of data is linked to Art 10 of the Act alone, and to Art 25 of the GDPR.
    assert_eq!(duties(&both, "A.7.6"), ["act.10"]);
    assert!(
        !duties(&both, "A.7.2").contains(&"act.9"),
        "Art 9 of the GDPR is about special categories"
    );
    assert!(
        !duties(&both, "A.8.5").contains(&"act.14"),
        "Art 14 of the GDPR is about information"
    );
}

#[test]
fn a_range_of_articles_links_the_duties_of_each() {
    let both = plain("provider deployer importer").but(CV_RANKING);
    // Art 47 to 49, and Art 22 to 24.
    for (control, id) in [
        ("A.6.2.5", "act.47"),
        ("A.6.2.5", "act.49.1"),
        ("A.10.2", "act.23"),
    ] {
        let found = duties(&both, control);
        assert!(found.contains(&id), "{control}: {id}, found {found:?}");
    }
}

#[test]
fn a_control_that_applies_never_has_the_status_not_applicable() {
    for row in rows(
        &plain("provider"),
        &work(Status::NotApplicable, "We do not want it."),
    ) {
        assert_eq!(row.applicable, "yes", "{}", row.control_id);
        assert_ne!(row.status, "not-applicable", "{}", row.control_id);
    }
}

#[test]
fn a_decision_for_a_control_is_justified_by_the_reason_recorded() {
    let user = plain("deployer").but("organisation.off_the_shelf yes");
    let rows = rows(&user, &work(Status::Planned, "We try it on our own letters."));
    let row = rows.iter().find(|row| row.control_id == "A.6.2.4").unwrap();
    assert_eq!(row.applicable, "yes");
    assert!(!row.justification.contains("Decide"), "{}", row.justification);
    assert!(
        row.justification.contains("We try it on our own letters."),
        "{}",
        row.justification
    );
}
