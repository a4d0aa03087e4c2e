// The way to the module of records: to a worker where one can be had, else to the page itself.

export { formats } from './formats.js';

/** How often the module was started anew in the page: each time needs a script with an address of its own. */
let turns = 0;

/** The script of the worker, as pages want it that let scripts come from trusted addresses only. */
let trusted;

function scriptOf(url) {
  trusted ??= globalThis.trustedTypes?.createPolicy('aims-readiness', {
    createScriptURL: (text) => (text.endsWith('/records-calls.js') ? text : ''),
  }) ?? { createScriptURL: (text) => text };
  return trusted.createScriptURL(url);
}

/** A worker that is listening; nothing where the page or its policy allows none. */
function listening(url) {
  return new Promise((resolve) => {
    let worker;
    // A page that has its files in itself has no folder for a worker to come from.
    if (url.startsWith('blob:')) return resolve(undefined);
    try {
      worker = new Worker(scriptOf(url), { type: 'module' });
    } catch {
      // Files of another origin make no worker.
      return resolve(undefined);
    }
    worker.addEventListener('message', () => resolve(worker), { once: true });
    worker.addEventListener('error', () => resolve(undefined), { once: true });
    return undefined;
  });
}

/** A refusal of the module as an error. */
const refusal = ({ code, message, mistakes }) => Object.assign(new Error(message), { code, mistakes });

function overWorker(worker, drop) {
  const waiting = new Map();
  let last = 0;
  /** A module that stopped answers nothing any more, and what waits for it would wait for ever. */
  const end = (error) => {
    drop();
    worker.terminate();
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.addEventListener('message', ({ data: { id, result, error, stopped } }) => {
    const { resolve, reject } = waiting.get(id) ?? {};
    waiting.delete(id);
    if (error) reject?.(refusal(error));
    else resolve?.(result);
    if (stopped) end(refusal(error));
  });
  worker.addEventListener('error', ({ message }) => end(refusal({ code: 'records', message, mistakes: [] })));
  const send = (message) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      worker.postMessage({ id: last, ...message });
    });
  return {
    begin: (start) => send({ start }),
    call: (name, ...args) => send({ name, args }),
  };
}

function inPage({ begin }, address, drop) {
  let call;
  return {
    async begin(start) {
      turns += 1;
      call = await begin({ ...start, glue: await address('records.js', turns - 1) });
    },
    async call(name, ...args) {
      try {
        return await call(name, args);
      } catch (error) {
        if (error instanceof WebAssembly.RuntimeError) drop();
        throw error instanceof Error ? error : refusal(error);
      }
    },
  };
}

/** A file of a visit in a format of the module. */
export async function make(visit, format, semicolon = false) {
  const port = await visit.records();
  const made = await port.call('make', format, JSON.stringify(visit.useCase()), visit.asOf(), semicolon);
  return { format, ...made };
}

/** The report of a visit for a board, as a tree of elements. */
export async function report(visit) {
  return (await visit.records()).call('report', JSON.stringify(visit.useCase()), visit.asOf());
}

/** Ports that are open, by what they were opened with. */
const ports = new Map();

/**
 * A port with these words, in this language and with this overlay; opened once for all that ask for the same.
 * `files` are those of the element.
 */
export function records(files, { words, language, overlay }) {
  const texts = JSON.stringify(words);
  const key = JSON.stringify([language, overlay, texts]);
  const known = ports.get(key);
  if (known) return known;
  const drop = () => ports.delete(key);
  const { address } = files;
  const opened = (async () => {
    const worker = await listening(await address('records-calls.js'));
    const port = worker ? overWorker(worker, drop) : inPage(await files.script('records-calls.js'), address, drop);
    const [glue, wasm] = await Promise.all(['records.js', 'records_bg.wasm'].map((name) => address(name)));
    const integrity = files.hashes['records_bg.wasm'];
    await port.begin({ glue, wasm, integrity, words: texts, language, overlay });
    return port;
  })();
  ports.set(key, opened);
  opened.catch(drop);
  return opened;
}
