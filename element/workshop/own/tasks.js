// The cases or the exercises of a deck in their order, and what can be done with each.

import { button, make } from '../../visit/make.js';
import { caseScreen } from './case.js';
import { exerciseForm } from './exercise.js';
import { titleOf } from './places.js';
import { sure } from './sure.js';

/** What the two lists of a deck are called, and what draws one of their entries. */
export const LISTS = {
  scenarios: { heading: 'workshop.own-cases', none: 'workshop.own-no-cases', letter: 's', screen: caseScreen },
  exercises: { heading: 'workshop.own-exercises', none: 'workshop.own-no-exercises', letter: 'e', screen: exerciseForm },
};

/** An id that nothing in the deck has, and nothing that was ever answered here. */
function nextId({ tries }, deck, list) {
  const head = `${deck.id}.${LISTS[list].letter}`;
  const ids = (deck[list] ?? []).map(({ id }) => id);
  let number = 1;
  while (ids.includes(head + number) || tries.of(head + number)) number += 1;
  return head + number;
}

/** What can be added to a list: words of the button and what is begun. */
const ADDED = {
  scenarios: [['workshop.own-add-case', () => ({ title: '', story: '', answers: {} })]],
  exercises: [
    ['workshop.own-add-grading', () => ({ kind: 'grading', title: '', story: '', findings: [] })],
    ['workshop.own-add-exclusion', () => ({ kind: 'exclusion', title: '', story: '', controls: [] })],
  ],
};

/** The cases or the exercises, in their order, with what can be done with each. */
export function taskList(desk, deck, list, changed, draw) {
  const { words } = desk;
  const { heading, none, screen } = LISTS[list];
  const tasks = deck[list] ?? [];
  const put = (next) => {
    deck[list] = next;
    changed();
    draw();
  };
  const title = make('h3', { className: 'workshop-part', tabIndex: -1 }, words(heading));
  const rows = tasks.map((task, at) => {
    const called = titleOf(desk, list, task, at);
    const doing = (text, act) => {
      const made = button(words(text), act);
      made.setAttribute('aria-label', words('workshop.own-doing', { what: words(text), title: called }));
      return made;
    };
    const move = (to, key) => {
      const next = [...tasks];
      next.splice(at, 1);
      next.splice(to, 0, task);
      put(next);
      focusOn(desk, task.id, key);
    };
    const up = doing('workshop.own-up', () => move(at - 1, 'up'));
    const down = doing('workshop.own-down', () => move(at + 1, 'down'));
    up.disabled = at === 0;
    down.disabled = at === tasks.length - 1;
    up.dataset.key = 'up';
    down.dataset.key = 'down';
    const gone = sure({
      text: words('workshop.own-delete'),
      label: words('workshop.own-doing', { what: words('workshop.own-delete'), title: called }),
      question: words('workshop.own-delete-sure', { title: called }),
      keep: words('workshop.own-keep'),
      act: () => {
        put(tasks.filter((one) => one !== task));
        stageOf(desk).querySelector(`[data-list="${list}"]`)?.previousElementSibling?.focus();
      },
    });
    const row = make('li', {}, make('h4', {}, called), make('div', { className: 'keep-actions' }, doing('workshop.own-edit', () => desk.show(screen, at)), up, down, gone));
    row.dataset.id = task.id;
    return row;
  });
  const adds = ADDED[list].map(([text, begin]) =>
    button(words(text), () => {
      const id = nextId(desk, deck, list);
      deck[list] = [...tasks, { id, ...begin() }];
      changed();
      desk.show(screen, tasks.length, { fresh: true });
    }),
  );
  const body = rows.length > 0 ? make('ol', { className: 'keep-list' }, ...rows) : make('p', { className: 'quiet' }, words(none));
  body.dataset.list = list;
  return [title, body, make('div', { className: 'keep-actions' }, ...adds)];
}

const stageOf = ({ root }) => root.querySelector('.stage');

/** Who moved an entry goes with it. */
function focusOn(desk, id, key) {
  const row = [...stageOf(desk).querySelectorAll('[data-id]')].find((one) => one.dataset.id === id);
  const wanted = row?.querySelector(`[data-key="${key}"]`);
  (wanted?.disabled ? row.querySelector('button:not([disabled])') : wanted)?.focus();
}
