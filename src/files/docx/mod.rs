//! A document as a file of Word: a zip archive of XML parts (ECMA-376).
//!
//! Belongs here: the archive and its parts. The parts that are the same in each file lie beside this one. The
//! text is written in `body`. Written by hand and in the order of the schema: no library at hand repeats the
//! heading line of a table, sets language and properties, and writes the same bytes twice.

mod body;

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use self::body::Body;
use super::foreign::escaped;
use super::{About, Document, FileError};

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The document as a file of Word.
///
/// # Errors
/// [`FileError`] where the archive cannot be written.
pub fn docx(document: &Document, about: &About) -> Result<Vec<u8>, FileError> {
    let body = Body::of(document);
    let language = escaped(&document.language);
    let with_language = |part: &str| part.replace("{language}", &language);
    let parts = [
        (
            "[Content_Types].xml",
            include_str!("content-types.xml").to_owned(),
        ),
        ("_rels/.rels", include_str!("package-rels.xml").to_owned()),
        ("docProps/app.xml", program(about)),
        ("docProps/core.xml", properties(document, about)),
        ("word/document.xml", text(&body)),
        ("word/_rels/document.xml.rels", relationships(&body)),
        ("word/footer1.xml", footer(document)),
        ("word/numbering.xml", include_str!("numbering.xml").to_owned()),
        ("word/settings.xml", with_language(include_str!("settings.xml"))),
        ("word/styles.xml", with_language(include_str!("styles.xml"))),
    ];
    archive(&parts).map_err(|error| FileError {
        message: error.to_string(),
    })
}

fn archive(parts: &[(&str, String)]) -> Result<Vec<u8>, zip::result::ZipError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        // The first day that an archive can name, so that the bytes do not depend on the clock.
        .last_modified_time(DateTime::default());
    for (name, part) in parts {
        archive.start_file(*name, options)?;
        archive.write_all(part.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}

/// What the file says of the program that made it.
fn program(about: &About) -> String {
    format!(
        "{DECLARATION}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
         <Application>{}</Application></Properties>",
        escaped(&about.program)
    )
}

/// What the file says of itself.
fn properties(document: &Document, about: &About) -> String {
    let moment = about.moment();
    format!(
        "{DECLARATION}<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\
         <dc:title>{title}</dc:title><dc:subject>{subject}</dc:subject><dc:creator>{program}</dc:creator>\
         <cp:lastModifiedBy>{program}</cp:lastModifiedBy>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{moment}</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{moment}</dcterms:modified>\
         <dc:language>{language}</dc:language></cp:coreProperties>",
        title = escaped(&about.title),
        subject = escaped(&about.subject),
        program = escaped(&about.program),
        language = escaped(&document.language),
    )
}

/// The text with its page: A4, margins of two centimetres, no footer on the cover.
fn text(body: &Body) -> String {
    format!(
        "{DECLARATION}<w:document xmlns:w=\"{WORD}\" xmlns:r=\"{RELATIONSHIPS}\"><w:body>{}\
         <w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId4\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
         <w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1247\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" \
         w:gutter=\"0\"/><w:titlePg/></w:sectPr></w:body></w:document>",
        body.xml()
    )
}

/// What the text refers to: the other parts and where its links lead.
fn relationships(body: &Body) -> String {
    let mut part = format!(
        "{DECLARATION}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    );
    for (number, name) in (1..).zip(["styles", "settings", "numbering", "footer"]) {
        let file = if name == "footer" { "footer1" } else { name };
        part.push_str(&format!(
            "<Relationship Id=\"rId{number}\" Type=\"{RELATIONSHIPS}/{name}\" Target=\"{file}.xml\"/>"
        ));
    }
    for (number, url) in body.links() {
        part.push_str(&format!(
            "<Relationship Id=\"link{number}\" Type=\"{RELATIONSHIPS}/hyperlink\" Target=\"{}\" \
             TargetMode=\"External\"/>",
            escaped(url)
        ));
    }
    part.push_str("</Relationships>");
    part
}

/// What stands under each page: the title, the number of the page and how many there are.
fn footer(document: &Document) -> String {
    let field =
        |name: &str| format!("<w:fldSimple w:instr=\" {name} \"><w:r><w:t>1</w:t></w:r></w:fldSimple>");
    format!(
        "{DECLARATION}<w:ftr xmlns:w=\"{WORD}\"><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>\
         <w:r><w:t xml:space=\"preserve\">{}</w:t></w:r><w:r><w:tab/></w:r>{}\
         <w:r><w:t xml:space=\"preserve\"> / </w:t></w:r>{}</w:p></w:ftr>",
        escaped(&document.title.replace('\n', " ")),
        field("PAGE"),
        field("NUMPAGES"),
    )
}
