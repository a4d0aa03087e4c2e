//! A table: what a sheet and a CSV file have in common.

use crate::catalog::Date;

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Stable id, such as `checklist`.
    pub id: &'static str,
    /// Its name in words.
    pub title: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each as long as there are columns.
    pub rows: Vec<Vec<Cell>>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Stable id: the header of a CSV file.
    pub id: String,
    /// Its name in words: the header of a sheet.
    pub title: String,
    /// About how many characters wide it is shown.
    pub width: u16,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// A text.
    Text(String),
    /// A number.
    Number(f64),
    /// A day.
    Day(Date),
    /// A text that leads somewhere.
    Link {
        /// What is shown.
        text: String,
        /// Its address: of a source of the catalogue, never one that a person wrote.
        url: String,
    },
}

impl Cell {
    /// A text; empty where there is none.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() {
            Self::Empty
        } else {
            Self::Text(text)
        }
    }

    /// A text that may be missing.
    pub fn maybe(text: Option<impl Into<String>>) -> Self {
        text.map_or(Self::Empty, Self::text)
    }

    /// Several texts in one cell, parted as CSV files part them.
    pub fn many<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> Self {
        let texts: Vec<String> = texts.into_iter().map(|text| text.as_ref().to_owned()).collect();
        Self::text(texts.join(" | "))
    }

    /// A day as it is written in records; the text itself where it is none.
    pub fn day(day: Option<&str>) -> Self {
        match day.map(|day| (day, day.parse())) {
            None => Self::Empty,
            Some((_, Ok(day))) => Self::Day(day),
            Some((text, Err(_))) => Self::text(text),
        }
    }

    /// A number that may be missing.
    pub fn number(number: Option<impl Into<f64>>) -> Self {
        number.map_or(Self::Empty, |number| Self::Number(number.into()))
    }

    /// How many there are of something.
    pub fn count(number: usize) -> Self {
        Self::Number(f64::from(u32::try_from(number).unwrap_or(u32::MAX)))
    }

    /// As plain text: days as `YYYY-MM-DD`, whole numbers without a fraction.
    pub fn plain(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Link { text, .. } => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Day(day) => day.to_string(),
        }
    }
}
