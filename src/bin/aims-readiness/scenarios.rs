//! `scenarios`: the deck with what the engine says of each case.

use std::io::{self, Write};

use aims_readiness::catalog::Date;
use aims_readiness::workshop::{Deck, Doubt, ModelRecord, OwnDeck, Scenario, doubts, model_record};
use serde::Serialize;

use crate::overlay::Setting;
use crate::texts;

/// A scenario, the engine's answer to it, and what speaks against it as a case.
#[derive(Serialize)]
struct Answered<'a> {
    #[serde(flatten)]
    scenario: &'a Scenario,
    model: ModelRecord,
    doubts: Vec<Doubt>,
}

/// Prints every scenario, or those of the overlays where there are some, with the engine's answer under the law of a
/// day, unless the scenario has a day of its own.
pub(crate) fn run(as_of: Date, setting: &Setting, mut out: impl Write) -> io::Result<usize> {
    let text = texts::file(texts::DECK)?;
    let (catalog, texts) = (setting.catalog, &setting.texts);
    let scenarios = if setting.overlays.is_empty() {
        serde_json::from_str::<Deck>(text)?.scenarios
    } else {
        let decks = setting.overlays.iter().map(OwnDeck::new);
        decks.flat_map(|deck| deck.scenarios).collect()
    };
    let answered: Vec<Answered<'_>> = scenarios
        .iter()
        .map(|scenario| {
            let (answers, _) = scenario.answers(catalog);
            Answered {
                scenario,
                model: model_record(catalog, &answers, scenario.day(as_of), texts),
                doubts: doubts(scenario, catalog, as_of),
            }
        })
        .collect();
    serde_json::to_writer_pretty(&mut out, &answered)?;
    writeln!(out)?;
    out.flush()?;
    Ok(0)
}
