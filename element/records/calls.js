// The module of records, called by name: in a worker, so that nothing long is done in the page, or in the page where
// a worker is not allowed. It gets all it needs by message and fetches the module and nothing else.

import { takers } from './registers.js';

/** What each call does with a module that was started. */
const callsOf = (module, registers) => ({
  make: (format, useCase, asOf, semicolon) => {
    const [name, type, bytes] = module.make(format, useCase, asOf, semicolon);
    return { name, type, bytes };
  },
  report: (useCase, asOf) => JSON.parse(module.report(useCase, asOf)),
  open: (text) => JSON.parse(module.open(text)),
  register: (number, name, ...args) => registers(number, name, args),
});

/**
 * Starts the module: `{glue, wasm, integrity, words, language, overlay}`, the first two addresses. Gives what calls it by name with a list of
 * arguments; a refusal is thrown as `{code, message, mistakes}`.
 */
export async function begin({ glue: script, wasm, integrity, words, language, overlay }) {
  const [glue, response] = await Promise.all([
    import(/* @vite-ignore */ /* webpackIgnore: true */ script),
    fetch(wasm, integrity ? { integrity } : {}),
  ]);
  if (!response.ok) throw new Error(`${wasm} (${response.status})`);
  // A server that sends another type is no reason to fail.
  await glue.default({ module_or_path: await response.arrayBuffer() });
  const made = () => new glue.Records(words, language, overlay);
  const calls = callsOf(made(), takers(glue, made));
  return async (name, args) => {
    try {
      return await calls[name](...args);
    } catch (refusal) {
      throw typeof refusal === 'string' ? JSON.parse(refusal) : refusal;
    }
  };
}

const said = ({ code = 'records', message, mistakes = [] }) => ({ code, message: String(message), mistakes });

/** In a worker, which has one module: what calls it. */
let call;

async function answer({ data: { id, start, name, args } }) {
  try {
    let result;
    if (start) call = await begin(start);
    else result = await call(name, args);
    postMessage({ id, result }, result?.bytes ? [result.bytes.buffer] : []);
  } catch (error) {
    postMessage({ id, stopped: error instanceof WebAssembly.RuntimeError, error: said(error) });
  }
}

if (typeof WorkerGlobalScope === 'function' && globalThis instanceof WorkerGlobalScope) {
  addEventListener('message', answer);
  postMessage({ ready: true });
}
