// Codes of a group: what is written is read, and what is damaged is noticed: node tests/links/codes.mjs

import assert from 'node:assert/strict';
import { NUMBERS, READINGS, codeOf, readCode, readLines } from '../../element/workshop/code.js';

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
// A name of three letters is no group of a code.
assert.deepEqual(readLines(CASE, `Ana ${ana}`).read, [{ number: 1, said: 'minimal', name: 'Ana' }]);
assert.deepEqual(readLines(CASE, `Ana Bea ${ana} ok`).read, [{ number: 1, said: 'minimal', name: 'Ana Bea' }]);

// With what was read in the story: every way to read it, and nothing that is damaged.
const facts = [{ fact: 'credit.use', states: 33 }, { fact: 'filter.task', states: 7 }, { fact: 'scope.ai_system', states: 3 }];
let ways = 0;
for (let one = 0; one < 33; one += 1) {
  for (let two = 0; two < 7; two += 1) {
    for (let three = 0; three < 3; three += 1) {
      const read = [one, two, three];
      const long = codeOf(CASE, 4711 + ways, ANSWERS[ways % 8], facts, read);
      assert.match(long, /^.{3}-.{3}-.{3}$/);
      assert.deepEqual(readCode(CASE, long, facts), { number: 4711 + ways, said: ANSWERS[ways % 8], read });
      assert.deepEqual(readLines(CASE, `Tom: ${long}`, facts).read, [{ number: 4711 + ways, said: ANSWERS[ways % 8], read, name: 'Tom' }]);
      // Who asks other facts does not take it for something else.
      assert.equal(readCode(CASE, long, facts.slice(1)), undefined);
      assert.equal(readCode(CASE, long), undefined);
      ways += 1;
    }
  }
}
assert.ok(33 * 7 * 3 <= READINGS);
const long = codeOf(CASE, 4711, 'high', facts, [32, 6, 2]);
for (let at = 0; at < long.length; at += 1) {
  if (long[at] === '-') continue;
  for (const sign of SIGNS) {
    const text = long.slice(0, at) + sign + long.slice(at + 1);
    if (text !== long) assert.equal(readCode(CASE, text, facts), undefined, text);
  }
}
const mixedRead = readLines(CASE, `${ana}\nEva ${long}\n${long.replaceAll('-', '')} ${ben}`, facts).read;
assert.deepEqual(mixedRead.map(({ number, read }) => [number, read]), [[1, undefined], [4711, [32, 6, 2]], [4711, [32, 6, 2]], [2, undefined]]);
console.log(`codes: ${codes.size} read as written, ${damaged} damaged ones refused`);
