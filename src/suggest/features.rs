//! Text to features: numbers that stand for words, for beginnings of words, and for pieces of words.
//!
//! Beginnings meet the forms of a word, pieces the parts of compounds. The trainer and the program use
//! this same code, so that both see the same features.

use super::words::words;

/// Letters of the beginnings that stand for a word in its forms.
const BEGINNINGS: [usize; 4] = [4, 5, 7, 9];
/// Letters of a piece of a word, its borders counted.
const PIECE: usize = 4;
/// Bits of a feature's number.
const BITS: u32 = 18;

/// The features of a text, in the order of its words; a feature can come more than once.
pub fn features(text: &str) -> Vec<u32> {
    let mut found = Vec::new();
    for word in words(text) {
        let framed: Vec<char> = ['_'].into_iter().chain(word.chars()).chain(['_']).collect();
        let letters = framed.len() - 2;
        if letters < 2 {
            continue;
        }
        found.push(number('w', &framed));
        for beginning in BEGINNINGS.iter().filter(|beginning| letters > **beginning) {
            found.extend(framed.get(1..=*beginning).map(|part| number('b', part)));
        }
        found.extend(framed.windows(PIECE).map(|part| number('p', part)));
    }
    found
}

/// FNV-1a over kind and letters, folded to fewer bits.
fn number(kind: char, part: &[char]) -> u32 {
    let start = step(0x811c_9dc5, kind);
    let hash = part.iter().fold(start, |hash, letter| step(hash, *letter));
    (hash ^ (hash >> BITS)) & ((1 << BITS) - 1)
}

fn step(hash: u32, letter: char) -> u32 {
    (hash ^ u32::from(letter)).wrapping_mul(0x0100_0193)
}
