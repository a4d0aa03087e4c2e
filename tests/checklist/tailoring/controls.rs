//! What each control needs: a table beside the catalogue, and whether the lists agree with it.

use aims_readiness::catalog::{Item, ItemKind, builtin};

use super::told;
use crate::case::{Case, item_index, line};
use crate::uses::{CV_RANKING, PLAIN, TIERS, plain};

/// Control; fit for provider, deployer, user of an off-the-shelf tool (R normally, C conditional, L light, N not);
/// O once per organisation or S per system; days in a small, medium, large organisation; stages of life.
const CODED: [&str; 38] = [
    "A.2.2 RRR O 2-4 4-8 8-15 ORG",
    "A.2.3 RRR O 1-2 3-5 6-12 ORG",
    "A.2.4 RRR O 0.5-1 1-2 2-4 ORG",
    "A.3.2 RRR O 1-3 3-8 8-20 ORG",
    "A.3.3 RRR O 1-2 2-5 5-10 ORG",
    "A.4.2 RRL S 2-4 5-10 15-40 INC DES VV DEP OPS RET",
    "A.4.3 RCL S 1-3 3-8 10-30 DES VV OPS RE",
    "A.4.4 RCL S 0.5-2 2-5 5-15 DES VV DEP OPS",
    "A.4.5 RCL S 0.5-2 2-4 5-12 DES DEP OPS RET",
    "A.4.6 RRR S 1-2 2-5 5-15 INC DES VV DEP OPS RET",
    "A.5.2 RRR O 3-5 5-10 10-25 INC DES DEP RE",
    "A.5.3 RRR S 1-3 3-6 6-15 INC DES DEP OPS RE",
    "A.5.4 RRR S 2-5 4-10 8-25 INC DES VV DEP OPS RE",
    "A.5.5 RCL S 1-3 2-5 5-12 INC DES DEP RE",
    "A.6.1.2 RCN O 1-2 2-4 4-10 INC DES",
    "A.6.1.3 RCN O 4-8 8-20 20-60 INC DES VV DEP",
    "A.6.2.2 RCC S 2-4 4-8 8-20 INC DES",
    "A.6.2.3 RCN S 2-5 4-10 10-25 DES VV",
    "A.6.2.4 RRC S 4-10 10-25 25-80 VV DEP CV RE",
    "A.6.2.5 RRC S 1-3 3-6 6-15 DEP",
    "A.6.2.6 RRC S 3-8 8-20 20-60 OPS CV RE RET",
    "A.6.2.7 RCN S 2-5 5-12 12-35 DES VV DEP OPS",
    "A.6.2.8 RRC S 2-4 4-10 10-30 VV DEP OPS CV",
    "A.7.2 RCN O 3-6 8-15 20-50 DES VV RE",
    "A.7.3 RCN S 1-3 3-8 8-20 INC DES RE",
    "A.7.4 RCL S 2-6 6-15 15-45 DES VV OPS RE",
    "A.7.5 RCN S 2-4 4-10 10-30 DES VV OPS RE RET",
    "A.7.6 RCN S 1-3 3-8 8-20 DES RE",
    "A.8.2 RRC S 2-4 4-8 8-20 DEP OPS",
    "A.8.3 RRL O 1-2 2-4 4-10 OPS",
    "A.8.4 RRL O 1-3 3-6 6-15 OPS",
    "A.8.5 RRL O 1-2 2-5 5-12 DEP OPS RET",
    "A.9.2 RRR O 2-4 4-10 10-25 INC DEP OPS RET",
    "A.9.3 RRR O 1-2 2-4 4-8 INC OPS",
    "A.9.4 RRR S 1-3 3-6 6-18 DEP OPS CV",
    "A.10.2 RRC O 1-3 3-8 8-25 INC DEP OPS",
    "A.10.3 RRR O 2-5 6-15 15-50 INC DES DEP OPS",
    "A.10.4 RCN O 1-3 2-5 5-12 INC DEP OPS",
];

