//! The report as Markdown, read by a parser of its own.

use aims_readiness::files::{Block, Document, markdown};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::{foreign, holds_every_text, links, sample};

fn events(text: &str) -> Vec<Event<'_>> {
    Parser::new_ext(text, Options::all().difference(Options::ENABLE_SMART_PUNCTUATION)).collect()
}

/// The text as a person reads it. What is no text is listed here; everything else fails.
fn text(markdown: &str) -> String {
    let mut text = String::new();
    for event in events(markdown) {
        match event {
            Event::Text(more) => text.push_str(&more),
            Event::SoftBreak | Event::HardBreak | Event::Rule => text.push(' '),
            Event::InlineHtml(html) if &*html == "<br>" => text.push(' '),
            Event::InlineHtml(html) if &*html == "<!-- -->" => {}
            Event::Start(
                Tag::Paragraph
                | Tag::Heading { .. }
                | Tag::List(None)
                | Tag::Item
                | Tag::Table(_)
                | Tag::TableHead
                | Tag::TableRow
                | Tag::TableCell,
            ) => text.push(' '),
            Event::Start(Tag::Strong | Tag::Link { .. }) => {}
            Event::End(TagEnd::Strong | TagEnd::Link) => {}
            Event::End(_) => text.push(' '),
            other => panic!("{other:?} is no part of a report"),
        }
    }
    text
}

fn documents() -> Vec<Document> {
    let mut documents: Vec<Document> = (0..500).map(foreign::document).collect();
    documents.push(foreign::document_of(&foreign::PAYLOADS));
    documents.push(foreign::document_of(&["long ".repeat(8_000).as_str()]));
    documents.push(sample::document());
    documents
}

#[test]
fn every_text_is_read_as_text() {
    for document in documents() {
        holds_every_text(&document, &text(&markdown(&document)));
    }
}

#[test]
fn only_sources_are_links() {
    for document in documents() {
        let written = markdown(&document);
        let found = events(&written).into_iter().filter_map(|event| match event {
            Event::Start(Tag::Link { dest_url, .. }) => Some(dest_url.to_string()),
            _ => None,
        });
        let expected: Vec<String> = links(&document)
            .iter()
            .map(|link| link.replace('|', "%7C"))
            .collect();
        assert_eq!(found.collect::<Vec<_>>(), expected);
    }
}

/// What readers that look for addresses in plain text would make a link.
#[test]
fn no_plain_text_looks_like_an_address() {
    let written = markdown(&foreign::document_of(&foreign::PAYLOADS));
    for address in ["https://evil", "www.evil", "someone@e"] {
        assert!(!written.contains(address), "{address}");
    }
}

#[test]
fn headings_and_tables_are_those_of_the_document() {
    for document in documents() {
        let written = markdown(&document);
        let read = events(&written);
        let count = |wanted: fn(&Event<'_>) -> bool| read.iter().filter(|event| wanted(event)).count();
        let blocks = |wanted: fn(&Block) -> usize| document.blocks.iter().map(wanted).sum::<usize>();
        assert_eq!(
            count(|event| matches!(event, Event::Start(Tag::Heading { .. }))),
            1 + blocks(|block| usize::from(matches!(block, Block::Heading(..))))
        );
        assert_eq!(
            count(|event| matches!(event, Event::Start(Tag::Table(_)))),
            blocks(|block| usize::from(matches!(block, Block::Table { .. } | Block::Chart(_))))
        );
        let cells = blocks(|block| match block {
            Block::Table { head, rows, .. } => head.len() * (1 + rows.len()),
            Block::Chart(aims_readiness::files::Chart::Bars { bars, .. }) => 2 + 2 * bars.len(),
            Block::Chart(aims_readiness::files::Chart::Ladder { tiers, .. }) => 2 + 2 * tiers.len(),
            Block::Chart(aims_readiness::files::Chart::Spans { spans, .. }) => 2 + 2 * spans.len(),
            _ => 0,
        });
        assert_eq!(
            count(|event| matches!(event, Event::Start(Tag::TableCell))),
            cells
        );
    }
}
