//! What each item of a sector makes concrete: the reverse index, from clauses and controls to items.

use std::collections::{BTreeMap, BTreeSet};

use aims_readiness::catalog::{Item, ItemKind, builtin};

/// A clause or control, and the items of sectors that make it concrete.
const REVERSE: [&str; 52] = [
    "4.1 FIN-01 HEA-01 TEC-01 PRO-06",
    "4.2 MAN-02 PRO-07 SME-06",
    "4.3 FIN-01 HEA-01 SME-03 SME-08",
    "4.4 HEA-02 TEC-03",
    "5.1 TEL-02",
    "5.3 FIN-10 SME-02",
    "6.1.1 INS-03",
    "6.1.2 HEA-02 TEL-02",
    "6.1.3 SME-04",
    "6.1.4 FIN-06 PUB-01",
    "6.3 HEA-04",
    "7.2 HEA-11 EDU-09 PRO-03",
    "7.3 EDU-09",
    "7.4 HR-02",
    "7.5.3 PUB-10 HR-05",
    "8.4 RET-04",
    "9.1 FIN-02 FIN-10",
    "9.2.2 SME-02",
    "10.2 HEA-06 MED-06",
    "A.2.2 INS-07 MED-06 SME-01",
    "A.3.2 FIN-10 INS-03 PRO-03 SME-02",
    "A.4.2 PUB-05 TEL-08 TEL-09 TEC-09 SME-03",
    "A.4.4 HEA-03 TEC-09",
    "A.4.5 FIN-04 TEL-04 TEL-10 MAN-06",
    "A.5.2 FIN-01 FIN-06 INS-01 INS-02 PUB-01 PUB-05 PUB-06 HR-01 EDU-01 TEL-01 RET-08 MAN-08 PRO-08 \
     MED-05",
    "A.5.3 PUB-01",
    "A.5.4 FIN-06 FIN-11 INS-04 HEA-05 HEA-08 PUB-09 HR-04 HR-10 EDU-05 EDU-06 RET-05 RET-06 MAN-04 \
     TEC-05 MED-04 MED-07",
    "A.5.5 PUB-09 TEL-10 RET-04",
    "A.6.1.2 EDU-06",
    "A.6.1.3 FIN-03 HEA-02 TEL-05 MAN-03 MAN-09 TEC-03",
    "A.6.2.2 HEA-01 TEL-01 MAN-01 TEC-11",
    "A.6.2.3 HEA-03 TEL-04 MAN-03 TEC-07 PRO-05",
    "A.6.2.4 FIN-02 FIN-08 INS-05 HEA-03 HEA-05 HEA-08 HEA-10 PUB-05 PUB-08 HR-03 HR-05 HR-07 EDU-05 \
     EDU-07 MAN-01 MAN-04 MAN-07 MAN-09 TEC-04 TEC-05 TEC-06 TEC-11 PRO-03 MED-08 MED-09",
    "A.6.2.5 HEA-04 TEL-06",
    "A.6.2.6 FIN-02 FIN-05 HEA-04 HEA-06 HR-07 EDU-04 TEL-06 RET-03 MAN-05 MAN-07 TEC-06",
    "A.6.2.7 HEA-09 RET-09 TEC-02 SME-05 SME-06",
    "A.6.2.8 FIN-08 FIN-09 INS-02 HEA-10 PUB-10 TEL-09 RET-07 MAN-01 TEC-07 MED-02",
    "A.7.2 FIN-09 INS-02 PRO-05",
    "A.7.3 HEA-07 HR-09 EDU-03 TEL-07 RET-08 MAN-10 TEC-02 TEC-10 PRO-01 MED-03 MED-04",
    "A.7.4 FIN-03 INS-05 HEA-05",
    "A.7.5 MED-02",
    "A.7.6 FIN-09 HEA-07 RET-07",
    "A.8.2 FIN-03 FIN-07 INS-06 HEA-09 PUB-03 PUB-06 PUB-07 PUB-08 HR-03 HR-04 HR-06 HR-10 EDU-03 \
     EDU-07 EDU-08 RET-01 RET-02 RET-03 RET-05 TEC-04 TEC-08 PRO-04 MED-01 MED-07",
    "A.8.3 RET-03 MED-09",
    "A.8.4 FIN-05 HEA-06 TEL-03 RET-09 MAN-05",
    "A.8.5 PUB-02 PUB-03 HR-02 RET-02 MAN-02 MAN-08 TEC-02 TEC-10 MED-05",
    "A.9.2 FIN-07 FIN-08 FIN-11 INS-06 HEA-11 PUB-05 PUB-07 HR-08 HR-09 EDU-04 EDU-08 TEL-05 RET-06 \
     PRO-01 PRO-02 MED-01 MED-06",
    "A.9.3 INS-02 HEA-11 HR-08 PRO-02",
    "A.9.4 FIN-01 INS-01 HR-01 EDU-01 RET-07 RET-10 TEC-05 TEC-07 PRO-08",
    "A.10.2 FIN-04 PUB-04 EDU-02 TEC-01 PRO-06",
    "A.10.3 FIN-04 INS-07 INS-08 HEA-07 PUB-04 HR-06 EDU-02 TEL-02 TEL-08 MAN-06 PRO-01 SME-05",
    "A.10.4 INS-04 TEC-08 PRO-04 PRO-07",
];

