//! Mistakes in the catalogue fail its packing, each with the file, the line and a hint, and the
//! catalogue as it stands has none: its lists are those of the sources and its texts are all used.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "../src/catalog/authoring/mod.rs"]
mod authoring;
#[path = "support/interface.rs"]
mod interface;
#[path = "support/published.rs"]
mod published;
#[path = "support/scratch.rs"]
mod scratch;
#[path = "support/source.rs"]
mod source;

use std::collections::BTreeSet;

use aims_readiness::catalog::builtin;
use scratch::{Mistake, Scratch, each_is_reported};

const ROLES: &str = "rules/roles.toml";
const CONTROLS: &str = "checklist/controls.toml";
const QUESTIONS: &str = "wording/en/questions.toml";

/// A rule with no mistake in it, but that no wording has its id.
const RULE: &str = r#"
[[rule]]
id = "test.rule"
flags = ["literacy"]
when = { is = ["scope.ai_system", "yes"] }
references = [{ source = "act", at = "Art 3", anchor = "art_3" }]
basis = "law"
in_force = "2024-08-01"
milestone = "literacy"
"#;

/// A control with no mistake in it, but that no wording has its id.
const CONTROL: &str = r#"
[[item]]
id = "A.2.99"
title = "Test"
group = "A.2"
phase = "plan"
owner = "risk-manager"
effort = { small = [1, 2], medium = [2, 4], large = [4, 8] }
reuse = { iso27001 = 33 }
priority = { high = 1, limited = 2, minimal = 3 }
role = { provider = "applicable", deployer = "applicable", user = "applicable" }
stages = ["organisation"]
rules = ["fria"]
milestone = "literacy"
"#;

/// The text with `to` for `from`, which it must have.
fn with(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "`{from}` is not in the text");
    text.replacen(from, to, 1)
}

/// A rule with a mistake, added to a file that puts no condition on its rules.
fn rule(what: &'static str, from: &str, to: &str) -> Mistake {
    Mistake::new(what).append(ROLES, &with(RULE, from, to))
}

