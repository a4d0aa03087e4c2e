//! The text of a file of Word: paragraphs, lists and tables in styles.

use crate::files::chart;
use crate::files::foreign::{address, escaped, plain};
use crate::files::{Block, Chart, Document, Run};

/// How wide the text is, in twentieths of a point.
const WIDE: usize = 9_638;

/// A row with more characters may go over the end of a page.
const WHOLE_ROW: usize = 2_000;

/// How many block characters a full bar has.
const BAR: usize = 20;

/// The text as it is written, and where its links lead.
pub(super) struct Body {
    xml: String,
    links: Vec<String>,
}

/// A table as it is to be written.
struct Grid<'a> {
    style: &'a str,
    /// What is read out of it, and what it says in short.
    described: [&'a str; 2],
    head: &'a [String],
    /// Shares of the line.
    widths: &'a [usize],
}

impl Body {
    /// The text of a document, the cover first.
    pub(super) fn of(document: &Document) -> Self {
        let mut body = Self {
            xml: String::new(),
            links: Vec::new(),
        };
        body.cover(document);
        for block in &document.blocks {
            body.block(block);
        }
        body
    }

    pub(super) fn xml(&self) -> &str {
        &self.xml
    }

    /// The addresses with their numbers.
    pub(super) fn links(&self) -> impl Iterator<Item = (usize, &str)> {
        (1..).zip(self.links.iter().map(String::as_str))
    }

    fn cover(&mut self, document: &Document) {
        self.paragraph("Title", &[Run::text(&document.title)]);
        self.paragraph("Subtitle", &[Run::text(&document.subject)]);
        let colour = colour(document.tier);
        let border = format!(
            "<w:pBdr><w:left w:val=\"single\" w:sz=\"48\" w:space=\"12\" w:color=\"{colour}\"/></w:pBdr>"
        );
        self.open("Verdict", &border);
        self.run(&document.verdict, &format!("<w:color w:val=\"{colour}\"/>"));
        self.xml.push_str("</w:p>");
        let facts: Vec<_> = document
            .facts
            .iter()
            .map(|(name, text)| [vec![Run::bold(name)], vec![Run::text(text)]])
            .collect();
        self.facts(&document.title, &facts);
        self.open("Small", "");
        self.run(&document.disclaimer, "");
        self.xml.push_str("<w:r><w:br w:type=\"page\"/></w:r></w:p>");
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(level, text) => {
                let style = match level {
                    0 | 1 => "Heading1",
                    2 => "Heading2",
                    _ => "Heading3",
                };
                self.paragraph(style, &[Run::text(text)]);
            }
            Block::Paragraph(runs) => self.paragraph("Normal", runs),
            Block::Small(runs) => self.paragraph("Small", runs),
            Block::List(entries) => {
                for entry in entries {
                    self.paragraph("ListBullet", entry);
                }
            }
            Block::Facts(facts) => {
                let facts: Vec<_> = facts
                    .iter()
                    .map(|(name, runs)| [vec![Run::bold(name)], runs.clone()])
                    .collect();
                self.facts("", &facts);
            }
            Block::Table {
                caption,
                head,
                widths,
                rows,
            } => {
                if !caption.is_empty() {
                    self.paragraph("Caption", &[Run::text(caption)]);
                }
                let widths: Vec<usize> = widths.iter().map(|width| usize::from(*width)).collect();
                let grid = Grid {
                    style: "Lines",
                    described: [caption, ""],
                    head,
                    widths: &widths,
                };
                self.table(&grid, rows.iter().map(Vec::as_slice));
            }
            Block::Chart(chart) => self.chart(chart),
        }
    }

    /// Names with what they are, as a table of two columns.
    fn facts(&mut self, caption: &str, facts: &[[Vec<Run>; 2]]) {
        let grid = Grid {
            style: "Facts",
            described: [caption, ""],
            head: &[],
            widths: &[30, 70],
        };
        self.table(&grid, facts.iter().map(|fact| fact.as_slice()));
    }

    /// A chart as a table: what, a bar of block characters, and the number.
    fn chart(&mut self, chart: &Chart) {
        let chart = chart::rows(chart);
        let sentence = chart.sentence();
        self.paragraph("Caption", &[Run::text(chart.title)]);
        let rows: Vec<[Vec<Run>; 3]> = chart
            .rows
            .iter()
            .map(|row| [&row.label, &bar(row.bar), &row.value].map(|text| vec![Run::text(text.as_str())]))
            .collect();
        let head = [String::new(), String::new(), chart.unit.to_owned()];
        let grid = Grid {
            style: "Facts",
            described: [chart.title, &sentence],
            head: if chart.unit.is_empty() { &[] } else { &head },
            widths: &[42, 38, 20],
        };
        self.table(&grid, rows.iter().map(|row| row.as_slice()));
    }

    fn table<'a>(&mut self, grid: &Grid<'_>, rows: impl Iterator<Item = &'a [Vec<Run>]>) {
        let mut rows = rows.peekable();
        let columns = match rows.peek() {
            _ if !grid.head.is_empty() => grid.head.len(),
            Some(row) => row.len(),
            None => 0,
        };
        if columns == 0 {
            return;
        }
        let widths = twentieths(grid.widths, columns);
        let [caption, description] = grid.described.map(escaped);
        self.xml.push_str(&format!(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"{}\"/><w:tblW w:w=\"{WIDE}\" w:type=\"dxa\"/>\
             <w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0020\" w:firstRow=\"{}\" w:lastRow=\"0\" \
             w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>\
             <w:tblCaption w:val=\"{caption}\"/><w:tblDescription w:val=\"{description}\"/></w:tblPr><w:tblGrid>",
            grid.style,
            u8::from(!grid.head.is_empty()),
        ));
        for width in &widths {
            self.xml.push_str(&format!("<w:gridCol w:w=\"{width}\"/>"));
        }
        self.xml.push_str("</w:tblGrid>");
        if !grid.head.is_empty() {
            self.xml
                .push_str("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
            for (text, width) in grid.head.iter().zip(&widths) {
                self.cell("CellHead", &[Run::text(text)], *width);
            }
            self.xml.push_str("</w:tr>");
        }
        for row in rows {
            let length: usize = row.iter().flatten().map(|run| run.text.chars().count()).sum();
            self.xml.push_str("<w:tr>");
            if length <= WHOLE_ROW {
                self.xml.push_str("<w:trPr><w:cantSplit/></w:trPr>");
            }
            for (runs, width) in row.iter().zip(&widths) {
                self.cell("Cell", runs, *width);
            }
            self.xml.push_str("</w:tr>");
        }
        self.xml.push_str("</w:tbl>");
        // Without a paragraph between them two tables would become one.
        self.open("Gap", "");
        self.xml.push_str("</w:p>");
    }

    fn cell(&mut self, style: &str, runs: &[Run], width: usize) {
        self.xml.push_str(&format!(
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>"
        ));
        self.paragraph(style, runs);
        self.xml.push_str("</w:tc>");
    }

    fn paragraph(&mut self, style: &str, runs: &[Run]) {
        self.open(style, "");
        for run in runs {
            let bold = if run.bold { "<w:b/><w:bCs/>" } else { "" };
            match run.link.as_deref().and_then(address) {
                Some(url) => {
                    self.links.push(url.to_owned());
                    self.xml.push_str(&format!(
                        "<w:hyperlink r:id=\"link{}\" w:history=\"1\">",
                        self.links.len()
                    ));
                    self.run(&run.text, &["<w:rStyle w:val=\"Hyperlink\"/>", bold].concat());
                    self.xml.push_str("</w:hyperlink>");
                }
                None => self.run(&run.text, bold),
            }
        }
        self.xml.push_str("</w:p>");
    }

    /// Begins a paragraph in a style, with more of its properties.
    fn open(&mut self, style: &str, more: &str) {
        self.xml.push_str(&format!(
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{more}</w:pPr>"
        ));
    }

    /// A text with the properties of its letters. Line feeds and tabs are elements of their own.
    fn run(&mut self, text: &str, properties: &str) {
        self.xml.push_str("<w:r>");
        if !properties.is_empty() {
            self.xml.push_str(&format!("<w:rPr>{properties}</w:rPr>"));
        }
        for (place, line) in plain(text).split('\n').enumerate() {
            if place > 0 {
                self.xml.push_str("<w:br/>");
            }
            for (place, part) in line.split('\t').enumerate() {
                if place > 0 {
                    self.xml.push_str("<w:tab/>");
                }
                if !part.is_empty() {
                    self.xml
                        .push_str(&format!("<w:t xml:space=\"preserve\">{}</w:t>", escaped(part)));
                }
            }
        }
        self.xml.push_str("</w:r>");
    }
}

