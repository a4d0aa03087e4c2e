//! Which sectors have which items, what a sector stresses, and the questions that it adds.

use std::collections::BTreeSet;

use aims_readiness::catalog::{ItemKind, builtin};
use aims_readiness::engine::{Checklist, Tri};

use crate::case::{Case, fact_index, item, line};
use crate::uses::{PLAIN, plain};

/// Groups of items, and the sectors that they are for.
const HOMES: [(&str, &str); 12] = [
    ("sx-fin", "financial_services"),
    ("sx-ins", "insurance"),
    ("sx-hea", "healthcare"),
    ("sx-pub", "public_sector law_enforcement_migration"),
    ("sx-hr", "recruitment_hr"),
    ("sx-edu", "education"),
    (
        "sx-tel",
        "telecoms_critical_infrastructure energy_utilities transport",
    ),
    ("sx-ret", "retail_platforms"),
    ("sx-man", "manufacturing"),
    ("sx-tec", "technology"),
    ("sx-pro", "professional_services legal_justice"),
    ("sx-med", "media_marketing"),
];

/// Items that are for more or for fewer sectors than their group.
const OTHERS: [(&str, &str); 34] = [
    ("sx-fin-05", "financial_services insurance"),
    ("sx-fin-09", "financial_services insurance"),
    ("sx-fin-10", "financial_services insurance"),
    ("sx-hea-01", "healthcare manufacturing technology"),
    ("sx-hea-02", "healthcare manufacturing technology"),
    ("sx-hea-03", "healthcare manufacturing technology"),
    ("sx-hea-04", "healthcare manufacturing technology"),
    ("sx-hea-05", "healthcare manufacturing technology"),
    ("sx-hea-06", "healthcare manufacturing technology"),
    ("sx-hea-08", "healthcare insurance"),
    ("sx-hea-09", "healthcare technology"),
    ("sx-pub-01", PUBLIC_SERVICES),
    ("sx-pub-02", PUBLIC_SERVICES),
    (
        "sx-pub-09",
        "public_sector law_enforcement_migration legal_justice",
    ),
    ("sx-hr-09", "recruitment_hr transport retail_platforms technology"),
    (
        "sx-tel-05",
        "telecoms_critical_infrastructure energy_utilities transport manufacturing",
    ),
    ("sx-tel-07", "telecoms_critical_infrastructure"),
    ("sx-tel-09", "telecoms_critical_infrastructure energy_utilities"),
    (
        "sx-tel-10",
        "telecoms_critical_infrastructure energy_utilities transport technology",
    ),
    ("sx-ret-02", PLATFORMS),
    ("sx-ret-03", PLATFORMS),
    ("sx-ret-04", PLATFORMS),
    ("sx-ret-06", PLATFORMS),
    ("sx-ret-10", PLATFORMS),
    ("sx-ret-09", "retail_platforms manufacturing"),
    ("sx-man-01", "manufacturing technology"),
    ("sx-man-02", "manufacturing technology"),
    ("sx-man-09", "manufacturing transport technology"),
    ("sx-pro-03", "professional_services"),
    ("sx-pro-08", "professional_services legal_justice technology"),
    // Only where an extra question was answered.
    ("sx-hr-03", ""),
    ("sx-hr-04", ""),
    ("sx-hr-05", ""),
    ("sx-hr-06", ""),
];

const PUBLIC_SERVICES: &str =
    "public_sector law_enforcement_migration legal_justice healthcare education housing_real_estate";
const PLATFORMS: &str = "retail_platforms media_marketing";

/// Items that wait for an extra question, so that they are no news while nobody has opened it.
const OPENED: [&str; 7] = [
    "sx-hr-03",
    "sx-hr-04",
    "sx-hr-05",
    "sx-hr-06",
    "sx-hr-09",
    "sx-tec-02",
    "sx-tec-10",
];

/// Whether an item is for a sector.
fn is_for(id: &str, group: &str, sector: &str) -> bool {
    let other = OTHERS.iter().find(|(known, _)| *known == id);
    let home = HOMES.iter().find(|(known, _)| *known == group);
    // Small organisations have theirs in every sector.
    let sectors = other.or(home).map_or(sector, |(_, sectors)| sectors);
    sectors.split(' ').any(|known| known == sector)
}

fn sectors() -> &'static [&'static str] {
    builtin().facts[usize::from(builtin().special.sectors)].values
}

/// The ids of the items of sectors on a list.
fn sector_items(list: &Checklist) -> BTreeSet<&'static str> {
    let items = list.lines.iter().map(item);
    let items = items.filter(|item| item.kind == ItemKind::Sector);
    items.map(|item| item.id).collect()
}

#[test]
fn each_sector_has_its_items_and_those_of_no_other() {
    // Where nothing else is known every item of the sector may be needed.
    let open = "scope.ai_system yes; scope.exclusion none; organisation.sectors ";
    let mut pairs = 0;
    for sector in sectors() {
        let found = sector_items(&Case::of(&[open, sector].concat()).list());
        let items = builtin()
            .items
            .iter()
            .filter(|item| item.kind == ItemKind::Sector);
        for item in items {
            let wanted = is_for(item.id, item.group, sector) && !OPENED.contains(&item.id);
            assert_eq!(found.contains(item.id), wanted, "{sector}: {}", item.id);
            pairs += 1;
        }
    }
    assert_eq!(pairs, 18 * 125);
}

