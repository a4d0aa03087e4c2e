//! Overlays: reads their files, says what is wrong with them, and puts them behind the catalogue.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use aims_readiness::catalog::{Catalog, builtin};
use aims_readiness::overlay::{self, Known, LARGEST_FILE, Overlay};
use aims_readiness::reading::{Mistake, Value};
use aims_readiness::record::open;
use clap::ArgMatches;
use serde_json::json;

use crate::texts::{self, English};
use crate::validate;

/// Catalogue and words that a command works with.
pub(crate) struct Setting {
    /// The catalogue, with the overlays.
    pub(crate) catalog: &'static Catalog,
    /// The words, with those of the overlays.
    pub(crate) texts: English,
}

/// What the arguments ask for: the catalogue, with the overlays behind it that `--overlay` names.
pub(crate) fn setting(arguments: &ArgMatches) -> io::Result<Setting> {
    let mut setting = Setting {
        catalog: builtin(),
        texts: texts::english()?,
    };
    for path in arguments.get_many::<PathBuf>("overlay").into_iter().flatten() {
        let overlay = read(path, setting.catalog, &setting.texts.0)?.map_err(|mistakes| {
            let lines: Vec<String> = mistakes.iter().map(|mistake| line(path, mistake)).collect();
            io::Error::other(["the overlay has mistakes\n", &lines.join("\n")].concat())
        })?;
        setting.catalog = overlay::merge(&overlay, setting.catalog);
        setting.texts.0.extend(overlay.texts());
    }
    Ok(setting)
}

/// Says what is wrong with each file, or what it adds. The number of files with mistakes.
pub(crate) fn validate(arguments: &ArgMatches, mut out: impl Write) -> io::Result<usize> {
    let words = texts::english()?;
    let mut wrong = 0;
    for path in arguments.get_many::<PathBuf>("file").into_iter().flatten() {
        if let Some(tree) = record_in(path)? {
            wrong += usize::from(!record(path, &tree, arguments.get_flag("json"), &mut out)?);
            continue;
        }
        let found = read(path, builtin(), &words.0)?;
        wrong += usize::from(found.is_err());
        if arguments.get_flag("json") {
            serde_json::to_writer(&mut out, &report(path, &found))?;
            writeln!(out)?;
            continue;
        }
        match found {
            Ok(overlay) => writeln!(out, "{}: {}", path.display(), adds(&overlay))?,
            Err(mistakes) => {
                for mistake in &mistakes {
                    writeln!(out, "{}", line(path, mistake))?;
                }
            }
        }
    }
    out.flush()?;
    Ok(wrong)
}

/// What is in a file, where that is a visit, a record or a register and no overlay.
fn record_in(path: &Path) -> io::Result<Option<Value>> {
    let text = fs::read(path)
        .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))?;
    let tree = serde_json::from_slice(&text).ok();
    Ok(tree.filter(|tree| match tree {
        Value::Map(entries) => entries
            .iter()
            .any(|(key, _)| matches!(key.as_str(), "answers" | "use_cases")),
        _ => false,
    }))
}

/// Says what is wrong with a record, or what it holds. Whether it is sound.
fn record(path: &Path, tree: &Value, json: bool, out: &mut impl Write) -> io::Result<bool> {
    let found = open(tree, builtin());
    let file = path.display().to_string();
    match (&found, json) {
        (Ok(opened), true) => {
            let mut said = json!({ "file": file });
            if let (Some(said), serde_json::Value::Object(found)) =
                (said.as_object_mut(), validate::found(opened))
            {
                said.extend(found);
            }
            serde_json::to_writer(&mut *out, &said)?;
            writeln!(out)?;
        }
        (Ok(opened), false) => {
            for mistake in opened.cases.iter().flat_map(|case| &case.left_out) {
                writeln!(out, "{}", line(path, mistake))?;
            }
            writeln!(
                out,
                "{file}: use cases: {}, schema {}",
                opened.cases.len(),
                opened.schema
            )?;
        }
        (Err(mistakes), true) => {
            let mistakes = validate::told(mistakes);
            serde_json::to_writer(
                &mut *out,
                &json!({ "file": file, "valid": false, "mistakes": mistakes }),
            )?;
            writeln!(out)?;
        }
        (Err(mistakes), false) => {
            for mistake in mistakes {
                writeln!(out, "{}", line(path, mistake))?;
            }
        }
    }
    Ok(found.is_ok())
}

/// The overlay in a file, or its mistakes.
fn read(
    path: &Path,
    catalog: &'static Catalog,
    words: &BTreeMap<String, String>,
) -> io::Result<Result<Overlay, Vec<Mistake>>> {
    let text = fs::read(path)
        .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))?;
    if text.len() > LARGEST_FILE {
        let message = format!("the file has {} bytes", text.len());
        return Ok(Err(vec![whole(
            "too-large",
            message,
            format!("at most {LARGEST_FILE}"),
        )]));
    }
    let tree: Value = match serde_json::from_slice(&text) {
        Ok(tree) => tree,
        Err(error) => {
            let message = format!("the file is not JSON: {error}");
            return Ok(Err(vec![whole("not-json", message, String::new())]));
        }
    };
    let known = Known {
        catalog,
        words: Some(words),
    };
    Ok(overlay::read(&tree, known))
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
fn counts(overlay: &Overlay) -> [(&'static str, usize); 5] {
    [
        ("additions", overlay.additions.len()),
        ("questions", overlay.questions.len()),
        ("items", overlay.items.len()),
        ("wording", overlay.wording.len()),
        ("scenarios", overlay.scenarios.len()),
    ]
}

fn adds(overlay: &Overlay) -> String {
    let [additions, questions, items, wording, scenarios] = counts(overlay).map(|(_, count)| count);
    let call = if overlay.call_to_action.is_some() {
        ", a call to action"
    } else {
        ""
    };
    format!(
        "{} {} adds to {additions} items, {questions} questions, {items} items of its own, {wording} texts, \
         {scenarios} scenarios{call}",
        overlay.id, overlay.version
    )
}

fn report(path: &Path, found: &Result<Overlay, Vec<Mistake>>) -> serde_json::Value {
    let file = path.display().to_string();
    match found {
        Ok(overlay) => {
            let adds: BTreeMap<&str, usize> = counts(overlay).into_iter().collect();
            let overlay = json!({ "id": overlay.id, "version": overlay.version, "name": overlay.name });
            json!({ "file": file, "valid": true, "overlay": overlay, "adds": adds, "mistakes": [] })
        }
        Err(mistakes) => {
            let mistakes: Vec<_> = mistakes
                .iter()
                .map(|mistake| {
                    json!({
                        "code": mistake.code,
                        "place": mistake.place,
                        "message": mistake.message,
                        "hint": mistake.hint,
                    })
                })
                .collect();
            json!({ "file": file, "valid": false, "mistakes": mistakes })
        }
    }
}
