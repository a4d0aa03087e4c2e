// Short codes for a group: who answered a case (a number, no name), and what.
//
// Six signs of Crockford's alphabet, which has no letters that look like figures. Two of them are checks of a
// Reed-Solomon code over 32 signs, in which the case takes part without being written: any one or two wrong signs are
// noticed, two that changed places too, and a code of another case is none of this one.

import { TIERS } from '../register/words.js';

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

/** The id of a case as two elements. */
function caseSigns(id) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(id)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return [hash & 31, (hash >>> 5) & 31];
}

/** The two checks of elements: with them both sums are nothing. */
function checks(elements) {
  const sum = elements.reduce((all, element) => all ^ element, 0);
  const weighed = elements.reduce((all, element, index) => all ^ times(element, POWERS[index + 2]), 0);
  const second = over(sum ^ weighed, POWERS[0] ^ POWERS[1]);
  return [sum ^ second, second];
}

/** The code of an answer of the person with a number, such as `7KH-Q4M`. */
export function codeOf(id, number, said) {
  const payload = number * ANSWERS.length + ANSWERS.indexOf(said);
  const elements = [15, 10, 5, 0].map((shift) => (payload >>> shift) & 31);
  const signs = [...elements, ...checks([...elements, ...caseSigns(id)])].map((element) => SIGNS[element]);
  return `${signs.slice(0, 3).join('')}-${signs.slice(3).join('')}`;
}

/** What a code says of a case: `{number, said}`; nothing where it is damaged or of another case. */
export function readCode(id, text) {
  const signs = [...text.toUpperCase().replace(/[\s-]/g, '')].map((sign) => SIGNS.indexOf(READ_AS[sign] ?? sign));
  if (signs.length !== 6 || signs.includes(-1)) return undefined;
  const elements = signs.slice(0, 4);
  const [first, second] = checks([...elements, ...caseSigns(id)]);
  if (first !== signs[4] || second !== signs[5]) return undefined;
  const payload = elements.reduce((all, element) => all * 32 + element, 0);
  return { number: Math.floor(payload / ANSWERS.length), said: ANSWERS[payload % ANSWERS.length] };
}

/** What may be a code within a line. */
const CODE = /[0-9A-Za-z]{3}[ -]?[0-9A-Za-z]{3}(?![0-9A-Za-z])/g;

/**
 * Reads lines that were typed or pasted, each with a code and perhaps a name before it. Gives `{number, said, name}`
 * of those of this case, and the lines in which there is none.
 */
export function readLines(id, text) {
  const read = [];
  const unread = [];
  for (const line of text.split(/[\n;]/).map((each) => each.trim()).filter(Boolean)) {
    const found = [...line.matchAll(CODE)].map((match) => ({ ...readCode(id, match[0]), at: match.index })).filter(({ said }) => said);
    // Several codes may stand in one line, and only one of them can have the name.
    const name = found.length === 1 ? line.slice(0, found[0].at).replace(/[\s:,–-]+$/u, '') : '';
    for (const { number, said } of found) read.push({ number, said, name });
    if (found.length === 0) unread.push(line);
  }
  return { read, unread };
}
