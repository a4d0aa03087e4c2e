// Where a mistake is, in words: the title of the case and the name of the field.

import { make } from '../../visit/make.js';
import { taskAt } from './sound.js';

const FIELDS = {
  schema: 'workshop.own-field-schema',
  id: 'workshop.own-field-id',
  version: 'workshop.own-field-version',
  name: 'workshop.own-field-name',
  language: 'workshop.own-field-language',
  title: 'workshop.own-field-title',
  story: 'workshop.own-field-story',
  prompts: 'workshop.own-field-prompts',
  domains: 'workshop.domain',
  difficulty: 'workshop.difficulty',
  minutes: 'workshop.own-field-minutes',
  as_of: 'workshop.own-field-day',
  answers: 'workshop.own-field-answers',
  missing: 'workshop.own-field-missing',
  mistake: 'workshop.own-field-mistake',
  note: 'workshop.note',
  kind: 'workshop.own-field-kind',
  scenario: 'workshop.own-field-setting',
  controls: 'workshop.own-field-controls',
  findings: 'workshop.own-field-findings',
};

/** Of a common mistake and of a finding. */
const INNER = {
  tier: 'workshop.own-field-tier',
  why: 'workshop.own-field-why',
  item: 'workshop.own-field-item',
  grade: 'workshop.own-field-grade',
  text: 'workshop.own-field-text',
  reason: 'workshop.own-field-reason',
};

/** The parts of a JSON pointer. */
const partsOf = (place) => place.split('/').slice(1).map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));

/** The title of a case or an exercise, or its number where it has none. */
export function titleOf({ words, say }, list, task, at) {
  const title = typeof task?.title === 'string' ? task.title.trim() : '';
  const [titled, numbered] = list === 'scenarios' ? ['workshop.own-case-titled', 'workshop.own-case-number'] : ['workshop.own-exercise-titled', 'workshop.own-exercise-number'];
  return title ? words(titled, { title }) : words(numbered, { number: say.number(at + 1) });
}

/** The place of a mistake in a deck as a text; of the whole it is the file. */
export function placeOf(desk, deck, place) {
  const { words, say } = desk;
  const known = taskAt(place);
  const parts = partsOf(place);
  const [field, ...rest] = known ? parts.slice(2) : parts;
  const task = known && deck?.[known[0]]?.[known[1]];
  const said = known ? [titleOf(desk, known[0], task, known[1])] : [];
  if (field !== undefined) said.push(FIELDS[field] ? words(FIELDS[field]) : field);
  const detail = (part) => {
    if (INNER[part]) return words(INNER[part]);
    if (!/^\d+$/.test(part)) return say.question(part);
    const fact = field === 'missing' && task?.missing?.[part];
    return typeof fact === 'string' ? say.question(fact) : words('workshop.own-place-number', { number: say.number(Number(part) + 1) });
  };
  // Which value of an answer it is says nothing that the message does not.
  said.push(...(field === 'answers' ? rest.slice(0, 1) : rest).map(detail));
  return said.length > 0 ? said.join(' – ') : words('workshop.own-file');
}

/** What is wrong and what helps. */
export const whatOf = ({ message, hint }) => (hint ? `${message} (${hint})` : message);

/** All mistakes of a file, with their places in words and in the file. */
export function mistakeList(desk, deck, mistakes) {
  const line = (mistake) =>
    make('li', {}, make('p', {}, make('b', {}, placeOf(desk, deck, mistake.place))), make('p', {}, whatOf(mistake)), mistake.place !== '' && make('p', { className: 'quiet' }, mistake.place));
  return make('ul', { className: 'workshop-lines' }, ...mistakes.map(line));
}
