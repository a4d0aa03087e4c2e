//! When an item of a sector is needed: what brings it, what keeps it away, and what leaves it open.

use crate::case::{Case, line};
use crate::uses::{CV_RANKING, plain};

/// An item, the sector it is looked for in, answers with which it is needed and answers with which it is not.
type Condition = (&'static str, &'static str, &'static str, &'static str);

const DEVICE: &str = "area.screen products; product.law medical";
const TEST: &str = "area.screen products; product.law in-vitro";

const CONDITIONS: [Condition; 94] = [
    (
        "sx-fin-02",
        "financial_services",
        "places.elsewhere uk",
        "places.elsewhere japan",
    ),
    (
        "sx-fin-02",
        "financial_services",
        "places.elsewhere us-other",
        "places.elsewhere none",
    ),
    (
        "sx-fin-04",
        "financial_services",
        "sector.finance dora",
        "sector.finance card-data",
    ),
    (
        "sx-fin-05",
        "financial_services",
        "sector.finance dora",
        "sector.finance trading",
    ),
    (
        "sx-fin-05",
        "insurance",
        "sector.finance dora",
        "sector.finance none",
    ),
    (
        "sx-fin-06",
        "financial_services",
        "area.screen credit; credit.use creditworthiness; filter.task more",
        "area.screen credit; credit.use fraud",
    ),
    (
        "sx-fin-06",
        "financial_services",
        "area.screen credit; credit.use creditworthiness; filter.task more",
        "area.screen credit; credit.use creditworthiness; filter.task more; organisation.roles provider",
    ),
    (
        "sx-fin-08",
        "financial_services",
        "sector.finance trading",
        "sector.finance dora card-data",
    ),
    (
        "sx-fin-09",
        "financial_services",
        "sector.finance card-data",
        "sector.finance dora",
    ),
    (
        "sx-fin-09",
        "insurance",
        "sector.finance card-data",
        "sector.finance none",
    ),
    (
        "sx-fin-10",
        "financial_services",
        "places.elsewhere uk",
        "places.elsewhere us-other",
    ),
    (
        "sx-fin-10",
        "insurance",
        "places.elsewhere uk",
        "places.elsewhere none",
    ),
    (
        "sx-ins-07",
        "insurance",
        "places.elsewhere us-colorado",
        "places.elsewhere uk",
    ),
    (
        "sx-ins-08",
        "insurance",
        "sector.finance dora",
        "sector.finance none",
    ),
    (
        "sx-hea-02",
        "healthcare",
        "DEVICE; organisation.roles provider",
        "DEVICE",
    ),
    (
        "sx-hea-02",
        "manufacturing",
        "TEST; organisation.roles product-manufacturer",
        "TEST",
    ),
    (
        "sx-hea-03",
        "healthcare",
        "DEVICE; organisation.roles provider",
        "DEVICE",
    ),
    (
        "sx-hea-03",
        "technology",
        "TEST; organisation.roles provider",
        "area.screen none; organisation.roles provider",
    ),
    (
        "sx-hea-04",
        "healthcare",
        "DEVICE; organisation.roles provider",
        "DEVICE; places.elsewhere none",
    ),
    (
        "sx-hea-04",
        "healthcare",
        "organisation.roles provider; places.elsewhere us-texas",
        "organisation.roles provider; places.elsewhere uk",
    ),
    (
        "sx-hea-06",
        "healthcare",
        "TEST",
        "area.screen products; product.law lifts",
    ),
    ("sx-hea-06", "technology", "DEVICE", "area.screen none"),
    (
        "sx-hea-07",
        "healthcare",
        "places.elsewhere us-california",
        "places.elsewhere uk",
    ),
    (
        "sx-hea-08",
        "healthcare",
        "places.elsewhere us-new-york",
        "places.elsewhere uk",
    ),
    (
        "sx-hea-08",
        "insurance",
        "places.elsewhere us-utah",
        "places.elsewhere none",
    ),
    (
        "sx-hea-09",
        "healthcare",
        "organisation.roles provider; places.elsewhere us-illinois",
        "organisation.roles provider; places.elsewhere uk",
    ),
    (
        "sx-hea-09",
        "technology",
        "DEVICE; organisation.roles provider; places.elsewhere us-new-york-city",
        "DEVICE; organisation.roles provider; places.elsewhere none",
    ),
    (
        "sx-hea-11",
        "healthcare",
        "organisation.roles deployer",
        "organisation.roles provider",
    ),
    (
        "sx-pub-01",
        "public_sector",
        "CV; organisation.public_role public-body",
        "CV; organisation.public_role private",
    ),
    (
        "sx-pub-01",
        "healthcare",
        "CV; organisation.public_role public-service",
        "CV; organisation.public_role private",
    ),
    (
        "sx-pub-02",
        "public_sector",
        "CV; organisation.public_role public-body",
        "CV; organisation.public_role public-service",
    ),
    (
        "sx-pub-03",
        "public_sector",
        "places.elsewhere uk",
        "places.elsewhere us-other",
    ),
    (
        "sx-pub-05",
        "law_enforcement_migration",
        "places.elsewhere us-texas",
        "places.elsewhere uk",
    ),
    (
        "sx-pub-06",
        "public_sector",
        "places.elsewhere canada-federal",
        "places.elsewhere us-other",
    ),
    (
        "sx-hr-02",
        "recruitment_hr",
        "CV",
        "CV; organisation.roles provider",
    ),
    (
        "sx-hr-03",
        "recruitment_hr",
        "CV; places.elsewhere us-new-york-city",
        "CV; places.elsewhere us-new-york",
    ),
    (
        "sx-hr-04",
        "recruitment_hr",
        "CV; places.elsewhere us-illinois",
        "CV; places.elsewhere us-other",
    ),
    (
        "sx-hr-05",
        "recruitment_hr",
        "CV; places.elsewhere us-california",
        "CV; places.elsewhere us-colorado",
    ),
    (
        "sx-hr-06",
        "recruitment_hr",
        "CV; places.elsewhere us-colorado",
        "CV; places.elsewhere us-california",
    ),
    (
        "sx-hr-09",
        "recruitment_hr",
        "CV; places.platform_work yes",
        "CV; places.platform_work no",
    ),
    (
        "sx-hr-09",
        "transport",
        "CV; places.platform_work yes",
        "CV; places.platform_work no",
    ),
    (
        "sx-edu-02",
        "education",
        "places.elsewhere us-other",
        "places.elsewhere uk",
    ),
    (
        "sx-edu-03",
        "education",
        "places.elsewhere us-other",
        "places.elsewhere none",
    ),
    (
        "sx-edu-04",
        "education",
        "area.screen education; education.use grading",
        "area.screen education; education.use admission",
    ),
    (
        "sx-edu-05",
        "education",
        "area.screen education; education.use exam-monitoring",
        "area.screen education; education.use grading",
    ),
    (
        "sx-edu-07",
        "education",
        "places.elsewhere uk",
        "places.elsewhere us-other",
    ),
    (
        "sx-edu-08",
        "education",
        "area.screen education; education.use plagiarism",
        "area.screen education; education.use feedback",
    ),
    (
        "sx-tel-02",
        "telecoms_critical_infrastructure",
        "sector.essential_entity yes",
        "sector.essential_entity no",
    ),
    (
        "sx-tel-02",
        "transport",
        "sector.essential_entity yes",
        "sector.essential_entity no",
    ),
    (
        "sx-tel-03",
        "energy_utilities",
        "sector.essential_entity yes",
        "sector.essential_entity no",
    ),
    (
        "sx-tel-08",
        "energy_utilities",
        "organisation.roles provider",
        "organisation.roles deployer",
    ),
    (
        "sx-ret-01",
        "retail_platforms",
        "transparency.screen interacts; transparency.obvious no",
        "transparency.screen interacts; transparency.obvious yes",
    ),
    (
        "sx-ret-04",
        "retail_platforms",
        "sector.large_platform yes",
        "sector.large_platform no",
    ),
    (
        "sx-ret-04",
        "media_marketing",
        "sector.large_platform yes",
        "sector.large_platform no",
    ),
    (
        "sx-ret-08",
        "retail_platforms",
        "area.screen biometrics",
        "area.screen none; places.elsewhere none",
    ),
    (
        "sx-ret-08",
        "retail_platforms",
        "practice.screen face-scraping",
        "practice.screen manipulation; places.elsewhere uk",
    ),
    (
        "sx-ret-08",
        "retail_platforms",
        "places.elsewhere us-illinois",
        "places.elsewhere us-texas",
    ),
    (
        "sx-ret-09",
        "retail_platforms",
        "organisation.roles importer",
        "organisation.roles deployer",
    ),
    (
        "sx-ret-09",
        "manufacturing",
        "organisation.roles provider",
        "organisation.roles deployer",
    ),
    (
        "sx-man-01",
        "manufacturing",
        "area.screen products; product.law machinery",
        "area.screen products; product.law lifts",
    ),
    (
        "sx-man-02",
        "manufacturing",
        "area.screen products; product.law machinery",
        "area.screen none",
    ),
    (
        "sx-man-05",
        "manufacturing",
        "organisation.roles product-manufacturer",
        "organisation.roles deployer",
    ),
    (
        "sx-man-08",
        "manufacturing",
        "area.screen employment; employment.use monitor",
        "area.screen employment; employment.use writing",
    ),
    (
        "sx-man-09",
        "manufacturing",
        "area.screen products; product.law road-vehicles",
        "area.screen products; product.law machinery",
    ),
    (
        "sx-man-09",
        "transport",
        "area.screen products; product.law two-three-wheelers",
        "area.screen products; product.law rail",
    ),
    (
        "sx-tec-02",
        "technology",
        "gpai.relation provides; gpai.generality yes",
        "gpai.relation uses",
    ),
    (
        "sx-tec-03",
        "technology",
        "CV; organisation.roles provider",
        "area.screen none; organisation.roles provider",
    ),
    (
        "sx-tec-03",
        "technology",
        "CV; organisation.changes modified",
        "CV; organisation.changes none",
    ),
    (
        "sx-tec-04",
        "technology",
        "organisation.roles provider; transparency.screen generates; transparency.editing_only no",
        "organisation.roles provider; transparency.screen generates; transparency.editing_only yes",
    ),
    (
        "sx-tec-04",
        "technology",
        "transparency.screen deepfake",
        "transparency.screen interacts",
    ),
    (
        "sx-tec-05",
        "technology",
        "transparency.screen generates",
        "transparency.screen interacts",
    ),
    (
        "sx-tec-05",
        "technology",
        "practice.screen intimate-imagery",
        "practice.screen social-scoring",
    ),
    (
        "sx-tec-06",
        "technology",
        "gpai.relation builds",
        "gpai.relation uses",
    ),
    (
        "sx-tec-06",
        "technology",
        "transparency.screen interacts",
        "transparency.screen public-text; gpai.relation none",
    ),
    (
        "sx-tec-08",
        "technology",
        "organisation.roles distributor",
        "organisation.roles deployer",
    ),
    (
        "sx-tec-10",
        "technology",
        "organisation.roles provider; transparency.screen generates; places.elsewhere us-california",
        "organisation.roles provider; transparency.screen generates; places.elsewhere us-texas",
    ),
    (
        "sx-pro-03",
        "professional_services",
        "sector.audit_firm yes",
        "sector.audit_firm no",
    ),
    (
        "sx-pro-04",
        "professional_services",
        "places.elsewhere us-other",
        "places.elsewhere uk",
    ),
    (
        "sx-pro-04",
        "legal_justice",
        "places.elsewhere italy",
        "places.elsewhere none",
    ),
    (
        "sx-pro-08",
        "legal_justice",
        "area.screen justice",
        "area.screen none",
    ),
    (
        "sx-pro-08",
        "technology",
        "area.screen justice",
        "area.screen elections",
    ),
    (
        "sx-med-01",
        "media_marketing",
        "transparency.screen public-text",
        "transparency.screen generates",
    ),
    (
        "sx-med-02",
        "media_marketing",
        "transparency.screen generates",
        "transparency.screen public-text",
    ),
    (
        "sx-med-04",
        "media_marketing",
        "transparency.screen deepfake",
        "transparency.screen interacts",
    ),
    (
        "sx-med-08",
        "media_marketing",
        "transparency.screen generates",
        "transparency.screen interacts",
    ),
    (
        "sx-med-09",
        "media_marketing",
        "transparency.screen public-text",
        "transparency.screen interacts",
    ),
    (
        "sx-sme-01",
        "other",
        "organisation.size midcap",
        "organisation.size large",
    ),
    (
        "sx-sme-02",
        "other",
        "organisation.size micro",
        "organisation.size large",
    ),
    (
        "sx-sme-03",
        "other",
        "organisation.size small",
        "organisation.size large",
    ),
    (
        "sx-sme-04",
        "other",
        "organisation.size medium",
        "organisation.size medium; organisation.roles provider deployer",
    ),
    (
        "sx-sme-05",
        "other",
        "organisation.size midcap",
        "organisation.size midcap; organisation.roles provider",
    ),
    (
        "sx-sme-06",
        "other",
        "organisation.size small; organisation.roles provider",
        "organisation.size small",
    ),
    (
        "sx-sme-07",
        "other",
        "organisation.size medium",
        "organisation.size large",
    ),
    (
        "sx-sme-08",
        "other",
        "organisation.size small",
        "organisation.size large",
    ),
];

