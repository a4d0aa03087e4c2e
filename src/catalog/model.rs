//! The resolved catalogue: total, indexed, checked by the build. The engine sees only this.
//!
//! Every cross reference is an index into a list of the same [`Catalog`]; the build proves that
//! each one exists. Lists keep the order of the files, which is the order of display.

use super::{Date, OverlayMark, Plan};

/// Everything the engine knows about law, standard and sectors.
#[derive(Clone, Debug)]
pub struct Catalog {
    /// Stable id of the catalogue.
    pub id: &'static str,
    /// Version of the catalogue (semver), independent of the package version.
    pub version: &'static str,
    /// SHA-256 over everything packed here (all but the wording), as lower-case hex: part of every receipt.
    pub digest: &'static str,
    /// Overlays that added to it, in their order; none as it is packed.
    pub overlays: &'static [OverlayMark],
    /// Versions of the Act's text, oldest first.
    pub law_texts: &'static [LawText],
    /// Legal and other sources a rule may cite.
    pub sources: &'static [Source],
    /// Dates on which duties start, each with its history.
    pub milestones: &'static [Milestone],
    /// Facts, in the order in which they are asked.
    pub facts: &'static [Fact],
    /// Named conditions.
    pub terms: &'static [Term],
    /// Order in which facts and terms are evaluated, so that each sees what it depends on.
    pub schedule: &'static [Step],
    /// Rules that lower another rule's tier.
    pub derogations: &'static [Derogation],
    /// Rules.
    pub rules: &'static [Rule],
    /// Flags that rules can raise.
    pub flags: &'static [&'static str],
    /// Ceilings of fines.
    pub penalties: &'static [Penalty],
    /// Laws that apply beside the Act in some sector.
    pub sector_laws: &'static [SectorLaw],
    /// What each sector changes, in the order of the values of the sectors fact.
    pub sectors: &'static [Sector],
    /// Checklist items.
    pub items: &'static [Item],
    /// How a tier changes controls.
    pub tailoring: &'static [Tailoring],
    /// What stands around the items.
    pub plan: Plan,
    /// Facts with a part of their own in results.
    pub special: SpecialFacts,
}

/// A version of the Act's text and the day from which it is in force.
#[derive(Clone, Copy, Debug)]
pub struct LawText {
    /// First day on which this text is in force.
    pub from: Date,
    /// Index of the source that holds it.
    pub source: u16,
}

/// A cited document. Its title and address are wording: `source.<id>.title` and `.url`.
#[derive(Clone, Copy, Debug)]
pub struct Source {
    /// Stable id.
    pub id: &'static str,
    /// Short name put before an article number, such as `AI Act`.
    pub short: &'static str,
    /// What weight it has.
    pub kind: SourceKind,
    /// Day of the version cited.
    pub date: Date,
}

/// What a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceKind {
    /// Binding law.
    Law,
    /// Adopted guidance of the Commission.
    Guideline,
    /// Guidance published as a draft.
    DraftGuideline,
    /// A bill that is no law yet.
    Bill,
    /// A judgment.
    CaseLaw,
    /// A standard.
    Standard,
}

/// How firm a rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The text of the law.
    Law,
    /// Adopted guidance.
    Guideline,
    /// Draft guidance, which may change.
    DraftGuideline,
    /// Our own reading, which no source confirms.
    OwnJudgement,
}

impl Basis {
    /// Stable id, as in the catalogue files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Law => "law",
            Self::Guideline => "guideline",
            Self::DraftGuideline => "draft-guideline",
            Self::OwnJudgement => "own-judgement",
        }
    }
}

/// A date on which duties start. The date itself can change when the law is amended.
#[derive(Clone, Copy, Debug)]
pub struct Milestone {
    /// Stable id.
    pub id: &'static str,
    /// What the law in force from `from` names as the date, oldest first.
    pub history: &'static [Dated],
}

