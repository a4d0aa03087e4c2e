//! Prints use cases for measuring, the same for the same numbers: `rows COUNT [jsonl|csv]`.
//!
//! Each is a visit: questions are asked as the element asks them and answered at random. Visits that end
//! after a few questions are left out, and one in ten of the others leaves answers open. A few thousand visits come again and again under new ids, which the command line
//! cannot know.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a program for measuring fails by panicking"
)]

#[path = "../random/mod.rs"]
#[allow(dead_code, reason = "shared with the property tests, which use all of it")]
mod random;

use std::env;
use std::io::{self, BufWriter, ErrorKind, Write};

use aims_readiness::catalog::{Catalog, FactKind, builtin};
use aims_readiness::engine::{Answer, Answers, Classifier, next_question};
use random::{Random, day};
use serde_json::{Map, Value, json};

const VISITS: usize = 4_000;
/// The fewest answers of a visit: with fewer the use case was out of scope, as few in a register are.
const FEWEST: usize = 8;

fn main() {
    let mut arguments = env::args().skip(1);
    let count = arguments.next().and_then(|count| count.parse().ok());
    let count: usize = count.unwrap_or_else(|| panic!("rows COUNT [jsonl|csv]"));
    let csv = match arguments.next().as_deref() {
        None | Some("jsonl") => false,
        Some("csv") => true,
        Some(other) => panic!("{other} is neither jsonl nor csv"),
    };
    match print(count, csv) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => panic!("{error}"),
        _ => {}
    }
}

fn print(count: usize, csv: bool) -> io::Result<()> {
    let catalog = builtin();
    let classifier = Classifier::new(catalog, day());
    let mut random = Random::new(42);
    let visits: Vec<Answers> = std::iter::repeat_with(|| visit(&mut random, &classifier, catalog))
        .filter(|answers| given(answers) >= FEWEST)
        .take(VISITS.min(count))
        .collect();
    let tails: Vec<String> = visits
        .iter()
        .map(|answers| {
            if csv {
                cells(catalog, answers)
            } else {
                object(catalog, answers)
            }
        })
        .collect();
    let mut out = BufWriter::new(io::stdout().lock());
    if csv {
        let facts: Vec<&str> = catalog.facts.iter().map(|fact| fact.id).collect();
        writeln!(out, "id,{}", facts.join(","))?;
    }
    for (number, tail) in (0..count).zip(tails.iter().cycle()) {
        if csv {
            writeln!(out, "uc-{number:07},{tail}")?;
        } else {
            writeln!(out, "{{\"id\":\"uc-{number:07}\",\"answers\":{tail}}}")?;
        }
    }
    out.flush()
}

/// Answers until nothing is left to ask.
fn visit(random: &mut Random, classifier: &Classifier, catalog: &'static Catalog) -> Answers {
    let gaps = random.one_in(10);
    let mut answers = Answers::new(catalog);
    loop {
        let evaluation = classifier.evaluate(&answers);
        let result = classifier.classify_evaluated(&evaluation);
        let Some(asked) = next_question(&evaluation, &result) else {
            return answers;
        };
        let fact = &catalog.facts[usize::from(asked)];
        let one = 1 << random.below(fact.values.len());
        let answer = match fact.kind {
            _ if gaps && random.one_in(5) => Answer::DontKnow,
            FactKind::Many if random.one_in(2) => Answer::Values(0),
            _ => Answer::Values(one),
        };
        answers.set(asked, answer);
    }
}

/// How many questions were answered.
fn given(answers: &Answers) -> usize {
    let given = answers.iter().filter(|(_, answer)| *answer != Answer::NotAsked);
    given.count()
}

fn object(catalog: &'static Catalog, answers: &Answers) -> String {
    let given = (0..).zip(catalog.facts).filter_map(|(index, fact)| {
        let ids = answers.ids(catalog, index)?;
        let value = match ids.as_slice() {
            [only] => json!(only),
            many => json!(many),
        };
        Some((fact.id.to_owned(), value))
    });
    Value::Object(given.collect::<Map<_, _>>()).to_string()
}

fn cells(catalog: &'static Catalog, answers: &Answers) -> String {
    let cells: Vec<String> = (0..catalog.facts.len())
        .map(|index| match answers.ids(catalog, index as u16) {
            None => String::new(),
            Some(ids) if ids.is_empty() => "none".to_owned(),
            Some(ids) => ids.join("|"),
        })
        .collect();
    cells.join(",")
}
