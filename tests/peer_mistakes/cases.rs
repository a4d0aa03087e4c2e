//! Use cases by what makes them one: each prohibited practice, each point of Annex III. And the words.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use aims_readiness::catalog::{Basis, Date, Texts, Tier, builtin};
use aims_readiness::engine::{Answers, classify};
use aims_readiness::export::{ClassificationRecord, classification_record};

/// Facts with their values, separated by spaces.
pub(crate) type Pairs = &'static [(&'static str, &'static str)];

/// A rule with the answers that fire it, the one that opens the others first.
pub(crate) type Fired = (&'static str, Pairs);

/// Every practice of Article 5.
const PRACTICES: [Fired; 10] = [
    (
        "art5.1.a",
        &[
            ("practice.screen", "manipulation"),
            ("practice.manipulation_harm", "yes"),
        ],
    ),
    (
        "art5.1.b",
        &[
            ("practice.screen", "vulnerability"),
            ("practice.vulnerability_harm", "yes"),
        ],
    ),
    (
        "art5.1.ba",
        &[
            ("practice.screen", "intimate-imagery"),
            ("practice.intimate_consent", "no"),
            ("practice.intimate_how", "purpose"),
        ],
    ),
    (
        "art5.1.bb",
        &[
            ("practice.screen", "child-abuse-material"),
            ("practice.abuse_how", "purpose"),
        ],
    ),
    (
        "art5.1.c",
        &[
            ("practice.screen", "social-scoring"),
            ("practice.scoring_effect", "unrelated-context"),
        ],
    ),
    (
        "art5.1.d",
        &[
            ("practice.screen", "crime-prediction"),
            ("practice.crime_solely", "yes"),
        ],
    ),
    (
        "art5.1.e",
        &[
            ("practice.screen", "face-scraping"),
            ("practice.scraping_untargeted", "yes"),
        ],
    ),
    (
        "art5.1.f",
        &[
            ("practice.screen", "emotion-at-work-or-school"),
            ("practice.emotion_reason", "other-reason"),
        ],
    ),
    (
        "art5.1.g",
        &[
            ("practice.screen", "biometric-categorisation"),
            ("practice.categorisation_exception", "no"),
        ],
    ),
    (
        "art5.1.h",
        &[
            ("practice.screen", "live-identification"),
            ("practice.live_conditions", "no"),
        ],
    ),
];

/// Every point of Annex III that the law itself names.
const POINTS: [Fired; 25] = [
    (
        "annex_iii.1.a",
        &[
            ("area.screen", "biometrics"),
            ("biometrics.use", "remote-identification"),
        ],
    ),
    (
        "annex_iii.1.b",
        &[
            ("area.screen", "biometrics"),
            ("biometrics.use", "sensitive-attributes"),
        ],
    ),
    (
        "annex_iii.1.c",
        &[("area.screen", "biometrics"), ("biometrics.use", "emotion")],
    ),
    (
        "annex_iii.2",
        &[
            ("area.screen", "critical-infrastructure"),
            ("infrastructure.use", "safety"),
            ("infrastructure.designated", "yes"),
        ],
    ),
    (
        "annex_iii.3.a",
        &[("area.screen", "education"), ("education.use", "admission")],
    ),
    (
        "annex_iii.3.b",
        &[("area.screen", "education"), ("education.use", "grading")],
    ),
    (
        "annex_iii.3.c",
        &[("area.screen", "education"), ("education.use", "level")],
    ),
    (
        "annex_iii.3.d",
        &[("area.screen", "education"), ("education.use", "exam-monitoring")],
    ),
    (
        "annex_iii.4.a",
        &[("area.screen", "employment"), ("employment.use", "select")],
    ),
    (
        "annex_iii.4.b",
        &[("area.screen", "employment"), ("employment.use", "decide")],
    ),
    (
        "annex_iii.5.a",
        &[
            ("area.screen", "public-benefits"),
            ("benefits.use", "eligibility"),
            ("benefits.public_authority", "yes"),
        ],
    ),
    (
        "annex_iii.5.b",
        &[("area.screen", "credit"), ("credit.use", "creditworthiness")],
    ),
    (
        "annex_iii.5.c",
        &[("area.screen", "insurance"), ("insurance.use", "life-or-health")],
    ),
    (
        "annex_iii.5.d",
        &[("area.screen", "emergency"), ("emergency.use", "dispatch")],
    ),
    (
        "annex_iii.6.a",
        &[("area.screen", "law-enforcement"), ("police.use", "victim-risk")],
    ),
    (
        "annex_iii.6.b",
        &[
            ("area.screen", "law-enforcement"),
            ("police.use", "lie-detection"),
        ],
    ),
    (
        "annex_iii.6.c",
        &[("area.screen", "law-enforcement"), ("police.use", "evidence")],
    ),
    (
        "annex_iii.6.d",
        &[
            ("area.screen", "law-enforcement"),
            ("police.use", "offending-risk"),
        ],
    ),
    (
        "annex_iii.6.e",
        &[("area.screen", "law-enforcement"), ("police.use", "profiling")],
    ),
    (
        "annex_iii.7.a",
        &[("area.screen", "migration"), ("migration.use", "lie-detection")],
    ),
    (
        "annex_iii.7.b",
        &[("area.screen", "migration"), ("migration.use", "person-risk")],
    ),
    (
        "annex_iii.7.c",
        &[("area.screen", "migration"), ("migration.use", "applications")],
    ),
    (
        "annex_iii.7.d",
        &[("area.screen", "migration"), ("migration.use", "detection")],
    ),
    (
        "annex_iii.8.a",
        &[("area.screen", "justice"), ("justice.use", "apply-law")],
    ),
    (
        "annex_iii.8.b",
        &[("area.screen", "elections"), ("elections.use", "influence")],
    ),
];

/// A use in scope, for which nothing else is true, but for what the lists say; the last one says it.
pub(crate) fn beside(lists: &[&[(&str, &str)]]) -> Answers {
    let plain = [
        ("scope.ai_system", "yes"),
        ("scope.exclusion", "none"),
        ("organisation.roles", "deployer"),
        ("practice.screen", "none"),
        ("area.screen", "none"),
        ("transparency.screen", "none"),
        ("transparency.crime_detection", "no"),
    ];
    answers(&[&plain, &lists.concat()[..]].concat())
}

/// Answers from pairs.
pub(crate) fn answers(pairs: &[(&str, &str)]) -> Answers {
    let mut answers = Answers::new(builtin());
    for (fact, values) in pairs {
        let values: Vec<&str> = values.split(' ').collect();
        answers.set_by_id(builtin(), fact, &values).unwrap();
    }
    answers
}

pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// What is said about the use case on a day.
pub(crate) fn record(answers: &Answers, as_of: &str) -> ClassificationRecord {
    let result = classify(builtin(), answers, day(as_of));
    classification_record(builtin(), answers, &result)
}

/// Every practice that the law itself names, none missing.
pub(crate) fn practices() -> [Fired; 10] {
    let rules = builtin()
        .rules
        .iter()
        .filter(|rule| rule.tier == Some(Tier::Prohibited) && rule.legal.basis == Basis::Law);
    assert_eq!(ids(&PRACTICES), rules.map(|rule| rule.id).collect());
    PRACTICES
}

/// Every point of Annex III that the law itself names, none missing.
pub(crate) fn points() -> [Fired; 25] {
    let rules = builtin()
        .rules
        .iter()
        .filter(|rule| rule.id.starts_with("annex_iii."));
    let rules = rules.filter(|rule| rule.tier.is_some() && rule.legal.basis == Basis::Law);
    assert_eq!(ids(&POINTS), rules.map(|rule| rule.id).collect());
    POINTS
}

fn ids(fired: &[Fired]) -> BTreeSet<&'static str> {
    fired.iter().map(|(rule, _)| *rule).collect()
}

/// The English words by key.
pub(crate) struct Words(LazyLock<BTreeMap<String, String>>);

pub(crate) static WORDS: Words = Words(LazyLock::new(|| {
    let files = [
        include_str!(concat!(env!("OUT_DIR"), "/wording.en.json")),
        include_str!(concat!(env!("OUT_DIR"), "/wording.en.details.json")),
        include_str!(concat!(env!("OUT_DIR"), "/wording.en.results.json")),
        include_str!(concat!(env!("OUT_DIR"), "/wording.en.checklist.json")),
        include_str!(concat!(env!("OUT_DIR"), "/wording.en.reference.json")),
    ];
    let parse = |text| serde_json::from_str::<BTreeMap<String, String>>(text).unwrap();
    files.into_iter().flat_map(parse).collect()
}));

impl Words {
    /// Keys and texts.
    pub(crate) fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(key, text)| (key.as_str(), text.as_str()))
    }
}

impl Texts for Words {
    fn text(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }
}

/// The text of a key.
pub(crate) fn told(key: &str) -> &'static str {
    WORDS.text(key).unwrap_or_else(|| panic!("{key} has no text"))
}
