//! Trains the model of suggestions, measures it on rows that were kept out, and writes the model file.
//!
//! `cargo run --release --example train-suggest`. The same data and settings give the same bytes.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a tool for developers stops at a mistake by panicking"
)]

mod choice;
mod learn;
mod measure;
mod outcome;
mod pack;
mod rows;
mod settings;

use std::fs;
use std::path::Path;

use choice::{Kind, Read, fit, read};
use rows::Classes;
use settings::Settings;

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalog/suggest");
    // Whether something is a product is left to the cues.
    let (sectors, areas) = (
        Classes::of("organisation.sectors", None, None),
        Classes::of("area.screen", Some("products"), Some("none")),
    );
    let rows = rows::all(&folder, &sectors, &areas);
    let rows = read(&rows);
    let settings = Settings::new();

    let heat = [
        measure::sectors(&rows, &sectors, &settings),
        measure::areas(&rows, &areas, &settings),
    ];
    if std::env::args().any(|word| word == "measure") {
        return;
    }

    let all: Vec<&Read<'_>> = rows.iter().collect();
    let mut file = pack::head();
    for ((kind, classes), heat) in [(Kind::Sector, &sectors), (Kind::Area, &areas)]
        .into_iter()
        .zip(heat)
    {
        let fitted = fit(&all, kind, classes.ids.len(), &settings);
        pack::group(classes, &fitted, heat, &settings, &mut file);
    }
    pack::cues(&folder.join("answers.toml"), &mut file);
    pack::seal(&mut file);
    let path = folder.join("model.bin");
    fs::write(&path, &file).expect("the model file can be written");
    println!("\n{}: {} bytes", path.display(), file.len());
    println!("after brotli: node catalog/suggest/size.mjs");
}
