// The editor of own cases: the deck with its name, its cases and exercises, what is wrong with it, and its file.

import { button, make } from '../../visit/make.js';
import { checking } from './checking.js';
import { chooseDeck } from './choose.js';
import { form } from './form.js';
import { identity } from './identity.js';
import { keeping } from './keeping.js';
import { openingScreen } from './opening.js';
import { checkParts } from './outcome.js';
import { whatOf } from './places.js';
import { saveDeck } from './saving.js';
import { emptyDeck } from './shape.js';
import { sure } from './sure.js';
import { taskList } from './tasks.js';
import { unreadScreen } from './unread.js';

export { openingScreen };

/** Draws the editor; `said` is told at its top. */
export function editorScreen(desk, stage, said = '') {
  const { words, own } = desk;
  if (own.foreign !== undefined) {
    unreadScreen(desk, stage);
    return;
  }
  // A deck is begun with the first change.
  const deck = own.deck ?? emptyDeck(words('workshop.own-first-name'), desk.element.language);
  const told = make('p', { className: 'keep-said' }, said);
  told.setAttribute('role', 'status');
  const found = make('section', { className: 'workshop-body workshop-own-check' });
  const lists = make('div', { className: 'workshop-body' });
  const draw = () => lists.replaceChildren(...taskList(desk, deck, 'scenarios', changed, draw), ...taskList(desk, deck, 'exercises', changed, draw));
  const place = keeping(desk);
  const check = checking(desk, found, () => deck, (outcome) => {
    naming.mark(outcome.mistakes.map((mistake) => ({ place: `/-/-${mistake.place}`, text: whatOf(mistake) })));
    found.replaceChildren(...checkParts(desk, deck, outcome));
  });
  const changed = () => {
    own.take(deck);
    gone.hidden = false;
    place.look();
    check();
  };
  const naming = form(() => {
    changed();
    draw();
  });
  const back = () => desk.gather().then(() => desk.showHome()).catch((error) => desk.element.fail(error));
  const save = async () => {
    try {
      own.take(deck, own.saved);
      const saved = await saveDeck(desk);
      told.textContent = saved ? words('workshop.own-saved', { name: `${deck.id}.json` }) : words('workshop.own-not-saved');
      if (!saved) found.querySelector('h3')?.focus();
    } catch (error) {
      desk.element.fail(error);
    }
  };
  const remove = () => {
    own.clear();
    desk.gather().then(() => desk.show(editorScreen, words('workshop.own-removed'))).catch((error) => desk.element.fail(error));
  };
  const actions = make(
    'div',
    { className: 'keep-actions' },
    button(words('workshop.own-save'), save, 'button primary'),
    button(words('workshop.own-open'), () => chooseDeck((file) => desk.show(openingScreen, file, (text) => desk.show(editorScreen, text)))),
    button(words('workshop.back'), back),
  );
  const gone = sure({ text: words('workshop.own-clear'), question: words('workshop.own-clear-sure'), keep: words('workshop.own-keep'), act: remove });
  gone.hidden = !own.deck;
  stage.replaceChildren(
    make('h2', { tabIndex: -1 }, words('workshop.own-title')),
    make('p', {}, words('workshop.own-editor-lead')),
    place.element,
    told,
    actions,
    ...identity(desk, naming, deck),
    lists,
    found,
    gone,
  );
  draw();
  check(0);
}
