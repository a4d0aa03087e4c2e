// The screen of whoever leads a group: the case, the answers as they come in, their spread, and what the engine says.
//
// It is read from the other end of a room and driven with the keys of a presenter: forwards and backwards. Every key
// also has a button.

import { bars } from '../register/bars.js';
import { TIERS, csv } from '../register/words.js';
import { button, labelled, make } from '../visit/make.js';
import { parts as revealed } from './reveal.js';

const STAGES = ['case', 'spread', 'engine'];
const FORWARD = new Set(['ArrowRight', 'PageDown']);
const BACK = new Set(['ArrowLeft', 'PageUp']);

/** Lines that could not be read are shown up to this many. */
const SHOWN = 8;

/** Shows a case to a group; `others` are the cases that may follow. */
export function groupScreen(desk, stage, scenario, others) {
  const { words, element, room } = desk;
  let at = 0;
  const body = make('div', { className: 'workshop-group' });
  const told = make('p', { className: 'keep-said' });
  told.setAttribute('role', 'status');
  const count = make('p', { className: 'workshop-count' });
  const unread = make('ul', { className: 'workshop-unread' });
  const field = make('textarea', { rows: 3, spellcheck: false, autocapitalize: 'characters' });
  const take = () => {
    const { taken, again, changed, unread: left } = room.take(scenario.id, field.value);
    // What could not be read stays, to be mended.
    field.value = left.join('\n');
    told.textContent = words('workshop.taken', { taken: desk.say.number(taken), again: desk.say.number(again), changed: desk.say.number(changed), unread: desk.say.number(left.length) });
    unread.replaceChildren(...left.slice(0, SHOWN).map((line) => make('li', {}, line)));
    look();
  };
  const collect = make(
    'section',
    { className: 'workshop-collect' },
    labelled('aims-workshop-codes', words('workshop.codes'), field, words('workshop.codes-hint')),
    make('div', { className: 'keep-actions' }, button(words('workshop.take'), take)),
    told,
    unread,
  );
  const look = () => {
    const { size } = new Map(room.of(scenario.id));
    save.hidden = room.cases().length === 0;
    count.textContent = words('workshop.collected', { count: desk.say.number(size) });
    if (STAGES[at] !== 'case') draw().catch((error) => element.fail(error));
  };
  const draw = async () => {
    const shown = STAGES[at];
    collect.hidden = shown === 'engine';
    if (shown === 'case') body.replaceChildren(make('p', { className: 'workshop-story' }, scenario.story));
    else if (shown === 'spread') body.replaceChildren(spread(desk, scenario));
    else {
      const model = await desk.model(scenario);
      body.replaceChildren(spread(desk, scenario, model), ...revealed(desk, scenario, model));
    }
    for (const [index, made] of steps.entries()) {
      if (index === at) made.setAttribute('aria-current', 'step');
      else made.removeAttribute('aria-current');
    }
  };
  const go = (to) => {
    const next = Math.min(STAGES.length - 1, Math.max(0, to));
    if (next === at) return;
    at = next;
    draw().catch((error) => element.fail(error));
  };
  const names = { case: 'workshop.stage-case', spread: 'workshop.stage-spread', engine: 'workshop.stage-engine' };
  const steps = STAGES.map((name, index) => button(words(names[name]), () => go(index)));
  const following = others[others.findIndex(({ id }) => id === scenario.id) + 1];
  const save = button(words('workshop.save-group'), () => desk.visit.handOver(sessionFile(desk)));
  const leave = (to) => () => {
    desk.room.listen();
    to();
  };
  const navigation = make(
    'div',
    { className: 'keep-actions workshop-steps' },
    ...steps,
    following && button(words('workshop.following'), leave(() => desk.show(groupScreen, following, others))),
    button(words('workshop.wide'), () => stage.requestFullscreen?.().catch(() => {})),
    save,
    button(words('workshop.back'), leave(() => desk.showHome())),
  );
  stage.replaceChildren(
    make('h2', { tabIndex: -1 }, scenario.title),
    navigation,
    make('p', { className: 'quiet' }, words('workshop.keys')),
    count,
    body,
    collect,
  );
  stage.onkeydown = (event) => {
    if (event.composedPath()[0].matches?.('textarea, input, select') || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = FORWARD.has(event.key) ? 1 : BACK.has(event.key) ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    go(at + step);
  };
  room.listen((id) => id === scenario.id && stage.contains(count) && look());
  draw().catch((error) => element.fail(error));
  look();
}

/** How the answers are spread; with the engine's answer, which of them it is. */
function spread(desk, { id }, model) {
  const { words, say, room } = desk;
  const answers = room.of(id).map(([, { said }]) => said);
  if (answers.length === 0) return make('p', { className: 'note' }, words('workshop.nobody'));
  const right = (said) => model && (model.settled ? said === model.range[0] : said === 'open');
  const rows = [...[...TIERS].reverse(), 'open'].flatMap((said) => {
    const count = answers.filter((each) => each === said).length;
    const text = said === 'open' ? words('workshop.open') : say.tier(said);
    const tiers = said === 'open' ? undefined : [said, said];
    return count > 0 || right(said) ? [{ text: right(said) ? words('workshop.engines', { tier: text }) : text, count, tiers }] : [];
  });
  return bars(desk, words('workshop.spread'), rows, HEADINGS);
}

/** Of the table below the spread. */
const HEADINGS = { table: 'workshop.as-table', group: 'workshop.answer-heading', count: 'workshop.people' };

/** What a group answered, as a table. */
function sessionFile({ words, say, deck, room, today }) {
  const headings = ['workshop.scenario', 'workshop.person', 'workshop.name-heading', 'workshop.answer-heading', 'workshop.date'];
  const rows = room.cases().flatMap((id) => {
    const title = deck.scenarios.find((known) => known.id === id)?.title ?? id;
    return room.of(id).map(([number, { said, name }]) => [title, number, name, said === 'open' ? words('workshop.open') : say.tier(said), today]);
  });
  return { format: 'workshop', name: `workshop-${today}.csv`, type: 'text/csv', text: csv([headings.map((key) => words(key)), ...rows]) };
}
