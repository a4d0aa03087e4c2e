// The deck of own cases of this device: kept where the page says, and nowhere else.

import { Entry } from '../entry.js';
import { isDeck } from './shape.js';

const HEAD = 'aims-readiness-deck:';
const SCHEMA = 1;

/** What the text of an entry holds: `{deck, saved}`; nothing where it is none of ours. */
function heldIn(text) {
  try {
    const { schema, deck, saved } = JSON.parse(text);
    return schema === SCHEMA && isDeck(deck) ? { deck, saved: saved === true } : undefined;
  } catch {
    return undefined;
  }
}

export class Held {
  #entry;

  /** The deck; nothing where none was begun. */
  deck;
  /** Whether all of it is in a file. */
  saved = true;
  /** Whether it could not be kept. */
  lost = false;
  /** The text of what is kept in the place of a deck and cannot be read. */
  foreign;

  constructor(kind, key, trouble) {
    this.#entry = new Entry(kind, HEAD + encodeURIComponent(key), (code) => {
      // Told once, and not for every letter.
      if (!this.lost) trouble(code);
      this.lost = true;
    });
    const { text } = this.#entry;
    const held = text === undefined ? {} : heldIn(text);
    if (held) Object.assign(this, held);
    else this.foreign = text;
  }

  /** Takes a deck in the place of what was there. */
  take(deck, saved = false) {
    this.foreign = undefined;
    this.deck = deck;
    this.saved = saved;
    this.#keep();
  }

  clear() {
    this.deck = undefined;
    this.foreign = undefined;
    this.saved = true;
    this.#entry.forget();
  }

  #keep() {
    const kept = this.#entry.keep(JSON.stringify({ schema: SCHEMA, deck: this.deck, saved: this.saved }));
    if (kept && this.#entry.there) this.lost = false;
  }
}
