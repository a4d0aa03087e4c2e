//! The layers, the purity and the size of the source, read from its text and its manifest.
//!
//! Every scan is also run over planted offenders, for a scan that finds nothing proves nothing.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "support/paths.rs"]
mod paths;
#[path = "support/source.rs"]
mod source;

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use aims_readiness::catalog::builtin;
use source::{Source, files_below, is_word};

fn package() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Files of a layer. What only the build uses belongs to no layer.
fn layer(name: &str) -> Vec<Source> {
    let mut sources = Source::all_below(&format!("src/{name}"));
    sources.retain(|source| !source.file.starts_with("src/catalog/authoring/"));
    assert!(!sources.is_empty(), "src/{name} has files");
    sources
}

/// Named by who reads bytes that are there already or writes into memory, and no way to anything outside.
const IN_MEMORY: [&str; 2] = ["std::io::Cursor", "std::io::Write"];

/// Places where the sources name something forbidden.
fn named(sources: &[Source], forbidden: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources {
        for (offset, path) in paths::paths(&source.code) {
            if !IN_MEMORY.contains(&path.as_str()) && forbidden.iter().any(|name| paths::names(&path, name)) {
                found.push(format!("{}:{}: {path}", source.file, source.line(offset)));
            }
        }
    }
    found
}

