// Short codes for a group: who answered a case (a number, no name), and what.
//
// Six signs of Crockford's alphabet, which has no letters that look like figures; nine where it also holds what somebody
// read in the story. Two of them are checks of a Reed-Solomon code over 32 signs, in which the case takes part without
// being written: any one or two wrong signs are noticed, two that changed places too, and a code of another case is none
// of this one.

import { hashOf } from '../telling/hash.js';
import { TIERS } from '../telling/vocabulary.js';

const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What people read as something else. */
const READ_AS = { O: '0', I: '1', L: '1' };

/** Answers in the order of their numbers, of which there are eight. */
const ANSWERS = [...TIERS, 'open'];

/** Numbers of people: 17 bits. */
export const NUMBERS = 1 << 17;

/** Powers of the generator of the field with 32 elements, whose polynomial is x⁵ + x² + 1. */
const POWERS = [1];
while (POWERS.length < 31) {
  const next = POWERS.at(-1) << 1;
  POWERS.push(next > 31 ? next ^ 0b100101 : next);
}

function times(one, other) {
  if (one === 0 || other === 0) return 0;
  return POWERS[(POWERS.indexOf(one) + POWERS.indexOf(other)) % 31];
}

const over = (one, other) => (one === 0 ? 0 : POWERS[(POWERS.indexOf(one) - POWERS.indexOf(other) + 31) % 31]);

/** What both sides have to agree on as two elements: the case, and for what was read the facts. */
function sharedSigns(text) {
  const hash = hashOf(text);
  return [hash & 31, (hash >>> 5) & 31];
}

/** The two checks of elements: with them both sums are nothing. */
function checks(elements) {
  const sum = elements.reduce((all, element) => all ^ element, 0);
  const weighed = elements.reduce((all, element, index) => all ^ times(element, POWERS[index + 2]), 0);
  const second = over(sum ^ weighed, POWERS[0] ^ POWERS[1]);
  return [sum ^ second, second];
}

/** Elements of who answered what, and of what was read. */
const SHORT = 4;
const READ = 3;

/** Ways in which the facts of a case can be read, as far as a code has room for them. */
export const READINGS = 32 ** READ;

const codeWith = (elements, shared) => {
  const signs = [...elements, ...checks([...elements, ...sharedSigns(shared)])].map((element) => SIGNS[element]).join('');
  return signs.match(/.{3}/g).join('-');
};

const digits = (value, count) => Array.from({ length: count }, (_, index) => (value >>> (5 * (count - 1 - index))) & 31);

const numberOf = (elements) => elements.reduce((all, element) => all * 32 + element, 0);

const factsOf = (id, readings) => `${id} ${readings.map(({ fact, states }) => `${fact}/${states}`).join(' ')}`;

/**
 * The code of an answer of the person with a number, such as `7KH-Q4M`. With `readings`, facts as `{fact, states}` whose
 * states multiply to `READINGS` at most, and what was `read` of each as a number below its states, it has a third group.
 */
export function codeOf(id, number, said, readings = [], read) {
  const elements = digits(number * ANSWERS.length + ANSWERS.indexOf(said), SHORT);
  if (!read) return codeWith(elements, id);
  const mixed = readings.reduce((all, { states }, index) => all * states + read[index], 0);
  return codeWith([...elements, ...digits(mixed, READ)], factsOf(id, readings));
}

/** What a code says of a case: `{number, said, read}`; nothing where it is damaged or of another case. */
export function readCode(id, text, readings = []) {
  const signs = [...text.toUpperCase().replace(/[\s-]/g, '')].map((sign) => SIGNS.indexOf(READ_AS[sign] ?? sign));
  const long = signs.length === SHORT + READ + 2 && readings.length > 0;
  if ((signs.length !== SHORT + 2 && !long) || signs.includes(-1)) return undefined;
  const elements = signs.slice(0, -2);
  const [first, second] = checks([...elements, ...sharedSigns(long ? factsOf(id, readings) : id)]);
  if (first !== signs.at(-2) || second !== signs.at(-1)) return undefined;
  const payload = numberOf(elements.slice(0, SHORT));
  const answer = { number: Math.floor(payload / ANSWERS.length), said: ANSWERS[payload % ANSWERS.length] };
  if (!long) return answer;
  let mixed = numberOf(elements.slice(SHORT));
  const read = readings.map(() => 0);
  for (let at = readings.length - 1; at >= 0; at -= 1) {
    read[at] = mixed % readings[at].states;
    mixed = Math.floor(mixed / readings[at].states);
  }
  return mixed === 0 ? { ...answer, read } : undefined;
}

/** Words of a line, with their places. */
const WORD = /[0-9A-Za-z]+/g;

/** Groups of a code as people write them: as it is shown, or in one. */
const isGroup = ({ text }) => text.length % 3 === 0;

/** What stands between groups of one code. */
const JOINT = /^[ -]?$/;

/** Codes in a line, with the place where each begins: `{number, said, read, at}`. */
function codesIn(id, line, readings) {
  const words = [...line.matchAll(WORD)].map((match) => ({ text: match[0], at: match.index, end: match.index + match[0].length }));
  const found = [];
  for (let from = 0; from < words.length; from += 1) {
    // The longest comes first: a short code could stand at the beginning of a long one.
    const ends = [0, 1, 2].map((more) => words.slice(from, from + more + 1)).filter((part, more) => part.length === more + 1 && part.every(isGroup));
    const joined = ends.filter((part) => part.every(({ at }, index) => index === 0 || JOINT.test(line.slice(part[index - 1].end, at))));
    const codes = joined.reverse().map((part) => ({ count: part.length, code: readCode(id, part.map(({ text }) => text).join(''), readings) }));
    const taken = codes.find(({ code }) => code);
    if (!taken) continue;
    found.push({ ...taken.code, at: words[from].at });
    from += taken.count - 1;
  }
  return found;
}

/**
 * Reads lines that were typed or pasted, each with a code and perhaps a name before it. Gives `{number, said, read, name}`
 * of those of this case, and the lines in which there is none.
 */
export function readLines(id, text, readings = []) {
  const read = [];
  const unread = [];
  for (const line of text.split(/[\n;]/).map((each) => each.trim()).filter(Boolean)) {
    const found = codesIn(id, line, readings);
    // Several codes may stand in one line, and only one of them can have the name.
    const name = found.length === 1 ? line.slice(0, found[0].at).replace(/[\s:,–-]+$/u, '') : '';
    for (const { at, ...answer } of found) read.push({ ...answer, name });
    if (found.length === 0) unread.push(line);
  }
  return { read, unread };
}
