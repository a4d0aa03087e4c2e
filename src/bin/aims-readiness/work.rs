//! Reads what is recorded about the items of a checklist.

use aims_readiness::catalog::{Catalog, Date};
use aims_readiness::engine::{Status, Work};
use serde_json::{Map, Value};

/// What is recorded about each item of the catalogue, by index; nothing about those beyond.
pub(crate) struct Works(Vec<Work>);

impl Works {
    /// Nothing recorded.
    pub(crate) const fn none() -> Self {
        Self(Vec::new())
    }

    /// What is recorded about an item.
    pub(crate) fn of(&self, item: u16) -> &Work {
        static NONE: std::sync::LazyLock<Work> = std::sync::LazyLock::new(Work::default);
        self.0.get(usize::from(item)).unwrap_or(&NONE)
    }

    /// Reads `{"4.1": {"status": "partial", "owner": "..."}}`; the error says what is wrong and where.
    pub(crate) fn read(value: &Value, catalog: &Catalog) -> Result<Self, String> {
        let given = value.as_object().ok_or("`work` is not an object")?;
        let mut works = Self(vec![Work::default(); catalog.items.len()]);
        for (id, record) in given {
            let place = catalog.items.iter().position(|item| item.id == id);
            let slot = place.and_then(|place| works.0.get_mut(place));
            let slot = slot.ok_or_else(|| format!("`{id}` is not an item of this catalogue"))?;
            let record = record.as_object();
            let record = record.ok_or_else(|| format!("the work on `{id}` is not an object"))?;
            *slot = work(record).map_err(|wrong| format!("the work on `{id}`: {wrong}"))?;
        }
        Ok(works)
    }
}

fn work(record: &Map<String, Value>) -> Result<Work, String> {
    let mut work = Work::default();
    for (key, value) in record {
        let text = || value.as_str().ok_or_else(|| format!("`{key}` is not a text"));
        let yes = || {
            value
                .as_bool()
                .ok_or_else(|| format!("`{key}` is neither true nor false"))
        };
        match key.as_str() {
            "status" => {
                let known = Status::ALL.map(Status::id).join(", ");
                let status = Status::from_id(text()?);
                work.status = status.ok_or_else(|| format!("{value} is no status; expected {known}"))?;
            }
            "due" => {
                let date: Result<Date, _> = text()?.parse();
                work.due = Some(date.map_err(|error| error.to_string())?);
            }
            "documented" => work.documented = yes()?,
            "working" => work.working = yes()?,
            "proven" => work.proven = yes()?,
            "owner" => work.owner = text()?.to_owned(),
            "reason" => work.reason = text()?.to_owned(),
            "note" => work.note = text()?.to_owned(),
            "evidence" => work.evidence = text()?.to_owned(),
            _ => return Err(format!("`{key}` is not part of it")),
        }
    }
    Ok(work)
}
