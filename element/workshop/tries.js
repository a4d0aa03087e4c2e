// What somebody answered in a workshop: kept where the page says, and nowhere else.

import { NUMBERS } from './code.js';
import { Entry } from './entry.js';

const HEAD = 'aims-readiness-workshop:';
const SCHEMA = 1;

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value) => typeof value === 'string';

const isDay = (value) => isText(value) && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));

const WORTHS = ['right', 'too-early', 'too-open', 'wrong', 'part'];

/** Whether something is an answer as it is kept here: of a scenario with a range, of an exercise with the most points. */
function isAnswer(value) {
  if (!isObject(value) || !WORTHS.includes(value.worth) || !isDay(value.on) || !Number.isInteger(value.points)) return false;
  const ofScenario = isText(value.said) && isText(value.receipt) && isText(value.catalog) && isDay(value.law ?? value.on) && Array.isArray(value.range) && value.range.length === 2;
  return ofScenario || Number.isInteger(value.most);
}

/** What a text holds; nothing where it is no JSON. */
function parsed(text) {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return undefined;
  }
}

/** What was kept, without what is none of ours: other scripts of the page have the same storage. */
function soundOf({ name, number, answers }) {
  const entries = Object.entries(isObject(answers) ? answers : {});
  const sound = entries.filter(([, answer]) => isObject(answer) && isAnswer(answer.first) && isAnswer(answer.last));
  return { schema: SCHEMA, name: isText(name) ? name : '', number, answers: Object.fromEntries(sound) };
}

export class Tries {
  #entry;
  #held = { schema: SCHEMA, name: '', answers: {} };

  constructor(kind, key, trouble) {
    this.#entry = new Entry(kind, HEAD + encodeURIComponent(key), trouble);
    const kept = parsed(this.#entry.text);
    if (isObject(kept) && kept.schema === SCHEMA) this.#held = soundOf(kept);
  }

  /** The number of this person in a group: made once, so that an answer can be changed. */
  get number() {
    if (!Number.isInteger(this.#held.number)) {
      [this.#held.number] = crypto.getRandomValues(new Uint32Array(1));
      this.#held.number %= NUMBERS;
      this.#keep();
    }
    return this.#held.number;
  }

  get name() {
    return this.#held.name;
  }

  set name(name) {
    this.#held.name = name;
    this.#keep();
  }

  /** What was said of a scenario or an exercise: `{first, last, times}`, each with `said`, `worth`, `points`. */
  of(id) {
    return Object.hasOwn(this.#held.answers, id) ? this.#held.answers[id] : undefined;
  }

  /** Takes an answer; the first one stays beside those after it. */
  add(id, answer) {
    const before = this.of(id);
    const next = { first: before?.first ?? answer, last: answer, times: (before?.times ?? 0) + 1 };
    this.#held.answers = { ...this.#held.answers, [id]: next };
    this.#keep();
  }

  clear() {
    this.#held = { schema: SCHEMA, name: '', answers: {} };
    this.#entry.forget();
  }

  #keep() {
    this.#entry.keep(JSON.stringify(this.#held));
  }
}
