//! A tree of elements and texts, and the two ways to hand it on: as markup, and as plain data.

use serde_json::{Value, json};

use crate::catalog::{FOREIGN, SOURCE_LANGUAGE};
use crate::files::foreign::{escaped, plain};

/// A part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Node {
    /// An element with its attributes and what is in it.
    Element(&'static str, Vec<(&'static str, String)>, Vec<Node>),
    /// A text.
    Text(String),
}

/// Elements that hold nothing and have no end.
const EMPTY: [&str; 3] = ["br", "col", "hr"];

impl Node {
    /// An element without attributes.
    pub(super) fn new(tag: &'static str, children: Vec<Self>) -> Self {
        Self::Element(tag, Vec::new(), children)
    }

    /// An element of a class.
    pub(super) fn of(tag: &'static str, class: &str, children: Vec<Self>) -> Self {
        Self::new(tag, children).with("class", class)
    }

    /// The element with one more attribute; a text stays as it is.
    pub(super) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        if let Self::Element(_, attributes, _) = &mut self {
            attributes.push((name, value.into()));
        }
        self
    }

    /// A text as a node; a line feed is an element of its own.
    pub(super) fn lines(text: &str) -> Vec<Self> {
        let mut nodes = Vec::new();
        for (place, line) in plain(text).split('\n').enumerate() {
            if place > 0 {
                nodes.push(Self::new("br", Vec::new()));
            }
            nodes.extend(Self::line(line));
        }
        nodes
    }

    /// A line; what of it its language does not have yet says that it is of the source language.
    fn line(text: &str) -> Vec<Self> {
        let (own, foreign) = text.split_once(FOREIGN).unwrap_or((text, ""));
        let text = |text: &str| Self::Text(text.replace(FOREIGN, ""));
        let mut nodes = Vec::new();
        if !own.is_empty() {
            nodes.push(text(own));
        }
        if !foreign.is_empty() {
            nodes.push(Self::new("span", vec![text(foreign)]).with("lang", SOURCE_LANGUAGE));
        }
        nodes
    }

    /// Writes the node as markup.
    pub(super) fn write(&self, out: &mut String) {
        match self {
            Self::Text(text) => out.push_str(&escaped(text)),
            Self::Element(tag, attributes, children) => {
                out.push('<');
                out.push_str(tag);
                for (name, value) in attributes {
                    out.push_str(&[" ", name, "=\"", &escaped(value), "\""].concat());
                }
                out.push('>');
                if EMPTY.contains(tag) {
                    return;
                }
                for child in children {
                    child.write(out);
                }
                out.push_str(&["</", tag, ">"].concat());
            }
        }
    }

    /// The node as plain data: a text, or `[tag, {attributes}, [children]]`.
    pub(super) fn value(&self) -> Value {
        match self {
            Self::Text(text) => Value::String(plain(text)),
            Self::Element(tag, attributes, children) => {
                let attributes = attributes
                    .iter()
                    .map(|(name, value)| ((*name).to_owned(), Value::String(plain(value))));
                let attributes: serde_json::Map<String, Value> = attributes.collect();
                let children: Vec<Value> = children.iter().map(Self::value).collect();
                json!([tag, attributes, children])
            }
        }
    }
}
