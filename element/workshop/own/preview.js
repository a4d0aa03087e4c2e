// What the engine says of a case that is being written, and what speaks against the case.

import { button, make } from '../../visit/make.js';
import { doubtText } from './doubts.js';
import { shownCase } from './shape.js';

/** A section beside the form: `look()` asks the engine again, `doubt(doubts)` says what speaks against the case. */
export function preview(desk, scenario) {
  const { words, say } = desk;
  const body = make('div', { className: 'workshop-body' });
  const doubts = make('ul', { className: 'workshop-lines', hidden: true });
  doubts.setAttribute('aria-label', words('workshop.own-doubts'));
  let turn = 0;
  const look = async () => {
    const mine = (turn += 1);
    const shown = shownCase(desk.own.deck, scenario);
    let made;
    try {
      const model = await desk.model(shown);
      made = [make('p', { className: 'lead' }, words('workshop.own-says', { range: say.range(model.range) })), ...desk.screens.parts(desk, shown, model)];
    } catch (error) {
      // What it says of the case is told here; a stopped engine is told to the page too.
      made = [make('p', { className: 'error' }, words('workshop.own-cannot-say', { reason: error?.message ?? '' }))];
      if (error instanceof Error) desk.element.fail(error);
    }
    if (mine === turn) body.replaceChildren(...made);
  };
  const element = make(
    'section',
    { className: 'workshop-own-preview' },
    make('h3', {}, words('workshop.stage-engine')),
    doubts,
    make('div', { className: 'keep-actions' }, button(words('workshop.own-look'), () => void look())),
    body,
  );
  const doubt = (found) => {
    doubts.hidden = found.length === 0;
    doubts.replaceChildren(...found.map((one) => make('li', {}, doubtText(desk, one))));
  };
  return { element, look, doubt };
}
