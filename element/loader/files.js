// The files of this version, each got once for all elements of a page.
//
// The build puts in VERSION and LANGUAGES.

import { Problem } from './problems.js';
import { address, fetched, folder, hashes, imported } from './transport.js';

export { address, fetched, folder, hashes };

/* global AIMS_VERSION, AIMS_LANGUAGES */
export const VERSION = AIMS_VERSION;
export const LANGUAGES = AIMS_LANGUAGES;
/** Loads that succeeded or are under way, by name; a failed one is dropped, so that a retry can work. */
const loads = new Map();

export function once(name, load) {
  if (!loads.has(name)) {
    const started = load();
    loads.set(name, started);
    pending.add(name);
    started.then(() => pending.delete(name), () => loads.delete(name));
  }
  return loads.get(name);
}

/** Loads under way: when one of several fails, a retry must not wait for what is about to fail with it. */
export const pending = new Set();

/** Forgets loads, so that the next ones start anew. */
export const forget = (...names) => names.forEach((name) => loads.delete(name));

export const json = (name) => once(name, async () => (await fetched(name)).json());

/** A script of this version; `turn` makes another instance of it. */
export const script = (name, turn = 0) => once(`${name} ${turn}`, () => imported(name, turn));

/**
 * The first screens of a language, which bring the hashes of all its words. Those of the first language are known
 * here, so that any number of others makes this script no longer; theirs come with the visit.
 */
export async function firstScreens(language) {
  const name = `start.${language}.json`;
  if (!hashes[name]) {
    // On its way meanwhile; it is checked when it is asked for again, and then the browser has it.
    fetched(name).catch(() => {});
    Object.assign(hashes, (await script('visit.js')).HASHES);
  }
  const screens = await json(name);
  Object.assign(hashes, screens.hashes);
  return screens;
}

/** What every screen of a language says. */
export const wording = (language) => json(`wording.${language}.json`);

/** A constructed sheet: it needs nothing of the page's style policy. It belongs to one document. */
export async function sheet(name, { ownerDocument }) {
  const css = await once(name, async () => (await fetched(name)).text());
  if (!sheets.has(ownerDocument)) sheets.set(ownerDocument, {});
  const known = sheets.get(ownerDocument);
  if (!known[name]) (known[name] = new ownerDocument.defaultView.CSSStyleSheet()).replaceSync(css);
  return known[name];
}

const sheets = new WeakMap();

/** A compiled WebAssembly file, and the problem where the server sends it with the wrong type. */
export const compiled = (name) =>
  once(name, async () => {
    if (typeof WebAssembly !== 'object') throw new Problem('wasm-unsupported', '');
    const response = await fetched(name);
    const typed = response.headers.get('content-type')?.startsWith('application/wasm');
    try {
      const module = typed
        ? await WebAssembly.compileStreaming(response)
        : await WebAssembly.compile(await response.arrayBuffer());
      return { module, problem: typed ? undefined : new Problem('mime', name) };
    } catch (error) {
      if (/content security policy|unsafe-eval|csp/i.test(error.message)) {
        throw new Problem('csp-blocked', "script-src 'wasm-unsafe-eval'");
      }
      throw new Problem(typed ? 'load' : 'mime', `${name}: ${error.message}`);
    }
  });

/** Fetches what the first question needs, before an element asks for it. */
export function preload(lang = LANGUAGES[0]) {
  if (!globalThis.document) return Promise.resolve();
  return Promise.all([
    sheet('assess.css', { ownerDocument: document }),
    firstScreens(lang).then(() => wording(lang)),
    script('visit.js'),
    script('assess.js'),
    compiled('assess_bg.wasm'),
  ]).then(() => undefined);
}
