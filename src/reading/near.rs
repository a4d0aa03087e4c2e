//! The known word nearest to a mistyped one.

/// A hint that names the known word nearest to `wrong`, if one is near.
pub(crate) fn did_you_mean<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    /// Longer ones are no slip of a finger, and comparing takes time.
    const LONGEST: usize = 100;
    let length = wrong.chars().count();
    if length > LONGEST {
        return None;
    }
    let far = |word: &str| word.len().abs_diff(wrong.len()) > 6;
    let nearest = known
        .into_iter()
        .filter(|word| !far(word))
        .map(|word| (distance(wrong, word), word))
        .filter(|(distance, word)| *distance <= (word.chars().count().max(length) / 3).clamp(1, 4))
        .min()?;
    Some(["did you mean `", nearest.1, "`?"].concat())
}

/// How many characters are to be added, dropped, changed or swapped with the next.
fn distance(from: &str, to: &str) -> usize {
    let wanted: Vec<char> = to.chars().collect();
    let mut above: Vec<usize> = (0..=wanted.len()).collect();
    let mut before = above.clone();
    let mut last = None;
    let at = |row: &[usize], place: usize| row.get(place).copied().unwrap_or(usize::MAX / 2);
    for (line, one) in from.chars().enumerate() {
        let mut row = vec![line + 1];
        let mut previous = None;
        for (place, &other) in wanted.iter().enumerate() {
            let changed = at(&above, place) + usize::from(one != other);
            let dropped = at(&above, place + 1) + 1;
            let added = at(&row, place) + 1;
            let mut least = changed.min(dropped).min(added);
            if previous == Some(one) && last == Some(other) {
                least = least.min(at(&before, place.saturating_sub(1)) + 1);
            }
            row.push(least);
            previous = Some(other);
        }
        before = core::mem::replace(&mut above, row);
        last = Some(one);
    }
    at(&above, wanted.len())
}

#[cfg(test)]
mod tests {
    use super::{did_you_mean, distance};

    #[test]
    fn distances() {
        for (from, to, expected) in [
            ("", "", 0),
            ("", "ab", 2),
            ("ab", "", 2),
            ("kitten", "sitting", 3),
            ("same", "same", 0),
            ("itmes", "items", 1),
            ("ab", "ba", 1),
            ("abc", "cab", 2),
            ("übel", "ubel", 1),
        ] {
            assert_eq!(distance(from, to), expected, "{from} {to}");
        }
    }

    #[test]
    fn only_what_is_near_is_meant() {
        let known = ["question", "help", "example"];
        assert_eq!(
            did_you_mean("qestion", known).as_deref(),
            Some("did you mean `question`?")
        );
        assert_eq!(did_you_mean("colour", known), None);
        assert_eq!(did_you_mean(&"x".repeat(101), known), None);
    }
}
