// Totals over the register, and the question that settles most.

import { button, make } from '../visit/make.js';
import { bars } from '../telling/bars.js';
import { busyWith } from './busy.js';
import { STATUS, TIERS } from '../telling/vocabulary.js';

/** Use cases that are looked at in one step. */
const STEP = 100;

/** Rows of a figure; the others are summed. */
const MOST = 10;

/** Questions that are shown. */
const BEST = 5;

/** The part above the list; `renew` counts anew. */
export function portfolioPart(screen) {
  const { desk } = screen;
  const { words } = desk;
  const figures = make('div', { className: 'register-figures-grid' });
  const best = make('div', { className: 'register-best' });
  const totals = make('p', { className: 'register-totals' });
  const ask = button(words('register.next-best'), () => findBest(screen, best).catch((error) => desk.element.fail(error)));
  const suggest = button(words('register.suggest'), () => suggestSectors(screen, best).catch((error) => desk.element.fail(error)));
  const fold = make(
    'details',
    { className: 'keep-fold register-portfolio', open: desk.view.portfolio !== false },
    make('summary', {}, words('register.portfolio')),
    totals,
    figures,
    make('div', { className: 'keep-actions' }, ask, suggest),
    best,
  );
  fold.addEventListener('toggle', () => (desk.view.portfolio = fold.open));
  return {
    element: fold,
    async renew(filters) {
      const portfolio = await desk.book.call('portfolio');
      const all = portfolio.use_cases + portfolio.archived;
      fold.hidden = all === 0;
      suggest.hidden = desk.view.suggested;
      filters.know(portfolio);
      totals.textContent = words('register.totals', {
        count: desk.say.number(portfolio.use_cases),
        settled: desk.say.number(portfolio.settled),
        questions: desk.say.number(portfolio.open_questions),
        archived: desk.say.number(portfolio.archived),
      });
      figures.replaceChildren(...drawFigures(desk, portfolio));
    },
  };
}

/** The largest groups, and one for the rest. */
function largest({ words }, rows) {
  const sorted = rows.filter(({ count }) => count > 0).sort((one, other) => other.count - one.count);
  const rest = sorted.slice(MOST).reduce((sum, { count }) => sum + count, 0);
  return rest > 0 ? [...sorted.slice(0, MOST), { text: words('register.others'), count: rest }] : sorted;
}

function drawFigures(desk, { tiers, ranges, sectors, suggested_sectors: suggested, status, deadlines }) {
  const { words, say } = desk;
  const settled = TIERS.filter((id) => tiers[id] > 0).map((id) => ({ text: say.tier(id), count: tiers[id], tiers: [id, id] }));
  const open = ranges.map(({ range, use_cases: count }) => ({ text: say.range(range), count, tiers: range }));
  const guessed = Object.entries(suggested).map(([id, count]) => ({ text: words('register.suggested', { sector: say.sector(id) }), count }));
  const figures = [
    [words('register.by-tier'), [...settled, ...open]],
    [words('register.by-sector'), largest(desk, [...Object.entries(sectors).map(([id, count]) => ({ text: say.sector(id), count })), ...guessed])],
    [words('register.by-status'), STATUS.filter((id) => status[id] > 0).map((id) => ({ text: say.status(id), count: status[id] }))],
    [words('register.by-deadline'), Object.entries(deadlines).map(([day, count]) => ({ text: say.day(day), count }))],
  ];
  return figures.filter(([, rows]) => rows.length > 0).map(([title, rows]) => bars(desk, title, rows));
}

/** Finds in steps which question settles most. */
async function findBest(screen, place) {
  const { desk } = screen;
  const { words, say, book } = desk;
  const busy = busyWith(desk, place, words('register.finding'), { stop: true });
  const rows = await book.length;
  let ranking;
  try {
    await book.steps(async () => {
      const said = await book.call('nextBest', STEP);
      ranking = said.ranking;
      return { done: rows - said.left, rows };
    }, busy.tell, busy.signal);
  } catch {
    place.replaceChildren();
    return;
  }
  const items = (ranking ?? []).slice(0, BEST).map(({ fact, use_cases: count }) => make('li', {}, make('p', {}, say.question(fact)), showing(screen, fact, count)));
  if (items.length === 0) place.replaceChildren(make('p', {}, words('register.none-open')));
  else place.replaceChildren(make('h3', {}, words('register.next-best')), make('ol', { className: 'register-ranking' }, ...items));
}

/** What shows the use cases in which a question is open. */
function showing(screen, fact, count) {
  const { desk } = screen;
  const { words, say } = desk;
  const made = button(words('register.open-in', { count: say.number(count) }), async () => {
    try {
      await screen.filter({ open: fact, archived: false });
      desk.root.getElementById('aims-register-open')?.focus();
    } catch (error) {
      desk.element.fail(error);
    }
  });
  // Several buttons may have one number: which question it is belongs to each.
  made.setAttribute('aria-label', `${made.textContent}: ${say.question(fact)}`);
  return made;
}

/** Finds in steps what descriptions suggest where no sector is answered. */
async function suggestSectors(screen, place) {
  const { desk } = screen;
  const { words, book } = desk;
  const busy = busyWith(desk, place, words('register.suggesting'));
  desk.progress = busy.tell;
  await desk.suggest();
  const rows = await book.length;
  await book.steps(async () => ({ done: rows - (await book.call('suggest', STEP)), rows }), busy.tell);
  place.replaceChildren(make('p', { className: 'quiet' }, words('register.suggested-note')));
  await screen.renew();
}
