//! A document: what a report is made of, whatever it is written as.

/// A document.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Language tag.
    pub language: String,
    /// What it is: on the cover.
    pub title: String,
    /// What it is about.
    pub subject: String,
    /// The verdict, in large letters on the cover.
    pub verdict: String,
    /// Tier id of the verdict, which gives it its colour.
    pub tier: &'static str,
    /// What stands on the cover beside: names with what they are.
    pub facts: Vec<(String, String)>,
    /// What stands under everything: that it is no legal advice.
    pub disclaimer: String,
    /// Its parts, in order.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading: 1 for a chapter, 2 and 3 below.
    Heading(u8, String),
    /// A paragraph.
    Paragraph(Vec<Run>),
    /// A paragraph in small, quiet letters.
    Small(Vec<Run>),
    /// A list; each entry is a paragraph.
    List(Vec<Vec<Run>>),
    /// Names with what they are.
    Facts(Vec<(String, Vec<Run>)>),
    /// A table with a heading line. Cells are paragraphs; widths are shares of the line in percent.
    Table {
        /// What it is called; read out, and written where there is a place for it.
        caption: String,
        /// Its heading line.
        head: Vec<String>,
        /// Widths of its columns in percent.
        widths: Vec<u8>,
        /// Its rows.
        rows: Vec<Vec<Vec<Run>>>,
    },
    /// A picture of numbers. Where none can be drawn it is written as a table.
    Chart(Chart),
}

/// A piece of a paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// Plain text. A line feed in it is a new line.
    pub text: String,
    /// Whether it is stressed.
    pub bold: bool,
    /// Where it leads: an address of the catalogue, never one that a person wrote.
    pub link: Option<String>,
}

/// A picture of numbers.
#[derive(Clone, Debug, PartialEq)]
pub enum Chart {
    /// Bars from nothing to the most there can be.
    Bars {
        /// What it shows.
        title: String,
        /// What stands behind each number, such as ` %`.
        unit: String,
        /// What a full bar stands for.
        most: f64,
        /// Its bars.
        bars: Vec<Bar>,
    },
    /// The tiers, the strictest first, and which of them are still possible.
    Ladder {
        /// What it shows.
        title: String,
        /// Tier id, its name, and whether it is still possible.
        tiers: Vec<(&'static str, String, bool)>,
        /// What stands beside one that is not.
        ruled_out: String,
    },
    /// Bars that begin and end somewhere, on one axis.
    Spans {
        /// What it shows.
        title: String,
        /// What the axis counts, such as `weeks`.
        unit: String,
        /// Where the axis ends.
        most: f64,
        /// Names with where they begin and end.
        spans: Vec<(String, f64, f64)>,
    },
}

/// A bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// What it is of.
    pub label: String,
    /// How long it is.
    pub value: f64,
}

impl Run {
    /// Plain text.
    pub fn text(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    /// Stressed text.
    pub fn bold(text: impl Into<String>) -> Self {
        Self {
            bold: true,
            ..Self::text(text)
        }
    }

    /// Text that leads somewhere, where there is somewhere to lead.
    pub fn link(text: impl Into<String>, url: Option<&str>) -> Self {
        Self {
            link: url.map(str::to_owned),
            ..Self::text(text)
        }
    }
}

impl Block {
    /// A paragraph of one plain text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Paragraph(vec![Run::text(text)])
    }

    /// A list of plain texts.
    pub fn list(texts: impl IntoIterator<Item = String>) -> Self {
        Self::List(texts.into_iter().map(|text| vec![Run::text(text)]).collect())
    }
}
