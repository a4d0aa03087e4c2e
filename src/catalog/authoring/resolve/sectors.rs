//! What each sector changes.

use super::super::conditions::unknown;
use super::super::problem::Text;
use super::super::shapes::{self, Word};
use super::super::source::File;
use super::choices::CONFIDENCES;
use super::{Resolved, Resolver, Sector};

impl Resolver {
    pub(super) fn sectors(&mut self, file: &File<shapes::Sectors>, out: &mut Resolved) {
        for law in &file.content.law {
            self.define("law", &law.id, &file.text);
            let confirmed = self.choice("basis of a sector's law", &law.basis, CONFIDENCES, &file.text);
            if !law.url.get_ref().starts_with("https://") {
                self.problems.push(file.text.problem(
                    law.url.span(),
                    "a law needs an https address".to_owned(),
                    "use the official page of the document".to_owned(),
                ));
            }
            out.sector_laws
                .push((law.id.get_ref().clone(), confirmed == "Confirmed"));
        }
        let names = out
            .facts
            .get(out.special.sectors)
            .map_or_else(Vec::new, |fact| fact.values.clone());
        let ids: Vec<String> = out.items.iter().map(|item| item.id.clone()).collect();
        for name in &names {
            let Some(sector) = file
                .content
                .sector
                .iter()
                .find(|sector| sector.id.get_ref() == name)
            else {
                self.problems.push(file.text.problem(
                    0..0,
                    format!("sector `{name}` is missing"),
                    "every value of the sectors fact has a [[sector]]".to_owned(),
                ));
                continue;
            };
            let laws: Vec<String> = out.sector_laws.iter().map(|(id, _)| id.clone()).collect();
            let stressed: Vec<&Word> = sector.controls.iter().chain(&sector.clauses).collect();
            let entry = Sector {
                areas: self.value_mask(out, out.special.areas, &sector.areas, &file.text),
                practices: self.value_mask(out, out.special.practices, &sector.practices, &file.text),
                laws: sector
                    .laws
                    .iter()
                    .filter_map(|word| self.place("law", word, &laws, &file.text))
                    .collect(),
                stressed: stressed
                    .into_iter()
                    .filter_map(|word| self.place("item", word, &ids, &file.text))
                    .filter_map(|place| ids.get(place).cloned())
                    .collect(),
            };
            out.sectors.push(entry);
        }
        for sector in &file.content.sector {
            if !names.contains(sector.id.get_ref()) {
                let known = names.iter().map(String::as_str);
                self.problems
                    .push(unknown("sector", &sector.id, known, &file.text));
            }
        }
    }

    fn value_mask(&mut self, out: &Resolved, fact: usize, words: &[Word], text: &Text) -> u32 {
        words
            .iter()
            .fold(0, |mask, word| mask | 1 << self.value(out, fact, word, text))
    }

    fn place(&mut self, what: &str, word: &Word, known: &[String], text: &Text) -> Option<usize> {
        let found = known.iter().position(|id| id == word.get_ref());
        if found.is_none() {
            let known = known.iter().map(String::as_str);
            self.problems.push(unknown(what, word, known, text));
        }
        found
    }
}
