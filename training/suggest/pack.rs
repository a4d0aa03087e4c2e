//! Writes the model file that `src/suggest/model.rs` reads.

use std::fs;
use std::path::Path;

use aims_readiness::suggest::{MAGIC, checksum, words};

use crate::choice::Fitted;
use crate::learn::Weights;
use crate::rows::Classes;
use crate::settings::Settings;

/// From this score on a class is a likely answer.
const SURE: f32 = 0.5;

/// Weights in whole steps.
struct Steps {
    /// Worth of one.
    worth: f32,
    /// In the order of the weights.
    each: Vec<i8>,
}

/// Rounds weights to whole steps. What all classes of a feature have in common changes no score; it is taken
/// off in the way that leaves most weights at nothing.
fn steps(weights: &Weights, settings: &Settings) -> Steps {
    let mut sizes: Vec<f32> = weights.each.iter().map(|weight| weight.abs()).collect();
    sizes.sort_by(f32::total_cmp);
    let large = sizes[(sizes.len() - 1) * 999 / 1000];
    let worth = large / settings.steps;
    let each = weights.each.chunks_exact(weights.classes).flat_map(|row| {
        let off = usual(row);
        row.iter().map(move |weight| {
            ((weight - off) / worth)
                .round()
                .clamp(-settings.steps, settings.steps) as i8
        })
    });
    Steps {
        worth,
        each: each.collect(),
    }
}

/// The mean of the narrowest half of values.
fn usual(row: &[f32]) -> f32 {
    let mut row = row.to_vec();
    row.sort_by(f32::total_cmp);
    let half = row.len() / 2 + 1;
    let width = |part: &[f32]| part[half - 1] - part[0];
    let narrowest = row
        .windows(half)
        .min_by(|one, other| width(one).total_cmp(&width(other)));
    narrowest.map_or(0.0, |part| part.iter().sum::<f32>() / half as f32)
}

/// Weights as they come back from the file.
pub(crate) fn rounded(weights: &Weights, settings: &Settings) -> Weights {
    let steps = steps(weights, settings);
    let each = steps
        .each
        .iter()
        .map(|step| f32::from(*step) * steps.worth)
        .collect();
    Weights {
        classes: weights.classes,
        start: weights.start.clone(),
        each,
    }
}

/// The beginning of the file.
pub(crate) fn head() -> Vec<u8> {
    MAGIC.to_vec()
}

/// Adds a group of classes with its weights. Features without any weight are left out.
pub(crate) fn group(classes: &Classes, fitted: &Fitted, heat: f32, settings: &Settings, file: &mut Vec<u8>) {
    let steps = steps(&fitted.weights, settings);
    text(classes.fact, file);
    file.extend(SURE.to_le_bytes());
    file.extend((steps.worth * heat).to_le_bytes());
    count(classes.ids.len(), file);
    for id in &classes.ids {
        text(id, file);
    }
    for start in &fitted.weights.start {
        file.extend((start * heat).to_le_bytes());
    }
    let rows = fitted
        .vocabulary
        .iter()
        .zip(steps.each.chunks_exact(classes.ids.len()));
    let rows: Vec<(&u32, &[i8])> = rows
        .filter(|(_, row)| row.iter().any(|step| *step != 0))
        .collect();
    count(rows.len(), file);
    let mut last = 0;
    for (feature, _) in &rows {
        count((**feature - last) as usize, file);
        last = **feature;
    }
    for class in 0..classes.ids.len() {
        file.extend(rows.iter().map(|(_, row)| row[class].cast_unsigned()));
    }
}

/// Adds the cues of `answers.toml`.
pub(crate) fn cues(path: &Path, file: &mut Vec<u8>) {
    let read = fs::read_to_string(path).expect("the cues can be read");
    let table: toml::Table = read
        .parse()
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let cues = table["cue"].as_array().expect("a list of cues");
    count(cues.len(), file);
    for cue in cues {
        text(cue["fact"].as_str().expect("a fact"), file);
        text(cue["value"].as_str().expect("a value"), file);
        let words = cue["words"].as_array().expect("a list of words");
        count(words.len(), file);
        for word in words {
            text(&folded(word.as_str().expect("a word")), file);
        }
    }
}

/// A cue as it is looked for; `_` at its ends stays, as the border of a word.
fn folded(cue: &str) -> String {
    let border = |is: bool| if is { "_" } else { "" };
    let middle = words(cue).join("_");
    assert!(!middle.is_empty(), "`{cue}` has no letters");
    [border(cue.starts_with('_')), &middle, border(cue.ends_with('_'))].concat()
}

/// Adds the checksum.
pub(crate) fn seal(file: &mut Vec<u8>) {
    file.extend(checksum(file).to_le_bytes());
}

fn text(text: &str, file: &mut Vec<u8>) {
    count(text.len(), file);
    file.extend(text.bytes());
}

/// Seven bits a byte, lowest first; the high bit says that more follow.
fn count(mut number: usize, file: &mut Vec<u8>) {
    while number >= 0x80 {
        file.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    file.push(number as u8);
}
