// The screen with all scenarios: how far one is, which to take next, and the way to the record.

import { button, labelled, make } from '../visit/make.js';
import { exerciseScreen } from './exercise.js';
import { DIFFICULTY_KEYS, DOMAIN_KEYS, WORTH_KEYS } from './labels.js';
import { ownSection } from './own/way.js';
import { recordScreen } from './record.js';
import { scenarioScreen } from './scenario.js';
import { DOMAINS, byDomain, summed } from './scores.js';

export function homeScreen(desk, stage) {
  const { words, deck, view } = desk;
  const list = make('ul', { className: 'workshop-list' });
  const found = make('p', { className: 'quiet' });
  found.setAttribute('role', 'status');
  const next = make('div', { className: 'keep-actions' });
  const draw = () => {
    const wanted = deck.scenarios.filter((scenario) => isWanted(scenario, desk));
    found.textContent = words('workshop.found', { found: desk.say.number(wanted.length), all: desk.say.number(deck.scenarios.length) });
    list.replaceChildren(...wanted.map((scenario) => card(desk, scenario, () => desk.show(scenarioScreen, scenario, wanted))));
    const first = wanted.find(({ id }) => !desk.tries.of(id));
    next.replaceChildren(
      ...(first ? [button(words('workshop.next'), () => desk.show(scenarioScreen, first, wanted), 'button primary')] : []),
      button(words('workshop.record'), () => desk.show(recordScreen)),
    );
  };
  const set = (wanted) => {
    Object.assign(view, wanted);
    draw();
  };
  stage.replaceChildren(
    make('h2', { tabIndex: -1 }, words('workshop.title')),
    make('p', { className: 'lead' }, words('workshop.lead')),
    make('p', { className: 'quiet' }, words(PLACES[desk.kind]), ' ', sentTo(desk)),
    progress(desk),
    next,
    filters(desk, set),
    found,
    list,
    ...exercises(desk),
    ...ownSection(desk),
  );
  draw();
}

const PLACES = { none: 'workshop.place-none', session: 'workshop.place-session', local: 'workshop.place-local' };

/** Where answers go, which is nowhere unless the page names a learning record store. */
function sentTo({ words, element: { lrs } }) {
  return lrs ? words('workshop.place-lrs', { where: String(lrs.endpoint) }) : words('workshop.place-nowhere');
}

function isWanted({ id, domains, difficulty }, { view, tries }) {
  const { domain, difficulty: wanted, left } = view;
  return (!domain || domains.includes(domain)) && (!wanted || difficulty === Number(wanted)) && !(left && tries.of(id));
}

/** How far one is, over all and by domain. */
function progress({ words, say, deck, tries }) {
  const all = summed(deck.scenarios, tries);
  if (all.answered === 0) return make('div', { hidden: true });
  const line = (text, { answered, count }) => {
    const bar = make('progress', { max: count, value: answered });
    bar.setAttribute('aria-label', text);
    return make('div', { className: 'workshop-progress' }, make('span', {}, text), bar);
  };
  const text = words('workshop.progress', { answered: say.number(all.answered), count: say.number(all.count), points: say.number(all.first), most: say.number(all.most) });
  const domains = byDomain(deck.scenarios, tries).map(({ domain, first, most }) =>
    make('li', {}, words('workshop.domain-points', { domain: words(DOMAIN_KEYS[domain]), points: say.number(first), most: say.number(most) })),
  );
  return make('section', { className: 'workshop-scores' }, line(text, all), make('ul', {}, ...domains));
}

function choice(id, label, options, chosen, change) {
  const control = make('select', {}, ...options.map(([value, text]) => make('option', { value, selected: value === chosen }, text)));
  control.addEventListener('change', () => change(control.value));
  return labelled(id, label, control);
}

function filters({ words, view }, set) {
  const any = ['', words('workshop.any')];
  const left = make('input', { type: 'checkbox', id: 'aims-workshop-left', checked: view.left });
  left.addEventListener('change', () => set({ left: left.checked }));
  const made = make(
    'div',
    { className: 'workshop-filters' },
    choice('aims-workshop-domain', words('workshop.domain'), [any, ...DOMAINS.map((id) => [id, words(DOMAIN_KEYS[id])])], view.domain, (domain) => set({ domain })),
    choice('aims-workshop-difficulty', words('workshop.difficulty'), [any, ...Object.entries(DIFFICULTY_KEYS).map(([id, key]) => [id, words(key)])], view.difficulty, (difficulty) => set({ difficulty })),
    make('p', { className: 'keep-check' }, left, make('label', { htmlFor: left.id }, words('workshop.left'))),
  );
  made.setAttribute('role', 'search');
  made.setAttribute('aria-label', words('workshop.filters'));
  return made;
}

/** How hard something is, how long it takes and what it trains for. */
export function about({ words, say }, { difficulty, minutes, domains, as_of: day, deck }) {
  const parts = [
    deck,
    words(DIFFICULTY_KEYS[difficulty]),
    words('workshop.minutes', { minutes: say.number(minutes) }),
    ...domains.map((domain) => words(DOMAIN_KEYS[domain])),
    day && words('workshop.day', { day: say.day(day) }),
  ];
  return make('p', { className: 'quiet workshop-about' }, parts.filter(Boolean).join(' · '));
}

function card(desk, item, open) {
  const { words, tries } = desk;
  const tried = tries.of(item.id);
  const title = button(item.title, open, 'workshop-open');
  const said = tried && make('p', { className: 'workshop-said' }, words(WORTH_KEYS[tried.last.worth]));
  if (said) said.dataset.worth = tried.last.worth;
  return make('li', { className: 'card' }, make('h3', {}, title), about(desk, item), said || null);
}

function exercises(desk) {
  const { words, deck } = desk;
  if (deck.exercises.length === 0) return [];
  const cards = deck.exercises.map((exercise) => card(desk, exercise, () => desk.show(exerciseScreen, exercise)));
  return [make('h3', { className: 'workshop-part' }, words('workshop.exercises')), make('p', {}, words('workshop.exercises-lead')), make('ul', { className: 'workshop-list' }, ...cards)];
}
