//! Packs `catalog/` into the engine and writes the wording files.
//!
//! A mistake in the catalogue fails the build with file, line and a hint. The work is done by
//! `src/catalog/authoring`, which the tests call too.

#[path = "src/catalog/authoring/mod.rs"]
mod authoring;

use std::path::Path;
use std::{env, fs, process};

fn main() {
    println!("cargo::rerun-if-changed=catalog");
    println!("cargo::rerun-if-changed=src/catalog/authoring");
    let out_dir = env::var("OUT_DIR").unwrap_or_else(|_| fail("OUT_DIR is not set by cargo"));
    let packed = match authoring::pack(Path::new("catalog")) {
        Ok(packed) => packed,
        Err(problems) => {
            for problem in &problems {
                eprintln!("error: {problem}");
            }
            fail(&format!("the catalogue has {} mistake(s)", problems.len()))
        }
    };
    for progress in &packed.languages {
        let (missing, stale) = (progress.missing.len(), progress.stale.len());
        let language = &progress.language;
        if let Some(first) = progress.unsaid.first() {
            let all = progress.unsaid.len();
            println!(
                "cargo::warning=catalog/wording/{language}: nobody has said who wrote {all} texts; {}",
                first.hint
            );
        }
        if missing + stale > 0 {
            println!(
                "cargo::warning=catalog/wording/{language}: {missing} texts missing, {stale} stale; make languages lists them"
            );
        }
    }
    let mut files = packed.files;
    let words: Vec<String> = files
        .iter()
        .filter(|(name, _)| name.ends_with(".json"))
        .map(|(name, _)| format!("    ({name:?}, include_str!(concat!(env!(\"OUT_DIR\"), \"/{name}\"))),\n"))
        .collect();
    let list = format!(
        "pub(crate) const FILES: &[(&str, &str)] = &[\n{}];\n",
        words.concat()
    );
    files.push(("texts.rs".to_owned(), list));
    for (name, text) in files {
        let path = Path::new(&out_dir).join(name);
        // Untouched files keep their time stamp, so that cargo rebuilds nothing for them.
        if fs::read_to_string(&path).is_ok_and(|old| old == text) {
            continue;
        }
        if let Err(error) = fs::write(&path, text) {
            fail(&format!("cannot write {}: {error}", path.display()));
        }
    }
}

fn fail(message: &str) -> ! {
    eprintln!("error: {message}");
    process::exit(1)
}
