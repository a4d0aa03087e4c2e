// Where the files come from in the edition that is one file: from the page itself, packed, with nothing fetched.

import { Problem } from '../loader/problems.js';

/** Nothing that came with the page has to be checked against it. */
export const hashes = {};

/** There is no folder: whatever asks for one gets that of the page, where nothing of ours lies. */
export const folder = { url: new URL('.', document.baseURI), empty: true };

const TYPES = { js: 'text/javascript', json: 'application/json', css: 'text/css', wasm: 'application/wasm' };

const typeOf = (name) => TYPES[name.split('.').at(-1)] ?? 'application/octet-stream';

/** A file as the page has it: deflated, as base64. */
function held(name) {
  const element = document.getElementById(`aims-file-${name}`);
  if (!element) throw new Problem('not-found', name);
  const bytes = Uint8Array.from(atob(element.textContent), (sign) => sign.charCodeAt(0));
  return new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
}

/** The response for a file. */
export async function fetched(name) {
  return new Response(held(name), { headers: { 'content-type': typeOf(name) } });
}

/** An address of a file for this page alone, each time another one, so that each time a script is another instance. */
export async function address(name) {
  const bytes = await (await fetched(name)).arrayBuffer();
  return URL.createObjectURL(new Blob([bytes], { type: typeOf(name) }));
}

/** A script as a module. */
export async function imported(name) {
  return import(await address(name));
}
