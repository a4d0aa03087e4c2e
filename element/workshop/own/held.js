// The deck of own cases of this device: kept where the page says, and nowhere else.

import { failure } from '../../visit/failure.js';
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
  #storage;
  #key;
  #trouble;

  /** The deck; nothing where none was begun. */
  deck;
  /** Whether all of it is in a file. */
  saved = true;
  /** Whether it could not be kept. */
  lost = false;
  /** The text of what is kept in the place of a deck and cannot be read. */
  foreign;

  constructor(kind, key, trouble) {
    this.#key = HEAD + encodeURIComponent(key);
    this.#trouble = trouble;
    try {
      // Merely naming the storage throws where it is blocked.
      this.#storage = { session: () => sessionStorage, local: () => localStorage }[kind]?.();
      const text = this.#storage?.getItem(this.#key) ?? undefined;
      const held = text === undefined ? {} : heldIn(text);
      if (held) Object.assign(this, held);
      else this.foreign = text;
    } catch {
      this.#fail('storage');
    }
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
    try {
      this.#storage?.removeItem(this.#key);
    } catch {
      this.#fail('storage');
    }
  }

  #keep() {
    try {
      this.#storage?.setItem(this.#key, JSON.stringify({ schema: SCHEMA, deck: this.deck, saved: this.saved }));
      this.lost = this.lost && !this.#storage;
    } catch (error) {
      this.#fail(failure(error) === 'full' ? 'storage-full' : 'storage');
    }
  }

  /** Told once, and not for every letter. */
  #fail(code) {
    if (!this.lost) this.#trouble(code);
    this.lost = true;
  }
}
