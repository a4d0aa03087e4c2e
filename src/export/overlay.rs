//! Which overlays took part in a result, and what they add to a line.

use serde::Serialize;

use crate::catalog::Catalog;

/// An overlay that took part.
#[derive(Clone, Debug, Serialize)]
pub struct OverlayRecord {
    /// Stable id.
    pub id: &'static str,
    /// Version.
    pub version: &'static str,
    /// Name.
    pub name: &'static str,
}

/// What an overlay adds to a line.
#[derive(Clone, Debug, Serialize)]
pub struct AdditionRecord {
    /// Id of the overlay.
    pub overlay: &'static str,
    /// Ids of the vendor's controls.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub controls: &'static [&'static str],
    /// Places in the vendor's portal.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<PortalLinkRecord>,
    /// What proves it there.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub evidence: &'static [&'static str],
}

/// A place in a vendor's portal.
#[derive(Clone, Debug, Serialize)]
pub struct PortalLinkRecord {
    /// What is there.
    pub title: &'static str,
    /// Its address.
    pub url: &'static str,
}

/// The overlays that took part, in their order.
pub fn overlay_records(catalog: &Catalog) -> Vec<OverlayRecord> {
    let overlays = catalog.overlays.iter();
    overlays
        .map(|overlay| OverlayRecord {
            id: overlay.id,
            version: overlay.version,
            name: overlay.name,
        })
        .collect()
}

/// What overlays add to an item.
pub fn addition_records(catalog: &Catalog, item: &str) -> Vec<AdditionRecord> {
    let additions = catalog.additions(item);
    additions
        .map(|(overlay, addition)| AdditionRecord {
            overlay: overlay.id,
            controls: addition.controls,
            links: addition
                .links
                .iter()
                .map(|link| PortalLinkRecord {
                    title: link.title,
                    url: link.url,
                })
                .collect(),
            evidence: addition.evidence,
        })
        .collect()
}
