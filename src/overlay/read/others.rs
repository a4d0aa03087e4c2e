//! Reads words in the place of ours, and the call to action.

use super::Reader;
use crate::overlay::limits::{LONG_TEXT, MOST_WORDING, SHORT_TEXT};
use crate::overlay::model::Call;
use crate::overlay::shape;
use crate::overlay::wording::{Standing, placeholders, standing};
use crate::reading::Node;
use crate::reading::did_you_mean;

/// What may be replaced, for hints.
const REPLACEABLE: &str = "texts of the interface (`ui.…`), headings (`topic.…`), names of owners (`owner.…`), \
                           words about sectors (`sector.…`) and examples of questions (`fact.….example`)";

impl Reader<'_> {
    pub(super) fn wording(&mut self, node: Option<Node<'_>>) -> Vec<(String, String)> {
        let Some(node) = node else {
            return Vec::new();
        };
        let mut found = Vec::new();
        for (key, part) in self.mistakes.entries(&node, MOST_WORDING) {
            let replaceable = self.replaceable(key, &part);
            if let Some(text) = self.mistakes.text(&part, LONG_TEXT)
                && replaceable
            {
                self.same_placeholders(key, &text, &part);
                found.push((key.to_owned(), text));
            }
        }
        found
    }

    /// Whether there is a text with this key that is not ours alone to say.
    fn replaceable(&mut self, key: &str, node: &Node<'_>) -> bool {
        let known = self.known.words.is_none_or(|words| words.contains_key(key));
        match standing(self.known.catalog, key) {
            Standing::Open if known => true,
            Standing::Core => {
                let message = ["`", key, "` is part of the legal core and stays as it is"].concat();
                let hint = ["what can be replaced: ", REPLACEABLE].concat();
                self.mistakes.note("legal-core", &node.place, message, hint);
                false
            }
            Standing::Open | Standing::Unknown => {
                let words = self.known.words.into_iter().flat_map(|words| words.keys());
                let open = words
                    .map(String::as_str)
                    .filter(|known| standing(self.known.catalog, known) == Standing::Open);
                let hint = did_you_mean(key, open)
                    .unwrap_or_else(|| ["what can be replaced: ", REPLACEABLE].concat());
                let message = ["there is no text `", key, "`"].concat();
                self.mistakes.note("unknown-wording", &node.place, message, hint);
                false
            }
        }
    }

    /// What is filled into ours is filled into theirs.
    fn same_placeholders(&mut self, key: &str, text: &str, node: &Node<'_>) {
        let Some(ours) = self.known.words.and_then(|words| words.get(key)) else {
            return;
        };
        let (wanted, given) = (placeholders(ours), placeholders(text));
        if wanted == given {
            return;
        }
        let message = "the text has other placeholders than ours";
        let hint = if wanted.is_empty() {
            "ours has none".to_owned()
        } else {
            let wanted: Vec<String> = wanted.iter().map(|name| ["{", name, "}"].concat()).collect();
            ["ours has ", &wanted.join(", ")].concat()
        };
        self.mistakes.note("placeholder", &node.place, message, hint);
    }

    pub(super) fn call(&mut self, node: Option<Node<'_>>) -> Option<Call> {
        let fields = self.mistakes.object(&node?, &shape::CALL)?;
        let text = self.mistakes.field(fields.get("text"), SHORT_TEXT);
        let url = self.mistakes.address(fields.get("url"));
        Some(Call { text: text?, url })
    }
}