/// Clause; days in a small, medium, large organisation.
const CLAUSES: &str = "4.1 1-2 2-4 4-10; 4.2 1-2 2-5 5-12; 4.3 1-2 2-4 3-8; 4.4 1-2 2-5 5-12; 5.1 0.5-1 1-2 2-5; 5.2 1-2 \
    2-4 4-8; 5.3 0.5-1 1-3 3-8; 6.1.1 1-3 3-6 6-15; 6.1.2 2-4 4-8 8-20; 6.1.3 2-4 4-8 8-20; 6.1.4 2-4 \
    4-8 8-20; 6.2 1-2 2-4 4-10; 6.3 0.5-1 1-2 2-4; 7.1 0.5-1 1-2 2-5; 7.2 1-3 3-8 8-25; 7.3 0.5-1 1-3 \
    3-10; 7.4 0.5-1 1-2 2-5; 7.5.1 0.5-1 1-2 2-5; 7.5.2 0.5-1 0.5-1 1-3; 7.5.3 0.5-1 1-2 2-5; 8.1 2-5 \
    5-12 12-40; 8.2 1-3 3-8 8-25; 8.3 2-5 5-15 15-50; 8.4 2-4 4-12 12-40; 9.1 1-3 3-6 6-20; 9.2.1 2-4 \
    4-8 8-20; 9.2.2 0.5-1 1-2 2-5; 9.3.1 0.5-1 0.5-1 1-2; 9.3.2 0.5-1 1-2 2-4; 9.3.3 0.5-1 0.5-1 1-2; \
    10.1 0.5-1 1-2 2-5; 10.2 0.5-2 2-4 4-10";

/// A row of the table.
struct Coded {
    id: &'static str,
    fits: Vec<char>,
    per_system: bool,
    half_days: Vec<[u16; 2]>,
    stages: Vec<&'static str>,
}

/// Days such as `0.5-2` in halves.
fn half_days(days: &str) -> [u16; 2] {
    let half = |days: &str| (days.parse::<f32>().unwrap() * 2.0) as u16;
    let (low, high) = days.split_once('-').unwrap();
    [half(low), half(high)]
}

fn coded() -> Vec<Coded> {
    let row = |row: &'static str| {
        let words: Vec<&str> = row.split(' ').collect();
        Coded {
            id: words[0],
            fits: words[1].chars().collect(),
            per_system: words[2] == "S",
            half_days: words[3..6].iter().map(|days| half_days(days)).collect(),
            stages: words[6..].to_vec(),
        }
    };
    CODED.map(row).into()
}

fn item(id: &str) -> &'static Item {
    &builtin().items[usize::from(item_index(id))]
}

/// What makes a use that of a provider, a deployer that configures, a user of an off-the-shelf tool.
const KINDS: [&str; 3] = [
    "organisation.roles provider",
    "organisation.roles deployer; organisation.off_the_shelf no",
    "organisation.roles deployer; organisation.off_the_shelf yes",
];

/// Applicability, depth and reason of a control with this fit at this tier.
fn wanted(tier: &str, id: &str, fit: char) -> String {
    let pack = ["A.6.2.4", "A.8.2", "A.8.5", "A.9.2", "A.10.3"];
    let high = tier.starts_with("high");
    let depth = match (tier, fit) {
        (_, 'R') if high => "full",
        (_, _) if high => "standard",
        ("exempt", 'R') => "standard",
        ("limited", 'R') if pack.contains(&id) => "standard",
        _ => "light",
    };
    let (applicability, reason) = match fit {
        'R' | 'L' => ("applicable", "role"),
        'C' if high => ("applicable", "tier"),
        'C' => ("conditional", "conditional"),
        _ => ("excludable", "excludable"),
    };
    [applicability, depth, reason].join(" ")
}

#[test]
fn each_control_fits_each_role_at_each_tier_as_the_table_says() {
    let mut compared = 0;
    for (tier, answers) in TIERS.into_iter().filter(|(tier, _)| *tier != "out-of-scope") {
        for (kind, role) in KINDS.into_iter().enumerate() {
            let case = Case::of(PLAIN).but(answers).but(role);
            assert_eq!(case.result().lowest.id(), tier, "{role}");
            let list = case.list();
            for Coded { id, fits, .. } in coded() {
                let found = told(&line(&list, id).unwrap());
                assert_eq!(found, wanted(tier, id, fits[kind]), "{tier}, {role}: {id}");
                compared += 1;
            }
        }
    }
    assert_eq!(compared, 5 * 3 * 38);
}

/// The controls of a list as words.
fn controls(case: &Case) -> Vec<String> {
    let list = case.list();
    let lines = list.with_items(builtin());
    let controls = lines.filter(|(_, item)| item.kind == ItemKind::Control);
    controls.map(|(line, _)| told(line)).collect()
}

