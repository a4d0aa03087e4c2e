// What people send as a link is read as it was written, or refused with a reason: node tests/links/run.mjs
//
// LINKS_RUNS says how many are tried, LINKS_SEED with which numbers it begins.

import assert from 'node:assert/strict';
import { LinkRefusal, linkIn, readLink, savedOf, withLink, writeLink } from '../../element/visit/link.js';

// Node is no page and does not say that it is safe, though its cryptography is there.
globalThis.isSecureContext ??= true;

const RUNS = Number(process.env.LINKS_RUNS ?? 4000);
const SEED = Number(process.env.LINKS_SEED ?? 1);

/** Each is sealed with a key that takes long to make. */
const SEALED_EACH = 500;

const CODES = ['newer', 'damaged', 'too-large', 'passphrase', 'insecure'];
const LETTERS = ['s', 'a', 'w', 'n', 'd', 'r', 'c', 't', 'e', 'f', 'p'];
const TEXTS = ['', 'yes', 'scope.ai_system', '<script>alert(1)</script>', '=1+1', '\u0000', '\ud800', '漢字', '2026-02-30', `sha256-${'0'.repeat(64)}`, 'x'.repeat(300)];
const KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', ...LETTERS, ...TEXTS];

/** Numbers that are the same for the same seed (mulberry32). */
function random(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (count) => Math.floor(next() * count);
  return { below, one: (of) => of[below(of.length)], some: (most, make) => Array.from({ length: below(most + 1) }, make) };
}

const id = ({ one }) => one(['scope.ai_system', 'area.screen', 'credit.use', 'sx-fin-01', 'own:thing']);

/** What a person may send. */
function sound(dice) {
  const { one, some, below } = dice;
  const day = () => `20${26 + below(9)}-0${1 + below(9)}-1${below(10)}`;
  const work = () => [id(dice), { status: one(['done', 'planned']), documented: one([true, false]), note: one(TEXTS.slice(0, 8)) }];
  return {
    d: day(),
    r: `sha256-${Array.from({ length: 64 }, () => one([...'0123456789abcdef'])).join('')}`,
    c: 'aims-readiness-eu@0.3.0',
    t: [one(['minimal', 'limited']), one(['high', 'prohibited'])],
    ...(one([true, false]) ? { a: Object.fromEntries(some(20, () => [id(dice), some(3, () => one(['yes', 'no', 'more']))])) } : { f: some(3, () => 'fria') }),
    ...(one([true, false]) ? { w: Object.fromEntries(some(5, work)), n: one(['', 'A name', '漢字']) } : {}),
    ...(one([true, false]) ? { e: day() } : {}),
  };
}

/** Anything at all that JSON can say, with keys that mean something. */
function tree(dice, depth = 0) {
  const { below, one, some } = dice;
  const kind = below(depth > 5 ? 4 : 6);
  if (kind === 0) return one([null, true, false]);
  if (kind === 1) return one([0, 1, 2, -1, 1e308, 0.5]);
  if (kind < 4) return one([...TEXTS, ...LETTERS]);
  if (kind === 4) return some(4, () => tree(dice, depth + 1));
  return some(6, () => [one(KEYS), tree(dice, depth + 1)]).reduce(
    (made, [key, value]) => Object.defineProperty(made, key, { value, enumerable: true, configurable: true, writable: true }),
    {},
  );
}

/** A link with some letters changed, left out, doubled or put in. */
function damaged(link, { below, one }) {
  const signs = [...link];
  for (let times = 1 + below(4); times > 0; times -= 1) {
    const sign = one([...'ABCxyz019-_.=+/%# ', '\u0000', '😀']);
    signs.splice(below(signs.length), below(3), ...one([[sign], [sign, sign], []]));
  }
  return signs.join('');
}

async function read(link, passphrase) {
  try {
    return { held: await readLink(link, passphrase) };
  } catch (error) {
    assert.ok(error instanceof LinkRefusal, `${link}: ${error.stack}`);
    assert.ok(CODES.includes(error.code), error.code);
    return { code: error.code };
  }
}

/** What comes out has the known letters only, and texts where texts belong. */
function isSafe(held) {
  for (const key of Object.keys(held)) assert.ok(LETTERS.includes(key) && key !== 's', key);
  assert.equal(Object.getPrototypeOf(held), Object.prototype);
  assert.match(held.d, /^\d{4}-\d\d-\d\d$/);
  for (const part of [held.a, held.w].filter(Boolean)) assert.equal(Object.getPrototypeOf(part), Object.prototype);
  for (const values of Object.values(held.a ?? {})) assert.ok(values.every((value) => typeof value === 'string'));
  const saved = savedOf(held);
  assert.equal(saved === undefined, held.a === undefined);
}

/** Writes any value, sound or not, the way links are written. */
const written = async (value) => {
  const stream = new Blob([JSON.stringify(value)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return `1.${Buffer.from(await new Response(stream).arrayBuffer()).toString('base64url')}`;
};

const seen = { same: 0, refused: 0, taken: 0, sealed: 0 };
const count = ({ held }) => {
  if (held) isSafe(held);
  seen[held ? 'taken' : 'refused'] += 1;
};

for (let run = 0; run < RUNS; run += 1) {
  const dice = random(SEED + run);
  const shared = sound(dice);
  const link = await writeLink(shared);
  const fragment = withLink(`https://example.org/page?x=1#other&${dice.one(['a=1', 'top', ''])}`, link);
  assert.equal(linkIn(fragment), link);
  assert.deepEqual(await readLink(linkIn(fragment)), shared, link);
  seen.same += 1;
  count(await read(damaged(link, dice)));
  const any = tree(dice);
  // Half of them begin as a link does.
  count(await read(await written(dice.one([any, { s: 1, ...shared, ...(typeof any === 'object' ? any : {}) }]))));
  count(await read(dice.some(200, () => dice.one([...'AZaz09-_.=1e#&'])).join('')));
  if (run % SEALED_EACH > 0) continue;
  const sealed = await writeLink(shared, 'a pass phrase');
  assert.deepEqual(await readLink(sealed, 'a pass phrase'), shared);
  assert.equal((await read(sealed, 'another')).code, 'passphrase');
  const broken = damaged(sealed, dice);
  const { held, code } = await read(broken, 'a pass phrase');
  // Base64 has letters that stand for nothing; what was sealed comes out whole or not at all.
  assert.ok(held === undefined ? CODES.includes(code) : JSON.stringify(held) === JSON.stringify(shared), broken);
  seen.sealed += 1;
}

// What is packed small and unpacks large is stopped on the way.
assert.equal((await read(await written({ s: 1, n: 'x'.repeat(3_000_000) }))).code, 'too-large');
assert.equal({}.polluted, undefined);
assert.ok(seen.refused > 0 && seen.taken > 0, JSON.stringify(seen));
console.log(`links: ${RUNS} written and read the same, ${seen.refused} refused, ${seen.taken} taken, ${seen.sealed} sealed`);
