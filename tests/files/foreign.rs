//! What people may write to harm who reads it, and documents and tables made of it.

use aims_readiness::catalog::Date;
use aims_readiness::files::{About, Bar, Block, Cell, Chart, Column, Document, Run, Table};

use crate::random::Random;

/// Texts that some format could take for something else.
pub(crate) const PAYLOADS: [&str; 48] = [
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "<!-- -->",
    "]]>",
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "=HYPERLINK(\"https://evil.example\",\"x\")",
    "{=1}",
    "\t=1",
    "[x](javascript:alert(1))",
    "](javascript:alert(1))",
    "![x](https://evil.example/x.png)",
    "!",
    "<https://evil.example>",
    "https://evil.example/?a=b&c=d",
    "www.evil.example",
    "someone@evil.example",
    "javascript:alert(1)",
    "# heading",
    "- entry",
    "+ entry",
    "* entry",
    "1. entry",
    "12) entry",
    "> quote",
    "---",
    "===",
    "a | b | c\n--- | --- | ---\n1 | 2 | 3",
    "`code` ```` *stressed* _so_ ~~gone~~ $x$",
    "    four spaces",
    "line\n\nparagraph",
    "line\r\nline\rline",
    "ends with a backslash \\",
    "&lt;b&gt; &#60;i&#62; &nbsp; &copy",
    "\u{0}\u{1}\u{b}\u{c}\u{1f}control",
    "\u{fffe}\u{ffff}",
    "_x0041_ _x000D_",
    "\u{202e}desrever\u{202c} \u{2066}isolate\u{2069}",
    "👩🏽‍💻 🏳️‍🌈 é e\u{301} 漢字 العربية עברית",
    "quotes \" ' ` “ ”",
    "{{7*7}} ${7*7} <%= 7*7 %>",
    "[x]: https://evil.example",
    "[^1] [ ] [x]",
    "<br> <a href=\"https://evil.example\">x</a>",
    "a\tb\tc",
    "Sheet1!$A$1",
];

/// A day, and what a file says of itself.
pub(crate) fn about() -> About {
    About {
        title: "Report".to_owned(),
        subject: "A <use> & case".to_owned(),
        program: "aims-readiness 0.1.0".to_owned(),
        as_of: day(),
        continued: "The text above goes on here.".to_owned(),
    }
}

pub(crate) fn day() -> Date {
    "2026-11-02".parse().unwrap()
}

/// A text: a payload, or several, or plain words.
pub(crate) fn text(random: &mut Random) -> String {
    let mut text = String::new();
    for _ in 0..=random.below(3) {
        text.push_str(match random.below(4) {
            0 => "plain words. ",
            1 => "word",
            _ => PAYLOADS[random.below(PAYLOADS.len())],
        });
    }
    text
}

/// A title: a text that says something.
fn title(random: &mut Random) -> String {
    format!("T{}", text(random))
}

fn runs(random: &mut Random) -> Vec<Run> {
    (0..random.below(4))
        .map(|_| {
            let text = text(random);
            let mut run = match random.below(6) {
                0 => Run::bold(text),
                1 => Run::link(text, Some("https://law.example/act?a=1&b=(2)#x|y")),
                2 => Run::link(text, Some("javascript:alert(1)")),
                _ => Run::text(text),
            };
            run.bold |= random.one_in(5);
            run
        })
        .collect()
}

fn chart(random: &mut Random) -> Chart {
    let many = random.below(5);
    match random.below(3) {
        0 => Chart::Bars {
            title: title(random),
            unit: " %".to_owned(),
            most: 100.0,
            bars: (0..many)
                .map(|_| Bar {
                    label: title(random),
                    value: random.below(101) as f64,
                })
                .collect(),
        },
        1 => Chart::Ladder {
            title: title(random),
            tiers: (0..many)
                .map(|_| ("high", title(random), random.one_in(2)))
                .collect(),
            ruled_out: "ruled out".to_owned(),
        },
        _ => Chart::Spans {
            title: title(random),
            unit: "weeks".to_owned(),
            most: 26.0,
            spans: (0..many)
                .map(|_| {
                    (
                        title(random),
                        random.below(10) as f64,
                        10.0 + random.below(17) as f64,
                    )
                })
                .collect(),
        },
    }
}

fn block(random: &mut Random) -> Block {
    match random.below(7) {
        0 => Block::Heading(1 + random.below(3) as u8, title(random)),
        1 => Block::Paragraph(runs(random)),
        2 => Block::Small(runs(random)),
        3 => Block::List((0..random.below(4)).map(|_| runs(random)).collect()),
        4 => Block::Facts(
            (0..random.below(4))
                .map(|_| (title(random), runs(random)))
                .collect(),
        ),
        5 => {
            let columns = 1 + random.below(4);
            Block::Table {
                caption: title(random),
                head: (0..columns).map(|_| title(random)).collect(),
                widths: vec![(100 / columns) as u8; columns],
                rows: (0..random.below(5))
                    .map(|_| (0..columns).map(|_| runs(random)).collect())
                    .collect(),
            }
        }
        _ => Block::Chart(chart(random)),
    }
}

/// A document of such texts, the same for the same seed.
pub(crate) fn document(seed: u64) -> Document {
    let random = &mut Random::new(seed);
    Document {
        language: "en".to_owned(),
        title: title(random),
        subject: title(random),
        verdict: title(random),
        tier: "high",
        facts: (0..random.below(5))
            .map(|_| (title(random), text(random)))
            .collect(),
        disclaimer: title(random),
        blocks: (0..random.below(12)).map(|_| block(random)).collect(),
    }
}

/// A document with one paragraph, one cell and one fact of each text.
pub(crate) fn document_of(texts: &[&str]) -> Document {
    let rows = texts.iter().map(|text| vec![vec![Run::text(*text)]]).collect();
    let facts = texts
        .iter()
        .map(|text| ((*text).to_owned(), vec![Run::text(*text)]));
    let mut blocks: Vec<Block> = texts.iter().map(|text| Block::text(*text)).collect();
    blocks.push(Block::Facts(facts.collect()));
    blocks.push(Block::Table {
        caption: String::new(),
        head: vec!["Text".to_owned()],
        widths: vec![100],
        rows,
    });
    Document {
        blocks,
        ..document(0)
    }
}

/// A table with a text in each row, as text and as a link that must not be one.
pub(crate) fn table_of(texts: &[&str]) -> Table {
    let column = |id: &str| Column {
        id: id.to_owned(),
        title: format!("={id}"),
        width: 30,
    };
    Table {
        id: "texts",
        title: "Texts: [all]?".to_owned(),
        columns: vec![column("text"), column("link")],
        rows: texts
            .iter()
            .map(|text| {
                let link = Cell::Link {
                    text: (*text).to_owned(),
                    url: "javascript:alert(1)".to_owned(),
                };
                vec![Cell::Text((*text).to_owned()), link]
            })
            .collect(),
    }
}
