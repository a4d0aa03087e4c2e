//! Where a line stands, in the words of the tools that files are for.

use super::Setting;
use crate::catalog::WordingKey;
use crate::engine::{Status, Work};
use crate::export::LineRecord;
use crate::record::Record;

/// Where a line stands. Ordered from what is furthest from done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    /// Somebody said that nothing is done, or that it is left out where it must not be.
    NotStarted,
    /// Somebody will do it.
    Planned,
    /// Done in part.
    Partial,
    /// Nobody said anything.
    Unknown,
    /// Done.
    Implemented,
    /// Done and checked.
    Verified,
    /// Left out with right.
    LeftOut,
}

impl Standing {
    /// Where a line of a record stands.
    pub(super) fn of(record: &Record, line: &LineRecord) -> Self {
        let Some(work) = record.use_case.work.get(line.id) else {
            return Self::Unknown;
        };
        match work.0.status {
            Status::NotStarted => Self::NotStarted,
            Status::Planned => Self::Planned,
            Status::Partial => Self::Partial,
            Status::Implemented => Self::Implemented,
            Status::Verified => Self::Verified,
            Status::NotApplicable if line.applicability == "applicable" => Self::NotStarted,
            Status::NotApplicable => Self::LeftOut,
        }
    }

    /// Whether something is left to do.
    pub(super) const fn open(self) -> bool {
        !matches!(self, Self::Implemented | Self::Verified | Self::LeftOut)
    }

    /// As CISO Assistant names results.
    pub(super) const fn ciso_result(self) -> &'static str {
        match self {
            Self::NotStarted | Self::Planned => "non_compliant",
            Self::Partial => "partially_compliant",
            Self::Unknown => "not_assessed",
            Self::Implemented | Self::Verified => "compliant",
            Self::LeftOut => "not_applicable",
        }
    }

    /// As CISO Assistant names how far the work is.
    pub(super) const fn ciso_progress(self) -> &'static str {
        match self {
            Self::NotStarted | Self::Planned | Self::Unknown => "to_do",
            Self::Partial => "in_progress",
            Self::Implemented => "in_review",
            Self::Verified | Self::LeftOut => "done",
        }
    }

    /// As CISO Assistant names the status of an action.
    pub(super) const fn ciso_action(self) -> &'static str {
        match self {
            Self::NotStarted | Self::Planned | Self::Unknown => "to_do",
            Self::Partial => "in_progress",
            Self::Implemented | Self::Verified => "active",
            Self::LeftOut => "deprecated",
        }
    }

    /// As OSCAL names the status of a risk. A line of which nobody said anything is a risk all the same.
    pub(super) const fn risk(self) -> &'static str {
        match self {
            Self::NotStarted | Self::Planned | Self::Unknown => "open",
            Self::Partial => "remediating",
            Self::Implemented | Self::Verified | Self::LeftOut => "closed",
        }
    }

    /// As tools for policy and compliance name the state of a control.
    pub(super) const fn compliance(self) -> &'static str {
        match self {
            Self::NotStarted | Self::Planned => "Not compliant",
            Self::Partial => "Partially",
            Self::Unknown => "Not assessed",
            Self::Implemented | Self::Verified => "Compliant",
            Self::LeftOut => "N/A",
        }
    }
}

/// A line with what is recorded about it.
pub(super) struct Entry<'a> {
    /// The line.
    pub(super) line: &'a LineRecord,
    /// What is recorded.
    pub(super) work: Work,
    /// Who sees to it: as recorded, else the role.
    pub(super) owner: &'a str,
    /// Where it stands.
    pub(super) standing: Standing,
    /// Whether the second stage of the audit waits for it.
    pub(super) blocks: bool,
    /// Day by which it is to be done: as recorded, else as the law says.
    pub(super) due: Option<String>,
    /// Person-days left, low and high.
    pub(super) effort_days: Option<[f32; 2]>,
}

/// The lines on which something is left to do, the most urgent first; all steps of a stop list among them.
pub(super) fn open_entries(record: &Record) -> Vec<Entry<'_>> {
    let lines = &record.checklist.items;
    let Some(progress) = &record.plan.progress else {
        let entries = lines
            .iter()
            .map(|line| entry(record, line, false, line.due.as_deref()));
        return entries.filter(|entry| entry.standing.open()).collect();
    };
    let gaps = progress.gaps.iter().filter_map(|gap| {
        let line = lines.iter().find(|line| line.id == gap.id)?;
        let mut entry = entry(record, line, gap.blocks, gap.due.as_deref());
        entry.effort_days = gap.effort_days;
        Some(entry)
    });
    gaps.collect()
}

/// The lines that are done, in the order of the list.
pub(super) fn done_entries(record: &Record) -> Vec<Entry<'_>> {
    let lines = record.checklist.items.iter();
    let entries = lines.map(|line| entry(record, line, false, None));
    let done = |entry: &Entry<'_>| matches!(entry.standing, Standing::Implemented | Standing::Verified);
    entries.filter(done).collect()
}

/// All lines, in the order of the list.
pub(super) fn all_entries(record: &Record) -> Vec<Entry<'_>> {
    let lines = record.checklist.items.iter();
    lines
        .map(|line| entry(record, line, false, line.due.as_deref()))
        .collect()
}

fn entry<'a>(record: &'a Record, line: &'a LineRecord, blocks: bool, due: Option<&str>) -> Entry<'a> {
    let work = record.work(line);
    Entry {
        line,
        owner: record.owner(line),
        standing: Standing::of(record, line),
        blocks,
        due: work
            .due
            .map(|due| due.to_string())
            .or_else(|| due.map(str::to_owned)),
        effort_days: line.effort_days,
        work,
    }
}

impl Entry<'_> {
    /// Number and title.
    pub(super) fn heading(&self) -> String {
        heading(self.line.reference, &self.line.title)
    }
}

/// Number and title in one line.
pub(super) fn heading(reference: &str, title: &str) -> String {
    super::ids::in_one_line(&[reference, " ", title].concat())
}

impl Setting<'_> {
    /// A heading of the checklist in words. That of an overlay is in words already.
    pub(super) fn group(&self, heading: &str) -> String {
        let words = self.texts.text(&WordingKey::name("group", heading));
        words.unwrap_or(heading).to_owned()
    }

    /// What a file was made with.
    pub(super) fn made(&self, record: &Record) -> String {
        let result = &record.result;
        let values = [
            ("product", record.product),
            ("catalog", &result.catalog),
            ("date", &result.as_of),
            ("receipt", &result.receipt),
        ];
        self.ui_with("exchange.made", &values)
    }
}
