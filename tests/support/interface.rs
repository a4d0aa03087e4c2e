//! Texts of the interface against the code that shows them: none missing, none unused, and every
//! placeholder filled.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use aims_readiness::catalog::{Applicability, Basis, builtin};
use aims_readiness::engine::Status;

use crate::source::Source;
use crate::{authoring, scratch};

/// Families of keys whose last part is an id: the family, and the ids it must have.
fn families() -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    let catalog = builtin();
    let roles = catalog.facts.get(usize::from(catalog.special.roles)).unwrap();
    let fits = [
        Applicability::Applicable,
        Applicability::Conditional,
        Applicability::Excludable,
    ];
    let bases = [
        Basis::Law,
        Basis::Guideline,
        Basis::DraftGuideline,
        Basis::OwnJudgement,
    ];
    BTreeMap::from([
        // The result names the roles shorter than the answers to the question do.
        ("role", roles.values.iter().copied().collect()),
        // Each line of the checklist has a status, a phase and an applicability.
        ("status", Status::ALL.into_iter().map(Status::id).collect()),
        (
            "phase",
            catalog.items.iter().map(|item| item.phase.id()).collect(),
        ),
        ("applicability", fits.into_iter().map(Applicability::id).collect()),
        // Each reason of a result says how firm it is.
        ("basis", bases.into_iter().map(Basis::id).collect()),
    ])
}

/// Answers that all facts share: `value_words` makes their keys from the value.
const SHARED_ANSWERS: [&str; 3] = ["yes", "no", "none"];

/// Whether a file makes keys of a family: `part("ui", "<family>", id)`.
fn makes_keys_of(source: &Source, family: &str) -> bool {
    source
        .literals
        .windows(2)
        .any(|pair| pair[0].text == "ui" && pair[1].text == family)
}

/// Texts whose keys begin with a head, by the rest of the key.
fn texts_of(head: &str) -> BTreeMap<String, String> {
    let packed = authoring::pack(&scratch::catalog()).unwrap_or_else(|_| panic!("the catalogue packs"));
    packed
        .files
        .iter()
        .filter(|(name, _)| name.starts_with("wording.en"))
        .flat_map(|(_, json)| serde_json::from_str::<BTreeMap<String, String>>(json).unwrap())
        .filter_map(|(key, text)| Some((key.strip_prefix(head)?.to_owned(), text)))
        .collect()
}

/// A call of `t`, `t_with` or `tiers`.
struct Call {
    place: String,
    /// Literals in the first argument: the keys it can be.
    keys: Vec<String>,
    /// Names filled, where the values stand in the call itself.
    filled: Option<BTreeSet<String>>,
    with_values: bool,
}

fn calls(source: &Source) -> Vec<Call> {
    let mut calls = Vec::new();
    for (name, with_values) in [(".t(", false), (".t_with(", true)] {
        for (at, _) in source.code.match_indices(name) {
            let arguments = arguments(&source.code, at + name.len());
            let within = |range: &Range<usize>| {
                let inside = source
                    .literals
                    .iter()
                    .filter(|found| range.contains(&found.start));
                inside
                    .map(|found| (found.start, found.text.clone()))
                    .collect::<Vec<_>>()
            };
            let filled = arguments.get(1).map(|range| {
                let names = within(range)
                    .into_iter()
                    .filter(|(start, _)| opens_pair(source, *start));
                names.map(|(_, name)| name).collect::<BTreeSet<String>>()
            });
            calls.push(Call {
                place: format!("{}:{}", source.file, source.line(at)),
                keys: within(&arguments[0]).into_iter().map(|(_, key)| key).collect(),
                filled: filled.filter(|names| !names.is_empty()),
                with_values,
            });
        }
    }
    calls.extend(tier_calls(source));
    calls
}

/// Calls of `tiers`, which fills `tier` into the text of its first argument, `lowest` and `highest` into
/// that of its second.
fn tier_calls(source: &Source) -> Vec<Call> {
    let mut calls = Vec::new();
    for (at, name) in source.code.match_indices(".tiers(") {
        let fills: [&[&str]; 2] = [&["tier"], &["lowest", "highest"]];
        for (range, names) in arguments(&source.code, at + name.len()).iter().zip(fills) {
            let keys = source
                .literals
                .iter()
                .filter(|found| range.contains(&found.start));
            calls.push(Call {
                place: format!("{}:{}", source.file, source.line(at)),
                keys: keys.map(|found| found.text.clone()).collect(),
                filled: Some(names.iter().map(|name| (*name).to_owned()).collect()),
                with_values: true,
            });
        }
    }
    calls
}

