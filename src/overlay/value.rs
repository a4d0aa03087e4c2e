//! A tree of plain values, as JSON has them, with keys that occur twice kept twice.

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing.
    Null,
    /// Yes or no.
    Bool(bool),
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
    /// Values in order.
    List(Vec<Value>),
    /// Keys with values, in order and as they came: one that came twice is here twice.
    Map(Vec<(String, Value)>),
}

impl Value {
    /// What it is, in words.
    pub(super) const fn what(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "true or false",
            Self::Number(_) => "a number",
            Self::Text(_) => "a text",
            Self::List(_) => "a list",
            Self::Map(_) => "an object",
        }
    }
}

/// The place below `place` with this key, as a JSON pointer.
pub(super) fn below(place: &str, key: &str) -> String {
    [place, "/", &key.replace('~', "~0").replace('/', "~1")].concat()
}
