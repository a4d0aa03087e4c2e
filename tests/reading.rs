//! How hard the questions are to read, with a ceiling for each measure.
//!
//! The measure is LIX (C. H. Björnsson, 1968): words per sentence, and of a hundred words those with more than six
//! letters. It counts no syllables, so one rule serves every language with letters like ours. Up to 40 is medium, above
//! 50 difficult. Arabic is not measured: LIX has no scale for a script that leaves out short vowels and writes articles,
//! prepositions and pronouns into the word.
//!
//! `cargo test --test reading -- --nocapture` prints the figures.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeSet;

use aims_readiness::catalog::builtin;
use toml::Table;

/// The files of wording with questions.
const FILES: [&str; 7] = [
    "questions",
    "details",
    "data-protection",
    "general-purpose",
    "profile",
    "timing",
    "places",
];

/// What no text may exceed.
#[derive(Clone, Copy)]
struct Ceilings {
    /// Words of a question: it is read in one go.
    question: usize,
    /// Words of any sentence.
    sentence: usize,
    /// LIX of what stands beside a question: help, hints and example. One alone is too short for a figure.
    beside: f64,
    /// The mean of the LIX of each question and each help.
    mean: f64,
}

/// Guides to plain English ask for 15 to 20 words per sentence on average. So 20 hold for a question, and a condition
/// of the law may take 30, not more. 45 keeps each help well below what is called difficult. The mean was 28.9 when this
/// was written; 32 leaves room for a few hard words, not for another style.
const ENGLISH: Ceilings = Ceilings {
    question: 20,
    sentence: 30,
    beside: 45.0,
    mean: 32.0,
};

/// Ceilings of the mean for translations, and nothing else: they follow the sentences of the English. Words are longer
/// than in English, German ones because they are compounds, French and Spanish ones because those of the law are Latin,
/// and French writes its articles into the word (`l’usage`). The means were 40.6, 45.5 and 42.4; each has about the same
/// room as English.
const TRANSLATED: [(&str, f64); 3] = [("de", 44.0), ("fr", 49.0), ("es", 46.0)];

/// English texts above a ceiling that would lose a condition if they were shorter, with the reason.
const HARD: [(&str, &str); 1] = [(
    "practice.categorisation_exception.question",
    "names all three uses that the prohibition leaves out, each with its conditions; records show it without its help",
)];

/// Abbreviations that need no explanation, with the reason.
const KNOWN: [(&str, &str); 8] = [
    ("AI", "what the whole check is about"),
    (
        "EU",
        "in daily use, and the first page asks about the European Union",
    ),
    ("CV", "better known than its Latin"),
    (
        "CE",
        "a mark to look for on the product; the letters stand for no English words",
    ),
    ("IT", "better known than what it stands for"),
    (
        "ISO",
        "printed on the certificate; who has none needs no name, and each line says what it is about",
    ),
    ("IEC", "printed on the certificate beside ISO"),
    ("SOC", "printed on the report of the auditor, like ISO"),
];

/// Full stops after these words end no sentence.
const SHORTENED: [&str; 12] = [
    "art", "abs", "nr", "buchst", "bzw", "z", "b", "p", "ex", "ej", "apdo", "núm",
];

/// The texts of a question.
struct Question {
    id: String,
    /// What stands below the id, such as `help` or `value.other`, and its text.
    texts: Vec<(String, String)>,
}

impl Question {
    fn new(id: &str, table: &Table) -> Self {
        let mut texts = Vec::new();
        for (key, value) in table {
            match (key.as_str(), value) {
                ("question" | "help" | "example", value) => {
                    texts.push((key.clone(), value.as_str().unwrap().to_owned()));
                }
                ("hint" | "value", value) => {
                    for (id, text) in value.as_table().unwrap() {
                        texts.push((format!("{key}.{id}"), text.as_str().unwrap().to_owned()));
                    }
                }
                ("none", _) => {}
                (other, _) => panic!("{id}.{other}: say here how it is measured"),
            }
        }
        Self {
            id: id.to_owned(),
            texts,
        }
    }

    fn text(&self, part: &str) -> &str {
        let found = self.texts.iter().find(|(name, _)| name == part);
        &found.unwrap_or_else(|| panic!("{}.{part}", self.id)).1
    }

