//! What tier, role, size, sector, certificates, traits and number of systems do to the list, rule by rule.

mod certificates;
mod controls;
mod duties;
mod emphasis;
mod links;
mod sector_conditions;
mod sectors;
mod systems;
mod tiers;

use aims_readiness::engine::Line;

/// Applicability, depth and reason of a line.
fn told(line: &Line) -> String {
    let (applicability, depth) = (line.applicability.id(), line.depth.id());
    [applicability, depth, line.reason.code()].join(" ")
}