/// Whether the literal at an offset is the first of a pair `("name", value)` in a list.
fn opens_pair(source: &Source, start: usize) -> bool {
    let before = source.code[..start - 1].trim_end().strip_suffix('(');
    before.is_some_and(|before| before.trim_end().ends_with(['[', ',']))
}

/// The first of every pair in a list.
fn pairs(source: &Source) -> BTreeSet<String> {
    let firsts = source
        .literals
        .iter()
        .filter(|found| opens_pair(source, found.start));
    firsts.map(|found| found.text.clone()).collect()
}

/// The ranges of the arguments of a call that opened right before an offset.
fn arguments(code: &str, start: usize) -> Vec<Range<usize>> {
    let (mut depth, mut from, mut ranges) = (0, start, Vec::new());
    for (at, character) in code[start..]
        .char_indices()
        .map(|(at, character)| (start + at, character))
    {
        match character {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth == 0 => {
                ranges.push(from..at);
                return ranges;
            }
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                ranges.push(from..at);
                from = at + 1;
            }
            _ => {}
        }
    }
    panic!("a call without end")
}

/// Names in braces.
fn placeholders(text: &str) -> BTreeSet<String> {
    text.split('{')
        .skip(1)
        .filter_map(|rest| Some(rest.split_once('}')?.0.to_owned()))
        .collect()
}

/// Keys that code shows and the texts do not have.
fn missing(sources: &[Source], texts: &BTreeMap<String, String>) -> Vec<String> {
    let heads: BTreeSet<&str> = texts
        .keys()
        .filter_map(|key| Some(key.split_once('.')?.0))
        .collect();
    let mut missing = Vec::new();
    for source in sources {
        for call in calls(source) {
            let unknown = call.keys.iter().filter(|key| !texts.contains_key(*key));
            missing.extend(unknown.map(|key| format!("{}: {key}", call.place)));
        }
        // A key may come by way of a variable: a literal that begins like a key is one.
        for found in source.literals.iter().filter(|found| {
            let plain = |character: char| character.is_ascii_lowercase() || "-.".contains(character);
            let head = found.text.split_once('.').map(|(head, _)| head);
            found.text.chars().all(plain) && head.is_some_and(|head| heads.contains(head))
        }) {
            if !texts.contains_key(&found.text) {
                missing.push(format!(
                    "{}:{}: {}",
                    source.file,
                    source.line(found.start),
                    found.text
                ));
            }
        }
    }
    missing
}

/// Keys that have a text and that no code names.
fn unused(sources: &[Source], texts: &BTreeMap<String, String>) -> Vec<String> {
    let literals = || sources.iter().flat_map(|source| &source.literals);
    // A key of one word is also a word of markup, so there only a call counts.
    let mut named: BTreeSet<String> = sources
        .iter()
        .flat_map(calls)
        .flat_map(|call| call.keys)
        .collect();
    named.extend(
        literals()
            .map(|found| found.text.clone())
            .filter(|text| text.contains('.')),
    );
    named.extend(literals().filter_map(|found| found.text.strip_prefix("ui.").map(str::to_owned)));
    let families = families();
    let by_id = |key: &str| {
        let parts = key.split_once('.');
        parts.is_some_and(|(family, id)| families.get(family).is_some_and(|ids| ids.contains(id)))
    };
    let keys = texts.keys().filter(|key| !named.contains(*key) && !by_id(key));
    keys.filter(|key| !SHARED_ANSWERS.contains(&key.as_str()))
        .cloned()
        .collect()
}

