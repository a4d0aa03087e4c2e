//! What the tier does: depth, the pack of transparency, the words, and the range that is still open.

use aims_readiness::catalog::{Applicability, ItemKind, Tier, builtin};
use aims_readiness::export::{LineRecord, checklist_record};

use crate::case::{Case, item, line};
use crate::uses::{CV_RANKING, DEEP_FAKES, MANIPULATION, PLAIN, TIERS, VEHICLE, plain};
use crate::words::WORDS;

/// Tier, depth of clauses and of controls that fit, and of the pack of transparency.
const DEPTHS: [(&str, &str, &str); 6] = [
    ("out-of-scope", "light", "light"),
    ("minimal", "light", "light"),
    ("limited", "light", "standard"),
    ("exempt", "standard", "standard"),
    ("high-sectoral", "full", "full"),
    ("high", "full", "full"),
];

#[test]
fn the_tier_sets_the_depth_and_never_leaves_a_clause_out() {
    for ((tier, answers), (named, depth, pack)) in TIERS.into_iter().zip(DEPTHS) {
        assert_eq!(tier, named);
        let list = plain("provider").but(answers).list();
        assert_eq!((list.tier.id(), list.settled), (tier, true));
        for (line, item) in list.with_items(builtin()) {
            let wanted = match item.kind {
                ItemKind::Act => "full",
                ItemKind::Control if ["A.6.2.4", "A.8.2", "A.8.5", "A.9.2", "A.10.3"].contains(&item.id) => {
                    pack
                }
                ItemKind::Clause | ItemKind::Control | ItemKind::Sector | ItemKind::Overlay => depth,
            };
            assert_eq!(line.depth.id(), wanted, "{tier}: {}", item.id);
            if item.kind == ItemKind::Clause {
                assert_eq!(
                    line.applicability,
                    Applicability::Applicable,
                    "{tier}: {}",
                    item.id
                );
            }
        }
        let clauses = list.lines.iter().map(item);
        assert_eq!(
            clauses.filter(|item| item.kind == ItemKind::Clause).count(),
            32,
            "{tier}"
        );
    }
}

/// The controls of a deployer at a tier whose applicability depends on a decision.
fn undecided(answers: &str) -> usize {
    let list = plain("deployer")
        .but("organisation.off_the_shelf no")
        .but(answers)
        .list();
    let undecided = list
        .lines
        .iter()
        .filter(|line| line.applicability != Applicability::Applicable);
    undecided
        .filter(|line| item(line).kind == ItemKind::Control)
        .count()
}

#[test]
fn high_risk_switches_on_what_depends_on_the_role() {
    assert_eq!(undecided(CV_RANKING), 0);
    assert_eq!(undecided(VEHICLE), 0);
    for (tier, answers) in &TIERS[1..4] {
        assert_eq!(undecided(answers), 15, "{tier}");
    }
}

/// The lines of a case, in words.
fn records(case: &Case) -> Vec<LineRecord> {
    checklist_record(builtin(), &case.result(), &case.list(), &WORDS).items
}

#[test]
fn each_control_says_something_else_at_high_limited_and_minimal() {
    let [minimal, limited, high] =
        ["", DEEP_FAKES, CV_RANKING].map(|answers| records(&plain("provider").but(answers)));
    let text = |records: &[LineRecord], id: &str| {
        let record = records.iter().find(|record| record.id == id).unwrap();
        let text = record.at_this_depth.clone();
        text.unwrap_or_else(|| panic!("{id} says nothing"))
    };
    let mut controls = 0;
    for record in high.iter().filter(|record| record.kind == "control") {
        let all = [&minimal, &limited, &high].map(|records| text(records, record.id));
        let [low, middle, top] = &all;
        assert!(
            low != middle && middle != top && low != top,
            "{}: {all:?}",
            record.id
        );
        controls += 1;
    }
    assert_eq!(controls, 38);
    // Clauses of which the tasks depend on the tier.
    for id in [
        "4.1", "4.3", "5.1", "6.1.1", "6.1.2", "6.1.3", "6.1.4", "6.2", "7.2", "8.1", "8.4", "9.1", "9.2.2",
        "9.3.1", "10.2",
    ] {
        assert_ne!(text(&high, id), text(&minimal, id), "{id}");
    }
}

#[test]
fn tiers_between_speak_the_words_of_the_nearest() {
    let words = |answers: &str| -> Vec<Option<String>> {
        let records = records(&plain("provider").but(answers));
        let standing = records
            .into_iter()
            .filter(|record| matches!(record.kind, "clause" | "control"));
        standing.map(|record| record.at_this_depth).collect()
    };
    assert_eq!(words(TIERS[0].1), words(TIERS[1].1), "out of scope as minimal");
    assert_eq!(words(TIERS[3].1), words(TIERS[2].1), "exempt as limited");
    assert_eq!(words(TIERS[4].1), words(TIERS[5].1), "by product law as high");
}

