// Every request of the page, as the browser itself notes them, from the first on.
//
// The browser keeps a list of 250 for a page and drops the rest, so whoever wants them all has to watch from early on:
// import this with the element, not with the panel that shows it.

const seen = new Map();
const watchers = new Set();
let dropped = 0;

function add(entries) {
  let added = false;
  for (const entry of entries) {
    const key = `${entry.startTime} ${entry.name}`;
    added ||= !seen.has(key);
    seen.set(key, entry);
  }
  return added;
}

if (globalThis.PerformanceObserver?.supportedEntryTypes?.includes('resource')) {
  new PerformanceObserver((list, _observer, { droppedEntriesCount = 0 } = {}) => {
    dropped += droppedEntriesCount;
    if (add(list.getEntries())) for (const watcher of watchers) watcher();
  }).observe({ type: 'resource', buffered: true });
}

const isUnder = ({ name }, bases) => bases.some((base) => name.startsWith(base));

/**
 * What was asked for under these addresses, what else the page asked for, and how many requests the browser dropped
 * from its list before anybody watched.
 */
export function requests(bases) {
  // The observer is told some time later; the list of the browser is up to date.
  add(performance.getEntriesByType('resource'));
  const all = [...seen.values()].sort((one, other) => one.startTime - other.startTime);
  const own = all.filter((entry) => isUnder(entry, bases));
  return { own, other: all.filter((entry) => !isUnder(entry, bases)), dropped };
}

/** Calls `watcher` after each further request, until the function that this returns is called. */
export function watch(watcher) {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
