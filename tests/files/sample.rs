//! A report and its tables as a board would get them, with the words of the catalogue. Also written to a folder,
//! for `read.py` and for the eye.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use aims_readiness::files::{
    Bar, Block, Cell, Chart, Column, Document, Run, Table, docx, html, markdown, workbook,
};
use serde_json::json;

use crate::foreign;

/// Groups of the checklist and how far they are.
pub(crate) const READINESS: [(&str, f64); 6] = [
    ("Context of the organization", 80.0),
    ("Leadership", 62.0),
    ("Planning", 45.0),
    ("Assessing impacts of AI systems", 5.0),
    ("AI system life cycle", 0.0),
    ("Third-party and customer relationships", 100.0),
];

struct Item {
    id: String,
    texts: BTreeMap<String, String>,
}

fn items() -> Vec<Item> {
    let read = |name: &str| -> toml::Table {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("catalog/wording/en")
            .join(name);
        fs::read_to_string(path).unwrap().parse().unwrap()
    };
    let (short, detail) = (read("checklist.toml"), read("checklist-detail.toml"));
    let words = |table: &toml::Table, id: &str| -> BTreeMap<String, String> {
        let item = table["item"].get(id).and_then(|item| item.as_table());
        let texts = item.into_iter().flatten();
        texts
            .map(|(key, text)| (key.clone(), text.as_str().unwrap().to_owned()))
            .collect()
    };
    let ids = short["item"].as_table().unwrap().keys();
    ids.map(|id| {
        let mut texts = words(&detail, id);
        texts.extend(words(&short, id));
        Item {
            id: id.clone(),
            texts,
        }
    })
    .collect()
}

impl Item {
    fn text(&self, part: &str) -> String {
        self.texts.get(part).cloned().unwrap_or_default()
    }
}

fn source() -> Option<&'static str> {
    Some("https://eur-lex.europa.eu/eli/reg/2024/1689/oj#art_26")
}

pub(crate) fn document() -> Document {
    let facts = [
        ("Tier", "High-risk, by the use in recruitment"),
        ("Role", "Deployer"),
        ("Duties apply from", "2 December 2027"),
        ("Law of", "2 November 2026"),
        ("Readiness", "41 % of what can be earned"),
        ("Receipt", "AIMS1-7f3a-92c1-0e55"),
    ];
    let mut blocks = vec![
        Block::Heading(1, "Summary".to_owned()),
        Block::Paragraph(vec![
            Run::text("The system ranks applications for open positions. It is "),
            Run::bold("high-risk under the AI Act"),
            Run::text(", because it is intended to be used to analyse and filter job applications. See "),
            Run::link("the duties of deployers", source()),
            Run::text(" for what follows from it."),
        ]),
        Block::list([
            "Assign human oversight to people with the necessary competence, training and authority."
                .to_owned(),
            "Inform workers’ representatives and affected workers before the system is put into use."
                .to_owned(),
            "Keep the automatically generated logs for at least six months.".to_owned(),
        ]),
        Block::Heading(2, "Which tiers are still possible".to_owned()),
        Block::Chart(Chart::Ladder {
            title: "Tiers, the strictest first".to_owned(),
            tiers: vec![
                ("prohibited", "Prohibited".to_owned(), false),
                ("high", "High-risk".to_owned(), true),
                ("high-sectoral", "High-risk under sectoral law".to_owned(), false),
                ("exempt", "High-risk area, exempt".to_owned(), true),
                ("limited", "Transparency duties".to_owned(), false),
                ("minimal", "Minimal risk".to_owned(), false),
                ("out-of-scope", "Out of scope".to_owned(), false),
            ],
            ruled_out: "ruled out".to_owned(),
        }),
        Block::Heading(2, "Readiness by group".to_owned()),
        Block::Chart(Chart::Bars {
            title: "Readiness in percent of what can be earned".to_owned(),
            unit: " %".to_owned(),
            most: 100.0,
            bars: READINESS
                .iter()
                .map(|(label, value)| Bar {
                    label: (*label).to_owned(),
                    value: *value,
                })
                .collect(),
        }),
        Block::Heading(1, "Plan".to_owned()),
        Block::Chart(Chart::Spans {
            title: "Work by phase".to_owned(),
            unit: "weeks".to_owned(),
            most: 26.0,
            spans: vec![
                ("Foundations: scope, roles and policy".to_owned(), 0.0, 6.0),
                ("Impact and risk assessment".to_owned(), 4.0, 12.0),
                ("Controls of the life cycle and of data".to_owned(), 8.0, 22.5),
                ("Internal audit and management review".to_owned(), 20.0, 26.0),
            ],
        }),
        Block::Heading(2, "Answers".to_owned()),
        Block::Facts(vec![
            (
                "What is the system used for?".to_owned(),
                vec![Run::text("Selecting people: it filters and ranks applications")],
            ),
            (
                "Does it profile people?".to_owned(),
                vec![
                    Run::text("Yes"),
                    Run::text(", it builds a score of each applicant\nfrom the CV and the cover letter"),
                ],
            ),
            ("Who built it?".to_owned(), vec![Run::text("Not known")]),
        ]),
        Block::Heading(1, "Checklist".to_owned()),
    ];
    let items = items();
    for (title, chunk) in [
        "Clauses",
        "Controls of organisation",
        "Controls of the life cycle",
        "Duties",
    ]
    .iter()
    .zip(items.chunks(23))
    {
        blocks.push(Block::Heading(2, (*title).to_owned()));
        blocks.push(Block::Heading(3, "What is to be done".to_owned()));
        blocks.push(Block::Table {
            caption: format!("{title}: what to do, what shows it, who and how far"),
            head: ["Id", "What to do", "Evidence", "Owner", "Status"]
                .map(str::to_owned)
                .to_vec(),
            widths: vec![10, 40, 27, 13, 10],
            rows: chunk
                .iter()
                .enumerate()
                .map(|(place, item)| {
                    vec![
                        vec![Run::link(item.id.clone(), source().filter(|_| place % 7 == 0))],
                        vec![Run::text(item.text("do"))],
                        vec![Run::text(item.text("evidence"))],
                        vec![Run::text("AI governance lead")],
                        vec![Run::bold(["Done", "Under way", "Open"][place % 3])],
                    ]
                })
                .collect(),
        });
    }
    blocks.push(Block::Heading(1, "Sources".to_owned()));
    blocks.push(Block::List(vec![vec![
        Run::link("Regulation (EU) 2024/1689, consolidated text", source()),
        Run::text(", as in force on 2 November 2026"),
    ]]));
    blocks.push(Block::Small(vec![Run::text(
        "Dates are those of the text in force. A later text may name other ones.",
    )]));
    Document {
        language: "en".to_owned(),
        title: "EU AI Act tier and ISO/IEC 42001 readiness".to_owned(),
        subject: "Ranking of job applications".to_owned(),
        verdict: "High-risk: the duties of a deployer apply from 2 December 2027".to_owned(),
        tier: "high",
        facts: facts
            .map(|(name, text)| (name.to_owned(), text.to_owned()))
            .to_vec(),
        disclaimer: "This report helps to prepare a decision. It is no legal advice and no certificate; whoever relies on it checks it against the law.".to_owned(),
        blocks,
    }
}

