// An entry of the storage that the page allows, of which there may be none: it can be blocked, full, or not wanted.

import { failure } from '../visit/failure.js';

export class Entry {
  #storage;
  #key;
  #trouble;

  /** `trouble(code)` is told what went wrong: `storage`, or `storage-full`. */
  constructor(kind, key, trouble) {
    this.#key = key;
    this.#trouble = trouble;
    // Merely naming the storage throws where it is blocked.
    this.#attempt(() => (this.#storage = { session: () => sessionStorage, local: () => localStorage }[kind]?.()));
  }

  /** Whether there is a storage. */
  get there() {
    return this.#storage !== undefined;
  }

  /** What is kept; nothing where nothing is. */
  get text() {
    return this.#attempt(() => this.#storage?.getItem(this.#key)) ?? undefined;
  }

  /** Keeps a text; whether that worked. Without a storage there is nothing to go wrong. */
  keep(text) {
    return this.#attempt(() => {
      this.#storage?.setItem(this.#key, text);
      return true;
    }) ?? false;
  }

  forget() {
    this.#attempt(() => this.#storage?.removeItem(this.#key));
  }

  #attempt(work) {
    try {
      return work();
    } catch (error) {
      this.#trouble(failure(error) === 'full' ? 'storage-full' : 'storage');
      return undefined;
    }
  }
}
