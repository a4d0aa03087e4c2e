// Visits as data: what is one, of this schema or an earlier one.

/** The newest schema of a visit. */
export const SCHEMA = 1;

const STEPS = ['start', 'question', 'result', 'checklist'];

export const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

export const isStep = (value) => isObject(value) && STEPS.includes(value.name);

/** Whether something was written by a version that knows more than this one. */
export const isNewer = (value) => isObject(value) && value.schema > SCHEMA;

/** The visit that something holds, of this schema or an earlier one, as a copy of its own; nothing where it is none. */
export function visitOf(value) {
  if (!isObject(value) || !isObject(value.answers) || isNewer(value)) return undefined;
  const work = value.work ?? {};
  const fits = Object.values(value.answers).every((values) => Array.isArray(values) || typeof values === 'string');
  if (!fits || !isObject(work)) return undefined;
  const step = isStep(value.step) ? value.step : undefined;
  return structuredClone({ schema: SCHEMA, answers: value.answers, work, step });
}

/** Whether anything was answered or recorded. */
export const hasContent = ({ answers, work = {} }) => Object.keys(answers).length + Object.keys(work).length > 0;
