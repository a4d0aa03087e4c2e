// Keeps a visit in the browser where the page asks for it. Nothing is kept otherwise.

const PREFIX = 'aims-readiness';

/** The place to keep a visit in: `none`, or where storing is blocked, one that keeps nothing and says so once. */
export function keeper(kind, key, blocked) {
  const nothing = { read: () => undefined, write() {}, clear() {} };
  if (kind === 'none') return nothing;
  const name = key ? `${PREFIX}:${key}` : PREFIX;
  let said = false;
  const tried = (work) => {
    try {
      // Merely naming the storage throws where it is blocked.
      return work(kind === 'local' ? localStorage : sessionStorage);
    } catch {
      if (!said) blocked();
      said = true;
      return undefined;
    }
  };
  return {
    read: () => tried((storage) => visitOf(storage.getItem(name))),
    write: (visit) => tried((storage) => storage.setItem(name, JSON.stringify(visit))),
    clear: () => tried((storage) => storage.removeItem(name)),
  };
}

function visitOf(text) {
  try {
    const visit = JSON.parse(text);
    return isVisit(visit) ? visit : undefined;
  } catch {
    return undefined;
  }
}

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether something has the shape of a visit of this schema or an earlier one. */
export const isVisit = (value) =>
  isObject(value) &&
  isObject(value.answers) &&
  (value.schema ?? 1) <= 1 &&
  ((value.work ?? undefined) === undefined || isObject(value.work)) &&
  Object.values(value.answers).every((values) => Array.isArray(values) || typeof values === 'string');
