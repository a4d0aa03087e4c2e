// Where the deck is kept, and that it could not be where it could not.

import { make } from '../../visit/make.js';

const PLACES = { none: 'workshop.own-place-none', session: 'workshop.own-place-session', local: 'workshop.own-place-local' };

/** A paragraph, and `look()` for after every change. */
export function keeping({ words, own, kind }) {
  const element = make('p', {});
  const look = () => {
    element.className = own.lost ? 'keep-warning' : 'quiet';
    element.textContent = words(own.lost ? 'workshop.own-lost' : PLACES[kind]);
  };
  look();
  return { element, look };
}
