//! Mistakes in the scenario deck fail the packing of the catalogue, each with the file, the line and a hint.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "../src/catalog/authoring/mod.rs"]
#[allow(dead_code, reason = "only mistakes are looked at here")]
mod authoring;
#[path = "support/scratch.rs"]
#[allow(dead_code, reason = "other mistakes need more of it")]
mod scratch;

use scratch::{Mistake, each_is_reported};

#[test]
fn mistakes_in_the_scenario_deck() {
    const WORK: &str = "scenarios/work.toml";
    const HEAD: &str = "id = \"payslip-check-with-stars\"\ndomains = [\"foundation\", \"implementer\"]\ndifficulty = 2\nminutes = 10\nmistake = \"minimal\"";
    const WORDS: &str = "wording/en/scenarios/work.toml";
    each_is_reported(&[
        Mistake::new("a misspelt fact in a scenario")
            .replace(
                WORK,
                r#""credit.use" = ["creditworthiness", "fraud"]"#,
                r#""credit.uze" = ["fraud"]"#,
            )
            .at(WORK, r#"id = "payslip-check-with-stars""#)
            .says("`credit.uze` is no fact")
            .hint("did you mean `credit.use`"),
        Mistake::new("a misspelt value in a scenario")
            .replace(
                WORK,
                r#"["creditworthiness", "fraud"]"#,
                r#"["creditworthiness", "fraut"]"#,
            )
            .at(WORK, "fraut")
            .says("`fraut` is no value of this fact")
            .hint("did you mean `fraud`"),
        Mistake::new("a tier that there is not")
            .replace(WORK, HEAD, &HEAD.replace("minimal", "minimum"))
            .at(WORK, "minimum")
            .says("`minimum` is no tier")
            .hint("did you mean `minimal`"),
        Mistake::new("a fact that is missing and answered")
            .replace(
                WORK,
                r#"missing = ["credit.use"]"#,
                r#"missing = ["area.screen"]"#,
            )
            .at(WORK, r#"missing = ["area.screen"]"#)
            .says("is missing and answered")
            .hint("one or the other"),
        Mistake::new("a scenario that is too hard")
            .replace(WORK, HEAD, &HEAD.replace("difficulty = 2", "difficulty = 9"))
            .at(WORK, "difficulty = 9")
            .says("the difficulty is not between 1 and 3")
            .hint("1 is easy"),
        Mistake::new("words of a scenario that there is not")
            .append(
                WORDS,
                "[scenario.nobody]\ntitle = \"x\"\nstory = \"x\"\nmistake = \"x\"\nprompt = { 1 = \"x\" }\n",
            )
            .at(WORDS, "nobody]")
            .says("there is no scenario `nobody`")
            .hint("spelling"),
        Mistake::new("questions for the room that are not numbered from 1")
            .replace(
                WORDS,
                "[scenario.payslip-check-with-stars.prompt]\n1 =",
                "[scenario.payslip-check-with-stars.prompt]\n7 =",
            )
            .at(WORDS, "A software firm in Malta")
            .says("not numbered from 1")
            .hint("begin with 1"),
    ]);
}
