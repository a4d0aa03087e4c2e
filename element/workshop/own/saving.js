// Hands over the deck as a file.

import { checked } from './sound.js';
import { deckText } from './shape.js';

/** Saves the deck; whether it could be: a file with mistakes opens nowhere. */
export async function saveDeck(desk) {
  const { deck } = desk.own;
  const { mistakes } = await checked(desk, deck);
  if (mistakes.length > 0) return false;
  desk.visit.handOver({ format: 'workshop-deck', name: `${deck.id}.json`, type: 'application/json', text: deckText(deck) });
  desk.own.take(deck, true);
  return true;
}
