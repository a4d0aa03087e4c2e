// Choosing a file with a deck.

import { make } from '../../visit/make.js';

/** Lets somebody choose a file. */
export function chooseDeck(take) {
  const input = make('input', { type: 'file', accept: '.json,application/json' });
  input.addEventListener('change', () => input.files[0] && take(input.files[0]));
  input.click();
}
