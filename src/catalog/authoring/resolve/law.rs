//! Sources, versions of the text, and dates.

use super::super::conditions::unknown;
use super::super::date::Date;
use super::super::problem::Text;
use super::super::shapes::{self, Word};
use super::super::source::File;
use super::choices::SOURCE_KINDS;
use super::{Resolved, Resolver, Source};

impl Resolver {
    pub(super) fn sources(&mut self, file: &File<shapes::Sources>, out: &mut Resolved) {
        for source in &file.content.source {
            self.define("source", &source.id, &file.text);
            let kind = self.choice("kind of source", &source.kind, SOURCE_KINDS, &file.text);
            let date = self.date(&source.date, &file.text);
            if !source.url.get_ref().starts_with("https://") {
                self.problems.push(file.text.problem(
                    source.url.span(),
                    "a source needs an https address".to_owned(),
                    "use the official page of the document".to_owned(),
                ));
            }
            out.sources.push(Source {
                id: source.id.get_ref().clone(),
                short: source.short.clone(),
                kind,
                date,
            });
        }
        for law in &file.content.text {
            let from = self.date(&law.from, &file.text);
            if let Some(source) = self.source(&law.source, out, &file.text) {
                out.texts.push((from, source));
            }
        }
        if out.texts.is_empty() || !out.texts.is_sorted_by(|a, b| a.0 < b.0) {
            self.problems.push(file.text.problem(
                0..0,
                "`[[text]]` entries must be there, oldest first".to_owned(),
                "each entry is a version of the Act and the day from which it is in force".to_owned(),
            ));
        }
    }

    pub(super) fn milestones(&mut self, file: &File<shapes::Milestones>, out: &mut Resolved) {
        for milestone in &file.content.milestone {
            self.define("milestone", &milestone.id, &file.text);
            self.source(&milestone.reference.source, out, &file.text);
            let history: Vec<_> = milestone
                .history
                .iter()
                .map(|entry| {
                    (
                        self.date(&entry.from, &file.text),
                        self.date(&entry.value, &file.text),
                    )
                })
                .collect();
            if history.is_empty() || !history.is_sorted_by(|a, b| a.0 < b.0) {
                self.problems.push(file.text.problem(
                    milestone.id.span(),
                    format!(
                        "the history of milestone `{}` is empty or out of order",
                        milestone.id.get_ref()
                    ),
                    "list what each version of the law says, oldest first".to_owned(),
                ));
            }
            out.milestones.push((milestone.id.get_ref().clone(), history));
        }
    }

    pub(super) fn date(&mut self, word: &Word, text: &Text) -> u32 {
        match word.get_ref().parse::<Date>() {
            Ok(date) => {
                let (year, month, day) = date.parts();
                year * 10_000 + month * 100 + day
            }
            Err(error) => {
                self.problems.push(text.problem(
                    word.span(),
                    format!("`{}` is not a date", word.get_ref()),
                    error.to_string(),
                ));
                0
            }
        }
    }

    pub(super) fn source(&mut self, word: &Word, out: &Resolved, text: &Text) -> Option<usize> {
        let found = out.sources.iter().position(|source| source.id == *word.get_ref());
        if found.is_none() {
            let known = out.sources.iter().map(|source| source.id.as_str());
            self.problems.push(unknown("source", word, known, text));
        }
        found
    }

    pub(super) fn milestone(&mut self, word: Option<&Word>, out: &Resolved, text: &Text) -> Option<usize> {
        let word = word?;
        let found = out.milestones.iter().position(|(id, _)| id == word.get_ref());
        if found.is_none() {
            let known = out.milestones.iter().map(|(id, _)| id.as_str());
            self.problems.push(unknown("milestone", word, known, text));
        }
        found
    }
}