fn none(found: &[String]) {
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// What a pure layer has no use for: the web, files, the network, the clock, the environment, chance, output.
const IMPURE: [&str; 21] = [
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "serde_wasm_bindgen",
    "yew",
    "gloo",
    "std::fs",
    "std::net",
    "std::io",
    "std::time",
    "std::env",
    "std::process",
    "std::thread",
    "SystemTime",
    "Instant",
    "rand",
    "println!",
    "eprintln!",
    "print!",
    "eprint!",
    "dbg!",
];

#[test]
fn pure_layers_touch_nothing_outside() {
    for name in [
        "catalog", "engine", "export", "files", "overlay", "reading", "record", "register", "session",
        "suggest", "workshop",
    ] {
        none(&named(&layer(name), &IMPURE));
    }
}

#[test]
fn the_scan_for_the_outside_finds_every_offender() {
    let offenders = [
        "use web_sys::Element;",
        "fn f(x: js_sys::Array) {}",
        "#[wasm_bindgen] fn f() {}",
        "use serde_wasm_bindgen::Serializer;",
        "use yew::prelude::*;",
        "use gloo_net::http::Request;",
        "use std::{collections::BTreeMap, fs};",
        "let s = std::net::TcpStream::connect(a);",
        "use std::io::{self, Cursor, Write};",
        "use std::{\n  time::{Duration},\n};",
        "let home = std::env::var(\"HOME\");",
        "std::process::exit(1)",
        "std::thread::spawn(f)",
        "let now = SystemTime::now();",
        "fn f(at: Instant) {}",
        "let x: u8 = rand::random();",
        "println!(\"x\");",
        "eprintln!(\"x\");",
        "print!(\"x\");",
        "eprint!(\"x\");",
        "std::dbg!(x);",
    ];
    assert_eq!(offenders.len(), IMPURE.len());
    for (offender, name) in offenders.into_iter().zip(IMPURE) {
        let planted = [Source::new("planted.rs", offender)];
        assert!(!named(&planted, &[name]).is_empty(), "{name} in {offender}");
    }
    let innocent = "//! Not std::fs.\nuse core::fmt; use std::io::Cursor; let operand = \"std::io::Write\"; if a != b { my_yew() }";
    assert_eq!(
        named(&[Source::new("planted.rs", innocent)], &IMPURE),
        Vec::<String>::new()
    );
}

/// Each layer with those it must not know.
const LAYERS: [(&str, &[&str]); 11] = [
    (
        "catalog",
        &[
            "engine", "export", "overlay", "reading", "record", "register", "files", "session", "workshop",
            "widget", "embed",
        ],
    ),
    (
        "engine",
        &[
            "export", "overlay", "reading", "record", "register", "files", "session", "workshop", "widget",
            "embed",
        ],
    ),
    (
        "export",
        &[
            "overlay", "reading", "record", "register", "files", "session", "workshop", "widget", "embed",
        ],
    ),
    (
        "reading",
        &[
            "engine", "export", "overlay", "record", "register", "files", "session", "workshop", "widget",
            "embed",
        ],
    ),
    (
        "overlay",
        &[
            "engine", "export", "record", "register", "files", "session", "workshop", "widget", "embed",
        ],
    ),
    (
        "record",
        &[
            "overlay", "register", "files", "session", "workshop", "widget", "embed",
        ],
    ),
    (
        "register",
        &["overlay", "files", "session", "workshop", "widget", "embed"],
    ),
    ("files", &["overlay", "session", "workshop", "widget", "embed"]),
    (
        "session",
        &[
            "export", "overlay", "reading", "record", "register", "files", "workshop", "widget", "embed",
        ],
    ),
    ("workshop", &["register", "files", "session", "widget", "embed"]),
    ("widget", &["embed"]),
];

/// Places where the sources name another layer.
fn layers_named(sources: &[Source], layers: &[&str]) -> Vec<String> {
    let from = |root: &str| {
        layers
            .iter()
            .map(|layer| [root, "::", layer].concat())
            .collect::<Vec<_>>()
    };
    // `super` leads to the root of the package from the first file of a layer.
    let forbidden = [from("crate"), from("super"), from("aims_readiness")].concat();
    named(sources, &forbidden.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn no_layer_knows_one_above_it() {
    for (name, above) in LAYERS {
        none(&layers_named(&layer(name), above));
    }
}

#[test]
fn the_scan_for_layers_finds_every_offender() {
    for offender in [
        "use crate::export::fill;",
        "use crate::{catalog::Date, export};",
        "use crate::{\n    catalog::Date,\n    export::{fill, x as y},\n};",
        "fn f() -> crate::export::Record {}",
        "use super::super::export::Record;",
        "use super::export as other;",
        "let x = aims_readiness::export::fill;",
    ] {
        let planted = [Source::new("planted.rs", offender)];
        assert!(!layers_named(&planted, &["export"]).is_empty(), "{offender}");
    }
    let innocent =
        "/// See [`crate::export`].\nuse crate::catalog::export_date; let export = crate::exports::x;";
    assert_eq!(
        layers_named(&[Source::new("planted.rs", innocent)], &["export"]),
        Vec::<String>::new()
    );
}

/// Ids of the catalogue that no other word of the code is spelled like.
fn catalog_ids() -> BTreeSet<&'static str> {
    let catalog = builtin();
    let facts = catalog.facts.iter().map(|fact| fact.id);
    let rules = catalog.rules.iter().map(|rule| rule.id);
    let derogations = catalog.derogations.iter().map(|rule| rule.id);
    let terms = catalog.terms.iter().map(|term| term.id);
    let items = catalog.items.iter().map(|item| item.id);
    let sectors = catalog.facts[usize::from(catalog.special.sectors)].values;
    let dotted = facts.chain(rules).chain(derogations).chain(terms).chain(items);
    let dotted = dotted.filter(|id| id.contains(['.', '_']));
    let sectors = sectors.iter().copied().filter(|id| id.contains('_'));
    let milestones = catalog.milestones.iter().map(|milestone| milestone.id);
    dotted.chain(sectors).chain(milestones).collect()
}

/// Whether a text names an article, an annex, a control, or a day or month.
fn names_law(text: &str) -> bool {
    let words = ["Art ", "Art. ", "Article ", "Articles ", "Annex", "Recital "];
    let control = |(at, _): (usize, &str)| {
        let digit = text[at + 2..].starts_with(|next: char| next.is_ascii_digit());
        digit && !text[..at].ends_with(is_word)
    };
    let shape: String = text
        .chars()
        .map(|next| if next.is_ascii_digit() { '0' } else { next })
        .collect();
    words.iter().any(|word| text.contains(word))
        || text.match_indices("A.").any(control)
        || shape.contains("0000-")
}

/// Literals that spell what belongs into the catalogue.
fn knowledge(sources: &[Source], ids: &BTreeSet<&str>) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources {
        let spelled = source
            .literals
            .iter()
            .filter(|literal| ids.contains(literal.text.as_str()) || names_law(&literal.text));
        found.extend(spelled.map(|literal| {
            format!(
                "{}:{}: \"{}\"",
                source.file,
                source.line(literal.start),
                literal.text
            )
        }));
    }
    found
}

#[test]
fn knowledge_of_law_and_standard_is_in_the_catalogue() {
    for name in [
        "engine", "export", "files", "overlay", "reading", "record", "register", "session", "widget",
        "embed", "workshop",
    ] {
        none(&knowledge(&layer(name), &catalog_ids()));
    }
}

#[test]
fn the_scan_for_knowledge_finds_every_offender() {
    let ids = catalog_ids();
    assert!(ids.len() > 100, "{} ids", ids.len());
    for offender in [
        "\"see Art 6(3)\"",
        "\"Article 5\"",
        "\"Annex III\"",
        "\"A.6.2.8\"",
        "\"the control A.6\"",
        "\"2027-12-02\"",
        "\"2027-\"",
        "\"area.screen\"",
        "\"6.1.2\"",
        "\"annex_iii.4.a\"",
        "\"financial_services\"",
        "\"annex-iii\"",
        "r#\"Annex\"#",
    ] {
        let planted = [Source::new("planted.rs", &format!("let x = {offender};"))];
        assert_eq!(knowledge(&planted, &ids).len(), 1, "{offender}");
    }
    let innocent = "/// Art 6(3), A.6, 2027-12-02\nlet x = [\"Artificial\", \"DATA.6\", \"result.title\", \"123-4\"]; let y = 2027-1;";
    assert_eq!(
        knowledge(&[Source::new("planted.rs", innocent)], &ids),
        Vec::<String>::new()
    );
}

/// What a strict content security policy forbids, and what lets text become markup or code.
fn unsafe_markup(file: &str, text: &str) -> Vec<String> {
    let words = [
        "innerHTML",
        "outerHTML",
        "inner_html",
        "outer_html",
        "set_inner_html",
        "insertAdjacentHTML",
        "insert_adjacent_html",
        "from_html_unchecked",
        "document.write",
        "new Function",
        "Function::new",
    ];
    let mut found = Vec::new();
    for (line, number) in text.lines().zip(1..) {
        let whole = |word: &str, next: char| {
            line.match_indices(word).any(|(at, _)| {
                let after = line[at + word.len()..].trim_start();
                let more = after
                    .strip_prefix(next)
                    .is_some_and(|more| !more.starts_with('='));
                more && !line[..at].ends_with(|before| is_word(before) || before == '-')
            })
        };
        if words.iter().any(|word| line.contains(word)) || whole("style", '=') || whole("eval", '(') {
            found.push(format!("{file}:{number}: {}", line.trim()));
        }
    }
    found
}

#[test]
fn no_inline_style_and_no_text_that_becomes_code() {
    for name in ["widget", "embed"] {
        for source in layer(name) {
            none(&unsafe_markup(&source.file, &source.text));
        }
    }
    let scripts = files_below(&package().join("www"));
    let scripts = scripts
        .iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "js"));
    let scripts: Vec<&PathBuf> = scripts.collect();
    assert!(!scripts.is_empty(), "www has scripts");
    for path in scripts {
        none(&unsafe_markup(
            &path.to_string_lossy(),
            &fs::read_to_string(path).unwrap(),
        ));
    }
}

