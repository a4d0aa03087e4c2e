//! Traits of the use case and its stage of life: what they bring forward, and what they make apply.

use aims_readiness::catalog::{Applicability, Emphasis, ItemKind, Stage, builtin};
use aims_readiness::engine::{Checklist, Line};

use crate::case::{Case, item, line};
use crate::uses::{CV_RANKING, PLAIN, plain};

/// The emphasis of a trait or of a stage, with the answer that brings it.
fn emphases() -> Vec<(&'static Emphasis, String)> {
    let answer = |id: &str| match id.strip_prefix("stage-") {
        Some(stage) => ["use.stage ", stage].concat(),
        None => ["use.traits ", id].concat(),
    };
    let emphases = builtin().plan.emphasis.iter();
    emphases.map(|entry| (entry, answer(entry.id))).collect()
}

/// Whether an emphasis names an item or a stage of it.
fn names(entry: &Emphasis, line: &Line) -> bool {
    entry.items.contains(&line.item) || item(line).stages.iter().any(|stage| entry.stages.contains(stage))
}

/// A use of a deployer, off the shelf or not: so that every fit occurs.
fn deployers() -> [Case; 2] {
    ["yes", "no"].map(|shelf| plain("deployer").but(&["organisation.off_the_shelf ", shelf].concat()))
}

#[test]
fn a_trait_or_stage_brings_forward_exactly_what_it_names() {
    let mut forward = 0;
    for (entry, answer) in emphases() {
        for case in deployers() {
            let (before, after) = (case.list(), case.but(&answer).list());
            assert_eq!(before.lines.len(), after.lines.len(), "{}", entry.id);
            for (was, is) in before.lines.iter().zip(&after.lines) {
                let named = names(entry, is);
                let wanted = if named {
                    was.priority.max(2) - 1
                } else {
                    was.priority
                };
                assert_eq!(is.priority, wanted, "{}: {}", entry.id, item(is).id);
                assert_eq!(is.emphasis != 0, named, "{}: {}", entry.id, item(is).id);
                forward += usize::from(is.priority < was.priority);
            }
        }
    }
    assert!(forward > 100, "{forward} lines were brought forward");
}

#[test]
fn a_trait_makes_apply_what_it_names_only_where_it_says_so() {
    let mut made = 0;
    for (entry, answer) in emphases() {
        for case in deployers() {
            let (before, after) = (case.list(), case.but(&answer).list());
            for (was, is) in before.lines.iter().zip(&after.lines) {
                let control = item(is).kind == ItemKind::Control;
                let applies = entry.applies && names(entry, is) && control;
                if applies && was.applicability != Applicability::Applicable {
                    let found = (is.applicability, is.reason.code());
                    assert_eq!(
                        found,
                        (Applicability::Applicable, "emphasis"),
                        "{}: {}",
                        entry.id,
                        item(is).id
                    );
                    made += 1;
                } else {
                    assert_eq!(
                        (is.applicability, is.reason),
                        (was.applicability, was.reason),
                        "{}: {}",
                        entry.id,
                        item(is).id
                    );
                }
            }
        }
    }
    assert!(made > 20, "{made} controls were made to apply");
}

/// What a trait makes apply for a deployer for whom it would be conditional.
const NEEDED: [(&str, &str); 4] = [
    (
        "fine-tuned",
        "A.6.1.3 A.6.2.2 A.6.2.3 A.7.2 A.7.3 A.7.4 A.7.5 A.7.6 A.4.3",
    ),
    ("retrieval", "A.6.1.3 A.7.2 A.7.4 A.7.5 A.4.3"),
    ("agentic", "A.6.1.3"),
    ("public-facing", "A.10.4"),
];

fn applies(list: &Checklist, id: &str) -> bool {
    line(list, id).unwrap().applicability == Applicability::Applicable
}

#[test]
fn who_fine_tunes_adds_data_runs_agents_or_serves_the_public_needs_what_is_conditional() {
    let deployer = plain("deployer").but("organisation.off_the_shelf no");
    for (name, controls) in NEEDED {
        let with = deployer.but(&["use.traits ", name].concat()).list();
        for id in controls.split(' ') {
            assert!(!applies(&deployer.list(), id), "{id} is conditional");
            assert!(applies(&with, id), "{name}: {id}");
        }
    }
    for name in [
        "generative",
        "minors",
        "personal-data",
        "safety",
        "third-party-model",
        "cross-border",
    ] {
        let with = deployer.but(&["use.traits ", name].concat()).list();
        assert!(!applies(&with, "A.6.1.3"), "{name} alone changes no development");
    }
}

#[test]
fn each_stage_of_life_brings_its_controls_forward() {
    let named = |id: &str| {
        let (entry, _) = emphases().into_iter().find(|(entry, _)| entry.id == id).unwrap();
        entry.stages
    };
    assert_eq!(named("stage-idea"), [Stage::Inception]);
    assert_eq!(named("stage-building"), [Stage::Design, Stage::Validation]);
    assert_eq!(named("stage-pilot"), [Stage::Validation, Stage::Deployment]);
    assert_eq!(
        named("stage-in-use"),
        [Stage::Operation, Stage::ContinuousValidation]
    );
    // One control that belongs to one stage only.
    let deployment = |stage: &str| {
        let list = plain("provider").but(&["use.stage ", stage].concat()).list();
        line(&list, "A.6.2.5").unwrap().emphasis != 0
    };
    assert_eq!(
        ["idea", "building", "pilot", "in-use"].map(deployment),
        [false, false, true, false]
    );
}

#[test]
fn several_reasons_bring_a_line_forward_by_one_step_only() {
    let use_case = plain("provider").but(CV_RANKING);
    let lists = [
        use_case.but("organisation.sectors other"),
        use_case.but("organisation.sectors recruitment_hr"),
        use_case.but(
            "organisation.sectors recruitment_hr; use.traits minors generative public-facing; use.stage in-use",
        ),
    ];
    // A duty of information: first at high risk anyhow; a report channel: next, and brought forward once.
    let priorities = |id: &str| {
        lists
            .each_ref()
            .map(|case| line(&case.list(), id).unwrap().priority)
    };
    assert_eq!(priorities("A.8.3"), [2, 2, 1]);
    assert_eq!(priorities("A.8.5"), [2, 1, 1]);
    assert_eq!(priorities("A.8.2"), [1, 1, 1]);
    let both = plain("provider").but("organisation.sectors recruitment_hr; use.traits cross-border");
    assert_eq!(line(&both.list(), "A.8.5").unwrap().priority, 2, "of three, once");
}

#[test]
fn what_is_not_known_brings_nothing_forward() {
    let case = Case::of(PLAIN).but("organisation.roles provider; use.traits unknown; use.stage unknown");
    assert!(case.list().lines.iter().all(|line| line.emphasis == 0));
}