    /// The sentences beside the question. Each text begins a new one.
    fn beside(&self) -> Vec<Vec<&str>> {
        let kinds = ["help", "example", "hint"];
        let kind = |part: &str| part.split('.').next().unwrap_or_default().to_owned();
        self.texts
            .iter()
            .filter(|(part, _)| kinds.contains(&kind(part).as_str()))
            .flat_map(|(_, text)| sentences(text))
            .collect()
    }
}

/// All questions of a language.
fn questions(language: &str) -> Vec<Question> {
    let mut found = Vec::new();
    for file in FILES {
        let path = format!(
            "{}/catalog/wording/{language}/{file}.toml",
            env!("CARGO_MANIFEST_DIR")
        );
        let table: Table = toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        for (id, texts) in table
            .get("fact")
            .map(|facts| facts.as_table().unwrap())
            .into_iter()
            .flatten()
        {
            found.push(Question::new(id, texts.as_table().unwrap()));
        }
    }
    found
}

/// The sentences of a text, each as its words. A word is what stands between spaces and has a letter or a digit.
///
/// A colon or semicolon ends no sentence, unlike with Björnsson: a reader has to keep what stands before it in mind. A
/// number of up to two digits with a full stop is a day in German. At worst two sentences are taken for one, which makes
/// no figure kinder.
fn sentences(text: &str) -> Vec<Vec<&str>> {
    let mut found = vec![Vec::new()];
    for token in text.split_whitespace() {
        if token.contains(char::is_alphanumeric) {
            found.last_mut().unwrap().push(token);
        }
        let open = token.trim_end_matches(['"', '\'', '”', '“', '’', '»', ')']);
        if open.ends_with(['.', '?', '!']) && !is_shortened(open) {
            found.push(Vec::new());
        }
    }
    found.retain(|words| !words.is_empty());
    found
}

/// Whether the full stop belongs to the word and not to the sentence.
fn is_shortened(token: &str) -> bool {
    let word = token
        .trim_end_matches('.')
        .rsplit(|character: char| !character.is_alphanumeric())
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let day = (1..=2).contains(&word.len()) && word.chars().all(|character| character.is_ascii_digit());
    token.ends_with('.') && (day || SHORTENED.contains(&word.as_str()))
}

fn lix(sentences: &[Vec<&str>]) -> f64 {
    let letters = |word: &str| word.chars().filter(|character| character.is_alphabetic()).count();
    let words = sentences.iter().flatten().count() as f64;
    let long = sentences
        .iter()
        .flatten()
        .filter(|word| letters(word) > 6)
        .count() as f64;
    words / sentences.len() as f64 + 100.0 * long / words
}

/// The LIX of each question and each help.
fn each(questions: &[Question]) -> Vec<f64> {
    let of = |part| {
        questions
            .iter()
            .map(move |question| lix(&sentences(question.text(part))))
    };
    of("question").chain(of("help")).collect()
}

fn mean(figures: &[f64]) -> f64 {
    figures.iter().sum::<f64>() / figures.len() as f64
}

fn longest(sentences: &[Vec<&str>]) -> usize {
    sentences.iter().map(Vec::len).max().unwrap_or_default()
}

/// What is above a ceiling: the key, and by how much. The mean has the key `mean`, what stands beside a question its id.
fn above(questions: &[Question], ceilings: Ceilings) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for question in questions {
        for (part, text) in &question.texts {
            let ceiling = if part == "question" {
                ceilings.question
            } else {
                ceilings.sentence
            };
            let sentences = sentences(text);
            // Two short sentences are no short question.
            let words = if part == "question" {
                sentences.concat().len()
            } else {
                longest(&sentences)
            };
            if words > ceiling {
                found.push((
                    format!("{}.{part}", question.id),
                    format!("{words} words, not {ceiling}"),
                ));
            }
        }
        let beside = lix(&question.beside());
        if beside > ceilings.beside {
            found.push((
                question.id.clone(),
                format!("LIX {beside:.1} with hints and example, not {}", ceilings.beside),
            ));
        }
    }
    let mean = mean(&each(questions));
    if mean > ceilings.mean {
        found.push(("mean".to_owned(), format!("LIX {mean:.1}, not {}", ceilings.mean)));
    }
    found
}

/// Abbreviations, of two to five capitals, that the texts of a question neither explain nor may take as known.
fn unexplained(question: &Question) -> BTreeSet<String> {
    let page: Vec<&str> = question.texts.iter().map(|(_, text)| text.as_str()).collect();
    let page = page.join(" ");
    let explained = |word: &str| {
        let ways = [
            format!("({word})"),
            format!("{word} ("),
            format!("{word}, the "),
            format!("{word} is "),
        ];
        ways.iter().any(|way| page.contains(way))
    };
    abbreviations(&page)
        .into_iter()
        .filter(|(letters, _)| !KNOWN.iter().any(|(known, _)| known == letters))
        .filter(|(_, word)| !explained(word))
        .map(|(_, word)| word)
        .collect()
}

