//! The rows to learn from and to measure on, from `catalog/suggest`.

use std::fs;
use std::path::Path;

use serde_json::Value;

/// The classes of one kind, in the order of the model file.
pub(crate) struct Classes {
    /// Id of the fact that they answer.
    pub(crate) fact: &'static str,
    /// Ids.
    pub(crate) ids: Vec<&'static str>,
}

impl Classes {
    /// The values of a fact, without one that no row has, and with one more.
    pub(crate) fn of(fact: &'static str, without: Option<&str>, more: Option<&'static str>) -> Self {
        let catalog = aims_readiness::catalog::builtin();
        let known = catalog
            .facts
            .iter()
            .find(|known| known.id == fact)
            .expect("the fact is in the catalogue");
        let ids = known
            .values
            .iter()
            .copied()
            .filter(|id| Some(*id) != without)
            .chain(more)
            .collect();
        Self { fact, ids }
    }

    /// Set of ids parted by `|`, a bit each.
    fn set(&self, ids: &str) -> u32 {
        let bit = |id: &str| {
            let place = self.ids.iter().position(|known| *known == id);
            1 << place.unwrap_or_else(|| panic!("`{id}` is no value of `{}`", self.fact))
        };
        ids.split('|')
            .filter(|id| !id.is_empty())
            .map(bit)
            .fold(0, |set, bit: u32| set | bit)
    }
}

/// Where a row is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// Case studies with masked names.
    Library,
    /// The federal inventory of the United States.
    Federal,
    /// Short descriptions written to test a front door.
    FrontDoor,
    /// Dutch requests.
    Dutch,
    /// Our own descriptions.
    Own,
    /// Our own words.
    Lexicon,
    /// Published fixtures; only measured on.
    Fixtures,
    /// Our own German descriptions that are only measured on.
    KeptOut,
}

/// A description with what is known of it. A label is a set of classes, empty where nothing is known.
pub(crate) struct Row {
    /// Where it is from.
    pub(crate) origin: Origin,
    /// Rows of one source are never on both sides of a split.
    pub(crate) source: String,
    /// The description.
    pub(crate) text: String,
    /// The sector, as its one bit.
    pub(crate) sector: u32,
    /// Sectors that can be defended too.
    pub(crate) sector_too: u32,
    /// Areas of which at least one is right.
    pub(crate) area: u32,
}

