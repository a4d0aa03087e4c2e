// Where drafts are kept: one entry for each, so that keeping one writes no other, and which one was open last.
//
// The list of drafts is what is there; a list kept beside it would be wrong as soon as two tabs write to it.

import { failure } from './failure.js';
import { SCHEMA, isNewer, visitOf } from './journal.js';

const PRODUCT = 'aims-readiness';

/** Every key that this product ever wrote, for deleting everything. */
const OURS = new RegExp(`^${PRODUCT}($|[-:])`);

const DATABASE = PRODUCT;

const STORAGES = { session: () => sessionStorage, local: () => localStorage };

/** What the text of an entry holds: `{state, draft}`, the state `ok`, `newer` or `unreadable`. */
function held(text) {
  try {
    const entry = JSON.parse(text);
    if (isNewer(entry) || isNewer(entry.journal)) return { state: 'newer' };
    const journal = visitOf(entry.journal);
    if (!journal) return { state: 'unreadable' };
    const plain = (value) => (typeof value === 'string' ? value : '');
    const { range, settled } = entry.summary ?? {};
    const summary = Array.isArray(range) && range.length === 2 ? { range: range.map(plain), settled: settled === true } : undefined;
    const [name, made, changed] = [entry.name, entry.made, entry.changed].map(plain);
    return { state: 'ok', draft: { name, made, changed, summary, journal: { ...journal, begun: true } } };
  } catch {
    return { state: 'unreadable' };
  }
}

export class Shelf {
  #storage;
  #places = [];
  #old;
  #entries;
  #last;
  /** What this page last read or wrote of each entry: something else there is the work of another tab. */
  #known = new Map();

  constructor(kind, key) {
    this.kind = kind;
    this.#old = key ? `${PRODUCT}:${key}` : PRODUCT;
    this.#entries = `${PRODUCT}-draft:${encodeURIComponent(key)}/`;
    this.#last = `${PRODUCT}-open:${encodeURIComponent(key)}`;
    try {
      // Merely naming the storage throws where it is blocked.
      this.#storage = STORAGES[kind]?.();
      this.#storage?.getItem(PRODUCT);
      if (this.#storage) this.#places = kind === 'local' ? [sessionStorage, this.#storage] : [this.#storage];
    } catch {
      this.#storage = undefined;
      this.blocked = true;
    }
  }

  /** Whether anything can be kept here. */
  get works() {
    return this.#storage !== undefined;
  }

  /** The name under which tabs agree on who has a draft open. */
  lockName(id) {
    return this.#key(id);
  }

  #key(id) {
    // What an earlier version kept has no id.
    return id ? this.#entries + id : this.#old;
  }

  /** Whether a key that another tab wrote is that of this draft; without a key it emptied everything. */
  isOf(id, key) {
    return key === null || key === this.#key(id);
  }

  /** All drafts, the latest change first; those that cannot be read last. */
  list() {
    const keys = Object.keys(this.#storage ?? {}).filter((key) => key.startsWith(this.#entries));
    const ids = keys.map((key) => key.slice(this.#entries.length));
    if (this.#storage?.getItem(this.#old) != null) ids.push('');
    const drafts = ids.map((id) => {
      const { state, draft } = held(this.text(id));
      return { id, state, name: '', made: '', changed: '', ...draft };
    });
    return drafts.sort((one, other) => (one.changed < other.changed ? 1 : -1));
  }

  /** The text of an entry as it is kept. */
  text(id) {
    return this.#storage?.getItem(this.#key(id)) ?? null;
  }

  /** `{state, draft}` of an entry; nothing where there is none. */
  read(id) {
    const text = this.text(id);
    this.#known.set(id, text);
    return text === null ? undefined : { id, ...held(text) };
  }

  /** Keeps a draft; gives `kept`, `elsewhere` where another tab wrote to it meanwhile, `full` or `blocked`. */
  write({ id, ...draft }) {
    try {
      if (this.text(id) !== (this.#known.get(id) ?? null)) return 'elsewhere';
      const text = JSON.stringify({ schema: SCHEMA, id, ...draft });
      this.#storage.setItem(this.#key(id), text);
      this.#known.set(id, text);
      return 'kept';
    } catch (error) {
      return failure(error);
    }
  }

  remove(id) {
    this.#storage?.removeItem(this.#key(id));
    this.#known.delete(id);
  }

  /** The draft that was open last, of this tab before that of others. */
  get last() {
    for (const storage of this.#places) {
      const id = storage.getItem(this.#last);
      if (id && this.text(id) !== null) return id;
    }
    return undefined;
  }

  set last(id) {
    for (const storage of this.#places) {
      try {
        if (id) storage.setItem(this.#last, id);
        else storage.removeItem(this.#last);
      } catch {
        // The draft itself is what matters.
      }
    }
  }

  /** What a version with one visit kept, taken over as a draft of this id; `{state}` where it cannot be. */
  takeOver(id, now) {
    const text = this.#storage?.getItem(this.#old) ?? null;
    if (text === null) return undefined;
    const { state, draft } = held(`{"journal":${text}}`);
    if (state !== 'ok') return { state };
    const taken = { id, ...draft, made: now, changed: now };
    // What finds no room stays where it was.
    if (this.write(taken) !== 'kept') return { state: 'full', draft: taken };
    this.#storage.removeItem(this.#old);
    return { state, draft: taken };
  }
}

/** Deletes all that this product keeps under this origin, whatever the key; gives how many entries there were. */
export async function deleteEverything() {
  let entries = 0;
  for (const storage of Object.values(STORAGES)) {
    try {
      const keys = Object.keys(storage()).filter((key) => OURS.test(key));
      for (const key of keys) storage().removeItem(key);
      entries += keys.filter((key) => !key.startsWith(`${PRODUCT}-open:`)).length;
    } catch {
      // What is blocked holds nothing of ours.
    }
  }
  return { entries, database: await deleteDatabase() };
}

/** Deletes the database if there is one; whether there was. */
async function deleteDatabase() {
  try {
    const known = await indexedDB.databases();
    if (!known.some(({ name }) => name === DATABASE)) return false;
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(DATABASE);
      request.onsuccess = resolve;
      request.onerror = () => reject(request.error);
      // Another tab has it open; it is deleted as soon as that is closed.
      request.onblocked = resolve;
    });
    return true;
  } catch {
    return false;
  }
}
