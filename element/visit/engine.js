// The two modules of the engine: each started once for all elements of a page, and anew after it stopped.

/** How often the engine was started again: each time needs a script with an address of its own. */
let restarts = 0;

/** Visits that are told when the engine stopped. */
const visits = new Set();

/** A module by its name, `assess` or `result`. `tell` hears of what did not stop it. */
export function engine(name, files, tell) {
  return files.once(`engine ${name}`, async () => {
    const [glue, { module, problem }] = await Promise.all([
      files.script(`${name}.js`, restarts),
      files.compiled(`${name}_bg.wasm`),
    ]);
    if (problem) tell(problem);
    await glue.default({ module_or_path: module });
    return glue;
  });
}

/** Calls the engine. One that stops in the call cannot be called again: it is started anew, and the call fails. */
export function call(files, work) {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof WebAssembly.RuntimeError)) throw error;
    restartAll();
    throw new files.Problem('panic', '');
  }
}

export function join(visit) {
  if (visits.size === 0) addEventListener('error', hear);
  visits.add(visit);
}

export function leave(visit) {
  visits.delete(visit);
  if (visits.size === 0) removeEventListener('error', hear);
}

/** An engine that stops by itself does so in the middle of an event, where only the page hears of it. */
function hear({ error }) {
  if (!(error instanceof WebAssembly.RuntimeError)) return;
  const [{ files: { folder } }] = visits;
  const stack = error.stack ?? '';
  // Files that the page has in itself have addresses without names.
  const ours = folder.empty ? /blob:/ : /(assess|result)(_bg\.wasm|\.js)/;
  if ((folder.empty || stack.includes(folder.url.href)) && ours.test(stack)) restartAll();
}

/** One event can meet a stopped engine more than once. */
let restarting = false;

/** Drops the modules; every visit goes on with new ones. */
function restartAll() {
  if (restarting) return;
  restarting = true;
  setTimeout(() => (restarting = false));
  restarts += 1;
  for (const visit of visits) {
    for (const name of ['assess', 'result']) visit.files.forget(`engine ${name}`);
  }
  for (const visit of [...visits]) visit.restart();
}
