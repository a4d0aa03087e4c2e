// Opens a file with a deck: all its mistakes are shown, and nothing is replaced that is in no file.

import { button, make } from '../../visit/make.js';
import { mistakeList } from './places.js';
import { saveDeck } from './saving.js';
import { partsBeside } from './shape.js';

/** More bytes than the reader takes are not read. */
const ENOUGH = 1_000_001;

/** Reads a file; who goes back comes to `back(said)`. */
export function openingScreen(desk, stage, file, back) {
  const { words } = desk;
  const reading = make('p', {}, words('workshop.own-reading', { name: file.name }));
  reading.setAttribute('role', 'status');
  const body = make('div', { className: 'workshop-body' }, reading);
  stage.replaceChildren(make('h2', { tabIndex: -1 }, words('workshop.own-opening')), body);
  read(desk, file).then(({ text, mistakes }) => {
    if (!body.isConnected) return;
    if (mistakes.length > 0) drawMistakes(desk, body, { file, text, mistakes, back });
    else drawQuestion(desk, body, { file, deck: JSON.parse(text), back });
  }).catch((error) => desk.element.fail(error));
}

async function read(desk, file) {
  const text = await file.slice(0, ENOUGH).text();
  const { mistakes } = await desk.visit.asked((glue, words) => {
    try {
      return glue.engineCheckDeck(text, desk.visit.asOf(), words);
    } catch (error) {
      if (error?.code !== 'as-of') throw error;
      return glue.engineCheckDeck(text, desk.today, words);
    }
  });
  return { text, mistakes };
}

function drawMistakes(desk, body, { file, text, mistakes, back }) {
  const { words, say } = desk;
  let deck;
  try {
    deck = JSON.parse(text);
  } catch {
    // What is no JSON has no titles.
  }
  const refused = make('p', { className: 'error' }, words('workshop.own-refused', { name: file.name, count: say.number(mistakes.length) }));
  refused.setAttribute('role', 'alert');
  body.replaceChildren(
    refused,
    mistakeList(desk, deck, mistakes),
    make('div', { className: 'keep-actions' }, button(words('workshop.own-go-back'), () => back(), 'button primary')),
  );
}

/** What is in no file yet is not replaced without a question. */
function drawQuestion(desk, body, { file, deck, back }) {
  const { words, own } = desk;
  const take = () => {
    own.take(deck, true);
    desk.gather().then(() => back(toldOf(desk, file, deck))).catch((error) => desk.element.fail(error));
  };
  if (own.foreign === undefined && (own.saved || !own.deck)) {
    take();
    return;
  }
  const problem = make('p', { className: 'error', hidden: true }, words('workshop.own-not-saved'));
  problem.setAttribute('role', 'alert');
  const save = () => saveDeck(desk).then((saved) => (saved ? take() : (problem.hidden = false))).catch((error) => desk.element.fail(error));
  const question = own.deck ? words('workshop.own-replace', { name: own.deck.name }) : words('workshop.own-replace-foreign');
  const yes = button(words('workshop.own-replace-yes'), take, 'button danger');
  body.replaceChildren(
    make('p', { className: 'keep-warning' }, question),
    problem,
    make('div', { className: 'keep-actions' }, ...(own.deck ? [button(words('workshop.own-save-first'), save, 'button primary')] : []), yes, button(words('workshop.own-keep'), () => back())),
  );
}

function toldOf({ words, say }, file, deck) {
  const { scenarios = [], exercises = [] } = deck;
  const told = words('workshop.own-opened', { name: file.name, cases: say.number(scenarios.length), exercises: say.number(exercises.length) });
  const beside = partsBeside(deck);
  return beside.length > 0 ? `${told} ${words('workshop.own-beside', { parts: beside.join(', ') })}` : told;
}