/// Placeholders that stay unfilled, and values in a call that no placeholder takes.
fn unfilled(source: &Source, texts: &BTreeMap<String, String>) -> Vec<String> {
    let wanted = |key: &String| texts.get(key).map(|text| placeholders(text)).unwrap_or_default();
    let mut unfilled = Vec::new();
    for call in calls(source) {
        let filled = match call.filled {
            Some(filled) => filled,
            None if call.with_values => continue,
            None => BTreeSet::new(),
        };
        let different = call.keys.iter().filter(|key| wanted(key) != filled);
        unfilled.extend(different.map(|key| format!("{}: `{key}` filled with {filled:?}", call.place)));
    }
    // Key or values by way of a variable: the file that names the key fills its placeholders.
    let mut filled = pairs(source);
    filled.extend(
        tier_calls(source)
            .into_iter()
            .filter_map(|call| call.filled)
            .flatten(),
    );
    let literals = source.literals.iter().map(|found| &found.text);
    let different = literals.filter(|key| !wanted(key).is_subset(&filled));
    unfilled.extend(different.map(|key| format!("{}: `{key}` filled with {filled:?}", source.file)));
    unfilled
}

#[test]
fn every_text_the_widget_shows_is_there() {
    let texts = texts_of("ui.");
    let sources = Source::all_below("src/widget");
    let missing = missing(&sources, &texts);
    assert!(missing.is_empty(), "no text for\n{}", missing.join("\n"));
    for (family, ids) in families() {
        assert!(
            sources.iter().any(|source| makes_keys_of(source, family)),
            "nothing shows ui.{family}"
        );
        for id in ids {
            assert!(
                texts.contains_key(&format!("{family}.{id}")),
                "no text for ui.{family}.{id}"
            );
        }
    }
}

#[test]
fn every_text_is_shown() {
    let sources = Source::all_below("src");
    let mut unused = unused(&sources, &texts_of("ui."));
    let scripts = scripts();
    unused.retain(|key| !made_by_files(&sources, key));
    unused.retain(|key| {
        !scripts
            .iter()
            .any(|(_, text)| said_in(text).any(|said| says(said, key)))
    });
    unused.retain(|key| !offered(&scripts, key));
    unused.retain(|key| !key.starts_with("site."));
    assert!(unused.is_empty(), "nothing shows\n{}", unused.join("\n"));
}

#[test]
fn the_site_is_written_with_its_english_words() {
    let texts = texts_of("ui.site.");
    assert!(texts.len() > 10, "{} texts", texts.len());
    let read = |file: &str| std::fs::read_to_string(file).expect("a page of the site");
    let (page, modes) = (read("www/index.html"), read("www/assemble.mjs"));
    for (word, text) in texts {
        let placed = page.contains(&format!("data-word=\"{word}\">{text}"));
        let made = modes.contains(&format!("'{word}', '{text}'"));
        assert!(placed || made, "{word}: {text}");
    }
}

/// Whether the panel of files makes the key from a format, a group of formats or a field that it spells:
/// `files.docx`, `files.docx-what`, `files.group.tools`.
fn offered(scripts: &[(String, String)], key: &str) -> bool {
    let Some(id) = key.strip_prefix("files.") else {
        return false;
    };
    let id = id.strip_prefix("group.").unwrap_or(id);
    let id = id.strip_suffix("-what").unwrap_or(id);
    let spelled = [format!("'{id}'"), format!("\n  {id}: [")];
    let panel = scripts
        .iter()
        .filter(|(file, _)| file.starts_with("element/records/"));
    panel
        .into_iter()
        .any(|(_, text)| spelled.iter().any(|spelled| text.contains(spelled)))
}

/// Whether files make the key from an id: `column.tier` from the head `column.` or `column`, spelled in the layer
/// of files, and from `tier`, spelled anywhere. Months are counted.
fn made_by_files(sources: &[Source], key: &str) -> bool {
    let Some((head, id)) = key.split_once('.') else {
        return false;
    };
    let spelled = |source: &Source, text: &str| source.literals.iter().any(|found| found.text == text);
    let heads = [head.to_owned(), format!("{head}.")];
    let makes = |source: &&Source| {
        source.file.starts_with("src/files/") && heads.iter().any(|head| spelled(source, head))
    };
    let counted = head == "month" && id.parse().is_ok_and(|month| (1..=12).contains(&month));
    sources.iter().any(|source| makes(&source))
        && (counted || sources.iter().any(|source| spelled(source, id)))
}

