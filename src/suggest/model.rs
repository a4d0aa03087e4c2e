//! The model file: what is in it, and reading it.
//!
//! In order: the magic bytes, of which the last is the version of the form; two groups of classes; the
//! cues; a checksum over everything before it. A group is its fact, its border of sureness, the worth of a
//! step, its classes, where they start, the numbers of its features, ascending, as gaps, and the weights
//! of each class in turn, one byte a feature. Numbers of fixed size are little endian; counts, lengths and
//! gaps have seven bits a byte.

use core::fmt;

/// First bytes of every model file; the last of them is the version of the form.
pub const MAGIC: &[u8; 8] = b"AIMSSUG\x01";

/// Why a model file cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ModelError {
    /// It does not begin like a model file.
    NotAModel,
    /// It is of another version of the form.
    Version,
    /// It ends too early, or its bytes are not those that were written.
    Damaged,
}

impl ModelError {
    /// A fixed name for programs.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotAModel => "model-unknown",
            Self::Version => "model-version",
            Self::Damaged => "model-damaged",
        }
    }
}

impl fmt::Display for ModelError {
    fn fmt(&self, form: &mut fmt::Formatter<'_>) -> fmt::Result {
        form.write_str(match self {
            Self::NotAModel => "this is not a model file",
            Self::Version => "the model file was made for another version of the program",
            Self::Damaged => "the model file is damaged",
        })
    }
}

impl core::error::Error for ModelError {}

/// Classes of which a text has one, and the fact that they answer.
#[derive(Clone, Debug)]
pub(super) struct Group {
    /// Id of the fact.
    pub(super) fact: String,
    /// From this score on a class is a likely answer.
    pub(super) sure: f32,
    /// Ids of the classes.
    pub(super) classes: Vec<String>,
    /// What each class starts from.
    pub(super) start: Vec<f32>,
    /// Worth of one step of a weight.
    pub(super) step: f32,
    /// Numbers of the features that count, ascending.
    pub(super) features: Vec<u32>,
    /// Weights of the first class for all features, then those of the second, and so on.
    pub(super) weights: Vec<i8>,
}

/// Words that make an answer likely.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    /// Id of the fact.
    pub(super) fact: String,
    /// The value.
    pub(super) value: String,
    /// Folded words; `_` is the border of a word.
    pub(super) words: Vec<String>,
}

/// A trained model.
#[derive(Clone, Debug)]
pub struct Model {
    /// Sectors, then areas.
    pub(super) groups: [Group; 2],
    /// Cues for answers.
    pub(super) cues: Vec<Cue>,
}

impl Model {
    /// Reads a model file.
    pub fn read(file: &[u8]) -> Result<Self, ModelError> {
        let (name, version) = (MAGIC.get(..7), MAGIC.get(7));
        if file.get(..7) != name {
            return Err(ModelError::NotAModel);
        }
        if file.get(7) != version {
            return Err(ModelError::Version);
        }
        Self::read_parts(file).ok_or(ModelError::Damaged)
    }

    fn read_parts(file: &[u8]) -> Option<Self> {
        let (body, sum) = file.split_last_chunk::<4>()?;
        if checksum(body) != u32::from_le_bytes(*sum) {
            return None;
        }
        let mut rest = Rest(body.get(MAGIC.len()..)?);
        let groups = [rest.group()?, rest.group()?];
        let mut cues = Vec::new();
        for _ in 0..rest.gap()? {
            let (fact, value) = (rest.text()?, rest.text()?);
            let words = rest.texts()?;
            cues.push(Cue { fact, value, words });
        }
        rest.0.is_empty().then_some(Self { groups, cues })
    }
}

/// FNV-1a over bytes: finds damage, not malice.
pub fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    })
}

/// What is still unread.
struct Rest<'a>(&'a [u8]);

impl Rest<'_> {
    fn bytes(&mut self, many: usize) -> Option<&[u8]> {
        let (taken, rest) = self.0.split_at_checked(many)?;
        self.0 = rest;
        Some(taken)
    }

    /// A number in groups of seven bits, lowest first; the high bit says that more follow.
    fn gap(&mut self) -> Option<u32> {
        let mut number = 0_u32;
        for shift in [0, 7, 14, 21] {
            let byte = u32::from(*self.bytes(1)?.first()?);
            number |= (byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    fn float(&mut self) -> Option<f32> {
        let number = f32::from_le_bytes(*self.bytes(4)?.first_chunk()?);
        number.is_finite().then_some(number)
    }

    fn text(&mut self) -> Option<String> {
        let length = usize::try_from(self.gap()?).ok()?;
        let text = core::str::from_utf8(self.bytes(length)?).ok()?;
        Some(text.to_owned())
    }

    fn texts(&mut self) -> Option<Vec<String>> {
        let many = self.gap()?;
        (0..many).map(|_| self.text()).collect()
    }

    fn group(&mut self) -> Option<Group> {
        let fact = self.text()?;
        let sure = self.float()?;
        let step = self.float()?;
        let classes = self.texts()?;
        let start = classes.iter().map(|_| self.float()).collect::<Option<_>>()?;
        let mut features = Vec::new();
        let mut last = 0_u32;
        for _ in 0..self.gap()? {
            last = last.checked_add(self.gap()?)?;
            features.push(last);
        }
        let bytes = self.bytes(classes.len().checked_mul(features.len())?)?;
        let weights = bytes.iter().map(|byte| byte.cast_signed()).collect();
        Some(Group {
            fact,
            sure,
            step,
            classes,
            start,
            features,
            weights,
        })
    }
}