impl Milestone {
    /// The date named by the text in force on `as_of`; `None` before there was one.
    pub fn as_of(&self, as_of: Date) -> Option<Date> {
        self.history
            .iter()
            .rev()
            .find(|entry| entry.from <= as_of)
            .map(|entry| entry.value)
    }
}

/// A date as the text in force from a certain day names it.
#[derive(Clone, Copy, Debug)]
pub struct Dated {
    /// First day of the text that names the date.
    pub from: Date,
    /// The date it names.
    pub value: Date,
}

/// When a rule is part of the law in force: from `from` until the day before `until`.
#[derive(Clone, Copy, Debug)]
pub struct Period {
    /// First day.
    pub from: Date,
    /// First day on which it is gone, if it ends.
    pub until: Option<Date>,
}

impl Period {
    /// Whether `day` lies inside.
    pub fn contains(self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day < until)
    }
}

/// A typed statement about the use case.
#[derive(Clone, Copy, Debug)]
pub struct Fact {
    /// Stable id, such as `employment.use`.
    pub id: &'static str,
    /// How it is answered.
    pub kind: FactKind,
    /// Value ids, at most 31. A yes-no fact has `no` and `yes`.
    pub values: &'static [&'static str],
    /// Under which condition it arises at all.
    pub ask_when: Condition,
    /// Which part of the journey asks it.
    pub part: Part,
    /// Topic heading it belongs to.
    pub topic: &'static str,
}

impl Fact {
    /// The ids of the values whose bits are set in `mask`, in order.
    pub fn value_ids(&self, mask: u32) -> impl Iterator<Item = &'static str> + use<> {
        (0..)
            .zip(self.values)
            .filter(move |(bit, _)| mask >> bit & 1 == 1)
            .map(|(_, id)| *id)
    }
}

/// How a fact is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactKind {
    /// `no` or `yes`.
    YesNo,
    /// One of the values.
    One,
    /// Any number of the values; an empty list says that none applies.
    Many,
}

impl FactKind {
    /// Stable id, as in the catalogue files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::YesNo => "yes-no",
            Self::One => "one",
            Self::Many => "many",
        }
    }
}

/// Which part of the journey a fact belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Asked on the way to the tier.
    Classify,
    /// Offered behind the result, for who wants to look further.
    Extra,
    /// Asked beside the checklist, to tailor it.
    Checklist,
}

/// A condition over facts, evaluated in three-valued logic.
#[derive(Clone, Copy, Debug)]
pub enum Condition {
    /// Holds when every part holds; with no parts it always holds.
    All(&'static [Condition]),
    /// Holds when at least one part holds; with no parts it never holds.
    Any(&'static [Condition]),
    /// Holds when the part does not.
    Not(&'static Condition),
    /// The fact has at least one of the values in the bit mask.
    Is {
        /// Index of the fact.
        fact: u16,
        /// Bit `n` stands for the fact's value `n`.
        values: u32,
    },
    /// The named condition holds.
    Term(u16),
}

impl Condition {
    /// The condition that always holds.
    pub const ALWAYS: Self = Self::All(&[]);
}

/// A named condition, so that rules share it.
#[derive(Clone, Copy, Debug)]
pub struct Term {
    /// Stable id.
    pub id: &'static str,
    /// What it stands for.
    pub when: Condition,
}

/// One step of the evaluation order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Find whether fact `n` arises.
    Fact(u16),
    /// Evaluate term `n`.
    Term(u16),
}

/// Risk tiers, lowest first. A result carries the highest that applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// The Act does not apply.
    OutOfScope,
    /// No duty beyond AI literacy.
    Minimal,
    /// Transparency duties of Art 50.
    Limited,
    /// In Annex III but not high-risk by Art 6(3).
    Exempt,
    /// High-risk through a product act of Annex I section B: duties come through that act.
    HighSectoral,
    /// High-risk.
    High,
    /// Prohibited by Art 5.
    Prohibited,
}

impl Tier {
    /// All tiers, lowest first.
    pub const ALL: [Self; 7] = [
        Self::OutOfScope,
        Self::Minimal,
        Self::Limited,
        Self::Exempt,
        Self::HighSectoral,
        Self::High,
        Self::Prohibited,
    ];

