//! Whether to certify: points, verdicts, and organisations of which the answer is known.

use aims_readiness::catalog::{AdviceVerdict, Tier, builtin};
use aims_readiness::engine::{Advice, Tri, advice, positions};

use super::any_case;
use crate::case::Case;
use crate::random::Random;
use crate::uses::{CV_RANKING, DEEP_FAKES, MANIPULATION, PLAIN, plain};

const SEEDS: u64 = 2_000;

fn advised(case: &Case) -> Advice {
    advice(&case.evaluation(), &case.result())
}

fn verdict(case: &Case) -> Option<&'static str> {
    advised(case).verdict.map(|verdict| verdict.id)
}

fn reasons(case: &Case) -> Vec<&'static str> {
    advised(case).reasons.iter().map(|reason| reason.id).collect()
}

/// How much a verdict speaks for a certificate.
fn strength(verdict: &AdviceVerdict) -> usize {
    let known = ["not-yet", "light", "prepare", "start"];
    known.iter().position(|known| *known == verdict.id).unwrap()
}

/// The verdict that so many points come to.
fn by_points(points: i16) -> &'static str {
    match points {
        8.. => "start",
        4..8 => "prepare",
        -1..4 => "light",
        _ => "not-yet",
    }
}

#[test]
fn points_are_the_sum_of_the_reasons_that_hold_and_name_the_verdict() {
    let mut seen = [0; 4];
    for seed in 0..SEEDS {
        let case = any_case(&mut Random::new(seed));
        let (advice, evaluation) = (advised(&case), case.evaluation());
        let holding = builtin().plan.reasons.iter();
        let holding = holding.filter(|reason| evaluation.value(&reason.when) == Tri::Yes);
        let mut wanted: Vec<&str> = holding.map(|reason| reason.id).collect();
        let mut found: Vec<&str> = advice.reasons.iter().map(|reason| reason.id).collect();
        wanted.sort_unstable();
        found.sort_unstable();
        assert_eq!(found, wanted, "seed {seed}");
        let sum: i16 = advice.reasons.iter().map(|reason| reason.weight).sum();
        assert_eq!(advice.points, sum, "seed {seed}");
        assert!(
            advice.reasons.is_sorted_by_key(|reason| -reason.weight),
            "seed {seed}: those for it come first"
        );
        if let Some(verdict) = advice.verdict {
            assert_eq!(verdict.id, by_points(sum), "seed {seed}: {sum} points");
            seen[strength(verdict)] += 1;
        }
    }
    assert!(seen.iter().all(|count| *count > 20), "{seen:?}");
}

#[test]
fn one_more_reason_for_it_never_gives_a_lower_verdict() {
    let demands = ["customers", "tenders", "regulator", "board"];
    let complexities = ["countries", "opaque", "changing", "suppliers"];
    let mut higher = 0;
    for seed in 0..SEEDS {
        let mut random = Random::new(seed);
        let case = any_case(&mut random);
        let (fact, values) = [
            ("organisation.demand", demands),
            ("organisation.complexity", complexities),
        ][random.below(2)];
        let some: Vec<&str> = values.into_iter().filter(|_| random.one_in(3)).collect();
        let more = [&some[..], &[values[random.below(4)]]].concat();
        let of = |values: &[&str]| {
            let values = if values.is_empty() {
                "none".to_owned()
            } else {
                values.join(" ")
            };
            advised(&case.but(&[fact, " ", &values].concat()))
        };
        let (before, after) = (of(&some), of(&more));
        assert!(
            after.points >= before.points,
            "seed {seed}: {more:?} after {some:?}"
        );
        match (before.verdict, after.verdict) {
            (Some(was), Some(is)) => {
                assert!(
                    strength(is) >= strength(was),
                    "seed {seed}: {} after {}",
                    is.id,
                    was.id
                );
                higher += usize::from(strength(is) > strength(was));
            }
            (was, is) => assert!(
                was.is_none() || is.is_some(),
                "seed {seed}: the verdict went away"
            ),
        }
    }
    assert!(higher > 100, "{higher} verdicts rose");
}

#[test]
fn of_any_two_cases_the_one_with_more_points_has_no_lower_verdict() {
    let all: Vec<Advice> = (0..SEEDS / 4)
        .map(|seed| advised(&any_case(&mut Random::new(seed))))
        .collect();
    for one in &all {
        for other in all.iter().filter(|other| other.points >= one.points) {
            if let (Some(low), Some(high)) = (one.verdict, other.verdict) {
                assert!(
                    strength(high) >= strength(low),
                    "{} and {}",
                    one.points,
                    other.points
                );
            }
        }
    }
}

