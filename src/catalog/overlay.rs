//! What an overlay leaves on a catalogue: its mark, and what it adds to items.
//!
//! The packed catalogue has none. They come with [`crate::overlay::merge`], and results name them.

use super::Catalog;

/// An overlay that a catalogue was merged with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OverlayMark {
    /// Stable id, the first part of all ids that it brought.
    pub id: &'static str,
    /// Version.
    pub version: &'static str,
    /// Name.
    pub name: &'static str,
    /// Language tag of its words.
    pub language: &'static str,
    /// What it adds to items, its own among them, each item once.
    pub additions: &'static [Addition],
    /// What it invites to at the end.
    pub call_to_action: Option<CallToAction>,
}

/// What an overlay adds to an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Addition {
    /// Id of the item.
    pub item: &'static str,
    /// Ids of the controls that the vendor has for it.
    pub controls: &'static [&'static str],
    /// Places in the vendor's portal.
    pub links: &'static [PortalLink],
    /// What proves it there, in words. For an item that the overlay brought it is among the item's texts.
    pub evidence: &'static [&'static str],
}

/// A place in a vendor's portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PortalLink {
    /// What is there.
    pub title: &'static str,
    /// Its address: `https:` or `mailto:`.
    pub url: &'static str,
}

/// What an overlay invites to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CallToAction {
    /// The invitation.
    pub text: &'static str,
    /// Where it leads: `https:` or `mailto:`; nowhere where the host listens.
    pub url: Option<&'static str>,
}

impl Catalog {
    /// The overlay that brought the fact or item with this id; none for those of the catalogue itself.
    pub fn overlay_of(&self, id: &str) -> Option<&'static OverlayMark> {
        self.overlays.iter().find(|overlay| {
            let rest = id.strip_prefix(overlay.id);
            rest.is_some_and(|rest| rest.starts_with('.'))
        })
    }

    /// What overlays add to an item, each with its overlay.
    pub fn additions(
        &self,
        item: &str,
    ) -> impl Iterator<Item = (&'static OverlayMark, &'static Addition)> + use<'_> {
        let item = item.to_owned();
        self.overlays.iter().flat_map(move |overlay| {
            let found = overlay.additions.iter().find(|addition| addition.item == item);
            found.map(|addition| (overlay, addition))
        })
    }
}
