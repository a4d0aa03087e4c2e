//! What certificates save, node by node and on the whole.

use std::collections::BTreeMap;

use aims_readiness::catalog::{Item, ItemKind, builtin};

use crate::case::{Case, item, line};
use crate::uses::plain;

/// Percent of the set-up effort that a running ISO/IEC 27001 saves.
const ISO27001: &str = "4.1 50; 4.2 50; 4.3 40; 4.4 85; 5.1 70; 5.2 40; 5.3 60; 6.1.1 45; 6.1.2 45; 6.1.3 55; 6.1.4 10; 6.2 \
    60; 6.3 90; 7.1 70; 7.2 50; 7.3 65; 7.4 80; 7.5.1 80; 7.5.2 95; 7.5.3 90; 8.1 55; 8.2 45; 8.3 50; \
    8.4 10; 9.1 50; 9.2.1 70; 9.2.2 85; 9.3.1 90; 9.3.2 75; 9.3.3 90; 10.1 90; 10.2 80; A.2.2 40; A.2.3 \
    40; A.2.4 85; A.3.2 50; A.3.3 40; A.4.2 40; A.4.3 35; A.4.4 45; A.4.5 55; A.4.6 45; A.5.2 15; A.5.3 \
    30; A.5.4 15; A.5.5 0; A.6.1.2 15; A.6.1.3 45; A.6.2.2 35; A.6.2.3 35; A.6.2.4 30; A.6.2.5 55; \
    A.6.2.6 45; A.6.2.7 35; A.6.2.8 65; A.7.2 30; A.7.3 30; A.7.4 10; A.7.5 25; A.7.6 20; A.8.2 10; \
    A.8.3 30; A.8.4 55; A.8.5 35; A.9.2 40; A.9.3 25; A.9.4 35; A.10.2 55; A.10.3 60; A.10.4 30";

/// Percent that a certificate saves on an item.
fn saved(item: &Item, certificate: &str) -> u8 {
    let saved = item.reuse.iter().find(|entry| entry.id == certificate);
    saved.map_or(0, |entry| entry.percent)
}

/// Ids and percents of what a certificate saves, of the items of one kind that it saves something on.
fn saves(certificate: &str, kind: ItemKind) -> BTreeMap<&'static str, u8> {
    let items = builtin().items.iter().filter(|item| item.kind == kind);
    let saves = items.map(|item| (item.id, saved(item, certificate)));
    saves.filter(|(_, percent)| *percent > 0).collect()
}

#[test]
fn iso_27001_saves_on_each_node_what_the_table_says() {
    let case = plain("provider").but("organisation.size small; organisation.certificates iso27001");
    let list = case.list();
    let rows: Vec<(&str, &str)> = ISO27001
        .split("; ")
        .filter_map(|row| row.split_once(' '))
        .collect();
    assert_eq!(rows.len(), 70);
    for (id, percent) in rows {
        let found = line(&list, id).unwrap();
        assert_eq!(found.reuse.to_string(), percent, "{id}");
    }
    let elsewhere = list
        .lines
        .iter()
        .filter(|line| !matches!(item(line).kind, ItemKind::Clause | ItemKind::Control));
    for line in elsewhere {
        assert_eq!(line.reuse, 0, "{}: no certificate does a duty", item(line).id);
    }
}

/// Share of the effort that ISO/IEC 27001 saves over some items, in percent, for a size, half way between
/// low and high days.
fn share(of: impl Fn(&Item) -> bool, size: usize) -> f64 {
    let (mut days, mut less) = (0.0, 0.0);
    for item in builtin().items.iter().filter(|item| of(item)) {
        let effort = item.effort.map_or([0, 0], |effort| effort.half_days[size]);
        let own = f64::from(effort[0] + effort[1]);
        days += own;
        less += own * f64::from(saved(item, "iso27001"));
    }
    less / days
}

#[test]
fn iso_27001_saves_the_share_of_work_known() {
    let clause = |item: &Item| item.kind == ItemKind::Clause;
    let control = |item: &Item| item.kind == ItemKind::Control;
    // The figures are those of all sizes together; the clauses of small ones save a little more.
    for (size, most) in [(0, 1.5), (1, 1.0), (2, 1.5)] {
        for (what, found, wanted) in [
            ("clauses", share(clause, size), 53.0),
            ("controls", share(control, size), 36.0),
            ("both", share(|item| clause(item) || control(item), size), 41.0),
        ] {
            let off = (found - wanted).abs();
            assert!(off <= most, "{what}, size {size}: {found:.1} for {wanted}");
        }
    }
}

/// Checks that a certificate saves between two percents wherever it saves on items of a kind.
fn between(certificate: &str, kind: ItemKind, [low, high]: [u8; 2]) {
    for (id, percent) in saves(certificate, kind) {
        assert!(
            (low..=high).contains(&percent),
            "{certificate} saves {percent} % on {id}"
        );
    }
}

