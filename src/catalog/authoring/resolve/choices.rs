//! Closed vocabularies of the catalogue files, with the name of the variant each word stands for.

/// Words and the names of their variants.
pub type Choices = &'static [(&'static str, &'static str)];

/// Tier ids, lowest first, with the name of the variant.
pub const TIERS: Choices = &[
    ("out-of-scope", "OutOfScope"),
    ("minimal", "Minimal"),
    ("limited", "Limited"),
    ("exempt", "Exempt"),
    ("high-sectoral", "HighSectoral"),
    ("high", "High"),
    ("prohibited", "Prohibited"),
];
pub const KINDS: Choices = &[("yes-no", "YesNo"), ("one", "One"), ("many", "Many")];
pub const PARTS: Choices = &[
    ("classify", "Classify"),
    ("extra", "Extra"),
    ("checklist", "Checklist"),
];
pub const BASES: Choices = &[
    ("law", "Law"),
    ("guideline", "Guideline"),
    ("draft-guideline", "DraftGuideline"),
    ("own-judgement", "OwnJudgement"),
];
pub const SOURCE_KINDS: Choices = &[
    ("law", "Law"),
    ("guideline", "Guideline"),
    ("draft-guideline", "DraftGuideline"),
    ("bill", "Bill"),
    ("case-law", "CaseLaw"),
    ("standard", "Standard"),
];
/// Which of two ceilings counts.
pub const CEILINGS: Choices = &[("higher", "Higher"), ("lower", "Lower")];
/// How sure it is that a law of a sector is named rightly.
pub const CONFIDENCES: Choices = &[("confirmed", "Confirmed"), ("from-memory", "FromMemory")];
pub const ITEM_KINDS: Choices = &[
    ("clause", "Clause"),
    ("control", "Control"),
    ("act", "Act"),
    ("sector", "Sector"),
];
pub const PHASES: Choices = &[("plan", "Plan"), ("do", "Do"), ("check", "Check"), ("act", "Act")];
pub const DEPTHS: Choices = &[("light", "Light"), ("standard", "Standard"), ("full", "Full")];
pub const SIZES: Choices = &[("small", "Small"), ("medium", "Medium"), ("large", "Large")];
/// Size classes of the Act, with their place in a penalty.
pub const SIZE_CLASSES: Choices = &[("large", "0"), ("midcap", "1"), ("sme", "2")];
pub const FITS: Choices = &[
    ("applicable", "Applicable"),
    ("conditional", "Conditional"),
    ("light", "Applicable"),
    ("excludable", "Excludable"),
];
pub const STAGES: Choices = &[
    ("organisation", "Organisation"),
    ("inception", "Inception"),
    ("design", "Design"),
    ("validation", "Validation"),
    ("deployment", "Deployment"),
    ("operation", "Operation"),
    ("continuous-validation", "ContinuousValidation"),
    ("re-evaluation", "ReEvaluation"),
    ("retirement", "Retirement"),
];
/// Statuses of an item, in the order of progress, with their variants.
pub const STATUSES: Choices = &[
    ("not-started", "NotStarted"),
    ("planned", "Planned"),
    ("partial", "Partial"),
    ("implemented", "Implemented"),
    ("verified", "Verified"),
];
/// Sides of a reason for or against a certificate.
pub const SIDES: Choices = &[("for", "for"), ("against", "against")];
/// Levels of training.
pub const TRAININGS: Choices = &[
    ("awareness", "awareness"),
    ("foundation", "foundation"),
    ("lead-implementer", "lead-implementer"),
    ("lead-auditor", "lead-auditor"),
];
