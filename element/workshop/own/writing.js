// The frame of a form for a case or an exercise: everything typed is kept at once, and what is wrong is said beside it.

import { button, make } from '../../visit/make.js';
import { checking } from './checking.js';
import { editorScreen } from './editor.js';
import { form } from './form.js';
import { keeping } from './keeping.js';
import { placeOf, whatOf } from './places.js';
import { taskAt } from './sound.js';

/**
 * Draws the form of the entry `at` of a list. `fields(form, changed)` gives its parts, `beside` stands next to them,
 * `doubt(doubts)` hears what speaks against the entry, `keyed(key)` which field was changed; `attempt()` tries it out.
 */
export function writingScreen(desk, stage, { list, at, heading, lead, fresh, fields, beside = [], doubt = () => {}, keyed = () => {}, attempt }) {
  const { words, say, own } = desk;
  const { deck } = own;
  const status = make('p', { className: 'keep-said' });
  status.setAttribute('role', 'status');
  const others = make('ul', { className: 'workshop-lines' });
  const column = make('div', { className: 'workshop-body workshop-own-form' });
  const place = keeping(desk);
  const check = checking(desk, column, () => deck, ({ mistakes, doubts }) => {
    const mine = mistakes.filter(({ place }) => {
      const [of, index] = taskAt(place) ?? [];
      return of === list && index === at;
    });
    const left = made.mark(mine.map((mistake) => ({ place: mistake.place, text: whatOf(mistake) })));
    others.replaceChildren(...left.map(({ place, text }) => make('li', {}, `${placeOf(desk, deck, place)}: ${text}`)));
    const speaking = doubts[deck[list][at].id] ?? [];
    doubt(speaking);
    status.dataset.wrong = String(mine.length + speaking.length > 0);
    const counts = { mistakes: say.number(mine.length), doubts: say.number(speaking.length) };
    status.textContent = mine.length + speaking.length > 0 ? words('workshop.own-form-counts', counts) : words('workshop.own-form-sound');
  });
  const changed = (key) => {
    own.take(deck);
    place.look();
    check();
    keyed(key);
  };
  const made = form(changed, { fresh });
  const actions = make(
    'div',
    { className: 'keep-actions' },
    button(words('workshop.own-done'), () => desk.show(editorScreen), 'button primary'),
    button(words('workshop.own-try'), () => attempt()),
  );
  column.append(...fields(made, changed), others, status, place.element, actions);
  stage.replaceChildren(make('h2', { tabIndex: -1 }, heading), make('p', {}, lead), make('div', { className: 'workshop-own-beside' }, column, ...beside));
  check(0);
}