#[test]
fn every_text_the_scripts_show_is_there() {
    let texts = texts_of("ui.");
    let mut asked = 0;
    for (file, text) in scripts() {
        for said in said_in(&text) {
            let key = said
                .strip_prefix("ui.")
                .or(["privacy.", "keep.", "share.", "register."]
                    .iter()
                    .any(|area| said.starts_with(area))
                    .then_some(said));
            // A file is no text.
            if let Some(key) = key.filter(|key| !key.ends_with(".js") && !key.ends_with(".css")) {
                assert!(texts.contains_key(key), "{file}: no text for `{key}`");
                asked += 1;
            }
        }
        for opening in ["Problem('", "problem('", "report('"] {
            for rest in text.split(opening).skip(1) {
                let code = rest.split('\'').next().unwrap_or_default();
                for part in ["message", "remedy"] {
                    let key = format!("problem.{code}.{part}");
                    assert!(texts.contains_key(&key), "{file}: no text for `{key}`");
                }
                asked += 1;
            }
        }
    }
    assert!(asked > 40, "the scan finds {asked} texts and problems only");
}

/// The scripts around the engine, with their names.
fn scripts() -> Vec<(String, String)> {
    let folders = [
        "element",
        "element/loader",
        "element/visit",
        "element/records",
        "element/register",
        "element/telling",
        "element/workshop",
        "element/workshop/own",
    ];
    let files = folders
        .iter()
        .flat_map(|folder| std::fs::read_dir(folder).expect("the folder is there"));
    files
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "js"))
        .map(|path| {
            let text = std::fs::read_to_string(&path).expect("a text");
            (path.display().to_string(), text)
        })
        .collect()
}

/// What stands between single quotes.
fn said_in(text: &str) -> impl Iterator<Item = &str> {
    text.lines().flat_map(|line| line.split('\'').skip(1).step_by(2))
}

/// Whether a literal of a script stands for a text: its key, or the code of a problem.
fn says(said: &str, key: &str) -> bool {
    let problem = key
        .strip_prefix("problem.")
        .and_then(|rest| rest.rsplit_once('.'));
    said.strip_prefix("ui.").unwrap_or(said) == key || problem.is_some_and(|(code, _)| code == said)
}

#[test]
fn every_placeholder_is_filled() {
    let texts = texts_of("ui.");
    let sources = Source::all_below("src/widget");
    let unfilled: Vec<String> = sources
        .iter()
        .flat_map(|source| unfilled(source, &texts))
        .collect();
    assert!(unfilled.is_empty(), "{}", unfilled.join("\n"));
    // Reasons of checklist lines are filled where records are made.
    let export = Source::all_below("src/export");
    let filling = export
        .iter()
        .find(|source| source.code.contains("fn reason_words"))
        .unwrap();
    for (key, text) in texts_of("reason.") {
        let (wanted, filled) = (placeholders(&text), pairs(filling));
        assert!(
            wanted.is_subset(&filled),
            "reason.{key} wants {wanted:?}, filled are {filled:?}"
        );
    }
}

#[test]
fn the_scan_of_texts_finds_what_is_wrong() {
    let texts = BTreeMap::from(
        [
            ("back", "Back"),
            ("side.range", "From {low} to {high}"),
            ("side.count", "{done}"),
            ("side.old", "Old"),
        ]
        .map(|(key, text)| (key.to_owned(), text.to_owned())),
    );
    let planted = Source::new(
        "planted.rs",
        r#"
        // view.t("comment")
        html! { <p class="old">{ view.t("bakc") }{ view.t(if a { "back" } else { "side.lost" }) }</p> };
        let key = "side.typo";
        view.t_with("side.range", &[("low", &f(1, 2)), ("hihg", &high)]);
        let values = [("don", "1")];
        view.t_with("side.count", &values);
        view.text(&WordingKey::part("ui", "role", id));
        view.tiers("side.range", "back", lowest, highest);
        "#,
    );
    let sources = [planted];
    assert!(makes_keys_of(&sources[0], "role") && !makes_keys_of(&sources[0], "phase"));
    assert_eq!(
        missing(&sources, &texts),
        [
            "planted.rs:3: bakc",
            "planted.rs:3: side.lost",
            "planted.rs:3: side.lost",
            "planted.rs:4: side.typo"
        ]
    );
    assert_eq!(unused(&sources, &texts), ["side.old"]);
    let unfilled = unfilled(&sources[0], &texts);
    let about = |key: &str| unfilled.iter().filter(|found| found.contains(key)).count();
    assert_eq!(
        (about("side.range"), about("side.count"), about("`back`")),
        (4, 1, 1),
        "{unfilled:?}"
    );
}
