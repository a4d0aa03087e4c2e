// Share links: a use case as text behind the # of an address, which no browser sends to a server.
//
// `aims-readiness=1.…` is the JSON, deflated, as base64url; `1e.…` the same under a passphrase. Everything read here was
// written by others: it is measured before it is unpacked, and its shape is checked before it is used.

import { base64url, unbase64url } from './base64url.js';

const PART = 'aims-readiness=';
const PLAIN = '1';
const SEALED = '1e';
const SCHEMA = 1;

/** Programs cut longer addresses here and there; and what is longer than the second belongs into a file. */
export const LONG = 2_000;
export const LONGEST = 30_000;

/** Bytes that a link may unpack to. */
const MOST = 1_000_000;

const SALT = 16;
const IV = 12;
/** Bytes that AES-GCM adds. */
const TAG = 16;
const ROUNDS = 600_000;

const KEYS_REFUSED = new Set(['__proto__', 'constructor', 'prototype']);

/** Why a link cannot be read: `newer`, `damaged`, `too-large`, `passphrase` (a wrong one) or `insecure`. */
export class LinkRefusal extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

/** Whether this page may use the browser's cryptography. */
export const canSeal = () => Boolean(globalThis.isSecureContext && globalThis.crypto?.subtle);

const partsOf = (fragment) => fragment.replace(/^#/, '').split('&').filter(Boolean);

/** The link in a fragment, or in an address that somebody pasted; nothing where there is none. */
export function linkIn(text) {
  const at = text.indexOf('#');
  const found = partsOf(at < 0 ? text.trim() : text.slice(at).trim()).find((part) => part.startsWith(PART));
  return found?.slice(PART.length);
}

/** An address with the link in its fragment; what else stands there stays. */
export function withLink(address, link) {
  const [before, ...fragment] = address.split('#');
  const others = partsOf(fragment.join('#')).filter((part) => !part.startsWith(PART));
  return `${before}#${[...others, PART + link].join('&')}`;
}

export const isSealed = (link) => link.startsWith(`${SEALED}.`);

const bytes = (text) => new TextEncoder().encode(text);

async function deflated(text) {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Unpacks and counts: a few bytes can stand for more than any page has room for. */
async function inflated(data) {
  const reader = new Blob([data]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const parts = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > MOST) {
      await reader.cancel();
      throw new LinkRefusal('too-large');
    }
    parts.push(value);
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(await new Blob(parts).arrayBuffer());
}

async function keyOf(passphrase, salt) {
  const material = await crypto.subtle.importKey('raw', bytes(passphrase.normalize('NFKC')), 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS };
  return crypto.subtle.deriveKey(how, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** The header is not secret, but what was sealed under another one is not opened. */
function header(salt, iv) {
  return new Uint8Array([...bytes(`${PART}${SEALED}.`), ...salt, ...iv]);
}

/** The link for what is to travel; under a passphrase if one is given. */
export async function writeLink(shared, passphrase = '') {
  const data = await deflated(JSON.stringify({ s: SCHEMA, ...shared }));
  if (!passphrase) return `${PLAIN}.${base64url(data)}`;
  const salt = crypto.getRandomValues(new Uint8Array(SALT));
  const iv = crypto.getRandomValues(new Uint8Array(IV));
  const how = { name: 'AES-GCM', iv, additionalData: header(salt, iv) };
  const sealed = new Uint8Array(await crypto.subtle.encrypt(how, await keyOf(passphrase, salt), data));
  return `${SEALED}.${base64url(new Uint8Array([...salt, ...iv, ...sealed]))}`;
}

/** What a link holds, checked. Fails with a `LinkRefusal`. */
export async function readLink(link, passphrase) {
  const [version, payload = ''] = link.split('.', 2);
  if (version !== PLAIN && version !== SEALED) throw new LinkRefusal(/^\d+e?$/.test(version) ? 'newer' : 'damaged');
  try {
    const data = unbase64url(payload);
    return shape(JSON.parse(await inflated(version === SEALED ? await opened(data, passphrase) : data), refusing));
  } catch (error) {
    throw error instanceof LinkRefusal ? error : new LinkRefusal('damaged');
  }
}

async function opened(data, passphrase = '') {
  if (!canSeal()) throw new LinkRefusal('insecure');
  const [salt, iv, sealed] = [data.subarray(0, SALT), data.subarray(SALT, SALT + IV), data.subarray(SALT + IV)];
  if (sealed.length <= TAG) throw new LinkRefusal('damaged');
  const how = { name: 'AES-GCM', iv, additionalData: header(salt, iv) };
  try {
    return new Uint8Array(await crypto.subtle.decrypt(how, await keyOf(passphrase, salt), sealed));
  } catch {
    // A changed link and a wrong passphrase cannot be told apart.
    throw new LinkRefusal('passphrase');
  }
}

function refusing(key, value) {
  if (KEYS_REFUSED.has(key)) throw new LinkRefusal('damaged');
  return value;
}

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (longest) => (value) => typeof value === 'string' && value.length <= longest;
const isDay = (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
const areTexts = (value) => Array.isArray(value) && value.every(isText(200));
const isRecord = (fits) => (value) => isObject(value) && Object.values(value).every(fits);
const isField = (value) => typeof value === 'boolean' || isText(20_000)(value);

/** What may travel, by its letter. Which ids are known the engine says. */
const SHAPE = {
  a: isRecord(areTexts),
  w: isRecord(isRecord(isField)),
  n: isText(200),
  d: isDay,
  r: (value) => typeof value === 'string' && /^sha256-[0-9a-f]{64}$/.test(value),
  c: isText(200),
  t: (value) => areTexts(value) && value.length === 2,
  e: isDay,
  f: areTexts,
  p: isDay,
  k: isText(80),
};
const NEEDED = ['d', 'r', 'c', 't'];

function shape(value) {
  if (!isObject(value)) throw new LinkRefusal('damaged');
  if (value.s > SCHEMA) throw new LinkRefusal('newer');
  const entries = Object.entries(value).filter(([key]) => Object.hasOwn(SHAPE, key));
  const fits = value.s === SCHEMA && NEEDED.every((key) => key in value) && entries.every(([key, held]) => SHAPE[key](held));
  if (!fits) throw new LinkRefusal('damaged');
  return Object.fromEntries(entries);
}

/** Of what is recorded about items: how far it is, and what was written. */
const STATUS = ['status', 'documented', 'working', 'proven', 'due'];
const TEXTS = ['owner', 'note', 'evidence', 'reason'];

/** What travels of a visit. `whole` without it leaves all answers out, `name`, `status` and `texts` add to it. */
export function sharedOf({ answers, result, work }, { whole, name, status, texts, expires }) {
  const shared = { d: result.as_of, r: result.receipt, c: result.catalog, t: result.range };
  if (name) shared.n = name;
  if (expires) shared.e = expires;
  if (!whole) return { ...shared, f: result.flags, ...(result.applies_from ? { p: result.applies_from } : {}) };
  const kept = [...(status ? STATUS : []), ...(texts ? TEXTS : [])];
  const records = Object.entries(work).map(([id, record]) => [
    id,
    Object.fromEntries(Object.entries(record).filter(([key]) => kept.includes(key))),
  ]);
  const filled = records.filter(([, record]) => Object.keys(record).length > 0);
  return { ...shared, a: answers, ...(filled.length > 0 ? { w: Object.fromEntries(filled) } : {}) };
}

/** The saved visit that a link holds, as files have it; nothing where it holds no answers. */
export function savedOf({ a, w = {}, d, r, c, t }) {
  return a && { schema: 1, answers: a, work: w, result: { range: t, catalog: c, as_of: d, receipt: r } };
}
