//! Use cases that several tests start from, one for each tier.

use crate::case::Case;

/// A use that the Act applies to and that touches no practice, no area and no content: minimal.
pub(crate) const PLAIN: &str = "scope.ai_system yes; scope.exclusion none; practice.screen none; area.screen none; transparency.screen none";

/// What makes a use one that ranks CVs: high-risk.
pub(crate) const CV_RANKING: &str =
    "area.screen employment; employment.use select; filter.task more; organisation.changes none";

/// What makes a use one that prepares the ranking of CVs: listed, and spared.
pub(crate) const CV_SORTING: &str = "area.screen employment; employment.use select; filter.task preparatory; \
    filter.profiling no; filter.influence no; filter.larger_system no";

/// What makes a use a safety function of a road vehicle: high-risk through the product's own law.
pub(crate) const VEHICLE: &str =
    "area.screen products; product.law road-vehicles; product.function safety; product.third_party yes";

/// What makes a use publish deep fakes: limited.
pub(crate) const DEEP_FAKES: &str = "transparency.screen deepfake";

/// What makes a use prohibited.
pub(crate) const MANIPULATION: &str = "practice.screen manipulation; practice.manipulation_harm yes";

/// A minimal use in these roles.
pub(crate) fn plain(roles: &str) -> Case {
    Case::of(PLAIN).but(&["organisation.roles ", roles].concat())
}

/// The tiers that have a list of clauses and controls, each with what makes a minimal use one of it.
pub(crate) const TIERS: [(&str, &str); 6] = [
    ("out-of-scope", "scope.ai_system no"),
    ("minimal", ""),
    ("limited", DEEP_FAKES),
    ("exempt", CV_SORTING),
    ("high-sectoral", VEHICLE),
    ("high", CV_RANKING),
];
