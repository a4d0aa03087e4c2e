// What a platform is told of a course, in the data model of SCORM 1.2: each answer as an interaction, score, status,
// place, time, and what is needed to go on. What it is told and when is written in EMBEDDING.md.

import { Answers, statusOf } from './answers.js';
import { LETTERS, resumed, suspended } from './suspended.js';

/** Modes in which a platform wants nothing recorded. */
const LOOKED_AT = ['browse', 'review'];

/** Answers to the lines of an exercise, by their letters. */
const LINE_LETTERS = { in: 'a', out: 'b', major: 'a', minor: 'b', observation: 'c', conform: 'd' };

const optional = { optional: true };

/** An id as the standard takes it: letters, figures, `-` and `_`, at most 255. */
const identifier = (id) => id.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 255);

const two = (number) => String(number).padStart(2, '0');

/** A time of the day: `HH:MM:SS.SS`. */
export const clockTime = (date) => `${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')}.${two(Math.floor(date.getMilliseconds() / 10))}`;

/** A span of time: `HHHH:MM:SS.SS`. */
export function timespan(milliseconds) {
  const hundredths = Math.floor(milliseconds / 10);
  const seconds = Math.floor(hundredths / 100);
  const hours = Math.min(Math.floor(seconds / 3600), 9999);
  return `${String(hours).padStart(4, '0')}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${two(hundredths % 100)}`;
}

const today = (now) => [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-');

export class Recording {
  #platform;
  #course;
  #began = Date.now();
  #status = '';
  /** The number of the next interaction; nothing where the platform keeps none. */
  #next;
  #notices;

  answers = new Answers();
  /** Whether the platform only shows what was recorded. */
  lookedAt = false;
  /** Whether the platform said what was answered before. */
  resumed = false;

  /** `course` is what course.json says, with the `count` of its cases; `notices.noted(text)` hears what was lost. */
  constructor(platform, course, notices) {
    this.#platform = platform;
    this.#course = course;
    this.#notices = notices;
  }

  /** Begins the session and takes what was answered before; whether the platform takes part. */
  begin(deck) {
    const platform = this.#platform;
    if (!platform.begin()) return false;
    this.lookedAt = LOOKED_AT.includes(platform.read('cmi.core.lesson_mode', optional));
    const kept = platform.read('cmi.suspend_data');
    this.resumed = kept !== undefined;
    if (kept) this.#resume(kept, deck);
    this.#status = platform.read('cmi.core.lesson_status') ?? '';
    if (this.lookedAt) return true;
    const count = platform.read('cmi.interactions._count', optional);
    if (count !== undefined) this.#next = Number.parseInt(count, 10) || 0;
    this.#tellStatus();
    platform.keep();
    return true;
  }

  #resume(kept, deck) {
    const found = resumed(kept, deck);
    if (found) this.answers = new Answers(found.answers);
    if (!found) this.#notices.noted('What the platform kept of this course cannot be read, so the course begins anew.');
    else if (found.lost > 0) this.#notices.noted(`Answers that were kept and belong to no case of this course any more: ${found.lost}. They do not count.`);
  }

  /** Takes an answer and tells the platform, unless it only shows the course. */
  answered(detail, now = new Date()) {
    this.answers.add(detail, today(now));
    if (this.lookedAt) return;
    this.#tellInteraction(detail, now);
    this.#platform.write('cmi.core.lesson_location', identifier(detail.id));
    this.#tellStatus();
    const text = suspended(this.answers.all);
    if (text === undefined) this.#notices.noted('There are more answers than a platform has room for: the course cannot be left and taken up again.');
    else this.#platform.write('cmi.suspend_data', text);
    this.#platform.keep();
  }

  /** Ends the session, once. */
  end() {
    if (!this.lookedAt) {
      this.#tellTime();
      this.#platform.keep();
    }
    this.#platform.end();
  }

  #tellInteraction({ id, kind, said, worth, most, statement }, now) {
    if (this.#next === undefined) return;
    const tell = (name, value) => this.#platform.write(`cmi.interactions.${this.#next}.${name}`, value, optional);
    if (!tell('id', identifier(id))) return;
    const ofCase = kind === 'scenario';
    tell('time', clockTime(now));
    tell('type', ofCase ? 'choice' : 'matching');
    const [right] = statement.object.definition.correctResponsesPattern ?? [];
    if (ofCase && right) tell('correct_responses.0.pattern', LETTERS[right]);
    tell('weighting', most);
    tell('student_response', ofCase ? LETTERS[said[0]] : said.map((line, index) => `${index + 1}.${LINE_LETTERS[line]}`).join(','));
    tell('result', worth === 'right' ? 'correct' : 'wrong');
    this.#next += 1;
  }

  #tellStatus() {
    const { count, score } = this.answers;
    const status = statusOf({ count, score }, this.#course, this.#status);
    if (status !== this.#status && this.#platform.write('cmi.core.lesson_status', status)) this.#status = status;
    if (score !== undefined) {
      this.#platform.write('cmi.core.score.raw', score);
      this.#platform.write('cmi.core.score.min', 0, optional);
      this.#platform.write('cmi.core.score.max', 100, optional);
    }
    this.#platform.write('cmi.core.exit', count < this.#course.count ? 'suspend' : '');
    this.#tellTime();
  }

  #tellTime() {
    this.#platform.write('cmi.core.session_time', timespan(Date.now() - this.#began));
  }
}
