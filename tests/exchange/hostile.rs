//! What people write stays text in every format.

use crate::cases::{HOSTILE, PAYLOAD};
use crate::texts;

#[test]
fn no_cell_is_a_formula() {
    for name in [
        "ciso-assessment.csv",
        "ciso-actions.csv",
        "jira.csv",
        "servicenow.csv",
    ] {
        let rows = HOSTILE.rows(name);
        assert!(rows.len() > 20, "{name}");
        let cells = rows.iter().flat_map(|row| row.values());
        for cell in cells.clone() {
            assert!(
                !cell.starts_with(['=', '+', '-', '@', '\t', '\r']),
                "{name}: {cell}"
            );
        }
        // The reader takes the quotes away: what was written is all in one cell.
        assert!(
            cells
                .clone()
                .any(|cell| cell.contains("ATTACH:http://evil.example\n---")),
            "{name} lost a text"
        );
    }
}

#[test]
fn markdown_shows_just_the_text() {
    let escaped =
        "\\<script\\>alert(1)\\</script\\> \\[x\\](javascript:alert(1)) \\{\\{ insert: param, p \\}\\}";
    for file in HOSTILE.files().iter().filter(|file| file.name.ends_with(".json")) {
        let json = serde_json::from_slice(&file.bytes).unwrap();
        let mut met = 0;
        for (way, text) in texts(&json)
            .into_iter()
            .filter(|(_, text)| text.contains("alert(1)"))
        {
            // Values of properties and names of systems are no Markdown.
            if way.ends_with("/value") || way.ends_with("/system-id/id") {
                assert!(
                    !text.contains('\n') && !text.contains('\u{2028}'),
                    "{}: {way}",
                    file.name
                );
                continue;
            }
            assert!(text.contains(escaped), "{}: {way}: {text}", file.name);
            met += 1;
        }
        assert!(
            met > 0 || file.name == "catalog.json",
            "{} has no text of a person",
            file.name
        );
    }
}

#[test]
fn a_calendar_has_no_more_lines_than_events_need() {
    let text = HOSTILE.text("calendar.ics");
    let starts = |head: &str| text.split("\r\n").filter(|line| line.starts_with(head)).count();
    assert_eq!(starts("ATTACH"), 0);
    assert_eq!(starts("BEGIN:VEVENT"), starts("END:VEVENT"));
    assert_eq!(starts("UID:"), starts("BEGIN:VEVENT"));
    assert!(
        text.replace("\r\n ", "")
            .contains("\\nATTACH:http://evil.example\\n"),
        "the text is there as a text"
    );
}

#[test]
fn a_library_has_one_line_for_a_text() {
    let library = HOSTILE.text("ciso-library.yaml");
    assert!(
        library.contains("<script>alert(1)</script>"),
        "the overlay's text is there"
    );
    for line in library.lines() {
        let plain = line.trim_start().trim_start_matches("- ");
        let value = plain.split_once(": ").map_or("", |(_, value)| value);
        let sound = plain.ends_with(':')
            || value.starts_with('"') && value.ends_with('"')
            || plain.starts_with('"')
            || ["true", "false"].contains(&value)
            || value.starts_with(|next: char| next.is_ascii_digit());
        assert!(sound, "{line}");
    }
    assert!(PAYLOAD.contains("- urn: x") && !library.lines().any(|line| line.trim() == "- urn: x"));
}
