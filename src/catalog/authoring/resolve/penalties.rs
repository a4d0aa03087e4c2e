//! Ceilings of fines.

use super::super::conditions::unknown;
use super::super::shapes;
use super::super::source::File;
use super::choices::{CEILINGS, TIERS};
use super::{Penalty, Resolved, Resolver};

impl Resolver {
    pub(super) fn penalties(&mut self, file: &File<shapes::Penalties>, out: &mut Resolved) {
        for penalty in &file.content.penalty {
            self.define("penalty", &penalty.id, &file.text);
            let bands = [&penalty.large, &penalty.midcap, &penalty.sme];
            let lower = bands.map(|word| {
                word.as_ref()
                    .is_some_and(|word| self.choice("ceiling", word, CEILINGS, &file.text) == "Lower")
            });
            let both = penalty.amount_eur.is_some() && penalty.percent.is_some();
            if both != bands.iter().all(|word| word.is_some()) {
                self.problems.push(file.text.problem(
                    penalty.id.span(),
                    format!(
                        "penalty `{}` does not say which ceiling counts for whom",
                        penalty.id.get_ref()
                    ),
                    "with amount and percentage give `large`, `midcap` and `sme`: \"higher\" or \"lower\"; else none"
                        .to_owned(),
                ));
            }
            let mut tiers = 0;
            for word in &penalty.tiers {
                let tier = self.choice("tier", word, TIERS, &file.text);
                let place = TIERS.iter().position(|(_, known)| *known == tier);
                tiers |= place.map_or(0, |place| 1 << place);
            }
            let mut flags = Vec::new();
            for word in &penalty.flags {
                match out.flags.iter().position(|flag| flag == word.get_ref()) {
                    Some(flag) => flags.push(flag),
                    None => {
                        let known = out.flags.iter().map(String::as_str);
                        self.problems.push(unknown("flag", word, known, &file.text));
                    }
                }
            }
            out.penalties.push(Penalty {
                id: penalty.id.get_ref().clone(),
                amount_eur: penalty.amount_eur,
                percent: penalty.percent,
                lower,
                tiers,
                flags,
                legal: self.legal(&penalty.id, &penalty.legal(), out, &file.text),
            });
        }
    }
}
