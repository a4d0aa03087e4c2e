// What a deck of own cases is as data: the shape that the forms can work with, and its text.

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value) => typeof value === 'string';

const listOf = (of) => (value) => Array.isArray(value) && value.every(of);

const texts = listOf(isText);

const statements = (value) => isObject(value) && Object.values(value).every(texts);

/** Whether an object has each of these fields as it should, or not at all. */
const fits = (fields) => (value) => isObject(value) && Object.entries(fields).every(([key, fit]) => value[key] === undefined || fit(value[key]));

const mistake = fits({ tier: isText, why: isText });

const finding = fits({ id: isText, item: isText, grade: isText, text: isText, reason: isText });

const task = { id: isText, title: isText, story: isText, answers: statements, prompts: texts, domains: texts };

const scenario = fits({ ...task, missing: texts, mistake, as_of: isText });

const exercise = fits({ ...task, kind: isText, note: isText, scenario: isText, controls: texts, findings: listOf(finding) });

/** Whether the forms can work with something: what the reader says of it is another matter. */
export const isDeck = fits({ id: isText, version: isText, name: isText, language: isText, scenarios: listOf(scenario), exercises: listOf(exercise) });

/** What the editor writes; anything else in a file stays as it is. */
const EDITED = new Set(['$schema', 'schema', 'id', 'version', 'name', 'language', 'scenarios', 'exercises']);

/** What a deck has beside what the editor writes: names of parts. */
export const partsBeside = (deck) => Object.keys(deck).filter((key) => !EDITED.has(key));

/** The text of a deck, as it is saved and read. */
export const deckText = (deck) => `${JSON.stringify(deck, null, 2)}\n`;

/** A deck with nothing in it. */
export const emptyDeck = (name, language) => ({ schema: 1, id: slugOf(name), version: '1.0.0', name, language, scenarios: [], exercises: [] });

/** The most signs of the id of a deck. */
const LONGEST_ID = 32;

/** An id out of a name: lower-case letters, digits and hyphens, a letter first. */
export function slugOf(name) {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const slug = plain.replace(/^[-0-9]+/, '').slice(0, LONGEST_ID).replace(/-+$/, '');
  return slug || 'own-cases';
}

/** Gives a deck another id: the ids of its cases and exercises begin with it. */
export function renameDeck(deck, id) {
  const before = `${deck.id}.`;
  const renamed = (known) => (known?.startsWith(before) ? `${id}.${known.slice(before.length)}` : known);
  for (const one of [...(deck.scenarios ?? []), ...(deck.exercises ?? [])]) {
    one.id = renamed(one.id);
    if (one.scenario !== undefined) one.scenario = renamed(one.scenario);
  }
  deck.id = id;
}

/** Sets a field, or takes it away where there is nothing in it. */
export function put(task, key, value) {
  const none = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  if (none) delete task[key];
  else task[key] = value;
}

/** A case as the screens of the workshop take it, however far it is written. */
export function shownCase(deck, { answers = {}, missing = [], prompts = [], domains = [], difficulty = 2, minutes = 10, mistake, ...rest }) {
  const whole = mistake?.tier && mistake.why?.trim() ? { mistake } : {};
  return { ...rest, answers, missing, prompts, domains, difficulty, minutes, ...whole, deck: deck.name, own: true };
}

/** The same of an exercise. */
export const shownExercise = (deck, { answers = {}, controls = [], findings = [], note = '', ...rest }) => ({ ...shownCase(deck, rest), answers, controls, findings, note });
