//! The plan to a certificate: months, what moves them, and steps without holes.

use aims_readiness::catalog::{Applicability, Date, ItemKind, PlanStep, builtin};
use aims_readiness::engine::{Schedule, StepSpan, schedule, weeks};
use aims_readiness::export::{months_between, plan_record};

use super::any_case;
use crate::case::{Case, item};
use crate::random::Random;
use crate::uses::{CV_RANKING, MANIPULATION, PLAIN, VEHICLE, plain};
use crate::words::WORDS;

const SEEDS: u64 = 1_500;

fn plan(case: &Case) -> Schedule {
    schedule(&case.evaluation(), &case.list()).unwrap()
}

const USER: &str = "organisation.roles deployer; organisation.off_the_shelf yes";
const PROVIDER: &str = "organisation.roles provider";

/// Months from the start to the certificate: who, and the ranges with nothing, ISO 9001, ISO/IEC 27001,
/// and 27001 with 27701 or 13485.
const MONTHS: [(&str, &str, &str); 11] = [
    (USER, "micro; organisation.systems one", "5-7 4-6 3-4 3-4"),
    (USER, "small; organisation.systems few", "5-7 4-6 3-4 3-4"),
    (USER, "small; organisation.systems several", "6-9 5-8 4-6 4-5"),
    (PROVIDER, "micro; organisation.systems one", "6-9 5-8 4-6 4-5"),
    (PROVIDER, "small", "6-9 5-8 4-6 4-5"),
    (PROVIDER, "medium", "7-11 6-9 5-7 4-6"),
    (USER, "midcap", "7-11 6-9 5-7 4-6"),
    (PROVIDER, "unknown", "7-11 6-9 5-7 4-6"),
    (USER, "large", "9-13 8-11 6-9 6-8"),
    (
        PROVIDER,
        "large; organisation.complexity opaque",
        "9-13 8-11 6-9 6-8",
    ),
    (
        USER,
        "large; organisation.complexity countries",
        "12-18 11-16 9-12 8-11",
    ),
];

/// Certificates that are there at the start, in the order of the columns; several ways for the last.
const BASES: [&[&str]; 4] = [
    &["none", "soc2 iso22301", "iso27701", "-"],
    &["iso9001", "iso9001 iso13485"],
    &["iso27001", "iso27001 iso9001 soc2"],
    &["iso27001 iso27701", "iso27001 iso13485 iso9001"],
];

#[test]
fn the_months_are_those_of_size_role_and_what_is_there() {
    for (role, size, row) in MONTHS {
        let range = |text: &str| -> [u16; 2] {
            let (low, high) = text.split_once('-').unwrap();
            [low, high].map(|months| months.parse().unwrap())
        };
        let ranges: Vec<[u16; 2]> = row.split(' ').map(range).collect();
        for (own, certificates) in ranges.iter().zip(BASES) {
            for held in certificates {
                let answers = ["organisation.size ", size, "; organisation.certificates ", held].concat();
                let plan = plan(&Case::of(PLAIN).but(role).but(&answers));
                assert_eq!(plan.months, *own, "{role}, {answers}");
                let saved = [ranges[0][0] - own[0], ranges[0][1] - own[1]];
                assert_eq!(plan.saved, saved, "{role}, {answers}");
                assert_eq!(plan.modifiers, Vec::<usize>::new(), "{role}, {answers}");
            }
        }
    }
}

/// What moves the months: its id, answers, and by how much.
const MODIFIERS: [(&str, &str, [i16; 2]); 6] = [
    ("high-risk", CV_RANKING, [1, 3]),
    ("many-systems", "organisation.systems many", [2, 4]),
    ("regulated-product", VEHICLE, [2, 4]),
    ("no-inventory", "organisation.inventory no", [1, 1]),
    ("full-time-lead", "organisation.lead yes", [-2, -1]),
    ("", "organisation.inventory yes; organisation.lead no", [0, 0]),
];

/// The ids of the modifiers of a plan.
fn moved(plan: &Schedule) -> Vec<&'static str> {
    let modifiers = plan.modifiers.iter();
    modifiers
        .map(|index| builtin().plan.modifiers[*index].id)
        .collect()
}

#[test]
fn each_modifier_moves_the_months_by_what_it_says() {
    let base = plain("provider").but("organisation.size medium; organisation.certificates none");
    assert_eq!(plan(&base).months, [7, 11]);
    for (id, answers, [low, high]) in MODIFIERS {
        let plan = plan(&base.but(answers));
        let wanted = [7 + low, 11 + high].map(|months| u16::try_from(months).unwrap());
        assert_eq!(plan.months, wanted, "{id}");
        let ids: Vec<&str> = [id].into_iter().filter(|id| !id.is_empty()).collect();
        assert_eq!(moved(&plan), ids);
    }
    // All that go together, and a regulated product that is high-risk.
    let all = "organisation.systems many; organisation.inventory no; organisation.lead yes; area.screen products; \
        product.law medical; product.function safety; product.third_party yes";
    let plan = plan(&base.but(all));
    assert_eq!(moved(&plan).len(), 5);
    assert_eq!(plan.months, [7 + 1 + 2 + 2 + 1 - 2, 11 + 3 + 4 + 4 + 1 - 1]);
}

