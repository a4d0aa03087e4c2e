//! Files in a real browser: there is no clock, no thread and no chance below the library, and every format is written.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use aims_readiness::files::{
    About, Block, Cell, Column, Document, Table, docx, html, markdown, tree, workbook,
};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn about() -> About {
    About {
        title: "Report".to_owned(),
        subject: "A use case".to_owned(),
        program: "aims-readiness".to_owned(),
        as_of: "2026-11-02".parse().unwrap(),
        continued: "It goes on here.".to_owned(),
    }
}

fn document() -> Document {
    Document {
        language: "en".to_owned(),
        title: "Report".to_owned(),
        subject: "A use case".to_owned(),
        verdict: "Minimal risk".to_owned(),
        tier: "minimal",
        facts: vec![("Role".to_owned(), "Deployer".to_owned())],
        disclaimer: "No legal advice.".to_owned(),
        blocks: vec![Block::text("words")],
    }
}

#[wasm_bindgen_test]
fn a_workbook_is_written() {
    let column = |id: &str| Column {
        id: id.to_owned(),
        title: id.to_owned(),
        width: 20,
    };
    let table = Table {
        id: "readiness",
        title: "Readiness".to_owned(),
        columns: vec![column("group"), column("percent")],
        rows: vec![vec![Cell::text("Leadership"), Cell::Number(62.0)]],
    };
    let bytes = workbook(&[table], &about()).unwrap();
    assert!(bytes.starts_with(b"PK"), "a workbook is an archive");
}

#[wasm_bindgen_test]
fn a_document_is_written_in_every_way() {
    assert!(docx(&document(), &about()).unwrap().starts_with(b"PK"));
    assert!(html(&document()).contains("Minimal risk"));
    assert!(markdown(&document()).contains("Minimal risk"));
    assert!(tree(&document()).is_array());
}
