//! The report as a file of Word, read from its parts. `read.py` reads it with a library of its own.

use aims_readiness::files::{Block, Chart, Document, docx};

use crate::archive::{Token, is_well_formed, part, parts, tokens};
use crate::{foreign, holds_every_text, links, sample};

fn written(document: &Document) -> Vec<u8> {
    docx(document, &foreign::about()).unwrap()
}

/// The text as a person reads it.
fn text(bytes: &[u8]) -> String {
    let mut text = String::new();
    for token in tokens(&part(bytes, "word/document.xml")) {
        match token {
            Token::Text(more) => text.push_str(&more),
            Token::Tag(name, _) if ["/w:p", "w:br", "w:tab"].contains(&name.as_str()) => text.push(' '),
            Token::Tag(..) => {}
        }
    }
    text
}

fn documents() -> Vec<Document> {
    let mut documents: Vec<Document> = (0..100).map(foreign::document).collect();
    documents.push(foreign::document_of(&foreign::PAYLOADS));
    documents.push(foreign::document_of(&["long ".repeat(8_000).as_str()]));
    documents.push(sample::document());
    documents
}

#[test]
fn every_text_is_in_the_file_and_every_part_is_well_formed() {
    for document in documents() {
        let bytes = written(&document);
        holds_every_text(&document, &text(&bytes));
        for (name, part) in parts(&bytes) {
            assert!(part.starts_with("<?xml "), "{name}");
            is_well_formed(&part);
        }
    }
}

#[test]
fn only_sources_are_links() {
    for document in documents() {
        let bytes = written(&document);
        let mut targets = Vec::new();
        for token in tokens(&part(&bytes, "word/_rels/document.xml.rels")) {
            if let Token::Tag(_, attributes) = token
                && attributes.iter().any(|(name, _)| name == "TargetMode")
            {
                targets.extend(attributes.into_iter().filter(|(name, _)| name == "Target"));
            }
        }
        let targets: Vec<String> = targets.into_iter().map(|(_, target)| target).collect();
        assert_eq!(targets, links(&document));
        assert_eq!(
            part(&bytes, "word/document.xml").matches("<w:hyperlink ").count(),
            targets.len()
        );
    }
}

#[test]
fn tables_keep_rows_and_columns_and_repeat_their_heading() {
    for document in documents() {
        let xml = part(&written(&document), "word/document.xml");
        let mut heads = 0;
        // The cover has its facts.
        let mut cells = 2 * document.facts.len();
        for block in &document.blocks {
            match block {
                Block::Table { head, rows, .. } => {
                    heads += 1;
                    cells += head.len() * (1 + rows.len());
                }
                Block::Facts(facts) => cells += 2 * facts.len(),
                Block::Chart(Chart::Bars { bars, .. }) => cells += 3 * bars.len(),
                Block::Chart(Chart::Ladder { tiers, .. }) => cells += 3 * tiers.len(),
                Block::Chart(Chart::Spans { spans, .. }) => {
                    heads += 1;
                    cells += 3 * (1 + spans.len());
                }
                _ => {}
            }
        }
        assert_eq!(xml.matches("<w:tblHeader/>").count(), heads);
        assert_eq!(xml.matches("<w:tc>").count(), cells);
    }
}

#[test]
fn a_bar_is_as_long_as_its_number_says() {
    let bytes = written(&sample::document());
    // The ladder has seven, before them.
    let bars: Vec<usize> = text(&bytes)
        .split_whitespace()
        .filter(|word| word.contains(['█', '░']))
        .skip(7)
        .map(|word| word.matches('█').count())
        .collect();
    let expected: Vec<usize> = sample::READINESS
        .iter()
        .map(|(_, percent)| (percent / 5.0).round() as usize)
        .collect();
    assert_eq!(bars.get(..expected.len()), Some(expected.as_slice()));
}

#[test]
fn the_file_says_its_language_and_what_it_is_and_nothing_of_the_clock() {
    let bytes = written(&sample::document());
    assert!(part(&bytes, "word/styles.xml").contains("<w:lang w:val=\"en\""));
    let properties = part(&bytes, "docProps/core.xml");
    for said in [
        "<dc:title>Report</dc:title>",
        "<dc:subject>A &lt;use&gt; &amp; case</dc:subject>",
        ">2026-11-02T00:00:00Z</dcterms:created>",
        ">2026-11-02T00:00:00Z</dcterms:modified>",
        "<dc:language>en</dc:language>",
    ] {
        assert!(properties.contains(said), "{said}");
    }
    assert_eq!(bytes, written(&sample::document()));
}