/// The capitals of each abbreviation, and the word as it stands: `NIS` and `NIS2`, `CV` and `CVs`.
fn abbreviations(text: &str) -> BTreeSet<(String, String)> {
    text.split(|character: char| !character.is_alphanumeric())
        .map(|word| {
            let letters = word.trim_end_matches(|character: char| character.is_ascii_digit());
            (
                letters.strip_suffix('s').unwrap_or(letters).to_owned(),
                word.to_owned(),
            )
        })
        .filter(|(letters, _)| (2..=5).contains(&letters.len()))
        .filter(|(letters, _)| letters.chars().all(|character| character.is_ascii_uppercase()))
        // Numbers of annexes.
        .filter(|(letters, _)| !letters.chars().all(|character| "IVX".contains(character)))
        .collect()
}

/// Says how the figures lie.
fn tell(what: &str, mut figures: Vec<f64>) {
    figures.sort_by(f64::total_cmp);
    let at = |share: usize| figures[(figures.len() - 1) * share / 100];
    println!(
        "  {what:<42} mean {:5.1}   lowest {:3.0}   half {:3.0}   nine of ten {:3.0}   highest {:3.0}",
        mean(&figures),
        at(0),
        at(50),
        at(90),
        at(100)
    );
}

fn tell_all(language: &str, questions: &[Question]) {
    println!("{language}: {} questions", questions.len());
    let count = |part: &'static str, of: fn(&[Vec<&str>]) -> usize| {
        questions
            .iter()
            .map(move |question| of(&sentences(question.text(part))) as f64)
            .collect()
    };
    tell(
        "words of a question",
        count("question", |sentences| sentences.concat().len()),
    );
    tell("words of the longest sentence of a help", count("help", longest));
    tell(
        "LIX of help, hints and example",
        questions.iter().map(|question| lix(&question.beside())).collect(),
    );
    tell("LIX of each question and each help", each(questions));
}

/// A question that is measured must be one that is asked, and the other way round.
#[test]
fn every_question_is_measured() {
    let asked: BTreeSet<&str> = builtin().facts.iter().map(|fact| fact.id).collect();
    for language in ["en"].into_iter().chain(TRANSLATED.map(|(language, _)| language)) {
        let questions = questions(language);
        let measured: BTreeSet<&str> = questions.iter().map(|question| question.id.as_str()).collect();
        assert_eq!(measured, asked, "{language}");
    }
}

#[test]
fn english_questions_stay_below_the_ceilings() {
    let questions = questions("en");
    tell_all("en", &questions);
    let above = above(&questions, ENGLISH);
    let listed = |key: &String| HARD.iter().any(|(hard, _)| hard == key);
    let new: Vec<_> = above.iter().filter(|(key, _)| !listed(key)).collect();
    assert!(
        new.is_empty(),
        "too hard to read; make sentences shorter: {new:#?}"
    );
    for (hard, _) in HARD {
        assert!(
            above.iter().any(|(key, _)| key == hard),
            "{hard} is no exception any more"
        );
    }
}

#[test]
fn translated_questions_stay_below_the_ceilings() {
    for (language, ceiling) in TRANSLATED {
        let questions = questions(language);
        tell_all(language, &questions);
        let mean = mean(&each(&questions));
        assert!(
            mean <= ceiling,
            "{language}: the mean is {mean:.1}, not {ceiling}"
        );
    }
}

/// Every ceiling is one that a text can hit: lower ones find texts, each of its own kind.
#[test]
fn lower_ceilings_find_texts() {
    let questions = questions("en");
    let found = |ceilings| -> Vec<String> {
        above(&questions, ceilings)
            .into_iter()
            .map(|(key, _)| key)
            .collect()
    };
    let now = found(ENGLISH).len();
    let lower = found(Ceilings {
        question: 14,
        ..ENGLISH
    });
    assert!(lower.len() > now, "{lower:?}");
    let lower = found(Ceilings {
        sentence: 25,
        ..ENGLISH
    });
    assert!(lower.iter().any(|key| key.ends_with(".help")), "{lower:?}");
    assert!(lower.iter().any(|key| key.contains(".value.")), "{lower:?}");
    let lower = found(Ceilings {
        beside: 40.0,
        ..ENGLISH
    });
    assert!(
        lower
            .iter()
            .any(|key| builtin().facts.iter().any(|fact| fact.id == key)),
        "{lower:?}"
    );
    let lower = found(Ceilings {
        mean: 25.0,
        ..ENGLISH
    });
    assert!(lower.contains(&"mean".to_owned()), "{lower:?}");
}

