//! The catalogue packed into this build.

use super::{
    AdviceReason, AdviceVerdict, Applicability, Base, Basis, Catalog, Certificate, Condition, Date, Dated,
    Depth, Derogation, Duration, Effort, Emphasis, Fact, FactKind, Framework, Item, ItemKind, ItemList,
    LawText, Legal, Link, Milestone, Modifier, Part, Penalty, Period, Phase, Plan, PlanStep, Position,
    Reference, RoleFit, Rule, Sector, SectorLaw, Size, Source, SourceKind, SpecialFacts, Stage, Step,
    Tailoring, Term, Tier,
};

/// The catalogue that `catalog/` was packed into when this was built.
pub fn builtin() -> &'static Catalog {
    static CATALOG: Catalog = include!(concat!(env!("OUT_DIR"), "/catalog.rs"));
    &CATALOG
}