/// Numbers of the items: group, and how many.
const GROUPS: [(&str, usize); 13] = [
    ("FIN", 11),
    ("INS", 8),
    ("HEA", 11),
    ("PUB", 10),
    ("HR", 10),
    ("EDU", 9),
    ("TEL", 10),
    ("RET", 10),
    ("MAN", 10),
    ("TEC", 11),
    ("PRO", 8),
    ("MED", 9),
    ("SME", 8),
];

/// The item that joins all papers in one manual: it is about every clause up to 7.5.3.
const MANUAL: &str = "SME-01";

fn sector_items() -> impl Iterator<Item = &'static Item> {
    let items = builtin().items.iter();
    items.filter(|item| item.kind == ItemKind::Sector)
}

#[test]
fn every_item_of_every_sector_is_there() {
    let wanted: Vec<String> = GROUPS
        .iter()
        .flat_map(|(group, count)| (1..=*count).map(move |number| format!("{group}-{number:02}")))
        .collect();
    let found: Vec<&str> = sector_items().map(|item| item.reference).collect();
    assert_eq!(found, wanted);
    assert_eq!(found.len(), 125);
    for item in sector_items() {
        let (id, reference) = (item.id, item.reference.to_lowercase());
        assert_eq!(id, ["sx-", &reference].concat());
        let group = reference.split('-').next().unwrap();
        assert_eq!(item.group, ["sx-", group].concat(), "{id}");
    }
}

#[test]
fn each_item_of_a_sector_has_exactly_the_links_of_the_reverse_index() {
    let mut wanted: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for row in REVERSE {
        let mut words = row.split(' ');
        let node = words.next().unwrap();
        for item in words {
            wanted.entry(item).or_default().insert(node);
        }
    }
    let mut links = 0;
    for item in sector_items() {
        let found: BTreeSet<&str> = item
            .links
            .iter()
            .copied()
            .filter(|link| item.reference != MANUAL || link.starts_with('A'))
            .collect();
        let wanted = wanted.remove(item.reference).unwrap_or_default();
        assert_eq!(found, wanted, "{}", item.reference);
        links += found.len();
    }
    assert!(wanted.is_empty(), "no such items: {wanted:?}");
    assert!(links > 250, "{links} links");
}

#[test]
fn the_one_manual_is_about_every_clause_up_to_documents() {
    let manual = sector_items().find(|item| item.reference == MANUAL).unwrap();
    let clauses = builtin()
        .items
        .iter()
        .filter(|item| item.kind == ItemKind::Clause)
        .map(|item| item.id);
    let planned = clauses.filter(|id| id.starts_with(['4', '5', '6', '7']));
    let wanted: Vec<&str> = planned.chain(["A.2.2"]).collect();
    assert_eq!(manual.links, wanted);
}

#[test]
fn only_the_minimum_folder_is_about_nothing_in_particular() {
    let bare = sector_items().filter(|item| item.links.is_empty());
    assert_eq!(bare.map(|item| item.reference).collect::<Vec<_>>(), ["SME-07"]);
}
