// Visits as data: what is one, and where one is kept if the page asks for it. Nothing is kept otherwise.

const PREFIX = 'aims-readiness';

/** The newest schema of a visit. */
const SCHEMA = 1;

const STEPS = ['start', 'question', 'result', 'checklist'];

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
    read: () => tried((storage) => visitIn(storage.getItem(name))),
    write: (visit) => tried((storage) => storage.setItem(name, JSON.stringify(visit))),
    clear: () => tried((storage) => storage.removeItem(name)),
  };
}

function visitIn(text) {
  try {
    return visitOf(JSON.parse(text));
  } catch {
    return undefined;
  }
}

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

export const isStep = (value) => isObject(value) && STEPS.includes(value.name);

/** The visit that something holds, of this schema or an earlier one, as a copy of its own; nothing where it is none. */
export function visitOf(value) {
  if (!isObject(value) || !isObject(value.answers) || (value.schema ?? SCHEMA) > SCHEMA) return undefined;
  const work = value.work ?? {};
  const fits = Object.values(value.answers).every((values) => Array.isArray(values) || typeof values === 'string');
  if (!fits || !isObject(work)) return undefined;
  const step = isStep(value.step) ? value.step : undefined;
  return structuredClone({ schema: SCHEMA, answers: value.answers, work, step });
}