#[test]
fn the_scan_for_markup_finds_every_offender() {
    for offender in [
        "<p style=\"color: red\">",
        "html! { <p style={x}/> }",
        "element.style = 'color: red';",
        "stage.innerHTML = text;",
        "element.set_inner_html(text)",
        "Html::from_html_unchecked(text)",
        "eval('1')",
        "js_sys::eval(text)",
        "new Function('return 1')",
        "js_sys::Function::new_no_args(text)",
    ] {
        assert_eq!(unsafe_markup("planted", offender).len(), 1, "{offender}");
    }
    let innocent = "<p class=\"font-style\" data-style=\"x\">\nlet medieval = retrieval(x); if style == x { lifestyle = 1 }";
    assert_eq!(unsafe_markup("planted", innocent), Vec::<String>::new());
}

/// No file by hand is longer than a person reads in one go.
const LARGEST: usize = 25_000;

#[test]
fn source_files_are_short() {
    let mut sources = Source::all_below("src");
    sources.extend(Source::all_below("tests"));
    sources.push(Source::new(
        "build.rs",
        &fs::read_to_string(package().join("build.rs")).unwrap(),
    ));
    none(&too_long(&sources));
    let planted = [
        Source::new("planted.rs", &"x".repeat(LARGEST)),
        Source::new("long.rs", &"x".repeat(LARGEST + 1)),
    ];
    assert_eq!(too_long(&planted), ["long.rs has 25001 bytes"]);
}

