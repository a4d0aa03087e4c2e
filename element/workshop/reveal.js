// What the engine says of a scenario beside what somebody answered: why, and what would change it.

import { button, make } from '../visit/make.js';
import { scenarioScreen } from './scenario.js';

const VERDICTS = {
  right: 'workshop.verdict-right',
  'too-early': 'workshop.verdict-too-early',
  'too-open': 'workshop.verdict-too-open',
  wrong: 'workshop.verdict-wrong',
};

export function revealScreen(desk, stage, scenario, { said, reason, model }, others) {
  const { words, say, element } = desk;
  const verdict = make('div', { className: 'workshop-verdict' });
  verdict.dataset.worth = model.worth;
  const tier = (title, text) => make('div', {}, make('dt', {}, title), make('dd', {}, text));
  const mine = said === 'open' ? words('workshop.open') : say.tier(said);
  verdict.append(
    make('p', { className: 'lead' }, words(VERDICTS[model.worth])),
    make('dl', {}, tier(words('workshop.you'), mine), tier(words('workshop.engine'), say.range(model.range))),
    ...(reason ? [make('p', { className: 'quiet' }, words('workshop.your-reason', { reason }))] : []),
  );
  const left = others.filter(({ id }) => id !== scenario.id && !desk.tries.of(id));
  const actions = make(
    'div',
    { className: 'keep-actions' },
    left.length > 0 && button(words('workshop.next'), () => desk.show(scenarioScreen, left[0], others), 'button primary'),
    button(words('workshop.again'), () => desk.show(scenarioScreen, scenario, others)),
    button(words('workshop.whole'), () => desk.open(scenario).catch((error) => element.fail(error))),
    button(words('workshop.back'), () => desk.showHome()),
  );
  stage.replaceChildren(make('h2', { tabIndex: -1 }, scenario.title), verdict, ...parts(desk, scenario, model), actions);
}

/** Why the engine says what it says, what would change it, what people often say, and what to talk about. */
export function parts(desk, scenario, model) {
  const { words, say } = desk;
  return [
    ...because(desk, model),
    ...turning(desk, model),
    ...mistaken(desk, scenario),
    told(desk, scenario),
    ...prompts(desk, scenario),
    make('p', { className: 'quiet' }, words('workshop.law', { day: say.day(model.as_of) })),
  ];
}

function mistaken({ words, say }, { mistake }) {
  if (!mistake) return [];
  return [make('h3', {}, words('workshop.mistake')), make('p', {}, words('workshop.mistake-tier', { tier: say.tier(mistake.tier) })), make('p', {}, mistake.why)];
}

/** What to talk about. */
export function prompts({ words }, { prompts: texts }) {
  if (texts.length === 0) return [];
  return [make('h3', {}, words('workshop.prompts')), make('ul', { className: 'workshop-prompts' }, ...texts.map((text) => make('li', {}, text)))];
}

/** A place in the law, as a link where there is an address. */
function place({ text, url }) {
  if (!url?.startsWith('https://')) return text;
  return make('a', { href: url, target: '_blank', rel: 'noopener' }, text);
}

const BASES = {
  law: 'basis.law',
  guideline: 'basis.guideline',
  'draft-guideline': 'basis.draft-guideline',
  'own-judgement': 'basis.own-judgement',
};

function because({ words }, { reasons }) {
  if (reasons.length === 0) return [];
  const lines = reasons.map(({ because: text, references, basis }) =>
    make(
      'li',
      {},
      make('p', {}, text),
      make('p', { className: 'quiet' }, ...references.flatMap((each, index) => [index > 0 ? ', ' : '', place(each)]), ` · ${words(BASES[basis])}`),
    ),
  );
  return [make('h3', {}, words('workshop.why')), make('ul', { className: 'workshop-reasons' }, ...lines)];
}

/** The facts that it hangs on: what is open, or what would change it. */
function turning({ words, say }, { settled, turning_points: points }) {
  if (points.length === 0) return [];
  const lines = points.map(({ question, outcomes }) =>
    make(
      'li',
      {},
      make('p', {}, question),
      make('ul', {}, ...outcomes.map(({ answers, range }) => make('li', {}, words('workshop.outcome', { answers: answers.join(' / '), range: say.range(range) })))),
    ),
  );
  return [make('h3', {}, words(settled ? 'workshop.change' : 'workshop.hangs')), make('ul', { className: 'workshop-turning' }, ...lines)];
}

/** What the story tells, as the engine was told. */
function told({ words, say }, { answers, missing }) {
  const row = (fact, text) => make('tr', {}, Object.assign(make('th', {}, say.question(fact)), { scope: 'row' }), make('td', {}, text));
  const rows = [...Object.entries(answers).map(([fact, values]) => row(fact, say.answer(fact, values))), ...missing.map((fact) => row(fact, words('workshop.not-told')))];
  return make('details', { className: 'keep-fold' }, make('summary', {}, words('workshop.told')), make('table', { className: 'workshop-told' }, make('caption', { className: 'visually-hidden' }, words('workshop.told')), make('tbody', {}, ...rows)));
}
