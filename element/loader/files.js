// Fetches the files of this version, each once for all elements of a page, and tells why one did not come.
//
// The build puts in VERSION, LANGUAGES and the hashes of the files that come first.

import { Problem } from './problems.js';

/* global AIMS_VERSION, AIMS_LANGUAGES, AIMS_HASHES */
export const VERSION = AIMS_VERSION;
export const LANGUAGES = AIMS_LANGUAGES;
/** Hashes of files by name; those of the files that come later are added when they are known. */
export const hashes = AIMS_HASHES;

/** The folder of the files: that of this script, unless a page says that they are elsewhere. */
export const folder = { url: new URL('.', import.meta.url) };

/** Longer than the slowest connection that anyone would wait for. */
const TOO_LONG = 60_000;

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

/** The response for a file, or a problem that says why there is none. */
export async function fetched(name) {
  const url = new URL(name, folder.url);
  const signal = AbortSignal.timeout(TOO_LONG);
  const get = (integrity) => fetch(url, integrity ? { signal, integrity } : { signal });
  let response;
  try {
    response = await get(hashes[name]);
  } catch (error) {
    if (error.name === 'TimeoutError') throw new Problem('timeout', name);
    throw await reason(error, url, name, get);
  }
  if (!response.ok) throw refused(response);
  return response;
}

const refused = ({ status, url }) => new Problem(status < 500 ? 'not-found' : 'load', `${url} (${status})`);

/** Browsers give one error for all that can go wrong with a request; what else is known tells it apart. */
async function reason(error, url, name, get) {
  const plain = hashes[name] && (await get().catch(() => undefined));
  // Browsers tell of a breach of the policy after they refused the request.
  await new Promise((resolve) => setTimeout(resolve, 100));
  if (blocked.has(url.href)) return new Problem('csp-blocked', `connect-src ${url.origin}`);
  if (navigator.onLine === false) return new Problem('offline', '');
  if (url.protocol === 'file:') return new Problem('file-protocol', '');
  if (plain?.ok) return new Problem('integrity', name);
  if (plain) return refused(plain);
  if (url.origin !== location.origin) return new Problem('cors', url.href);
  return new Problem('load', `${name}: ${error.message}`);
}

/** Addresses that the page's policy refused: the error of the request itself does not say so. */
const blocked = new Set();
globalThis.document?.addEventListener('securitypolicyviolation', ({ blockedURI }) => blocked.add(blockedURI));

export const json = (name) => once(name, async () => (await fetched(name)).json());

/** How often scripts failed to come: some browsers remember that of an address for good. */
let failures = 0;

/** A script of this version; `turn` makes another instance of it. */
export const script = (name, turn = 0) =>
  once(`${name} ${turn}`, () => {
    const url = new URL(name, folder.url);
    if (turn + failures) url.search = `${turn}-${failures}`;
    const late = new Promise((_, reject) => setTimeout(() => reject(new Problem('timeout', name)), TOO_LONG));
    return Promise.race([import(/* @vite-ignore */ /* webpackIgnore: true */ url.href), late]).catch(async (error) => {
      if (error instanceof Problem) throw error;
      failures += 1;
      // An import does not say why it failed; a request does.
      await fetched(name);
      throw new Problem('load', `${name}: ${error.message}`);
    });
  });

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
    json(`start.${lang}.json`),
    json(`wording.${lang}.json`),
    script('visit.js'),
    script('assess.js'),
    compiled('assess_bg.wasm'),
  ]).then(() => undefined);
}
