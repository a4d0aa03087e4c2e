// Answers of a group to a case, wherever they come from: typed codes, pasted lines, or other tabs of this browser.

import { codeOf, readLines } from './code.js';

/** Tabs of one browser hear each other; nothing leaves it. */
const CHANNEL = 'aims-readiness-workshop';

/** Tells other tabs of this browser what somebody answered. */
export function tellRoom(id, number, said) {
  if (typeof BroadcastChannel !== 'function') return;
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage({ id, code: codeOf(id, number, said) });
  channel.close();
}

export class Room {
  #channel;
  #changed = () => {};
  /** Answers by case, in each by the number of the person: `{said, name}`. */
  #answers = new Map();

  constructor() {
    if (typeof BroadcastChannel !== 'function') return;
    this.#channel = new BroadcastChannel(CHANNEL);
    this.#channel.addEventListener('message', ({ data }) => {
      if (typeof data?.id !== 'string' || typeof data.code !== 'string') return;
      if (this.take(data.id, data.code).taken > 0) this.#changed(data.id);
    });
  }

  /** `changed` is told the case in which something came from another tab; nobody else is told any more. */
  listen(changed = () => {}) {
    this.#changed = changed;
  }

  /** Answers to a case: `[number, {said, name}]`, in the order in which people came. */
  of(id) {
    return [...(this.#answers.get(id) ?? [])];
  }

  /** Cases with answers. */
  cases() {
    return [...this.#answers.keys()];
  }

  /**
   * Takes lines with codes. Somebody who answers again takes back what was said before. Gives how many were `taken`,
   * how many of them `again`, how many `changed` their answer, and the lines that were `unread`.
   */
  take(id, text) {
    const { read, unread } = readLines(id, text);
    const known = this.#answers.get(id) ?? new Map();
    const told = { taken: read.length, again: 0, changed: 0, unread };
    for (const { number, said, name } of read) {
      const before = known.get(number);
      if (before) told[before.said === said ? 'again' : 'changed'] += 1;
      known.set(number, { said, name: name || before?.name || '' });
    }
    if (known.size > 0) this.#answers.set(id, known);
    return told;
  }

  end() {
    this.#channel?.close();
  }
}
