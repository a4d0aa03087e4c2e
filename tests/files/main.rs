//! Tables and documents as files: everything is in them, what people wrote stays text, and the same bytes come twice.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod archive;
mod csv;
mod docx;
mod foreign;
mod html;
mod markdown;
#[path = "../random/mod.rs"]
#[allow(dead_code, reason = "only its numbers are used here")]
mod random;
mod sample;
mod xlsx;

use aims_readiness::files::{Block, Chart, Document, Run};

/// What a text is in any file: without what XML cannot hold, and with single spaces, since formats differ there.
fn plain(text: &str) -> String {
    let forbidden = |next: char| next < ' ' && !"\t\n\r".contains(next) || "\u{fffe}\u{ffff}".contains(next);
    let text: String = text
        .chars()
        .map(|next| if forbidden(next) { '\u{fffd}' } else { next })
        .collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every text of a document that each format has to show.
fn texts(document: &Document) -> Vec<String> {
    let mut texts = vec![
        document.title.clone(),
        document.subject.clone(),
        document.verdict.clone(),
        document.disclaimer.clone(),
    ];
    texts.extend(
        document
            .facts
            .iter()
            .flat_map(|(name, text)| [name.clone(), text.clone()]),
    );
    let mut runs = |runs: &[Run]| texts.extend(runs.iter().map(|run| run.text.clone()));
    let mut more = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Heading(_, text) => more.push(text.clone()),
            Block::Paragraph(words) | Block::Small(words) => runs(words),
            Block::List(entries) => entries.iter().for_each(|entry| runs(entry)),
            Block::Facts(facts) => {
                for (name, words) in facts {
                    more.push(name.clone());
                    runs(words);
                }
            }
            Block::Table {
                caption, head, rows, ..
            } => {
                more.push(caption.clone());
                more.extend(head.iter().cloned());
                rows.iter().flatten().for_each(|cell| runs(cell));
            }
            Block::Chart(chart) => match chart {
                Chart::Bars {
                    title, unit, bars, ..
                } => {
                    more.push(title.clone());
                    more.extend(bars.iter().map(|bar| bar.label.clone()));
                    more.extend(bars.iter().map(|bar| format!("{}{unit}", bar.value)));
                }
                Chart::Ladder {
                    title,
                    tiers,
                    ruled_out,
                } => {
                    more.push(title.clone());
                    more.extend(tiers.iter().map(|(_, name, _)| name.clone()));
                    more.extend(tiers.iter().filter(|tier| !tier.2).map(|_| ruled_out.clone()));
                }
                Chart::Spans {
                    title, unit, spans, ..
                } => {
                    more.extend([title.clone(), unit.clone()]);
                    more.extend(spans.iter().map(|(name, _, _)| name.clone()));
                    more.extend(spans.iter().map(|(_, from, to)| format!("{from}–{to}")));
                }
            },
        }
    }
    texts.append(&mut more);
    texts
}

/// Fails unless every text of the document is in the text of a file.
fn holds_every_text(document: &Document, file: &str) {
    let file = plain(file);
    for text in texts(document) {
        let text = plain(&text);
        assert!(
            file.contains(&text),
            "the file has {:?} of {} bytes",
            text.chars().take(200).collect::<String>(),
            file.len()
        );
    }
}

/// The addresses that a document leads to.
fn links(document: &Document) -> Vec<String> {
    let mut links = Vec::new();
    let mut runs = |runs: &[Run]| links.extend(runs.iter().filter_map(|run| run.link.clone()));
    for block in &document.blocks {
        match block {
            Block::Paragraph(words) | Block::Small(words) => runs(words),
            Block::List(entries) => entries.iter().for_each(|entry| runs(entry)),
            Block::Facts(facts) => facts.iter().for_each(|(_, words)| runs(words)),
            Block::Table { rows, .. } => rows.iter().flatten().for_each(|cell| runs(cell)),
            Block::Heading(..) | Block::Chart(_) => {}
        }
    }
    links.retain(|link| link.starts_with("https://") || link.starts_with("mailto:"));
    links
}