const SOLD_LLM: &str = "organisation.roles provider; transparency.screen interacts generates; transparency.obvious no; \
    transparency.editing_only no; transparency.placed_before no; organisation.off_the_shelf -; \
    organisation.demand customers";
const WRITING: &str = "organisation.roles deployer; organisation.sectors professional_services; \
    organisation.off_the_shelf yes; organisation.size small; organisation.systems one; organisation.demand none";

#[test]
fn a_provider_of_high_risk_systems_whose_customers_ask_starts() {
    let case = plain("provider").but(CV_RANKING);
    let case =
        case.but("organisation.sectors technology; organisation.size medium; organisation.demand customers");
    assert_eq!(verdict(&case), Some("start"));
}

#[test]
fn a_bank_with_a_high_risk_tool_that_nobody_asks_about_prepares() {
    let case = plain("deployer").but(CV_RANKING);
    let bank = "organisation.sectors financial_services; organisation.size large; organisation.demand none";
    for shelf in ["organisation.off_the_shelf yes", "organisation.off_the_shelf no"] {
        assert_eq!(verdict(&case.but(bank).but(shelf)), Some("prepare"), "{shelf}");
    }
}

#[test]
fn a_shop_with_a_chatbot_that_nobody_asks_about_takes_the_light_way() {
    let shop = "organisation.sectors retail_platforms; organisation.size medium; organisation.demand none; \
        transparency.screen interacts; transparency.obvious no";
    assert_eq!(verdict(&plain("deployer").but(shop)), Some("light"));
}

#[test]
fn a_small_firm_with_a_writing_assistant_does_not_yet() {
    assert_eq!(verdict(&Case::of(PLAIN).but(WRITING)), Some("not-yet"));
}

#[test]
fn the_same_firm_selling_a_feature_to_customers_who_ask_prepares_or_starts() {
    let case = Case::of(PLAIN).but(WRITING).but(SOLD_LLM);
    let found = verdict(&case);
    assert!(
        matches!(found, Some("prepare" | "start")),
        "{found:?}, {:?}",
        reasons(&case)
    );
}

#[test]
fn a_prohibited_use_gets_no_verdict() {
    let case = plain("provider")
        .but(MANIPULATION)
        .but("organisation.demand customers");
    let advice = advised(&case);
    assert!(advice.verdict.is_none() && !advice.possible);
    let mut prohibited = 0;
    for seed in 0..SEEDS {
        let case = any_case(&mut Random::new(seed));
        let (advice, result) = (advised(&case), case.result());
        assert_eq!(advice.possible, result.lowest != Tier::Prohibited, "seed {seed}");
        assert!(advice.possible || advice.verdict.is_none(), "seed {seed}");
        prohibited += usize::from(!advice.possible);
    }
    assert!(prohibited > 20, "{prohibited} prohibited");
}

#[test]
fn while_the_role_is_open_there_is_no_verdict_unless_the_act_does_not_apply() {
    let open = plain("-").but("organisation.demand customers");
    assert_eq!(
        (verdict(&open), reasons(&open)),
        (None, vec!["customers-ask", "eu"])
    );
    assert_eq!(verdict(&Case::of("organisation.size small")), None);
    let out = Case::of("scope.ai_system no; organisation.demand customers");
    assert_eq!(verdict(&out), Some("light"));
}

