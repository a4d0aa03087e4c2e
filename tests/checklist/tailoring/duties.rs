//! Which duties of the Act are on the list: by tier, role, rule and day.

use std::collections::BTreeSet;

use aims_readiness::catalog::{ItemKind, builtin};

use crate::case::{Case, item_index, line};
use crate::uses::{CV_RANKING, CV_SORTING, DEEP_FAKES, PLAIN, VEHICLE, plain};

/// The ids of the duties on the list of a case.
fn duties(case: &Case) -> BTreeSet<&'static str> {
    let list = case.list();
    list.duties(builtin()).map(|(_, item)| item.id).collect()
}

/// Duties of a provider of a high-risk system, whatever it is.
const PROVIDER: &str = "act.9 act.10 act.11 act.12 act.13 act.14 act.15 act.16 act.17 act.18 act.20 act.21 act.22 \
    act.25 act.47 act.72 act.73";
/// Duties of a deployer of a high-risk system, whatever it is.
const DEPLOYER: &str = "act.26.1 act.26.2 act.26.4 act.26.5 act.26.6 act.26.7 act.26.9 act.26.12";
/// Duties of the provider of a general-purpose model.
const MODEL: &str = "act.53.1.a act.53.1.b act.53.1.c act.53.1.d";

const CREDIT: &str =
    "area.screen credit; credit.use creditworthiness; filter.task more; organisation.changes none";
const INFRASTRUCTURE: &str = "area.screen critical-infrastructure; infrastructure.use safety; infrastructure.designated yes; filter.task more";
const DEVICE: &str =
    "area.screen products; product.law medical; product.function product-itself; product.third_party yes";
const MODEL_ON_THE_MARKET: &str =
    "gpai.relation provides; gpai.generality yes; gpai.open_source no; gpai.placed_before no";

/// A name, the roles, what the use is, duties on the list, duties not on it.
type Rule = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

const RULES: [Rule; 30] = [
    (
        "literacy from minimal on",
        "deployer",
        "",
        "act.4",
        "act.50.1 act.9 act.26.1",
    ),
    ("importers owe no literacy", "importer", "", "", "act.4"),
    (
        "out of scope nothing is owed",
        "provider",
        "scope.ai_system no",
        "",
        "act.4 act.9",
    ),
    (
        "high-risk providers",
        "provider",
        CV_RANKING,
        PROVIDER,
        "act.26.1 act.23 act.24",
    ),
    (
        "high-risk deployers",
        "deployer",
        CV_RANKING,
        DEPLOYER,
        "act.9 act.17 act.72",
    ),
    (
        "both roles owe both",
        "provider deployer",
        CV_RANKING,
        "act.9 act.17 act.26.1 act.26.6",
        "",
    ),
    (
        "importers",
        "importer",
        CV_RANKING,
        "act.23",
        "act.24 act.9 act.26.1",
    ),
    (
        "distributors",
        "distributor",
        CV_RANKING,
        "act.24",
        "act.23 act.9 act.26.1",
    ),
    (
        "representatives",
        "authorised-representative",
        CV_RANKING,
        "act.22.rep",
        "act.9",
    ),
    (
        "below high-risk none of it",
        "provider deployer",
        DEEP_FAKES,
        "act.4",
        "act.9 act.17 act.26.1 act.26.6",
    ),
    (
        "providers check Annex III themselves",
        "provider",
        CV_RANKING,
        "act.43.self act.49.1",
        "act.43.product",
    ),
    (
        "products go to a body and into no register",
        "provider",
        DEVICE,
        "act.43.product",
        "act.43.self act.49.1",
    ),
    (
        "affected people are told and heard",
        "deployer",
        CV_RANKING,
        "act.26.11 act.86",
        "act.26.10",
    ),
    (
        "no rights assessment for private recruiting",
        "deployer",
        "area.screen employment; employment.use select; filter.task more; organisation.public_role private",
        "act.26.1",
        "act.27 act.26.8",
    ),
    (
        "rights assessment for public recruiting",
        "deployer",
        "area.screen employment; employment.use select; filter.task more; organisation.public_role public-body",
        "act.27 act.26.8",
        "",
    ),
    (
        "rights assessment for public services",
        "deployer",
        "area.screen employment; employment.use select; filter.task more; organisation.public_role public-service",
        "act.27",
        "act.26.8",
    ),
    (
        "rights assessment for credit scoring",
        "deployer",
        CREDIT,
        "act.27",
        "",
    ),
    (
        "rights assessment is the deployer's",
        "provider",
        CREDIT,
        "act.9",
        "act.27",
    ),
    (
        "rights assessment for life insurance",
        "deployer",
        "area.screen insurance; insurance.use life-or-health; filter.task more; organisation.public_role private",
        "act.27",
        "",
    ),
    (
        "no rights assessment for infrastructure",
        "deployer",
        INFRASTRUCTURE,
        "act.26.1",
        "act.27 act.86",
    ),
    (
        "spared uses are recorded and registered by the provider",
        "provider",
        CV_SORTING,
        "act.6.4 act.49.2",
        "act.9 act.6.3",
    ),
    (
        "spared uses are checked by the deployer",
        "deployer",
        CV_SORTING,
        "act.6.3",
        "act.26.1 act.49.2",
    ),
    (
        "products under other law have duties there",
        "provider",
        VEHICLE,
        "act.sectoral act.4",
        "act.9",
    ),
    (
        "chatbots say so",
        "provider",
        "transparency.screen interacts; transparency.obvious no",
        "act.50.1 act.50.5",
        "act.50.2",
    ),
    (
        "chatbots that are obvious need not",
        "provider",
        "transparency.screen interacts; transparency.obvious yes",
        "act.4",
        "act.50.1",
    ),
    (
        "generators mark",
        "provider",
        "transparency.screen generates; transparency.editing_only no; transparency.placed_before no",
        "act.50.2 act.50.5",
        "act.50.1",
    ),
    (
        "deep fakes are told by the deployer",
        "deployer",
        DEEP_FAKES,
        "act.50.4.deepfake",
        "act.50.4.text",
    ),
    (
        "texts without an editor are told",
        "deployer",
        "transparency.screen public-text; transparency.editorial no",
        "act.50.4.text",
        "act.50.4.deepfake",
    ),
    (
        "general-purpose models have papers",
        "provider",
        MODEL_ON_THE_MARKET,
        MODEL,
        "act.55 act.52",
    ),
    (
        "models with systemic risk have more",
        "provider",
        "gpai.relation provides; gpai.generality yes; gpai.open_source no; gpai.placed_before no; gpai.systemic yes; gpai.eu_established no",
        "act.53.1.a act.53.1.b act.53.1.c act.53.1.d act.52 act.55 act.54",
        "",
    ),
];