/// Controls with a note for a provider (P), a deployer (D) or a user (U).
const ROLE_NOTES: &str = "A.2.2 PDU; A.2.3 PD; A.3.2 PDU; A.4.2 DU; A.4.3 D; A.4.4 DU; A.4.5 DU; A.4.6 PD; A.5.2 D; \
    A.5.4 PD; A.5.5 PDU; A.6.1.2 U; A.6.1.3 D; A.6.2.2 DU; A.6.2.3 U; A.6.2.4 DU; A.6.2.5 PD; A.6.2.6 D; A.6.2.7 D; \
    A.6.2.8 D; A.7.2 PD; A.7.3 P; A.7.4 D; A.7.5 P; A.7.6 P; A.8.2 PDU; A.8.3 U; A.8.4 PD; A.8.5 PDU; A.9.4 P; \
    A.10.3 U; 4.1 PD; 4.3 D; 5.1 D; 6.1.2 PDU; 6.1.3 U; 6.1.4 PD; 7.2 P; 8.1 P; 8.4 PD; 9.1 D";

#[test]
fn each_role_gets_the_notes_meant_for_it_and_no_other() {
    let kinds = [
        ('P', "provider", "organisation.roles provider"),
        (
            'D',
            "deployer",
            "organisation.roles deployer; organisation.off_the_shelf no",
        ),
        (
            'U',
            "user",
            "organisation.roles deployer; organisation.off_the_shelf yes",
        ),
    ];
    for (letter, part, role) in kinds {
        let records = records(&Case::of(PLAIN).but(role).but("organisation.size large"));
        for (id, letters) in ROLE_NOTES.split("; ").filter_map(|row| row.split_once(' ')) {
            let record = records.iter().find(|record| record.id == id).unwrap();
            if letters.contains(letter) {
                assert_eq!(record.notes.len(), 1, "{part}: {id}");
            }
            let own = WORDS.item(id, part).map(str::to_owned);
            assert_eq!(record.notes, own.into_iter().collect::<Vec<_>>(), "{part}: {id}");
        }
    }
}

#[test]
fn small_organisations_get_notes_of_their_own() {
    let small = records(&plain("provider").but("organisation.size small"));
    for size in ["medium", "midcap", "large", "-", "unknown"] {
        let larger = records(&plain("provider").but(&["organisation.size ", size].concat()));
        for id in [
            "4.1", "4.3", "5.1", "6.1.1", "6.1.2", "6.1.3", "6.1.4", "6.2", "7.2", "8.1", "9.1", "9.2.1",
        ] {
            let notes = |records: &[LineRecord]| {
                let record = records.iter().find(|record| record.id == id).unwrap();
                record.notes.len()
            };
            assert_eq!(notes(&small), notes(&larger) + 1, "{size}: {id}");
        }
    }
}

#[test]
fn a_prohibited_use_gets_the_steps_to_stop_it_in_order() {
    let list = plain("deployer").but(MANIPULATION).list();
    let places: Vec<&str> = list.lines.iter().map(|line| item(line).reference).collect();
    // Freeze, confirm, withdraw, tell, correct, close the gap, report, and classify the redesign again.
    let wanted = [
        "Art 5",
        "Art 5",
        "Art 5",
        "A.8.4",
        "10.2",
        "6.1.1, A.2.2, A.9.4",
        "5.1",
        "Art 5, 6",
    ];
    assert_eq!(places, wanted);
    for line in &list.lines {
        assert_eq!(
            (line.reason.code(), line.depth.id(), line.priority),
            ("stop", "full", 1)
        );
        assert_eq!(line.due.map(|due| due.to_string()).as_deref(), Some("2025-02-02"));
    }
}

#[test]
fn while_the_tier_is_open_the_list_is_for_the_highest_but_never_the_stop_list() {
    let open = Case::of("scope.ai_system yes; scope.exclusion none; organisation.roles provider");
    assert_eq!(open.result().highest, Tier::Prohibited);
    let list = open.list();
    assert_eq!((list.tier, list.settled), (Tier::High, false));
    assert!(line(&list, "act.9").is_some() && line(&list, "stop.1").is_none());
    // Nothing above limited is possible.
    let limited = plain("provider").but("transparency.screen interacts");
    assert_eq!(limited.result().lowest, Tier::Minimal);
    let list = limited.list();
    assert_eq!((list.tier, list.settled), (Tier::Limited, false));
}
