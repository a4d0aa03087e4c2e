//! A document as Markdown: CommonMark with the tables of GitHub.
//!
//! Every text is escaped, so that none can become markup, HTML, a picture or a link.

use super::foreign::{address, plain};
use super::{Block, Chart, Document, Run, chart};

/// Breaks what would be read as a mail address, which no backslash keeps from becoming a link.
const NOTHING: &str = "<!-- -->";

/// The document as Markdown.
pub fn markdown(document: &Document) -> String {
    let mut out = String::new();
    block(&mut out, &["# ", &line(&document.title)].concat());
    for text in [&document.subject, &document.verdict] {
        block(&mut out, &stressed(&lines(text)));
    }
    let facts = document.facts.iter();
    let facts = facts.map(|(name, text)| fact(name, &lines(text)));
    block(&mut out, &facts.collect::<Vec<_>>().join("\n"));
    for part in &document.blocks {
        write_block(&mut out, part);
    }
    block(&mut out, "***");
    block(&mut out, &lines(&document.disclaimer));
    out
}

/// Puts a block behind what is there, parted by an empty line.
fn block(out: &mut String, text: &str) {
    let text = text.trim();
    if text.is_empty() {
        return;
    }
    if !out.is_empty() {
        out.push('\n');
    }
    out.push_str(text);
    out.push('\n');
}

fn write_block(out: &mut String, part: &Block) {
    match part {
        Block::Heading(level, text) => {
            // The first level is the title's.
            let marks = "#".repeat(usize::from(*level).clamp(1, 3) + 1);
            block(out, &[&marks, " ", &line(text)].concat());
        }
        Block::Paragraph(words) | Block::Small(words) => block(out, &runs(words, lines)),
        Block::List(entries) => {
            let entries = entries
                .iter()
                .map(|entry| ["- ", &indented(runs(entry, lines).trim())].concat());
            block(out, &entries.collect::<Vec<_>>().join("\n"));
        }
        Block::Facts(facts) => {
            let facts = facts.iter().map(|(name, words)| fact(name, &runs(words, lines)));
            block(out, &facts.collect::<Vec<_>>().join("\n"));
        }
        Block::Table {
            caption, head, rows, ..
        } => {
            block(out, &stressed(&line(caption)));
            let head: Vec<String> = head.iter().map(|text| cell(text)).collect();
            let rows = rows
                .iter()
                .map(|row| row.iter().map(|words| runs(words, cell)).collect());
            block(out, &table(&head, rows));
        }
        Block::Chart(picture) => write_chart(out, picture),
    }
}

fn write_chart(out: &mut String, picture: &Chart) {
    let chart = chart::rows(picture);
    block(out, &stressed(&line(chart.title)));
    let head = [String::new(), cell(chart.unit)];
    let rows = chart
        .rows
        .iter()
        .map(|row| vec![cell(&row.label), cell(&row.value)]);
    block(out, &table(&head, rows));
}

fn table(head: &[String], rows: impl Iterator<Item = Vec<String>>) -> String {
    let written = |cells: &[String]| ["| ", &cells.join(" | "), " |"].concat();
    let marks: Vec<String> = head.iter().map(|_| "---".to_owned()).collect();
    let mut all = vec![written(head), written(&marks)];
    all.extend(rows.map(|row| written(&row)));
    all.join("\n")
}

fn fact(name: &str, text: &str) -> String {
    let name = stressed(&line(name));
    ["- ", &indented(&[&name, ": ", text].concat())].concat()
}

/// Lines below the first belong to the same entry of a list.
fn indented(text: &str) -> String {
    text.replace('\n', "\n  ")
}

/// Stressed text. Marks stand only where they count: at a letter.
fn stressed(text: &str) -> String {
    let inner = text.trim();
    if inner.is_empty() {
        return String::new();
    }
    ["**", inner, "**"].concat()
}

fn runs(words: &[Run], written: fn(&str) -> String) -> String {
    let mut text = String::new();
    for run in words {
        let inner = written(&run.text);
        let inner = if run.bold { apart(&inner, stressed) } else { inner };
        match run.link.as_deref().and_then(address) {
            Some(url) => {
                // A pipe would end the cell; `%7C` is the same address.
                let url = url.replace('|', "%7C");
                text.push_str(&["[", &inner, "](<", &url, ">)"].concat());
            }
            None => text.push_str(&inner),
        }
    }
    text
}

/// Writes the text without the space at its ends, which would be markup, and puts one space in its place.
fn apart(text: &str, written: impl Fn(&str) -> String) -> String {
    let inner = text.trim();
    if inner.is_empty() {
        return if text.is_empty() { "" } else { " " }.to_owned();
    }
    let space = |is: bool| if is { " " } else { "" };
    let before = space(text.starts_with(char::is_whitespace));
    let behind = space(text.ends_with(char::is_whitespace));
    [before, &written(inner), behind].concat()
}

/// A text on one line.
fn line(text: &str) -> String {
    escaped(plain(text).replace('\n', " ").trim())
}

/// A text in which each line feed is a new line.
fn lines(text: &str) -> String {
    joined(text, "\\\n")
}

/// A text in a cell, which is one line of the file.
fn cell(text: &str) -> String {
    joined(text, "<br>")
}

/// The lines of a text, escaped. An empty line would end the paragraph, so it holds a space that does not break.
fn joined(text: &str, between: &str) -> String {
    apart(&plain(text), |text| {
        let lines = text.split('\n').map(|line| match line.trim() {
            "" => "&nbsp;".to_owned(),
            line => escaped(line),
        });
        lines.collect::<Vec<_>>().join(between)
    })
}

/// One line of text that no reader of Markdown takes for anything else. What matters only beside another
/// character is also escaped at the ends, where the text may meet the next one.
fn escaped(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut before = None;
    let mut characters = line.chars().peekable();
    // Whether only digits came so far: a number with a point begins a list.
    let mut numbered = true;
    while let Some(character) = characters.next() {
        let first = before.is_none();
        let next = characters.peek().copied();
        match character {
            '\t' => out.push(' '),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            // Some readers take attributes from a heading, and know no backslash there.
            '{' => out.push_str("&#123;"),
            '@' => {
                out.push(character);
                if before.is_none_or(mailbox) && next.is_none_or(mailbox) {
                    out.push_str(NOTHING);
                }
            }
            '\\' | '`' | '*' | '_' | '[' | ']' | '~' | '|' | '$' => out.extend(['\\', character]),
            '#' | '-' | '+' | '=' if first => out.extend(['\\', character]),
            '.' | ')' if numbered => out.extend(['\\', character]),
            // An address by its protocol or by its first letters, and a picture.
            ':' if next.is_none_or(|next| next == '/') => out.extend(['\\', character]),
            '.' if before.is_some_and(|before| matches!(before, 'w' | 'W')) => out.extend(['\\', character]),
            '!' if next.is_none() => out.extend(['\\', character]),
            _ => out.push(character),
        }
        numbered = numbered && character.is_ascii_digit();
        before = Some(character);
    }
    out
}

/// Whether a character can stand beside the sign of a mail address.
fn mailbox(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '.' | '-' | '_' | '+')
}
