// Which cases and exercises of the deck are shown: all, or those that the page names, in its order.

/**
 * The deck with what `named` has, ids separated by spaces; `wrong` is told what is no id of the deck. An exercise can be
 * about a case that is not shown itself: `settings` are all of them.
 */
export function deckOf(deck, named, wrong) {
  const settings = deck.scenarios;
  const ids = [...new Set(named?.split(/\s+/).filter(Boolean))];
  if (ids.length === 0) return { ...deck, settings };
  const all = new Map([...deck.scenarios, ...deck.exercises].map((item) => [item.id, item]));
  const unknown = ids.filter((id) => !all.has(id));
  if (unknown.length > 0) wrong(`cases="${unknown.join(' ')}"`);
  const only = (list) => ids.map((id) => all.get(id)).filter((item) => list.includes(item));
  return { ...deck, settings, scenarios: only(deck.scenarios), exercises: only(deck.exercises) };
}
