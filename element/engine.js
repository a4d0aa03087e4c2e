// The engine without a page: the module of the result, its words, and plain objects in and out.
//
// Works in browsers and in Node. Files are found beside this one. Loading it twice gives the same engine.

/** All words, in files as the build writes them; written out so that bundlers find them. */
const WORDING = [
  new URL('./wording.en.json', import.meta.url),
  new URL('./wording.en.details.json', import.meta.url),
  new URL('./wording.en.results.json', import.meta.url),
  new URL('./wording.en.checklist.json', import.meta.url),
  new URL('./wording.en.starters.json', import.meta.url),
  new URL('./wording.en.reference.json', import.meta.url),
];

/** The module once it is there, or on its way; a failure is forgotten, so that another try can work. */
let started;

function failure(code, message, more = {}) {
  return Object.assign(new Error(message), { code, ...more });
}

/** What a file holds, as a promise of a `Response`, which has all the ways to read it. */
async function file(address) {
  const url = new URL(address, import.meta.url);
  if (url.protocol === 'file:' && globalThis.process?.versions?.node) {
    // In parts, so that no bundler for browsers looks for it.
    const { readFile } = await import(/* webpackIgnore: true */ /* @vite-ignore */ ['node:fs', 'promises'].join('/'));
    const body = await readFile(url).catch((error) => {
      throw failure('not-found', `${url.pathname}: ${error.message}`);
    });
    return new Response(body, { headers: { 'content-type': url.pathname.endsWith('.wasm') ? 'application/wasm' : '' } });
  }
  const response = await fetch(url);
  if (!response.ok) throw failure('not-found', `${url}: status ${response.status}`);
  return response;
}

async function start(wasm) {
  const [glue, source] = await Promise.all([
    import('./result.js'),
    wasm === undefined || typeof wasm === 'string' || wasm instanceof URL
      ? file(wasm ?? new URL('./result_bg.wasm', import.meta.url))
      : wasm,
  ]);
  await glue.default({ module_or_path: source });
  return glue;
}

async function words() {
  const parts = await Promise.all(WORDING.map(async (address) => (await file(address)).json()));
  return Object.assign({}, ...parts);
}

/** Answers as the module takes them, from answers as people write them. */
function lists(answers) {
  const entries = Object.entries(answers ?? {}).filter(([, values]) => values !== undefined && values !== null);
  return Object.fromEntries(entries.map(([fact, values]) => [fact, typeof values === 'string' ? [values] : values]));
}

/** The module throws plain objects, which say nothing where nobody catches them. */
function told(call) {
  try {
    return call();
  } catch (thrown) {
    if (thrown instanceof Error || !thrown?.code) throw thrown;
    throw failure(thrown.code, thrown.message);
  }
}

export async function load({ wasm, wording, overlay } = {}) {
  started ??= start(wasm).catch((error) => {
    started = undefined;
    throw error;
  });
  const [glue, texts] = await Promise.all([started, wording ?? words()]);
  const readOverlay = (text) => told(() => glue.engineReadOverlay(text, texts));
  let number;
  if (overlay) {
    const { mistakes, ...found } = readOverlay(JSON.stringify(overlay));
    if (mistakes.length > 0) {
      const message = mistakes.map(({ place, message }) => `${place}: ${message}`).join('\n');
      throw failure('overlay', message, { problems: mistakes });
    }
    Object.assign(texts, found.texts);
    number = found.number;
  }
  return {
    facts: () => told(() => glue.engineFacts(texts, number)),
    classify: (answers, { asOf }) => told(() => glue.engineClassify(lists(answers), asOf, number)),
    checklist: (answers, { asOf }) => told(() => glue.engineChecklist(lists(answers), asOf, texts, number)),
    plan: (answers, { asOf, work = {} }) => told(() => glue.enginePlan(lists(answers), work, asOf, texts, number)),
    statement: (answers, { asOf, work = {} }) => told(() => glue.engineStatement(lists(answers), work, asOf, texts, number)),
    crosswalk: () => told(() => glue.engineCrosswalk(texts, number)),
    validateOverlay: (text) => readOverlay(text).mistakes,
  };
}