#[test]
fn of_several_roles_the_strongest_fit_counts() {
    let provider = controls(&plain("provider"));
    assert_eq!(controls(&plain("provider deployer")), provider);
    assert_eq!(controls(&plain("deployer provider importer")), provider);
    let user = plain("deployer").but("organisation.off_the_shelf yes");
    assert_ne!(controls(&user), provider);
    // Off-the-shelf use is nothing that a provider says of its own system.
    let both = user.but("organisation.roles provider deployer");
    assert_eq!(controls(&both), provider);
}

#[test]
fn who_only_passes_a_system_on_has_the_list_of_a_deployer() {
    let deployer = controls(&plain("deployer"));
    for roles in ["importer", "distributor", "authorised-representative", "none"] {
        assert_eq!(controls(&plain(roles)), deployer, "{roles}");
    }
}

#[test]
fn an_unknown_role_counts_as_a_provider() {
    let provider = controls(&plain("provider"));
    for roles in ["-", "unknown"] {
        assert_eq!(controls(&plain(roles)), provider, "{roles}");
    }
}

#[test]
fn out_of_scope_nobody_has_a_role_and_the_controls_are_light() {
    for role in KINDS {
        let case = Case::of(PLAIN).but("scope.ai_system no").but(role);
        assert_eq!(controls(&case), vec!["applicable light role"; 38], "{role}");
    }
}

#[test]
fn whoever_takes_over_a_high_risk_system_becomes_its_provider() {
    let deployer = plain("deployer").but(CV_RANKING);
    let provider = controls(&plain("provider").but(CV_RANKING));
    assert_ne!(controls(&deployer), provider);
    for change in ["own-name", "modified", "repurposed"] {
        let changed = deployer.but(&["organisation.changes ", change].concat());
        assert_eq!(controls(&changed), provider, "{change}");
    }
}

#[test]
fn stages_efforts_and_what_is_done_per_system_are_those_of_the_table() {
    let short = |stage: &str| match stage {
        "organisation" => "ORG",
        "inception" => "INC",
        "design" => "DES",
        "validation" => "VV",
        "deployment" => "DEP",
        "operation" => "OPS",
        "continuous-validation" => "CV",
        "re-evaluation" => "RE",
        "retirement" => "RET",
        other => panic!("{other} is no stage"),
    };
    for row in coded() {
        let item = item(row.id);
        let stages: Vec<&str> = item.stages.iter().map(|stage| short(stage.id())).collect();
        assert_eq!(stages, row.stages, "{}", row.id);
        assert_eq!(item.per_system, row.per_system, "{}", row.id);
        assert_eq!(
            item.effort.unwrap().half_days.to_vec(),
            row.half_days,
            "{}",
            row.id
        );
    }
}

#[test]
fn each_clause_takes_the_days_of_the_table_and_is_done_once() {
    let mut sums = [[0; 2]; 3];
    for (id, days) in CLAUSES.split("; ").filter_map(|row| row.split_once(' ')) {
        let days: Vec<[u16; 2]> = days.split(' ').map(half_days).collect();
        assert_eq!(item(id).effort.unwrap().half_days.to_vec(), days, "{id}");
        assert!(!item(id).per_system, "{id} is for the organisation");
        for (sum, half) in sums.iter_mut().flatten().zip(days.iter().flatten()) {
            *sum += half;
        }
    }
    // In halves: 31.5 to 70 days, 68.5 to 156, 155 to 433.
    assert_eq!(sums, [[63, 140], [137, 312], [310, 866]]);
}

/// Sums of the days of the controls that a row says yes to, low and high, by size, in halves.
fn days(of: impl Fn(&Coded) -> bool) -> [[u16; 2]; 3] {
    let mut sums = [[0; 2]; 3];
    for row in coded().into_iter().filter(of) {
        let effort = item(row.id).effort.unwrap();
        for (sum, half) in sums.iter_mut().flatten().zip(effort.half_days.iter().flatten()) {
            *sum += half;
        }
    }
    sums
}

#[test]
fn the_days_of_all_controls_come_to_the_sums_known() {
    // 60.5 to 143 days, 144 to 333, 345 to 945.
    assert_eq!(days(|_| true), [[121, 286], [288, 666], [690, 1890]]);
    assert_eq!(
        days(|row| row.fits[1] == 'R')[0],
        [73, 168],
        "what deployers need"
    );
    assert_eq!(days(|row| row.fits[2] == 'R')[0], [37, 82], "what users need");
    assert_eq!(
        days(|row| row.per_system)[0],
        [68, 172],
        "what is done per system"
    );
}
