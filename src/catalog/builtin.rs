//! The catalogue packed into this build.

#[allow(
    unused_imports,
    reason = "the packed expression of the assessment names fewer of them"
)]
use super::{
    AdviceReason, AdviceVerdict, Applicability, Base, Basis, Catalog, Certificate, Condition, Date, Dated,
    Depth, Derogation, Duration, Effort, Emphasis, Fact, FactKind, Framework, Item, ItemKind, ItemList,
    LawText, Legal, Link, Milestone, Modifier, Part, Penalty, Period, Phase, Plan, PlanStep, Position,
    Prompt, Reference, Risk, RoleFit, Rule, Sector, SectorLaw, Size, Source, SourceKind, SpecialFacts, Stage,
    Starter, Step, Tailoring, Term, Tier,
};

/// The catalogue that `catalog/` was packed into when this was built. The module of the assessment, which
/// is the first that a visitor loads, leaves to that of the result what it does not ask for.
pub fn builtin() -> &'static Catalog {
    #[cfg(all(feature = "assess", not(feature = "result")))]
    static CATALOG: Catalog = include!(concat!(env!("OUT_DIR"), "/assessment.rs"));
    #[cfg(not(all(feature = "assess", not(feature = "result"))))]
    static CATALOG: Catalog = include!(concat!(env!("OUT_DIR"), "/catalog.rs"));
    &CATALOG
}
