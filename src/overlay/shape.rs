//! The keys that each object of an overlay has. The published schema says the same.

use crate::reading::Shape;

/// The whole.
pub(super) const OVERLAY: Shape = Shape {
    name: "overlay",
    needs: &["schema", "id", "version", "name"],
    takes: &[
        "$schema",
        "language",
        "requires",
        "additions",
        "questions",
        "items",
        "wording",
        "call_to_action",
        "scenarios",
        "exercises",
    ],
};

/// What belongs to an item of the catalogue.
pub(super) const ADDITION: Shape = Shape {
    name: "addition",
    needs: &[],
    takes: &["controls", "links", "evidence"],
};

/// A place in the portal.
pub(super) const LINK: Shape = Shape {
    name: "link",
    needs: &["title", "url"],
    takes: &[],
};

/// A question.
pub(super) const QUESTION: Shape = Shape {
    name: "question",
    needs: &["id", "kind", "question", "help"],
    takes: &["example", "values", "when"],
};

/// A value of a question.
pub(super) const VALUE: Shape = Shape {
    name: "value",
    needs: &["id", "words"],
    takes: &["hint"],
};

/// An item.
pub(super) const ITEM: Shape = Shape {
    name: "item",
    needs: &["id", "title", "do"],
    takes: &[
        "ref",
        "why",
        "tasks",
        "pitfall",
        "group",
        "owner",
        "phase",
        "priority",
        "effort_days",
        "per",
        "when",
        "controls",
        "links",
        "evidence",
    ],
};

/// The call to action.
pub(super) const CALL: Shape = Shape {
    name: "call_to_action",
    needs: &["text"],
    takes: &["url"],
};

/// A case of a workshop.
pub(super) const SCENARIO: Shape = Shape {
    name: "scenario",
    needs: &["id", "title", "story", "answers"],
    takes: &[
        "missing",
        "mistake",
        "prompts",
        "domains",
        "difficulty",
        "minutes",
        "as_of",
    ],
};

/// A wrong answer that people commonly give.
pub(super) const MISTAKE: Shape = Shape {
    name: "mistake",
    needs: &["tier", "why"],
    takes: &[],
};

/// An exercise of a workshop.
pub(super) const EXERCISE: Shape = Shape {
    name: "exercise",
    needs: &["id", "kind", "title", "story"],
    takes: &[
        "note",
        "prompts",
        "domains",
        "difficulty",
        "minutes",
        "scenario",
        "answers",
        "controls",
        "findings",
    ],
};

/// Something that an auditor found.
pub(super) const FINDING: Shape = Shape {
    name: "finding",
    needs: &["id", "item", "grade", "text", "reason"],
    takes: &[],
};

/// All of them.
pub const SHAPES: [Shape; 11] = [
    OVERLAY, ADDITION, LINK, QUESTION, VALUE, ITEM, CALL, SCENARIO, MISTAKE, EXERCISE, FINDING,
];
