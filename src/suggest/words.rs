//! Text to words: lower case, no accents, umlauts as one letter, so that spellings of one word meet.

/// Words that are read; the rest of a longer text is left out.
const MOST_WORDS: usize = 400;

/// Bytes of a word that are read; what is longer is no word.
const LONGEST_WORD: usize = 64;

/// The first words of a text, folded. Digits and signs part words.
pub fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    for letter in text.chars() {
        if !fold(letter, &mut word) && !word.is_empty() {
            words.push(core::mem::take(&mut word));
            if words.len() == MOST_WORDS {
                return words;
            }
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// Adds a letter to a word in its plain form. Says whether it belongs to a word.
fn fold(letter: char, word: &mut String) -> bool {
    let plain = match letter {
        'a'..='z' => letter,
        'A'..='Z' => letter.to_ascii_lowercase(),
        // Marks that stand after their letter, soft hyphens, joiners.
        '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' => return true,
        'ß' | 'ẞ' => {
            word.push('s');
            's'
        }
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' | 'Æ' | 'æ' => 'a',
        'Ç' | 'ç' | 'Ć'..='č' => 'c',
        'Ď'..='đ' | 'Ð' | 'ð' => 'd',
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' => 'e',
        'Ĝ'..='ģ' => 'g',
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' => 'i',
        'Ĺ'..='ł' => 'l',
        'Ñ' | 'ñ' | 'Ń'..='ň' => 'n',
        'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' | 'Ō'..='œ' => 'o',
        'Ŕ'..='ř' => 'r',
        'Ś'..='š' | 'Ș' | 'ș' => 's',
        'Ţ'..='ŧ' | 'Ț' | 'ț' => 't',
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' => 'u',
        'Ý' | 'ý' | 'ÿ' => 'y',
        'Ź'..='ž' => 'z',
        // Greek and Cyrillic capitals lie 32 before their small letters.
        'Α'..='Ω' | 'А'..='Я' => char::from_u32(u32::from(letter) + 32).unwrap_or(letter),
        // Other scripts as they are; the signs between them part words.
        '\u{370}'..='\u{1fff}' | '\u{3040}'..='\u{d7ff}' => letter,
        _ => return false,
    };
    // "ae", "oe" and "ue" are also umlauts that were typed without the dots.
    let dots = matches!(letter, 'e' | 'E') && word.ends_with(['a', 'o', 'u']);
    if !dots && word.len() < LONGEST_WORD {
        word.push(plain);
    }
    true
}