/// A reason, answers with which it holds and close ones with which it does not.
const REASONS: [(&str, &str, &str); 27] = [
    (
        "provider",
        "organisation.roles provider",
        "organisation.roles importer",
    ),
    (
        "provider",
        "organisation.roles product-manufacturer",
        "organisation.roles distributor",
    ),
    ("high-impact", CV_RANKING, DEEP_FAKES),
    (
        "high-impact",
        "data.personal yes; data.decision human-decides",
        "data.personal yes; data.decision no-decision",
    ),
    (
        "customers-ask",
        "organisation.demand customers",
        "organisation.demand tenders",
    ),
    (
        "scrutinised-sector",
        "organisation.sectors insurance",
        "organisation.sectors technology",
    ),
    (
        "scrutinised-sector",
        "organisation.sectors healthcare",
        "organisation.sectors healthcare; organisation.roles provider",
    ),
    (
        "scrutinised-sector",
        "organisation.sectors retail_platforms; use.traits personal-data; organisation.size large",
        "organisation.sectors retail_platforms; use.traits personal-data; organisation.size medium",
    ),
    ("safety", "use.traits safety", "use.traits minors"),
    (
        "tenders-ask",
        "organisation.demand tenders",
        "organisation.demand board",
    ),
    (
        "regulator-asks",
        "organisation.demand regulator",
        "organisation.demand customers",
    ),
    (
        "board-asks",
        "organisation.demand board",
        "organisation.demand regulator",
    ),
    (
        "ranks-people",
        "area.screen credit; credit.use creditworthiness",
        "area.screen credit; credit.use fraud",
    ),
    ("public", "use.traits public-facing", "use.traits generative"),
    (
        "public",
        "transparency.screen interacts; transparency.obvious no",
        "transparency.screen interacts; transparency.obvious yes",
    ),
    ("eu", "scope.exclusion none", "scope.exclusion no-eu-link"),
    (
        "several-systems",
        "organisation.systems several",
        "organisation.systems few",
    ),
    (
        "countries",
        "organisation.complexity countries",
        "organisation.complexity none",
    ),
    (
        "opaque",
        "organisation.complexity opaque",
        "organisation.complexity changing",
    ),
    (
        "changing",
        "organisation.complexity changing",
        "organisation.complexity suppliers",
    ),
    (
        "suppliers",
        "organisation.complexity suppliers",
        "organisation.complexity opaque",
    ),
    (
        "prohibited",
        MANIPULATION,
        "practice.screen manipulation; practice.manipulation_harm no",
    ),
    (
        "small-tools",
        WRITING,
        "organisation.size medium; organisation.off_the_shelf yes",
    ),
    ("idea", "use.stage idea", "use.stage building"),
    (
        "nobody-asks",
        "organisation.demand none",
        "organisation.demand unknown",
    ),
    (
        "iso27001-enough",
        "organisation.certificates iso27001; organisation.off_the_shelf yes; organisation.systems few",
        "organisation.certificates iso27001; organisation.off_the_shelf yes; organisation.systems several",
    ),
    (
        "no-inventory",
        "organisation.inventory no",
        "organisation.inventory yes",
    ),
];

#[test]
fn each_reason_holds_where_it_should_and_not_beside() {
    let mut seen: Vec<&str> = Vec::new();
    for (id, with, without) in REASONS {
        let case = plain("deployer");
        let found = reasons(&case.but(with));
        assert!(found.contains(&id), "{id} does not hold with {with}: {found:?}");
        let found = reasons(&case.but(without));
        assert!(!found.contains(&id), "{id} holds with {without}");
        if !seen.contains(&id) {
            seen.push(id);
        }
    }
    let all: Vec<&str> = builtin().plan.reasons.iter().map(|reason| reason.id).collect();
    assert_eq!(seen, all);
}

#[test]
fn what_is_not_known_speaks_neither_for_nor_against() {
    let unknown: Vec<String> = builtin()
        .facts
        .iter()
        .map(|fact| [fact.id, " unknown"].concat())
        .collect();
    let advice = advised(&Case::of(&unknown.join("; ")));
    assert!(advice.reasons.is_empty() && advice.verdict.is_none() && advice.points == 0);
}

/// Somebody whom a plan needs, answers with which it does and with which it does not; nothing where always.
const PEOPLE: [(&str, &str, &str); 8] = [
    ("top-management", "", ""),
    ("ai-governance-lead", "", ""),
    ("ai-risk-manager", "", ""),
    (
        "ai-compliance-officer",
        "organisation.sectors insurance",
        "organisation.sectors other; organisation.demand none; organisation.complexity none",
    ),
    ("ai-assurance", "organisation.roles provider", "use.traits none"),
    ("human-overseer", CV_RANKING, "use.traits none; data.personal no"),
    ("internal-auditor", "", ""),
    ("everyone", "", ""),
];

#[test]
fn a_plan_names_whom_it_needs() {
    let ids: Vec<&str> = builtin()
        .plan
        .positions
        .iter()
        .map(|position| position.id)
        .collect();
    assert_eq!(ids, PEOPLE.map(|(id, ..)| id));
    for (id, with, without) in PEOPLE {
        let needed = |answers: &str| {
            let case = plain("deployer").but(answers);
            let found = positions(&case.evaluation());
            found.into_iter().find(|(position, _)| position.id == id)
        };
        assert!(needed(with).is_some_and(|(_, sure)| sure), "{id}");
        if !with.is_empty() {
            assert!(needed(without).is_none(), "{id} with {without}");
            let open =
                "organisation.roles -; area.screen -; use.traits -; organisation.sectors -; data.personal -";
            assert!(needed(open).is_some_and(|(_, sure)| !sure), "{id} is open");
        }
    }
    let auditor = builtin()
        .plan
        .positions
        .iter()
        .find(|position| position.id == "internal-auditor");
    assert_eq!(auditor.unwrap().combine, None, "nobody audits their own work");
}