fn column(id: &str, title: &str, width: u16) -> Column {
    Column {
        id: id.to_owned(),
        title: title.to_owned(),
        width,
    }
}

pub(crate) fn tables() -> Vec<Table> {
    let checklist = Table {
        id: "checklist",
        title: "Checklist".to_owned(),
        columns: vec![
            column("id", "Id", 10),
            column("do", "What to do", 60),
            column("evidence", "Evidence", 40),
            column("pitfall", "Pitfall", 34),
            column("days", "Days", 8),
            column("due", "Due", 12),
            column("source", "Source", 22),
            column("notes", "Notes", 30),
        ],
        rows: items()
            .iter()
            .enumerate()
            .map(|(place, item)| {
                vec![
                    Cell::text(item.id.clone()),
                    Cell::text(item.text("do")),
                    Cell::text(item.text("evidence")),
                    Cell::text(item.text("pitfall")),
                    Cell::Number(place as f64 / 2.0),
                    Cell::Day(foreign::day()),
                    Cell::Link {
                        text: "The Act".to_owned(),
                        url: source().unwrap().to_owned(),
                    },
                    if place == 3 {
                        Cell::text("=1+1")
                    } else {
                        Cell::Empty
                    },
                ]
            })
            .collect(),
    };
    let readiness = Table {
        id: "readiness",
        title: "Readiness".to_owned(),
        columns: vec![column("group", "Group", 40), column("percent", "Percent", 10)],
        rows: READINESS
            .iter()
            .map(|(name, percent)| vec![Cell::text(*name), Cell::Number(*percent)])
            .collect(),
    };
    vec![checklist, readiness]
}

/// Writes the sample as files, with what `read.py` shall find in them.
#[test]
fn the_sample_is_written_for_other_readers() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("files");
    fs::create_dir_all(&folder).unwrap();
    let (document, tables, about) = (document(), tables(), foreign::about());
    assert!(tables[0].rows.len() > 60, "{} rows", tables[0].rows.len());
    fs::write(folder.join("sample.xlsx"), workbook(&tables, &about).unwrap()).unwrap();
    fs::write(folder.join("sample.docx"), docx(&document, &about).unwrap()).unwrap();
    fs::write(folder.join("sample.md"), markdown(&document)).unwrap();
    fs::write(folder.join("sample.html"), html(&document)).unwrap();
    let kind = |cell: &Cell| match cell {
        Cell::Empty => "empty",
        Cell::Number(_) => "number",
        Cell::Day(_) => "day",
        Cell::Text(_) | Cell::Link { .. } => "text",
    };
    let sheets = tables.iter().map(|table| {
        json!({
            "name": table.title,
            "head": table.columns.iter().map(|column| &column.title).collect::<Vec<_>>(),
            "rows": table.rows.iter().map(|row| row.iter().map(|cell| json!([kind(cell), cell.plain()])).collect()).collect::<Vec<Vec<_>>>(),
        })
    });
    let headings = document.blocks.iter().filter_map(|block| match block {
        Block::Heading(level, text) => Some(json!([level, text])),
        _ => None,
    });
    let tables = document.blocks.iter().filter_map(|block| match block {
        Block::Table { head, rows, .. } => Some(json!([1 + rows.len(), head.len()])),
        Block::Facts(facts) => Some(json!([facts.len(), 2])),
        Block::Chart(Chart::Bars { bars, .. }) => Some(json!([bars.len(), 3])),
        Block::Chart(Chart::Ladder { tiers, .. }) => Some(json!([tiers.len(), 3])),
        Block::Chart(Chart::Spans { spans, .. }) => Some(json!([1 + spans.len(), 3])),
        _ => None,
    });
    let cover = json!([document.facts.len(), 2]);
    let expected = json!({
        "sheets": sheets.collect::<Vec<_>>(),
        "title": about.title,
        "day": about.as_of.to_string(),
        "headings": headings.collect::<Vec<_>>(),
        "tables": std::iter::once(cover).chain(tables).collect::<Vec<_>>(),
    });
    fs::write(folder.join("expected.json"), expected.to_string()).unwrap();
}
