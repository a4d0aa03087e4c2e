//! Published lists that the catalogue must have word for word.

use aims_readiness::catalog::{ItemKind, builtin};

/// Numbers and titles of the leaf clauses of ISO/IEC 42001:2023.
const CLAUSES: [(&str, &str); 32] = [
    ("4.1", "Understanding the organization and its context"),
    (
        "4.2",
        "Understanding the needs and expectations of interested parties",
    ),
    ("4.3", "Determining the scope of the AI management system"),
    ("4.4", "AI management system"),
    ("5.1", "Leadership and commitment"),
    ("5.2", "AI policy"),
    ("5.3", "Roles, responsibilities and authorities"),
    ("6.1.1", "Actions to address risks and opportunities - General"),
    ("6.1.2", "AI risk assessment"),
    ("6.1.3", "AI risk treatment"),
    ("6.1.4", "AI system impact assessment"),
    ("6.2", "AI objectives and planning to achieve them"),
    ("6.3", "Planning of changes"),
    ("7.1", "Resources"),
    ("7.2", "Competence"),
    ("7.3", "Awareness"),
    ("7.4", "Communication"),
    ("7.5.1", "General"),
    ("7.5.2", "Creating and updating documented information"),
    ("7.5.3", "Control of documented information"),
    ("8.1", "Operational planning and control"),
    ("8.2", "AI risk assessment"),
    ("8.3", "AI risk treatment"),
    ("8.4", "AI system impact assessment"),
    ("9.1", "Monitoring, measurement, analysis and evaluation"),
    ("9.2.1", "General"),
    ("9.2.2", "Internal audit programme"),
    ("9.3.1", "General"),
    ("9.3.2", "Management review inputs"),
    ("9.3.3", "Management review results"),
    ("10.1", "Continual improvement"),
    ("10.2", "Nonconformity and corrective action"),
];

/// Ids and titles of the controls of Annex A of ISO/IEC 42001:2023.
const ANNEX_A: [(&str, &str); 38] = [
    ("A.2.2", "AI policy"),
    ("A.2.3", "Alignment with other organizational policies"),
    ("A.2.4", "Review of the AI policy"),
    ("A.3.2", "AI roles and responsibilities"),
    ("A.3.3", "Reporting of concerns"),
    ("A.4.2", "Resource documentation"),
    ("A.4.3", "Data resources"),
    ("A.4.4", "Tooling resources"),
    ("A.4.5", "System and computing resources"),
    ("A.4.6", "Human resources"),
    ("A.5.2", "AI system impact assessment process"),
    ("A.5.3", "Documentation of AI system impact assessments"),
    (
        "A.5.4",
        "Assessing AI system impact on individuals or groups of individuals",
    ),
    ("A.5.5", "Assessing societal impacts of AI systems"),
    ("A.6.1.2", "Objectives for responsible development of AI system"),
    (
        "A.6.1.3",
        "Processes for responsible AI system design and development",
    ),
    ("A.6.2.2", "AI system requirements and specification"),
    ("A.6.2.3", "Documentation of AI system design and development"),
    ("A.6.2.4", "AI system verification and validation"),
    ("A.6.2.5", "AI system deployment"),
    ("A.6.2.6", "AI system operation and monitoring"),
    ("A.6.2.7", "AI system technical documentation"),
    ("A.6.2.8", "AI system recording of event logs"),
    ("A.7.2", "Data for development and enhancement of AI system"),
    ("A.7.3", "Acquisition of data"),
    ("A.7.4", "Quality of data for AI systems"),
    ("A.7.5", "Data provenance"),
    ("A.7.6", "Data preparation"),
    ("A.8.2", "System documentation and information for users"),
    ("A.8.3", "External reporting"),
    ("A.8.4", "Communication of incidents"),
    ("A.8.5", "Information for interested parties"),
    ("A.9.2", "Processes for responsible use of AI systems"),
    ("A.9.3", "Objectives for responsible use of AI system"),
    ("A.9.4", "Intended use of the AI system"),
    ("A.10.2", "Allocating responsibilities"),
    ("A.10.3", "Suppliers"),
    ("A.10.4", "Customers"),
];

fn items(kind: ItemKind) -> Vec<(&'static str, &'static str)> {
    let items = builtin().items.iter().filter(|item| item.kind == kind);
    items.map(|item| (item.id, item.title)).collect()
}

#[test]
fn the_clauses_are_those_of_the_standard() {
    assert_eq!(items(ItemKind::Clause), CLAUSES);
}

#[test]
fn the_controls_are_those_of_the_standard() {
    assert_eq!(items(ItemKind::Control), ANNEX_A);
}

#[test]
fn the_sectors_are_those_of_the_public_data() {
    let sectors = [
        "financial_services",
        "insurance",
        "healthcare",
        "public_sector",
        "recruitment_hr",
        "education",
        "telecoms_critical_infrastructure",
        "energy_utilities",
        "retail_platforms",
        "manufacturing",
        "technology",
        "legal_justice",
        "law_enforcement_migration",
        "professional_services",
        "media_marketing",
        "transport",
        "housing_real_estate",
        "other",
    ];
    let facts = builtin().facts;
    let fact = facts
        .iter()
        .find(|fact| fact.id == "organisation.sectors")
        .unwrap();
    assert_eq!(fact.values, sectors);
}
