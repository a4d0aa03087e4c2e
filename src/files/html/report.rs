//! The report as a tree: the cover, and the parts of the document in order.

use super::{Node, chart};
use crate::files::foreign::{address, plain};
use crate::files::{Block, Document, Run};

/// The report. Everything of it is below one element.
pub(super) fn report(document: &Document) -> Node {
    let mut children = vec![cover(document)];
    children.extend(document.blocks.iter().map(block));
    let end = Node::of(
        "footer",
        "end",
        vec![Node::new("p", Node::lines(&document.disclaimer))],
    );
    children.push(end);
    Node::of("main", "report", children).with("lang", plain(&document.language))
}

/// The first page: what it is, what it is about, and the verdict.
fn cover(document: &Document) -> Node {
    let facts = document.facts.iter().map(|(name, text)| {
        let name = Node::new("dt", Node::lines(name));
        Node::new("div", vec![name, Node::new("dd", Node::lines(text))])
    });
    let children = vec![
        Node::of("p", "title", Node::lines(&document.title)),
        Node::of("h1", "subject", Node::lines(&document.subject)),
        Node::of("p", "verdict", Node::lines(&document.verdict)),
        Node::of("dl", "facts", facts.collect()),
        Node::of("p", "disclaimer", Node::lines(&document.disclaimer)),
    ];
    Node::of("header", &["cover tier-", document.tier].concat(), children)
}

fn block(block: &Block) -> Node {
    match block {
        Block::Heading(level, text) => {
            // The first level is the cover's.
            let tag = match level {
                0 | 1 => "h2",
                2 => "h3",
                _ => "h4",
            };
            Node::new(tag, Node::lines(text))
        }
        Block::Paragraph(words) => Node::new("p", runs(words)),
        Block::Small(words) => Node::of("p", "small", runs(words)),
        Block::List(entries) => Node::new(
            "ul",
            entries.iter().map(|words| Node::new("li", runs(words))).collect(),
        ),
        Block::Facts(facts) => {
            let facts = facts.iter().map(|(name, words)| {
                let name = Node::new("dt", Node::lines(name));
                Node::new("div", vec![name, Node::new("dd", runs(words))])
            });
            Node::of("dl", "facts", facts.collect())
        }
        Block::Table {
            caption,
            head,
            widths,
            rows,
        } => table(caption, head, widths, rows),
        Block::Chart(picture) => chart::chart(picture),
    }
}

/// Pieces of a paragraph.
fn runs(words: &[Run]) -> Vec<Node> {
    let mut nodes = Vec::new();
    for run in words {
        let mut inner = Node::lines(&run.text);
        if run.bold {
            inner = vec![Node::new("strong", inner)];
        }
        if let Some(url) = run.link.as_deref().and_then(address) {
            let link = Node::new("a", inner)
                .with("href", url)
                .with("rel", "noopener noreferrer");
            inner = vec![link];
        }
        nodes.extend(inner);
    }
    nodes
}

/// A table. Cells know their heading, because on a narrow screen each row becomes a list; the roles say that it
/// is still a table.
fn table(caption: &str, head: &[String], widths: &[u8], rows: &[Vec<Vec<Run>>]) -> Node {
    let mut children = Vec::new();
    if !caption.is_empty() {
        children.push(Node::new("caption", Node::lines(caption)));
    }
    let columns = widths.iter().map(|width| {
        // The style sheet knows widths in steps of five.
        let width = (width.saturating_add(2) / 5 * 5).clamp(5, 100);
        Node::of("col", &format!("w{width}"), Vec::new())
    });
    children.push(Node::new("colgroup", columns.collect()));
    let cells = head.iter().map(|text| {
        let cell = Node::new("th", Node::lines(text)).with("scope", "col");
        cell.with("role", "columnheader")
    });
    let line = Node::new("tr", cells.collect()).with("role", "row");
    children.push(Node::new("thead", vec![line]).with("role", "rowgroup"));
    let rows = rows.iter().map(|row| {
        let cells = row.iter().enumerate().map(|(place, words)| {
            let cell = Node::new("td", runs(words)).with("role", "cell");
            match head.get(place) {
                Some(head) if !head.trim().is_empty() => cell.with("data-head", plain(head)),
                _ => cell,
            }
        });
        Node::new("tr", cells.collect()).with("role", "row")
    });
    children.push(Node::new("tbody", rows.collect()).with("role", "rowgroup"));
    Node::of("table", "rows", children).with("role", "table")
}