/// All rows.
pub(crate) fn all(folder: &Path, sectors: &Classes, areas: &Classes) -> Vec<Row> {
    let data = folder.join("data");
    let row = |origin, source: &str, text: &str| Row {
        origin,
        source: source.to_owned(),
        text: text.to_owned(),
        sector: 0,
        sector_too: 0,
        area: 0,
    };
    let mut rows = Vec::new();
    for cells in table(&data.join("sector_train.csv")) {
        let federal = &cells[1] == "us-federal-2024";
        let origin = if federal { Origin::Federal } else { Origin::Library };
        let source = if federal { &cells[1] } else { publisher(&cells[8]) };
        let (sector, sector_too) = (sectors.set(&cells[2]), sectors.set(&cells[3]));
        rows.push(Row {
            sector,
            sector_too,
            ..row(origin, source, &cells[6])
        });
    }
    for line in lines(&data.join("lexbeam_frontdoor_train.jsonl")) {
        // The two sets of this publisher say the same in other words, in the same order.
        let source = word(&line, "id").splitn(3, '-').last().unwrap_or_default();
        let area = areas.set(front_door_area(
            word(&line, "label"),
            word(&line, "annex_iii_area"),
        ));
        rows.push(Row {
            area,
            ..row(Origin::FrontDoor, source, word(&line, "text"))
        });
    }
    for cells in table(&data.join("annex_area_texty_nl.csv")) {
        rows.push(Row {
            area: areas.set(area(&cells[4])),
            ..row(Origin::Dutch, &cells[0], &cells[5])
        });
    }
    for line in lines(&data.join("tier_fixtures.jsonl")) {
        let Some(named) = line.get("annex_iii_areas").and_then(Value::as_array) else {
            continue;
        };
        let named: Vec<&str> = named.iter().filter_map(Value::as_str).map(area).collect();
        let named = if named.is_empty() {
            "none".to_owned()
        } else {
            named.join("|")
        };
        let area = areas.set(&named);
        rows.push(Row {
            area,
            ..row(Origin::Fixtures, word(&line, "id"), word(&line, "text"))
        });
    }
    for (file, origin) in [("own.jsonl", Origin::Own), ("kept_out.jsonl", Origin::KeptOut)] {
        for line in lines(&data.join(file)) {
            let [sector, sector_too] = ["sector", "sector_too"].map(|key| sectors.set(word(&line, key)));
            let area = areas.set(word(&line, "area"));
            rows.push(Row {
                sector,
                sector_too,
                area,
                ..row(origin, "", word(&line, "text"))
            });
        }
    }
    for language in ["de", "en", "es", "fr", "nl"] {
        let path = folder.join("lexicon").join(language).with_extension("toml");
        for (class, words, is_sector) in lexicon(&path) {
            for word in words.split(',').map(str::trim).filter(|word| !word.is_empty()) {
                let sector = if is_sector { sectors.set(&class) } else { 0 };
                let area = if is_sector { 0 } else { areas.set(&class) };
                rows.push(Row {
                    sector,
                    area,
                    ..row(Origin::Lexicon, "", word)
                });
            }
        }
    }
    rows
}

/// Classes with their words, and whether they are sectors.
fn lexicon(path: &Path) -> Vec<(String, String, bool)> {
    let tables: toml::Table = content(path)
        .parse()
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut found = Vec::new();
    for (kind, is_sector) in [("sector", true), ("area", false)] {
        for (class, words) in tables[kind].as_table().expect("a table") {
            found.push((
                class.clone(),
                words.as_str().expect("a text").to_owned(),
                is_sector,
            ));
        }
    }
    found
}

/// Who published a case study, from its address.
fn publisher(url: &str) -> &'static str {
    let host = url.split('/').nth(2).unwrap_or_default();
    let names = [
        "microsoft",
        "google",
        "amazon",
        "ibm",
        "openai",
        "anthropic",
        "claude",
        "nvidia",
    ];
    match names.into_iter().find(|name| host.contains(name)) {
        Some("claude") => "anthropic",
        Some(name) => name,
        None => "elsewhere",
    }
}

/// An area of the publishers in the ids of the catalogue. Essential services are four areas there.
fn area(name: &str) -> &str {
    match name {
        "essential_services" => "credit|insurance|public-benefits|emergency",
        "critical_infrastructure" => "critical-infrastructure",
        "law_enforcement" => "law-enforcement",
        _ => name,
    }
}

/// The publisher names no area for prohibited practices and for transparency; some can be met in one too.
fn front_door_area<'a>(label: &str, name: &'a str) -> &'a str {
    match label {
        "art5_1c" => "none|public-benefits",
        "art5_1d" => "none|law-enforcement",
        "art5_1e" | "art5_1g" | "art50_3" => "none|biometrics",
        "art5_1f" => "none|biometrics|employment|education",
        "art5_1h" => "none|biometrics|law-enforcement",
        _ => area(name),
    }
}

fn content(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn word<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn lines(path: &Path) -> Vec<Value> {
    let content = content(path);
    let lines = content.lines().filter(|line| !line.trim().is_empty());
    lines
        .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{line}: {error}")))
        .collect()
}

fn table(path: &Path) -> Vec<csv::StringRecord> {
    let content = content(path);
    let mut reader = csv::Reader::from_reader(content.as_bytes());
    reader
        .records()
        .map(|row| row.unwrap_or_else(|error| panic!("{}: {error}", path.display())))
        .collect()
}
