//! Packed files, as small as they can be.

/// A part of a packed file.
pub(crate) struct Part<'a> {
    pub(crate) name: &'a str,
    pub(crate) content: &'a [u8],
    /// The size that it says it has; the true one where nothing is said.
    pub(crate) says: Option<u32>,
}

/// A packed file with these parts.
pub(crate) fn zip(parts: &[Part<'_>]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut list = Vec::new();
    for part in parts {
        let packed = miniz_oxide::deflate::compress_to_vec(part.content, 6);
        let size = part.says.unwrap_or(part.content.len() as u32);
        let mut shared = Vec::new();
        for number in [20_u16, 0, 8, 0, 0] {
            shared.extend(number.to_le_bytes());
        }
        for number in [crc(part.content), packed.len() as u32, size] {
            shared.extend(number.to_le_bytes());
        }
        shared.extend((part.name.len() as u16).to_le_bytes());
        shared.extend(0_u16.to_le_bytes());
        let at = file.len() as u32;
        file.extend(b"PK\x03\x04");
        file.extend(&shared);
        file.extend(part.name.as_bytes());
        file.extend(packed);
        list.extend(b"PK\x01\x02\x14\x00");
        list.extend(&shared);
        list.extend([0_u8; 10]);
        list.extend(at.to_le_bytes());
        list.extend(part.name.as_bytes());
    }
    let (start, count) = (file.len() as u32, parts.len() as u16);
    let length = list.len() as u32;
    file.extend(list);
    file.extend(b"PK\x05\x06\x00\x00\x00\x00");
    for number in [count, count] {
        file.extend(number.to_le_bytes());
    }
    file.extend(length.to_le_bytes());
    file.extend(start.to_le_bytes());
    file.extend([0, 0]);
    file
}

fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            if crc & 1 == 1 {
                crc >> 1 ^ 0xedb8_8320
            } else {
                crc >> 1
            }
        })
    };
    !bytes.iter().fold(!0, step)
}

/// An OpenDocument spreadsheet with these rows, as they stand in the file.
pub(crate) fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="Register">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    let kind = b"application/vnd.oasis.opendocument.spreadsheet";
    zip(&[
        Part {
            name: "mimetype",
            content: kind,
            says: None,
        },
        Part {
            name: "META-INF/manifest.xml",
            content: b"<manifest:manifest/>",
            says: None,
        },
        Part {
            name: "content.xml",
            content: content.as_bytes(),
            says: None,
        },
    ])
}
