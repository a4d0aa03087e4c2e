//! Plain texts as OSCAL wants them: its longer texts are Markdown, and what people write must stay text in it.

use crate::files::ids::in_one_line;

/// Plain text of any length as Markdown that shows just that text.
pub(super) fn markup(text: &str) -> String {
    let lines = text.lines().map(|line| {
        // Spaces in front would make a block of code.
        let line = line.trim();
        let mut out = String::with_capacity(line.len());
        // What makes a heading, a list or a quotation does so at the start of a line alone.
        let digits = line.chars().take_while(char::is_ascii_digit).count();
        for (place, character) in line.chars().enumerate() {
            let starts = place == 0 && matches!(character, '#' | '+' | '-' | '=');
            let numbers = place > 0 && place == digits && matches!(character, '.' | ')');
            if starts || numbers || "\\`*_[]{}<>~^|&".contains(character) {
                out.push('\\');
            }
            if !character.is_control() {
                out.push(character);
            }
        }
        out
    });
    let text = lines.collect::<Vec<_>>().join("\n");
    text.trim().to_owned()
}

/// Plain text as a title: one line, never empty.
pub(super) fn title(text: &str) -> String {
    match markup(&in_one_line(text)) {
        text if text.is_empty() => "-".to_owned(),
        text => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_stays_text() {
        let cases = [
            ("plain, with a point.", "plain, with a point."),
            ("<script>x</script>", "\\<script\\>x\\</script\\>"),
            ("[x](javascript:y)", "\\[x\\](javascript:y)"),
            ("# no heading\n- no list", "\\# no heading\n\\- no list"),
            (
                "1. no list\n6.1.2 is a number",
                "1\\. no list\n6\\.1.2 is a number",
            ),
            ("    no code", "no code"),
            ("{{ insert: param, x }}", "\\{\\{ insert: param, x \\}\\}"),
            ("a\u{0}b", "ab"),
        ];
        for (text, expected) in cases {
            assert_eq!(markup(text), expected);
        }
        assert_eq!(title(" two\n lines "), "two lines");
        assert_eq!(title("\t"), "-");
    }
}
