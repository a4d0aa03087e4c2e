// Questions that a deck of own cases brings in its file: its answers may name them, and the engine has to know them.

import { deckText } from './shape.js';

/** The part of a deck that changes the catalogue; it stays the same while cases are written. */
const foundation = ({ scenarios: _cases, exercises: _exercises, ...rest }) => rest;

/** Words and the number of a deck for the engine: `[words, number]`. A deck without questions has no number. */
export function merged(deck, glue, words) {
  if (!deck?.questions?.length) return [words, undefined];
  // The engine knows a text that it read before.
  const { number, texts = {} } = glue.engineReadOverlay(deckText(foundation(deck)), words);
  return [{ ...words, ...ownTexts(deck, texts) }, number];
}

/** Words of the questions; those that a file puts into the place of ours are for its own page. */
function ownTexts({ id }, texts) {
  return Object.fromEntries(Object.entries(texts).filter(([key]) => key.startsWith(`fact.${id}.`)));
}

/** Answers of a case by whose questions they are: `[ours, the deck's]`. */
export function byQuestions(deck, answers) {
  const own = new Set((deck?.questions ?? []).map(({ id }) => id));
  const only = (mine) => Object.fromEntries(Object.entries(answers).filter(([fact]) => own.has(fact) === mine));
  return [only(false), only(true)];
}
