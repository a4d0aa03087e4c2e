// Visits as data: what is one, of this schema or an earlier one.

/** The newest schema of a visit. */
export const SCHEMA = 2;

const STEPS = ['start', 'question', 'result', 'checklist'];

export const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

export const isStep = (value) => isObject(value) && STEPS.includes(value.name);

/** Whether something was written by a version that knows more than this one. */
export const isNewer = (value) => isObject(value) && value.schema > SCHEMA;

/** What is said of a use case beside answers and work; texts, but for three. */
const ABOUT = ['id', 'name', 'description', 'tags', 'archived', 'assessor', 'notes', 'plan_start', 'columns'];
const SHAPES = { tags: Array.isArray, columns: Array.isArray, archived: (value) => typeof value === 'boolean' };

/** What is said of a use case, in a visit (`about`) or in a record (beside the answers); nothing where nothing is. */
function aboutOf(value) {
  const said = { ...(isObject(value.about) ? value.about : {}), ...value };
  const fits = (key) => (SHAPES[key] ?? ((text) => typeof text === 'string'))(said[key]);
  const entries = ABOUT.filter((key) => said[key] !== undefined && fits(key)).map((key) => [key, said[key]]);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** The visit that something holds, of this schema or an earlier one, as a copy of its own; nothing where it is none. */
export function visitOf(value) {
  if (!isObject(value) || !isObject(value.answers) || isNewer(value)) return undefined;
  const work = value.work ?? {};
  const fits = Object.values(value.answers).every((values) => Array.isArray(values) || typeof values === 'string');
  if (!fits || !isObject(work)) return undefined;
  const step = isStep(value.step) ? value.step : undefined;
  const about = aboutOf(value);
  return structuredClone({ schema: SCHEMA, ...(about && { about }), answers: value.answers, work, step });
}

/** Whether anything was answered or recorded. */
export const hasContent = ({ answers, work = {} }) => Object.keys(answers).length + Object.keys(work).length > 0;
