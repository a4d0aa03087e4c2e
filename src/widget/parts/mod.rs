//! Parts that both apps are made of.

mod choices;
mod fact_field;

pub(crate) use choices::choices;
pub(crate) use fact_field::fact_field;
