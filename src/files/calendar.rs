//! Dates as a calendar (RFC 5545): those of the law, the steps of the plan, and what is recorded as due.
//!
//! All events are whole days. They have the same names each time, so that a calendar that has read one file
//! moves its events when it reads the next.

use std::collections::BTreeMap;

use super::Setting;
use super::days::{compact, later, weeks_later};
use super::ids::{in_one_line, uuid};
use super::standing::{Entry, open_entries};
use crate::catalog::{Date, WordingKey};
use crate::record::Record;

/// Octets of a line, without its end.
const LONGEST: usize = 75;

/// Days before a date of the law on which a calendar reminds of it.
const REMIND: &str = "-P90D";

/// The calendar of a record.
pub fn calendar(record: &Record, setting: &Setting<'_>) -> Vec<u8> {
    let mut events = law(record, setting);
    events.extend(plan(record, setting));
    events.extend(work(record, setting));
    let name = setting.ui_with("exchange.calendar", &[("name", record.name(setting.texts))]);
    let mut out = Lines::default();
    out.line("BEGIN", "VCALENDAR");
    out.line("VERSION", "2.0");
    let product = ["-//aims-readiness//", record.product, "//", setting.language];
    out.text("PRODID", &product.concat());
    out.line("CALSCALE", "GREGORIAN");
    out.line("METHOD", "PUBLISH");
    out.text("X-WR-CALNAME", &in_one_line(&name));
    for event in &events {
        event.write(&mut out, record, setting);
    }
    out.line("END", "VCALENDAR");
    out.0.into_bytes()
}

/// An event of whole days.
struct Event {
    /// What it is known by.
    name: String,
    /// First day.
    from: Date,
    /// The day after the last.
    until: Date,
    summary: String,
    /// Paragraphs.
    description: Vec<String>,
    category: &'static str,
    /// Whether calendars remind of it.
    remind: bool,
}

impl Event {
    fn write(&self, out: &mut Lines, record: &Record, setting: &Setting<'_>) {
        let mut description = self.description.clone();
        description.push(setting.no_advice(record));
        description.retain(|part| !part.trim().is_empty());
        let stamp = [&record.result.as_of.replace('-', ""), "T000000Z"].concat();
        out.line("BEGIN", "VEVENT");
        out.line("UID", &[&uuid(record, &self.name), "@aims-readiness"].concat());
        out.line("DTSTAMP", &stamp);
        out.line("DTSTART;VALUE=DATE", &compact(self.from));
        out.line("DTEND;VALUE=DATE", &compact(self.until));
        out.text("SUMMARY", &in_one_line(&self.summary));
        out.text("DESCRIPTION", &description.join("\n\n"));
        out.line("CATEGORIES", self.category);
        out.line("TRANSP", "TRANSPARENT");
        if self.remind {
            out.line("BEGIN", "VALARM");
            out.line("ACTION", "DISPLAY");
            out.line("TRIGGER", REMIND);
            out.text("DESCRIPTION", &in_one_line(&self.summary));
            out.line("END", "VALARM");
        }
        out.line("END", "VEVENT");
    }
}

impl Setting<'_> {
    /// What stands under every event.
    fn no_advice(&self, record: &Record) -> String {
        [self.ui("no-legal-advice"), self.made(record)].join("\n")
    }
}

/// What happens on a day of the law.
#[derive(Default)]
struct LawDay {
    /// What starts.
    words: Vec<String>,
    /// Tiers possible from then on.
    range: Option<String>,
    /// Duties that start.
    duties: Vec<String>,
    /// Those of them on which something is left to do.
    open: Vec<String>,
}

/// One event for each day of the law, however many duties start on it.
fn law(record: &Record, setting: &Setting<'_>) -> Vec<Event> {
    let mut days: BTreeMap<Date, LawDay> = BTreeMap::new();
    let mut on = |date: &str, put: &mut dyn FnMut(&mut LawDay)| {
        if let Ok(date) = date.parse::<Date>() {
            put(days.entry(date).or_default());
        }
    };
    for ahead in &record.plan.plan.law {
        on(&ahead.date, &mut |day| {
            day.words.extend(ahead.words.iter().cloned())
        });
    }
    for ahead in &record.explanation.upcoming {
        on(&ahead.date, &mut |day| {
            for id in &ahead.milestones {
                let words = setting.texts.text(&WordingKey::name("milestone", id));
                day.words.extend(words.map(str::to_owned));
            }
            day.range = ahead.range.map(|range| setting.range(range));
        });
    }
    let open = open_entries(record);
    for duty in &record.explanation.obligations {
        let Some(from) = &duty.applies_from else {
            continue;
        };
        let heading = super::standing::heading(duty.reference, duty.title);
        on(from, &mut |day| {
            if open.iter().any(|entry| entry.line.id == duty.id) {
                day.open.push(heading.clone());
            }
            day.duties.push(heading.clone());
        });
    }
    let days = days.into_iter();
    days.filter_map(|(date, day)| law_day(record, setting, date, day))
        .collect()
}

