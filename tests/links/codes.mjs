// Codes of a group: what is written is read, and what is damaged is noticed: node tests/links/codes.mjs

import assert from 'node:assert/strict';
import { NUMBERS, codeOf, readCode, readLines } from '../../element/workshop/code.js';

const SIGNS = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];
const ANSWERS = ['out-of-scope', 'minimal', 'limited', 'exempt', 'high-sectoral', 'high', 'prohibited', 'open'];
const CASE = 'payslip-check-with-stars';

// Every answer, over numbers spread through all there are.
const codes = new Set();
for (let number = 0; number < NUMBERS; number += 911) {
  for (const said of ANSWERS) {
    const code = codeOf(CASE, number, said);
    assert.match(code, /^[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{3}$/);
    assert.deepEqual(readCode(CASE, code), { number, said });
    assert.deepEqual(readCode(CASE, code.toLowerCase().replace('-', ' ')), { number, said });
    codes.add(code);
  }
}
assert.equal(codes.size, Math.ceil(NUMBERS / 911) * ANSWERS.length);
assert.deepEqual(readCode(CASE, codeOf(CASE, NUMBERS - 1, 'open')), { number: NUMBERS - 1, said: 'open' });

// Any one or two wrong signs, and two neighbours in each other's place.
const whole = codeOf(CASE, 4711, 'high').replace('-', '');
let damaged = 0;
for (let first = 0; first < 6; first += 1) {
  for (let second = first; second < 6; second += 1) {
    for (const one of SIGNS) {
      for (const other of SIGNS) {
        const signs = [...whole];
        signs[first] = one;
        if (second !== first) signs[second] = other;
        const text = signs.join('');
        if (text === whole) continue;
        assert.equal(readCode(CASE, text), undefined, text);
        damaged += 1;
      }
    }
  }
}
for (let at = 0; at < 5; at += 1) {
  const signs = [...whole];
  [signs[at], signs[at + 1]] = [signs[at + 1], signs[at]];
  if (signs.join('') !== whole) assert.equal(readCode(CASE, signs.join('')), undefined);
}

// A code of another case is none of this one, unless both have the same two signs of their names.
const others = Array.from({ length: 500 }, (_, index) => `case-${index}`);
const taken = others.filter((id) => readCode(CASE, codeOf(id, 4711, 'high')));
assert.ok(taken.length < 5, taken.join());

// Letters that are read as figures.
const number = Array.from({ length: 5000 }, (_, index) => index).find((each) => /0/.test(codeOf(CASE, each, 'high')) && /1/.test(codeOf(CASE, each, 'high')));
const code = codeOf(CASE, number, 'high');
assert.deepEqual(readCode(CASE, code.replaceAll('0', 'o').replaceAll('1', 'l')), { number, said: 'high' });

// Lines as people send them.
const [ana, ben, eva] = [1, 2, 3].map((each) => codeOf(CASE, each, 'minimal'));
const { read, unread } = readLines(CASE, `Ana Núñez: ${ana}\n${ben}\n\nhello everybody\n${eva.replace('-', '')} ${ben}\nAAA-AAA; <b>Tom</b> ${ana}`);
assert.deepEqual(read, [
  { number: 1, said: 'minimal', name: 'Ana Núñez' },
  { number: 2, said: 'minimal', name: '' },
  { number: 3, said: 'minimal', name: '' },
  { number: 2, said: 'minimal', name: '' },
  { number: 1, said: 'minimal', name: '<b>Tom</b>' },
]);
assert.deepEqual(unread, ['hello everybody', 'AAA-AAA']);
console.log(`codes: ${codes.size} read as written, ${damaged} damaged ones refused`);
