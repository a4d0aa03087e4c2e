//! A copy of the catalogue to make mistakes in, and the table row that says what must come of one.

use std::fs;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use crate::authoring::{self, Packed, Problem};

/// A copy of the catalogue, removed when dropped.
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    /// A fresh copy, with the source language alone: others have tests of their own.
    pub(crate) fn new() -> Self {
        let scratch = Self::whole();
        let text = scratch.read("catalog.toml");
        let languages = text
            .lines()
            .find(|line| line.starts_with("languages = "))
            .expect("a list of languages");
        scratch.write("catalog.toml", &text.replace(languages, "languages = [\"en\"]"));
        scratch
    }

    /// A fresh copy with everything.
    pub(crate) fn whole() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("aims-readiness-catalog-{}-{number}", std::process::id());
        let scratch = Self(std::env::temp_dir().join(name));
        copy(&catalog(), &scratch.0);
        scratch
    }

    /// Packs the copy.
    pub(crate) fn pack(&self) -> Result<Packed, Vec<Problem>> {
        authoring::pack(&self.0)
    }

    /// Writes a file, with the folders it needs.
    pub(crate) fn write(&self, file: &str, text: &str) {
        let path = self.0.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Puts one text in the place of another, which a file has once.
    #[allow(dead_code, reason = "not every test edits files by itself")]
    pub(crate) fn replace(&self, file: &'static str, from: &str, to: &str) {
        let text = self.read(file);
        assert_eq!(text.matches(from).count(), 1, "{file} has `{from}` once");
        self.write(file, &text.replace(from, to));
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.0.join(file)).unwrap_or_default()
    }

    fn edit(&self, edit: &Edit) {
        match edit {
            Edit::Replace(file, from, to) => {
                let text = self.read(file);
                let found = text.matches(from).count();
                assert_eq!(
                    found, 1,
                    "{file} has `{from}` {found} times: the catalogue has changed"
                );
                fs::write(self.0.join(file), text.replace(from, to)).unwrap();
            }
            Edit::Append(file, text) => {
                fs::write(self.0.join(file), [&self.read(file), "\n", text].concat()).unwrap();
            }
            Edit::Remove(file) => fs::remove_file(self.0.join(file)).unwrap(),
        }
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What cannot be removed is left to the system, which clears its temporary folder.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The catalogue of the package.
pub(crate) fn catalog() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("catalog")
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

enum Edit {
    Replace(&'static str, String, String),
    Append(&'static str, String),
    Remove(&'static str),
}

/// A mistake and the problem it must be reported as.
pub(crate) struct Mistake {
    what: &'static str,
    edits: Vec<Edit>,
    file: &'static str,
    at: String,
    says: &'static str,
    hint: &'static str,
    times: RangeInclusive<usize>,
}

impl Mistake {
    /// A mistake that is not made yet.
    pub(crate) fn new(what: &'static str) -> Self {
        Self {
            what,
            edits: Vec::new(),
            file: "",
            at: String::new(),
            says: "",
            hint: "",
            times: 1..=1,
        }
    }

    /// Made by putting `to` for `from`, which stands in the file once.
    pub(crate) fn replace(mut self, file: &'static str, from: &str, to: &str) -> Self {
        self.edits
            .push(Edit::Replace(file, from.to_owned(), to.to_owned()));
        self
    }

    /// Made by adding text at the end of a file, which need not be there.
    pub(crate) fn append(mut self, file: &'static str, text: &str) -> Self {
        self.edits.push(Edit::Append(file, text.to_owned()));
        self
    }

    /// Made by removing a file.
    pub(crate) fn remove(mut self, file: &'static str) -> Self {
        self.edits.push(Edit::Remove(file));
        self
    }

    /// Reported for a file as a whole.
    pub(crate) fn for_file(mut self, file: &'static str) -> Self {
        self.file = file;
        self
    }

    /// Reported at the line of a snippet that stands in the file once; at any of its lines if it has many.
    pub(crate) fn at(mut self, file: &'static str, snippet: &str) -> Self {
        self.file = file;
        self.at = snippet.to_owned();
        self
    }

    /// With a message that has these words.
    pub(crate) fn says(mut self, words: &'static str) -> Self {
        self.says = words;
        self
    }

    /// With a hint that has these words.
    pub(crate) fn hint(mut self, words: &'static str) -> Self {
        self.hint = words;
        self
    }

    /// With this many problems in all, where one mistake leaves more than one thing wrong.
    pub(crate) fn times(mut self, times: RangeInclusive<usize>) -> Self {
        self.times = times;
        self
    }

    /// What differs from the report expected, if anything.
    pub(crate) fn difference(&self) -> Option<String> {
        let scratch = Scratch::new();
        for edit in &self.edits {
            scratch.edit(edit);
        }
        let problems = match scratch.pack() {
            Ok(_) => return Some(format!("{}: packs without a problem", self.what)),
            Err(problems) => problems,
        };
        let lines = self.lines(&scratch);
        let fits = |problem: &Problem| {
            problem.file == self.file
                && lines.contains(&problem.line)
                && problem.message.contains(self.says)
                && problem.hint.contains(self.hint)
                && !problem.hint.is_empty()
        };
        if problems.iter().any(fits) && self.times.contains(&problems.len()) {
            return None;
        }
        let found: Vec<String> = problems.iter().take(5).map(Problem::to_string).collect();
        Some(format!(
            "{}: expected {:?} problem(s), one of them at catalog/{}:{lines:?} with a message that has `{}` and a \
             hint that has `{}`, found {}:\n{}",
            self.what,
            self.times,
            self.file,
            self.says,
            self.hint,
            problems.len(),
            found.join("\n")
        ))
    }

    fn lines(&self, scratch: &Scratch) -> RangeInclusive<usize> {
        if self.at.is_empty() {
            return 0..=0;
        }
        let text = scratch.read(self.file);
        let found = text.matches(&self.at).count();
        assert_eq!(found, 1, "{} has `{}` {found} times", self.file, self.at);
        let start = text.find(&self.at).unwrap();
        let first = text[..start].matches('\n').count() + 1;
        first..=first + self.at.matches('\n').count()
    }
}

/// Makes every mistake of a table and fails with all that are not reported as they should be.
pub(crate) fn each_is_reported(mistakes: &[Mistake]) {
    let differences: Vec<String> = mistakes.iter().filter_map(Mistake::difference).collect();
    assert!(
        differences.is_empty(),
        "{} of {} mistakes:\n\n{}",
        differences.len(),
        mistakes.len(),
        differences.join("\n\n")
    );
}