    /// Stable id: `out-of-scope`, `minimal`, `limited`, `exempt`, `high-sectoral`, `high`, `prohibited`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::OutOfScope => "out-of-scope",
            Self::Minimal => "minimal",
            Self::Limited => "limited",
            Self::Exempt => "exempt",
            Self::HighSectoral => "high-sectoral",
            Self::High => "high",
            Self::Prohibited => "prohibited",
        }
    }
}

/// A place in a source, such as `Art 6(2)` of the Act.
#[derive(Clone, Copy, Debug)]
pub struct Reference {
    /// Index of the source.
    pub source: u16,
    /// Place inside it.
    pub at: &'static str,
    /// Anchor of that place in the source's address, empty where there is none.
    pub anchor: &'static str,
}

/// What rules, derogations and penalties share: where one stands in the law, how firmly and when.
#[derive(Clone, Copy, Debug)]
pub struct Legal {
    /// Where it stands in the law.
    pub references: &'static [Reference],
    /// How firm it is.
    pub basis: Basis,
    /// When it is part of the law.
    pub in_force: Period,
    /// Index of the milestone at which its duties start.
    pub milestone: Option<u16>,
}

/// A rule that lowers the tier of another rule, as Art 6(3) does for Annex III.
#[derive(Clone, Copy, Debug)]
pub struct Derogation {
    /// Stable id.
    pub id: &'static str,
    /// When it applies.
    pub when: Condition,
    /// The tier that remains.
    pub to: Tier,
    /// Flags raised where it lowers a rule that holds.
    pub flags: &'static [u16],
    /// Where it stands in the law, how firmly and when.
    pub legal: Legal,
}

/// A rule of the catalogue.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Stable id, such as `annex_iii.4.a`. Never reused.
    pub id: &'static str,
    /// When it holds.
    pub when: Condition,
    /// The tier it leads to, if it is about a tier.
    pub tier: Option<Tier>,
    /// Index of the derogation that may lower the tier.
    pub derogation: Option<u16>,
    /// Flags it raises.
    pub flags: &'static [u16],
    /// Operator roles it adds, as a bit mask over the values of the roles fact.
    pub adds_roles: u32,
    /// Index of the rule whose point this one explains a use to be outside of. It holds only where that
    /// one surely does not.
    pub outside_of: Option<u16>,
    /// Whether it waits for a fact of the extra part: until that is answered it is no news.
    pub extra: bool,
    /// Where it stands in the law, how firmly and when.
    pub legal: Legal,
}

/// A ceiling of fines.
#[derive(Clone, Copy, Debug)]
pub struct Penalty {
    /// Stable id.
    pub id: &'static str,
    /// Fixed ceiling in euros, if there is one.
    pub amount_eur: Option<u64>,
    /// Ceiling in percent of the worldwide yearly turnover, if there is one.
    pub percent: Option<u8>,
    /// Whether the lower of the two counts: for large organisations, small mid-caps, and SMEs.
    pub lower: [bool; 3],
    /// Tiers to which it belongs, as a bit mask over [`Tier`].
    pub tiers: u8,
    /// Flags to which it belongs.
    pub flags: &'static [u16],
    /// Where it stands in the law, how firmly and when; its milestone is the day from which it can be
    /// imposed.
    pub legal: Legal,
}

/// A law that applies beside the Act in some sector. Its name and address are wording.
#[derive(Clone, Copy, Debug)]
pub struct SectorLaw {
    /// Stable id.
    pub id: &'static str,
    /// Whether its name and content were confirmed at the source.
    pub confirmed: bool,
}