#[test]
fn tier_role_and_rule_decide_on_the_duties() {
    let known = |id: &&str| !id.is_empty() && item_index(id) < u16::MAX;
    for (name, roles, given, on, off) in RULES {
        let found = duties(&plain(roles).but(given));
        let missing: Vec<&str> = on
            .split(' ')
            .filter(known)
            .filter(|id| !found.contains(id))
            .collect();
        let wrong: Vec<&str> = off
            .split(' ')
            .filter(known)
            .filter(|id| found.contains(id))
            .collect();
        assert!(
            missing.is_empty() && wrong.is_empty(),
            "{name}: {missing:?} missing, {wrong:?} not wanted; found {found:?}"
        );
    }
}

#[test]
fn while_the_role_is_open_every_duty_may_be_owed() {
    let open = Case::of(PLAIN).but(CV_RANKING).list();
    for id in [PROVIDER, DEPLOYER, "act.23 act.24"]
        .iter()
        .flat_map(|ids| ids.split(' '))
    {
        let found = line(&open, id).unwrap();
        assert_eq!(
            (found.applicability.id(), found.reason.code()),
            ("conditional", "role-open"),
            "{id}"
        );
    }
}

#[test]
fn duties_apply_at_full_depth_and_say_why() {
    for (_, roles, given, ..) in RULES {
        let list = plain(roles).but(given).list();
        for (line, item) in list.duties(builtin()) {
            assert_eq!(item.kind, ItemKind::Act);
            assert_eq!(
                (line.applicability.id(), line.depth.id()),
                ("applicable", "full"),
                "{}",
                item.id
            );
            assert!(
                ["duty", "rule"].contains(&line.reason.code()),
                "{}: {:?}",
                item.id,
                line.reason
            );
        }
    }
}

/// A duty, the roles and the use it belongs to, and the day on which it starts.
const DAYS: [(&str, &str, &str, &str); 9] = [
    ("act.4", "deployer", "", "2025-02-02"),
    ("act.9", "provider", CV_RANKING, "2027-12-02"),
    ("act.26.1", "deployer", CV_RANKING, "2027-12-02"),
    ("act.9", "provider", DEVICE, "2028-08-02"),
    (
        "act.50.1",
        "provider",
        "transparency.screen interacts; transparency.obvious no",
        "2026-08-02",
    ),
    ("act.50.4.deepfake", "deployer", DEEP_FAKES, "2026-08-02"),
    (
        "act.50.2",
        "provider",
        "transparency.screen generates; transparency.editing_only no; transparency.placed_before yes",
        "2026-12-02",
    ),
    ("act.53.1.a", "provider", MODEL_ON_THE_MARKET, "2025-08-02"),
    (
        "act.53.1.a",
        "provider",
        "gpai.relation provides; gpai.generality yes; gpai.open_source no; gpai.placed_before yes",
        "2027-08-02",
    ),
];

#[test]
fn each_duty_is_due_on_its_day() {
    for (id, roles, given, day) in DAYS {
        let list = plain(roles).but(given).list();
        let due = line(&list, id).unwrap().due.map(|due| due.to_string());
        assert_eq!(due.as_deref(), Some(day), "{id}: {roles}, {given}");
    }
}
