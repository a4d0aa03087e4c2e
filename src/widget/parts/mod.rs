//! Parts that both apps are made of.

mod choices;
#[cfg(feature = "result")]
mod fact_field;
mod ladder;

pub(crate) use choices::choices;
#[cfg(feature = "result")]
pub(crate) use fact_field::fact_field;
pub(crate) use ladder::ladder;