/// What a sector changes.
#[derive(Clone, Copy, Debug)]
pub struct Sector {
    /// Areas often touched there, as a bit mask over the areas fact.
    pub areas: u32,
    /// Practices worth a second look there, as a bit mask over the practices fact.
    pub practices: u32,
    /// Laws that apply beside the Act, as indices into [`Catalog::sector_laws`].
    pub laws: &'static [u16],
    /// Ids of the checklist items that the sector stresses.
    pub stressed: &'static [&'static str],
}

/// A line of the checklist.
#[derive(Clone, Copy, Debug)]
pub struct Item {
    /// Stable id: the clause or control number, or `act.…`.
    pub id: &'static str,
    /// What is shown as the number: `6.1.2`, `A.6.2.8`, `Art 26(2)`.
    pub reference: &'static str,
    /// Short title.
    pub title: &'static str,
    /// What it is.
    pub kind: ItemKind,
    /// Heading it stands under: `4` to `10`, `A.2` to `A.10`, `act`, `stop`.
    pub group: &'static str,
    /// Phase of Plan-Do-Check-Act.
    pub phase: Phase,
    /// Owner role.
    pub owner: &'static str,
    /// Whether the standard itself asks for documented information (clauses).
    pub documented: bool,
    /// Set-up effort, where there is a figure.
    pub effort: Option<Effort>,
    /// Share of the effort that held certificates save: value of the certificates fact, percent.
    pub reuse: &'static [Certificate],
    /// How a control fits each operator role; all applicable for clauses.
    pub role_fit: RoleFit,
    /// Whether it is done for each AI system, and not once for the organisation.
    pub per_system: bool,
    /// Sectors that put it on the list, as a bit mask over the sectors fact; 0 is any.
    pub sectors: u32,
    /// What must hold beside, or be open, for it to be on the list.
    pub when: Option<Condition>,
    /// Ids of the items that it makes concrete.
    pub links: &'static [&'static str],
    /// Whether its legal driver was confirmed at a source.
    pub confirmed: bool,
    /// Life-cycle stages it belongs to.
    pub stages: &'static [Stage],
    /// Tiers that put it on the list, as a bit mask over [`Tier`].
    pub tiers: u8,
    /// Roles that put it on the list, as a bit mask over the roles fact; 0 is any.
    pub roles: u32,
    /// Rules or derogations of which one must hold; empty is no such condition.
    pub because: &'static [&'static str],
    /// Rules of which the first that holds dates the duty, where those of `because` name no day.
    pub dated_by: &'static [&'static str],
    /// When the duty starts.
    pub milestone: Option<&'static str>,
    /// How firm it is.
    pub basis: Basis,
    /// 1 first, 2 next, 3 later: at high, limited, minimal.
    pub priority: [u8; 3],
}

/// What a checklist item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemKind {
    /// A leaf clause of clauses 4 to 10. Never tailored out.
    Clause,
    /// A control of Annex A.
    Control,
    /// A duty of the Act.
    Act,
    /// What a sector, or a small organisation, has to do beside.
    Sector,
    /// What an overlay adds.
    Overlay,
}

impl ItemKind {
    /// Stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Clause => "clause",
            Self::Control => "control",
            Self::Act => "act",
            Self::Sector => "sector",
            Self::Overlay => "overlay",
        }
    }
}

/// Phase of Plan-Do-Check-Act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Plan.
    Plan,
    /// Do.
    Do,
    /// Check.
    Check,
    /// Act.
    Act,
}

impl Phase {
    /// Stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Do => "do",
            Self::Check => "check",
            Self::Act => "act",
        }
    }
}

/// Stage of an AI system's life (ISO/IEC 22989).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Organisation-wide, not tied to a system.
    Organisation,
    /// Inception.
    Inception,
    /// Design and development.
    Design,
    /// Verification and validation.
    Validation,
    /// Deployment.
    Deployment,
    /// Operation and monitoring.
    Operation,
    /// Continuous validation.
    ContinuousValidation,
    /// Re-evaluation.
    ReEvaluation,
    /// Retirement.
    Retirement,
}

