//! The report as a page.

use serde_json::Value;

use aims_readiness::catalog::FOREIGN;
use aims_readiness::files::{Block, Document, Run, html, tree};

use crate::archive::{Token, tokens};
use crate::{foreign, holds_every_text, links, sample};

/// The page from its body on: what is before has no text of the document but the title.
fn body(page: &str) -> &str {
    page.split_once("<body>").unwrap().1
}

/// The text of the page as a person reads it.
fn text(page: &str) -> String {
    let mut text = String::new();
    for token in tokens(body(page)) {
        match token {
            Token::Text(more) => text.push_str(&more),
            Token::Tag(name, _) if ["strong", "/strong", "a", "/a"].contains(&name.as_str()) => {}
            Token::Tag(..) => text.push(' '),
        }
    }
    text
}

fn documents() -> Vec<Document> {
    let mut documents: Vec<Document> = (0..200).map(foreign::document).collect();
    documents.push(foreign::document_of(&foreign::PAYLOADS));
    documents.push(foreign::document_of(&["long ".repeat(8_000).as_str()]));
    documents.push(sample::document());
    documents
}

/// Elements and attributes that a report is made of.
const TAGS: [&str; 34] = [
    "main",
    "header",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "p",
    "ul",
    "li",
    "dl",
    "div",
    "dt",
    "dd",
    "br",
    "strong",
    "a",
    "table",
    "caption",
    "colgroup",
    "col",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "figure",
    "figcaption",
    "svg",
    "title",
    "rect",
    "line",
    "text",
    "body",
];
const ATTRIBUTES: [&str; 17] = [
    "class",
    "lang",
    "href",
    "rel",
    "role",
    "scope",
    "data-head",
    "viewBox",
    "x",
    "y",
    "width",
    "height",
    "rx",
    "x1",
    "x2",
    "y1",
    "y2",
];

#[test]
fn every_text_is_in_the_page() {
    for document in documents() {
        holds_every_text(&document, &text(&html(&document)));
    }
}

#[test]
fn no_text_becomes_markup_and_only_sources_are_links() {
    for document in documents() {
        let mut found = Vec::new();
        for token in tokens(body(&html(&document))) {
            let Token::Tag(name, attributes) = token else {
                continue;
            };
            let name = name.trim_start_matches('/');
            assert!(
                TAGS.contains(&name) || name == "html",
                "{name} belongs to a report"
            );
            for (attribute, value) in attributes {
                assert!(
                    ATTRIBUTES.contains(&attribute.as_str()),
                    "{attribute} belongs to a report"
                );
                if attribute == "href" {
                    found.push(value);
                }
            }
        }
        assert_eq!(found, links(&document));
    }
}

#[test]
fn the_page_needs_and_runs_nothing() {
    let page = html(&sample::document());
    let (head, _) = page.split_once("</head>").unwrap();
    assert!(head.contains("default-src &#39;none&#39;; style-src &#39;sha256-"));
    assert!(!head.contains("unsafe"));
    let styles = head
        .split_once("<style>")
        .unwrap()
        .1
        .split_once("</style>")
        .unwrap()
        .0;
    assert!(
        styles.ends_with('\n') && !styles.contains('<'),
        "the style sheet is one text"
    );
    for remote in ["@import", "url(", "http"] {
        assert!(
            !styles.replace("https:\"]", "").contains(remote),
            "{remote} in the style sheet"
        );
    }
    assert!(page.contains("<html lang=\"en\">"));
}

#[test]
fn headings_go_down_one_by_one() {
    let page = html(&sample::document());
    let mut before = 0;
    let mut seen = 0;
    for token in tokens(body(&page)) {
        if let Token::Tag(name, _) = token
            && let Some(level) = name
                .strip_prefix('h')
                .and_then(|level| level.parse::<usize>().ok())
        {
            assert!(level <= before + 1, "h{level} stands below h{before}");
            before = level;
            seen += 1;
        }
    }
    assert!(seen > 8, "{seen} headings");
}

#[test]
fn each_picture_is_named_and_has_its_numbers_beside() {
    let page = html(&sample::document());
    let pictures = page.matches("<svg").count();
    assert_eq!(pictures, 3);
    assert_eq!(page.matches("role=\"img\"><title>").count(), pictures);
    assert_eq!(page.matches("<table class=\"numbers\">").count(), pictures);
}

#[test]
fn the_tree_is_the_same_page() {
    for document in documents() {
        let mut markup = String::new();
        write(&tree(&document), &mut markup);
        let page = html(&document);
        let report = body(&page).trim().strip_suffix("</body>\n</html>").unwrap();
        assert_eq!(tokens(&markup), tokens(report.trim()));
    }
}

/// Writes the tree as markup, as a page would build it.
fn write(value: &Value, out: &mut String) {
    let escaped = |text: &str| {
        text.replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;")
            .replace('"', "&quot;")
    };
    let Some(node) = value.as_array() else {
        out.push_str(&escaped(value.as_str().unwrap()));
        return;
    };
    let [tag, attributes, children] = node.as_slice() else {
        panic!("an element has a name, attributes and children");
    };
    let tag = tag.as_str().unwrap();
    out.push_str(&format!("<{tag}"));
    for (name, value) in attributes.as_object().unwrap() {
        out.push_str(&format!(" {name}=\"{}\"", escaped(value.as_str().unwrap())));
    }
    out.push('>');
    for child in children.as_array().unwrap() {
        write(child, out);
    }
    if !["br", "col"].contains(&tag) {
        out.push_str(&format!("</{tag}>"));
    }
}

#[test]
fn the_same_document_is_the_same_page() {
    assert_eq!(html(&sample::document()), html(&sample::document()));
}

#[test]
fn what_a_language_lacks_says_that_it_is_english() {
    let words = format!("عربي: {FOREIGN}English & more");
    let mut document = sample::document();
    document.language = "ar".to_owned();
    document
        .blocks
        .push(Block::Paragraph(vec![Run::text(words.clone())]));
    document.title = words;
    let page = html(&document);
    assert!(page.contains("عربي: <span lang=\"en\">English &amp; more</span>"));
    let seen = tree(&document).to_string();
    assert!(seen.contains(r#""عربي: ",["span",{"lang":"en"},["English & more"]]"#));
    assert!(!body(&page).contains(FOREIGN) && !seen.contains(FOREIGN));
}