/// Items that rules put on the list.
const RULED: [&str; 13] = [
    "sx-fin-06",
    "sx-pub-01",
    "sx-pub-02",
    "sx-hr-03",
    "sx-hr-04",
    "sx-hr-05",
    "sx-hr-06",
    "sx-hr-09",
    "sx-edu-04",
    "sx-edu-05",
    "sx-ret-01",
    "sx-tec-02",
    "sx-tec-04",
];

/// Answers without their short names.
fn spelled(answers: &str) -> String {
    let shorts = [("CV", CV_RANKING), ("DEVICE", DEVICE), ("TEST", TEST)];
    shorts.iter().fold(answers.to_owned(), |answers, (short, long)| {
        answers.replace(short, long)
    })
}

/// A deployer in a sector.
fn case(sector: &str, answers: &str) -> Case {
    let case = plain("deployer").but(&["organisation.sectors ", sector].concat());
    case.but(&spelled(answers))
}

#[test]
fn each_condition_of_an_item_brings_it_or_keeps_it_away() {
    for (id, sector, needed, not_needed) in CONDITIONS {
        let with = line(&case(sector, needed).list(), id);
        let with = with.unwrap_or_else(|| panic!("{id} in {sector} is not there with {needed}"));
        assert_eq!(
            with.applicability.id(),
            "applicable",
            "{id} in {sector} with {needed}"
        );
        let reason = with.reason.code();
        assert!(["sector", "rule"].contains(&reason), "{id} in {sector}: {reason}");
        let without = line(&case(sector, not_needed).list(), id);
        assert!(without.is_none(), "{id} in {sector} is there with {not_needed}");
    }
}

