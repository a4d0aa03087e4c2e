//! Calendars: sound lines, the days of law, plan and record, and names that stay.

use std::collections::{BTreeMap, BTreeSet};

use crate::Case;
use crate::cases::{DEPLOYER, PROHIBITED, PROVIDER, all};

/// Events by their properties, with whether they remind.
fn events(case: &Case) -> Vec<BTreeMap<String, String>> {
    let text = case.text("calendar.ics").replace("\r\n ", "");
    let mut events = Vec::new();
    for block in text.split("\r\nBEGIN:VEVENT\r\n").skip(1) {
        let block = block.split("\r\nEND:VEVENT\r\n").next().unwrap();
        let (own, alarm) = block.split_once("BEGIN:VALARM").unwrap_or((block, ""));
        let rest = alarm.split_once("END:VALARM\r\n").map_or("", |(_, rest)| rest);
        let lines = own.lines().chain(rest.lines());
        let mut event: BTreeMap<String, String> = lines
            .filter_map(|line| line.split_once(':'))
            .map(|(name, value)| (name.split(';').next().unwrap().to_owned(), value.to_owned()))
            .collect();
        if let Some(trigger) = alarm.lines().find_map(|line| line.strip_prefix("TRIGGER:")) {
            event.insert("TRIGGER".to_owned(), trigger.to_owned());
        }
        events.push(event);
    }
    events
}

fn of<'a>(events: &'a [BTreeMap<String, String>], category: &str) -> Vec<&'a BTreeMap<String, String>> {
    events
        .iter()
        .filter(|event| event["CATEGORIES"] == category)
        .collect()
}

#[test]
fn lines_are_short_and_end_as_they_must() {
    for case in all() {
        let text = case.text("calendar.ics");
        assert!(
            text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && text.ends_with("END:VCALENDAR\r\n")
        );
        assert!(text.contains("METHOD:PUBLISH\r\n"));
        assert_eq!(
            text.matches('\n').count(),
            text.matches("\r\n").count(),
            "{}",
            case.name
        );
        for line in text.split("\r\n") {
            assert!(line.len() <= 75, "{}: {line}", case.name);
            assert!(!line.contains(char::is_control), "{}: {line:?}", case.name);
        }
    }
}

#[test]
fn each_event_has_its_name_day_and_words() {
    for case in all() {
        let events = events(case);
        let names: BTreeSet<&str> = events.iter().map(|event| event["UID"].as_str()).collect();
        assert_eq!(names.len(), events.len(), "{}", case.name);
        for event in &events {
            assert_eq!(event["DTSTAMP"], "20261121T000000Z");
            assert!(event["DTEND"] > event["DTSTART"], "{event:?}");
            assert!(event["DTSTART"].len() == 8 && !event["SUMMARY"].is_empty());
            assert!(event["DESCRIPTION"].contains("no legal advice"), "{event:?}");
        }
    }
}

#[test]
fn the_days_of_the_law_are_there_with_reminders() {
    let events = events(&DEPLOYER);
    let law = of(&events, "LAW");
    let days: BTreeSet<&str> = law.iter().map(|event| event["DTSTART"].as_str()).collect();
    assert_eq!(days.len(), law.len(), "one event a day");
    let record = &DEPLOYER.record;
    let ahead = record.plan.plan.law.iter().map(|day| &day.date);
    let duties = record
        .explanation
        .obligations
        .iter()
        .filter_map(|duty| duty.applies_from.as_ref());
    for day in ahead
        .chain(duties)
        .chain(record.explanation.upcoming.iter().map(|day| &day.date))
    {
        assert!(days.contains(day.replace('-', "").as_str()), "no event on {day}");
    }
    for event in &law {
        let ahead = event["DTSTART"].as_str() > "20261121";
        assert_eq!(
            event.get("TRIGGER").map(String::as_str),
            ahead.then_some("-P90D"),
            "{event:?}"
        );
        assert!(event["DESCRIPTION"].contains("Source: "), "{event:?}");
    }
    let high = law.iter().find(|event| event["DTSTART"] == "20271202").unwrap();
    for duty in record
        .explanation
        .obligations
        .iter()
        .filter(|duty| duty.applies_from.as_deref() == Some("2027-12-02"))
    {
        assert!(
            high["DESCRIPTION"].contains(&duty.title.replace(',', "\\,")),
            "{} is missing",
            duty.title
        );
    }
}

#[test]
fn the_plan_starts_on_its_day() {
    for (case, start) in [(&PROVIDER, "20270111"), (&DEPLOYER, "20261121")] {
        let events = events(case);
        let plan = of(&events, "PLAN");
        let steps = &case.record.plan.plan.schedule.as_ref().unwrap().steps;
        assert_eq!(plan.len(), steps.len());
        assert_eq!(plan[0]["DTSTART"], start);
    }
    assert!(of(&events(&PROHIBITED), "PLAN").is_empty());
}

#[test]
fn what_is_due_is_there_until_it_is_done() {
    let events = events(&PROVIDER);
    let due = of(&events, "CHECKLIST");
    let open = PROVIDER.open().into_iter().filter(|id| {
        let work = PROVIDER.record.use_case.work.get(*id);
        work.is_some_and(|work| work.0.due.is_some())
    });
    assert_eq!(due.len(), open.count());
    assert!(due.iter().all(|event| event["DTSTART"] == "20270301"));
}