/// A question as lawyers write it breaks each of them.
#[test]
fn a_hard_question_is_found() {
    let hard = r#"
        question = "Does the organisation, being a provider or deployer of the system in question, undertake, whether directly or through intermediaries, any of the activities enumerated hereunder?"
        help = "Notwithstanding the foregoing, activities undertaken exclusively for the purpose of scientific research and development shall be disregarded, provided that the system is not subsequently placed on the market or otherwise made available, whether in return for payment or free of charge."
        example = "Pharmaceutical documentation: affirmative."
        value.other = "Other"
    "#;
    let question = Question::new("hard", &toml::from_str(hard).unwrap());
    let keys: Vec<String> = above(&[question], ENGLISH)
        .into_iter()
        .map(|(key, _)| key)
        .collect();
    assert_eq!(keys, ["hard.help", "hard.question", "hard", "mean"]);
}

#[test]
fn sentences_and_words_are_counted() {
    let of = |text| lix(&sentences(text));
    assert_eq!(of("The cat sat on the mat."), 6.0);
    // Three words per sentence, and three of six are long.
    assert_eq!(of("Organisations publish documentation. They keep it!"), 53.0);
    // Letters count, not marks.
    assert_eq!(of("(“Mobile”), a-b-c-d."), 2.0);
    let lengths = |text| sentences(text).iter().map(Vec::len).collect::<Vec<_>>();
    assert_eq!(lengths("One: yes. Two; no – or “maybe.” Is it?"), [2, 4, 2]);
    assert_eq!(
        lengths("Ab dem 2. August 2026 gilt Art. 5 Abs. 2 ganz. Danach nicht."),
        [11, 2]
    );
    assert_eq!(lengths("Oui : c’est l’art. 5. ¿Y ahora?"), [6]);
    assert_eq!(lengths("It started in 2026. It ended"), [4, 2]);
}

#[test]
fn abbreviations_are_explained() {
    let questions = questions("en");
    let unexplained: Vec<_> = questions
        .iter()
        .map(|question| (&question.id, unexplained(question)))
        .filter(|(_, words)| !words.is_empty())
        .collect();
    assert!(
        unexplained.is_empty(),
        "explain them where they stand: {unexplained:#?}"
    );
    for (known, _) in KNOWN {
        let used = |question: &Question| {
            let mut texts = question.texts.iter();
            texts.any(|(_, text)| abbreviations(text).iter().any(|(letters, _)| letters == known))
        };
        assert!(questions.iter().any(used), "no question says {known} any more");
    }
}

#[test]
fn an_abbreviation_without_words_is_found() {
    let question = |help: &str| Question {
        id: "x".to_owned(),
        texts: vec![("help".to_owned(), help.to_owned())],
    };
    let found = |help| unexplained(&question(help)).into_iter().collect::<Vec<_>>();
    assert_eq!(
        found("Ask the DPO under the GDPR, by NIS2 or Annex III."),
        ["DPO", "GDPR", "NIS2"]
    );
    assert_eq!(found("Tools for CVs in the EU: ask your DPOs."), ["DPOs"]);
    assert!(found("Ask the data protection officer (DPO). NIS2 is a law. The DPO knows.").is_empty());
}

/// What CONTRIBUTING.md says of the ceilings is what holds.
#[test]
fn the_ceilings_are_written_down() {
    let guide = include_str!("../CONTRIBUTING.md");
    let [de, fr, es] = TRANSLATED.map(|(_, ceiling)| ceiling);
    for row in [
        format!("| words of a question | {} |", ENGLISH.question),
        format!(
            "| words of the longest sentence of a text | {} |",
            ENGLISH.sentence
        ),
        format!("| LIX of help, hints and example together | {} |", ENGLISH.beside),
        format!("| mean LIX of all questions and helps | {} |", ENGLISH.mean),
        format!("below {de} in German, {fr} in French and {es} in Spanish"),
    ] {
        assert!(guide.contains(&row), "CONTRIBUTING.md does not say: {row}");
    }
}
