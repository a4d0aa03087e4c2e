// What the reader says of a deck of own cases, and the part of it that can be used while some of it is being written.

import { deckText } from './shape.js';

/** A case or an exercise by its place: `['scenarios', 3]`. */
export function taskAt(place) {
  const [, list, at] = /^\/(scenarios|exercises)\/(\d+)(?:\/|$)/.exec(place) ?? [];
  return list ? [list, Number(at)] : undefined;
}

/** A deck without the cases and exercises that have mistakes; nothing where others are wrong with it. */
function without(deck, mistakes) {
  const places = mistakes.map(({ place }) => taskAt(place));
  if (places.some((place) => !place)) return undefined;
  const left = (list) => (deck[list] ?? []).filter((_, index) => !places.some(([of, at]) => of === list && at === index));
  return { ...deck, scenarios: left('scenarios'), exercises: left('exercises') };
}

const NOTHING = { scenarios: [], exercises: [] };

/**
 * Checks a deck: `{mistakes, deck, doubts}`, all mistakes of the whole, the sound part of it as the workshop shows
 * it, and what speaks against its cases, by their ids.
 */
export function checked(desk, deck) {
  const check = (asOf) => desk.visit.asked((glue, words) => {
    const said = (part) => glue.engineCheckDeck(deckText(part), asOf, words);
    const whole = said(deck);
    let part = deck;
    let found = whole;
    // An exercise may lose its setting, so it is looked at again.
    while (found.mistakes.length > 0) {
      part = without(part, found.mistakes);
      if (!part) return { mistakes: whole.mistakes, deck: NOTHING, doubts: {} };
      found = said(part);
    }
    return { mistakes: whole.mistakes, deck: found.deck, doubts: Object.fromEntries(found.deck.scenarios.map(({ id }, index) => [id, found.doubts[index]])) };
  });
  return check(desk.visit.asOf()).catch((error) => {
    if (error?.code !== 'as-of') throw error;
    // A day without law is the mistake of the page; the deck is sound or not today too.
    return check(desk.today);
  });
}
