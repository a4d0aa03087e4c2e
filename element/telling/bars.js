// Bars with their figures in a table below, for whom a picture says nothing.

import { make } from '../visit/make.js';
import { drawn } from './svg.js';

const WIDTH = 100;
const HEIGHT = 8;

/** A bar in the colour of a tier, or half in each of two. */
function stretches(tiers, width) {
  const [low, high] = tiers ?? [];
  const part = (x, wide, tier) => drawn('rect', { x, y: 0, width: wide, height: HEIGHT, ...(tier && { 'data-tier': tier }) });
  return low === high ? [part(0, width, low)] : [part(0, width / 2, low), part(width / 2, width / 2, high)];
}

/** What the table below the bars is called, and its columns, in the register. */
const HEADINGS = { table: 'register.as-table', group: 'register.group', count: 'register.use-cases' };

/** A figure of `{text, count, tiers}`; `headings` are those of its table. */
export function bars({ words, say }, title, rows, headings = HEADINGS) {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  const lines = rows.map(({ text, count, tiers }) => {
    const bar = drawn(
      'svg',
      { class: 'register-bar-line', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', 'aria-hidden': 'true', focusable: 'false' },
      ...stretches(tiers, Math.max(0.8, (WIDTH * count) / most)),
    );
    return make('li', {}, make('span', {}, text), make('b', {}, say.number(count)), bar);
  });
  const cells = rows.map(({ text, count }) => make('tr', {}, Object.assign(make('th', {}, text), { scope: 'row' }), make('td', {}, say.number(count))));
  const heads = [headings.group, headings.count].map((key) => Object.assign(make('th', {}, words(key)), { scope: 'col' }));
  const table = make('table', {}, make('caption', { className: 'visually-hidden' }, title), make('thead', {}, make('tr', {}, ...heads)), make('tbody', {}, ...cells));
  return make(
    'section',
    { className: 'register-figure' },
    make('h3', {}, title),
    make('ul', { className: 'register-bars' }, ...lines),
    make('details', { className: 'keep-fold' }, make('summary', {}, words(headings.table)), table),
  );
}
