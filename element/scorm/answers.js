// What was answered in a course, as the element tells it and as it keeps it: `{first, last, times}` by id. And what
// that comes to: score and status.

import { MOST } from '../workshop/scores.js';

const OURS = 'urn:aims-readiness';

/** An answer as the element keeps it, made of the event that told it. */
function kept({ kind, said, worth, points, most, statement }, on) {
  if (kind !== 'scenario') return { said, worth, points, most, on };
  const { extensions } = statement.context;
  const [range, catalog, law, day, receipt] = ['range', 'catalog', 'law-date', 'as-of', 'receipt'].map((name) => extensions[`${OURS}:${name}`]);
  return { said: said[0], worth, points, reason: '', range, on, catalog, law, day, receipt };
}

export class Answers {
  #held;

  constructor(held = {}) {
    this.#held = held;
  }

  get all() {
    return this.#held;
  }

  /** Takes an answer; the first one stays beside those after it, whatever was deleted on the screen. */
  add(detail, on) {
    const answer = kept(detail, on);
    const before = this.#held[detail.id];
    this.#held = { ...this.#held, [detail.id]: { first: before?.first ?? answer, last: answer, times: (before?.times ?? 0) + 1 } };
  }

  /** How many cases were answered; exercises are for groups and do not count. */
  get count() {
    return this.#cases().length;
  }

  /** Points of the first answers to cases, in whole percent of what they could be; nothing before the first. */
  get score() {
    const cases = this.#cases();
    if (cases.length === 0) return undefined;
    const points = cases.reduce((sum, { first }) => sum + first.points, 0);
    return Math.floor((points * 100) / (cases.length * MOST));
  }

  #cases() {
    return Object.values(this.#held).filter(({ first }) => first.most === undefined);
  }
}

/**
 * The status of a course, by this rule: `incomplete` until as many cases are answered as the course asks for; from then
 * on `passed` where the score is at least `mastery`, else `failed`; `completed` where the course has no `mastery`. What
 * was completed or passed stays so; who failed can still pass by answering more cases.
 */
export function statusOf({ count, score }, { completedAfter, mastery }, before) {
  if (before === 'passed' || before === 'completed') return before;
  if (count < completedAfter) return before === 'failed' ? before : 'incomplete';
  if (mastery === null) return 'completed';
  return score >= mastery ? 'passed' : 'failed';
}
