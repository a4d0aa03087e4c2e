// What a case hangs on: the few facts of which people read something else in a story, and what each of them read.
//
// A fact can be read in so many states: not told is 0, behind it come its values, or every set of them where several can
// hold at the same time.

import { make } from '../visit/make.js';
import { READINGS } from './code.js';
import { choices } from './choices.js';

/** More facts than this nobody says twice. */
const MOST = 3;

/** Values of a fact that is answered by none. */
const NONE = 'none';
const NOT_ASKED = ['unknown', NONE];

/** The facts that a scenario hangs on: `{fact, question, many, values, states}`, values as `[id, text]`. */
export async function readingsOf(desk, scenario) {
  const { turning_points: points } = await desk.model(scenario);
  const known = await desk.asked(scenario, (glue, words, overlay) => glue.engineFacts(words, overlay));
  const taken = [];
  let ways = 1;
  for (const { fact, question } of points) {
    const { type, values: all } = known.find(({ id }) => id === fact) ?? {};
    if (!all) continue;
    const values = all.filter(({ id }) => !NOT_ASKED.includes(id)).map(({ id, wording }) => [id, wording]);
    const many = type === 'many';
    const states = 1 + (many ? 2 ** values.length : values.length);
    if (taken.length === MOST || ways * states > READINGS) continue;
    ways *= states;
    taken.push({ fact, question, many, values, states, none: all.find(({ id }) => id === NONE)?.wording });
  }
  return taken;
}

/** The state in which answers have a fact. */
export function stateOf({ fact, many, values }, answers) {
  const given = answers[fact];
  if (!given || given.includes('unknown')) return 0;
  if (!many) return 1 + values.findIndex(([id]) => id === given[0]);
  return 1 + values.reduce((mask, [id], bit) => (given.includes(id) ? mask + 2 ** bit : mask), 0);
}

/** What answers have in a state; nothing where it is not told. */
export function valuesOf({ many, values }, state) {
  if (state === 0) return undefined;
  if (!many) return [values[state - 1][0]];
  return values.filter((_, bit) => Math.floor((state - 1) / 2 ** bit) % 2 === 1).map(([id]) => id);
}

/** A state in words. */
export function stateText({ words }, reading, state) {
  const given = valuesOf(reading, state);
  if (!given) return words('workshop.not-told');
  if (given.length === 0) return reading.none ?? words('none');
  return given.map((id) => reading.values.find(([known]) => known === id)[1]).join('; ');
}

/** Controls for what somebody read: `{element, read}`; `read()` gives a state for each fact, or nothing at all. */
export function readingFields({ words }, readings) {
  const fields = readings.map((reading) => (reading.many ? severalOf(reading) : oneOf(words, reading)));
  const read = () => {
    const states = fields.map(({ state }) => state());
    return states.some((state) => state > 0) ? states : undefined;
  };
  return { elements: fields.map(({ element }) => element), read };
}

function oneOf(words, { fact, question, values }) {
  const options = [['', words('workshop.not-told')], ...values];
  const group = choices(`aims-workshop-read-${fact}`, question, options, '');
  return { element: group.element, state: () => 1 + values.findIndex(([id]) => id === group.value()) };
}

/** Where several can hold each has a box, and one says that none does. */
function severalOf({ fact, question, values, none }) {
  const boxes = [...values, [NONE, none]].map(([id, text]) => {
    const box = make('input', { type: 'checkbox', id: `aims-workshop-read-${fact}-${id}` });
    return { id, box, line: make('p', { className: 'workshop-choice' }, box, make('label', { htmlFor: box.id }, text)) };
  });
  const nothing = boxes.at(-1).box;
  for (const { box } of boxes) {
    box.addEventListener('change', () => {
      if (!box.checked) return;
      for (const { box: other } of boxes) if ((box === nothing) !== (other === nothing)) other.checked = false;
    });
  }
  const element = make('fieldset', { className: 'workshop-choices' }, make('legend', {}, question), ...boxes.map(({ line }) => line));
  const state = () => {
    if (nothing.checked) return 1;
    const mask = boxes.slice(0, -1).reduce((sum, { box }, bit) => (box.checked ? sum + 2 ** bit : sum), 0);
    return mask > 0 ? 1 + mask : 0;
  };
  return { element, state };
}
