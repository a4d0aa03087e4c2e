//! Measures, always on rows that the training did not see, and on weights as the file holds them.

use std::collections::BTreeSet;

use crate::choice::{Kind, Read, fit};
use crate::outcome::Outcome;
use crate::pack::rounded;
use crate::rows::{Classes, Origin, Row};
use crate::settings::Settings;

/// Rows, what is measured on them, and with which settings.
struct Trial<'a> {
    rows: &'a [Read<'a>],
    kind: Kind,
    classes: &'a Classes,
    settings: &'a Settings,
}

impl Trial<'_> {
    /// Trains on some rows without those that are tested, and adds what came out for these.
    fn run(&self, trained: impl Fn(&Row) -> bool, tested: impl Fn(&Row) -> bool, outcome: &mut Outcome) {
        let kept = self
            .rows
            .iter()
            .filter(|read| trained(read.row) && !tested(read.row));
        let kept: Vec<&Read<'_>> = kept.collect();
        let mut fitted = fit(&kept, self.kind, self.classes.ids.len(), self.settings);
        fitted.weights = rounded(&fitted.weights, self.settings);
        for read in self.rows.iter().filter(|read| tested(read.row)) {
            let right = self.kind.right(read.row);
            if right != 0 {
                outcome.add(right, read.row.sector_too, fitted.sums(read));
            }
        }
    }

    fn print(&self, name: &str, trained: impl Fn(&Row) -> bool, tested: impl Fn(&Row) -> bool) {
        let mut outcome = Outcome::default();
        self.run(trained, tested, &mut outcome);
        outcome.print(name, self.classes);
    }

    fn sources(&self, origin: Origin) -> Vec<String> {
        let rows = self.rows.iter().filter(|read| read.row.origin == origin);
        let sources: BTreeSet<String> = rows.map(|read| read.row.source.clone()).collect();
        sources.into_iter().collect()
    }
}

/// Measures sectors. Gives the heat of their scores.
pub(crate) fn sectors(rows: &[Read<'_>], classes: &Classes, settings: &Settings) -> f32 {
    let trial = Trial {
        rows,
        kind: Kind::Sector,
        classes,
        settings,
    };
    let mut outcome = Outcome::default();
    for source in trial.sources(Origin::Library) {
        trial.run(
            |_| true,
            |row| row.origin == Origin::Library && row.source == source,
            &mut outcome,
        );
    }
    outcome.print("sector, each publisher kept out", classes);
    let heat = outcome.heat();
    outcome.print_sureness(heat);
    // Here an organisation can be on both sides: their names are masked.
    let library = rows.iter().filter(|read| read.row.origin == Origin::Library);
    let library: Vec<&str> = library.map(|read| read.row.text.as_str()).collect();
    let fifths: Vec<BTreeSet<&str>> = (0..5)
        .map(|fold| library.iter().skip(fold).step_by(5).copied().collect())
        .collect();
    let (mut all, mut alone) = (Outcome::default(), Outcome::default());
    for fifth in &fifths {
        let tested = |row: &Row| row.origin == Origin::Library && fifth.contains(row.text.as_str());
        trial.run(|_| true, tested, &mut all);
        trial.run(|row| row.origin == Origin::Library, tested, &mut alone);
    }
    all.print("sector, fifths of the library kept out", classes);
    alone.print("the same, trained on the library alone", classes);
    let own = |row: &Row| matches!(row.origin, Origin::Own | Origin::Lexicon);
    trial.print(
        "sector, all of the library kept out",
        |_| true,
        |row| row.origin == Origin::Library,
    );
    trial.print(
        "sector, the federal inventory kept out",
        |_| true,
        |row| row.origin == Origin::Federal,
    );
    trial.print("sector, library, trained on own words", own, |row| {
        row.origin == Origin::Library
    });
    trial.print(
        "sector, German kept out",
        |_| true,
        |row| row.origin == Origin::KeptOut,
    );
    heat
}

/// Measures areas. Gives the heat of their scores.
pub(crate) fn areas(rows: &[Read<'_>], classes: &Classes, settings: &Settings) -> f32 {
    let trial = Trial {
        rows,
        kind: Kind::Area,
        classes,
        settings,
    };
    let sources = trial.sources(Origin::FrontDoor);
    let mut outcome = Outcome::default();
    for fold in 0..5 {
        let folded: Vec<&String> = sources.iter().skip(fold).step_by(5).collect();
        let tested = |row: &Row| row.origin == Origin::FrontDoor && folded.contains(&&row.source);
        trial.run(|_| true, tested, &mut outcome);
    }
    outcome.print("area, fifths of the front door kept out", classes);
    let heat = outcome.heat();
    outcome.print_sureness(heat);
    trial.print(
        "area, all of the front door kept out",
        |_| true,
        |row| row.origin == Origin::FrontDoor,
    );
    trial.print("area, fixtures", |_| true, |row| row.origin == Origin::Fixtures);
    trial.print(
        "area, German kept out",
        |_| true,
        |row| row.origin == Origin::KeptOut,
    );
    heat
}
