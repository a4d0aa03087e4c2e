// The way to own cases: what the first screen of the workshop says of them. What writes them is loaded behind it.

import { button, make } from '../../visit/make.js';
import { chooseDeck } from './choose.js';

/** The section on the first screen; nothing where nothing may be changed. */
export function ownSection(desk) {
  if (desk.locked) return [];
  const { words, say, own, ownFound } = desk;
  const shown = ownFound && words('workshop.own-shown', { name: own.deck.name, cases: say.number(ownFound.deck.scenarios.length), exercises: say.number(ownFound.deck.exercises.length) });
  const left = own.foreign !== undefined || ownFound?.mistakes.length > 0;
  const open = (draw) => editor(desk).then((screens) => draw(screens)).catch((error) => desk.element.fail(error));
  /** Comes back here, with what became of a file. */
  const home = (text) => {
    desk.told = text;
    desk.showHome();
  };
  const said = make('p', { className: 'keep-said' }, desk.told ?? '');
  said.setAttribute('role', 'status');
  desk.told = undefined;
  const section = make(
    'section',
    { className: 'workshop-part workshop-own' },
    make('h3', {}, words('workshop.own-title')),
    make('p', {}, words('workshop.own-lead')),
    ...(shown ? [make('p', { className: 'quiet' }, shown)] : []),
    ...(left ? [make('p', { className: 'keep-warning' }, words('workshop.own-left-out'))] : []),
    said,
    make(
      'div',
      { className: 'keep-actions' },
      button(words(own.deck ? 'workshop.own-edit-deck' : 'workshop.own-begin'), () => open(({ editorScreen }) => desk.show(editorScreen))),
      button(words('workshop.own-open'), () => chooseDeck((file) => open(({ openingScreen }) => desk.show(openingScreen, file, home)))),
    ),
  );
  return [section];
}

/** What writes decks. */
const editor = (desk) => desk.files.script('deck-editor.js');