#[test]
fn no_plan_is_shorter_than_the_least() {
    let quick = "organisation.size micro; organisation.systems one; organisation.certificates iso27001; \
        organisation.lead yes";
    assert_eq!(plan(&Case::of(PLAIN).but(USER).but(quick)).months, [3, 3]);
    let mut shortest = 0;
    for seed in 0..SEEDS {
        let plan = plan(&any_case(&mut Random::new(seed)));
        let [low, high] = plan.months;
        assert!((3..=high).contains(&low), "seed {seed}: {:?}", plan.months);
        shortest += usize::from(low == 3);
    }
    assert!(shortest > 10, "{shortest} plans are the shortest");
}

fn step(span: &StepSpan) -> &'static PlanStep {
    &builtin().plan.steps[span.step]
}

#[test]
fn steps_follow_each_other_without_holes() {
    for seed in 0..SEEDS {
        let plan = plan(&any_case(&mut Random::new(seed)));
        let total = plan.months.map(weeks);
        let row: Vec<&StepSpan> = plan
            .steps
            .iter()
            .filter(|span| step(span).weeks.is_some() && !step(span).parallel)
            .collect();
        assert_eq!(row.len(), 9, "seed {seed}");
        assert_eq!(row[0].start, [0, 0], "seed {seed}");
        assert_eq!(row[8].end, total, "seed {seed}");
        for pair in row.windows(2) {
            assert_eq!(pair[0].end, pair[1].start, "seed {seed}: {}", step(pair[1]).id);
        }
        for span in &plan.steps {
            for way in 0..2 {
                assert!(span.start[way] <= span.end[way], "seed {seed}: {}", step(span).id);
            }
        }
        for (place, span) in plan
            .steps
            .iter()
            .enumerate()
            .filter(|(_, span)| step(span).parallel)
        {
            let next = plan.steps[place + 1];
            assert_eq!(span.end, next.start, "seed {seed}: {}", step(span).id);
            let [low, high] = step(span).weeks.unwrap();
            let wanted = [span.end[0].saturating_sub(low), span.end[1].saturating_sub(high)];
            assert_eq!(span.start, wanted, "seed {seed}: {}", step(span).id);
        }
        let later = plan.steps.iter().filter(|span| step(span).months.is_some());
        for span in later {
            let [first, last] = step(span).months.unwrap().map(weeks);
            assert_eq!(span.start, total.map(|weeks| weeks + first), "seed {seed}");
            assert_eq!(span.end, total.map(|weeks| weeks + last), "seed {seed}");
        }
    }
}

