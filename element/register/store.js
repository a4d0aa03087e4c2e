// Where a register is kept: one entry for each use case, so that an answer writes that one and no other.
//
// The order of the register is a number beside each entry; entries of other keys are other registers.

import { failure } from '../visit/failure.js';

const DATABASE = 'aims-readiness';
const USE_CASES = 'use-cases';

/** So many entries are read or written at once, so that the page answers in between. */
const STEP = 400;

/** Nothing is kept: it is gone with the page. */
class Nowhere {
  async *read() {}
  async write() {}
  async remove() {}
  end() {}
}

/** Entries of this tab. */
class Tab {
  #head;

  constructor(key) {
    this.#head = `${DATABASE}-register:${encodeURIComponent(key)}/`;
    // Merely naming the storage throws where it is blocked.
    sessionStorage.getItem(this.#head);
  }

  async *read() {
    const keys = Object.keys(sessionStorage).filter((key) => key.startsWith(this.#head));
    const entries = keys.map((key) => {
      const text = sessionStorage.getItem(key);
      const at = text.indexOf(' ');
      return { id: key.slice(this.#head.length), order: Number(text.slice(0, at)), text: text.slice(at + 1) };
    });
    yield entries;
  }

  async write(entries) {
    for (const { id, order, text } of entries) sessionStorage.setItem(this.#head + id, `${order} ${text}`);
  }

  async remove(ids) {
    for (const id of ids) sessionStorage.removeItem(this.#head + id);
  }

  end() {}
}

const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const written = (transaction) =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error ?? new DOMException('', 'QuotaExceededError'));
  });

/** Entries of a database, which stay. */
class Device {
  #key;
  #database;

  constructor(key) {
    this.#key = key;
  }

  async #open() {
    if (this.#database) return this.#database;
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(USE_CASES);
    const database = await done(request);
    // Somebody deletes everything: nothing here is in the way.
    database.onversionchange = () => this.end();
    this.#database = database;
    return database;
  }

  async *read() {
    const database = await this.#open();
    let from = [this.#key];
    for (;;) {
      const range = IDBKeyRange.bound(from, [this.#key, []], from.length > 1);
      const entries = await done(database.transaction(USE_CASES).objectStore(USE_CASES).getAll(range, STEP));
      if (entries.length > 0) yield entries;
      if (entries.length < STEP) return;
      from = [this.#key, entries.at(-1).id];
    }
  }

  async write(entries) {
    const transaction = (await this.#open()).transaction(USE_CASES, 'readwrite');
    const store = transaction.objectStore(USE_CASES);
    for (const entry of entries) store.put(entry, [this.#key, entry.id]);
    await written(transaction);
  }

  async remove(ids) {
    const transaction = (await this.#open()).transaction(USE_CASES, 'readwrite');
    const store = transaction.objectStore(USE_CASES);
    for (const id of ids) store.delete([this.#key, id]);
    await written(transaction);
  }

  end() {
    this.#database?.close();
    this.#database = undefined;
  }
}

const PLACES = { none: Nowhere, session: Tab, local: Device };

/** The store of a register. What goes wrong is told to `trouble` as `full` or `blocked`; the register goes on without. */
export class Store {
  #place;
  #trouble;
  #channel;

  constructor(kind, key, { trouble, changed }) {
    this.#trouble = (error) => trouble(failure(error));
    try {
      this.#place = new PLACES[kind](key);
    } catch (error) {
      this.#place = new Nowhere();
      this.#trouble(error);
    }
    if (kind !== 'local' || typeof BroadcastChannel !== 'function') return;
    this.#channel = new BroadcastChannel(`${DATABASE}-register:${key}`);
    this.#channel.addEventListener('message', changed);
  }

  /** All that is kept, in the order of the register: texts of use cases. */
  async texts() {
    const entries = [];
    try {
      for await (const some of this.#place.read()) entries.push(...some);
    } catch (error) {
      this.#trouble(error);
    }
    return entries.sort((one, other) => one.order - other.order);
  }

  /** Keeps entries `{id, order, text}`; whether they are kept. */
  async write(entries) {
    return this.#do(() => this.#place.write(entries));
  }

  async remove(ids) {
    return this.#do(() => this.#place.remove(ids));
  }

  async #do(work) {
    try {
      await work();
      this.#channel?.postMessage('changed');
      return true;
    } catch (error) {
      this.#trouble(error);
      return false;
    }
  }

  end() {
    this.#channel?.close();
    this.#place.end();
  }
}