#[test]
fn iso_9001_saves_half_of_the_mechanics_and_nothing_on_risk_treatment_and_impact() {
    between("iso9001", ItemKind::Clause, [50, 60]);
    let clauses = saves("iso9001", ItemKind::Clause);
    let known: Vec<&str> = builtin()
        .items
        .iter()
        .filter(|item| item.kind == ItemKind::Clause)
        .map(|item| item.id)
        .filter(|id| !clauses.contains_key(id))
        .collect();
    assert_eq!(known, ["6.1.2", "6.1.3", "6.1.4", "8.2", "8.3", "8.4"]);
    let controls = saves("iso9001", ItemKind::Control);
    for id in ["A.6.1.3", "A.6.2.2", "A.6.2.3", "A.6.2.4", "A.10.3"] {
        assert!(controls.contains_key(id), "design and supplier control help {id}");
    }
    for id in ["A.5.2", "A.5.3", "A.5.4", "A.5.5"] {
        assert!(!controls.contains_key(id), "{id} is about impact");
    }
}

#[test]
fn iso_27701_helps_where_personal_data_are_assessed() {
    let controls = saves("iso27701", ItemKind::Control);
    for id in ["A.5.4", "A.7.3", "A.8.2"] {
        assert!(controls[id] >= 30, "{id}: {}", controls[id]);
    }
    assert!(!controls.contains_key("A.5.5"), "other impacts are new");
}

#[test]
fn iso_13485_saves_most_of_the_life_cycle_and_of_incidents() {
    let controls = saves("iso13485", ItemKind::Control);
    let life = builtin()
        .items
        .iter()
        .filter(|item| item.group == "A.6" || item.id == "A.8.4");
    for item in life {
        let percent = controls[item.id];
        assert!((60..=70).contains(&percent), "{}: {percent} %", item.id);
    }
    for id in ["A.5.4", "A.5.5", "A.7.2", "A.7.4", "A.7.6"] {
        assert!(
            !controls.contains_key(id),
            "{id}: rights, society and data are new"
        );
    }
}

#[test]
fn soc_2_saves_a_quarter_of_some_controls_and_no_audit_or_review() {
    between("soc2", ItemKind::Control, [20, 30]);
    between("soc2", ItemKind::Clause, [20, 30]);
    let controls = saves("soc2", ItemKind::Control);
    for id in ["A.6.2.6", "A.6.2.8", "A.10.3"] {
        assert!(
            controls.contains_key(id),
            "monitoring, logs and suppliers help {id}"
        );
    }
    for id in saves("soc2", ItemKind::Clause).keys() {
        let management = ["9.2", "9.3", "10."].iter().any(|head| id.starts_with(head));
        assert!(!management, "{id}");
    }
}

#[test]
fn iso_22301_saves_a_third_of_the_mechanics() {
    between("iso22301", ItemKind::Clause, [30, 40]);
    let clauses = saves("iso22301", ItemKind::Clause);
    for id in ["4.1", "5.1", "7.5.3", "9.2.1", "9.3.1", "10.2"] {
        assert!(clauses.contains_key(id), "{id}");
    }
    for id in ["6.1.3", "6.1.4", "8.4"] {
        assert!(!clauses.contains_key(id), "{id}");
    }
}

/// What the lines of a list save, by certificates held.
fn reuse(certificates: &str) -> Vec<u8> {
    let held = ["organisation.certificates ", certificates].concat();
    let list = plain("provider").but("organisation.size large").but(&held).list();
    list.lines.iter().map(|line| line.reuse).collect()
}

#[test]
fn without_a_certificate_nothing_is_saved() {
    for certificates in ["none", "-", "unknown"] {
        assert!(
            reuse(certificates).iter().all(|percent| *percent == 0),
            "{certificates}"
        );
    }
}

#[test]
fn of_several_certificates_the_best_counts() {
    let all = ["iso27001", "iso9001", "iso27701", "iso13485", "soc2", "iso22301"];
    let mut best = vec![0; reuse("none").len()];
    for certificate in all {
        for (best, own) in best.iter_mut().zip(reuse(certificate)) {
            *best = own.max(*best);
        }
    }
    assert_eq!(reuse(&all.join(" ")), best);
    assert_ne!(reuse("iso27001"), best, "more certificates save more");
}

#[test]
fn what_is_saved_is_taken_off_the_days_and_rounded_up() {
    let held = "organisation.size small; organisation.certificates iso27001";
    let list = plain("provider").but(held).list();
    // Two to four days less 40 %; half a day to one day less 85 %; one to three days of which nothing is saved.
    for (id, wanted) in [("A.2.2", [3, 5]), ("A.2.4", [1, 1]), ("A.5.5", [2, 6])] {
        assert_eq!(line(&list, id).unwrap().half_days_left(), Some(wanted), "{id}");
    }
    let unsized_list = Case::of("organisation.certificates iso27001").list();
    assert_eq!(line(&unsized_list, "A.2.2").unwrap().half_days_left(), None);
}
