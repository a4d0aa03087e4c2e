//! All files of all cases, left where other tools can read them; and that they come out the same again.

use std::collections::BTreeSet;
use std::fs;
use std::io::Cursor;
use std::path::Path;

use crate::cases::all;

#[test]
fn every_file_is_written_the_same_each_time() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("exchange");
    let _ = fs::remove_dir_all(&folder);
    for case in all() {
        let own = folder.join(case.name);
        fs::create_dir_all(&own).unwrap();
        let files = case.files();
        assert_eq!(
            files,
            case.write(),
            "{}: the same record gives other files",
            case.name
        );
        let names: BTreeSet<&str> = files.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names.len(), files.len(), "{}: two files of one name", case.name);
        for file in files {
            assert!(!file.bytes.is_empty(), "{}: {} is empty", case.name, file.name);
            fs::write(own.join(&file.name), &file.bytes).unwrap();
        }
        let lines: Vec<&str> = case.record.checklist.items.iter().map(|line| line.id).collect();
        let kept = serde_json::json!({ "lines": lines, "open": case.open() });
        fs::write(own.join("kept.json"), kept.to_string()).unwrap();
    }
}

#[test]
fn the_archive_has_the_same_files() {
    for case in all() {
        let files = aims_readiness::files::oscal(&case.record, &case.setting()).unwrap();
        let mut archive = zip::ZipArchive::new(Cursor::new(case.file("oscal.zip"))).unwrap();
        assert_eq!(archive.len(), files.len(), "{}", case.name);
        for file in files {
            let mut entry = archive.by_name(&file.name).unwrap();
            assert_eq!(
                entry.last_modified(),
                Some(zip::DateTime::default()),
                "{}",
                file.name
            );
            let mut bytes = Vec::new();
            std::io::copy(&mut entry, &mut bytes).unwrap();
            assert_eq!(bytes, file.bytes, "{}: {}", case.name, file.name);
        }
    }
}