#[test]
fn an_item_whose_condition_is_open_is_there_to_be_decided() {
    let mut open = 0;
    for (id, sector, needed, _) in CONDITIONS {
        if RULED.contains(&id) || id == "sx-tec-10" {
            continue;
        }
        let case = case(sector, needed);
        // What was answered to bring it is not known any more.
        let spelled = spelled(needed);
        let unknown: Vec<String> = spelled
            .split("; ")
            .filter_map(|answer| Some([answer.split(' ').next()?, " unknown"].concat()))
            .collect();
        let found = line(&case.but(&unknown.join("; ")).list(), id);
        let found = found.unwrap_or_else(|| panic!("{id} in {sector} is gone without {unknown:?}"));
        let found = (found.applicability.id(), found.reason.code());
        assert_eq!(
            found,
            ("conditional", "open"),
            "{id} in {sector} without {unknown:?}"
        );
        open += 1;
    }
    assert!(open > 60, "{open} conditions");
}

#[test]
fn who_adapts_a_model_so_much_that_it_is_theirs_completes_its_papers() {
    let adapted = "organisation.roles provider; gpai.relation adapts; gpai.adaptation_share yes; \
        gpai.generality yes; gpai.open_source no";
    let list = case("technology", adapted).list();
    assert!(
        line(&list, "act.53.1.c").is_some(),
        "they are a provider of a model"
    );
    assert!(line(&list, "sx-tec-02").is_some());
}