#[test]
fn without_a_sector_there_are_the_items_of_small_organisations_alone() {
    for sector in ["-", "none", "unknown", "other"] {
        let answers = ["organisation.sectors ", sector, "; organisation.size small"].concat();
        let found = sector_items(&plain("provider deployer").but(&answers).list());
        assert!(
            found.iter().all(|id| id.starts_with("sx-sme-")),
            "{sector}: {found:?}"
        );
        assert_eq!(found.len(), 7, "{sector}: {found:?}");
    }
}

#[test]
fn two_sectors_have_the_items_of_both() {
    let of = |sectors: &str| {
        let case = plain("deployer").but(&["organisation.sectors ", sectors].concat());
        sector_items(&case.list())
    };
    let both: BTreeSet<&str> = of("healthcare").union(&of("recruitment_hr")).copied().collect();
    assert_eq!(of("healthcare recruitment_hr"), both);
}

#[test]
fn the_items_of_a_sector_outlive_every_tier_but_prohibited() {
    for (tier, answers) in &crate::uses::TIERS[1..] {
        let list = plain("provider")
            .but("organisation.sectors insurance")
            .but(answers)
            .list();
        let found = line(&list, "sx-ins-03").unwrap();
        assert_eq!(
            (found.applicability.id(), found.reason.code()),
            ("applicable", "sector"),
            "{tier}"
        );
    }
}

/// A sector, and controls and clauses that it stresses.
const STRESSED: [(&str, &str); 5] = [
    ("financial_services", "A.5.2 A.6.2.4 A.6.2.6 A.9.2 A.10.3 9.1"),
    ("healthcare", "A.6.2.4 A.6.2.6 A.8.4 6.3"),
    ("recruitment_hr", "A.5.4 A.8.2 A.8.5 7.4"),
    ("public_sector", "A.8.5 A.10.2 7.5.3"),
    ("technology", "A.6.2.7 A.7.3 A.10.4 4.1"),
];

#[test]
fn a_sector_brings_forward_what_it_stresses_and_nothing_else() {
    let plain = plain("provider");
    for (place, sector) in sectors().iter().enumerate() {
        let stressed = builtin().sectors[place].stressed;
        let before = plain.but("organisation.sectors none").list();
        let after = plain.but(&["organisation.sectors ", sector].concat()).list();
        assert!(!stressed.is_empty(), "{sector} stresses nothing");
        for was in &before.lines {
            let is = line(&after, item(was).id).unwrap();
            let named = stressed.contains(&item(was).id);
            let wanted = if named {
                was.priority.max(2) - 1
            } else {
                was.priority
            };
            assert_eq!(
                (is.priority, is.stressed),
                (wanted, named),
                "{sector}: {}",
                item(was).id
            );
        }
    }
    for (sector, ids) in STRESSED {
        let list = plain.but(&["organisation.sectors ", sector].concat()).list();
        for id in ids.split(' ') {
            assert!(line(&list, id).unwrap().stressed, "{sector}: {id}");
        }
    }
}

/// The questions of sectors, and the sectors that ask them.
const QUESTIONS: [(&str, &str); 4] = [
    ("sector.finance", "financial_services insurance"),
    (
        "sector.essential_entity",
        "telecoms_critical_infrastructure energy_utilities transport",
    ),
    ("sector.large_platform", PLATFORMS),
    ("sector.audit_firm", "professional_services"),
];

#[test]
fn the_questions_of_sectors_are_asked_in_their_sectors_alone() {
    let known = builtin().facts.iter().map(|fact| fact.id);
    let known: Vec<&str> = known.filter(|id| id.starts_with("sector.")).collect();
    assert_eq!(known, QUESTIONS.map(|(id, _)| id));
    for (id, asking) in QUESTIONS {
        for sector in sectors() {
            let case = plain("deployer").but(&["organisation.sectors ", sector].concat());
            let asked = case.evaluation().arises(fact_index(id));
            let wanted = asking.split(' ').any(|known| known == *sector);
            assert_eq!(asked, if wanted { Tri::Yes } else { Tri::No }, "{id} in {sector}");
        }
        let out = Case::of(PLAIN).but("scope.ai_system no; organisation.sectors insurance");
        assert_eq!(
            out.evaluation().arises(fact_index(id)),
            Tri::No,
            "{id} out of scope"
        );
    }
}

/// What is on the list with each answer to a question, in words.
fn lists(case: &Case, question: &str) -> BTreeSet<String> {
    let fact = &builtin().facts[usize::from(fact_index(question))];
    let more = (fact.values[0] != "no").then_some("none");
    let answers = fact.values.iter().copied().chain(more);
    answers
        .map(|answer| format!("{:?}", case.but(&[question, " ", answer].concat()).list().lines))
        .collect()
}

#[test]
fn each_question_of_a_sector_decides_on_items_in_each_of_its_sectors() {
    for (question, asking) in QUESTIONS {
        for sector in asking.split(' ') {
            let case = plain("deployer").but(&["organisation.sectors ", sector].concat());
            assert!(
                lists(&case, question).len() > 1,
                "{question} decides nothing in {sector}"
            );
        }
    }
}
