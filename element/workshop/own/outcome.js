// What is wrong with a deck and what speaks against its cases, each with the way to where it is.

import { button, make } from '../../visit/make.js';
import { doubtText } from './doubts.js';
import { placeOf, titleOf, whatOf } from './places.js';
import { taskAt } from './sound.js';
import { LISTS } from './tasks.js';

/** The parts of the section. */
export function checkParts(desk, deck, { mistakes, doubts }) {
  const { words, say } = desk;
  const go = (list, at) => button(words('workshop.own-mend'), () => desk.show(LISTS[list].screen, at));
  const wrong = mistakes.map((mistake) => {
    const [list, at] = taskAt(mistake.place) ?? [];
    const way = list && go(list, at);
    const place = placeOf(desk, deck, mistake.place);
    way?.setAttribute('aria-label', words('workshop.own-doing', { what: words('workshop.own-mend'), title: place }));
    return make('li', {}, make('p', {}, make('b', {}, place)), make('p', {}, whatOf(mistake)), ...(way ? [make('div', { className: 'keep-actions' }, way)] : []));
  });
  const odd = (deck.scenarios ?? []).flatMap((scenario, at) =>
    (doubts[scenario.id] ?? []).map((doubt) => {
      const called = titleOf(desk, 'scenarios', scenario, at);
      const way = go('scenarios', at);
      way.setAttribute('aria-label', words('workshop.own-doing', { what: words('workshop.own-mend'), title: called }));
      return make('li', {}, make('p', {}, make('b', {}, called)), make('p', {}, doubtText(desk, doubt)), make('div', { className: 'keep-actions' }, way));
    }),
  );
  const count = make('p', {}, wrong.length + odd.length > 0 ? words('workshop.own-check-counts', { mistakes: say.number(wrong.length), doubts: say.number(odd.length) }) : words('workshop.own-check-sound'));
  count.setAttribute('role', 'status');
  return [
    make('h3', { className: 'workshop-part', tabIndex: -1 }, words('workshop.own-check')),
    count,
    ...(wrong.length > 0 ? [make('h4', {}, words('workshop.own-mistakes')), make('ul', { className: 'workshop-lines' }, ...wrong)] : []),
    ...(odd.length > 0 ? [make('h4', {}, words('workshop.own-doubts')), make('p', { className: 'quiet' }, words('workshop.own-doubts-lead')), make('ul', { className: 'workshop-lines' }, ...odd)] : []),
  ];
}
