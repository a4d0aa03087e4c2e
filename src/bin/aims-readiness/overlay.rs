//! Overlays: reads their files, says what is wrong with them, and puts them behind the catalogue.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use aims_readiness::catalog::{Catalog, builtin};
use aims_readiness::overlay::{self, Known, LARGEST_FILE, Overlay};
use aims_readiness::reading::{Mistake, Value};
use clap::ArgMatches;
use serde_json::json;

use crate::texts::{self, English};

/// Catalogue and words that a command works with.
pub(crate) struct Setting {
    /// The catalogue, with the overlays.
    pub(crate) catalog: &'static Catalog,
    /// The words, with those of the overlays.
    pub(crate) texts: English,
    /// The overlays.
    pub(crate) overlays: Vec<Overlay>,
}

/// What the arguments ask for: the catalogue, with the overlays behind it that `--overlay` names.
pub(crate) fn setting(arguments: &ArgMatches) -> io::Result<Setting> {
    let mut setting = Setting {
        catalog: builtin(),
        texts: texts::english()?,
        overlays: Vec::new(),
    };
    for path in arguments.get_many::<PathBuf>("overlay").into_iter().flatten() {
        let text = bytes(path)?;
        let tree = serde_json::from_slice(&text);
        let overlay = read(&text, tree, setting.catalog, &setting.texts.0).map_err(|mistakes| {
            let lines: Vec<String> = mistakes.iter().map(|mistake| line(path, mistake)).collect();
            io::Error::other(["the overlay has mistakes\n", &lines.join("\n")].concat())
        })?;
        setting.catalog = overlay::merge(&overlay, setting.catalog);
        setting.texts.0.extend(overlay.texts());
        setting.overlays.push(overlay);
    }
    Ok(setting)
}

/// The overlay in a text, which was parsed, or its mistakes.
pub(crate) fn read(
    text: &[u8],
    tree: serde_json::Result<Value>,
    catalog: &'static Catalog,
    words: &BTreeMap<String, String>,
) -> Result<Overlay, Vec<Mistake>> {
    if text.len() > LARGEST_FILE {
        let message = format!("the file has {} bytes", text.len());
        return Err(vec![whole(
            "too-large",
            message,
            format!("at most {LARGEST_FILE}"),
        )]);
    }
    let tree = tree.map_err(|error| {
        let message = format!("the file is not JSON: {error}");
        vec![whole("not-json", message, String::new())]
    })?;
    let known = Known {
        catalog,
        words: Some(words),
    };
    overlay::read(&tree, known)
}

/// What is in a file.
pub(crate) fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    fs::read(path).map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))
}

/// A mistake of the file as a whole.
fn whole(code: &'static str, message: String, hint: String) -> Mistake {
    Mistake {
        code,
        place: String::new(),
        message,
        hint,
    }
}

/// A mistake as one line.
pub(crate) fn line(path: &Path, mistake: &Mistake) -> String {
    let place = if mistake.place.is_empty() {
        "/"
    } else {
        &mistake.place
    };
    let hint = if mistake.hint.is_empty() {
        String::new()
    } else {
        format!(" ({})", mistake.hint)
    };
    format!("{}: {place}: {}{hint}", path.display(), mistake.message)
}

/// What an overlay adds, each with a number.
fn counts(overlay: &Overlay) -> [(&'static str, usize); 6] {
    [
        ("additions", overlay.additions.len()),
        ("questions", overlay.questions.len()),
        ("items", overlay.items.len()),
        ("wording", overlay.wording.len()),
        ("scenarios", overlay.scenarios.len()),
        ("exercises", overlay.exercises.len()),
    ]
}

/// What an overlay adds, in a line.
pub(crate) fn adds(overlay: &Overlay) -> String {
    let [additions, questions, items, wording, scenarios, exercises] =
        counts(overlay).map(|(_, count)| count);
    let call = if overlay.call_to_action.is_some() {
        ", a call to action"
    } else {
        ""
    };
    format!(
        "{} {} adds to {additions} items, {questions} questions, {items} items of its own, {wording} texts, \
         {scenarios} scenarios, {exercises} exercises{call}",
        overlay.id, overlay.version
    )
}

/// What an overlay adds, as plain data.
pub(crate) fn report(overlay: &Overlay) -> serde_json::Value {
    let adds: BTreeMap<&str, usize> = counts(overlay).into_iter().collect();
    let about = json!({ "id": overlay.id, "version": overlay.version, "name": overlay.name });
    json!({ "valid": true, "overlay": about, "adds": adds, "mistakes": [] })
}
