// Where the focus is when a screen takes the place of another.

const controls = (stage) => [...stage.querySelectorAll('h2, button, input, select, textarea, summary')];

/** Puts a stage in the place of another. A focus that was in it goes to the same control of the new one. */
export function replace(before, stage) {
  const from = controls(before);
  const at = from.indexOf(before.getRootNode().activeElement);
  before.replaceWith(stage);
  const same = controls(stage)[at];
  if (same?.localName === from[at]?.localName) same?.focus({ preventScroll: true });
}

/** Where a person came to a screen, its heading takes the focus and comes into view. */
export function arrive(stage) {
  const heading = stage.querySelector('h2');
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView();
}
