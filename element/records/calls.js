// The module of records, called by name: in a worker, so that nothing long is done in the page, or in the page where
// a worker is not allowed. It gets all it needs by message and fetches the module and nothing else.

import { takers } from './registers.js';

/** The module with its words, after it was started. */
let started;

/** Starts the module: `{wasm, integrity, turn, words, language, overlay}`. */
export async function begin({ wasm, integrity, turn = 0, words, language, overlay }) {
  const name = turn ? `./records.js?${turn}` : './records.js';
  const [glue, response] = await Promise.all([
    import(/* @vite-ignore */ /* webpackIgnore: true */ new URL(name, import.meta.url).href),
    fetch(wasm, integrity ? { integrity } : {}),
  ]);
  if (!response.ok) throw new Error(`${wasm} (${response.status})`);
  // A server that sends another type is no reason to fail.
  await glue.default({ module_or_path: await response.arrayBuffer() });
  started = new glue.Records(words, language, overlay);
  registers = takers(glue, () => new glue.Records(words, language, overlay));
}

/** The registers of the pages' elements. */
let registers;

/** What each call does with the module. */
const CALLS = {
  make: (format, useCase, asOf, semicolon) => {
    const [name, type, bytes] = started.make(format, useCase, asOf, semicolon);
    return { name, type, bytes };
  },
  report: (useCase, asOf) => JSON.parse(started.report(useCase, asOf)),
  open: (text) => JSON.parse(started.open(text)),
  register: (number, name, ...args) => registers(number, name, args),
};

/** Calls the module; a refusal is thrown as `{code, message, mistakes}`. */
export async function call(name, args) {
  try {
    return await CALLS[name](...args);
  } catch (refusal) {
    throw typeof refusal === 'string' ? JSON.parse(refusal) : refusal;
  }
}

const said = ({ code = 'records', message, mistakes = [] }) => ({ code, message: String(message), mistakes });

async function answer({ data: { id, start, name, args } }) {
  try {
    const result = start ? await begin(start) : await call(name, args);
    postMessage({ id, result }, result?.bytes ? [result.bytes.buffer] : []);
  } catch (error) {
    postMessage({ id, stopped: error instanceof WebAssembly.RuntimeError, error: said(error) });
  }
}

if (typeof WorkerGlobalScope === 'function' && globalThis instanceof WorkerGlobalScope) {
  addEventListener('message', answer);
  postMessage({ ready: true });
}