impl Stage {
    /// Stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Inception => "inception",
            Self::Design => "design",
            Self::Validation => "validation",
            Self::Deployment => "deployment",
            Self::Operation => "operation",
            Self::ContinuousValidation => "continuous-validation",
            Self::ReEvaluation => "re-evaluation",
            Self::Retirement => "retirement",
        }
    }
}

/// Organisation size bands used for effort.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// Fewer than 50 staff.
    Small,
    /// 50 to 749 staff.
    Medium,
    /// 750 staff or more.
    Large,
}

/// Set-up effort in half person-days: low and high, for small, medium and large organisations.
#[derive(Clone, Copy, Debug)]
pub struct Effort {
    /// `[low, high]` for each [`Size`].
    pub half_days: [[u16; 2]; 3],
}

/// What a held certificate saves on an item.
#[derive(Clone, Copy, Debug)]
pub struct Certificate {
    /// Value id of the certificates fact.
    pub id: &'static str,
    /// Percent of the set-up effort saved.
    pub percent: u8,
}

/// How far a control fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Applicability {
    /// May be excluded with the reason given.
    Excludable,
    /// Depends on what the organisation does; decide and record why.
    Conditional,
    /// Needed.
    Applicable,
}

impl Applicability {
    /// Stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Excludable => "excludable",
            Self::Conditional => "conditional",
            Self::Applicable => "applicable",
        }
    }
}

/// How deep an item goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// A short version is enough.
    Light,
    /// The normal version.
    Standard,
    /// The full version.
    Full,
}

impl Depth {
    /// Stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Standard => "standard",
            Self::Full => "full",
        }
    }
}

/// How a control fits the three kinds of organisation, with the depth each needs at least.
#[derive(Clone, Copy, Debug)]
pub struct RoleFit {
    /// Developers and providers.
    pub provider: (Applicability, Depth),
    /// Deployers that configure or connect the system.
    pub deployer: (Applicability, Depth),
    /// Organisations that use an off-the-shelf tool as it comes.
    pub user: (Applicability, Depth),
}

/// How a tier changes controls.
#[derive(Clone, Copy, Debug)]
pub struct Tailoring {
    /// The tier.
    pub tier: Tier,
    /// Whether conditional controls become applicable.
    pub conditional_applies: bool,
    /// Depth of controls in general.
    pub depth: Depth,
    /// Controls with a depth of their own at this tier.
    pub emphasised: &'static [&'static str],
    /// That depth.
    pub emphasis: Depth,
    /// Which of the three wordings (high, limited, minimal) speaks to this tier: `0`, `1`, `2`.
    pub wording: u8,
}

/// Facts that results and the checklist read by name.
#[derive(Clone, Copy, Debug)]
pub struct SpecialFacts {
    /// Operator roles (many).
    pub roles: u16,
    /// Value of `roles` that is the provider.
    pub provider: u8,
    /// Value of `roles` that is the deployer.
    pub deployer: u8,
    /// Sectors (many).
    pub sectors: u16,
    /// Number of AI systems (one).
    pub systems: u16,
    /// Traits of the use case (many).
    pub traits: u16,
    /// Stage of life of the use case (one).
    pub stage: u16,
    /// Organisation size (one); its values name the effort band in `sizes`.
    pub size: u16,
    /// Effort band of each value of `size`.
    pub sizes: &'static [Size],
    /// Legal size class of each value of `size`: 0 large, 1 small mid-cap, 2 SME, as in [`Penalty::lower`].
    pub size_classes: &'static [u8],
    /// Certificates held (many).
    pub certificates: u16,
    /// Off-the-shelf tool used as it comes (yes-no).
    pub off_the_shelf: u16,
    /// The term that says that the Act applies.
    pub in_scope: u16,
    /// Areas of Annex III and of product law (many).
    pub areas: u16,
    /// Practices of Art 5 (many).
    pub practices: u16,
    /// Places outside the Union whose law is asked about (many).
    pub places: u16,
}
