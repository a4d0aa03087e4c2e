//! `scenarios`: the deck with what the engine says of each case.

use std::io::{self, Write};

use aims_readiness::catalog::{Date, builtin};
use aims_readiness::workshop::{Deck, ModelRecord, Scenario, model_record};
use serde::Serialize;

use crate::texts;

/// A scenario, and the engine's answer to it.
#[derive(Serialize)]
struct Answered<'a> {
    #[serde(flatten)]
    scenario: &'a Scenario,
    model: ModelRecord,
}

/// Prints every scenario with the engine's answer, under the law of a day unless the scenario has a day of its own.
pub(crate) fn run(as_of: Date, mut out: impl Write) -> io::Result<usize> {
    let (_, text) = texts::DECK;
    let deck: Deck = serde_json::from_str(text)?;
    let (catalog, texts) = (builtin(), texts::english()?);
    let answered: Vec<Answered<'_>> = deck
        .scenarios
        .iter()
        .map(|scenario| {
            let (answers, _) = scenario.answers(catalog);
            let model = model_record(catalog, &answers, scenario.day(as_of), &texts);
            Answered { scenario, model }
        })
        .collect();
    serde_json::to_writer_pretty(&mut out, &answered)?;
    writeln!(out)?;
    out.flush()?;
    Ok(0)
}
