// The form of an exclusion: the case that is the setting, and the controls to decide on.

import { make } from '../../visit/make.js';
import { standardItems } from './items.js';
import { titleOf } from './places.js';
import { put } from './shape.js';

/** Setting and controls of an exercise. */
export function exclusionFields(desk, form, exercise) {
  const { words, say, own } = desk;
  const cases = (own.deck.scenarios ?? []).map((one, index) => [one.id, titleOf(desk, 'scenarios', one, index)]);
  const known = cases.some(([id]) => id === exercise.scenario) || !exercise.scenario;
  const options = [['', words('workshop.own-no-setting')], ...(known ? [] : [[exercise.scenario, exercise.scenario]]), ...cases];
  const kept = Object.keys(exercise.answers ?? {}).length;
  const place = make('div', { className: 'workshop-body' });
  const draw = (items) => {
    const chosen = exercise.controls ?? [];
    const foreign = chosen.filter((id) => !items.some(([item]) => item === id)).map((id) => [id, id]);
    place.replaceChildren(form.boxes('controls', words('workshop.own-field-controls'), [...items, ...foreign], chosen, (values) => (exercise.controls = values), words('workshop.own-controls-hint')));
  };
  standardItems(desk, ['control']).then(draw).catch((error) => desk.element.fail(error));
  return [
    form.select('scenario', words('workshop.own-field-setting'), options, exercise.scenario ?? '', (value) => put(exercise, 'scenario', value), words('workshop.own-setting-hint')),
    ...(kept > 0 ? [make('p', { className: 'quiet' }, words('workshop.own-setting-answers', { count: say.number(kept) }))] : []),
    place,
  ];
}
