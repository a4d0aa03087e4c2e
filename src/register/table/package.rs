//! What is in a packed spreadsheet, looked at before it is read: a small file can hold a very large one, and
//! can say of itself that it holds more than there is.
//!
//! Each part is unpacked once, with the size that it is said to have as the limit. So nothing that is read
//! afterwards is larger than it said.

use miniz_oxide::inflate::decompress_to_vec_with_limit;

use super::{few_enough, refused};
use crate::reading::Mistake;
use crate::register::limits::{LARGEST_UNPACKED, MOST_CELLS};

/// What kind of spreadsheet it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Office Open XML.
    Xlsx,
    /// OpenDocument.
    Ods,
}

/// A part as the list at the end of the package has it.
struct Part<'a> {
    name: &'a [u8],
    stored: bool,
    packed: &'a [u8],
    size: usize,
}

/// Looks at a package.
///
/// # Errors
/// It is no spreadsheet, is damaged, or holds too much.
pub(super) fn inspect(bytes: &[u8]) -> Result<Kind, Vec<Mistake>> {
    let parts = parts(bytes).ok_or_else(damaged)?;
    let is = |wanted: &[u8]| parts.iter().any(|part| part.name.eq_ignore_ascii_case(wanted));
    let kind = if is(b"content.xml") {
        Kind::Ods
    } else if parts.iter().any(|part| part.name.starts_with(b"xl/")) {
        Kind::Xlsx
    } else {
        let hint = "open a CSV, XLSX or ODS file";
        return Err(refused(
            "not-a-table",
            "this is a packed file, and no spreadsheet",
            hint,
        ));
    };
    let whole = parts
        .iter()
        .fold(0_usize, |sum, part| sum.saturating_add(part.size));
    if whole > LARGEST_UNPACKED {
        return Err(too_much());
    }
    for part in &parts {
        let text = if part.stored {
            if part.packed.len() != part.size {
                return Err(damaged());
            }
            part.packed.to_vec()
        } else {
            decompress_to_vec_with_limit(part.packed, part.size).map_err(|_| damaged())?
        };
        let name = part.name.to_ascii_lowercase();
        if name.ends_with(b"sharedstrings.xml") {
            sound_strings(&text)?;
        }
        if kind == Kind::Ods && name == b"content.xml" {
            few_repeats(&text)?;
        }
    }
    Ok(kind)
}

fn damaged() -> Vec<Mistake> {
    let hint = "open it in a spreadsheet program and save it again";
    refused("damaged", "the file is damaged, or has a password", hint)
}

fn too_much() -> Vec<Mistake> {
    let hint = ["at most ", &LARGEST_UNPACKED.to_string(), " bytes"].concat();
    refused(
        "unpacks-too-large",
        "the file holds far more than its size says",
        hint,
    )
}

fn two(bytes: &[u8], at: usize) -> Option<usize> {
    let pair = bytes.get(at..)?.first_chunk::<2>()?;
    Some(usize::from(u16::from_le_bytes(*pair)))
}

fn four(bytes: &[u8], at: usize) -> Option<usize> {
    let four = bytes.get(at..)?.first_chunk::<4>()?;
    usize::try_from(u32::from_le_bytes(*four)).ok()
}

/// The parts by the list at the end of the package; nothing where it is not sound. Packages beyond four
/// gigabytes have another list, and are too large anyway.
fn parts(bytes: &[u8]) -> Option<Vec<Part<'_>>> {
    const END: &[u8] = b"PK\x05\x06";
    const ENTRY: &[u8] = b"PK\x01\x02";
    const LOCAL: &[u8] = b"PK\x03\x04";
    let end = (0..=bytes.len().checked_sub(22)?)
        .rev()
        .take(66_000)
        .find(|at| bytes.get(*at..).is_some_and(|rest| rest.starts_with(END)))?;
    let (count, mut at) = (two(bytes, end + 10)?, four(bytes, end + 16)?);
    let mut parts = Vec::new();
    for _ in 0..count {
        if !bytes.get(at..)?.starts_with(ENTRY) {
            return None;
        }
        let (method, packed, size) = (two(bytes, at + 10)?, four(bytes, at + 20)?, four(bytes, at + 24)?);
        let lengths = [two(bytes, at + 28)?, two(bytes, at + 30)?, two(bytes, at + 32)?];
        let encrypted = two(bytes, at + 8)? & 1 == 1;
        let local = four(bytes, at + 42)?;
        let name = bytes.get(at + 46..)?.get(..lengths.first().copied()?)?;
        if encrypted || !(method == 0 || method == 8) || !bytes.get(local..)?.starts_with(LOCAL) {
            return None;
        }
        let start = local + 30 + two(bytes, local + 26)? + two(bytes, local + 28)?;
        parts.push(Part {
            name,
            stored: method == 0,
            packed: bytes.get(start..)?.get(..packed)?,
            size,
        });
        at += 46 + lengths.iter().sum::<usize>();
    }
    Some(parts)
}