/// A rule whose condition is this, with the mistake in the condition's line.
fn rule_when(what: &'static str, when: &str) -> Mistake {
    rule(what, r#"{ is = ["scope.ai_system", "yes"] }"#, when).at(ROLES, when)
}

/// A control with a mistake.
fn control(what: &'static str, from: &str, to: &str) -> Mistake {
    Mistake::new(what).append(CONTROLS, &with(CONTROL, from, to))
}

#[test]
fn the_catalogue_as_it_stands_has_no_mistake() {
    let packed = authoring::pack(&scratch::catalog()).unwrap_or_else(|problems| {
        let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("{}", problems.join("\n"))
    });
    for language in &packed.languages {
        assert!(
            language.stale.is_empty(),
            "{}: {:?}",
            language.language,
            language.stale
        );
    }
    let names: BTreeSet<&str> = packed.files.iter().map(|(name, _)| name.as_str()).collect();
    let expected = [
        "catalog.rs",
        "wording.en.json",
        "wording.en.results.json",
        "wording.en.checklist.json",
        "wording.en.reference.json",
    ];
    assert!(names.is_superset(&BTreeSet::from(expected)), "{names:?}");
    for (name, text) in &packed.files {
        if name.starts_with("deck.") {
            let deck: serde_json::Value = serde_json::from_str(text).unwrap();
            assert!(deck["scenarios"].as_array().unwrap().len() > 40, "{name}");
        } else if name.ends_with(".json") {
            let texts: serde_json::Map<String, serde_json::Value> = serde_json::from_str(text).unwrap();
            assert!(!texts.is_empty(), "{name} has texts");
            assert!(texts.values().all(serde_json::Value::is_string), "{name} is flat");
        } else {
            assert!(
                text.contains(builtin().digest),
                "{name} is the catalogue built in"
            );
        }
    }
}

#[test]
fn a_copy_packs_to_the_same_files() {
    let copy = Scratch::whole()
        .pack()
        .unwrap_or_else(|_| panic!("the copy packs"));
    let own = authoring::pack(&scratch::catalog()).unwrap_or_else(|_| panic!("the catalogue packs"));
    assert_eq!(copy.files, own.files);
}

#[test]
fn mistakes_in_conditions() {
    let transparency = "rules/transparency.toml";
    each_is_reported(&[
        Mistake::new("a misspelt fact id in a condition")
            .replace(
                transparency,
                r#"["transparency.obvious", "no"]"#,
                r#"["transparency.obvius", "no"]"#,
            )
            .at(transparency, "transparency.obvius")
            .says("fact `transparency.obvius`")
            .hint("did you mean `transparency.obvious`"),
        Mistake::new("a misspelt fact id within a condition of many lines")
            .replace(
                ROLES,
                r#"["organisation.public_role", ["public-body""#,
                r#"["organisation.publik_role", ["public-body""#,
            )
            .at(ROLES, "organisation.publik_role")
            .says("fact `organisation.publik_role`")
            .hint("did you mean `organisation.public_role`"),
        Mistake::new("a misspelt value")
            .replace(
                transparency,
                r#"["transparency.screen", "interacts"]"#,
                r#"["transparency.screen", "interact"]"#,
            )
            .at(transparency, r#""interact""#)
            .says("value of `transparency.screen` `interact`")
            .hint("did you mean `interacts`"),
        rule_when("an unknown term", r#"{ term = "annex_iii.hihg" }"#)
            .says("term `annex_iii.hihg`")
            .hint("did you mean `annex_iii.high`"),
        rule_when(
            "two keys",
            r#"{ is = ["scope.ai_system", "yes"], term = "scope.applies" }"#,
        )
        .says("exactly one of")
        .hint("all = ["),
        rule_when("no key", "{}").says("exactly one of").hint("all = ["),
        rule_when("an empty list of parts that must all hold", "{ all = [] }")
            .says("empty list")
            .hint("leave"),
        rule_when("an empty list of parts of which one must hold", "{ any = [] }")
            .says("empty list")
            .hint("leave"),
        rule_when(
            "an empty list of values, hidden by another part that can hold",
            r#"{ any = [{ is = ["scope.ai_system", "yes"] }, { in = ["scope.exclusion", []] }] }"#,
        )
        .says("empty list")
        .hint("leave"),
        rule_when("a text instead of a condition", r#""scope.applies""#)
            .says("string")
            .hint("term"),
    ]);
}

#[test]
fn mistakes_in_ids() {
    each_is_reported(&[
        Mistake::new("a duplicate fact id")
            .append(
                "facts/duties.toml",
                "[[fact]]\nid = \"scope.ai_system\"\nkind = \"yes-no\"\n",
            )
            .at("facts/duties.toml", r#"id = "scope.ai_system""#)
            .says("fact `scope.ai_system` is defined twice")
            .hint("catalog/facts/scope.toml:"),
        rule("a duplicate rule id", "test.rule", "scope.military")
            .at(ROLES, r#"id = "scope.military""#)
            .says("rule `scope.military` is defined twice")
            .hint("catalog/rules/scope.toml:"),
        rule("a rule with the id of a derogation", "test.rule", "art6.3")
            .at(ROLES, r#"id = "art6.3""#)
            .says("rule `art6.3` is defined twice")
            .hint("catalog/rules/high-risk.toml:"),
    ]);
}

#[test]
fn mistakes_in_rules() {
    let here = r#"id = "test.rule""#;
    each_is_reported(&[
        rule(
            "no reference",
            "references = [{ source = \"act\", at = \"Art 3\", anchor = \"art_3\" }]\n",
            "",
        )
        .at(ROLES, here)
        .says("`test.rule` has no reference")
        .hint("references = ["),
        rule("no first day", "in_force = \"2024-08-01\"\n", "")
            .at(ROLES, here)
            .says("`test.rule` has no date")
            .hint("in_force = "),
        rule("no basis", "basis = \"law\"\n", "")
            .at(ROLES, here)
            .says("`test.rule`")
            .hint("basis = "),
        Mistake::new("no outcome")
            .append(
                ROLES,
                &RULE
                    .replace("flags = [\"literacy\"]\n", "")
                    .replace("milestone = \"literacy\"\n", ""),
            )
            .at(ROLES, here)
            .says("`test.rule` has no outcome")
            .hint("`tier`"),
        rule("an unknown source", r#"source = "act""#, r#"source = "acts""#)
            .at(ROLES, r#"source = "acts""#)
            .says("source `acts`")
            .hint("did you mean `act`"),
        rule(
            "an unknown milestone",
            r#"milestone = "literacy""#,
            r#"milestone = "litracy""#,
        )
        .at(ROLES, r#"milestone = "litracy""#)
        .says("milestone `litracy`")
        .hint("did you mean `literacy`"),
        rule("a bad tier", r#"flags = ["literacy"]"#, r#"tier = "hihg""#)
            .at(ROLES, r#"tier = "hihg""#)
            .says("tier `hihg`")
            .hint("did you mean `high`"),
        rule(
            "an unknown derogation",
            r#"flags = ["literacy"]"#,
            "tier = \"high\"\nderogation = \"art6.33\"",
        )
        .at(ROLES, r#"derogation = "art6.33""#)
        .says("derogation `art6.33`")
        .hint("did you mean `art6.3`"),
        rule(
            "an unknown role",
            r#"flags = ["literacy"]"#,
            r#"adds_roles = ["providr"]"#,
        )
        .at(ROLES, r#"adds_roles = ["providr"]"#)
        .says("role `providr`")
        .hint("did you mean `provider`"),
        rule(
            "an unknown key",
            r#"flags = ["literacy"]"#,
            "flags = [\"literacy\"]\ntear = \"high\"",
        )
        .at(ROLES, r#"tear = "high""#)
        .says("tear")
        .hint("tier"),
    ]);
}

#[test]
fn rules_and_facts_out_of_reach() {
    let here = r#"id = "test.rule""#;
    let apart = r#"{ all = [{ is = ["scope.ai_system", "yes"] }, { is = ["scope.ai_system", "no"] }] }"#;
    each_is_reported(&[
        rule_when("a rule whose parts contradict each other", apart)
            .at(ROLES, here)
            .says("`test.rule` is unreachable")
            .hint("exclude each other"),
        rule_when(
            "a rule that contradicts itself by way of a term",
            r#"{ all = [{ term = "scope.applies" }, { is = ["scope.exclusion", "no-eu-link"] }] }"#,
        )
        .at(ROLES, here)
        .says("`test.rule` is unreachable")
        .hint("exclude each other"),
        // Whether there is a link is asked only of AI systems.
        rule_when(
            "a rule with a fact that cannot arise",
            r#"{ all = [{ is = ["practice.manipulation_harm", "yes"] }, { not = { is = ["practice.screen", "manipulation"] } }] }"#,
        )
        .at(ROLES, here)
        .says("`test.rule` is unreachable")
        .hint("cannot arise"),
        Mistake::new("a derogation that cannot apply")
            .append(
                ROLES,
                &with(
                    &with(RULE, "[[rule]]", "[[derogation]]\nto = \"exempt\""),
                    r#"{ is = ["scope.ai_system", "yes"] }"#,
                    apart,
                ),
            )
            .at(ROLES, here)
            .says("`test.rule` is unreachable")
            .hint("exclude each other"),
        Mistake::new("a fact that is never asked")
            .replace(
                "facts/profile.toml",
                r#"{ not = { is = ["organisation.roles", "provider"] } }"#,
                r#"{ not = { is = ["organisation.roles", "deployer"] } }"#,
            )
            .at("facts/profile.toml", r#"id = "organisation.off_the_shelf""#)
            .says("`organisation.off_the_shelf` is unreachable")
            .hint("exclude each other"),
    ]);
}

#[test]
fn mistakes_in_facts_and_terms() {
    let covered = "id = \"product.covered\"\nwhen = { in = [\"product.law\", [";
    each_is_reported(&[
        Mistake::new("a fact that nothing uses")
            .append("facts/scope.toml", "[[fact]]\nid = \"scope.spare\"\nkind = \"yes-no\"\n")
            .at("facts/scope.toml", r#"id = "scope.spare""#)
            .says("nothing uses fact `scope.spare`")
            .hint("use it"),
        Mistake::new("a fact that depends on a later fact")
            .replace(
                "facts/prohibited.toml",
                r#"ask_when = { is = ["practice.screen", "manipulation"] }"#,
                r#"ask_when = { is = ["practice.vulnerability_harm", "yes"] }"#,
            )
            .at("facts/prohibited.toml", r#"id = "practice.manipulation_harm""#)
            .says("`practice.vulnerability_harm`")
            .hint("move"),
        Mistake::new("a fact that depends on a later fact by way of a term")
            .replace("facts/organisation.toml", "{ term = \"scope.applies\" }", "{ term = \"product.covered\" }")
            .at("facts/organisation.toml", r#"id = "organisation.roles""#)
            .says("`product.law`")
            .hint("move")
            .times(2..=2),
        Mistake::new("terms in a circle")
            .append(ROLES, "[[term]]\nid = \"test.a\"\nwhen = { term = \"test.b\" }\n[[term]]\nid = \"test.b\"\nwhen = { term = \"test.a\" }\n")
            .at(ROLES, "id = \"test.a\"\nwhen = { term = \"test.b\" }\n[[term]]\nid = \"test.b\"")
            .says("circle")
            .hint("circle")
            .times(1..=2),
        Mistake::new("a term in a circle with itself that a fact waits for")
            .replace(
                "rules/product.toml",
                covered,
                "id = \"product.covered\"\nwhen = { not = { term = \"product.covered\" } }\n\n[[term]]\nid = \"test.old\"\nwhen = { in = [\"product.law\", [",
            )
            .at("rules/product.toml", "id = \"product.covered\"\nwhen = { not")
            .says("circle")
            .hint("circle"),
    ]);
}

#[test]
fn mistakes_in_law() {
    let milestones = "law/milestones.toml";
    let mut mistakes = vec![
        Mistake::new("a milestone that nothing uses")
            .append(milestones, "[[milestone]]\nid = \"spare\"\nreference = { source = \"act\", at = \"Art 113\" }\nhistory = [{ from = \"2024-08-01\", value = \"2025-02-02\" }]\n")
            .at(milestones, r#"id = "spare""#)
            .says("nothing uses milestone `spare`")
            .hint("remove it"),
        Mistake::new("a milestone with an unknown source")
            .replace(milestones, r#"source = "act", at = "Art 111(4)""#, r#"source = "axt", at = "Art 111(4)""#)
            .at(milestones, r#"source = "axt""#)
            .says("source `axt`")
            .hint("did you mean `act`"),
        Mistake::new("an impossible day in the history of a milestone")
            .replace(milestones, r#"value = "2028-08-02""#, r#"value = "2028-02-30""#)
            .at(milestones, "2028-02-30")
            .says("`2028-02-30`")
            .hint("YYYY-MM-DD"),
        Mistake::new("an impossible day of a source")
            .replace("law/sources.toml", r#"date = "2026-05-19""#, r#"date = "2026-05-32""#)
            .at("law/sources.toml", "2026-05-32")
            .says("`2026-05-32`")
            .hint("YYYY-MM-DD"),
    ];
    for (what, day) in [
        ("a 13th month", "2024-13-01"),
        ("a 30 February", "2026-02-30"),
        ("a 29 February in a year without", "2025-02-29"),
        ("a 31 June", "2025-06-31"),
        ("a day without leading zero", "2024-8-01"),
        ("hyphens at the wrong places", "20-24-0801"),
        ("another order", "01-08-2024"),
        ("another separator", "2024/08/01"),
        ("no digits", "YYYY-MM-DD"),
    ] {
        let line = format!("in_force = \"{day}\"");
        let mistake = rule(what, r#"in_force = "2024-08-01""#, &line);
        mistakes.push(mistake.at(ROLES, &line).says("not a date").hint("YYYY-MM-DD"));
    }
    mistakes.push(
        rule(
            "an impossible last day",
            "basis = \"law\"",
            "basis = \"law\"\nuntil = \"2027-04-31\"",
        )
        .at(ROLES, "2027-04-31")
        .says("not a date")
        .hint("YYYY-MM-DD"),
    );
    each_is_reported(&mistakes);
}

#[test]
fn mistakes_in_the_checklist() {
    let tailoring = "checklist/tailoring.toml";
    each_is_reported(&[
        control("an unknown owner", "risk-manager", "risk-manger")
            .at(CONTROLS, "risk-manger")
            .says("owner `risk-manger`")
            .hint("did you mean `risk-manager`"),
        control("an unknown certificate", "iso27001 = 33", "iso27002 = 33")
            .at(CONTROLS, "iso27002 = 33")
            .says("iso27002")
            .hint("did you mean `iso27001`"),
        // The certificate is spelled well: to ask whether that very word was meant helps nobody.
        control("percent over 100", "iso27001 = 33", "iso27001 = 101").at(CONTROLS, "iso27001 = 101").says("101").hint("100"),
        control("priority 4", "limited = 2", "limited = 4").at(CONTROLS, "limited = 4").says("priority 4").hint("1 first"),
        control("an unknown rule", "\"fria\"", "\"frai\"")
            .at(CONTROLS, "\"frai\"")
            .says("rule `frai`")
            .hint("did you mean `fria`"),
        control("an unknown milestone", "\"literacy\"", "\"litracy\"")
            .at(CONTROLS, "\"litracy\"")
            .says("milestone `litracy`")
            .hint("did you mean `literacy`"),
        control(
            "no role table",
            "role = { provider = \"applicable\", deployer = \"applicable\", user = \"applicable\" }\n",
            "",
        )
        .at(CONTROLS, r#"id = "A.2.99""#)
        .says("`A.2.99` has no `role` table")
        .hint("provider, deployer and user"),
        Mistake::new("a tier without tailoring")
            .replace(
                tailoring,
                "[[tailoring]]\ntier = \"exempt\"\nconditional_applies = false\ndepth = \"standard\"\nwording = \"limited\"\n",
                "",
            )
            .for_file(tailoring)
            .says("`exempt`")
            .hint("every tier"),
        Mistake::new("two sizes too few")
            .replace(
                "catalog.toml",
                r#"sizes = ["small", "small", "medium", "medium", "large"]"#,
                r#"sizes = ["small", "medium", "large"]"#,
            )
            .at("catalog.toml", "sizes = [")
            .says("3 bands for 5 values")
            .hint("small, medium, large"),
    ]);
}

#[test]
fn mistakes_with_files() {
    each_is_reported(&[
        Mistake::new("a file in facts/ that is not listed")
            .append("facts/extra.toml", "topic = \"scope\"\n")
            .for_file("facts/extra.toml")
            .says("not listed")
            .hint("\"extra\""),
        Mistake::new("a file in rules/ that is not listed")
            .append("rules/extra.toml", "")
            .for_file("rules/extra.toml")
            .says("not listed")
            .hint("\"extra\""),
        Mistake::new("a file in checklist/ that is not listed")
            .append("checklist/extra.toml", "kind = \"act\"\n")
            .for_file("checklist/extra.toml")
            .says("not listed")
            .hint("\"extra\""),
        Mistake::new("a listed file that is missing")
            .remove("facts/duties.toml")
            .for_file("facts/duties.toml")
            .says("cannot read")
            .hint("catalog.toml"),
        Mistake::new("a misspelt name in the list of files")
            .replace("catalog.toml", "\"duties\"", "\"dutis\"")
            .for_file("facts/duties.toml")
            .says("not listed")
            .hint("catalog.toml")
            .times(2..=2),
    ]);
}

#[test]
fn missing_wording() {
    each_is_reported(&[
        Mistake::new("no words for a new fact")
            .append(
                "facts/scope.toml",
                "[[fact]]\nid = \"scope.new\"\nkind = \"yes-no\"\n",
            )
            .replace(
                ROLES,
                r#"{ is = ["organisation.changes", "own-name"] }"#,
                r#"{ is = ["scope.new", "yes"] }"#,
            )
            .for_file(QUESTIONS)
            .says("`fact.scope.new.question` is missing")
            .hint("needs words")
            // The question, the help and the example.
            .times(3..=3),
        Mistake::new("no words for a new value")
            .replace(
                "facts/duties.toml",
                "\"public-service\"",
                "\"public-service\", \"charity\"",
            )
            .for_file(QUESTIONS)
            .says("`fact.organisation.public_role.value.charity` is missing")
            .hint("needs words"),
        Mistake::new("no words for a new rule")
            .append(ROLES, RULE)
            .for_file("wording/en/results.toml")
            .says("`rule.test.rule.because` is missing")
            .hint("needs words"),
        Mistake::new("no words for a new control")
            .append(CONTROLS, CONTROL)
            .for_file("wording/en/checklist.toml")
            .says("`item.A.2.99.do` is missing")
            .hint("needs words")
            // What to do, the evidence and three depths.
            .times(5..=5),
    ]);
}

#[test]
fn spare_wording() {
    let spare = "[fact.\"scope.eu_lnk\"]\nquestion = \"Is there a link?\"";
    each_is_reported(&[
        Mistake::new("words for a misspelt fact")
            .append(QUESTIONS, spare)
            .at(QUESTIONS, spare)
            .says("`fact.scope.eu_lnk.question`")
            .hint("spelling"),
        Mistake::new("words for a misspelt value")
            .replace(QUESTIONS, "value.research-only = ", "value.reserch-only = ")
            .at(QUESTIONS, "value.reserch-only")
            .says("`fact.scope.exclusion.value.reserch-only`")
            .hint("spelling")
            // The value spelled well has no words then.
            .times(2..=2),
        Mistake::new("a hint for a misspelt value")
            .replace(QUESTIONS, "hint.manipulation = ", "hint.manipulatoin = ")
            .at(QUESTIONS, "hint.manipulatoin")
            .says("`fact.practice.screen.hint.manipulatoin`")
            .hint("spelling"),
        Mistake::new("words for a misspelt rule")
            .append(
                "wording/en/results.toml",
                "[rule.\"art5.1.aa\"]\nbecause = \"Because.\"",
            )
            .at(
                "wording/en/results.toml",
                "[rule.\"art5.1.aa\"]\nbecause = \"Because.\"",
            )
            .says("`rule.art5.1.aa.because`")
            .hint("spelling"),
        Mistake::new("words for a term that is not there")
            .replace(
                "wording/en/reference.toml",
                "\"product.covered\" = ",
                "\"product.old\" = \"Old.\"\n\"product.covered\" = ",
            )
            .at("wording/en/reference.toml", "\"product.old\"")
            .says("`term.product.old`")
            .hint("spelling"),
        Mistake::new("words for a heading that is not there")
            .replace(
                "wording/en/checklist.toml",
                "\"A.10\" = ",
                "\"A.11\" = \"Old.\"\n\"A.10\" = ",
            )
            .at("wording/en/checklist.toml", "\"A.11\"")
            .says("`group.A.11`")
            .hint("spelling"),
    ]);
}

#[test]
fn empty_wording() {
    let interface = "wording/en/interface.toml";
    each_is_reported(&[
        Mistake::new("an empty text")
            .replace(interface, "continue = \"Continue\"", "continue = \"\"")
            .at(interface, "continue = \"\"")
            .says("`ui.continue`")
            .hint("write a sentence"),
        Mistake::new("a text of blanks")
            .replace(
                interface,
                "start.kicker = \"EU AI Act and ISO/IEC 42001\"",
                "start.kicker = \"  \"",
            )
            .at(interface, "start.kicker = \"  \"")
            .says("`ui.start.kicker`")
            .hint("write a sentence"),
    ]);
}
