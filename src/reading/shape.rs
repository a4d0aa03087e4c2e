//! The keys that an object has.

/// An object that is read. The published schemas say the same.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// What it is; the name of its definition in the schema.
    pub name: &'static str,
    /// Keys it must have.
    pub needs: &'static [&'static str],
    /// Keys it may have beside.
    pub takes: &'static [&'static str],
}

impl Shape {
    /// All its keys.
    pub fn keys(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.needs.iter().chain(self.takes).copied()
    }
}
