//! Small random catalogues and answers, the same for the same seed.
//!
//! Everything here is for tests: indexing and unwrapping fail the test that meets them.

use aims_readiness::catalog::{
    Basis, Catalog, Condition, Date, Dated, Derogation, Fact, FactKind, LawText, Legal, Milestone, Part,
    Period, Plan, Rule, SpecialFacts, Step, Term, Tier,
};
use aims_readiness::engine::{Answer, Answers};

/// A small generator of numbers (SplitMix64): no dependency, and the same numbers everywhere.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `limit`.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }

    /// True once in `n` times.
    pub(crate) fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }
}

/// Any answer that fits the fact.
pub(crate) fn value(random: &mut Random, fact: &Fact) -> Answer {
    match fact.kind {
        FactKind::Many => Answer::Values(random.below(1 << fact.values.len().min(20)) as u32),
        FactKind::YesNo | FactKind::One => Answer::Values(1 << random.below(fact.values.len())),
    }
}

/// Answers of which about one in `gaps` is missing or unknown.
pub(crate) fn answers(random: &mut Random, catalog: &Catalog, gaps: usize) -> Answers {
    let mut answers = Answers::new(catalog);
    for (index, fact) in (0..).zip(catalog.facts) {
        let answer = if random.one_in(gaps) {
            [Answer::NotAsked, Answer::DontKnow][random.below(2)]
        } else {
            value(random, fact)
        };
        answers.set(index, answer);
    }
    answers
}

/// Answers as a person might give them: of a `many` fact mostly none or one of the values, and few gaps.
pub(crate) fn sparse(random: &mut Random, catalog: &Catalog) -> Answers {
    let mut answers = Answers::new(catalog);
    for (index, fact) in (0..).zip(catalog.facts) {
        if random.one_in(30) {
            continue;
        }
        let one = 1 << random.below(fact.values.len());
        let answer = match (fact.kind, random.below(8)) {
            (FactKind::YesNo | FactKind::One, _) | (FactKind::Many, 4..=6) => one,
            (FactKind::Many, 7) => one | 1 << random.below(fact.values.len()),
            (FactKind::Many, _) => 0,
        };
        answers.set(index, Answer::Values(answer));
    }
    answers
}

/// The same answers with every gap filled.
pub(crate) fn completed(random: &mut Random, catalog: &Catalog, partial: &Answers) -> Answers {
    let mut answers = partial.clone();
    for (index, fact) in (0..).zip(catalog.facts) {
        if !matches!(answers.get(index), Answer::Values(_)) {
            answers.set(index, value(random, fact));
        }
    }
    answers
}

/// Every completion of the answers, for small catalogues.
pub(crate) fn completions(catalog: &Catalog, partial: &Answers) -> Vec<Answers> {
    let mut all = vec![partial.clone()];
    for (index, fact) in (0..).zip(catalog.facts) {
        if matches!(partial.get(index), Answer::Values(_)) {
            continue;
        }
        let masks: Vec<u32> = match fact.kind {
            FactKind::Many => (0..1 << fact.values.len()).collect(),
            FactKind::YesNo | FactKind::One => (0..fact.values.len()).map(|bit| 1 << bit).collect(),
        };
        all = all
            .into_iter()
            .flat_map(|answers| {
                masks.iter().map(move |mask| {
                    let mut next = answers.clone();
                    next.set(index, Answer::Values(*mask));
                    next
                })
            })
            .collect();
    }
    all
}

/// The day on which random catalogues are evaluated.
pub(crate) fn day() -> Date {
    Date::from_number(20_261_121).unwrap()
}