fn law_day(record: &Record, setting: &Setting<'_>, date: Date, mut day: LawDay) -> Option<Event> {
    let mut seen = Vec::new();
    day.words.retain(|words| {
        let fresh = !seen.contains(words);
        seen.push(words.clone());
        fresh
    });
    let what = match day.words.as_slice() {
        [] => setting.ui("exchange.law-duties"),
        words => words.join("; "),
    };
    let listed = |title: &str, entries: &[String]| {
        let entries = entries.iter().map(|entry| ["- ", entry].concat());
        let lines: Vec<String> = std::iter::once(setting.ui(title)).chain(entries).collect();
        if lines.len() > 1 {
            lines.join("\n")
        } else {
            String::new()
        }
    };
    let range = day
        .range
        .map(|range| setting.ui_with("exchange.law-range", &[("range", &range)]));
    let description = vec![
        day.words.join("\n"),
        listed("exchange.law-duties", &day.duties),
        listed("exchange.law-open", &day.open),
        range.unwrap_or_default(),
        source(record, setting),
    ];
    Some(Event {
        name: ["law:", &date.to_string()].concat(),
        from: date,
        until: later(date, 1)?,
        summary: setting.ui_with("exchange.law-day", &[("words", &what)]),
        description,
        category: "LAW",
        // What is over needs no reminder.
        remind: record.result.as_of.parse().is_ok_and(|today: Date| date > today),
    })
}

/// The text of the Act that was applied.
fn source(record: &Record, setting: &Setting<'_>) -> String {
    let texts = setting.catalog.law_texts.iter();
    let ids: Vec<&str> = texts
        .filter_map(|text| setting.catalog.sources.get(usize::from(text.source)))
        .map(|source| source.id)
        .collect();
    let cited = record.sources.iter().find(|source| ids.contains(&source.id));
    cited.map_or_else(String::new, |source| {
        let address = source.url.as_deref().unwrap_or_default();
        let words = [&source.title, " ", address].concat();
        setting.ui_with("exchange.source", &[("source", words.trim())])
    })
}

/// One event for each step of the plan, at the slower pace.
fn plan(record: &Record, setting: &Setting<'_>) -> Vec<Event> {
    let (Some(schedule), Some(start)) = (&record.plan.plan.schedule, record.plan_start()) else {
        return Vec::new();
    };
    let steps = schedule.steps.iter().filter_map(|step| {
        let [from, to] = step.slow.map(|weeks| weeks_later(start, weeks));
        let fast = step.fast.map(|weeks| weeks_later(start, weeks));
        let fast = fast.map(|day| day.map(|day| setting.date(&day.to_string())).unwrap_or_default());
        let [fast_from, fast_to] = fast.each_ref().map(String::as_str);
        let (from, to) = (from?, to?);
        Some(Event {
            name: ["step:", step.id].concat(),
            from,
            // A step shorter than a week is a day.
            until: if to > from { to } else { later(from, 1)? },
            summary: setting.ui_with("exchange.step", &[("step", &step.name)]),
            description: vec![
                step.task.clone(),
                setting.ui_with("exchange.step-output", &[("output", &step.output)]),
                setting.ui_with("exchange.step-fast", &[("from", fast_from), ("to", fast_to)]),
                setting.ui("exchange.step-estimate"),
            ],
            category: "PLAN",
            remind: false,
        })
    });
    steps.collect()
}

/// One event for each open line with a day of its own. Days of the law have their events already.
fn work(record: &Record, setting: &Setting<'_>) -> Vec<Event> {
    let entries = open_entries(record);
    let due = entries.iter().filter_map(|entry| due(entry, setting));
    due.collect()
}

fn due(entry: &Entry<'_>, setting: &Setting<'_>) -> Option<Event> {
    let line = entry.line;
    let day = entry.work.due?;
    let mut description = vec![line.task.clone()];
    if entry.blocks {
        description.push(setting.ui("exchange.blocks"));
    }
    description.push(setting.ui_with("exchange.owner", &[("owner", entry.owner)]));
    description.push(entry.work.note.clone());
    Some(Event {
        name: ["due:", line.id].concat(),
        from: day,
        until: later(day, 1)?,
        summary: setting.ui_with("exchange.open", &[("title", &entry.heading())]),
        description,
        category: "CHECKLIST",
        remind: false,
    })
}

/// The lines of a calendar.
#[derive(Default)]
struct Lines(String);

impl Lines {
    /// A line, folded where it is too long: between characters, never in one.
    fn line(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for character in name.chars().chain([':']).chain(value.chars()) {
            if length + character.len_utf8() > LONGEST {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(character);
            length += character.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// A line with a text.
    fn text(&mut self, name: &str, text: &str) {
        let mut value = String::with_capacity(text.len());
        for character in text.chars() {
            match character {
                '\\' | ';' | ',' => value.extend(['\\', character]),
                '\n' => value.push_str("\\n"),
                // What shows nothing could end a line for some readers.
                '\t' => value.push(' '),
                '\u{2028}' | '\u{2029}' => value.push(' '),
                control if control.is_control() => {}
                other => value.push(other),
            }
        }
        self.line(name, &value);
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn lines_are_folded_between_characters() {
        let mut lines = Lines::default();
        lines.text("SUMMARY", &"ä€😀".repeat(40));
        for line in lines.0.split("\r\n") {
            assert!(line.len() <= 75, "{} octets", line.len());
        }
        let whole = lines.0.replace("\r\n ", "");
        assert_eq!(whole, ["SUMMARY:", &"ä€😀".repeat(40), "\r\n"].concat());
    }

    #[test]
    fn texts_end_no_line() {
        let mut lines = Lines::default();
        lines.text("SUMMARY", "a,b;c\\d\ne\r\nEND:VEVENT\u{b}\u{2028}f");
        assert_eq!(lines.0, "SUMMARY:a\\,b\\;c\\\\d\\ne\\nEND:VEVENT f\r\n");
    }
}
