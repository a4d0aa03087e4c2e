//! The catalogue packed into this build.

use super::{
    Applicability, Basis, Catalog, Certificate, Condition, Date, Dated, Depth, Derogation, Effort, Fact,
    FactKind, Item, ItemKind, LawText, Legal, Milestone, Part, Penalty, Period, Phase, Reference, RoleFit,
    Rule, Sector, SectorLaw, Size, Source, SourceKind, SpecialFacts, Stage, Step, Tailoring, Term, Tier,
};

/// The catalogue that `catalog/` was packed into when this was built.
pub fn builtin() -> &'static Catalog {
    static CATALOG: Catalog = include!(concat!(env!("OUT_DIR"), "/catalog.rs"));
    &CATALOG
}
