// Answers of a group to a case, wherever they come from: typed codes, pasted lines, files, pictures, or other tabs of
// this browser.

import { hashOf } from '../telling/hash.js';
import { codeOf, readLines } from './code.js';
import { hasPaper, readPaper } from './paper.js';
import { stateOf } from './readings.js';

/** Tabs of one browser hear each other; nothing leaves it. */
const CHANNEL = 'aims-readiness-workshop';

/** Tells other tabs of this browser what somebody answered. */
export function tellRoom(id, ...answer) {
  if (typeof BroadcastChannel !== 'function') return;
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage({ id, code: codeOf(id, ...answer) });
  channel.close();
}

/** A number for a team, which has none of its own: the same paper that comes again is the same team. */
const numberOf = (line) => `T${hashOf(line) % 100_000}`;

export class Room {
  #channel;
  #readings;
  #changed = () => {};
  /** Answers by case, in each by the number of the person: `{said, read, name}`. */
  #answers = new Map();

  /** `readings(id)` gives the facts that a case hangs on. */
  constructor(readings) {
    this.#readings = readings;
    if (typeof BroadcastChannel !== 'function') return;
    this.#channel = new BroadcastChannel(CHANNEL);
    this.#channel.addEventListener('message', async ({ data }) => {
      if (typeof data?.id !== 'string' || typeof data.code !== 'string') return;
      const { taken } = await this.take(data.id, data.code).catch(() => ({ taken: 0 }));
      if (taken > 0) this.#changed(data.id);
    });
  }

  /** `changed` is told the case in which something came from another tab; nobody else is told any more. */
  listen(changed = () => {}) {
    this.#changed = changed;
  }

  /** Answers to a case: `[number, {said, read, name}]`, in the order in which people came. */
  of(id) {
    return [...(this.#answers.get(id) ?? [])];
  }

  /** Cases with answers. */
  cases() {
    return [...this.#answers.keys()];
  }

  /**
   * Takes lines with codes or with what teams answered. Somebody who answers again takes back what was said before. Gives
   * how many were `taken`, how many of them `again`, how many `changed` their answer, and the lines that were `unread`.
   */
  async take(id, text) {
    const readings = await this.#readings(id);
    const lines = text.split(/\r?\n/);
    const { read, unread } = readLines(id, lines.filter((line) => !hasPaper(line)).join('\n'), readings);
    for (const line of lines.filter(hasPaper)) {
      const answer = await paperAnswer(id, line, readings);
      if (answer) read.push(answer);
      else unread.push(line.trim());
    }
    return { ...this.#keep(id, read), unread };
  }

  #keep(id, read) {
    const known = this.#answers.get(id) ?? new Map();
    const told = { taken: read.length, again: 0, changed: 0 };
    for (const { number, said, read: states, name } of read) {
      const before = known.get(number);
      if (before) told[before.said === said && String(before.read) === String(states) ? 'again' : 'changed'] += 1;
      known.set(number, { said, read: states, name: name || before?.name || '' });
    }
    if (known.size > 0) this.#answers.set(id, known);
    return told;
  }

  end() {
    this.#channel?.close();
  }
}

/** What a team's paper says of a case, as an answer like others; nothing where it is damaged or of another case. */
async function paperAnswer(id, line, readings) {
  try {
    const { team, scenario, answers, range } = await readPaper(line);
    if (scenario !== id) return undefined;
    const said = range[0] === range[1] ? range[0] : 'open';
    return { number: numberOf(team || line), said, read: readings.map((reading) => Math.max(0, stateOf(reading, answers))), name: team };
  } catch {
    return undefined;
  }
}