/// A small catalogue in which everything that the engine knows occurs. Leaked: a test ends soon.
pub(crate) fn catalog(random: &mut Random) -> &'static Catalog {
    let values: &'static [&'static str] = &["a", "b", "c"];
    let mut facts: Vec<Fact> = Vec::new();
    let mut terms: Vec<Term> = Vec::new();
    let mut schedule = Vec::new();
    for number in 0..2 + random.below(3) {
        if random.one_in(3) && number > 0 {
            let when = condition(random, facts.len(), terms.len(), 2);
            terms.push(Term {
                id: name("term", terms.len()),
                when,
            });
            schedule.push(Step::Term((terms.len() - 1) as u16));
        }
        let (kind, values) = match random.below(3) {
            0 => (FactKind::YesNo, &["no", "yes"][..]),
            1 => (FactKind::One, values),
            _ => (FactKind::Many, &values[..2]),
        };
        let ask_when = if number == 0 || random.one_in(2) {
            Condition::ALWAYS
        } else {
            condition(random, number, terms.len(), 1)
        };
        facts.push(Fact {
            id: name("fact", number),
            kind,
            values,
            ask_when,
            part: Part::Classify,
            topic: "topic",
        });
        schedule.push(Step::Fact(number as u16));
    }
    let in_force = Period {
        from: Date::from_number(20_240_801).unwrap(),
        until: None,
    };
    let derogations = vec![Derogation {
        id: "derogation",
        when: condition(random, facts.len(), terms.len(), 2),
        to: Tier::Exempt,
        flags: &[1],
        legal: Legal {
            references: &[],
            basis: Basis::Law,
            in_force,
            milestone: Some(0),
        },
    }];
    let rules: Vec<Rule> = (0..3 + random.below(4))
        .map(|number| {
            // Some rules without a tier say why a use is outside of an earlier rule.
            let outside_of = (number > 0 && random.one_in(4)).then(|| random.below(number) as u16);
            let tier = (outside_of.is_none() && !random.one_in(5)).then(|| Tier::ALL[random.below(7)]);
            Rule {
                id: name("rule", number),
                when: condition(random, facts.len(), terms.len(), 3),
                tier,
                // The build refuses a derogation that would raise a tier.
                derogation: tier
                    .filter(|tier| *tier > Tier::Exempt)
                    .and_then(|_| random.one_in(2).then_some(0)),
                flags: if random.one_in(2) { &[0] } else { &[] },
                adds_roles: random.below(4) as u32,
                outside_of,
                extra: false,
                legal: Legal {
                    references: &[],
                    basis: Basis::Law,
                    in_force: if random.one_in(6) {
                        Period {
                            from: in_force.from,
                            until: Date::from_number(20_260_727),
                        }
                    } else {
                        in_force
                    },
                    milestone: random.one_in(2).then_some(0),
                },
            }
        })
        .collect();
    let history = vec![Dated {
        from: in_force.from,
        value: Date::from_number(20_271_202).unwrap(),
    }];
    Box::leak(Box::new(Catalog {
        id: "random",
        version: "0",
        digest: "0",
        overlays: &[],
        law_texts: vec![LawText {
            from: in_force.from,
            source: 0,
        }]
        .leak(),
        sources: &[],
        milestones: vec![Milestone {
            id: "milestone",
            history: history.leak(),
        }]
        .leak(),
        facts: facts.leak(),
        terms: terms.leak(),
        schedule: schedule.leak(),
        derogations: derogations.leak(),
        rules: rules.leak(),
        flags: &["flag", "exempt"],
        penalties: &[],
        sector_laws: &[],
        sectors: &[],
        items: &[],
        tailoring: &[],
        plan: Plan {
            emphasis: &[],
            crosswalk: &[],
            findings: &[],
            prerequisites: &[],
            steps: &[],
            least_months: 0,
            bases: &[],
            durations: &[],
            modifiers: &[],
            reasons: &[],
            verdicts: &[],
            positions: &[],
            starters: &[],
            prompts: &[],
            risks: &[],
            questions: &[],
            systems: &[],
            status_weights: &[],
            priority_weights: [0; 3],
        },
        special: SpecialFacts {
            roles: 0,
            provider: 0,
            deployer: 1,
            sectors: 1,
            size: 0,
            systems: 0,
            traits: 0,
            stage: 0,
            sizes: &[],
            size_classes: &[],
            certificates: 0,
            off_the_shelf: 0,
            in_scope: 0,
            areas: 0,
            practices: 0,
            places: 0,
        },
    }))
}

fn name(what: &str, number: usize) -> &'static str {
    format!("{what}-{number}").leak()
}

/// A condition over the first `facts` facts and `terms` terms.
fn condition(random: &mut Random, facts: usize, terms: usize, depth: usize) -> Condition {
    if depth == 0 || random.one_in(3) {
        if terms > 0 && random.one_in(4) {
            return Condition::Term(random.below(terms) as u16);
        }
        return Condition::Is {
            fact: random.below(facts) as u16,
            values: 1 + random.below(7) as u32,
        };
    }
    let parts = |random: &mut Random| -> &'static [Condition] {
        (0..1 + random.below(3))
            .map(|_| condition(random, facts, terms, depth - 1))
            .collect::<Vec<_>>()
            .leak()
    };
    match random.below(3) {
        0 => Condition::All(parts(random)),
        1 => Condition::Any(parts(random)),
        _ => Condition::Not(Box::leak(Box::new(condition(random, facts, terms, depth - 1)))),
    }
}