/// The number in an attribute of a tag.
fn number(tag: &[u8], attribute: &[u8]) -> Option<Result<usize, Vec<Mistake>>> {
    let at = find(tag, attribute)?;
    let rest = tag.get(at + attribute.len()..)?;
    let digits: Vec<u8> = rest
        .iter()
        .skip_while(|byte| matches!(byte, b'=' | b'"' | b'\'' | b' '))
        .take_while(|byte| !matches!(byte, b'"' | b'\'' | b'>'))
        .copied()
        .collect();
    let number = core::str::from_utf8(&digits)
        .ok()
        .and_then(|text| text.trim().parse().ok());
    Some(number.ok_or_else(damaged))
}

fn find(text: &[u8], wanted: &[u8]) -> Option<usize> {
    let first = wanted.first()?;
    let mut from = 0;
    loop {
        let rest = text.get(from..)?;
        let at = rest.iter().position(|byte| byte == first)?;
        if rest.get(at..)?.starts_with(wanted) {
            return Some(from + at);
        }
        from += at + 1;
    }
}

/// The number of shared texts is reserved as it is said: it can be no more than there is room for.
fn sound_strings(text: &[u8]) -> Result<(), Vec<Mistake>> {
    let Some(start) = find(text, b"<sst").or_else(|| find(text, b":sst")) else {
        return Ok(());
    };
    let rest = text.get(start..).unwrap_or_default();
    let tag = rest.split(|byte| *byte == b'>').next().unwrap_or_default();
    if number(tag, b"uniqueCount").unwrap_or(Ok(0))? > text.len() {
        return Err(damaged());
    }
    Ok(())
}

/// Rows and cells of OpenDocument can be said to repeat. What that comes to is counted here, up to the last
/// row with something in it.
fn few_repeats(text: &[u8]) -> Result<(), Vec<Mistake>> {
    const ROW: &[u8] = b"<table:table-row";
    const ROW_END: &[u8] = b"</table:table-row>";
    let (mut rows, mut pending, mut widest) = (0_usize, 0_usize, 0_usize);
    let mut rest = text;
    while let Some(at) = find(rest, ROW) {
        rest = rest.get(at + ROW.len()..).unwrap_or_default();
        // `table-rows` is a group of rows.
        if !matches!(rest.first(), Some(b' ' | b'>' | b'/' | b'\n' | b'\t' | b'\r')) {
            continue;
        }
        let close = rest.iter().position(|byte| *byte == b'>').unwrap_or(rest.len());
        let tag = rest.get(..close).unwrap_or_default();
        let times = number(tag, b"table:number-rows-repeated").unwrap_or(Ok(1))?;
        pending = pending.saturating_add(times);
        if tag.ends_with(b"/") {
            continue;
        }
        let end = find(rest, ROW_END).unwrap_or(rest.len());
        let body = rest.get(..end).unwrap_or_default();
        if find(body, b"office:value-type").is_some() || find(body, b"calcext:value-type").is_some() {
            rows = rows.saturating_add(core::mem::take(&mut pending));
            widest = widest.max(filled_width(body)?);
        }
        rest = rest.get(end..).unwrap_or_default();
    }
    if widest > 0 && rows > MOST_CELLS / widest {
        return Err(few_enough(rows, widest).err().unwrap_or_else(too_much));
    }
    Ok(())
}

/// How many cells a row has up to the last one with something in it.
fn filled_width(row: &[u8]) -> Result<usize, Vec<Mistake>> {
    let (mut width, mut filled) = (0_usize, 0_usize);
    for tag in row.split(|byte| *byte == b'<') {
        if !(tag.starts_with(b"table:table-cell") || tag.starts_with(b"table:covered-table-cell")) {
            continue;
        }
        let tag = tag.split(|byte| *byte == b'>').next().unwrap_or_default();
        width = width.saturating_add(number(tag, b"table:number-columns-repeated").unwrap_or(Ok(1))?);
        if find(tag, b"value-type").is_some() {
            filled = width;
        }
    }
    Ok(filled)
}