#[test]
fn critical_infrastructure_is_not_registered_in_the_eu_database() {
    let infrastructure = "area.screen critical-infrastructure; infrastructure.use safety; \
        infrastructure.designated yes; filter.task more; organisation.public_role public-body";
    let list = case("public_sector", infrastructure).list();
    assert!(line(&list, "act.26.1").is_some(), "it is high-risk");
    assert!(line(&list, "sx-pub-02").is_none());
}

#[test]
fn the_north_american_grid_rules_are_for_north_america() {
    let list = case("energy_utilities", "places.elsewhere none").list();
    assert!(line(&list, "sx-tel-09").is_none());
}

#[test]
fn staff_is_told_where_nobody_represents_it() {
    let list = case("recruitment_hr", "CV").list();
    assert!(line(&list, "act.26.7").is_some(), "the Act asks for the notice");
    assert!(line(&list, "sx-hr-02").is_some());
}

#[test]
fn the_rights_assessment_of_credit_scoring_is_for_credit_scoring() {
    let list = case(
        "financial_services",
        "CV; organisation.public_role public-service",
    )
    .list();
    assert!(line(&list, "act.27").is_some(), "its rights assessment is owed");
    assert!(line(&list, "sx-fin-06").is_none());
}

#[test]
fn what_is_for_insurance_uses_that_are_not_high_risk_is_not_for_those_that_are() {
    let life = "area.screen insurance; insurance.use life-or-health; filter.task more";
    let list = case("insurance", life).list();
    assert!(line(&list, "act.26.1").is_some(), "it is high-risk");
    assert!(line(&list, "sx-ins-02").is_none());
}