/// A step with its typical weeks, or its months after the certificate.
type Typical = (&'static str, Option<[u16; 2]>, Option<[u16; 2]>);

const STEPS: [Typical; 12] = [
    ("decide", Some([2, 6]), None),
    ("build", Some([4, 17]), None),
    ("run", Some([9, 17]), None),
    ("check", Some([3, 6]), None),
    ("body", Some([6, 20]), None),
    ("stage-1", Some([1, 1]), None),
    ("close-gaps", Some([2, 12]), None),
    ("stage-2", Some([1, 1]), None),
    ("nonconformities", Some([2, 12]), None),
    ("decision", Some([2, 6]), None),
    ("surveillance", None, Some([12, 24])),
    ("recertification", None, Some([24, 36])),
];

#[test]
fn the_steps_are_those_of_every_certification_and_share_the_time_as_usual() {
    let steps = builtin().plan.steps;
    let found: Vec<_> = steps
        .iter()
        .map(|step| (step.id, step.weeks, step.months))
        .collect();
    assert_eq!(found, STEPS);
    assert_eq!(weeks(3), 13);
    // A year: 52 weeks, of which building has 21 of 104 parts, running 26, a day of audit 2.
    let plan = plan(&plain("provider").but("organisation.size large; organisation.complexity countries"));
    assert_eq!(plan.months, [12, 18]);
    let length = |id: &str| {
        let span = plan.steps.iter().find(|span| step(span).id == id).unwrap();
        span.end[0] - span.start[0]
    };
    let sum: u16 = ["decide", "build", "run", "check", "stage-1"]
        .map(length)
        .iter()
        .sum();
    assert!(length("run") > length("build") && length("build") > length("decide"));
    assert!((33..=34).contains(&sum), "{sum} of 52 weeks to the first stage");
}

#[test]
fn every_clause_and_control_is_in_one_step_of_the_work() {
    let work = builtin().plan.steps.iter().take(4);
    let mut items: Vec<u16> = work.flat_map(|step| step.items).copied().collect();
    items.sort_unstable();
    let standard = (0..).zip(builtin().items);
    let standard = standard.filter(|(_, item)| matches!(item.kind, ItemKind::Clause | ItemKind::Control));
    assert_eq!(items, standard.map(|(index, _)| index).collect::<Vec<u16>>());
}

/// Whether no figure of a plan is greater than that of the other.
fn at_most(one: &Schedule, other: &Schedule) -> bool {
    let months = (0..2).all(|end| one.months[end] <= other.months[end]);
    let days = match (one.half_days, other.half_days) {
        (Some(one), Some(other)) => one[0] <= other[0] && one[1] <= other[1],
        (one, other) => one == other,
    };
    months && days
}

#[test]
fn more_certificates_never_make_a_plan_longer() {
    let all = ["iso27001", "iso9001", "iso27701", "iso13485", "soc2", "iso22301"];
    let mut shorter = 0;
    for seed in 0..SEEDS {
        let mut random = Random::new(seed);
        let case = any_case(&mut random);
        let held: Vec<&str> = all.into_iter().filter(|_| random.one_in(3)).collect();
        let one_more = all[random.below(6)];
        let of = |held: &str| plan(&case.but(&["organisation.certificates ", held].concat()));
        let fewer = if held.is_empty() {
            "none".to_owned()
        } else {
            held.join(" ")
        };
        let more = [&held[..], &[one_more]].concat().join(" ");
        let (before, after) = (of(&fewer), of(&more));
        assert!(
            at_most(&after, &before),
            "seed {seed}: {more} after {fewer}: {after:?}"
        );
        shorter += usize::from(after.months != before.months);
    }
    assert!(shorter > 100, "{shorter} plans became shorter");
}

#[test]
fn more_systems_are_never_cheaper() {
    let mut dearer = 0;
    for seed in 0..SEEDS {
        let case = any_case(&mut Random::new(seed));
        let plans = ["one", "few", "several", "many"]
            .map(|count| plan(&case.but(&["organisation.systems ", count].concat())));
        for pair in plans.windows(2) {
            assert!(at_most(&pair[0], &pair[1]), "seed {seed}: {pair:?}");
            dearer += usize::from(pair[0].half_days != pair[1].half_days);
        }
    }
    assert!(dearer > 1_000, "{dearer} plans became dearer");
}

#[test]
fn the_days_of_a_plan_are_those_of_the_lines_that_are_neither_duties_nor_left_out_for_the_role() {
    let mut sized = 0;
    for seed in 0..SEEDS / 5 {
        let case = any_case(&mut Random::new(seed));
        let list = case.list();
        let lines = list.lines.iter().filter(|line| item(line).kind != ItemKind::Act);
        let lines = lines.filter(|line| line.applicability != Applicability::Excludable);
        let days: Vec<[u16; 2]> = lines.filter_map(|line| line.half_days_left()).collect();
        let sum = |end: usize| days.iter().map(|range| u32::from(range[end])).sum();
        let wanted = (!days.is_empty()).then(|| [sum(0), sum(1)]);
        assert_eq!(plan(&case).half_days, wanted, "seed {seed}");
        sized += usize::from(wanted.is_some());
    }
    assert!(sized > 100, "{sized} plans have days");
}

#[test]
fn a_prohibited_use_has_no_plan() {
    let case = plain("provider").but(MANIPULATION).but("organisation.size small");
    let record = |case: &Case| plan_record(&case.evaluation(), &case.result(), &case.list(), &WORDS);
    assert!(record(&case).schedule.is_none());
    // While it may still turn out to be allowed it has one.
    let open = case.but("practice.manipulation_harm -");
    assert!(record(&open).schedule.is_some());
}

#[test]
fn whole_months_lie_between_two_days() {
    let between = |from: u32, to: u32| {
        let day = |number| Date::from_number(number).unwrap();
        months_between(day(from), day(to))
    };
    for (from, to, months) in [
        (20_261_121, 20_261_121, 0),
        (20_261_121, 20_261_220, 0),
        (20_261_121, 20_261_221, 1),
        (20_261_121, 20_271_202, 12),
        (20_261_121, 20_280_802, 20),
        (20_261_130, 20_270_228, 2),
        (20_271_202, 20_261_121, 0),
    ] {
        assert_eq!(between(from, to), months, "{from} to {to}");
    }
}

#[test]
fn what_a_role_leaves_out_takes_no_days() {
    let days = |role: &str| plan(&Case::of(PLAIN).but(role).but("organisation.size small")).half_days;
    let (user, provider) = (days(USER).unwrap(), days(PROVIDER).unwrap());
    assert!(
        user[0] < provider[0] && user[1] < provider[1],
        "{user:?}, {provider:?}"
    );
}