fn too_long(sources: &[Source]) -> Vec<String> {
    let long = sources.iter().filter(|source| source.text.len() > LARGEST);
    long.map(|source| format!("{} has {} bytes", source.file, source.text.len()))
        .collect()
}

/// Files that do not begin by saying what belongs there.
fn without_words(sources: &[Source]) -> Vec<String> {
    let bare = sources.iter().filter(|source| !source.text.starts_with("//!"));
    bare.map(|source| source.file.clone()).collect()
}

#[test]
fn every_source_file_says_what_it_is() {
    none(&without_words(&Source::all_below("src")));
    let planted = [
        Source::new("good.rs", "//! A thing.\nuse x;"),
        Source::new("bare.rs", "use x;\n//! Late."),
        Source::new("comment.rs", "// A thing."),
    ];
    assert_eq!(without_words(&planted), ["bare.rs", "comment.rs"]);
}

/// Modules named after no thing.
fn named_after_nothing(sources: &[Source]) -> Vec<String> {
    const NOTHING: [&str; 8] = [
        "util", "utils", "helper", "helpers", "common", "manager", "managers", "misc",
    ];
    let mut found = Vec::new();
    for source in sources {
        let parts = source.file.trim_end_matches(".rs").split('/').map(str::to_owned);
        let words: Vec<&str> = source
            .code
            .split(|next| !is_word(next))
            .filter(|word| !word.is_empty())
            .collect();
        let modules = words
            .windows(2)
            .filter(|pair| pair[0] == "mod")
            .map(|pair| pair[1].to_owned());
        let named = parts
            .chain(modules)
            .filter(|name| name.split(['_', '-']).any(|word| NOTHING.contains(&word)));
        found.extend(named.map(|name| format!("{}: {name}", source.file)));
    }
    found
}

#[test]
fn modules_are_named_after_things() {
    none(&named_after_nothing(&Source::all_below("src")));
    none(&named_after_nothing(&Source::all_below("tests")));
    let planted = [
        Source::new("src/engine/utils.rs", ""),
        Source::new("src/common/mod.rs", ""),
        Source::new("src/a.rs", "mod date_helpers;"),
        Source::new("src/b.rs", "mod tests { mod misc {} }"),
        Source::new("src/command.rs", "//! mod utils;\nmod commonness; let utils = 1;"),
    ];
    let expected = [
        "src/engine/utils.rs: utils",
        "src/common/mod.rs: common",
        "src/a.rs: date_helpers",
        "src/b.rs: misc",
    ];
    assert_eq!(named_after_nothing(&planted), expected);
}

fn manifest() -> toml::Table {
    toml::from_str(&fs::read_to_string(package().join("Cargo.toml")).unwrap()).unwrap()
}

/// The words of a list in the manifest.
fn words<'a>(manifest: &'a toml::Table, table: &str, key: &str) -> BTreeSet<&'a str> {
    let list = manifest[table][key].as_array().unwrap();
    list.iter().map(|word| word.as_str().unwrap()).collect()
}