/// Shares of the line as widths that fill it; equal ones where the shares do not fit the columns.
fn twentieths(shares: &[usize], columns: usize) -> Vec<usize> {
    let sum: usize = shares.iter().sum();
    if shares.len() != columns || shares.contains(&0) {
        return vec![WIDE / columns.max(1); columns];
    }
    shares.iter().map(|share| WIDE * share / sum.max(1)).collect()
}

/// A bar of block characters: what is before it and behind it is shaded lightly, so that it can be seen how far
/// it goes.
fn bar([from, to]: [f64; 2]) -> String {
    /// The number of the character at a share.
    fn place(share: f64) -> usize {
        (0..BAR)
            .filter(|place| share * 20.0 >= f64::from(u8::try_from(*place).unwrap_or(u8::MAX)) + 0.5)
            .count()
    }
    let begin = place(from);
    // What is more than nothing is seen.
    let end = if to > from {
        place(to).max(begin + 1)
    } else {
        begin
    };
    (0..BAR.max(end))
        .map(|place| {
            if (begin..end).contains(&place) {
                '█'
            } else {
                '░'
            }
        })
        .collect()
}

/// The colour of a tier on white, as the element shows it.
fn colour(tier: &str) -> &'static str {
    match tier {
        "out-of-scope" => "5B6870",
        "minimal" => "1F6F4A",
        "limited" => "1D5FA8",
        "exempt" => "5A4AA3",
        "high-sectoral" => "8A5A00",
        "high" => "A84300",
        "prohibited" => "A61B2B",
        _ => "1D2529",
    }
}
