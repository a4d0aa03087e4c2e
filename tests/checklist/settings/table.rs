//! The settings: tier, role, sector, size, traits and certificates, mixed.

use crate::case::Case;
use crate::uses::PLAIN;

/// A name, which is that of the file, and what is different from a plain use.
type Setting = (&'static str, &'static str);

/// All settings with their names.
pub(crate) fn settings() -> Vec<(&'static str, Case)> {
    SETTINGS
        .map(|(name, given)| (name, Case::of(PLAIN).but(given)))
        .into()
}

const SETTINGS: [Setting; 34] = [
    (
        "out-of-scope-no-ai",
        "scope.ai_system no; organisation.size medium",
    ),
    (
        "out-of-scope-open-source-model",
        "scope.exclusion open-source; organisation.size small; gpai.relation builds",
    ),
    (
        "out-of-scope-outside-the-eu",
        "scope.exclusion no-eu-link; places.elsewhere us-colorado us-california; places.decision hiring; \
         organisation.size large; organisation.certificates soc2",
    ),
    (
        "minimal-user-writing-assistant",
        "organisation.roles deployer; organisation.sectors professional_services; \
         organisation.off_the_shelf yes; organisation.size small; organisation.systems one",
    ),
    (
        "minimal-user-retrieval",
        "organisation.roles deployer; organisation.sectors professional_services legal_justice; \
         organisation.off_the_shelf yes; organisation.size medium; organisation.systems few; use.traits \
         third-party-model retrieval; sector.audit_firm yes",
    ),
    (
        "minimal-deployer-factory",
        "organisation.roles deployer; organisation.sectors manufacturing; organisation.off_the_shelf no; \
         organisation.size medium; organisation.systems several; organisation.certificates iso9001",
    ),
    (
        "minimal-deployer-building",
        "organisation.roles deployer; organisation.sectors housing_real_estate; \
         organisation.off_the_shelf no; organisation.size small; use.stage building",
    ),
    (
        "minimal-provider-start-up",
        "organisation.roles provider; organisation.sectors technology; organisation.size micro; \
         organisation.systems one; use.stage idea",
    ),
    (
        "minimal-provider-agent",
        "organisation.roles provider deployer; organisation.sectors technology; organisation.size small; \
         organisation.systems few; use.traits generative agentic third-party-model; use.stage pilot",
    ),
    (
        "minimal-distributor",
        "organisation.roles distributor; organisation.sectors other; organisation.size midcap",
    ),
    (
        "minimal-deployer-london-bank",
        "organisation.roles deployer; organisation.sectors financial_services; organisation.size large; \
         sector.finance dora card-data trading; places.elsewhere uk; organisation.certificates iso27001 \
         iso22301; use.traits cross-border",
    ),
    (
        "limited-provider-shop-chatbot",
        "transparency.screen interacts; organisation.roles provider; organisation.sectors \
         retail_platforms; transparency.obvious no; organisation.size small; organisation.systems one; \
         use.traits public-facing generative personal-data; use.stage in-use",
    ),
    (
        "limited-deployer-deep-fakes",
        "transparency.screen deepfake public-text; organisation.roles deployer; organisation.sectors \
         media_marketing; transparency.editorial no; organisation.off_the_shelf no; organisation.size \
         medium; sector.large_platform no",
    ),
    (
        "limited-user-deep-fakes",
        "transparency.screen deepfake; organisation.roles deployer; organisation.sectors media_marketing; \
         organisation.off_the_shelf yes; organisation.size medium; sector.large_platform no; \
         organisation.certificates iso27701",
    ),
    (
        "limited-provider-general-purpose",
        "transparency.screen generates; organisation.roles provider; organisation.sectors technology; \
         transparency.editing_only no; transparency.placed_before no; organisation.size large; \
         organisation.systems many; gpai.relation builds; gpai.generality yes; gpai.open_source no; \
         gpai.systemic yes; gpai.placed_before no; gpai.eu_established no; organisation.certificates \
         iso27001 soc2",
    ),
    (
        "limited-role-unknown",
        "transparency.screen deepfake; organisation.sectors retail_platforms; organisation.size large; \
         sector.large_platform yes",
    ),
    (
        "exempt-deployer-cv-sorting",
        "area.screen employment; organisation.roles deployer; organisation.sectors recruitment_hr; \
         employment.use select; filter.task preparatory; filter.profiling no; filter.influence no; \
         filter.larger_system no; organisation.off_the_shelf no; organisation.size medium",
    ),
    (
        "exempt-provider-school",
        "area.screen education; organisation.roles provider; organisation.sectors education; \
         education.use grading; filter.task improves; filter.profiling no; filter.influence no; \
         filter.larger_system no; organisation.size small; use.traits minors special-category",
    ),
    (
        "high-deployer-bank-recruiting",
        "area.screen employment; organisation.roles deployer; organisation.sectors financial_services \
         recruitment_hr; employment.use select; filter.task more; organisation.changes none; \
         organisation.public_role private; organisation.off_the_shelf no; organisation.size large; \
         organisation.systems several; organisation.certificates iso27001; places.elsewhere \
         us-new-york-city; sector.finance dora",
    ),
    (
        "high-user-small-recruiting",
        "area.screen employment; organisation.roles deployer; organisation.sectors recruitment_hr; \
         employment.use select; filter.task more; organisation.changes none; organisation.public_role \
         private; organisation.off_the_shelf yes; organisation.size small; organisation.systems one",
    ),
    (
        "high-role-unknown-recruiting",
        "area.screen employment; organisation.sectors recruitment_hr; employment.use select; filter.task \
         more; organisation.changes none; organisation.size medium",
    ),
    (
        "high-provider-credit",
        "area.screen credit; organisation.roles provider; organisation.sectors financial_services; \
         credit.use creditworthiness; filter.task more; organisation.size medium; organisation.systems \
         few; organisation.certificates iso27001 iso27701; use.traits personal-data",
    ),
    (
        "high-deployer-life-insurance",
        "area.screen insurance; organisation.roles deployer; organisation.sectors insurance; \
         insurance.use life-or-health; filter.task more; organisation.changes none; \
         organisation.public_role private; organisation.off_the_shelf no; organisation.size large; \
         sector.finance dora",
    ),
    (
        "high-deployer-benefits",
        "area.screen public-benefits; organisation.roles deployer; organisation.sectors public_sector; \
         benefits.use eligibility; benefits.public_authority yes; filter.task more; organisation.changes \
         none; organisation.public_role public-body; organisation.off_the_shelf no; organisation.size \
         large; places.elsewhere canada-federal",
    ),
    (
        "high-provider-medical-device",
        "area.screen products; organisation.roles provider; organisation.sectors healthcare technology; \
         product.law medical; product.function product-itself; product.third_party yes; organisation.size \
         midcap; organisation.systems few; organisation.certificates iso13485 iso9001; use.traits safety \
         physical-product",
    ),
    (
        "high-deployer-hospital-triage",
        "area.screen emergency; organisation.roles deployer; organisation.sectors healthcare; \
         emergency.use triage; filter.task more; organisation.changes none; organisation.public_role \
         public-service; organisation.off_the_shelf no; organisation.size large",
    ),
    (
        "high-deployer-modified-grading",
        "area.screen education; organisation.roles deployer; organisation.sectors education; \
         education.use grading; filter.task more; organisation.changes modified; organisation.public_role \
         public-body; organisation.off_the_shelf no; organisation.size medium; use.traits fine-tuned \
         minors; use.stage building",
    ),
    (
        "high-provider-power-grid",
        "area.screen critical-infrastructure; organisation.roles provider deployer; organisation.sectors \
         energy_utilities telecoms_critical_infrastructure; infrastructure.use safety; \
         infrastructure.designated yes; filter.task more; organisation.public_role private; \
         organisation.size large; organisation.systems many; sector.essential_entity yes; \
         organisation.certificates iso27001 iso22301",
    ),
    (
        "high-importer-biometrics",
        "area.screen biometrics; organisation.roles importer distributor; organisation.sectors technology \
         law_enforcement_migration; biometrics.use remote-identification; filter.task more; \
         organisation.changes none; organisation.size small",
    ),
    (
        "high-manufacturer-lifts",
        "area.screen products; organisation.roles product-manufacturer; organisation.sectors \
         manufacturing; product.law lifts; product.function safety; product.third_party yes; \
         organisation.changes none; organisation.size medium; organisation.certificates iso9001",
    ),
    (
        "high-sectoral-vehicles",
        "area.screen products; organisation.roles provider; organisation.sectors transport manufacturing; \
         product.law road-vehicles; product.function safety; product.third_party yes; organisation.size \
         large; sector.essential_entity unknown; use.traits safety",
    ),
    (
        "open-nothing-answered",
        "scope.ai_system -; scope.exclusion -; practice.screen -; area.screen -; transparency.screen -; \
         organisation.size unknown",
    ),
    (
        "prohibited-deployer",
        "practice.screen manipulation; organisation.roles deployer; organisation.sectors recruitment_hr; \
         practice.manipulation_harm yes; organisation.size small",
    ),
    (
        "prohibited-from-a-later-day",
        "practice.screen intimate-imagery; organisation.roles provider; organisation.sectors technology; \
         practice.intimate_consent no; practice.intimate_how purpose; organisation.size large",
    ),
];
