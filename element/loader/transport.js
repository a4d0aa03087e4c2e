// Where the files of this version come from: a folder on a server. Tells why one did not come.
//
// The build puts in the hashes of the files that come first.

import { Problem } from './problems.js';

/* global AIMS_HASHES */
/** Hashes of files by name; those of the files that come later are added when they are known. */
export const hashes = AIMS_HASHES;

/** The folder of the files: that of this script, unless a page says that they are elsewhere. */
export const folder = { url: new URL('.', import.meta.url) };

/** Longer than the slowest connection that anyone would wait for. */
const TOO_LONG = 60_000;

/** The address of a file; with a turn that of another instance of a script. */
export const address = (name, turn) => new URL(turn ? `${name}?${turn}` : name, folder.url).href;

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

/** How often scripts failed to come: some browsers remember that of an address for good. */
let failures = 0;

/** A script as a module; `turn` makes another instance of it. */
export function imported(name, turn) {
  const url = address(name, turn + failures && `${turn}-${failures}`);
  const late = new Promise((_, reject) => setTimeout(() => reject(new Problem('timeout', name)), TOO_LONG));
  return Promise.race([import(/* @vite-ignore */ /* webpackIgnore: true */ url), late]).catch(async (error) => {
    if (error instanceof Problem) throw error;
    failures += 1;
    // An import does not say why it failed; a request does.
    await fetched(name);
    throw new Problem('load', `${name}: ${error.message}`);
  });
}