#[test]
fn the_command_line_is_the_only_default_feature() {
    let manifest = manifest();
    assert_eq!(words(&manifest, "features", "default"), BTreeSet::from(["cli"]));
    let web = words(&manifest, "features", "web");
    assert!(web.contains("dep:yew") && !web.contains("cli"));
    let cli = words(&manifest, "features", "cli");
    assert!(
        cli.is_disjoint(&web),
        "the command line and the widget share nothing: {cli:?}, {web:?}"
    );
}

#[test]
fn the_engine_alone_needs_two_packages() {
    let manifest = manifest();
    let dependencies = manifest["dependencies"].as_table().unwrap();
    let always = dependencies.iter().filter(|(_, wanted)| {
        let optional = wanted.get("optional").and_then(toml::Value::as_bool);
        optional != Some(true)
    });
    let always: Vec<&str> = always.map(|(name, _)| name.as_str()).collect();
    assert_eq!(always, ["serde", "sha2"]);
}

/// Names of the packages in the tree of these features; nothing where cargo cannot tell.
fn tree(features: &[&str]) -> Option<Vec<String>> {
    let cargo = env::var("CARGO").unwrap_or_else(|_| env!("CARGO").to_owned());
    let fixed = [
        "tree",
        "-e",
        "normal",
        "--no-default-features",
        "--locked",
        "-f",
        "{p}",
        "--prefix",
        "none",
    ];
    // Offline first: where every package is at hand the answer needs no network.
    for network in [&["--offline"][..], &[]] {
        let output = Command::new(&cargo)
            .args(fixed)
            .args(features)
            .args(network)
            .current_dir(package())
            .output()
            .unwrap();
        if output.status.success() {
            return Some(packages(&String::from_utf8(output.stdout).unwrap()));
        }
        eprintln!("{}", String::from_utf8_lossy(&output.stderr));
    }
    None
}

fn packages(tree: &str) -> Vec<String> {
    tree.lines()
        .filter_map(|line| line.split_whitespace().next())
        .map(str::to_owned)
        .collect()
}

/// Those of the packages that are unwanted.
fn unwanted(packages: &[String], unwanted: &[&str]) -> Vec<String> {
    let packages = packages.iter().filter(|name| unwanted.contains(&name.as_str()));
    packages.cloned().collect()
}

const WEB: [&str; 8] = [
    "yew",
    "wasm-bindgen",
    "web-sys",
    "js-sys",
    "serde-wasm-bindgen",
    "gloo",
    "clap",
    "serde_json",
];

#[test]
fn the_engine_alone_has_neither_web_nor_command_line() {
    if let Some(packages) = tree(&[]) {
        assert_eq!(packages.first().map(String::as_str), Some("aims-readiness"));
        assert!(packages.iter().any(|name| name == "serde"), "{packages:?}");
        none(&unwanted(&packages, &WEB));
    }
}

#[test]
fn the_widget_has_no_command_line() {
    let web = ["--features", "web"];
    if let Some(packages) = tree(&web) {
        assert!(packages.iter().any(|name| name == "yew"), "{packages:?}");
        none(&unwanted(&packages, &["clap", "clap_builder"]));
    }
    // Deeper down serde_json comes with the framework, which the widget takes nothing of it from.
    if let Some(packages) = tree(&[&web[..], &["--depth", "1"]].concat()) {
        assert!(packages.iter().any(|name| name == "yew"), "{packages:?}");
        none(&unwanted(&packages, &["clap", "serde_json"]));
    }
}

#[test]
fn the_scan_of_packages_finds_the_command_line() {
    let planted = packages("aims-readiness v0.1.0 (/x)\nclap v4.5.0\nclap_lex v0.7.0\nyew v0.23.0 (*)\n");
    assert_eq!(unwanted(&planted, &WEB), ["clap", "yew"]);
    if let Some(packages) = tree(&["--features", "cli"]) {
        assert_eq!(
            unwanted(&packages, &["clap"]).first().map(String::as_str),
            Some("clap")
        );
    }
}
