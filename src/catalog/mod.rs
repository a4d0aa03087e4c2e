//! The catalogue: law, standard and sectors as typed, resolved data.
//!
//! Belongs here: the shapes the engine reads, the packed catalogue that the build writes from
//! `catalog/`, and the lookup of wording by id. Does not belong here: any evaluation (see
//! [`crate::engine`]) and any sentence shown to a person (see `catalog/wording/`).

mod builtin;
mod date;
mod model;
mod overlay;
mod plan;
mod wording;

pub use builtin::builtin;
pub use date::Date;
pub use model::{
    Applicability, Basis, Catalog, Certificate, Condition, Dated, Depth, Derogation, Effort, Fact, FactKind,
    Item, ItemKind, LawText, Legal, Milestone, Part, Penalty, Period, Phase, Reference, RoleFit, Rule,
    Sector, SectorLaw, Size, Source, SourceKind, SpecialFacts, Stage, Step, Tailoring, Term, Tier,
};
pub use overlay::{Addition, CallToAction, OverlayMark, PortalLink};
pub use plan::{
    AdviceReason, AdviceVerdict, Base, Duration, Emphasis, Framework, ItemList, Link, Modifier, Plan,
    PlanStep, Position, Prompt, Risk, Starter,
};
pub use wording::{FOREIGN, SOURCE_LANGUAGE, Texts, Unmarked, WordingKey, entries, fill, place, title};
